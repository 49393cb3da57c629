import { confirmedYears, dueTerm, givenResult, officePaths } from '#features/dossiers';
import type { FormState } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, Form, FormEnd, formatDay, StatusTag, type Term, TermWords, TextArea } from '#ui';
import { findReview, type Review } from '../queries.ts';
import { officeOf } from '../settle.ts';
import { reviewPaths } from '../urls.ts';
import { aboutWords, officeName, outcomeWords } from '../words.ts';

interface Data {
  readonly review: Review;
  readonly term: Term | undefined;
  readonly may: {
    readonly accept: boolean;
    readonly answer: boolean;
    readonly annul: boolean;
    readonly withdraw: boolean;
  };
  readonly recognition: string | null;
  /** What the Ministry wrote to the province is between the two. */
  readonly mayReadContent: boolean;
}

/** One complaint or request: what was asked, where it stands, what may be done about it now. */
export const reviewPage = page({
  permission: 'review.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }): Promise<Data> {
    const review = await findReview(ctx.db, id);
    if (!review) throw notFound();
    const [result, years] = await Promise.all([givenResult(ctx.db, review.dossier), confirmedYears(ctx.db)]);
    const ours = officeOf(ctx.actor.role) === review.instance;
    const may = async (open: boolean, verb: string, subject: string) => open && (await ctx.may(verb, subject));
    const recognition = result?.recognition ?? null;
    const answerable = ours && (review.state === 'accepted' || review.state === 'requested');
    const [accept, answer, annul, withdraw] = await Promise.all([
      may(ours && review.state === 'filed', 'review.accept', id),
      may(answerable, 'review.answer', id),
      may(answerable && review.level === 'province', 'recognition.annul', recognition ?? id),
      may(review.state === 'filed' || review.state === 'accepted', 'review.withdraw', id),
    ]);
    return {
      ...{ review, recognition, term: dueTerm(review.dueOn, ctx.day, years) },
      may: { accept, answer, annul: annul && recognition !== null, withdraw },
      mayReadContent: review.kind === 'complaint' || !['producer', 'commune'].includes(ctx.actor.role),
    };
  },
  head: ({ review }) => ({
    title: `${aboutWords(review)} ${review.number}`,
    here: '/quyet-dinh',
    up: { href: reviewPaths.list, words: 'Khiếu nại, xem xét lại' },
  }),
  view: (data, ctx) => (
    <Case
      data={data}
      accept={ctx.form('review.accept', data.review.id)}
      decline={ctx.form('review.decline', data.review.id)}
      withdraw={ctx.form('review.withdraw', data.review.id)}
    />
  ),
});

interface Forms {
  readonly accept: FormState;
  readonly decline: FormState;
  readonly withdraw: FormState;
}

function Case({ data, ...forms }: { data: Data } & Forms) {
  const { review, term } = data;
  return (
    <div class="stack-5 max-w-[60rem]">
      <div>
        <div class="row between">
          <h1>{review.product}</h1>
          {term && <TermWords {...term} />}
        </div>
        <p class="ink2">{aboutWords(review)}</p>
        <p class="mt-2">
          <StatusTag status={`review.${review.state}`} />
        </p>
      </div>
      <Asked data={data} />
      {data.may.accept && <TakeUp review={review} accept={forms.accept} decline={forms.decline} />}
      {(data.may.answer || data.may.annul) && (
        <section class="row" aria-label="Việc cần làm">
          {data.may.answer && (
            <Button kind={review.wish === 'annul' ? 'plain' : 'main'} href={reviewPaths.answer(review.id)}>
              Trả lời bằng văn bản
            </Button>
          )}
          {data.may.annul && data.recognition && (
            <Button kind={review.wish === 'annul' ? 'main' : 'plain'} href={reviewPaths.annul(data.recognition)}>
              Thu hồi quyết định công nhận
            </Button>
          )}
        </section>
      )}
      <Answer review={review} />
      {data.may.withdraw && (
        <Form action={reviewPaths.withdraw(review.id)} state={forms.withdraw} version={review.version}>
          <Button kind="bare">Rút khiếu nại này</Button>
        </Form>
      )}
    </div>
  );
}

function Asked({ data: { review, mayReadContent } }: { data: Data }) {
  return (
    <FactsList
      facts={[
        { term: 'Số', value: <span class="num">{review.number}</span>, sub: `ngày ${formatDay(review.dated)}` },
        { term: 'Chủ thể', value: review.producer },
        { term: 'Hồ sơ', value: <a href={`${officePaths.list}/${review.dossier}`}>{review.product}</a> },
        { term: 'Cơ quan trả lời', value: officeName(review) },
        mayReadContent && {
          term: review.kind === 'complaint' ? 'Điều không đồng ý' : 'Điều không đúng quy định',
          value: <span class="whitespace-pre-line">{review.content}</span>,
        },
        review.lateReason !== null && {
          term: 'Lý do nộp muộn',
          value: <span class="whitespace-pre-line">{review.lateReason}</span>,
        },
        mayReadContent &&
          review.file !== null && {
            term: 'Kèm theo',
            value: <a href={officePaths.file(review.file)}>Tải bản kèm theo</a>,
            sub: review.onBehalf && 'Cán bộ ghi từ đơn giấy',
          },
        review.acceptedOn !== null && { term: 'Thụ lý ngày', value: formatDay(review.acceptedOn) },
      ]}
    />
  );
}

function TakeUp({ review, accept, decline }: { review: Review } & Pick<Forms, 'accept' | 'decline'>) {
  return (
    <section class="box stack" aria-label="Việc cần làm">
      <h2 class="text-lg">Thụ lý hay không?</h2>
      <Form action={reviewPaths.accept(review.id)} state={accept} version={review.version}>
        <Button kind="main">Thụ lý khiếu nại</Button>
      </Form>
      <details open={decline.errors.length > 0}>
        <summary class="py-1">Không thụ lý</summary>
        <Form action={reviewPaths.decline(review.id)} state={decline} version={review.version} class="stack-4 mt-3">
          <TextArea name="reason" label="Lý do không thụ lý" hint="Chủ thể đọc được." rows={3} maxLength={2000} />
          <FormEnd>
            <Button>Trả lời không thụ lý</Button>
          </FormEnd>
        </Form>
      </details>
    </section>
  );
}

function Answer({ review }: { review: Review }) {
  const { outcome, answer, answerNumber, answerDated, answerFile, declined } = review;
  if (outcome === null && declined === null) return null;
  return (
    <section class="stack" aria-labelledby="tra-loi">
      <h2 class="text-lg" id="tra-loi">
        Trả lời
      </h2>
      <FactsList
        facts={[
          { term: 'Kết quả', value: outcomeWords(review) ?? 'Không thụ lý' },
          answerNumber !== null && {
            term: 'Văn bản',
            value: `Số ${answerNumber}`,
            sub: answerDated && `ngày ${formatDay(answerDated)}`,
          },
          { term: 'Lý do', value: <span class="whitespace-pre-line">{answer ?? declined}</span> },
          answerFile !== null && { term: 'Bản đã ký', value: <a href={officePaths.file(answerFile)}>Tải văn bản</a> },
        ]}
      />
    </section>
  );
}
