import { type ChildProcess, spawn } from 'node:child_process';

type Message = {
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string };
};
type Answer = (params: unknown) => unknown;

/**
 * A language client of nothing but JSON-RPC: it writes to the server's standard input and reads its standard output, and
 * knows none of the libraries that the server is made of.
 */
export class RpcClient {
  readonly process: ChildProcess;
  readonly notifications: { method: string; params: unknown }[] = [];
  readonly requests: { method: string; params: unknown }[] = [];
  /** Answers to what the server asks. */
  readonly answers = new Map<string, Answer>();
  readonly exited: Promise<number | null>;
  stderr = '';
  #next = 1;
  #buffer = Buffer.alloc(0);
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  readonly #listeners = new Set<() => void>();

  constructor(command: string, argv: readonly string[], cwd: string) {
    this.process = spawn(command, argv, { cwd, stdio: 'pipe' });
    this.exited = new Promise((resolve) => {
      this.process.on('exit', resolve);
    });
    this.process.stdout?.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.process.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
  }

  /** Sends a request; `id` is what it can be cancelled by. */
  start<Result = unknown>(method: string, params: unknown): { id: number; answer: Promise<Result> } {
    const id = this.#next++;
    const answer = new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
    });
    this.#send({ id, method, params });
    return { id, answer };
  }

  request<Result = unknown>(method: string, params: unknown): Promise<Result> {
    return this.start<Result>(method, params).answer;
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** Waits until something that has come, or is to come, from the server answers the question. */
  async until<Value>(look: () => Value | undefined, what: string, most = 15_000): Promise<Value> {
    const end = Date.now() + most;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      const left = end - Date.now();
      if (left <= 0) throw new Error(`${what} did not come.\n${this.stderr}`);
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.#listeners.delete(done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.#listeners.add(done);
      });
    }
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('ascii', 0, end))?.[1]);
      if (this.#buffer.length < end + 4 + length) return;
      const body = this.#buffer.toString('utf8', end + 4, end + 4 + length);
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#handle(JSON.parse(body) as Message);
      for (const listener of [...this.#listeners]) listener();
    }
  }

  #handle({ id, method, params, result, error }: Message): void {
    if (method === undefined) {
      const waiting = this.#waiting.get(Number(id));
      this.#waiting.delete(Number(id));
      if (error) waiting?.reject(Object.assign(new Error(error.message), { code: error.code }));
      else waiting?.resolve(result);
      return;
    }
    if (id === undefined) {
      this.notifications.push({ method, params });
      return;
    }
    this.requests.push({ method, params });
    const answer = this.answers.get(method);
    this.#send({ id, result: answer ? answer(params) : null } as Message);
  }
}
