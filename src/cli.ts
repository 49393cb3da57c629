/** The command line. One line a command: name, summary, and the module that is loaded only when it is asked for. */

/** A command: gets the words after its name, writes to stdout and stderr, answers the exit code. */
export type Run = (args: readonly string[]) => Promise<number>;

interface Command {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly run: Run }>;
}

const COMMANDS: readonly Command[] = [
  {
    name: 'start',
    summary: 'Chạy bản trình diễn: dựng, mở cơ sở dữ liệu, nạp dữ liệu',
    load: () => import('./cli/start.ts'),
  },
  {
    name: 'serve',
    summary: 'Chạy chính thức: cần đủ thiết lập, không có dữ liệu trình diễn',
    load: () => import('./cli/serve.ts'),
  },
  { name: 'dev', summary: 'Chạy bản trình diễn, tự chạy lại khi mã nguồn đổi', load: () => import('./cli/dev.ts') },
  { name: 'score', summary: 'Tính điểm, hạng sao từ tệp phiếu chấm', load: () => import('./cli/score.ts') },
  {
    name: 'import',
    summary: 'Đọc danh sách sản phẩm, chủ thể, đơn vị từ tệp (products, producers, units)',
    load: () => import('./cli/import.ts'),
  },
  {
    name: 'handbook',
    summary: 'Làm cẩm nang sản phẩm của một tỉnh, xã (PDF)',
    load: () => import('./cli/handbook.ts'),
  },
  {
    name: 'report',
    summary: 'Số liệu báo cáo tính từ bản ghi (annual, mid-term, stock, period)',
    load: () => import('./cli/report.ts'),
  },
  {
    name: 'verify-session',
    summary: 'Kiểm tra tệp hồ sơ phiên: niêm phong, chuỗi, kết quả',
    load: () => import('./cli/verify-session.ts'),
  },
  {
    name: 'verify-bundle',
    summary: 'Kiểm tra bộ hồ sơ (ZIP): tệp, niêm phong, diễn biến',
    load: () => import('./cli/verify-bundle.ts'),
  },
  { name: 'migrate', summary: 'Tạo hoặc nâng cấp cơ sở dữ liệu', load: () => import('./cli/migrate.ts') },
  { name: 'backup', summary: 'Sao lưu cơ sở dữ liệu và tệp vào một tệp', load: () => import('./cli/backup.ts') },
  { name: 'restore', summary: 'Khôi phục bản sao lưu vào máy trống', load: () => import('./cli/restore.ts') },
  { name: 'ledger', summary: 'Kiểm tra (verify) hoặc niêm phong (seal) sổ cái', load: () => import('./cli/ledger.ts') },
  { name: 'admin', summary: 'Tạo người quản trị đầu tiên (create)', load: () => import('./cli/admin.ts') },
  { name: 'audit', summary: 'Kiểm tra toàn bộ: bảng, sổ cái, tệp khớp nhau', load: () => import('./cli/audit.ts') },
  {
    name: 'generate',
    summary: 'Sinh kiểu dữ liệu từ các tệp di trú (dành cho người phát triển)',
    load: () => import('./cli/generate.ts'),
  },
];

function help(): string {
  const width = Math.max(...COMMANDS.map((one) => one.name.length));
  const lines = COMMANDS.map((one) => `  ${one.name.padEnd(width)}  ${one.summary}`);
  return ['Cách dùng: saolang <lệnh> [tham số]', '', ...lines, ''].join('\n');
}

/** Runs one command and answers its exit code; 2 for an unknown command. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name = 'help', ...args] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help());
    return 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    process.stderr.write(`Không có lệnh “${name}”.\n\n${help()}`);
    return 2;
  }
  const { run } = await command.load();
  return run(args);
}
