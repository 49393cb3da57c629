/** Lists sent, waited for, settled and written through the pages, for tests. */
import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import type { Client, Upload } from './client.ts';

export const csv = (name: string, lines: readonly string[]): Upload => ({
  name,
  type: 'text/csv',
  bytes: new TextEncoder().encode(lines.join('\r\n')),
});
export const LIST_TITLE = 'DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN NĂM 2025';
export const LIST_HEAD = 'STT;Tên sản phẩm;Chủ thể;Địa chỉ;Hạng sao;Số quyết định;Ngày quyết định';

/** Lists of one office: each step through its page. */
export function listOffice({ database: { asOwner } }: TestApp, client: Client) {
  const idOf = (at: string) => at.split('?')[0]?.split('/').pop() ?? '';

  /** Waits until nothing is done with the import any more. */
  async function settled(at: string): Promise<string> {
    for (let tries = 0; tries < 600; tries += 1) {
      const rows = await asOwner<{ job: string | null; state: string }>(
        'select job, state from list_import i join lifecycle l on l.id = i.id where i.id = $1',
        [idOf(at)],
      );
      if (rows[0]?.job === null) return rows[0].state;
      await new Promise((go) => setTimeout(go, 100));
    }
    throw new Error('the import does not end');
  }
  async function press(at: string, way: string, fields: Record<string, string> = {}) {
    const page = await client.page(at);
    return client.submit(page.form(way), fields);
  }

  return {
    idOf,
    settled,
    press,
    async send(file: Upload, subject = 'products'): Promise<string> {
      const page = await client.page(`/nhap-danh-sach?subject=${subject}`);
      const sent = await client.submit(page.form('/nhap-danh-sach'), {}, { file });
      expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
      await settled(sent.location ?? '');
      return sent.location ?? '';
    },
    async confirm(at: string, kind = 'recognised'): Promise<void> {
      expect((await press(`${at}/cot`, '/cot', { kind })).status).toBe(303);
      await settled(at);
    },
    /** Everything doubtful for a reason, in one act. */
    async settleAll(at: string, code: string, how: string) {
      return press(`${at}?status=doubtful&code=${code}`, '/xu-ly', { how, code });
    },
    async write(at: string): Promise<string> {
      const asked = await press(at, '/ghi');
      expect([asked.status, asked.status === 303 ? '' : asked.text]).toEqual([303, '']);
      return settled(at);
    },
    async undo(at: string): Promise<string> {
      expect((await press(at, '/hoan-tac')).status).toBe(303);
      return settled(at);
    },
    async counts(at: string): Promise<Record<string, number>> {
      const rows = await asOwner<{ status: string; n: number }>(
        'select status, count(*)::int as n from list_import_row where import = $1 group by status',
        [idOf(at)],
      );
      return Object.fromEntries(rows.filter(({ status }) => status !== 'skipped').map(({ status, n }) => [status, n]));
    },
    async problem(at: string): Promise<string | null | undefined> {
      const rows = await asOwner<{ problem: string | null }>('select problem from list_import where id = $1', [
        idOf(at),
      ]);
      return rows[0]?.problem;
    },
  };
}
