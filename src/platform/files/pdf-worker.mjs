// Reads PDFs apart from the web process, so that a hostile one can only stop this thread.
// Plain JavaScript: a worker thread is not passed through the TypeScript loader of its parent.
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { getDocumentProxy, renderPageAsImage } from 'unpdf';

// Node 20 lacks this; PDF.js uses it while drawing.
ArrayBuffer.prototype.transferToFixedLength ??= function (length = this.byteLength) {
  const copy = new ArrayBuffer(length);
  new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return copy;
};

async function opened(path) {
  const bytes = new Uint8Array(await readFile(path));
  try {
    return await getDocumentProxy(bytes, { stopAtErrors: true, verbosity: 0 });
  } catch (error) {
    throw error?.name === 'PasswordException' ? { code: 'encrypted', message: 'password' } : broken(error);
  }
}

/** Number of pages of the file at `path`; every page must be readable. */
async function inspect({ path }) {
  const pdf = await opened(path);
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

/** One page as a PNG that fits into a square of `edge` pixels. */
async function draw({ path, page, edge }) {
  const pdf = await opened(path);
  try {
    const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 });
    const scale = edge / Math.max(width, height, 1);
    const png = await renderPageAsImage(pdf, page, { canvasImport: () => import('@napi-rs/canvas'), scale });
    return { png: new Uint8Array(png) };
  } catch (error) {
    throw broken(error);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function broken(error) {
  return { code: 'broken', message: String(error?.message ?? error) };
}

parentPort.on('message', async ({ id, request }) => {
  try {
    parentPort.postMessage({ id, value: await (request.task === 'draw' ? draw(request) : inspect(request)) });
  } catch (error) {
    parentPort.postMessage({ id, error: { code: error.code ?? 'broken', message: error.message ?? String(error) } });
  }
});
