/**
 * saolang verify-bundle FILE.zip
 * Checks the bundle of a dossier without database or system, and says in words what fits. Exit 0 when all fits, 1 when
 * something does not, 2 for a file that is no bundle.
 */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { NoBundle } from '#platform/files/bundle';
import { verifyBundle } from '../features/bundle/verify.ts';

export async function run(args: readonly string[]): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0 || file.startsWith('-')) {
    process.stderr.write('Cách dùng: saolang verify-bundle TỆP.zip\n');
    return 2;
  }
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    process.stderr.write(`Không tìm thấy tệp “${file}”. Kiểm tra lại đường dẫn.\n`);
    return 2;
  }
  try {
    const findings = await verifyBundle(path);
    for (const { fits, words } of findings) process.stdout.write(`${fits ? 'Khớp' : 'KHÔNG KHỚP'}: ${words}\n`);
    const faults = findings.filter((one) => !one.fits).length;
    process.stdout.write(
      faults === 0
        ? 'Kết luận: bộ hồ sơ còn nguyên.\n'
        : `Kết luận: bộ hồ sơ không còn nguyên, ${faults} chỗ không khớp.\n`,
    );
    return faults === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NoBundle)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
