const WORDS: Readonly<Record<string, string>> = {
  ordered: 'Đang làm',
  made: 'Đã xong',
  failed: 'Không làm được',
};

/** The state of a handbook, as its pages call it. */
export const stateWords = (state: string): string => WORDS[state] ?? state;
