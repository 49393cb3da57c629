import { OpenedRow, Seats, SubmittedMatrix } from './board.tsx';
import { Button } from './button.tsx';
import { YesNo } from './choices.tsx';
import { TextArea } from './field.tsx';
import { Form } from './form.tsx';
import { Icon } from './icons.tsx';
import { Note } from './note.tsx';
import { EvidenceReader, UsualReasons } from './reader.tsx';
import { Sheet } from './sheet.tsx';
import { SheetBar, SheetContents, SheetLayout, SheetResult, SheetSplit } from './sheet-result.tsx';
import type { SheetSet, SheetState } from './sheet-types.ts';
import { StarRow } from './stars.tsx';
import { BarList, StatBlock } from './stat.tsx';

const SET: SheetSet = {
  parts: [
    {
      code: 'A',
      title: 'SẢN PHẨM VÀ SỨC MẠNH CỦA CỘNG ĐỒNG',
      maxPoints: 40,
      criteria: [
        {
          kind: 'group',
          code: '1',
          title: 'TỔ CHỨC SẢN XUẤT',
          maxPoints: 18,
          children: [
            {
              kind: 'criterion',
              code: '1.1',
              title: 'Nguồn nguyên liệu',
              maxPoints: 3,
              communeReview: true,
              options: [
                {
                  id: '1.1#1',
                  label: 'Có sử dụng nguyên liệu có nguồn gốc trong tỉnh, nhưng có tỷ lệ dưới 50%',
                  points: 1,
                },
                {
                  id: '1.1#2',
                  label: 'Sử dụng nguyên liệu có nguồn gốc trong tỉnh từ 50% đến dưới 75%',
                  points: 2,
                  minStar: 3,
                },
                { id: '1.1#3', label: 'Sử dụng nguyên liệu có nguồn gốc trong tỉnh từ 75% đến 100%', points: 3 },
              ],
            },
            {
              kind: 'criterion',
              code: '1.5',
              title: 'Liên kết chuỗi trong sản xuất',
              maxPoints: 3,
              notes: [
                {
                  type: 'stop',
                  text: 'Ghi chú: Nếu có tạp chất không chấp nhận được sẽ không đánh giá các bước tiếp theo.',
                },
              ],
              options: [
                { id: '1.5#0', label: 'Không có liên kết hoặc có liên kết nhưng không rõ ràng', points: 0 },
                { id: '1.5#1', label: 'Có hợp đồng liên kết từ 50% đến dưới 75% sản lượng tiêu thụ', points: 1 },
                { id: '1.5#2', label: 'Có hợp đồng liên kết trên 75% sản lượng tiêu thụ', points: 2, minStar: 4 },
              ],
            },
            {
              kind: 'criterion',
              code: '1.6',
              title: 'Bảo vệ môi trường trong quá trình sản xuất',
              maxPoints: 2,
              cases: [
                {
                  code: 'a',
                  title: 'Trường hợp cơ sở phải có giấy phép',
                  options: [{ id: '1.6a#1', label: 'Có giấy phép môi trường', points: 2, minStar: 5 }],
                },
                {
                  code: 'b',
                  title: 'Trường hợp cơ sở không phải có giấy phép',
                  options: [{ id: '1.6b#1', label: 'Có thu gom chất thải', points: 1 }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const STATE: SheetState = {
  total: 74,
  star: 3,
  bandStar: 4,
  points: { '1.1': 3, '1.5': 1 },
  parts: [
    { code: 'A', points: 31, max: 40 },
    { code: 'B', points: 18, max: 25 },
    { code: 'C', points: 25, max: 35 },
  ],
  nextStar: 4,
  missing: [{ criterion: '1.5', title: 'Liên kết chuỗi trong sản xuất', needs: 2, got: 1 }],
  unanswered: ['1.6'],
};
const ANSWERS = { '1.1': '1.1#3', '1.5': '1.5#1' };
const evidence = (code: string) => (
  <>
    {code === '1.1' && (
      <a class="file" href="#tep">
        <Icon name="paper" />
        Hợp đồng gạo Bao thai 2026.pdf
      </a>
    )}
    <Button small icon="plus" href={`#gan-${code}`}>
      Gắn minh chứng
    </Button>
  </>
);

/** The producer's own sheet. */
export function KitSheet() {
  return (
    <SheetLayout
      contents={<SheetContents set={SET} points={STATE.points} here="1" />}
      result={<SheetResult state={STATE} foot="Điểm tự chấm không ràng buộc hội đồng." />}
      bar={<SheetBar state={STATE} />}
    >
      <p class="sm mut">Mỳ gạo Chũ Xuân Trường · Quyết định 26/2026/QĐ-TTg, bộ 6: Chế biến từ gạo, ngũ cốc</p>
      <h1 class="mb-4">Tự chấm điểm</h1>
      <Form action="/phieu" label="Tự chấm điểm">
        <Sheet set={SET} answers={ANSWERS} state={STATE} evidence={evidence} />
      </Form>
    </SheetLayout>
  );
}

/** A member's sheet on a tablet. */
export function KitTablet() {
  return (
    <SheetSplit bar={<SheetBar state={STATE} />} result={<SheetResult title="Phiếu của tôi" state={STATE} />}>
      <Form action="/phieu" label="Phiếu của tôi">
        <Sheet set={SET} answers={ANSWERS} state={STATE} remarks={{ '1.5': 'Hợp đồng chưa có chữ ký.' }} />
      </Form>
    </SheetSplit>
  );
}

/** An officer's reader. */
export function KitReader() {
  return (
    <>
      <h1 class="mb-4">Mỳ gạo Chũ Xuân Trường</h1>
      <EvidenceReader
        papers={[
          { href: '?giay=1', name: 'Phiếu đăng ký', state: 'passed' },
          { href: '?giay=2', name: 'Cơ sở đủ điều kiện an toàn thực phẩm', state: 'failed' },
          { href: '?giay=3', name: 'Phiếu kiểm nghiệm', state: 'waiting', here: true },
          { href: '?giay=4', name: 'Câu chuyện sản phẩm', state: 'waiting' },
        ]}
        files={[]}
      >
        <Form action="/kiem-tra" label="Kết quả kiểm tra" class="stack">
          <div>
            <p class="sm mut">Giấy tờ 3 trong 4</p>
            <h2 class="text-lg">Phiếu kiểm nghiệm an toàn thực phẩm</h2>
          </div>
          <Note kind="soon" icon="hourglass">
            Ngày cấp 02/10/2025, đã quá 12 tháng tính đến ngày nộp.
          </Note>
          <YesNo
            name="passed"
            label="Kết quả kiểm tra"
            value="no"
            yes={{ value: 'yes', label: 'Đạt', shortcut: 'D' }}
            no={{ value: 'no', label: 'Không đạt', shortcut: 'K' }}
          />
          <TextArea
            name="reason"
            label="Lý do ghi cho chủ thể"
            value="Phiếu đã quá 12 tháng. Đề nghị gửi phiếu kiểm nghiệm mới."
          />
          <UsualReasons
            into="reason"
            reasons={['Phiếu quá 12 tháng', 'Thiếu chỉ tiêu', 'Ảnh mờ', 'Sai tên sản phẩm']}
          />
          <Button kind="main" full iconAfter="right">
            Lưu, sang giấy tờ 4
          </Button>
        </Form>
      </EvidenceReader>
    </>
  );
}

/** A secretary's session board, and the figures of a year. */
export function KitBoard() {
  return (
    <div class="stack-7">
      <h1>Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Bắc Ninh</h1>
      <Seats
        enough
        quorum="Đủ số thành viên: cần 3 và Chủ tịch"
        seats={[
          { name: 'Lãnh đạo UBND tỉnh, Chủ tịch', present: true },
          { name: 'Sở Nông nghiệp và Môi trường', present: true },
          { name: 'Sở Công Thương', present: true },
          { name: 'Trung tâm Khuyến nông', present: false, note: 'Vắng có lý do' },
        ]}
      />
      <section>
        <div class="sechd">
          <h2>Đang chấm: ai đã nộp phiếu</h2>
        </div>
        <SubmittedMatrix
          caption="Ai đã nộp phiếu"
          members={['Chủ tịch', 'NN&MT', 'Công Thương', 'Khuyến nông']}
          rows={[
            {
              name: 'Chả gà',
              who: 'HTX nông nghiệp Xanh Yên Thế',
              cells: ['in', 'in', 'in', 'absent'],
              end: (
                <Button kind="main" small>
                  Mở phiếu
                </Button>
              ),
            },
            {
              name: 'Nem nướng Liên Chung',
              who: 'HTX nem nướng Liên Chung',
              cells: ['in', 'out', 'recused', 'absent'],
              end: 'Còn 1 phiếu',
            },
          ]}
        />
      </section>
      <section>
        <div class="sechd">
          <h2>Đã mở phiếu</h2>
        </div>
        <OpenedRow
          name="Mỳ gạo ngũ sắc"
          who="HTX Dịch vụ nông nghiệp Hằng Hiếu"
          points={[82, 83, 84, 84, 85, 85, 86, 88]}
          mean={{ sum: 677, count: 8, words: '84,62' }}
          band={[70, 90]}
          result={<StarRow stars={4} />}
        />
        <OpenedRow
          name="Chè xanh Bản Ven"
          who="HTX Thân Trường"
          points={[71, 73, 74, 75, 76, 77, 78, 83]}
          mean={{ sum: 607, count: 8, words: '75,87' }}
          band={[70, 90]}
          over
          result={<StarRow stars={4} />}
        />
      </section>
      <StatBlock
        main={{
          label: 'Sản phẩm được công nhận trong năm',
          value: '61',
          href: '#61',
          sub: 'Đạt 174,3% kế hoạch (vượt 26 sản phẩm)',
        }}
        others={[
          { label: 'Hồ sơ đang chờ', value: '14', href: '#14' },
          { label: 'Sắp hết hạn', value: '36', href: '#36', sub: 'Trong 90 ngày tới' },
        ]}
      />
      <BarList
        caption="Theo nhóm"
        rows={[
          { label: 'Thực phẩm', value: 53 },
          { label: 'Đồ uống', value: 9 },
        ]}
      />
    </div>
  );
}
