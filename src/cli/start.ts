/** `npm start`: from nothing to the demonstration programme at http://localhost:3000, with progress in plain words. */
import { createServer } from 'node:net';
import { steps } from '#law/moves';
import type { Config } from '#platform/config';
import { type LocatedDatabase, locateDatabase, raiseDatabase } from '#platform/db/locate';
import { openFileStore } from '#platform/files/store';
import { secretIn } from '#platform/secret';
import { buildAssets, configOr, failWith, runUntilStopped } from './running.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs until Ctrl-C or SIGTERM; answers 1 when it cannot start, with a sentence that says why. */
export async function run(): Promise<number> {
  const began = performance.now();
  const config = configOr('start', { LOG_LEVEL: 'warn', ...process.env });
  if (config === null) return 1;
  try {
    await refuseTakenPort(config);
    const secret = config.secret ?? (await secretIn(config.dataDir));
    say('Sao Làng: starting …');
    const located = await besides(locateDatabase({ ...config, secret }, say), buildAssets());
    return await runUntilStopped(config, located, secret, {
      prepare: () => prepare(located, config),
      ready: () => welcome(config, (performance.now() - began) / 1000),
    });
  } catch (error) {
    return failWith(error);
  }
}

/** Waits for both; when the build fails, the database that was started meanwhile is stopped again. */
async function besides(database: Promise<LocatedDatabase>, build: Promise<void>): Promise<LocatedDatabase> {
  const [found, built] = await Promise.allSettled([database, build]);
  if (found.status === 'rejected') throw found.reason;
  if (built.status === 'fulfilled') return found.value;
  await found.value.stop();
  throw built.reason;
}

/** Fails before the long work when somebody else already listens there. */
async function refuseTakenPort({ host, port }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function prepare({ owner, app, report }: LocatedDatabase, config: Config): Promise<void> {
  if (owner === null) return;
  await raiseDatabase({ owner, app, report }, steps, say);
  const { loadDemonstrationWhenNew } = await import('./demonstration.ts');
  const files = await openFileStore(config.filesUrl, config.dataDir);
  await loadDemonstrationWhenNew({ app, report }, files, say);
}

/** What to do now: for the officer who tries it, then for the one who installs it. */
function welcome(config: Config, seconds: number): void {
  const { baseUrl } = config;
  say('');
  say(`Sao Làng đã sẵn sàng:  ${baseUrl}`);
  say(`Vào thử với vai chủ thể, xã, tỉnh, hội đồng …:  ${baseUrl}/vao-thu`);
  say('Mục ghi "giả định" là dữ liệu dựng để trình diễn; danh sách sản phẩm, đơn vị, bộ tiêu chí là thật.');
  say('Giữ cửa sổ này mở trong khi dùng; bấm Ctrl-C để dừng.');
  say('');
  say(`Ready after ${seconds.toFixed(1)} s at ${baseUrl}; try every role at ${baseUrl}/vao-thu.`);
  say('Records marked "giả định" are invented; product lists, units and criteria are real. Stop with Ctrl-C.');
}
