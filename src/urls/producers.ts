/** The register of producers: the list, one record part by part, its history, and records that may be one. */
import {
  duplicatesPage,
  joinProducers,
  keepApart,
  newProducerPage,
  pairPage,
  partActs,
  partPage,
  producerHistoryPage,
  producerPaths,
  producerRecordPage,
  producersListPage,
  producersSheet,
  registerProducer,
  unjoinPage,
  unjoinProducer,
} from '#features/producers';
import { api, get, post, type Route } from '#platform/http/routes';

const toRecord = (out: { id: string }) => producerPaths.one(out.id);

/** Each part of a record: its form, its act, its operation. */
const parts = partActs.flatMap(({ part, act }) => {
  const path = producerPaths.part(':id', part.path);
  const page = partPage(part);
  return [
    get(path, page),
    post(path, act, { page, back: toRecord, done: () => 'Đã lưu. Nội dung cũ vẫn còn trong lịch sử.' }),
    api('POST', `/producers/:id/${part.key}`, act),
  ];
});

export const producers: readonly Route[] = [
  get(producerPaths.list, producersListPage),
  get(producerPaths.sheet, producersSheet),
  get(producerPaths.new, newProducerPage),
  post(producerPaths.new, registerProducer, {
    page: newProducerPage,
    back: toRecord,
    done: () => 'Đã ghi chủ thể vào danh bạ.',
  }),
  get(producerPaths.one(':id'), producerRecordPage),
  get(producerPaths.history(':id'), producerHistoryPage),
  ...parts,
  get(producerPaths.duplicates, duplicatesPage),
  get(producerPaths.pair(':id', ':other'), pairPage),
  post(producerPaths.pair(':id', ':other'), joinProducers, {
    page: pairPage,
    back: toRecord,
    done: () => 'Đã nhập hai hồ sơ.',
  }),
  post(producerPaths.apart(':id', ':other'), keepApart, {
    page: pairPage,
    back: () => producerPaths.duplicates,
    done: () => 'Đã ghi không trùng. Cặp này không hỏi lại nữa.',
  }),
  get(producerPaths.unjoin(':id'), unjoinPage),
  post(producerPaths.unjoin(':id'), unjoinProducer, {
    page: unjoinPage,
    back: toRecord,
    done: () => 'Đã tách lại hai hồ sơ.',
  }),
  api('POST', '/producers', registerProducer),
  api('POST', '/producers/:id/joins', joinProducers),
  api('POST', '/producers/:id/joins/:join/undoing', unjoinProducer),
  api('POST', '/producers/:id/differences', keepApart),
];
