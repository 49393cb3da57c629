/**
 * The limit autosave is measured against: `node:http`, one pool of connections, one insert of what was sent, committed
 * before the answer. Started in a process of its own with DATABASE_URL and PORT in the environment.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c search_path=ocop,public' });

const server = createServer(async (request, response) => {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    if (request.method === 'POST') {
      const { answers } = JSON.parse(text) as { answers: unknown };
      const id = randomUUID();
      await pool.query('insert into bench_save (id, sheet, answers) values ($1, $2, $3)', [
        id,
        request.url,
        JSON.stringify(answers),
      ]);
    }
    const body = JSON.stringify({ saved: request.method === 'POST' });
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  } catch (error) {
    response.writeHead(500);
    response.end(String(error));
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
