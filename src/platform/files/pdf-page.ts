import { WorkerProblem, workerQueue } from '../worker.ts';
import { FileProblem } from './problem.ts';

// A thread of its own, so that drawing pages does not hold up the inspection of new files.
const painter = workerQueue(new URL('./pdf-worker.mjs', import.meta.url), {
  limitMs: 20_000,
  maxWaiting: 100,
  idleMs: 60_000,
  worker: { resourceLimits: { maxOldGenerationSizeMb: 512 } },
});

/**
 * Page `page` (from 1) of the PDF at `path` as a PNG that fits into `edge` × `edge` pixels. No script of the file runs
 * and nothing of it but the picture goes out. Throws `FileProblem` when the page cannot be drawn.
 */
export async function pdfPage(path: string, page: number, edge: number): Promise<Buffer> {
  try {
    const answer = await painter.ask({ task: 'draw', path, page, edge });
    if (typeof answer === 'object' && answer && 'png' in answer && answer.png instanceof Uint8Array)
      return Buffer.from(answer.png);
    throw new WorkerProblem('broken', 'no picture');
  } catch (error) {
    if (!(error instanceof WorkerProblem)) throw error;
    const slow = error.code === 'timeout' || error.code === 'busy';
    throw new FileProblem(
      slow ? 'slow' : 'broken',
      slow
        ? 'Trang này chưa hiện được vì máy chủ đang bận. Hãy tải tệp về để xem.'
        : 'Không hiện được trang này. Hãy tải tệp về để xem.',
      error,
    );
  }
}

/** Stops the drawing thread; for a graceful end of the process. */
export function closePdfPainter(): Promise<void> {
  return painter.close();
}
