import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Button } from './button.tsx';
import { Document } from './document.tsx';
import { TextField } from './field.tsx';
import { Form, type FormState } from './form.tsx';
import { ICON_NAMES, Icon } from './icons.tsx';
import { planeOf, printOfSet } from './product-print.tsx';
import { Sheet } from './sheet.tsx';
import type { SheetSet, SheetState } from './sheet-types.ts';
import { calmTitle } from './sheet-types.ts';
import { ScoreScale, StarRow, StarShapes } from './stars.tsx';
import { statusLook } from './status.tsx';
import { STATUSES } from './status-names.ts';
import { QueueTable } from './table.tsx';
import { type CertificateState, Verdict } from './verdict.tsx';

const refused: FormState = {
  key: 'k-1',
  values: { name: '<b>Mỳ</b> "Chũ"' },
  errors: [{ field: 'name', message: 'Nhập tên sản phẩm' }],
};

describe('U8 a refused form', () => {
  const page = render(
    <Form action="/luu" state={refused} version={3}>
      <TextField name="name" label="Tên sản phẩm" />
    </Form>,
  );
  test('says the same words on top, linked to the field, and at the field', () => {
    expect(page).toContain('<a href="#f-name">Nhập tên sản phẩm</a>');
    expect(page.match(/Nhập tên sản phẩm/g)).toHaveLength(2);
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('aria-describedby="f-name-error"');
  });
  test('keeps what was typed, escaped', () => {
    expect(page).not.toContain('<b>Mỳ');
    expect(page).toContain('value="&lt;b>Mỳ&lt;/b> &quot;Chũ&quot;"');
  });
  test('carries key and version', () => {
    expect(page).toContain('name="_key" value="k-1"');
    expect(page).toContain('name="_version" value="3"');
  });
});

test('a search form carries neither key nor version', () => {
  const page = render(
    <Form action="/tim" method="get" state={refused}>
      <span />
    </Form>,
  );
  expect(page).not.toContain('_key');
});

test('U8 the title of a page with errors begins with "Lỗi:"', () => {
  expect(render(<Document title="Sửa chủ thể" errors children="" />)).toContain(
    '<title>Lỗi: Sửa chủ thể · Sao Làng</title>',
  );
});

test('a page carries no inline style or script', () => {
  const page = render(<Document title="Trang" theme="night" children={<ScoreScale points={74} />} />);
  expect(page).not.toMatch(/\sstyle="|\son\w+="|<script(?![^>]*src=)/);
  expect(page).toContain('data-theme="ban-net-dem"');
});

test('stars stand with their words', () => {
  const row = render(<StarRow stars={4} />);
  expect(row).toContain('4 sao');
  expect(row).toContain('href="#stars-4"');
  const drawn = render(<StarShapes />).match(/<symbol id="stars-4".*?<\/symbol>/)?.[0] ?? '';
  expect([drawn.match(/href="#star"/g), drawn.match(/href="#star-no"/g)].map((uses) => uses?.length)).toEqual([4, 1]);
  expect(render(<StarRow stars={1} />).match(/href="#star-no"/g)).toHaveLength(4);
  expect(render(<StarRow stars={1} lang="en" />)).toContain('1 star<');
});

test('the scale says points and band for readers', () => {
  expect(render(<ScoreScale points={89.99} label="89,99" />)).toContain('aria-label="89,99 trên 100, khoảng 4 sao"');
});

test('an act that is off says why and cannot be sent', () => {
  const off = render(<Button off="Cần đủ 12 giấy tờ">Gửi lên tỉnh</Button>);
  expect(off).toContain('aria-disabled="true"');
  expect(off).toContain('Cần đủ 12 giấy tờ');
  expect(off).toContain('type="button"');
});

