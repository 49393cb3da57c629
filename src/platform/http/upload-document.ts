import { z } from 'zod';
import { announced, atOffset, byUpload, UPLOAD_PATH, uploadedFile, uploadProgress } from './upload-messages.ts';

type Schema = Record<string, unknown>;

/** The writers of the API document, lent so that these operations look like all others. */
interface Writers {
  answer(description: string, schema: Schema): Schema;
  jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): Schema;
  problems(statuses: readonly number[]): Record<string, Schema>;
}

interface Parts {
  id: string;
  summary: string;
  body?: Schema;
  parameters?: Schema[];
  done: Record<string, Schema>;
  refused: readonly number[];
}

/** How programs hand in files: in one piece, or in parts that go on after a cut connection (Q7). */
export function uploadPaths({ answer, jsonSchema, problems }: Writers): Record<string, Record<string, Schema>> {
  const operation = ({ id, summary, body, parameters, done, refused }: Parts): Schema => ({
    operationId: id,
    summary,
    tags: ['file'],
    'x-permission': 'signedIn',
    parameters: parameters ?? [],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: { ...done, ...problems([400, 401, ...refused, 429]) },
    security: [{ session: [] }],
  });
  const json = (schema: z.ZodObject) => ({ 'application/json': { schema: jsonSchema(schema, 'input') } });
  const file = answer('Tệp đã nhận', jsonSchema(uploadedFile, 'output'));
  const state = answer('Đã có bao nhiêu', jsonSchema(uploadProgress, 'output'));
  const id: Schema = { name: 'id', in: 'path', required: true, schema: jsonSchema(byUpload.shape.id, 'input') };
  const offset = { name: 'offset', in: 'query', required: true, schema: jsonSchema(atOffset.shape.offset, 'input') };
  const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  const form = {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' } },
  };
  const takes = { name: 'takes', in: 'query', schema: jsonSchema(announced.shape.takes, 'input') };
  const parts = `${UPLOAD_PATH}/uploads`;
  return {
    [UPLOAD_PATH]: {
      post: operation({
        ...{ id: 'file.send', summary: 'Gửi một tệp', parameters: [takes], refused: [413, 415, 422] },
        ...{ body: { 'multipart/form-data': { schema: form } }, done: { 201: file } },
      }),
    },
    [parts]: {
      post: operation({
        ...{ id: 'file.announce', summary: 'Báo trước một tệp gửi từng phần, hoặc gửi tiếp', refused: [413, 422] },
        ...{ body: json(announced), done: { 200: state, 201: state } },
      }),
    },
    [`${parts}/{id}`]: {
      get: operation({
        ...{ id: 'file.progress', summary: 'Tệp đang gửi đã có bao nhiêu', parameters: [id] },
        ...{ done: { 200: state }, refused: [404] },
      }),
      put: operation({
        ...{ id: 'file.sendPart', summary: 'Gửi phần bắt đầu từ offset', parameters: [id, offset], body: bytes },
        ...{ done: { 200: state }, refused: [404, 409, 413, 415, 422] },
      }),
    },
    [`${parts}/{id}/finish`]: {
      post: operation({
        ...{ id: 'file.finish', summary: 'Kiểm tra và nhận tệp đã gửi đủ', parameters: [id] },
        ...{ body: json(z.strictObject({})), done: { 200: file }, refused: [404, 409, 413, 415, 422] },
      }),
    },
  };
}
