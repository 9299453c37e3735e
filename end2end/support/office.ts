import { expect, type BrowserContext } from '@playwright/test';
import type { Letter, Server } from './server';
import { SoftDevice } from './soft-device';

/** The password of everybody in the demo. */
export const PASSWORD = 'llavero-demo';
/** A PIN that the AppMovil accepts. */
export const PIN = '204816';

export const ANDINA = 'andina';
export const ENTELGY = 'entelgy';
/** The first administrator of Comercial Andina. */
export const LAURA = 'LauraG';
/** The second one. */
export const CARLOS = 'CarlosM';
export const AUDITOR = 'AuditoraP';
/** A company with more tokens than a page holds. */
export const CAFETERA = 'cafetera';
export const AUDITOR_CAFETERA = 'RodrigoAV';
export const ADMIN_ENTELGY = 'AdminEntelgy';
/** A user of Comercial Andina who may get a token and has a physical one. */
export const SOFIA = 'SofiaR';

/** An operation as the console's waiting screen is told of it. */
export interface Operation {
  id: string;
  number: string;
  subject: { token: { serial: string } };
  state: { state: string };
}

/** A row of the table of tokens. */
export interface TokenRow {
  id: string;
  serial: string;
  username: string;
  status: string;
  version: number;
}

interface Candidate {
  user: string;
  username: string;
  ineligibilities: unknown[];
}

/** Somebody whose session is kept, ready to be put into a browser. */
export class Person {
  device: SoftDevice | undefined;

  constructor(
    readonly office: Office,
    readonly company: string,
    readonly username: string,
    readonly cookie: string,
  ) {}

  /** Signs this person in to a browser, without its sign-in screen. */
  async enter(context: BrowserContext): Promise<void> {
    await context.addCookies([{ name: 'llavero', value: this.cookie, url: this.office.server.url }]);
  }

  /** The device with which this person confirms. */
  confirmer(): SoftDevice {
    if (!this.device) {
      throw new Error(`${this.username} has no device`);
    }
    return this.device;
  }

  post<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.office.post<Answer>(path, body, this.cookie);
  }

  async candidate(username: string): Promise<Candidate> {
    const page = await this.post<{ rows: Candidate[] }>('candidate/list', {
      search: username,
      page: { place: 'first', number: 1, size: 100 },
    });
    const found = page.rows.find((row) => row.username === username);
    if (!found) {
      throw new Error(`no user ${username}`);
    }
    return found;
  }

  async tokens(): Promise<TokenRow[]> {
    const answer = await this.post<{ page: { rows: TokenRow[] } }>('token/list', {
      query: {
        filter: { status: null, updated_from: null, updated_until: null },
        sort: { column: 'serial', direction: 'ascending' },
        page: { place: 'first', number: 1, size: 100 },
      },
    });
    return answer.page.rows;
  }

  async tokenOf(username: string): Promise<TokenRow> {
    const found = (await this.tokens()).find((row) => row.username === username);
    if (!found) {
      throw new Error(`${username} holds no token`);
    }
    return found;
  }

  async requestAssignment(username: string): Promise<Operation> {
    const { user } = await this.candidate(username);
    return this.post('operation/request-assignment', { user });
  }

  async requestActivation(username: string): Promise<Operation> {
    return this.requestChange(username, 'activate');
  }

  /** Asks for a change of a token, such as `unblock` or `replace_device`. */
  async requestChange(username: string, kind: string): Promise<Operation> {
    return this.post('operation/request-change', { seen: await this.seen(username), kind });
  }

  /** Blocks a token at once. */
  async block(username: string, reason = 'lost'): Promise<void> {
    await this.post('token/block', { seen: [await this.seen(username)], reason });
  }

  /** A token at the version that it has now. */
  async seen(username: string): Promise<{ token: string; version: number }> {
    const { id, version } = await this.tokenOf(username);
    return { token: id, version };
  }

  async approve(operation: Operation): Promise<void> {
    await this.confirmer().approve(operation.id, operation.number);
  }

  /** Assigns a token and returns the letter that the user got. */
  async assign(username: string): Promise<Letter> {
    const operation = await this.requestAssignment(username);
    await this.approve(operation);
    return this.office.letterFor(operation.subject.token.serial);
  }

  /** Assigns a token and enrols the user's device. */
  async assignAndEnrol(username: string): Promise<SoftDevice> {
    const letter = await this.assign(username);
    return SoftDevice.enrol(this.office.server, letter.link, PIN);
  }

  /** Assigns, enrols and activates. */
  async handOver(username: string): Promise<SoftDevice> {
    const device = await this.assignAndEnrol(username);
    await this.approve(await this.requestActivation(username));
    return device;
  }
}

/** What a test finds done before it begins, done without a browser. */
export class Office {
  private readonly people = new Map<string, Promise<Person>>();

  constructor(readonly server: Server) {}

  /** Somebody who is signed in; an administrator's AppMovil is linked too. */
  person(company: string, username: string): Promise<Person> {
    const key = `${company}/${username}`;
    let person = this.people.get(key);
    if (!person) {
      person = this.signedIn(company, username);
      this.people.set(key, person);
    }
    return person;
  }

  /** An administrator of Comercial Andina, ready to assign. */
  async administrator(username = LAURA, company = ANDINA): Promise<Person> {
    const person = await this.person(company, username);
    if (!person.device) {
      const { code } = await person.post<{ code: string }>('invitation/own', { replace: true });
      person.device = await SoftDevice.enrol(this.server, code, PIN);
    }
    return person;
  }

  /** The newest invitation to enrol a token, once it is written. */
  async letterFor(serial: string): Promise<Letter> {
    let found: Letter | undefined;
    await expect
      .poll(
        async () => {
          found = (await this.server.letters()).findLast(
            (letter) => letter.text.includes(serial) && letter.link.includes('/app/enrolar#'),
          );
          return found !== undefined;
        },
        { message: `an invitation to enrol ${serial}`, intervals: [50, 100, 250] },
      )
      .toBe(true);
    return found as Letter;
  }

  async post<Answer>(path: string, body: unknown, cookie = ''): Promise<Answer> {
    const response = await this.send(path, JSON.stringify(body), 'application/json', cookie);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`POST /api/${path} answered ${response.status}: ${text}`);
    }
    return JSON.parse(text) as Answer;
  }

  private async signedIn(company: string, username: string): Promise<Person> {
    const form = new URLSearchParams({ company, username, password: PASSWORD });
    const response = await this.send('session/sign-in', form.toString(), 'application/x-www-form-urlencoded', '');
    const cookie = /(?:^|, )(?:__Host-)?llavero=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
    if (!response.ok || !cookie) {
      throw new Error(`${username} could not sign in: ${response.status} ${await response.text()}`);
    }
    return new Person(this, company, username, cookie);
  }

  private send(path: string, body: string, type: string, cookie: string): Promise<Response> {
    return fetch(`${this.server.url}/api/${path}`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: {
        'content-type': type,
        accept: 'application/json',
        origin: this.server.url,
        ...(cookie ? { cookie: `llavero=${cookie}` } : {}),
      },
    });
  }
}
