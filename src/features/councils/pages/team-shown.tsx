import { Button, DataTable } from '#ui';
import type { TeamMember } from '../team-read.ts';
import { councilPaths } from '../urls.ts';

/** The council's advisory team, and the way to write it down. */
export function Team({ council, team, mayName }: { council: string; team: readonly TeamMember[]; mayName: boolean }) {
  return (
    <section class="stack" aria-labelledby="to-tu-van">
      <div class="sechd">
        <h2 id="to-tu-van">Tổ tư vấn</h2>
        {mayName && (
          <Button small href={councilPaths.team(council)}>
            {team.length === 0 ? 'Ghi Tổ tư vấn' : 'Sửa Tổ tư vấn'}
          </Button>
        )}
      </div>
      {team.length === 0 ? (
        <p class="ink2">Chưa ghi. Quyết định thành lập in dòng trống để điền tay.</p>
      ) : (
        <DataTable
          rows={team}
          caption="Tổ tư vấn"
          keyOf={(row) => row.id}
          columns={[
            { head: 'Họ tên', rowHead: true, cell: (row) => row.name },
            { head: 'Vai trò', cell: (row) => (row.leader ? 'Tổ trưởng' : 'Thành viên') },
            { head: 'Chức vụ, đơn vị', cell: (row) => [row.job, row.organisation].filter(Boolean).join(', ') },
          ]}
        />
      )}
    </section>
  );
}
