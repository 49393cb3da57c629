/** The round trip of an autosaved sheet against a bare handler that does one insert: wall clock, both committing to disk. */
import { Agent, request } from 'node:http';
import { v7 } from 'uuid';
import { type DatabaseUrls, withClient } from '../src/platform/db/connect.ts';
import type { Hall, ReadySheet } from './council-stage.ts';
import { median } from './figures.ts';
import { startPeer } from './peers.ts';
import type { Measured } from './promises.ts';

const ROUNDS = 5;

interface Autosave {
  sheet: ReadySheet;
  hall: Hall;
  urls: DatabaseUrls;
  barePort: number;
  times: number;
}

/** The median of five rounds' ratios; and the draft the sheet stands at afterwards. */
export async function measureAutosave({
  sheet,
  hall,
  urls,
  barePort,
  times,
}: Autosave): Promise<{ draft: number; row: Measured }> {
  await withClient(urls.owner, async (client) => {
    await client.query(
      'create table bench_save (id uuid primary key, sheet text not null, answers jsonb not null, at timestamptz not null default now())',
    );
    await client.query('grant insert on bench_save to public');
  });
  const bare = await startPeer('bench/bare-insert.ts', [], barePort, {
    DATABASE_URL: urls.app,
    PORT: String(barePort),
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const body = JSON.stringify({ answers: sheet.answers });
  let { draft } = sheet;
  const ours = async () => {
    const cookie = [...sheet.client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = { cookie, origin: hall.stage.base, 'idempotency-key': v7(), 'if-match': `"${draft}"` };
    const { draftVersion } = await send(agent, `${hall.stage.base}/api/v1/sheets/${sheet.id}`, body, own);
    draft = Number(draftVersion);
  };
  const theirs = async () => {
    await send(agent, `${bare.origin}/${sheet.id}`, body, {});
  };
  try {
    const count = Math.max(20, Math.round(100 * times));
    for (let n = 0; n < count; n += 1) await Promise.all([theirs(), ours()]);
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const taken: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
      for (let n = 0; n < count; n += 1) {
        taken.theirs.push(await milliseconds(theirs));
        taken.ours.push(await milliseconds(ours));
      }
      console.log(`   autosave: ${median(taken.ours).toFixed(1)} ms, bare ${median(taken.theirs).toFixed(1)} ms`);
      ratios.push(median(taken.ours) / median(taken.theirs));
    }
    const row: Measured = {
      ...{ what: 'autosave: round trip of the bare insert', measured: median(ratios), limit: 2 },
      ...{ sense: 'atMost', unit: ' ×', absolute: false },
    };
    return { draft, row };
  } finally {
    agent.destroy();
    await bare.stop();
  }
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function send(
  agent: Agent,
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ draftVersion?: unknown }> {
  return new Promise((done, failed) => {
    const head = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers };
    const sent = request(url, { agent, method: 'POST', headers: head }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) done(JSON.parse(text) as { draftVersion?: unknown });
        else failed(new Error(`${url} answered ${response.statusCode}: ${text}`));
      });
      response.on('error', failed);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
