/** Where this chapter leads to. Its own pages hang below the dossier: their addresses stand in the dossiers' `officePaths`. */
export const centralPaths = { rounds: '/dot', work: '/viec-cua-toi' } as const;
