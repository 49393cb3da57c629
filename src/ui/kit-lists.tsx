import { Button } from './button.tsx';
import { Chips } from './filters.tsx';
import { Note } from './note.tsx';
import { Slats } from './slats.tsx';
import { DataTable, QueueTable } from './table.tsx';
import { TaskList } from './task-list.tsx';

/** A desk's queue and a table of figures. */
export function KitDesk() {
  return (
    <>
      <div class="pagehd">
        <div>
          <h1>Việc của tôi</h1>
          <p class="ink2">
            <b class="text-lacquer">2 việc quá hạn</b>, 2 việc đến hạn trong tuần, 10 việc còn thời gian.
          </p>
        </div>
        <Button icon="plus" href="/ho-so/nhap-ho">
          Nhập hồ sơ giấy
        </Button>
      </div>
      <div class="row between mb-3">
        <Chips
          label="Lọc việc"
          chips={[
            { href: '?', words: 'Tất cả', count: 14, on: true },
            { href: '?han=qua', words: 'Quá hạn', count: 2, icon: 'warn' },
            { href: '?han=tuan', words: 'Tuần này', count: 2, icon: 'clock' },
            { href: '?cho=chu-the', words: 'Chờ chủ thể', count: 4 },
          ]}
        />
        <a href="?luu" class="sm wide">
          Lưu cách lọc này
        </a>
      </div>
      <QueueTable
        caption="Việc của tôi"
        keys
        said="3 trong 14 việc"
        next="?sau=3"
        rows={[
          {
            href: '/ho-so/1',
            code: '03-09',
            name: 'Mật ong hoa vải',
            who: 'HTX Dịch vụ nông nghiệp Hằng Hiếu',
            act: 'Gửi báo cáo đánh giá lên tỉnh',
            term: { words: 'Quá hạn 2 ngày làm việc', day: '18/11', state: 'late' },
            status: 'dossier.checking',
          },
          {
            href: '/ho-so/2',
            code: '03-12',
            name: 'Mỳ gạo Chũ Xuân Trường',
            who: 'Hợp tác xã sản xuất và tiêu thụ Mỳ gạo Chũ Xuân Trường, Nam Dương, Lục Ngạn',
            act: 'Kiểm tra giấy tờ nộp lại',
            term: { words: 'Còn 2 ngày làm việc', day: '24/11', state: 'near' },
            status: 'dossier.submitted',
          },
          {
            href: '/ho-so/3',
            code: '03-14',
            name: 'Mỳ Hạnh Thái',
            who: 'Chủ thể chưa ghi',
            act: 'Đánh giá 4 nội dung',
            term: { words: 'Còn 8 ngày làm việc', day: '02/12' },
            status: 'dossier.checking',
          },
        ]}
      />
      <section class="mt-12">
        <div class="sechd">
          <h2>Kế hoạch và kết quả</h2>
        </div>
        <DataTable
          caption="Kế hoạch và kết quả"
          rows={[
            { what: 'Sản phẩm công nhận mới, từ 3 sao', plan: '35', got: '61' },
            { what: 'Sản phẩm 4 sao', plan: '–', got: '12' },
          ]}
          keyOf={(row) => row.what}
          columns={[
            { head: 'Chỉ tiêu', cell: (row) => row.what, rowHead: true },
            { head: 'Kế hoạch', cell: (row) => row.plan, number: true },
            { head: 'Kết quả', cell: (row) => row.got, number: true },
          ]}
        />
      </section>
    </>
  );
}

/** A dossier as the producer sees it. */
export function KitTasks() {
  return (
    <div class="stack-5">
      <div>
        <p class="sm mut">Đánh giá lại · Đợt 2 năm 2026</p>
        <h1>Mỳ gạo Chũ Xuân Trường</h1>
      </div>
      <Note kind="soon" icon="back" title="Xã trả lại để bổ sung 2 giấy tờ.">
        Chỉ cần sửa hai mục đầu danh sách rồi bấm Nộp lại. Hạn: thứ Năm, 03/12/2026.
      </Note>
      <Slats
        title="Giấy tờ"
        slats={['done', 'done', 'done', 'work', 'fix', 'fix', 'missing']}
        said="3 đã có, 1 đang tải, 2 cần sửa, 1 chưa có"
      />
      <TaskList
        label="Cần làm"
        tasks={[
          {
            href: '#1',
            name: 'Kế hoạch, giấy tờ môi trường',
            state: 'fix',
            status: 'paper.fix',
            reason: { who: 'Xã ghi', words: 'Trang 2 mờ, không đọc được ngày ký.' },
          },
          {
            href: '#2',
            name: 'Ảnh sản phẩm và nhãn',
            state: 'work',
            status: 'paper.uploading',
            hint: '4 ảnh, còn 1 ảnh đang tải',
          },
          {
            href: '#3',
            name: 'Câu chuyện sản phẩm',
            state: 'missing',
            status: 'paper.missing',
            hint: 'Tờ rơi, ảnh hoặc phim. Có mẫu để xem.',
          },
        ]}
      />
      <h2 class="text-lg">Đã xong</h2>
      <TaskList
        label="Đã xong"
        tasks={[
          {
            href: '#4',
            name: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
            state: 'done',
            hint: 'Còn hạn đến 18/09/2027',
          },
          { name: 'Phiếu đăng ký và báo cáo tự đánh giá', state: 'done', hint: 'Đã điền, tự chấm 74 điểm' },
        ]}
      />
    </div>
  );
}
