import { resolve } from 'node:path';
import { z } from 'zod';

/** How the product was started: `start` shows the demonstration programme, `serve` is production. */
export type Mode = 'start' | 'serve';

export interface Config {
  mode: Mode;
  /** Demonstration accounts and data, `/vao-thu`. */
  demo: boolean;
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** Without a slash at the end. Everything written into letters, QR codes and links begins with it. */
  baseUrl: string;
  /** Origins a browser may send forms from. */
  origins: readonly string[];
  https: boolean;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  databaseReportUrl: string | undefined;
  filesUrl: string;
  secret: string | undefined;
  rateLimits: boolean;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  /** Providers of text messages; without one they are written into the folder of letters. */
  sms: { url: string; token: string } | undefined;
  zalo: { url: string; token: string } | undefined;
  /** Where weaknesses are reported: `mailto:…` or an https address. */
  securityContact: string | undefined;
  trustedProxies: readonly string[];
  metrics: { host: string; port: number } | undefined;
  logLevel: string;
}

/** Settings that were not understood: one clear line each. */
export class ConfigProblem extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

interface Setting {
  meaning: string;
  /** Shown in the table; the schema knows the real default. */
  byDefault: string;
  check: z.ZodType;
}

const address = /^(?:\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}$/i;
const proxy = /^[0-9a-f:.]+(?:\/\d{1,3})?$/i;
const port = z.coerce.number('a port number').int('a port number').min(1, '1–65535').max(65535, '1–65535');
const postgres = z
  .string()
  .regex(/^postgres(?:ql)?:\/\/[^\s/]+\/[^\s/]+$/, 'postgres://user:password@host:5432/database')
  .optional();

const provider = z
  .string()
  .regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/)\S+$/, 'https://…')
  .optional();

/** Every setting of the environment: one row a setting, in the order of the table in docs/operations.md. */
const SETTINGS = {
  PORT: { meaning: 'Port to listen on', byDefault: '3000', check: port.default(3000) },
  HOST: {
    meaning: 'Address to listen on; `0.0.0.0` for all',
    byDefault: '127.0.0.1',
    check: z
      .string()
      .regex(/^[\w.:-]+$/, 'a host name or address')
      .default('127.0.0.1'),
  },
  DATA_DIR: {
    meaning: 'Folder of embedded database, files, letters and secret',
    byDefault: './data',
    check: z.string().min(1, 'a folder').default('./data'),
  },
  BASE_URL: {
    meaning:
      'Address people type. Goes into QR codes and letters; forms are taken only from it (without it also from 127.0.0.1)',
    byDefault: 'http://localhost:PORT',
    check: z
      .string()
      .regex(/^https?:\/\/[\w.:[\]-]+\/?$/i, 'https://… without a path')
      .optional(),
  },
  DATABASE_URL: { meaning: 'PostgreSQL, role of the application', byDefault: 'embedded', check: postgres },
  DATABASE_OWNER_URL: {
    meaning:
      'PostgreSQL, owner of the tables: runs migrations. `npm start` needs only this one and makes the other roles',
    byDefault: 'embedded',
    check: postgres,
  },
  DATABASE_REPORT_URL: {
    meaning: 'PostgreSQL, read only, for reports; may be a replica',
    byDefault: 'as DATABASE_URL',
    check: postgres,
  },
  FILES_URL: {
    meaning: 'Where files are kept: `file:` and a folder, relative to DATA_DIR',
    byDefault: 'file:files',
    check: z
      .string()
      .regex(/^file:./, 'file: and a folder')
      .default('file:files'),
  },
  SECRET: {
    meaning: 'Key of everything sealed by the server, 32 characters or more. `npm start` writes one to DATA_DIR/secret',
    byDefault: '`serve`: none, must be set',
    check: z.string().optional(),
  },
  RATE_LIMITS: {
    meaning: '`off` switches rate limits off; demonstration programme only',
    byDefault: 'on',
    check: z.enum(['on', 'off'], 'on or off').default('on'),
  },
  SMTP_URL: {
    meaning: 'Mail server, `smtps://user:password@host`. Without it letters are written to DATA_DIR/letters',
    byDefault: 'none',
    check: z
      .string()
      .regex(/^smtps?:\/\/\S+$/, 'smtps://user:password@host:465')
      .optional(),
  },
  MAIL_FROM: {
    meaning: 'Sender of letters, needed with SMTP_URL',
    byDefault: 'none',
    check: z.email('an e-mail address').optional(),
  },
  SMS_URL: {
    meaning:
      'Provider of SMS: takes `POST {"id","to","text"}`, see below. Without it they are written to DATA_DIR/letters',
    byDefault: 'none',
    check: provider,
  },
  SMS_TOKEN: {
    meaning: 'Bearer token for SMS_URL',
    byDefault: 'none',
    check: z.string().min(8, 'the token').optional(),
  },
  ZALO_URL: { meaning: 'The same for Zalo messages', byDefault: 'none', check: provider },
  ZALO_TOKEN: {
    meaning: 'Bearer token for ZALO_URL',
    byDefault: 'none',
    check: z.string().min(8, 'the token').optional(),
  },
  SECURITY_CONTACT: {
    meaning: 'Where weaknesses are reported, an e-mail or https address: shown on /bao-mat and in security.txt',
    byDefault: 'none',
    check: z.union([z.email(), z.url({ protocol: /^https$/ })], 'an e-mail or https address').optional(),
  },
  TRUSTED_PROXIES: {
    meaning: 'Addresses or networks, with commas, whose X-Forwarded-For and -Proto are believed',
    byDefault: 'none',
    check: list(proxy, '10.0.0.5, 10.1.0.0/16'),
  },
  METRICS: {
    meaning: 'Address for Prometheus figures, `127.0.0.1:9464`; never on the public port',
    byDefault: 'off',
    check: z.string().regex(address, 'host:port').optional(),
  },
  LOG_LEVEL: {
    meaning: '`error`, `warn`, `info` or `debug`; logs are JSON lines on standard error',
    byDefault: 'info',
    check: z.enum(['error', 'warn', 'info', 'debug', 'silent'], 'error, warn, info, debug or silent').default('info'),
  },
} satisfies Record<string, Setting>;

