import type { BrowserContext } from '@playwright/test';

interface Expected {
  status: RegExp;
  path: string;
  /** How often it came; nothing for one that need not come. */
  seen: number | undefined;
}

/**
 * Watches every page of a test and keeps what no page of ours may do: write to
 * the console, throw, lose a request, get an answer of 400 or more. What a test
 * provokes it announces first, and it has to happen.
 */
export class Watcher {
  private readonly found: string[] = [];
  private readonly expected: Expected[] = [];
  private networkIsAway = false;

  watch(context: BrowserContext, who: string): void {
    context.on('console', (message) => {
      const kind = message.type();
      if ((kind === 'error' || kind === 'warning') && !this.isLostRequest(message.text())) {
        this.found.push(`${who}: console ${kind}: ${message.text()} (${message.location().url})`);
      }
    });
    context.on('weberror', (error) => {
      if (this.networkIsAway && error.error().message.includes('Failed to fetch')) {
        return;
      }
      this.found.push(`${who}: uncaught ${error.error().stack ?? error.error().message}`);
    });
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? 'failed';
      // A page that is left behind ends its requests.
      if (why !== 'net::ERR_ABORTED' && !this.networkIsAway) {
        this.found.push(`${who}: ${request.method()} ${request.url()} ${why}`);
      }
    });
    context.on('response', (response) => {
      const status = response.status();
      if (status < 400) {
        return;
      }
      const path = new URL(response.url()).pathname;
      const expected = this.expected.find((one) => one.status.test(String(status)) && path.startsWith(one.path));
      if (expected) {
        expected.seen = expected.seen === undefined ? undefined : expected.seen + 1;
      } else {
        this.found.push(`${who}: ${response.request().method()} ${path} answered ${status}`);
      }
    });
  }

  /** From here on an answer of `status` to `path` is right, and has to come. */
  expectAnswer(status: number | RegExp, path: string): void {
    this.expected.push({ status: new RegExp(status instanceof RegExp ? status.source : `^${status}$`), path, seen: 0 });
  }

  /** An answer that is right, and may come or not. */
  allowAnswer(status: number, path: string): void {
    this.expected.push({ status: new RegExp(`^${status}$`), path, seen: undefined });
  }

  /** While the network is away, requests fail. */
  takeNetworkAway(): void {
    this.networkIsAway = true;
  }

  giveNetworkBack(): void {
    this.networkIsAway = false;
  }

  /** What failed to load is told by the events of requests, with more detail. */
  private isLostRequest(text: string): boolean {
    return text.startsWith('Failed to load resource') || (this.networkIsAway && text.includes('Failed to fetch'));
  }

  problems(): string[] {
    const missed = this.expected
      .filter((one) => one.seen === 0)
      .map((one) => `no answer ${one.status} to ${one.path} came, which the test expects`);
    return [...this.found, ...missed];
  }
}
