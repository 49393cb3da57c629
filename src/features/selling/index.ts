export { declareSelling } from './acts.ts';
export { demoSelling } from './demo.ts';
export { sellingPage } from './pages/form.tsx';
export { seasonPage } from './pages/season.tsx';
export { readSelling, type Selling } from './queries.ts';
export { sellingPaths } from './urls.ts';