test('U4 every status has its own words, none in English, and an unknown one says so', () => {
  const bySubject = new Set<string>();
  for (const [status, { words }] of Object.entries(STATUSES)) {
    const subject = `${status.split('.')[0]} ${words}`;
    expect(bySubject.has(subject), subject).toBe(false);
    bySubject.add(subject);
  }
  expect(statusLook('dossier.somethingNew')).toMatchObject({ family: 'none', words: 'Chưa rõ' });
});

test('each of the certificate states has an answer in both languages', () => {
  const states: CertificateState[] = [
    'valid',
    'expiring',
    'expired',
    'extended',
    'revoked',
    'annulled',
    'superseded',
    'undetermined',
    'unknown',
  ];
  const said = states.map((state) => /<h1>(.*?)<\/h1>/.exec(render(<Verdict state={state} />))?.[1]);
  expect(new Set(said).size).toBe(states.length);
  expect(render(<Verdict state="valid" lang="en" />)).toContain('<h1>Valid</h1>');
});

test('a queue says overdue in words and icon, not by colour alone', () => {
  const queue = render(
    <QueueTable
      caption="Việc"
      rows={[{ href: '/1', name: 'Chè', term: { words: 'Quá hạn 2 ngày làm việc', state: 'late' } }]}
    />,
  );
  expect(queue).toContain('Quá hạn 2 ngày làm việc');
  expect(queue).toMatch(/<tr[^>]* class="late">[\s\S]*<svg class="i"/);
});

test('every product set has a print and a product keeps its colour', () => {
  for (let set = 1; set <= 26; set++) expect(printOfSet(set)).toMatch(/^[a-z-]+$/);
  expect(printOfSet(6)).toBe('noodles');
  expect(printOfSet(null)).toBe('basket');
  expect(planeOf('a-product')).toBe(planeOf('a-product'));
});

test('icons are outlines without a fill of their own', () => {
  for (const name of ICON_NAMES) expect(render(<Icon name={name} />)).toMatch(/aria-hidden="true"><path d="M/);
});

const set: SheetSet = {
  parts: [
    {
      code: 'A',
      title: 'SẢN PHẨM OCOP',
      maxPoints: 3,
      criteria: [
        {
          kind: 'criterion',
          code: '1',
          title: 'Nguồn nguyên liệu',
          maxPoints: 3,
          selection: 'single',
          options: [
            { id: '1#1', label: 'Dưới 50%', points: 1 },
            { id: '1#2', label: 'Từ 75%', points: 3, minStar: 4 },
          ],
        },
      ],
    },
  ],
};
const state: SheetState = {
  total: 1,
  star: 3,
  bandStar: 4,
  points: { '1': 1 },
  parts: [],
  nextStar: 4,
  missing: [{ criterion: '1', title: 'Nguồn nguyên liệu', needs: 3, got: 1 }],
  unanswered: [],
};

describe('U29 a sheet', () => {
  const page = render(<Sheet set={set} state={state} answers={{ '1': '1#1' }} />);
  test('shows wording, points and star marks of the law, the chosen option checked', () => {
    expect(page).toContain('Mức tối thiểu cho 4 sao');
    expect(page).toMatch(/name="answers.1" value="1#1" checked/);
  });
  test('offers "none" where no option is worth nothing', () => {
    expect(page).toContain('Không đạt mức nào ở trên');
  });
  test('says which gate is missing and what it needs', () => {
    expect(page).toContain('class="crit miss"');
    expect(page).toContain('Muốn đạt 4 sao, mục này cần ít nhất 3 điểm.');
  });
  test('writes headings in words, not capitals', () => {
    expect(page).toContain('Phần A. Sản phẩm OCOP');
    expect(calmTitle('Nguồn nguyên liệu')).toBe('Nguồn nguyên liệu');
  });
  test('locked, nothing can be chosen', () => {
    const locked = render(<Sheet set={set} state={state} answers={{}} locked />);
    expect(locked.match(/type="radio"/g)?.length).toBe(locked.match(/disabled/g)?.length);
  });
});
