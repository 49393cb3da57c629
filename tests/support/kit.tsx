/** Serves the kit pages as the product would: built assets, strict Content-Security-Policy. For tests and kit-pictures.ts. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { htmlOf, setAssets } from '../../src/ui/index.ts';
import { KIT_PAGES, Kit, type KitPage } from '../../src/ui/kit.tsx';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'";

/** Answers what the kit pages do not; false: not mine. */
type Extra = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface KitServer {
  readonly origin: string;
  url(page: KitPage, theme?: 'day' | 'night'): string;
  close(): Promise<void>;
}

/** Answers a page under the strict policy. */
export function answerPage(response: ServerResponse, page: VNode, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP });
  response.end(htmlOf(render(page)));
}

/** Builds what is out of date, then serves every kit page, and what a test adds, on a free port. */
export async function serveKit(extra: Extra = () => false): Promise<KitServer> {
  await promisify(execFile)(process.execPath, ['tools/build.mjs'], { cwd: ROOT });
  setAssets(JSON.parse(await readFile(`${ROOT}build/assets/manifest.json`, 'utf8')) as Record<string, string>);
  const server = createServer((request, response) => {
    if (extra(request, response)) return;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://kit');
    const page = KIT_PAGES.find((each) => pathname === `/${each}`);
    if (page) {
      const theme = searchParams.get('theme') === 'night' ? 'night' : 'day';
      answerPage(response, <Kit page={page} theme={theme} />);
      return;
    }
    readFile(`${ROOT}build/assets/${basename(pathname)}`).then(
      (content) => response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    url: (page, theme = 'day') => `http://127.0.0.1:${port}/${page}?theme=${theme}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
