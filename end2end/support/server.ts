import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The built program. */
export const BINARY = resolve(process.env['LLAVERO_BINARY'] ?? '../target/release/llavero');

/** The browser's files, which the build leaves beside the program's folder. */
const SITE = resolve(process.env['LLAVERO_SITE_DIR'] ?? join(dirname(dirname(BINARY)), 'site'));

const START_TIMEOUT = 20_000;
const STOP_TIMEOUT = 8_000;

/** A message that the demo wrote instead of sending it. */
export interface Letter {
  to: string;
  text: string;
  link: string;
}

/** The whole program with demo data, on a port and a database of its own. */
export class Server {
  log = '';
  private process: ChildProcess | undefined;

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly environment: Record<string, string>,
  ) {}

  /** With those variables in its environment besides the tests' own. */
  static async start(environment: Record<string, string> = {}): Promise<Server> {
    const folder = await mkdtemp(join(tmpdir(), 'llavero-e2e-'));
    const server = new Server(folder, await freePort(), environment);
    await server.run();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the program on the same folder and port, as after a `pause`. */
  async run(): Promise<void> {
    const child = spawn(
      BINARY,
      ['serve', '--demo', '--data-dir', this.folder, '--listen', `127.0.0.1:${this.port}`, '--site-dir', SITE],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...this.environment } },
    );
    this.process = child;
    const keep = (piece: Buffer) => (this.log += piece.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => (this.log += `\n${BINARY}: ${error.message}\n`));
    const until = Date.now() + START_TIMEOUT;
    while (!(await this.answers())) {
      if (child.exitCode !== null || child.pid === undefined || Date.now() > until) {
        await this.pause();
        throw new Error(`the server did not start:\n${this.log}`);
      }
      await new Promise((wake) => setTimeout(wake, 20));
    }
  }

  /** Ends the program; its data stay. */
  async pause(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const ended = once(child, 'exit');
    const stubborn = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(stubborn);
  }

  async stop(): Promise<void> {
    await this.pause();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The letters written so far, oldest first. */
  async letters(): Promise<Letter[]> {
    const folder = join(this.folder, 'messages');
    const names = await readdir(folder).catch(() => []);
    const texts = await Promise.all(
      names
        .filter((name) => name.endsWith('.txt') && !name.startsWith('.'))
        .sort()
        .map((name) => readFile(join(folder, name), 'utf8')),
    );
    return texts.map((text) => ({
      to: /^To: (.*)$/m.exec(text)?.[1] ?? '',
      link: /^https?:\/\/\S+$/m.exec(text)?.[0] ?? '',
      text,
    }));
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/healthz`)).ok;
    } catch {
      return false;
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('no free port');
  }
  return address.port;
}
