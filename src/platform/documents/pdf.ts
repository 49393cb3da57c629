import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WorkerProblem, workerQueue } from '../worker.ts';

/** Anything JSON can carry. Objects of a typed interface fit too. */
export type DocumentData = object;

export interface Pdf {
  bytes: Uint8Array;
  pages: number;
}

export interface PdfOptions {
  /** The time written into the file. The same data, time and template give the same bytes. */
  createdAt: Date;
  /** `archive` (default) is PDF/A-2a: tagged, fonts inside, fit to be kept for decades. `plain` only where that is too strict. */
  standard?: 'archive' | 'plain';
  /** Milliseconds before the attempt is given up; default 20 s. */
  limitMs?: number;
  /** Pictures (JPEG, PNG) by name; the template finds them as `/pictures/<name>` beside itself. */
  pictures?: ReadonlyMap<string, Uint8Array>;
}

/** A document could not be made. `code`: template, export, glyphs, timeout, crash, busy, closed. */
class PdfProblem extends Error {
  override readonly name = 'PdfProblem';
  readonly code: string;
  /** Compiler messages with file names, for developers. */
  readonly details: unknown;

  constructor(template: URL, problem: WorkerProblem) {
    super(`${basename(fileURLToPath(template))}: ${problem.message}`, { cause: problem });
    this.code = problem.code;
    this.details = problem.details;
  }
}

const FONTS = [
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
];
const LIBRARY = ['decree30.typ', 'marks.typ'];
const STANDARDS = { archive: 'a-2a', plain: '1.7' } as const;
/** Stands for a letter no font of the house has. */
const UNKNOWN_LETTER = '□';

const typesetter = workerQueue(new URL('./pdf-worker.mjs', import.meta.url), {
  limitMs: 20_000,
  maxWaiting: 500,
  idleMs: 60_000,
  worker: {
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 },
    workerData: {
      fonts: FONTS,
      library: LIBRARY.map((file) => fileURLToPath(new URL(`./typst/${file}`, import.meta.url))),
    },
  },
});

/**
 * Sets a Typst template with data and gives a tagged PDF/A. The template reads the data with
 * `json(bytes(sys.inputs.data))` — data is never Typst source — and may import `/house/decree30.typ`, `/house/marks.typ`
 * and files of its own folder. Letters outside the house's fonts (emoji, other scripts) are printed as □.
 * Throws `PdfProblem`.
 */
export async function renderPdf(template: URL, data: DocumentData, options: PdfOptions): Promise<Pdf> {
  const path = fileURLToPath(template);
  const request = {
    folder: dirname(path),
    file: basename(path),
    standard: STANDARDS[options.standard ?? 'archive'],
    createdAt: Math.floor(options.createdAt.getTime() / 1000),
    pictures: options.pictures ?? new Map<string, Uint8Array>(),
  };
  const json = JSON.stringify(data, plainText);
  try {
    return asPdf(await typesetter.ask({ ...request, data: json }, options.limitMs));
  } catch (problem) {
    if (!(problem instanceof WorkerProblem)) throw problem;
    if (problem.code !== 'glyphs' || !Array.isArray(problem.details)) throw new PdfProblem(template, problem);
    const unshown = new Set(problem.details.map(String).join(''));
    const replaced = [...json]
      .map((letter) => (unshown.has(letter) && letter > '~' ? UNKNOWN_LETTER : letter))
      .join('');
    try {
      return asPdf(await typesetter.ask({ ...request, data: replaced }, options.limitMs));
    } catch (again) {
      throw again instanceof WorkerProblem ? new PdfProblem(template, again) : again;
    }
  }
}

/** Lets the document in work finish and stops the thread; for a graceful end of the process. */
export function closePdf(): Promise<void> {
  return typesetter.close();
}

/** NFC, and without control characters no font can show. Line breaks and tabs stay. */
function plainText(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFC').replace(/[^\P{C}\n\t]/gu, '') : value;
}

function asPdf(answer: unknown): Pdf {
  if (typeof answer !== 'object' || !answer || !('bytes' in answer) || !('pages' in answer)) throw new Error('no PDF');
  if (!(answer.bytes instanceof Uint8Array)) throw new Error('no PDF');
  return { bytes: answer.bytes, pages: Number(answer.pages) };
}
