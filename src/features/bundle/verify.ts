/** Checks a bundle against itself: nothing of the system is asked. */
import { LIST_NAME, type OpenedBundle, readBundle } from '#platform/files/bundle';
import { type BundleData, bundleData, DATA_NAME, filed } from './schema.ts';

/** One thing looked at, in words; `fits` false is a fault. */
export interface BundleFinding {
  readonly fits: boolean;
  readonly words: string;
}

const good = (words: string): BundleFinding => ({ fits: true, words });
const bad = (words: string): BundleFinding => ({ fits: false, words });

/** Opens a bundle and says what fits and what does not. Throws NoBundle for a file that is none. */
export async function verifyBundle(path: string): Promise<BundleFinding[]> {
  const bundle = await readBundle(path);
  const findings = listFindings(bundle);
  const read = bundleData.safeParse(jsonIn(bundle, DATA_NAME));
  if (!read.success) return [...findings, bad(`${DATA_NAME} không đọc được hoặc không phải dữ liệu của một hồ sơ.`)];
  return [
    ...findings,
    read.data.dossier.id === bundle.head.dossier
      ? good('Bản kê và dữ liệu nói về cùng một hồ sơ.')
      : bad('Bản kê và dữ liệu nói về hai hồ sơ khác nhau.'),
    ...filingFindings(bundle, read.data),
    ...paperFindings(bundle, read.data),
    ...adviceFindings(bundle, read.data),
    historyFinding(read.data),
  ];
}

/** Every file of the list is there with its size and hash, and nothing else. */
function listFindings({ listed, found }: OpenedBundle): BundleFinding[] {
  const faults: BundleFinding[] = [];
  const names = new Set<string>([LIST_NAME]);
  for (const { path, size, sha256, words } of listed) {
    const there = found.get(path);
    if (names.has(path)) faults.push(bad(`Bản kê ghi tệp ${path} hai lần.`));
    else if (!there) faults.push(bad(`Thiếu tệp ${path} (${words}).`));
    else if (there.sha256 !== sha256 || there.size !== size)
      faults.push(bad(`Tệp ${path} (${words}) đã khác so với bản kê.`));
    names.add(path);
  }
  for (const path of found.keys()) if (!names.has(path)) faults.push(bad(`Tệp ${path} không có trong bản kê.`));
  return faults.length > 0 ? faults : [good(`Đủ ${listed.length} tệp, mọi tệp khớp mã SHA-256 trong bản kê.`)];
}

/** Every filing is what was sealed; the last one bears the seal of the dossier. */
function filingFindings({ found }: OpenedBundle, { filings, dossier }: BundleData): BundleFinding[] {
  if (filings.length === 0) return [good('Hồ sơ chưa nộp lần nào nên chưa có niêm phong.')];
  const findings = filings.map(({ no, hash, path }) =>
    found.get(path)?.sha256 === hash
      ? good(`Nội dung nộp lần ${no} khớp mã niêm phong ${hash.slice(0, 12)}…`)
      : bad(`Nội dung nộp lần ${no} không khớp mã niêm phong của lần đó.`),
  );
  const last = filings.at(-1);
  if (dossier.contentHash !== null && last?.hash !== dossier.contentHash)
    findings.push(bad('Mã niêm phong của hồ sơ không phải của lần nộp cuối.'));
  return findings;
}

/** Papers that were sealed with the last filing and are here are the same files, byte for byte. */
function paperFindings(bundle: OpenedBundle, { filings, papers }: BundleData): BundleFinding[] {
  const last = filings.at(-1);
  const sealed = last && filed.safeParse(jsonIn(bundle, last.path));
  if (!last || !sealed?.success) return last ? [bad(`Nội dung nộp lần ${last.no} không đọc được.`)] : [];
  const faults = sealed.data.papers.flatMap(([id, , sha256]) => {
    const here = papers.find((one) => one.id === id);
    if (!here) return [];
    return bundle.found.get(here.file.path)?.sha256 === sha256
      ? []
      : [bad(`Giấy tờ ${here.file.path} khác tệp đã niêm phong khi nộp.`)];
  });
  return faults.length > 0
    ? faults
    : [good(`Giấy tờ khớp với danh sách đã niêm phong khi nộp (${sealed.data.papers.length} giấy tờ).`)];
}

/** Files the advisory team was sent or brought back are here, each the one its request or visit names. */
function adviceFindings({ found }: OpenedBundle, { adviceWork }: BundleData): BundleFinding[] {
  if (!adviceWork) return [];
  const { requests, visits } = adviceWork;
  const files = [...requests, ...visits].flatMap((one) => one.files);
  const faults = files.filter(({ path, sha256 }) => found.get(path)?.sha256 !== sha256);
  if (faults.length > 0) return faults.map(({ path }) => bad(`Tệp ${path} khác tệp ghi ở việc của Tổ tư vấn.`));
  return [
    good(
      `Việc của Tổ tư vấn: ${requests.length} đề nghị, ${visits.length} lần khảo sát, ${files.length} tệp đều khớp.`,
    ),
  ];
}

/** The moves follow each other without a gap: each begins where the last one ended. */
function historyFinding({ history }: BundleData): BundleFinding {
  for (const [at, row] of history.entries()) {
    const before = history[at - 1];
    if (before && (before.to !== row.from || row.version !== before.version + 1 || row.no <= before.no))
      return bad(`Diễn biến bị đứt ở bước số ${row.no}: không tiếp theo bước trước.`);
  }
  return good(`Diễn biến liền mạch, ${history.length} bước.`);
}

function jsonIn({ texts }: OpenedBundle, path: string): unknown {
  try {
    return JSON.parse(texts.get(path) ?? '');
  } catch {
    return undefined;
  }
}
