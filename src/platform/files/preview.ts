import { MAX_PIXELS } from './inspect-image.ts';
import { pictures } from './pictures.ts';

export interface Preview {
  bytes: Buffer;
  type: 'image/webp' | 'image/jpeg';
  width: number;
  height: number;
}

/**
 * A copy to be shown (S27): turned upright, no wider or higher than `edge` pixels, re-encoded, without EXIF, GPS or
 * other metadata. The original is not touched. Throws when the bytes are not a picture.
 */
export async function preview(
  original: Buffer | string,
  edge = 1600,
  format: 'webp' | 'jpeg' = 'webp',
): Promise<Preview> {
  const sharp = await pictures();
  const upright = sharp(original, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
  const encoded =
    format === 'webp'
      ? upright.webp({ quality: 80 })
      : upright.flatten({ background: '#FFFFFF' }).jpeg({ quality: 82, mozjpeg: true });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { bytes: data, type: format === 'webp' ? 'image/webp' : 'image/jpeg', width: info.width, height: info.height };
}
