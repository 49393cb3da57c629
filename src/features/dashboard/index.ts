// The door of this chapter.
export { BehindTable } from './pages/behind.tsx';
export { Country } from './pages/country.tsx';
export { figurePage } from './pages/figure.tsx';
export { dashboardPage } from './pages/home.tsx';
export { type Asked, askedOf, choicesFor } from './queries.ts';
export { figureSheet, figuresSheet } from './sheets.ts';
export { boardPaths } from './urls.ts';
