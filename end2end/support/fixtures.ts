import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { Office } from './office';
import { Server } from './server';
import { Watcher } from './watcher';

interface Options {
  /** A server for this test alone; without it, one that tests share which change nothing. */
  ownServer: boolean;
}

interface Fixtures {
  office: Office;
  server: Server;
  watcher: Watcher;
  /** A telephone with the AppMovil, apart from the console's browser. */
  phone: Page;
  /** One more browser, of somebody else. */
  openBrowser: (who: string, size?: { width: number; height: number }) => Promise<Page>;
}

interface WorkerFixtures {
  /** The office on the server that tests share; started when it is first asked for. */
  sharedOffice: () => Promise<Office>;
}

export const PHONE = { width: 390, height: 844 };

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  ownServer: [true, { option: true }],

  sharedOffice: [
    async ({}, use) => {
      let starting: Promise<Office> | undefined;
      await use(() => (starting ??= Server.start().then((server) => new Office(server))));
      await starting?.then((office) => office.server.stop());
    },
    { scope: 'worker' },
  ],

  office: async ({ ownServer, sharedOffice }, use, info) => {
    const office = ownServer ? new Office(await Server.start()) : await sharedOffice();
    const before = office.server.log.length;
    await use(office);
    if (ownServer) {
      await office.server.stop();
    }
    const log = office.server.log.slice(before);
    if (info.status !== info.expectedStatus) {
      await info.attach('server.log', { body: log, contentType: 'text/plain' });
    }
    expect(log, 'the server did not panic').not.toMatch(/panicked/);
  },

  server: async ({ office }, use) => use(office.server),

  baseURL: async ({ server }, use) => use(server.url),

  watcher: async ({}, use) => {
    const watcher = new Watcher();
    await use(watcher);
    expect(watcher.problems(), 'what no page may do').toEqual([]);
  },

  context: async ({ context, watcher }, use) => {
    watcher.watch(context, 'console');
    await use(context);
  },

  openBrowser: async ({ browser, baseURL, watcher }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, size = { width: 1280, height: 800 }) => {
      const context = await browser.newContext({ baseURL, viewport: size });
      contexts.push(context);
      watcher.watch(context, who);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  phone: async ({ openBrowser }, use) => use(await openBrowser('phone', PHONE)),
});

export { expect };
