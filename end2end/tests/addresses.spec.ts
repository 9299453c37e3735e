import type { Page } from '@playwright/test';
import { ASSIGN, openTokens, rowOf, TOKENS } from '../support/console';
import { expect, test } from '../support/fixtures';
import { heading, open, reload } from '../support/pages';

test.use({ ownServer: false });

test.beforeEach(async ({ office, context }) => {
  await (await office.administrator()).enter(context);
});

/** The users of the table, in its order. */
async function users(page: Page): Promise<string[]> {
  return (await page.getByRole('rowheader').allInnerTexts()).map((text) => text.trim());
}

test('filter, open a token, go back and reload show the same page', async ({ page }) => {
  await openTokens(page);
  await page.getByLabel('Estado').selectOption({ label: 'Activo' });
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await expect(page).toHaveURL(`${TOKENS}?estado=active`);
  await expect(page.getByText('Mostrando registros 1 al 2 de un total de 2')).toBeVisible();
  await page.getByRole('link', { name: /Nombre Usuario/ }).click();
  await expect(page).toHaveURL(`${TOKENS}?estado=active&orden=usuario`);
  await expect.poll(() => users(page)).toEqual(['RicardoN', 'ValentinaB']);

  await rowOf(page, 'ValentinaB').getByLabel('Acciones de ValentinaB').click();
  await page.getByRole('link', { name: 'Ver detalle' }).click();
  await expect(heading(page, /^Token FEF/)).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(`${TOKENS}?estado=active&orden=usuario`);
  await expect.poll(() => users(page)).toEqual(['RicardoN', 'ValentinaB']);
  await expect(page.getByLabel('Estado')).toHaveValue('active');

  await reload(page);
  expect(await users(page)).toEqual(['RicardoN', 'ValentinaB']);
  await expect(page.getByLabel('Estado')).toHaveValue('active');
  await expect(page.getByRole('columnheader', { name: /Nombre Usuario/ })).toHaveAttribute('aria-sort', 'ascending');

  await page.goBack();
  await expect(page).toHaveURL(`${TOKENS}?estado=active`);
  await expect(page.getByText('Mostrando registros 1 al 2 de un total de 2')).toBeVisible();
});

test('a pasted link shows the page that was copied', async ({ page, openBrowser, office }) => {
  await openTokens(page);
  await page.getByLabel('Última Actualización desde').fill('2020-01-01');
  await page.getByLabel('Estado').selectOption({ label: 'Bloqueado' });
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await expect(page).toHaveURL(/estado=blocked/);
  await page.getByRole('link', { name: /Número de Serie/ }).click();
  await expect(page).toHaveURL(/orden=serie/);
  const link = page.url();

  const other = await openBrowser("a colleague's console");
  await (await office.administrator('CarlosM')).enter(other.context());
  await open(other, link);
  await expect.poll(() => users(other)).toEqual(await users(page));
  expect(await users(other)).toEqual(['GloriaE']);
  await expect(other.getByLabel('Última Actualización desde')).toHaveValue('2020-01-01');
  await expect(other.getByLabel('Estado')).toHaveValue('blocked');
});

test('each column orders the table both ways', async ({ page }) => {
  await openTokens(page);
  for (const column of ['Nombre Usuario', 'Número de Serie', 'Última Actualización', 'Estados']) {
    const head = page.getByRole('columnheader', { name: new RegExp(column) });
    await head.getByRole('link').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(page.getByRole('table'), 'the rows have come').not.toHaveAttribute('aria-busy');
    const up = await users(page);
    await head.getByRole('link').click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(() => users(page), column).toEqual(up.toReversed());
  }
});

test('filters that nothing fits say so and lead back to all', async ({ page }) => {
  await openTokens(page, '?desde=2001-01-01&hasta=2001-01-02');
  await expect(page.getByText('Ningún token coincide con los filtros')).toBeVisible();
  await page.getByRole('link', { name: 'Quitar filtros' }).first().click();
  await expect(page).toHaveURL(TOKENS);
  await expect(page.getByText('Mostrando registros 1 al 5 de un total de 5')).toBeVisible();
});