function list(pattern: RegExp, example: string) {
  return z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    )
    .refine((items) => items.every((item) => pattern.test(item)), example);
}

type Settings = { [K in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[K]['check']> };
const names = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];
const schema = z.object(Object.fromEntries(names.map((name) => [name, SETTINGS[name].check])));

/** Reads and checks the environment. Throws ConfigProblem with one line a wrong setting; a blank setting is none. */
export function readConfig(env: NodeJS.ProcessEnv, mode: Mode): Config {
  const given = Object.fromEntries(names.map((name) => [name, env[name]?.trim() || undefined]));
  const read = schema.safeParse(given);
  const problems = read.success ? [] : read.error.issues.map((issue) => wrong(issue));
  if (!read.success) throw new ConfigProblem(problems);
  const settings = read.data as Settings;
  problems.push(...refusals(settings, mode));
  if (problems.length > 0) throw new ConfigProblem(problems);
  return build(settings, mode);
}

const wrong = (issue: z.core.$ZodIssue) => `${issue.path.join('.')}: not understood; expected ${issue.message}.`;

function refusals(settings: Settings, mode: Mode): string[] {
  const found: string[] = [];
  if (settings.SECRET !== undefined && !isSecret(settings.SECRET)) {
    found.push('SECRET: too short or too simple; use 32 or more random characters (openssl rand -base64 32).');
  }
  if (settings.SMTP_URL && !settings.MAIL_FROM) found.push('MAIL_FROM: needed because SMTP_URL is set.');
  for (const name of ['SMS', 'ZALO'] as const) {
    if (settings[`${name}_URL`] && !settings[`${name}_TOKEN`])
      found.push(`${name}_TOKEN: needed because ${name}_URL is set.`);
  }
  if (mode === 'serve') {
    if (!settings.SECRET) found.push('SECRET: missing; production needs 32 or more random characters.');
    if (!settings.DATABASE_URL) found.push('DATABASE_URL: missing; production needs a PostgreSQL server.');
    if (!settings.BASE_URL) found.push('BASE_URL: missing; production needs the address people type.');
    if (settings.RATE_LIMITS === 'off') found.push('RATE_LIMITS: may be off only in the demonstration programme.');
  }
  return found;
}

/** A secret worth the name: long enough and of many different characters (S40). */
export function isSecret(text: string): boolean {
  return text.length >= 32 && new Set(text).size >= 12;
}

function build(settings: Settings, mode: Mode): Config {
  const local = `http://localhost:${settings.PORT}`;
  const baseUrl = settings.BASE_URL ? new URL(settings.BASE_URL).origin : local;
  const [metricsHost, metricsPort] = settings.METRICS?.split(/:(?=\d+$)/) ?? [];
  return {
    mode,
    demo: mode === 'start',
    port: settings.PORT,
    host: settings.HOST,
    dataDir: resolve(settings.DATA_DIR),
    baseUrl,
    origins: settings.BASE_URL ? [baseUrl] : [local, `http://127.0.0.1:${settings.PORT}`],
    https: baseUrl.startsWith('https:'),
    databaseUrl: settings.DATABASE_URL,
    databaseOwnerUrl: settings.DATABASE_OWNER_URL,
    databaseReportUrl: settings.DATABASE_REPORT_URL,
    filesUrl: settings.FILES_URL,
    secret: settings.SECRET,
    rateLimits: settings.RATE_LIMITS === 'on',
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    sms: providerOf(settings.SMS_URL, settings.SMS_TOKEN),
    zalo: providerOf(settings.ZALO_URL, settings.ZALO_TOKEN),
    securityContact: settings.SECURITY_CONTACT?.replace(/^(?=[^/]+$)/, 'mailto:'),
    trustedProxies: settings.TRUSTED_PROXIES,
    metrics: metricsHost && metricsPort ? { host: metricsHost, port: Number(metricsPort) } : undefined,
    logLevel: settings.LOG_LEVEL,
  };
}

const providerOf = (url: string | undefined, token: string | undefined) => (url && token ? { url, token } : undefined);

/** The table of settings in Markdown, for docs/operations.md. */
export function settingsTable(): string {
  const rows = names.map((name) => `| \`${name}\` | ${SETTINGS[name].meaning} | ${SETTINGS[name].byDefault} |`);
  return ['| Setting | Meaning | Default |', '|---|---|---|', ...rows].join('\n');
}
