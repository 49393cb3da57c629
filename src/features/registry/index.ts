export { begetMany, type Hand, moveMany } from './births.ts';
export { certificateRules, stateOn, stateText } from './certificate-rules.ts';
export { newCheckCode } from './check-code.ts';
export { showNewest } from './current.ts';
export {
  type DemoProducerKey,
  type DemoProductKey,
  demoCommunes,
  demoId,
  demoProducers,
  demoProducts,
} from './demo-keys.ts';
export { loadRegistryDemonstration } from './demonstration.ts';
export { type Extension, type ExtensionEnd, endExtension, extendByFiling, extensionsOf } from './extension.ts';
export { mendedQueries } from './mended-words.ts';
export { type NameKey, nameKey, nearNames, plainName, shelfOf, shelvesNear } from './name-key.ts';
export { type Chosen, choices, options, otherProvince, ProvinceChooser } from './pages/province-chooser.tsx';
export { registerPage, registerSheet } from './pages/register.tsx';
export { type Standing, supersede, supersessions } from './supersession.ts';
export { producerRecordPath, productRecordPath, registerPath, registerSheetPath } from './urls.ts';
