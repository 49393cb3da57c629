import { v7 } from 'uuid';
import { holdDossier, tellOffice, tellProducer } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { formatDay } from '#ui';
import { packageOf } from './queries.ts';
import { askPackage as askInput, type MovedRow, movedRow, sendPackage as sendInput } from './schema.ts';

/** The province sends a candidate's package to the Ministry with its letter (Art. 6.3, 7.3.e); the letter's day decides the round. */
export const sendPackage = action({
  name: 'dossier.sendPackage',
  title: 'Gửi hồ sơ đề nghị Bộ đánh giá 5 sao',
  input: sendInput,
  output: movedRow,
  publicData: false,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<MovedRow> {
    const dossier = await holdDossier(ctx.tx, given.id);
    const { parts, sector } = await packageOf(ctx.tx, given.id);
    const letter = { number: given.letterNumber, dated: given.letterDate };
    const shown: FactsOf<'dossier.sendPackage'> = {
      letter,
      missing: parts.filter((one) => !one.there).map((one) => `${one.name} (${one.words})`),
      sector,
      samples: given.samples,
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.sendPackage',
      subject: given.id,
      expect: ctx.expect,
      facts: { letter, samples: given.samples },
      shown,
      effect: async (tx) => {
        const files = [given.letterFile, given.extraFile].filter((one) => one !== undefined);
        await attachFiles(ctx, files, { province: dossier.province.id }, 'letterFile');
        await tx
          .insertInto('five_star_package')
          .values({
            id: v7(),
            dossier: given.id,
            letter_number: given.letterNumber,
            letter_date: given.letterDate,
            letter_file: given.letterFile ?? null,
            samples: given.samples,
            extra_tests: given.extraTests ?? null,
            extra_file: given.extraFile ?? null,
            recorded_by: ctx.actor.account,
          })
          .execute();
        const words = {
          subject: `Hồ sơ đề nghị 5 sao: ${dossier.product.name}`,
          body: `${dossier.province.name} gửi Bộ tại văn bản số ${letter.number} ngày ${formatDay(letter.dated)}.`,
        };
        await tellOffice(tx, dossier, 'ministry', words);
        await tellProducer(tx, dossier, words);
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

/** The Ministry's office asks the province to complete the package (Art. 7.4.a). */
export const askPackage = action({
  name: 'dossier.askPackage',
  title: 'Yêu cầu tỉnh hoàn thiện hồ sơ',
  input: askInput,
  output: movedRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, given): Promise<MovedRow> {
    const dossier = await holdDossier(ctx.tx, given.id);
    const shown: FactsOf<'dossier.askPackage'> = { reasons: [given.reason] };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.askPackage',
      subject: given.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: {},
      shown,
      effect: (tx) =>
        tellOffice(tx, dossier, 'province', {
          subject: `Bộ yêu cầu hoàn thiện hồ sơ: ${dossier.product.name}`,
          body: given.reason,
        }),
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});
