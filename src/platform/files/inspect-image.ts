import { pictures } from './pictures.ts';
import type { FileRefusal } from './problem.ts';

/** Largest picture decoded: 50 megapixels (S26). */
export const MAX_PIXELS = 50_000_000;

/** Decodes the whole picture; a cut-off or damaged one is refused. Sizes are in pixels as the viewer sees them. */
export async function inspectImage(path: string): Promise<{ width: number; height: number } | FileRefusal> {
  const options = { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true } as const;
  const sharp = await pictures();
  try {
    const facts = await sharp(path, { ...options, limitInputPixels: false }).metadata();
    const pixels = facts.width * facts.height;
    if (pixels === 0) return damaged();
    if (pixels > MAX_PIXELS) {
      return { code: 'pixels', message: 'Ảnh lớn hơn 50 triệu điểm ảnh. Hãy thu nhỏ ảnh rồi gửi lại.' };
    }
    await sharp(path, options).stats();
    const turned = (facts.orientation ?? 1) >= 5;
    return { width: turned ? facts.height : facts.width, height: turned ? facts.width : facts.height };
  } catch {
    return damaged();
  }
}

function damaged(): FileRefusal {
  return { code: 'truncated', message: 'Ảnh bị hỏng hoặc bị thiếu một phần. Hãy chụp hoặc lưu lại ảnh rồi gửi lại.' };
}
