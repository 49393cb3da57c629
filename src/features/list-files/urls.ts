import { MADE_LATER } from '#platform/documents/list-file';

/** Addresses of lists made into files in the background. */
export const listFilePaths = {
  list: MADE_LATER,
  one: (id: string) => `${MADE_LATER}/${id}`,
  file: (id: string) => `${MADE_LATER}/${id}/tep`,
  stop: (id: string) => `${MADE_LATER}/${id}/dung`,
} as const;
