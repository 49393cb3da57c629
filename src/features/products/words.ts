/** Words of this chapter. */

/** How a recognition came about. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  first: 'Công nhận lần đầu',
  upgrade: 'Nâng hạng',
  reEvaluation: 'Đánh giá, phân hạng lại',
};
