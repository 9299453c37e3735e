import { request as http, type IncomingMessage } from 'node:http';
import { SIGN_IN, TOKENS } from '../support/console';
import { expect, test } from '../support/fixtures';
import { ANDINA, LAURA, SOFIA } from '../support/office';
import { open } from '../support/pages';

test.use({ ownServer: false });

/** Asks as no browser would: with exactly these headers, the body as it came. */
function ask(url: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<{ message: IncomingMessage; bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = http(url, { method, headers }, (message) => {
      const pieces: Buffer[] = [];
      message.on('data', (piece: Buffer) => pieces.push(piece));
      message.on('end', () => {
        const all = Buffer.concat(pieces);
        resolve({ message, bytes: all.length, text: all.toString() });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

test('every answer bears the headers that protect it, and pages a policy without unsafe-inline', async ({ server }) => {
  const nonces = new Set<string>();
  for (const path of [SIGN_IN, '/app', '/no-hay', '/ayuda', '/healthz', '/api/no-hay', '/manifest.webmanifest']) {
    const { message } = await ask(server.url + path);
    const headers = message.headers;
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toMatch(/^(same-origin|no-referrer|strict-origin)/);
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    const policy = String(headers['content-security-policy']);
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toContain('unsafe-inline');
    expect(policy, path).not.toContain("'unsafe-eval'");
  }
  for (const path of [SIGN_IN, SIGN_IN, '/app']) {
    const { message, text } = await ask(server.url + path);
    const policy = String(message.headers['content-security-policy']);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toMatch(/script-src [^;]*'strict-dynamic'/);
    expect(policy).toMatch(/script-src [^;]*'wasm-unsafe-eval'/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    nonces.add(nonce);
    for (const script of text.match(/<script\b[^>]*>/g) ?? []) {
      expect(script, 'every script bears the nonce').toContain(`nonce="${nonce}"`);
    }
    expect(text, 'no inline style').not.toMatch(/<style\b|\sstyle="/);
    expect(text, 'no inline handler').not.toMatch(/<[a-z][^>]*\son[a-z]+="/);
  }
  expect(nonces.size, 'a nonce for each answer').toBe(3);
});

test('many pages asked for at once are all answered', async ({ server, office }) => {
  const cookie = `llavero=${(await office.administrator()).cookie}`;
  const paths = [TOKENS, `${TOKENS}/asignar`, '/perfil', '/ayuda', '/app', '/demo/buzon'];
  const asked = Array.from({ length: 120 }, (_, number) => paths[number % paths.length] ?? '/');
  const answers: string[] = [];
  const next = async (): Promise<void> => {
    for (let path = asked.pop(); path !== undefined; path = asked.pop()) {
      const { message } = await ask(server.url + path, { cookie });
      answers.push(`${message.statusCode} ${path}`);
    }
  };
  await Promise.all(Array.from({ length: 12 }, next));
  expect(answers.filter((answer) => !answer.startsWith('200 '))).toEqual([]);
});

test('the browser finds nothing inline on a page that runs', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  for (const path of [TOKENS, `${TOKENS}/asignar`, '/perfil', '/app']) {
    await open(page, path);
    const inline = await page.evaluate(() => [
      ...[...document.querySelectorAll('[style]')].map((element) => element.outerHTML.slice(0, 120)),
      ...[...document.querySelectorAll('style')].map((element) => element.outerHTML.slice(0, 120)),
      ...[...document.querySelectorAll('*')]
        .filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')))
        .map((element) => element.outerHTML.slice(0, 120)),
    ]);
    expect(inline, path).toEqual([]);
  }
});

test('files with a hash are compressed and kept for ever', async ({ server }) => {
  const { text } = await ask(server.url + SIGN_IN);
  const files = [...new Set(text.match(/\/pkg\/[\w./-]+\.(?:wasm|js|css)/g) ?? [])];
  expect(files.some((file) => file.endsWith('.wasm'))).toBe(true);
  for (const file of files) {
    expect(file, 'the name has a hash').toMatch(/\/pkg\/.*[.-][\w-]{16,}(_bg)?\.(wasm|js|css)$/);
    const { message } = await ask(server.url + file, { 'accept-encoding': 'br' });
    expect(message.statusCode, file).toBe(200);
    expect(message.headers['content-encoding'], file).toBe('br');
    expect(message.headers['cache-control'], file).toMatch(/max-age=31536000.*immutable/);
    if (file.endsWith('.wasm')) {
      expect(message.headers['content-type']).toBe('application/wasm');
    }
  }
  const page = await ask(server.url + SIGN_IN);
  expect(page.message.headers['cache-control']).toContain('no-store');
});

test('the program as served is at most 350 kB, and each of its parts less', async ({ server }) => {
  const sizes = new Map<string, number>();
  for (const path of [SIGN_IN, TOKENS, '/app']) {
    const { text } = await ask(server.url + path);
    for (const file of new Set(text.match(/\/pkg\/[\w./-]+\.wasm/g) ?? [])) {
      sizes.set(file, (await ask(server.url + file, { 'accept-encoding': 'br' })).bytes);
    }
  }
  const listed = [...sizes].map(([file, bytes]) => `${file} ${bytes}`).join('\n');
  test.info().annotations.push({ type: 'wasm with brotli', description: listed });
  expect([...sizes.keys()].filter((file) => file.startsWith('/pkg/llavero.'))).toHaveLength(1);
  expect(Math.max(...sizes.values()), listed).toBeLessThanOrEqual(350_000);
});

test('a request from another site changes nothing, whatever it claims', async ({ server, office }) => {
  const laura = await office.administrator();
  const { user } = await laura.candidate(SOFIA);
  const body = JSON.stringify({ user });
  const cookie = `llavero=${laura.cookie}`;
  const type = { 'content-type': 'application/json', cookie };
  for (const headers of [
    { ...type, origin: 'https://example.com' },
    { ...type, 'sec-fetch-site': 'cross-site' },
    { ...type, 'sec-fetch-site': 'same-site', origin: server.url },
    { ...type, 'sec-fetch-site': 'cross-site', origin: server.url },
    { ...type, origin: 'null' },
    type,
  ]) {
    const { message } = await ask(`${server.url}/api/operation/request-assignment`, headers, 'POST', body);
    expect(message.statusCode, JSON.stringify(headers)).toBe(403);
  }
  const form = new URLSearchParams({ company: ANDINA, username: LAURA, password: 'llavero-demo' }).toString();
  const { message } = await ask(
    `${server.url}/api/session/sign-in`,
    { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://example.com' },
    'POST',
    form,
  );
  expect(message.statusCode).toBe(403);
  expect(message.headers['set-cookie']).toBeUndefined();
  expect((await laura.candidate(SOFIA)).ineligibilities, 'nothing was asked for').toEqual([]);
});

test('nothing is changed by GET', async ({ server, office }) => {
  const laura = await office.administrator();
  const { user } = await laura.candidate(SOFIA);
  const cookie = `llavero=${laura.cookie}`;
  for (const path of [
    'session/sign-in',
    'session/sign-out',
    'invitation/own',
    'operation/request-assignment',
    'operation/request-change',
    'token/block',
    'token/resend',
    'operation/cancel',
  ]) {
    const { message } = await ask(`${server.url}/api/${path}?user=${user}`, { cookie });
    expect(message.statusCode, path).toBeGreaterThanOrEqual(400);
    expect(message.statusCode, path).toBeLessThan(500);
  }
  await ask(`${server.url}${TOKENS}/asignar?usuario=${user}`, { cookie });
  expect((await laura.candidate(SOFIA)).ineligibilities).toEqual([]);
  expect(await laura.tokens(), 'the session still stands').toHaveLength(5);
});

test('the session’s cookie is out of reach of scripts and other sites', async ({ server }) => {
  const form = new URLSearchParams({ company: ANDINA, username: 'AuditoraP', password: 'llavero-demo' }).toString();
  const { message } = await ask(
    `${server.url}/api/session/sign-in`,
    { 'content-type': 'application/x-www-form-urlencoded', origin: server.url, accept: 'application/json' },
    'POST',
    form,
  );
  const cookie = message.headers['set-cookie']?.find((one) => one.includes('llavero=')) ?? '';
  expect(cookie).toMatch(/^llavero=[\w-]{40,};/);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=(Lax|Strict)/);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie, 'a host’s own cookie').not.toMatch(/Domain=/);
});

test('bodies that make no sense are refused with a clear status, never a fault', async ({ server, office }) => {
  const laura = await office.administrator();
  const headers = { cookie: `llavero=${laura.cookie}`, origin: server.url, 'content-type': 'application/json', accept: 'application/json' };
  for (const path of ['token/list', 'token/show', 'candidate/list', 'operation/request-assignment', 'operation/show']) {
    for (const body of ['', '{', '[]', 'null', '{"user":1}', '{"user":"\u0000"}', '{"query":{"page":{"size":0}}}', '"x"'.repeat(9_000)]) {
      const { message, text } = await ask(`${server.url}/api/${path}`, headers, 'POST', body);
      expect(message.statusCode, `${path} ${body.slice(0, 30)} → ${text.slice(0, 80)}`).toBeGreaterThanOrEqual(400);
      expect(message.statusCode, `${path} ${body.slice(0, 30)} → ${text.slice(0, 80)}`).toBeLessThan(500);
    }
  }
  for (const path of ['enrolments/open', 'enrolments', 'requests', 'nada']) {
    for (const body of ['', '{', '[]', '{"v":99}', '{"v":1,"code":""}']) {
      const { message } = await ask(`${server.url}/device/v1/${path}`, { 'content-type': 'application/json' }, 'POST', body);
      expect(message.statusCode, `${path} ${body}`).toBeGreaterThanOrEqual(400);
      expect(message.statusCode, `${path} ${body}`).toBeLessThan(500);
    }
  }
});
