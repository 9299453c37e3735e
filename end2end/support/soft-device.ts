import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { BINARY, type Server } from './server';

/** A request as `llavero device list` tells it. */
export interface WaitingRequest {
  operation: string;
  kind: string;
  serial: string;
  holder_username: string;
}

/** What `llavero device` said when it was refused. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly answer: string,
  ) {
    super(`llavero device ended with ${status}: ${answer}`);
  }
}

/**
 * A device on the command line: it speaks the AppMovil's protocol, for tests
 * that are not about the AppMovil's screens.
 */
export class SoftDevice {
  private readonly store: string;

  private constructor(
    private readonly server: Server,
    readonly pin: string,
  ) {
    this.store = join(server.folder, `device-${randomUUID()}.json`);
  }

  static async enrol(server: Server, invitation: string, pin = '204816'): Promise<SoftDevice> {
    const device = new SoftDevice(server, pin);
    await device.run('enrol', invitation, '--name', 'Celular de prueba');
    return device;
  }

  /** The requests that wait for this device. */
  async waiting(): Promise<WaitingRequest[]> {
    return (await this.run<{ waiting: WaitingRequest[] }>('list')).waiting;
  }

  async approve(operation: string, number: string, pin = this.pin): Promise<void> {
    await this.run('approve', '--operation', operation, '--number', number, '--pin', pin);
  }

  async reject(operation: string): Promise<void> {
    await this.run('reject', '--operation', operation);
  }

  /** The one-time code that signs its holder in. */
  async code(): Promise<string> {
    return (await this.run<{ code: string }>('code')).code;
  }

  private run<Answer>(...words: string[]): Promise<Answer> {
    const env = { ...process.env, LLAVERO_DEVICE_PIN: this.pin };
    const all = ['device', '--json', '--server', this.server.url, '--store', this.store, ...words];
    return new Promise((resolve, reject) => {
      execFile(BINARY, all, { env, timeout: 15_000 }, (error, stdout, stderr) => {
        if (error) {
          reject(new Refused(typeof error.code === 'number' ? error.code : -1, stderr || error.message));
        } else {
          resolve(JSON.parse(stdout) as Answer);
        }
      });
    });
  }
}
