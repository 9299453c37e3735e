import { SIGN_IN, TOKENS, signIn } from '../support/console';
import { expect, test } from '../support/fixtures';
import { ANDINA } from '../support/office';
import { heading, open, waitForHydration } from '../support/pages';

/** What the console needs beside the program that every page has. */
const CONSOLE = '**/pkg/split_console.*.wasm';

test('a screen whose part of the program does not arrive says so, and is there once loaded anew', async ({ page, watcher }) => {
  watcher.takeNetworkAway();
  await page.route(CONSOLE, (route) => route.abort());
  await open(page, SIGN_IN);
  await signIn(page, ANDINA, 'AuditoraP');
  await expect(heading(page, 'Esta pantalla no se pudo mostrar')).toBeVisible();
  await page.unroute(CONSOLE);
  watcher.giveNetworkBack();
  await page.getByRole('button', { name: 'Recargar la página' }).click();
  await expect(heading(page, 'Token Virtual')).toBeVisible();
  await expect(page).toHaveURL(TOKENS);
});

test('a page whose part of the program arrives late is read meanwhile, and answers then', async ({ page, office, context, watcher }) => {
  const auditor = await office.person(ANDINA, 'AuditoraP');
  await auditor.enter(context);
  watcher.takeNetworkAway();
  await page.route(CONSOLE, (route) => route.abort());
  await page.goto(TOKENS);
  await expect(heading(page, 'Token Virtual')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tokens virtuales de los usuarios' })).toBeVisible();
  await page.unroute(CONSOLE);
  await waitForHydration(page);
  watcher.giveNetworkBack();
  await page.getByRole('link', { name: /Nombre Usuario/ }).click();
  await expect(page).toHaveURL(/orden=usuario/);
});

test('whoever signed in finds the console fetched already', async ({ page }) => {
  const fetched = page.waitForResponse(CONSOLE);
  await open(page, SIGN_IN);
  await fetched;
  await signIn(page, ANDINA, 'AuditoraP');
  await expect(heading(page, 'Token Virtual')).toBeVisible();
});
