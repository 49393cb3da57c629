// Reads PDFs apart from the web process, so that a hostile one can only stop this thread.
// Plain JavaScript: a worker thread is not passed through the TypeScript loader of its parent.
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

/** Number of pages of the file at `path`; every page must be readable. */
async function inspect({ path }) {
  const bytes = new Uint8Array(await readFile(path));
  let pdf;
  try {
    pdf = await getDocumentProxy(bytes, { stopAtErrors: true, verbosity: 0 });
  } catch (error) {
    throw error?.name === 'PasswordException' ? { code: 'encrypted', message: 'password' } : broken(error);
  }
  try {
    const { info } = await pdf.getMetadata();
    if (info.EncryptFilterName) throw { code: 'encrypted', message: info.EncryptFilterName };
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      page.cleanup();
    }
    return { pages: pdf.numPages };
  } catch (error) {
    throw typeof error?.code === 'string' ? error : broken(error);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function broken(error) {
  return { code: 'broken', message: String(error?.message ?? error) };
}

parentPort.on('message', async ({ id, request }) => {
  try {
    parentPort.postMessage({ id, value: await inspect(request) });
  } catch (error) {
    parentPort.postMessage({ id, error: { code: error.code ?? 'broken', message: error.message ?? String(error) } });
  }
});
