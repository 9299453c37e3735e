// All tokens that match the filter, told apart from those of the page: activated
// with one confirmation, blocked piece by piece, and what became of each.
import type { Locator, Page } from '@playwright/test';
import { batchBar, expectState, openTokens, operationOf, rowOf, waitingNumber } from '../support/console';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { CAFETERA, CARLOS, type Person } from '../support/office';

const MARTHA = 'MarthaCQ';

function wholePage(page: Page): Locator {
  return page.getByRole('checkbox', { name: 'Seleccionar esta página' });
}

async function chooseAllThatMatch(page: Page, name: RegExp): Promise<void> {
  await wholePage(page).check();
  await batchBar(page).getByRole('button', { name }).click();
}

async function confirmWaiting(page: Page, person: Person): Promise<void> {
  const number = await waitingNumber(page);
  await person.confirmer().approve(operationOf(page), number);
}

test('a page and all that match are told apart, and a choice stays while one pages', async ({ page, office, context }) => {
  await (await office.administrator(MARTHA, CAFETERA)).enter(context);
  await openTokens(page);
  const bar = batchBar(page);
  await wholePage(page).check();
  await expect(bar.getByText('10 seleccionados')).toBeVisible();
  await expect(bar.getByText('Seleccionados en esta página: 10.')).toBeVisible();
  await look(page, 'masivo-pagina');
  await bar.getByRole('button', { name: /^Seleccionar los \d+ de todas las páginas$/ }).click();
  await expect(bar.getByText('Son todos, de todas las páginas.')).toBeVisible();
  await expect(bar.getByText('Se hace uno por uno: elíjalos en la tabla').first()).toBeVisible();
  await look(page, 'masivo-todos');
  await bar.getByRole('button', { name: 'Seleccionar solo los de esta página' }).click();
  await expect(bar.getByText('10 seleccionados')).toBeVisible();

  await page.getByRole('link', { name: 'Página siguiente' }).click();
  await expect(page.getByText(/^Mostrando registros 11 al 20/)).toBeVisible();
  await expect(bar.getByText('10 seleccionados')).toBeVisible();
  await expect(wholePage(page)).not.toBeChecked();
  await page.getByRole('checkbox', { name: /^Seleccionar a / }).first().check();
  await expect(bar.getByText('11 seleccionados')).toBeVisible();

  await page.getByLabel('Estado').selectOption('Activo');
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await expect(page.getByText('Cambió el filtro: se quitó la selección.')).toBeVisible();
  await expect(bar).toBeHidden();
});

