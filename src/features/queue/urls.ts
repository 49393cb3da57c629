/** Typed paths of this chapter, for links. */
export const queuePaths = { home: '/viec-cua-toi', sheet: '/viec-cua-toi.xlsx' } as const;