const NONSENSE = [
  ['?estado=volando', 'Ese estado no existe; se muestran todos'],
  ['?desde=ayer', 'La fecha inicial no es una fecha'],
  ['?hasta=2024-13-45', 'La fecha final no es una fecha'],
  ['?desde=2024-02-02&hasta=2024-01-01', 'La fecha final es anterior a la inicial; no se filtró por fecha'],
  ['?orden=color', 'El orden que pide la dirección no existe; se muestra el usual'],
  ['?pagina=-3', 'La página que pide la dirección no existe; se muestra la primera'],
  ['?despues=%00%FF&pagina=2', 'La página que pide la dirección no existe; se muestra la primera'],
  ['?filas=7', 'La cantidad de registros por página no existe; se muestra la usual'],
] as const;

test('nonsense in the address gets a clear message beside a table that still works', async ({ page }) => {
  for (const [query, message] of NONSENSE) {
    await open(page, TOKENS + query);
    await expect(page.getByText(message), query).toBeVisible();
    await expect(page.getByText('Mostrando registros 1 al 5 de un total de 5'), query).toBeVisible();
  }
});

test('an address far beyond any sense is answered, never with a fault', async ({ page, watcher }) => {
  const long = 'x'.repeat(3_000);
  for (const query of [`?estado=${long}`, '?pagina=99999999999999999999', '?desde=%F0%9F%92%A9', '?=&&&==?', "?estado=' OR 1=1 --"]) {
    await open(page, TOKENS + query);
    await expect(heading(page, 'Token Virtual')).toBeVisible();
    await expect(page.getByText(/de un total de 5/), query.slice(0, 40)).toBeVisible();
  }
  watcher.expectAnswer(422, ASSIGN);
  watcher.allowAnswer(422, '/api/candidate/list');
  await open(page, `${ASSIGN}?buscar=${long}`);
  await expect(heading(page, 'Asignar Token Virtual')).toBeVisible();
  await expect(page.getByText('Revise los datos')).toBeVisible();
});

test('a token that does not exist and one of another company get the same page', async ({ page, watcher }) => {
  watcher.expectAnswer(404, TOKENS);
  // The page asks again when the stream opens.
  watcher.allowAnswer(404, '/api/token/show');
  const shown: string[] = [];
  for (const serial of ['FEF9999999', 'FEF4900032', 'nada', '%00', '..%2F..%2Fetc']) {
    await open(page, `${TOKENS}/detalle/${serial}`);
    await expect(heading(page, 'No encontramos esa página')).toBeVisible();
    shown.push(await page.getByRole('main').innerText());
  }
  expect(new Set(shown).size, 'all alike').toBe(1);
});

test('a request that does not exist says so and leads to a new one', async ({ page, watcher }) => {
  watcher.expectAnswer(404, ASSIGN);
  watcher.allowAnswer(404, '/api/operation/show');
  for (const request of ['01890000-0000-7000-8000-000000000000', 'nada']) {
    await open(page, `${ASSIGN}?solicitud=${request}`);
    await expect(page.getByText('Esa solicitud no existe'), request).toBeVisible();
    await page.getByRole('link', { name: 'Empezar de nuevo' }).click();
    await expect(page.getByRole('button', { name: 'Continuar' })).toBeVisible();
  }
});

test('an address that leads nowhere gets a page that leads home', async ({ page, watcher }) => {
  watcher.expectAnswer(404, '/no-hay');
  await open(page, '/no-hay/nada');
  await expect(heading(page, 'No encontramos esa página')).toBeVisible();
  await page.getByRole('link', { name: 'Ir al inicio' }).click();
  await expect(heading(page, 'Token Virtual')).toBeVisible();
});
