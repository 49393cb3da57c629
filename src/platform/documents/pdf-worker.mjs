// Turns a Typst template and data into a PDF. Compiling blocks, so it has a thread of its own.
// Plain JavaScript: a worker thread is not passed through the TypeScript loader of its parent.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);
const fontBlobs = workerData.fonts.map((font) => readFileSync(require.resolve(font)));
const compilers = new Map();

/** One compiler a folder: Typst reads nothing above its folder. The house's own library appears in it as /house/. */
function compilerFor(folder) {
  let compiler = compilers.get(folder);
  if (!compiler) {
    compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
    for (const file of workerData.library)
      compiler.mapShadow(join(folder, 'house', basename(file)), readFileSync(file));
    compilers.set(folder, compiler);
  }
  return compiler;
}

function render({ folder, file, data, standard, createdAt, pictures }) {
  const compiler = compilerFor(folder);
  const shadows = [...pictures.keys()].map((name) => join(folder, 'pictures', basename(name)));
  try {
    for (const [name, bytes] of pictures)
      compiler.mapShadow(join(folder, 'pictures', basename(name)), Buffer.from(bytes));
    const result = compiler.compile({ mainFilePath: join(folder, file), inputs: { data }, resetRead: true });
    if (!result.result) {
      const diagnostics = result.takeDiagnostics();
      const details = diagnostics ? compiler.fetchDiagnostics(diagnostics) : [];
      throw { code: 'template', message: details.map((one) => `${one.path}: ${one.message}`).join('\n'), details };
    }
    const bytes = exportPdf(compiler, result.result, { standard, createdAt });
    return { bytes: new Uint8Array(bytes), pages: result.result.numOfPages };
  } finally {
    for (const path of shadows) compiler.unmapShadow(path);
    compiler.evictCache(0);
  }
}

function exportPdf(compiler, document, { standard, createdAt }) {
  try {
    return compiler.pdf(document, { pdfStandard: standard, pdfTags: true, creationTimestamp: createdAt });
  } catch (error) {
    const message = String(error?.message ?? error);
    const unshown = [...message.matchAll(/the text `\\"(.+?)\\"` could not be displayed/g)].map((match) =>
      readable(match[1]),
    );
    throw unshown.length > 0 ? { code: 'glyphs', message, details: unshown } : { code: 'export', message };
  }
}

/** Undoes the escapes of the compiler's message: \\u{e000} → the character itself. */
function readable(escaped) {
  return escaped
    .replace(/\\+u\{([0-9a-f]+)\}/g, (_all, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\+(.)/g, '$1');
}

parentPort.on('message', ({ id, request }) => {
  try {
    const value = render(request);
    parentPort.postMessage({ id, value }, [value.bytes.buffer]);
  } catch (error) {
    const { code = 'export', message = String(error), details } = error ?? {};
    parentPort.postMessage({ id, error: { code, message, details } });
  }
});
