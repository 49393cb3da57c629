import { z } from 'zod';
import { publicPage, redirect } from '#platform/http/page';
import { Button, FactsList, StatusTag, Timeline } from '#ui';
import { openToken, publicTimeline } from '../look-up.ts';
import { applicationKinds } from '../schema.ts';
import { lookUpPaths } from '../urls.ts';

/** The answer of a look-up: the plain timeline, for a quarter of an hour; afterwards one asks again. */
export const lookUpShownPage = publicPage({
  params: z.object({ token: z.string().max(100) }),
  shell: 'public',
  cache: 'private',
  async load(ctx, { token }) {
    const id = openToken(ctx.secret, token, ctx.now);
    return id === null ? redirect(lookUpPaths.form) : publicTimeline(ctx.db, id, ctx.day);
  },
  head: ({ slip }) => ({ title: `Hồ sơ ${slip}`, noindex: true }),
  view: ({ dossier, slip, steps }) => (
    <div class="page read stack-5 pt-6 pb-12">
      <div>
        <h1>
          Hồ sơ theo phiếu số <span class="num block text-xl">{slip}</span>
        </h1>
        <p class="mt-2">
          <StatusTag status={`dossier.${dossier.state}`} />
        </p>
      </div>
      <Timeline steps={steps} label="Hồ sơ đang ở đâu" />
      <FactsList
        facts={[
          {
            term: 'Nơi nhận hồ sơ',
            value: `UBND ${dossier.commune.name.replace(/^(Xã|Phường)/, (word) => word.toLowerCase())}`,
          },
          { term: 'Lần đăng ký', value: applicationKinds[dossier.kind] },
        ]}
      />
      <div class="row">
        <Button href={lookUpPaths.form} icon="lens">
          Tra hồ sơ khác
        </Button>
        <Button href="/dang-nhap" kind="bare">
          Đăng nhập để xem đầy đủ
        </Button>
      </div>
    </div>
  ),
});
