/** After a result: the secretary chooses what the producer reads, the producer sees on the phone why it is not more, and the way to the next star. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, DESK, PHONE } from '../support/browser.ts';
import { look, windowOf } from '../support/story.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(closeBrowser);

const LABEL = 'Nhãn chưa có mã truy xuất điện tử (giả định).';

test.each([true, false])('why a product has no more stars, on the phone (JavaScript: %s)', async (scripts) => {
  const [of] = await app.database.asOwner<{ id: string; session: string }>(
    `select d.id, s.session from dossier d join product p on p.id = d.product join session_dossier s on s.dossier = d.id
      where p.name like 'Miến dong sợi nhỏ%' limit 1`,
  );
  const phone = await windowOf(app, 'producer', { viewport: PHONE, javaScriptEnabled: scripts });
  const tab = await phone.newPage();
  await tab.goto(`${app.base}/ho-so/${of?.id}`);
  await tab.locator(`a[href="/ho-so/${of?.id}/vi-sao"]`).first().click();
  await tab.waitForURL(/\/vi-sao$/);
  await look(tab, 'why-not');
  // The second time begins where the first ended: the note was kept back.
  expect((await tab.getByText(LABEL).count()) > 0).toBe(scripts);
  const people = await app.database.asOwner<{ name: string }>(
    'select distinct a.full_name as name from council_seat s join account a on a.id = s.account',
  );
  const words = (await tab.locator('main').textContent()) ?? '';
  expect(people.filter(({ name }) => words.includes(name))).toEqual([]);
  expect(words).toMatch(/Mất/);

  // The secretary keeps the note back with the reason, or lets it be read after all; the producer's page follows.
  const desk = await windowOf(app, 'council-secretary', { viewport: DESK, javaScriptEnabled: scripts });
  const notes = await desk.newPage();
  await notes.goto(`${app.base}/phien/${of?.session}/nhan-xet/${of?.id}`);
  await look(notes, 'notes');
  const box = notes.getByRole('checkbox', { name: new RegExp(LABEL.slice(0, 20)) }).first();
  const told = await box.isChecked();
  await box.setChecked(!told);
  await notes.getByLabel(/Lý do/).fill('Chỉ liên quan đến mẫu tem cũ (giả định).');
  await notes.locator('form[action*="/nhan-xet/"] button').first().click();
  await notes.waitForLoadState();
  await tab.reload();
  expect((await tab.getByText(LABEL).count()) > 0).toBe(!told);
  await Promise.all([phone.close(), desk.close()]);
});
