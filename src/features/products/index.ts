export { productPartActs } from './acts.ts';
export { demoProductRecord } from './demo.ts';
export { productHistoryPage } from './pages/history.tsx';
export { productPartPage } from './pages/part.tsx';
export { productRecordPage } from './pages/record.tsx';
export { productPicture, recordPicture } from './picture.ts';
export { type ProductProfile, productProfile } from './profile.ts';
export { offeredSets, setName } from './sets.ts';
export { productPaths } from './urls.ts';
