/** Issue 3, test 10: what is saved is shown back, field by field, by the very page it was typed on; strange characters and long words too. */
import { expect, it } from 'vitest';
import { testApp } from './support/app.ts';
import type { Client } from './support/client.ts';
import { dossiersInRound, establish, scoring, sheetOf } from './support/council.ts';
import { submittedDossier } from './support/dossiers.ts';

const app = await testApp();
const producer = await app.signIn('producer');
const { id } = await submittedDossier(app, { newProduct: 'Miến nói lại (giả định)', handIn: false });

/** Kinds of fields a page writes itself and a person does not type. */
const OWN = /^_|^(key|version|_version|idempotency)/i;
/** Words no page may swallow: marks, quotes, markup, a line of its own. */
const words = (name: string) => `Chữ của ${name} "ạ" & <b ' \\ €`;

/** Fills every text of a form with words of its own, turns every tick over; answers what the page then shows. */
async function throughPage(who: Client, path: string, action: string, only?: RegExp) {
  const form = (await who.page(path)).form(action);
  const texts = [...form.html.matchAll(/<(?:textarea|input)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.startsWith('<textarea') || /type="text"/.test(tag))
    .flatMap((tag) => /\sname="([^"]+)"/.exec(tag)?.[1] ?? [])
    .filter((name) => !OWN.test(name) && (only === undefined || only.test(name)));
  expect([path, texts.length]).toEqual([path, expect.any(Number)]);
  expect(texts.length).toBeGreaterThan(0);
  const ticks = [...form.html.matchAll(/<input\b[^>]*type="checkbox"[^>]*>/g)]
    .flatMap(([tag]) => /\sname="([^"]+)"/.exec(tag)?.[1] ?? [])
    .filter((name) => !OWN.test(name) && (only === undefined || only.test(name)));
  const typed: Record<string, string | null> = Object.fromEntries(texts.map((name) => [name, words(name)]));
  const was = new Set(form.fields.map(([name]) => name));
  for (const name of ticks) typed[name] = was.has(name) ? null : 'on';
  const answer = await who.submit(form, typed);
  expect([path, answer.status, answer.text.slice(0, 400)]).toEqual([path, 303, expect.any(String)]);
  const shown = new Map((await who.page(path)).form(action).fields);
  return { typed, shown, texts, ticks };
}

it.each(['thong-tin', 'san-xuat', 'ke-hoach'])(
  'test 10: the part %s of a dossier shows back every text and tick',
  async (part) => {
    const path = `/ho-so/${id}/${part}`;
    const { typed, shown, texts, ticks } = await throughPage(producer, path, path);
    expect(Object.fromEntries(texts.map((name) => [name, shown.get(name)]))).toEqual(
      Object.fromEntries(texts.map((name) => [name, typed[name]])),
    );
    expect(ticks.filter((name) => shown.has(name)).sort()).toEqual(ticks.filter((name) => typed[name] !== null).sort());
  },
);

it('test 10: a member’s sheet shows back the options, notes and opinion that were saved', async () => {
  const province = await app.signIn('province');
  const { dossiers, round } = await dossiersInRound(app, ['Miến phiếu nói lại']);
  const secretary = await app.signIn('council-secretary');
  const council = await establish(app, province);
  const session = await scoring(app, { province, secretary, council, round, dossiers });
  const member = await app.signIn('council-member-1');
  const path = `/cham/${await sheetOf(app, session, dossiers[0] ?? '', 'council-member-1')}`;
  const action = `${path}/luu`;
  const form = (await member.page(path)).form(action);
  const radios = new Map<string, string>();
  for (const [tag] of form.html.matchAll(/<input\b[^>]*type="radio"[^>]*>/g)) {
    const name = /\sname="([^"]+)"/.exec(tag)?.[1];
    const value = /\svalue="([^"]+)"/.exec(tag)?.[1];
    if (name && value) radios.set(name, value); // the last option of each
  }
  expect(radios.size).toBeGreaterThan(10);
  const notes = form.fields.map(([name]) => name).filter((name) => /^(notes?\b|opinion)/.test(name));
  expect(notes.length).toBeGreaterThan(0);
  const typed = Object.fromEntries([...radios, ...notes.map((name): [string, string] => [name, words(name)])]);
  expect((await member.submit(form, typed)).status).toBe(303);
  const shown = new Map((await member.page(path)).form(action).fields);
  expect(Object.fromEntries(Object.keys(typed).map((name) => [name, shown.get(name)]))).toEqual(typed);
  // Nobody else's page of the same product shows any of it.
  const other = await sheetOf(app, session, dossiers[0] ?? '', 'council-member-2');
  expect((await (await app.signIn('council-member-2')).page(`/cham/${other}`)).html).not.toContain('Chữ của');
});
