/** Templates made and changed on the screen. What is wrong is said at its block; reports begun keep the template they have. */
import { v7 } from 'uuid';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalidFields, notFound } from '#platform/refusal';
import { builtTemplate, ownTemplate } from './own-templates.ts';
import type { Template } from './template.ts';
import {
  changeTemplate as changeInput,
  makeTemplate as makeInput,
  retireTemplate as retireInput,
  type TemplateGiven,
  templateRow,
} from './template-schema.ts';

/** A new template of the officer's province. */
export const makeTemplate = action({
  name: 'reportTemplate.make',
  title: 'Lập mẫu báo cáo',
  input: makeInput,
  output: templateRow,
  publicData: false,
  async run(ctx, given) {
    const { area } = ctx.actor;
    if (area === null) throw notFound();
    const id = v7();
    const content = built(id, 1, given);
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'reportTemplate', id, action: 'reportTemplate.make', reach: { commune: null, province: area } },
      facts: { name: given.name, no: 1, content: content as never },
      effect: async (tx) => {
        await tx
          .insertInto('report_template')
          .values({
            id,
            province: area,
            name: given.name,
            given: JSON.stringify(given),
            content: JSON.stringify(content),
          })
          .execute();
      },
    });
    return { id, version };
  },
});

/** The template with other blocks; reports begun before keep the former ones. */
export const changeTemplate = action({
  name: 'reportTemplate.change',
  title: 'Sửa mẫu báo cáo',
  input: changeInput,
  output: templateRow,
  publicData: false,
  subject: ({ id }) => id,
  async run(ctx, { id, ...given }) {
    const { no } = await ownTemplate(ctx.tx, ctx.actor.area, id);
    const content = built(id, no + 1, given);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'reportTemplate.change', subject: id, expect: ctx.expect },
      facts: { name: given.name, no: no + 1, content: content as never },
      effect: async (tx) => {
        await tx
          .updateTable('report_template')
          .set({ name: given.name, no: no + 1, given: JSON.stringify(given), content: JSON.stringify(content) })
          .where('id', '=', id)
          .execute();
      },
    });
    return { id, version };
  },
});

/** Nobody begins a report with it any more. */
export const retireTemplate = action({
  name: 'reportTemplate.retire',
  title: 'Thôi dùng mẫu báo cáo',
  input: retireInput,
  output: templateRow,
  publicData: false,
  subject: ({ id }) => id,
  async run(ctx, { id, reason }) {
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'reportTemplate.retire', subject: id, expect: ctx.expect, reason },
    });
    return { id, version };
  },
});

function built(id: string, no: number, given: TemplateGiven): Template {
  const made = builtTemplate(id, no, given);
  if ('template' in made) return made.template;
  throw invalidFields([...made.problems]);
}
