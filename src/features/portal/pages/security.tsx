import { publicPage } from '#platform/http/page';
import { Note } from '#ui';
import { securityUrl, twinOf } from '../urls.ts';
import type { Lang } from '../words.ts';
import { Section } from './parts.tsx';

/** How to report a weakness of this system, and what its keepers promise; the page security.txt names (S34). */
export const securityPage = publicPage({
  shell: 'public',
  async load(ctx) {
    return { contact: ctx.securityContact };
  },
  head: (_data, ctx) => {
    const twin = twinOf(securityUrl(ctx.lang));
    return ctx.lang === 'en'
      ? {
          title: 'Report a weakness',
          description: 'How to report a weakness of this system, and what we promise.',
          twin,
        }
      : { title: 'Báo lỗ hổng bảo mật', description: 'Cách báo lỗ hổng của hệ thống này và điều chúng tôi hứa.', twin };
  },
  view: ({ contact }, ctx) => <Security contact={contact} lang={ctx.lang} />,
});

const WORDS = {
  vi: {
    title: 'Báo lỗ hổng bảo mật',
    lead: 'Bạn thấy một lỗ hổng của hệ thống này? Báo riêng cho chúng tôi trước khi nói với người khác.',
    where: 'Báo ở đâu',
    noContact:
      'Nơi vận hành chưa ghi địa chỉ nhận báo. Dùng biểu mẫu báo riêng ở kho mã nguồn của Sao Làng (mục Security, Report a vulnerability), hoặc gửi thư cho cơ quan tham mưu quản lý OCOP cấp tỉnh.',
    say: 'Cần ghi gì',
    sayItems: [
      'Bạn đã làm gì, ở trang nào, lúc nào, và thấy gì',
      'Mã lỗi, nếu trang có hiện',
      'Cách liên hệ lại, nếu bạn muốn được trả lời',
    ],
    please: 'Xin giữ đúng',
    pleaseItems: [
      'Chỉ thử đến mức đủ chứng minh; không xem, sửa, lấy dữ liệu của người khác',
      'Không làm hệ thống chậm hoặc ngừng chạy',
      'Chưa công bố trước khi lỗi được sửa',
    ],
    promise: 'Chúng tôi hứa',
    promiseItems: ['Trả lời trong năm ngày làm việc', 'Sửa ở bản mới nhất và cho bạn biết khi sửa xong'],
    data: 'Nếu thấy dữ liệu cá nhân bị lộ, báo ngay, kể cả ngoài giờ.',
  },
  en: {
    title: 'Report a weakness',
    lead: 'You found a weakness of this system? Please tell us in private before you tell others.',
    where: 'Where to report',
    noContact:
      'This installation names no address yet. Use the private report form of the source repository of Sao Làng (Security, Report a vulnerability), or write to the provincial OCOP office.',
    say: 'What to say',
    sayItems: [
      'What you did, on which page, when, and what happened',
      'The error id, if the page showed one',
      'How to reach you, if you want an answer',
    ],
    please: 'Please',
    pleaseItems: [
      'Go only as far as a proof needs; do not read, change or take the data of others',
      'Do not slow the system down or stop it',
      'Do not publish before it is mended',
    ],
    promise: 'We promise',
    promiseItems: ['An answer within five working days', 'The newest version is mended, and you are told when it is'],
    data: 'If personal data lie open, tell us at once, at any hour.',
  },
} as const;

function Security({ contact, lang }: { contact: string | null; lang: Lang }) {
  const words = WORDS[lang];
  return (
    <div class="page read stack pt-6 pb-12">
      <h1>{words.title}</h1>
      <p class="story">{words.lead}</p>
      <Section title={words.where}>
        {contact === null ? (
          <p>{words.noContact}</p>
        ) : (
          <p>
            <a href={contact} rel="noopener nofollow">
              <b>{contact.replace(/^mailto:/, '')}</b>
            </a>
          </p>
        )}
        <div class="pt-4">
          <Note kind="soon">{words.data}</Note>
        </div>
      </Section>
      <Section title={words.say}>
        <List items={words.sayItems} />
      </Section>
      <Section title={words.please}>
        <List items={words.pleaseItems} />
      </Section>
      <Section title={words.promise}>
        <List items={words.promiseItems} />
      </Section>
    </div>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul class="list-disc stack-2 pl-6">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
