import type { Locator, Page } from '@playwright/test';
import { openTokens, rowOf, TOKENS } from '../support/console';
import { expect, test } from '../support/fixtures';
import { AUDITOR_CAFETERA, CAFETERA } from '../support/office';
import { address, heading, open, reload } from '../support/pages';

test.use({ ownServer: false });

test.beforeEach(async ({ office, context }) => {
  await (await office.person(CAFETERA, AUDITOR_CAFETERA)).enter(context);
});

function steps(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Paginación' });
}

function step(page: Page, name: 'Primera página' | 'Página anterior' | 'Página siguiente' | 'Última página'): Locator {
  return steps(page).getByRole('link', { name });
}

function size(page: Page, rows: number): Locator {
  return page.getByRole('group', { name: 'Registros por página' }).getByRole('link', { name: String(rows), exact: true });
}

async function expectRange(page: Page, from: number, to: number, total = 43): Promise<void> {
  await expect(page.getByText(`Mostrando registros ${from} al ${to} de un total de ${total}`, { exact: true })).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(to - from + 1);
}

/** The users of the page, in its order. */
async function users(page: Page): Promise<string[]> {
  return (await page.getByRole('rowheader').allInnerTexts()).map((text) => text.trim());
}

test('each page follows the one before it, and together they are the whole table', async ({ page }) => {
  await openTokens(page);
  await expectRange(page, 1, 10);
  await expect(steps(page).getByText('Página 1 de 5')).toBeVisible();
  await expect(step(page, 'Primera página')).toHaveCount(0);
  await expect(step(page, 'Página anterior')).toHaveCount(0);

  const seen = await users(page);
  for (const [from, to] of [
    [11, 20],
    [21, 30],
    [31, 40],
    [41, 43],
  ] as const) {
    await step(page, 'Página siguiente').click();
    await expectRange(page, from, to);
    seen.push(...(await users(page)));
  }
  expect(new Set(seen).size).toBe(43);
  expect([seen[0], seen[42]], 'the newest assignment is first').toEqual(['WilsonA', 'AlbaC']);
  await expect(steps(page).getByText('Página 5 de 5')).toBeVisible();
  await expect(step(page, 'Página siguiente')).toHaveCount(0);
  await expect(step(page, 'Última página')).toHaveCount(0);

  await step(page, 'Página anterior').click();
  await expectRange(page, 31, 40);
  expect(await users(page)).toEqual(seen.slice(30, 40));
});

test('the last page, the one before it, and the first are one press away', async ({ page }) => {
  await openTokens(page);
  await step(page, 'Última página').click();
  await expectRange(page, 41, 43);
  await expect.poll(() => users(page)).toEqual(['AngelaP', 'AlvaroMG', 'AlbaC']);
  await step(page, 'Página anterior').click();
  await expectRange(page, 31, 40);
  await expect(steps(page).getByText('Página 4 de 5')).toBeVisible();
  await step(page, 'Primera página').click();
  await expectRange(page, 1, 10);
  await expect(page).toHaveURL(TOKENS);
});

test('longer pages are fewer, begin at the first, and stay so', async ({ page }) => {
  await openTokens(page);
  await step(page, 'Página siguiente').click();
  await expectRange(page, 11, 20);
  await size(page, 25).click();
  await expectRange(page, 1, 25);
  await expect(size(page, 25)).toHaveAttribute('aria-current', 'true');
  await expect(page).toHaveURL(`${TOKENS}?filas=25`);
  await step(page, 'Página siguiente').click();
  await expectRange(page, 26, 43);
  await expect(steps(page).getByText('Página 2 de 2')).toBeVisible();
  await reload(page);
  await expectRange(page, 26, 43);

  await size(page, 50).click();
  await expectRange(page, 1, 43);
  await expect(steps(page), 'one page needs no way to others').toHaveCount(0);
});

test('a page stays after looking at a token, a reload, and in a link that somebody is sent', async ({
  page,
  office,
  openBrowser,
}) => {
  await openTokens(page);
  await step(page, 'Página siguiente').click();
  await expectRange(page, 11, 20);
  const shown = await users(page);
  const here = address(page);

  const user = shown[4] ?? '';
  await rowOf(page, user).getByLabel(`Acciones de ${user}`).click();
  await page.getByRole('link', { name: 'Ver detalle' }).click();
  await expect(heading(page, /^Token FEF52/)).toBeVisible();
  await page.goBack();
  await expectRange(page, 11, 20);
  expect(address(page)).toBe(here);
  expect(await users(page)).toEqual(shown);

  await reload(page);
  await expectRange(page, 11, 20);
  expect(await users(page)).toEqual(shown);

  const other = await openBrowser("a colleague's console");
  await (await office.person(CAFETERA, AUDITOR_CAFETERA)).enter(other.context());
  await open(other, here);
  await expectRange(other, 11, 20);
  expect(await users(other)).toEqual(shown);
});

test('another order or filter begins at its first page', async ({ page }) => {
  await openTokens(page);
  await step(page, 'Página siguiente').click();
  await expectRange(page, 11, 20);
  await page.getByRole('link', { name: /Nombre Usuario/ }).click();
  await expectRange(page, 1, 10);
  await expect(page).toHaveURL(`${TOKENS}?orden=usuario`);
  await expect.poll(() => users(page).then((names) => names[0])).toBe('AlbaC');

  await step(page, 'Última página').click();
  await expectRange(page, 41, 43);
  await expect.poll(() => users(page)).toEqual(['SandraV', 'TatianaG', 'WilsonA']);
  await page.getByLabel('Estado').selectOption({ label: 'Bloqueado' });
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await expectRange(page, 1, 4, 4);
  await expect(page).toHaveURL(`${TOKENS}?estado=blocked&orden=usuario`);
  await expect(steps(page)).toHaveCount(0);

  await page.getByLabel('Estado').selectOption({ label: 'Activo' });
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await expectRange(page, 1, 10, 32);
  await step(page, 'Página siguiente').click();
  await expectRange(page, 11, 20, 32);
  await expect(page).toHaveURL(/[?&]estado=active(&|$)/);
});

test('a page beyond the end is told, or is the last one', async ({ page }) => {
  await openTokens(page, '?pagina=99');
  await expect(page.getByText('La página que pide la dirección no existe; se muestra la primera')).toBeVisible();
  await expectRange(page, 1, 10);

  // As a link reads whose rows were taken back meanwhile: after a serial that is none.
  const beyond = Buffer.from('9999999\0' + '01900000-0000-7000-8000-000000000000').toString('base64url');
  await openTokens(page, `?orden=serie&despues=${beyond}&pagina=6`);
  await expectRange(page, 41, 43);
  await expect(steps(page).getByText('Página 5 de 5')).toBeVisible();
  await step(page, 'Página anterior').click();
  await expectRange(page, 31, 40);
});
