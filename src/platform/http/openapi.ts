import { z } from 'zod';
import type { Action } from './action.ts';
import { asksVersion } from './perform.ts';
import type { List, Read } from './read.ts';
import type { Route } from './routes.ts';
import { uploadPaths } from './upload-document.ts';
import type { Web } from './web.ts';

type Schema = Record<string, unknown>;
interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  'x-permission': string;
  parameters?: Schema[];
  requestBody?: Schema;
  responses: Record<string, Schema>;
  security: Record<string, string[]>[];
}

const JSON_MEDIA = 'application/json';

/** The API in one document, OpenAPI 3.1, made from the same schemas that read the requests. */
export function openApiText(web: Pick<Web, 'routes' | 'release' | 'config' | 'access'>): string {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of web.routes) {
    if (route.kind !== 'apiAction' && route.kind !== 'apiRead') continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const method = route.kind === 'apiAction' ? route.method.toLowerCase() : 'get';
    const operations = paths[path] ?? {};
    operations[method] = route.kind === 'apiAction' ? actionOperation(web, route) : readOperation(route);
    paths[path] = operations;
  }
  return JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: 'Sao Làng',
      version: web.release,
      summary: 'Chương trình Mỗi xã một sản phẩm (OCOP): sản phẩm, chủ thể, chứng nhận',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: web.config.baseUrl }],
    paths: { ...paths, ...uploadPaths({ answer, jsonSchema, problems }) },
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'saolang', description: 'Phiên đăng nhập' } },
    },
  });
}

function actionOperation(web: Pick<Web, 'access'>, { path, action }: Extract<Route, { kind: 'apiAction' }>): Operation {
  const names = pathNames(path);
  const parameters = names.map((name) => pathParameter(name, action.input.shape[name]));
  if (action.once !== false)
    parameters.push(header('Idempotency-Key', 'Mỗi việc một mã mới; gửi lại cùng mã chỉ làm một lần', true));
  if (asksVersion(action)) parameters.push(header('If-Match', 'Phiên bản đã đọc, ví dụ "3"', true));
  const fields = Object.entries(action.input.shape).filter(([name]) => !names.includes(name));
  const body = z.strictObject(Object.fromEntries(fields));
  return {
    operationId: action.name,
    summary: action.title,
    tags: [tagOf(action.name)],
    'x-permission': permissionOf(web, action),
    parameters,
    requestBody: { required: true, content: { [JSON_MEDIA]: { schema: jsonSchema(body, 'input') } } },
    responses: {
      ...(action.output
        ? { 200: answer('Đã làm', jsonSchema(action.output, 'output')) }
        : { 204: { description: 'Đã làm' } }),
      ...problems(action.open ? [400, 409, 413, 415, 422, 429] : [400, 401, 404, 409, 412, 413, 415, 422, 428, 429]),
    },
    security: action.open ? [] : [{ session: [] }],
  };
}

/** The row of the policy table; `public` for acts before or outside of a sign-in that have none. */
function permissionOf({ access }: Pick<Web, 'access'>, action: Action): string {
  if (!action.open) return action.permission ?? action.name;
  return access.mayEver(null, action.name) ? action.name : 'public';
}

function readOperation({ path, read }: Extract<Route, { kind: 'apiRead' }>): Operation {
  const parameters = pathNames(path).map((name) => pathParameter(name, read.params?.shape[name]));
  for (const [name, schema] of Object.entries(read.query?.shape ?? {})) parameters.push(queryParameter(name, schema));
  if (read.kind === 'list') {
    parameters.push(
      { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
      {
        name: 'cursor',
        in: 'query',
        schema: { type: 'string', maxLength: 1000 },
        description: 'Giá trị next của trang trước',
      },
    );
  }
  return {
    operationId: read.name,
    summary: read.title,
    tags: [tagOf(read.name)],
    'x-permission': read.permission ?? 'signedIn',
    parameters,
    responses: {
      200: answer('Nội dung', answerSchema(read), { ETag: { schema: { type: 'string' } } }),
      304: { description: 'Không đổi' },
      ...problems(read.open ? [400, 404, 429] : [400, 401, 404, 429]),
    },
    security: read.open ? [] : [{ session: [] }],
  };
}

function answerSchema(read: Read | List): Schema {
  if (read.kind === 'read') return jsonSchema(read.output, 'output');
  return {
    type: 'object',
    required: ['items', 'next'],
    properties: {
      items: { type: 'array', items: jsonSchema(read.item, 'output') },
      next: { type: ['string', 'null'] },
      total: { type: 'integer', description: 'Số dòng của mọi trang, ở danh sách có đếm' },
    },
  };
}

const tagOf = (name: string) => name.split('.', 1)[0] ?? name;
const pathNames = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
const header = (name: string, description: string, required: boolean): Schema => ({
  ...{ name, in: 'header', required, description },
  schema: { type: 'string' },
});

function pathParameter(name: string, schema: z.core.$ZodType | undefined): Schema {
  if (!schema) throw new Error(`path name ${name} has no schema`);
  return { name, in: 'path', required: true, schema: jsonSchema(schema, 'input') };
}

function queryParameter(name: string, schema: z.core.$ZodType): Schema {
  const { title, ...rest } = jsonSchema(schema, 'input');
  const needed = !schema._zod.optin && !('default' in rest);
  return {
    name,
    in: 'query',
    schema: rest,
    ...(needed ? { required: true } : {}),
    ...(title ? { description: title } : {}),
  };
}

/** JSON Schema 2020-12 of a message; labels become titles, marks of the machinery are left out. */
function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema: one }) => {
      const { label, hint, file, secret, takes: _takes } = one;
      if (typeof label === 'string') one.title = label;
      if (typeof hint === 'string') one.description = hint;
      if (file === true) one.description = 'Mã tệp đã gửi';
      if (secret === true) one.writeOnly = true;
      for (const name of ['label', 'hint', 'file', 'secret', 'takes']) delete one[name];
    },
  });
  return json;
}

function answer(description: string, schema: Schema, headers?: Schema): Schema {
  return { description, ...(headers ? { headers } : {}), content: { [JSON_MEDIA]: { schema } } };
}

const WORDS: Readonly<Record<number, string>> = {
  400: 'Yêu cầu chưa đúng',
  401: 'Cần đăng nhập, hoặc xác nhận lại (code reauthenticate)',
  404: 'Không có, hoặc tài khoản này không thấy được',
  409: 'Trạng thái hiện tại hoặc quy định không cho làm',
  412: 'Người khác vừa sửa; đọc lại phiên bản mới',
  413: 'Gửi quá nhiều',
  415: 'Sai kiểu nội dung',
  422: 'Có mục cần sửa',
  428: 'Thiếu If-Match',
  429: 'Gửi quá nhiều lần',
};

function problems(statuses: readonly number[]): Record<string, Schema> {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(statuses.map((status) => [status, { description: WORDS[status] ?? '', content }]));
}

const problemSchema: Schema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'code', 'errorId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    basis: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
    details: {},
    errorId: { type: 'string' },
  },
};
