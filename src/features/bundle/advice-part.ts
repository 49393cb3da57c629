/** What a bundle tells of the advisory team's work: what it asked for and was sent, where it went, photos and signed minutes. */
import { sql } from 'kysely';
import { adviceWork } from '#features/dossiers';
import type { BundledFile } from '#platform/files/bundle';
import type { ReadContext } from '#platform/http/context';
import { formatDay } from '#ui';

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

interface Wanted {
  readonly id: string;
  readonly path: string;
  readonly words: string;
}

const two = (at: number) => String(at + 1).padStart(2, '0');

/** The team's work for the data of a bundle, each file by its path, and the files. Ask `dossier.export` first. */
export async function advicePart(
  ctx: ReadContext,
  dossier: string,
  stored: (path: string, words: string, file: Kept) => BundledFile,
) {
  const { requests, visits, plans } = await adviceWork(ctx.db, dossier);
  const wanted: Wanted[] = [
    ...requests.flatMap(({ papers }, at) =>
      papers.map(({ file, title }, n) => ({
        id: file,
        path: `to-tu-van/de-nghi-${two(at)}-${two(n)}`,
        words: `Gửi theo đề nghị của Tổ tư vấn: ${title}`,
      })),
    ),
    ...visits.flatMap(({ visitedOn, minutesFile, photos }, at) => [
      ...(minutesFile === null
        ? []
        : [
            {
              id: minutesFile,
              path: `to-tu-van/khao-sat-${two(at)}-bien-ban`,
              words: `Biên bản khảo sát ngày ${formatDay(visitedOn)} đã ký`,
            },
          ]),
      ...photos.map(({ id }, n) => ({
        id,
        path: `to-tu-van/khao-sat-${two(at)}-anh-${two(n)}`,
        words: `Ảnh ${n + 1}, khảo sát ngày ${formatDay(visitedOn)}`,
      })),
    ]),
  ];
  const { rows } = await sql<Kept>`
    select id, name, size, sha256 from file where id = any(${wanted.map(({ id }) => id)}::uuid[])`.execute(ctx.db);
  const kept = new Map(rows.map((one) => [one.id, one]));
  const files = wanted.flatMap(({ id, path, words }) => {
    const file = kept.get(id);
    return file ? [{ under: path, file: stored(`${path}.${extension(file.name)}`, words, file) }] : [];
  });
  const named = (under: string) =>
    files
      .filter((one) => one.under.startsWith(under))
      .map(({ file: { path, sha256, words } }) => ({ path, sha256, words }));
  return {
    data: {
      requests: requests.map(({ level, kind, what, askedOn, dueOn, answer, answeredOn }, at) => ({
        ...{ level, kind, what, askedOn, dueOn, answer, answeredOn },
        files: named(`to-tu-van/de-nghi-${two(at)}-`),
      })),
      plannedVisits: plans.map(
        ({
          level,
          visitOn,
          startsAt,
          place,
          people,
          purpose,
          moves,
          movedReason,
          cancelledOn,
          cancelReason,
          visit,
        }) => ({
          ...{ level, visitOn, startsAt, place, people, purpose, moves, movedReason, cancelledOn, cancelReason },
          carriedOut: visit !== null,
        }),
      ),
      visits: visits.map(({ level, visitedOn, place, coordinates, people, findings, proposal }, at) => ({
        ...{ level, visitedOn, place, coordinates, people, findings, proposal },
        files: named(`to-tu-van/khao-sat-${two(at)}-`),
      })),
    },
    files: files.map(({ file }) => file),
  };
}

/** The ending of a file's name; 'bin' where there is none. */
export const extension = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';
