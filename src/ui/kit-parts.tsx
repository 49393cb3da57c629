import { Button } from './button.tsx';
import { FactsList } from './facts.tsx';
import { Facet, Filters, LoadMore } from './filters.tsx';
import { Note, Toast } from './note.tsx';
import { ProductCard } from './product-card.tsx';
import { Plane, printOfSet } from './product-print.tsx';
import { Slats } from './slats.tsx';
import { MinStar, ScoreScale, StarRow } from './stars.tsx';
import { EmptyState } from './states.tsx';
import { StatusTag } from './status.tsx';
import { STATUSES } from './status-names.ts';
import { Timeline } from './timeline.tsx';

const SETS = Array.from({ length: 26 }, (_, i) => i + 1);
const COLORS = ['turmeric', 'indigo', 'lacquer', 'bamboo', 'paper'] as const;

/** Tags, stars, prints, cards, notes and the like. */
export function KitParts() {
  return (
    <div class="page stack-7 pt-8">
      <h1>Bảng mẫu</h1>
      <section>
        <div class="sechd">
          <h2>Tình trạng</h2>
        </div>
        <div class="row tight">
          {Object.keys(STATUSES).map((status) => (
            <StatusTag key={status} status={status} />
          ))}
        </div>
      </section>
      <section class="cols c2">
        <div>
          <div class="sechd">
            <h2>Sao</h2>
          </div>
          <p class="row">
            <StarRow stars={5} /> <StarRow stars={4} /> <StarRow stars={3} /> <MinStar star={4} />
          </p>
          <div class="mt-6">
            <ScoreScale points={84.62} label="84,62" />
            <ScoreScale />
            <ScoreScale points={3} label="3 điểm" />
          </div>
        </div>
        <div>
          <div class="sechd">
            <h2>Nút</h2>
          </div>
          <div class="row">
            <Button kind="main">Nộp hồ sơ</Button>
            <Button>Lưu nháp</Button>
            <Button kind="stop">Thu hồi</Button>
            <Button kind="solid">Thu hồi</Button>
            <Button kind="bare">Quay về</Button>
            <Button off="Cần đủ 12 giấy tờ; chủ thể còn thiếu 2.">Gửi lên tỉnh</Button>
          </div>
          <div class="mt-6">
            <Slats
              title="Giấy tờ"
              slats={[
                'done',
                'done',
                'done',
                'done',
                'done',
                'done',
                'done',
                'work',
                'fix',
                'fix',
                'missing',
                'missing',
              ]}
              said="7 đã có, 1 đang tải, 2 cần sửa, 2 chưa có"
            />
          </div>
        </div>
      </section>
      <section>
        <div class="sechd">
          <h2>Tranh theo bộ sản phẩm</h2>
        </div>
        <div class="row">
          {SETS.map((set) => (
            <Plane key={set} print={printOfSet(set)} color={COLORS[set % 5]} size="s6" />
          ))}
        </div>
      </section>
      <section>
        <div class="sechd">
          <h2>Mới công nhận</h2>
          <a href="/san-pham">Theo ngày công nhận</a>
        </div>
        <div class="cards up4">
          {[6, 3, 7, 8].map((set) => (
            <ProductCard
              key={set}
              href={`/san-pham/${set}`}
              id={`san-pham-${set}`}
              set={set}
              name="Măng lục trúc tươi Lâm sinh Ngọc Châu"
              producer="Hợp tác xã Măng lục trúc Lâm sinh Ngọc Châu"
              place="Xã Ngọc Châu, tỉnh Bắc Ninh"
              stars={4}
              status="certificate.inForce"
            />
          ))}
        </div>
        <LoadMore said="4 trong 663 sản phẩm" href="/san-pham?sau=4" />
      </section>
      <section class="aside left">
        <Filters title="Lọc">
          <Facet
            title="Hạng sao"
            ways={[
              { href: '?sao=5', words: <StarRow stars={5} />, count: 1 },
              { href: '?sao=4', words: <StarRow stars={4} />, count: 11, on: true },
            ]}
          />
          <Facet title="Nhóm" ways={[{ href: '?nhom=1', words: 'Dược liệu và sản phẩm từ dược liệu', count: 116 }]} />
        </Filters>
        <div class="stack">
          <Note kind="soon" title="Xã trả lại để bổ sung 2 giấy tờ.">
            Chỉ cần sửa hai mục đầu danh sách rồi bấm Nộp lại. Hạn: thứ Năm, 03/12/2026.
          </Note>
          <Note kind="info" icon="lock" title="Phiên đăng nhập đã hết.">
            Chữ bạn gõ được giữ. <a href="/dang-nhap">Đăng nhập lại để tiếp tục</a>
          </Note>
          <Note kind="stop" title="Không gửi được hồ sơ lên tỉnh.">
            Còn giấy tờ 6 chưa đạt. <a href="#6">Mở giấy tờ 6</a>
          </Note>
          <Note kind="good" title="Đã nộp lúc 14:05, 21/11/2026.">
            <a href="#p">Tải phiếu tiếp nhận</a>
          </Note>
          <Toast still link={{ href: '#x', words: 'Xem' }}>
            Đã gửi hồ sơ 03-09 lên tỉnh lúc 14:05.
          </Toast>
          <FactsList
            facts={[
              { term: 'Mã chứng nhận', value: <b class="num">24-07525-3-2024</b> },
              { term: 'Ngày cấp', value: '14/11/2024' },
              { term: 'Cơ quan cấp', value: 'UBND tỉnh Bắc Giang', sub: 'Nay là UBND tỉnh Bắc Ninh' },
            ]}
          />
          <Timeline
            label="Hồ sơ đang ở đâu"
            steps={[
              { state: 'done', what: 'Đã nộp cho xã', when: '02/11/2026, phiếu số 03-12' },
              { state: 'now', what: 'Xã trả lại để bổ sung', when: '19/11/2026. Đang chờ chủ thể sửa.', icon: 'back' },
              { state: 'next', what: 'Xã kiểm tra lại', when: 'Trong 15 ngày làm việc' },
              { state: 'next', what: 'Hội đồng tỉnh chấm', when: 'Trước 30/12/2026' },
            ]}
          />
        </div>
      </section>
      <section class="box">
        <EmptyState
          print="tea"
          color="bamboo"
          title="Hết việc rồi"
          way={{ href: '/ho-so', words: 'Xem hồ sơ đã gửi tỉnh' }}
        >
          Không còn hồ sơ nào chờ xã. Hồ sơ mới sẽ hiện ở đây và báo qua chuông.
        </EmptyState>
      </section>
    </div>
  );
}
