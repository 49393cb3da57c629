import { type Transferable, Worker, type WorkerOptions } from 'node:worker_threads';

/** What a worker answers: the same id, and a value or an error in words. */
interface Reply {
  id: number;
  value?: unknown;
  error?: { code: string; message: string; details?: unknown };
}

interface Waiting {
  request: unknown;
  transfer: Transferable[];
  limit: number;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A worker's refusal, its crash or its time-out. `code` is the worker's own word, or `timeout`, `crash`, `closed`. */
export class WorkerProblem extends Error {
  override readonly name = 'WorkerProblem';
  readonly code: string;
  readonly details: unknown;

  constructor(code: string, message: string, details?: unknown) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** A thread that does one thing at a time for those who ask. */
export interface WorkerQueue {
  /** Sends a structured-cloneable request; answers in order. Rejects with `WorkerProblem`. */
  ask(request: unknown, limitMs?: number, transfer?: Transferable[]): Promise<unknown>;
  /** How many requests wait or run. */
  readonly waiting: number;
  /** Stops the thread at once when it does nothing, to give its memory back; the next request starts it again. */
  rest(): void;
  /** Lets the running request end, refuses the others and stops the thread. */
  close(): Promise<void>;
}

export interface WorkerQueueOptions {
  /** Milliseconds one request may take; afterwards the thread is replaced. */
  limitMs: number;
  /** Refuse when so many already wait, so that a flood does not fill memory. */
  maxWaiting?: number;
  /** Stop the thread when nothing was asked for so many milliseconds, to give its memory back; left out, it stays. */
  idleMs?: number;
  /** Options of the thread; memory limits for instance. */
  worker?: WorkerOptions;
}

/**
 * A queue before one worker thread. The thread starts at the first request, is started again after a crash or a
 * time-out, and never keeps the process alive by itself while idle. The script must be plain `.mjs`: it posts
 * `{ id, value }` or `{ id, error: { code, message, details } }` for each `{ id, request }`.
 */
export function workerQueue(script: URL, options: WorkerQueueOptions): WorkerQueue {
  const queue: Waiting[] = [];
  const maxWaiting = options.maxWaiting ?? 1000;
  let thread: Worker | null = null;
  let running: { id: number; job: Waiting; timer: NodeJS.Timeout } | null = null;
  let lastId = 0;
  let closed = false;
  let idle: (() => void) | null = null;
  let retirement: NodeJS.Timeout | undefined;

  function start(): Worker {
    // What the process was started with (loaders, probes) is not for a plain script.
    const started = new Worker(script, { execArgv: [], ...options.worker });
    started.on('message', (reply: Reply) => {
      if (running?.id !== reply.id) return;
      const { job } = finish();
      if (reply.error) job.reject(new WorkerProblem(reply.error.code, reply.error.message, reply.error.details));
      else job.resolve(reply.value);
      next();
    });
    started.on('error', (error) => lost(started, error.message));
    started.on('exit', (code) => lost(started, `exit code ${code}`));
    return started;
  }

  function lost(which: Worker, why: string): void {
    if (thread !== which) return;
    thread = null;
    if (running) finish().job.reject(new WorkerProblem('crash', `The worker stopped: ${why}`));
    next();
  }

  function finish(): { job: Waiting } {
    if (!running) throw new Error('no request is running');
    const { job, timer } = running;
    clearTimeout(timer);
    running = null;
    thread?.unref();
    return { job };
  }

  function next(): void {
    if (running) return;
    const job = queue.shift();
    clearTimeout(retirement);
    if (!job) {
      idle?.();
      if (options.idleMs !== undefined) retirement = setTimeout(retire, options.idleMs).unref();
      return;
    }
    thread ??= start();
    const worker = thread;
    worker.ref();
    lastId += 1;
    const timer = setTimeout(() => {
      thread = null;
      finish().job.reject(new WorkerProblem('timeout', `The worker took longer than ${job.limit} ms`));
      void worker.terminate();
      next();
    }, job.limit);
    running = { id: lastId, job, timer };
    try {
      worker.postMessage({ id: lastId, request: job.request }, job.transfer);
    } catch (error) {
      finish().job.reject(error);
      next();
    }
  }

  function retire(): void {
    const last = thread;
    thread = null;
    void last?.terminate();
  }

  return {
    get waiting() {
      return queue.length + (running ? 1 : 0);
    },
    ask(request, limitMs, transfer = []) {
      if (closed) return Promise.reject(new WorkerProblem('closed', 'The worker is closed'));
      if (queue.length >= maxWaiting) return Promise.reject(new WorkerProblem('busy', 'Too many requests wait'));
      return new Promise((resolve, reject) => {
        queue.push({ request, transfer, limit: limitMs ?? options.limitMs, resolve, reject });
        next();
      });
    },
    rest() {
      if (running || queue.length > 0) return;
      clearTimeout(retirement);
      retire();
    },
    async close() {
      closed = true;
      clearTimeout(retirement);
      for (const job of queue.splice(0)) job.reject(new WorkerProblem('closed', 'The worker is closed'));
      if (running) {
        await new Promise<void>((resolve) => {
          idle = resolve;
        });
      }
      clearTimeout(retirement);
      const last = thread;
      thread = null;
      await last?.terminate();
    },
  };
}
