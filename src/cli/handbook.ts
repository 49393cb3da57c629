/**
 * saolang handbook --unit CODE [--as-of DATE] --out FILE.pdf
 * Writes the handbook of a province or commune, by its code on that day (today when left out). Exit 0; 2 when the words
 * after the command, the unit or the file are not understood, or nothing holds there on that day.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeHandbook } from '#features/handbook';
import { unitByCode } from '#features/units';
import { isDay } from '#law/days';
import { type Day, systemClock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/db/database';
import { closePdf } from '#platform/documents/pdf';
import { openFileStore } from '#platform/files/store';
import { Refusal } from '#platform/refusal';
import { complain, say, withPools } from './operator.ts';
import { Refused } from './sheet-file.ts';

const USAGE = 'Cách dùng: saolang handbook --unit MÃ [--as-of NGÀY] --out TỆP.pdf';

interface Wanted {
  readonly unit: string;
  readonly day: Day;
  readonly out: string;
}

function readArguments(args: readonly string[]): Wanted {
  const text = { type: 'string' } as const;
  const { values } = (() => {
    try {
      return parseArgs({ args: [...args], options: { unit: text, 'as-of': text, out: text }, strict: true });
    } catch {
      throw new Refused('usage', USAGE);
    }
  })();
  const { unit, out } = values;
  if (!unit || !out) throw new Refused('usage', USAGE);
  if (!/^\d{2}(?:\d{3})?$/.test(unit))
    throw new Refused('unknownUnit', 'Mã địa bàn (--unit) là mã tỉnh 2 chữ số hoặc mã xã 5 chữ số.');
  const day = values['as-of'] ?? systemClock.today();
  if (!isDay(day)) throw new Refused('malformedDay', 'Ngày (--as-of) ghi dạng 2026-12-31.');
  return { unit, day, out: resolve(process.env.INIT_CWD ?? process.cwd(), out) };
}

async function write(db: Database, config: Config, { unit: code, day, out }: Wanted): Promise<number> {
  const unit = await unitByCode(db.app, code, day);
  if (unit === null) throw new Refused('unknownUnit', `Ngày ${day} không có địa bàn nào mang mã ${code}.`);
  const files = await openFileStore(config.filesUrl, config.dataDir);
  const step = async () => undefined;
  const asked = { db: db.app, files, unit, day, baseUrl: config.baseUrl, createdAt: new Date(), step };
  const { bytes, pages, products } = await makeHandbook(asked);
  await writeFile(out, bytes).catch(() => {
    throw new Refused('notWritten', `Không ghi được tệp “${out}”. Kiểm tra thư mục và quyền ghi.`);
  });
  say(`${out}: ${products} sản phẩm, ${pages} trang.`);
  return 0;
}

/** Runs the command; see the head of this file. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const wanted = readArguments(args);
    return await withPools(async (db, config) => {
      try {
        return await write(db, config, wanted);
      } catch (error) {
        if (!(error instanceof Refused || error instanceof Refusal)) throw error;
        complain(error.message);
        return 2;
      }
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    complain(error.message);
    return 2;
  } finally {
    await closePdf();
  }
}
