import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invalidFields, signInNeeded } from '../refusal.ts';
import { allowTaste } from './accepted-files.ts';
import { JSON_TYPE, setCaching } from './answers.ts';
import { readInput } from './explain.ts';
import { file } from './fields.ts';
import { mediaType, wrongType } from './origin.ts';
import { announce, finish, type Progress, progress, takePart } from './parted-files.ts';
import { beforeHandler } from './requests.ts';
import { readQuery } from './serve-page.ts';
import { announced, atOffset, byUpload, takes, UPLOAD_PATH } from './upload-messages.ts';
import { readMultipart } from './uploads.ts';
import type { Handler, Web } from './web.ts';

const PARTS_PATH = `${UPLOAD_PATH}/uploads`;

/**
 * Takes files before the act that uses them: one file in one piece (multipart, field `file`, `?takes=` says which
 * kinds), or in parts that go on after a cut connection (Q7). Anyone signed in may send; a file belongs to nothing and
 * goes after a day unless an act ties it to a record.
 */
export function registerUpload(app: FastifyInstance, web: Web): void {
  app.post(UPLOAD_PATH, { onRequest: beforeHandler(web, 'form', 'write') }, async (request, reply) => {
    if (request.actor === null) throw signInNeeded();
    if (mediaType(request) !== 'multipart/form-data') throw wrongType('multipart/form-data');
    const query = readInput(z.object({ takes: takes.default('evidence') }), request.query);
    allowTaste(web, request.actor, query.takes);
    const schema = z.strictObject({ file: file({ label: 'Tệp', takes: query.takes }) });
    const { hashes, problems } = await readMultipart(web, request, schema);
    if (problems.length > 0) throw invalidFields(problems);
    const { file: id } = readInput(schema, { file: [...hashes.keys()].at(-1) });
    setCaching(reply, 'private');
    return reply
      .code(201)
      .type(JSON_TYPE)
      .send(JSON.stringify(await storedFile(web, id)));
  });
  registerParts(app, web);
}

/** Announce (POST), ask how far (GET), send a part (PUT `?offset=`), make it a file (POST `/finish`). */
function registerParts(app: FastifyInstance, web: Web): void {
  const rooms = { db: web.db.app, files: web.files };
  const one = `${PARTS_PATH}/:id`;
  const own = (answer: (account: string, id: string, request: Parameters<Handler>[0]) => Promise<unknown>): Handler => {
    return async (request, reply) => {
      if (request.actor === null) throw signInNeeded();
      const { id } = readInput(byUpload, request.params);
      setCaching(reply, 'private');
      return reply.type(JSON_TYPE).send(JSON.stringify(await answer(request.actor.account, id, request)));
    };
  };
  app.post(PARTS_PATH, { onRequest: beforeHandler(web, 'api', 'upload') }, async (request, reply) => {
    if (request.actor === null) throw signInNeeded();
    const said = readInput(announced, request.body);
    allowTaste(web, request.actor, said.takes);
    const begun: Progress = await announce(rooms, request.actor.account, said);
    setCaching(reply, 'private');
    return reply
      .code(begun.received === 0 ? 201 : 200)
      .type(JSON_TYPE)
      .send(JSON.stringify(begun));
  });
  app.get(
    one,
    { onRequest: beforeHandler(web, 'get', 'read') },
    own((account, id) => progress(rooms, account, id)),
  );
  app.put(
    one,
    { onRequest: beforeHandler(web, 'bytes', 'upload') },
    own((account, id, request) => {
      const { offset } = readQuery(atOffset, request.query);
      return takePart(rooms, account, id, offset, request.body instanceof Uint8Array ? request.body : new Uint8Array());
    }),
  );
  app.post(
    `${one}/finish`,
    { onRequest: beforeHandler(web, 'api', 'upload') },
    own(async (account, id) => storedFile(web, await finish(rooms, account, id))),
  );
}

function storedFile(web: Web, id: string) {
  return web.db.app
    .selectFrom('file')
    .select(['id', 'name', 'type', 'size', 'pages'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
