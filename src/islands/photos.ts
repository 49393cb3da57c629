/** Photos on the device: made smaller and turned before they are sent. */

const LONGEST_SIDE = 2000;
const DRAWABLE = /^image\/(jpeg|png|webp)$/;

/** Can the browser draw it, so that it may be shown small, shrunk and turned? */
export const isPhoto = ({ type }: File) => DRAWABLE.test(type);

/** A photo of at most 2,000 px; anything else stays as it is. */
export async function shrink(file: File): Promise<File> {
  const picture = await read(file);
  if (!picture) return file;
  const scale = LONGEST_SIDE / Math.max(picture.width, picture.height);
  if (scale >= 1) return file;
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return written(canvas, file, 0.85);
}

/** The photo turned a quarter to the right; anything else stays as it is. */
export async function turn(file: File): Promise<File> {
  const picture = await read(file);
  if (!picture) return file;
  const canvas = new OffscreenCanvas(picture.height, picture.width);
  const brush = canvas.getContext('2d');
  brush?.translate(canvas.width, 0);
  brush?.rotate(Math.PI / 2);
  brush?.drawImage(picture, 0, 0);
  return written(canvas, file, 0.95);
}

/** The photo as a small picture, no side longer than `edge`; undefined for what is no photo. */
export async function thumbnail(file: File, edge: number): Promise<HTMLCanvasElement | undefined> {
  const picture = await read(file);
  if (!picture) return undefined;
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function read(file: File): Promise<ImageBitmap | undefined> {
  return isPhoto(file) ? createImageBitmap(file).catch(() => undefined) : undefined;
}

async function written(canvas: OffscreenCanvas, { name, lastModified }: File, quality: number): Promise<File> {
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new File([blob], name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg', lastModified });
}
