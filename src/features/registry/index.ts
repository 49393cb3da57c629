export { correctProducer, correctProduct, registerProducer } from './actions.ts';
export { isCheckCode, newCheckCode } from './check-code.ts';
export {
  type DemoProducerKey,
  type DemoProductKey,
  demoCommunes,
  demoId,
  demoProducers,
  demoProducts,
} from './demo-keys.ts';
export { loadRegistryDemonstration } from './demonstration.ts';
export { producerRecordPage, productRecordPage } from './pages/records.tsx';
export { registerPage, registerSheet } from './pages/register.tsx';
export { producerRecordPath, productRecordPath, registerPath, registerSheetPath } from './urls.ts';
