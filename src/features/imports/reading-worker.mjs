// Reads lists in a thread of its own, so that a large file keeps nobody waiting. Node 24 reads TypeScript by itself.
import { parentPort } from 'node:worker_threads';

if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { readIntoFile } = await import('./reading/in-file.ts');

parentPort?.on('message', async ({ id, request: { bytes, options, into } }) => {
  try {
    parentPort.postMessage({ id, value: await readIntoFile(new Uint8Array(bytes), options, into) });
  } catch (error) {
    const code = typeof error.code === 'string' ? error.code : 'crash';
    parentPort.postMessage({ id, error: { code, message: error.message } });
  }
});