test('all that match are activated with one confirmation, and who is left out is counted before', async ({
  page,
  office,
  context,
}) => {
  const martha = await office.administrator(MARTHA, CAFETERA);
  await martha.enter(context);
  await openTokens(page);
  await chooseAllThatMatch(page, /^Seleccionar los \d+ de todas las páginas$/);
  await batchBar(page).getByRole('button', { name: 'Activar', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Activar los tokens seleccionados' });
  await expect(question.getByText(/^Tokens que se activarán: \d+\. Usted lo confirma una sola vez/)).toBeVisible();
  await expect(question.getByText(/^Seleccionados: \d+\. Quedan por fuera, .*: \d+\.$/)).toBeVisible();
  await question.getByText(/^Ver los usuarios \(\d+\)$/).click();
  await expect(question.getByText(/^RosaEM · FEF\d{7}$/)).toBeVisible();
  await look(page, 'masivo-activar');
  await question.getByRole('button', { name: 'Continuar' }).click();
  await expect(page.getByText(/^Activar los tokens de \d+ usuarios$/)).toBeVisible();
  await confirmWaiting(page, martha);
  await expect(page.getByText(/^Se hicieron (\d+) de \1$/)).toBeVisible();
  await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
  await openTokens(page, '?estado=pending_activation');
  await expect(page.getByText('Ningún token coincide con los filtros')).toBeVisible();
});

test('all that match are blocked at once, and the result of each is told', async ({ page, office, context }) => {
  const martha = await office.administrator(MARTHA, CAFETERA);
  await martha.enter(context);
  await openTokens(page, '?estado=active');
  await chooseAllThatMatch(page, /^Seleccionar los \d+ que cumplen el filtro$/);
  await batchBar(page).getByRole('button', { name: 'Bloquear', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Bloquear los tokens elegidos' });
  await expect(dialog.getByText(/^Tokens que dejarán de servir de inmediato: \d+\./)).toBeVisible();
  await dialog.getByText('Sospecha de fraude', { exact: true }).click();
  await look(page, 'masivo-bloquear');
  // Meanwhile one of them changes: it is told apart from the others.
  await martha.block('AlbaC', 'leave');
  await dialog.getByRole('button', { name: 'Bloquear', exact: true }).click();
  await expect(dialog.getByText(/^\d+ tokens quedaron Bloqueados$/)).toBeVisible();
  await expect(dialog.getByText('No se bloqueó el token de AlbaC')).toBeVisible();
  await dialog.getByLabel('Mostrar').selectOption('No se pudo');
  await expect(dialog.getByRole('row').filter({ hasText: 'AlbaC' })).toContainText('MarthaCQ');
  await look(page, 'masivo-bloqueados');
  await dialog.getByRole('button', { name: 'Cerrar' }).click();
  await expect(page.getByText('Ningún token coincide con los filtros')).toBeVisible();
});

test('a block that loses the server in between says how many are left, and goes on', async ({
  page,
  office,
  context,
  watcher,
}) => {
  const martha = await office.administrator(MARTHA, CAFETERA);
  await martha.enter(context);
  await openTokens(page, '?estado=active');
  await chooseAllThatMatch(page, /^Seleccionar los \d+ que cumplen el filtro$/);
  await batchBar(page).getByRole('button', { name: 'Bloquear', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Bloquear los tokens elegidos' });
  await dialog.getByText('Dispositivo perdido', { exact: true }).click();
  watcher.expectAnswer(503, '/api/token/block');
  await page.route('**/api/token/block', (route) => route.fulfill({ status: 503, body: '' }), { times: 1 });
  await dialog.getByRole('button', { name: 'Bloquear', exact: true }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: 'Bloquear', exact: true }).click();
  await expect(dialog.getByText(/^\d+ tokens quedaron Bloqueados$/)).toBeVisible();
});

test('while many are blocked the dialog says how far it is, and can be told to stop', async ({ page, office, context }) => {
  const martha = await office.administrator(MARTHA, CAFETERA);
  await martha.enter(context);
  await openTokens(page, '?estado=active');
  await chooseAllThatMatch(page, /^Seleccionar los \d+ que cumplen el filtro$/);
  await batchBar(page).getByRole('button', { name: 'Bloquear', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Bloquear los tokens elegidos' });
  await dialog.getByText('Dispositivo perdido', { exact: true }).click();
  let letGo = (): void => undefined;
  const gate = new Promise<void>((open) => (letGo = open));
  await page.route('**/api/token/block', async (route) => {
    await gate;
    await route.continue();
  });
  await dialog.getByRole('button', { name: 'Bloquear', exact: true }).click();
  await expect(dialog.getByRole('progressbar', { name: /^Bloqueando: 0 de \d+$/ })).toBeVisible();
  await look(page, 'masivo-bloqueando');
  await page.keyboard.press('Escape');
  await expect(dialog, 'it is not left in the middle').toBeVisible();
  await dialog.getByRole('button', { name: 'Detener' }).click();
  await expect(dialog.getByRole('button', { name: 'Deteniendo…' })).toBeVisible();
  letGo();
  await expect(dialog.getByText(/^\d+ tokens quedaron Bloqueados$/), 'what was on its way is done').toBeVisible();
});

test('two people at once: the one who comes second sees who did what, and the new state', async ({
  page,
  office,
  context,
  openBrowser,
  watcher,
}) => {
  const laura = await office.administrator();
  const carlos = await office.administrator(CARLOS);
  await laura.enter(context);
  const other = await openBrowser('carlos');
  await carlos.enter(other.context());
  await openTokens(page);
  await openTokens(other);
  for (const screen of [page, other]) {
    await screen.getByRole('checkbox', { name: 'Seleccionar a RicardoN' }).check();
    await batchBar(screen).getByRole('button', { name: 'Bloquear', exact: true }).click();
    await screen.getByText('Dispositivo perdido', { exact: true }).click();
  }
  const dialog = (screen: Page): Locator => screen.getByRole('dialog', { name: 'Bloquear los tokens elegidos' });
  const press = (screen: Page): Promise<void> => dialog(screen).getByRole('button', { name: 'Bloquear', exact: true }).click();
  watcher.expectAnswer(409, '/api/token/block');
  await Promise.all([press(page), press(other)]);
  const won = (screen: Page): Locator => dialog(screen).getByText('El token de RicardoN quedó Bloqueado');
  const lost = (screen: Page, by: string): Locator => dialog(screen).getByText(new RegExp(`${by}.*Token bloqueado`));
  await expect(won(page).or(lost(page, 'CarlosM'))).toBeVisible();
  await expect(won(other).or(lost(other, 'LauraG'))).toBeVisible();
  expect(await won(page).count()).not.toBe(await won(other).count());
  for (const screen of [page, other]) {
    await dialog(screen).getByRole('button', { name: 'Cerrar' }).click();
    await expect(rowOf(screen, 'RicardoN')).toBeVisible();
    await expectState(screen, 'RicardoN', 'Bloqueado');
  }
});
