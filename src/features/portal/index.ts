export {
  listProducers,
  listProducts,
  readCertificateApi,
  readProducerApi,
  readProductApi,
  readRulebookApi,
} from './api.ts';
export { starMeanings } from './bands.ts';
export { MAP_SIZE, mapShapes, OUTLINE_SIZE, provinceOutline } from './map-shapes.ts';
export { certificatePage } from './pages/certificate.tsx';
export { certificatesPage } from './pages/certificates.tsx';
export { DataBlock } from './pages/data-block.tsx';
export { homePage } from './pages/home.tsx';
export { Isles } from './pages/isles.tsx';
export { CardGrid, Crumbs, Section } from './pages/parts.tsx';
export { producerPage } from './pages/producer.tsx';
export { producersPage } from './pages/producers.tsx';
export { productPage } from './pages/product.tsx';
export { productsPage } from './pages/products.tsx';
export { rulesPage } from './pages/rules/overview.tsx';
export { procedurePage } from './pages/rules/procedure.tsx';
export { rulebookPage } from './pages/rules/rulebook.tsx';
export { sheetPage } from './pages/rules/sheet.tsx';
export { securityPage } from './pages/security.tsx';
export { Locator } from './pages/where.tsx';
export { printOf } from './print.ts';
export { SECTORS } from './schema.ts';
export { type CardText, productCards } from './search.ts';
export { sharePicture, sharePicturePath } from './share-picture.ts';
export { robots, sitemap, sitemapPart } from './sitemap.ts';
export { soonDays } from './soon.ts';
export { certificateUrl, type ListAddress, producerUrl, productsUrl, productUrl, twinOf } from './urls.ts';
export { type Lang, producerTypeWords, SECTOR_WORDS, STATUS_WORDS, sourceDate } from './words.ts';
