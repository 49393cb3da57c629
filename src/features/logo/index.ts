export { changeLogo, removeLogo } from './acts.ts';
export { logoOn, logoPng } from './logo.ts';
export { logoPage } from './pages/logo.tsx';
export { logoPicture } from './picture.ts';
export { logoPaths } from './urls.ts';
