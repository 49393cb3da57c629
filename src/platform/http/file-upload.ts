import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invalidFields, signInNeeded } from '../refusal.ts';
import { JSON_TYPE, setCaching } from './answers.ts';
import { readInput } from './explain.ts';
import { choice, file } from './fields.ts';
import { mediaType, wrongType } from './origin.ts';
import { beforeHandler } from './requests.ts';
import { readMultipart } from './uploads.ts';
import type { Web } from './web.ts';

const UPLOAD_PATH = '/api/v1/files';
const takes = choice(['evidence', 'office', 'picture', 'import'], { label: 'Loại tệp nhận' });

/**
 * Takes one file (multipart, field `file`, `?takes=` says which kinds) before the act that uses it, and answers its id.
 * Anyone signed in may send; it belongs to nothing and goes after a day unless an act ties it to a record.
 */
export function registerUpload(app: FastifyInstance, web: Web): void {
  app.post(UPLOAD_PATH, { onRequest: beforeHandler(web, 'form', 'write') }, async (request, reply) => {
    if (request.actor === null) throw signInNeeded();
    if (mediaType(request) !== 'multipart/form-data') throw wrongType('multipart/form-data');
    const query = readInput(z.object({ takes: takes.default('evidence') }), request.query);
    const schema = z.strictObject({ file: file({ label: 'Tệp', takes: query.takes }) });
    const { hashes, problems } = await readMultipart(web, request, schema);
    if (problems.length > 0) throw invalidFields(problems);
    const { file: id } = readInput(schema, { file: [...hashes.keys()].at(-1) });
    const stored = await web.db.app
      .selectFrom('file')
      .select(['id', 'name', 'type', 'size', 'pages'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    setCaching(reply, 'private');
    return reply.code(201).type(JSON_TYPE).send(JSON.stringify(stored));
  });
}
