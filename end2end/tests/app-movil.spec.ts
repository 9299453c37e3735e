import { APP, approveWith, linkPhoneOfLaura, openRequest } from '../support/app-movil';
import { expect, test } from '../support/fixtures';
import { ANDINA, LAURA, SOFIA } from '../support/office';
import { fact, heading, open, readNumber } from '../support/pages';

test('the AppMovil can be installed: manifest, icons and service worker', async ({ phone, server }) => {
  await open(phone, APP);
  const link = await phone.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await phone.request.get(link ?? '');
  expect(answer.headers()['content-type']).toMatch(/json/);
  const manifest = (await answer.json()) as {
    name: string;
    start_url: string;
    scope: string;
    display: string;
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  expect(manifest).toMatchObject({ name: 'Llavero AppMovil', start_url: '/app', scope: '/app', display: 'standalone' });
  expect(manifest.icons.map((icon) => icon.sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const icon of manifest.icons) {
    expect((await phone.request.get(icon.src)).headers()['content-type'], icon.src).toBe('image/png');
  }
  const scope = await phone.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(`${server.url}/app`);
});

test('the service worker keeps the shell and nothing of a person', async ({ phone, office }) => {
  await linkPhoneOfLaura(phone, office);
  await phone.getByRole('link', { name: /^Ver código del token/ }).click();
  await expect(heading(phone, 'Su código de un solo uso')).toBeVisible();
  const kept = await phone.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept.length).toBeGreaterThan(3);
  for (const path of kept) {
    expect(path, 'a file or a page of the shell').toMatch(/^\/(app(\/.*)?|pkg\/.+|fonts\/.+|favicon\.svg|manifest\.webmanifest|app-icon-\d+\.png)$/);
  }
});

test('the one-time code works without a network, also after a reload', async ({ phone, office, watcher }) => {
  await linkPhoneOfLaura(phone, office);
  await open(phone, APP);
  await phone.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => phone.evaluate(async () => (await caches.match('/app', { ignoreVary: true })) !== undefined))
    .toBe(true);

  watcher.takeNetworkAway();
  await office.server.pause();
  await phone.context().setOffline(true);
  await open(phone, APP);
  await expect(phone.getByText(/^Sin conexión/).first()).toBeVisible();
  await phone.getByRole('link', { name: /^Ver código del token/ }).click();
  await expect(heading(phone, 'Su código de un solo uso')).toBeVisible();
  const code = await readNumber(phone);
  expect(code).toMatch(/^\d{6}$/);
  await expect(phone.getByText('Este código se calcula en su teléfono: también sirve sin conexión.')).toBeVisible();
  await expect(phone.getByRole('timer')).toContainText(/\d+ s/);

  await phone.context().setOffline(false);
  await office.server.run();
  watcher.giveNetworkBack();
  const form = new URLSearchParams({ company: ANDINA, username: LAURA, password: 'llavero-demo' });
  const signedIn = await phone.request.post('/api/session/sign-in', { form: Object.fromEntries(form), headers: { origin: office.server.url } });
  expect(signedIn.status()).toBe(200);
  const coded = await phone.request.post('/api/session/code', { form: { code: await readNumber(phone) }, headers: { origin: office.server.url } });
  expect(coded.status(), 'the server accepts the code made without it').toBe(200);
});

test('the device tells what it is, and can be taken off the phone', async ({ phone, office }) => {
  await linkPhoneOfLaura(phone, office);
  await phone.getByRole('link', { name: /^Detalles del token/ }).click();
  await expect(heading(phone, 'Este dispositivo')).toBeVisible();
  await expect(fact(phone, 'Usuario')).toHaveText(LAURA);
  await expect(fact(phone, 'Estado')).toHaveText('Activo');
  await phone.getByRole('button', { name: 'Quitar de este teléfono' }).click();
  const dialog = phone.getByRole('dialog');
  await dialog.getByRole('button', { name: 'No, conservar' }).click();
  await expect(dialog).toBeHidden();
  await phone.getByRole('button', { name: 'Quitar de este teléfono' }).click();
  await dialog.getByRole('button', { name: 'Sí, quitar' }).click();
  await expect(phone.getByText('El token se quitó de este teléfono')).toBeVisible();
  await expect(phone.getByText('Este teléfono aún no tiene un token')).toBeVisible();
});

test('the keys of the device cannot be taken out of the browser', async ({ phone, office }) => {
  await linkPhoneOfLaura(phone, office);
  const keys = await phone.evaluate(async () => {
    const found: { type: string; extractable: boolean }[] = [];
    const look = (value: unknown): void => {
      if (value instanceof CryptoKey) {
        found.push({ type: value.type, extractable: value.extractable });
      } else if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) {
        Object.values(value).forEach(look);
      }
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve, reject) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error);
        });
        all.forEach(look);
      }
      database.close();
    }
    return { found, local: { ...localStorage }, session: { ...sessionStorage } };
  });
  const secret = keys.found.filter((key) => key.type !== 'public');
  expect(secret.length, 'private keys are kept').toBeGreaterThan(0);
  expect(secret.filter((key) => key.extractable)).toEqual([]);
  expect(JSON.stringify([keys.local, keys.session])).not.toContain('204816');
});

test('a request appears on the phone by itself, and is gone once it was cancelled', async ({ phone, office }) => {
  const laura = await linkPhoneOfLaura(phone, office);
  await expect(phone.getByText(/^Nada por responder\./)).toBeVisible();
  const operation = await laura.requestAssignment(SOFIA);
  const card = phone.getByRole('link', { name: /^Asignar el token/ });
  await expect(card).toBeVisible();
  await expect(phone.getByText('1 solicitud espera su respuesta.')).toBeAttached();
  await laura.post('operation/cancel', { operation: operation.id });
  await expect(card).toBeHidden();
});

test('a request that is nobody’s says so', async ({ phone, office }) => {
  await linkPhoneOfLaura(phone, office);
  for (const address of ['nada', '01890000-0000-7000-8000-000000000000']) {
    await open(phone, `/app/solicitud/${address}`);
    await expect(heading(phone, 'Esta solicitud ya no espera respuesta')).toBeVisible();
  }
  await open(phone, '/app/codigo/nada');
  await expect(phone.getByText('Este token no está en este teléfono')).toBeVisible();
});

test('what was typed is still there after the network failed', async ({ phone, office, watcher }) => {
  const laura = await linkPhoneOfLaura(phone, office);
  const { number } = await laura.requestAssignment(SOFIA);
  await openRequest(phone, /^Asignar el token/);
  watcher.takeNetworkAway();
  await phone.context().setOffline(true);
  await approveWith(phone, number);
  await expect(phone.getByRole('alert').filter({ hasText: 'No se perdió nada de lo que escribió.' })).toBeVisible();
  await expect(phone.getByLabel('Número que muestra la consola')).toHaveValue(number);
  await expect(phone.getByLabel('Su PIN')).toHaveValue('204816');
  await phone.context().setOffline(false);
  await phone.getByRole('button', { name: 'Aprobar' }).click();
  await expect(heading(phone, 'Aprobado')).toBeVisible();
});
