import { z } from 'zod';

/** Names inside a bundle, and what `du-lieu.json` must hold for the bundle to be checked. */
export const FORMAT = 'saolang-bundle/1';
export const DATA_NAME = 'du-lieu.json';
export const filingName = (no: number) => `ban-nop/lan-${no}.json`;

const withFiles = z.looseObject({ files: z.array(z.looseObject({ path: z.string(), sha256: z.string() })) });

export const bundleData = z.looseObject({
  format: z.literal(FORMAT),
  dossier: z.looseObject({ id: z.string(), contentHash: z.string().nullable() }),
  papers: z.array(z.looseObject({ id: z.string(), file: z.looseObject({ path: z.string(), sha256: z.string() }) })),
  filings: z.array(z.looseObject({ no: z.int(), hash: z.string(), path: z.string() })),
  /** Left out of bundles made before the team's work went in. */
  adviceWork: z.looseObject({ requests: z.array(withFiles), visits: z.array(withFiles) }).optional(),
  history: z.array(
    z.looseObject({ no: z.coerce.number(), from: z.string(), to: z.string(), version: z.coerce.number() }),
  ),
});
export type BundleData = z.output<typeof bundleData>;

/** Of a filing, what its check needs: id, kind and hash of each paper. */
export const filed = z.looseObject({ papers: z.array(z.tuple([z.string(), z.string(), z.string()])) });
