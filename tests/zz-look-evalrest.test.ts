import { it } from 'vitest';
import { testApp } from './support/app.ts';
import { masked, prepared } from './support/anonymous.ts';
import { act, sheetOf } from './support/council.ts';
import { look, windowOf } from './support/story.ts';
const app = await testApp();
it('look', async () => {
  const province = await app.signIn('province');
  const hidden = await prepared(app, province, 'scorers', 'xem');
  const shots: [string, string, string][] = [
    ['province', `/phien/${hidden.session}`, 'phien-tinh'],
    ['province', `/phien/${hidden.session}/an-danh`, 'an-danh'],
    ['province', `/phien/${hidden.session}/an-danh/${hidden.dossiers[0]}`, 'an-danh-giay'],
    ['province', '/hoi-dong/moi', 'hd-moi'],
  ];
  for (const width of [360, 1366]) {
    const browserSize = { viewport: { width, height: width === 360 ? 740 : 768 } };
    for (const [who, path, name] of shots) {
      const page = await (await windowOf(app, who, browserSize)).newPage();
      await page.goto(app.base + path);
      await look(page, name).catch((e) => console.log(String(e)));
      await page.context().close();
    }
  }
  await masked(app, province, hidden);
  await act(app, await app.signIn('council-secretary'), `/sessions/${hidden.session}/start`, {}, hidden.session);
  const sheet = await sheetOf(app, hidden.session, hidden.dossiers[0] ?? '', 'council-member-1');
  for (const width of [360, 1366]) {
    const browserSize = { viewport: { width, height: width === 360 ? 740 : 768 } };
    for (const [path, name] of [[`/cham/${sheet}`, 'cham'], [`/phien/${hidden.session}`, 'phien'], ['/cham', 'mine']] as const) {
      const page = await (await windowOf(app, 'council-member-1', browserSize)).newPage();
      await page.goto(app.base + path);
      await look(page, name).catch((e) => console.log(String(e)));
      await page.context().close();
    }
  }
}, 200_000);
