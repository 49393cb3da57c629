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
