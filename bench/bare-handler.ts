/**
 * The limit we are measured against: `node:http`, one pool of connections, the same SQL and parameters fetched as rows,
 * and JSON.stringify. Started in a process of its own with DATABASE_URL, PORT and QUERIES (JSON) in the environment.
 */
import { createServer } from 'node:http';
import { Pool } from 'pg';

export interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

const queries = JSON.parse(process.env.QUERIES ?? '[]') as Query[];
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c search_path=ocop,public' });

const server = createServer((_, response) => {
  Promise.all(queries.map(({ text, values }) => pool.query(text, [...values])))
    .then((results) => {
      const body = Buffer.from(
        JSON.stringify({ items: results[0]?.rows, more: results.slice(1).map(({ rows }) => rows) }),
      );
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
      response.end(body);
    })
    .catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
