import { open } from 'node:fs/promises';
import { WorkerProblem, workerQueue } from '../worker.ts';
import type { FileRefusal } from './problem.ts';

const HEAD = 8;
const TAIL = 1024;

const reader = workerQueue(new URL('./pdf-worker.mjs', import.meta.url), {
  limitMs: 20_000,
  idleMs: 60_000,
  worker: { resourceLimits: { maxOldGenerationSizeMb: 512 } },
});

const AGAIN = 'Hãy mở tệp trên máy, in lại ra PDF rồi gửi lại.';

/** Checks a PDF (S26): header at its start, trailer at its end, not locked, pages that can be read. */
export async function inspectPdf(path: string): Promise<{ pages: number } | FileRefusal> {
  const ends = await headAndTail(path);
  if (!ends.head.startsWith('%PDF-')) return refusal('mismatch', 'Tệp có tên PDF nhưng bên trong không phải PDF.');
  if (!ends.tail.includes('%%EOF')) return refusal('truncated', 'Tệp PDF bị thiếu phần cuối, có thể do gửi dở chừng.');
  try {
    const answer = await reader.ask({ task: 'inspect', path });
    const pages = typeof answer === 'object' && answer && 'pages' in answer ? Number(answer.pages) : 0;
    return pages > 0 ? { pages } : refusal('broken', 'Tệp PDF không có trang nào.');
  } catch (error) {
    if (!(error instanceof WorkerProblem)) throw error;
    if (error.code === 'encrypted') {
      return { code: 'encrypted', message: 'Tệp PDF đang bị khóa bằng mật khẩu. Hãy bỏ khóa rồi gửi lại.' };
    }
    if (error.code === 'timeout') return refusal('slow', 'Tệp PDF quá phức tạp, hệ thống không đọc xong.');
    return refusal('broken', 'Tệp PDF bị hỏng, không mở được.');
  }
}

/** Stops the reading thread; for a graceful end of the process. */
export function closePdfReader(): Promise<void> {
  return reader.close();
}

function refusal(code: FileRefusal['code'], sentence: string): FileRefusal {
  return { code, message: `${sentence} ${AGAIN}` };
}

async function headAndTail(path: string): Promise<{ head: string; tail: string }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(TAIL, size);
    const head = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const tail = await file.read(Buffer.alloc(length), 0, length, size - length);
    return { head: head.buffer.toString('latin1'), tail: tail.buffer.toString('latin1') };
  } finally {
    await file.close();
  }
}
