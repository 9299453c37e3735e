// One confirmation for several tokens: assigning to the chosen users or to all
// that match, activating a selection, and what became of each.
import type { Page } from '@playwright/test';
import { batchBar, expectState, openTokens, operationOf, rowOf, waitingNumber } from '../support/console';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { CAFETERA, type Person } from '../support/office';
import { heading, open } from '../support/pages';

const USERS = '/administracion/usuarios';
const MARTHA = 'MarthaCQ';

async function confirmWaiting(page: Page, person: Person): Promise<void> {
  await expect(heading(page, 'Solicitud sobre varios tokens')).toBeVisible();
  const number = await waitingNumber(page);
  await person.confirmer().approve(operationOf(page), number);
}

async function choose(page: Page, users: string[]): Promise<void> {
  for (const user of users) {
    await page.getByRole('checkbox', { name: `Seleccionar a ${user}` }).check();
  }
}

test('several users get a token with one confirmation, and each result is told', async ({ page, office, context }) => {
  const martha = await office.administrator(MARTHA, CAFETERA);
  await martha.enter(context);
  await open(page, `${USERS}?token=sin&datos=vigentes&filas=25`);
  await choose(page, ['AdrianaS', 'CamiloP']);
  await batchBar(page).getByRole('button', { name: 'Asignar token virtual' }).click();
  const question = page.getByRole('dialog', { name: 'Asignar tokens virtuales' });
  await expect(question.getByRole('radio', { name: 'A los elegidos: 2' })).toBeChecked();
  await look(page, 'varios-asignar');
  await question.getByRole('button', { name: 'Continuar' }).click();
  await expect(page.getByText('Asignar un token a cada uno de 2 usuarios')).toBeVisible();
  await look(page, 'varios-esperando');
  await confirmWaiting(page, martha);
  await expect(page.getByText('Se hicieron 2 de 2')).toBeVisible();
  for (const user of ['AdrianaS', 'CamiloP']) {
    await expect(page.getByRole('row').filter({ hasText: user })).toContainText('Hecho');
  }
  await look(page, 'varios-resultado');
  await page.getByLabel('Mostrar').selectOption('No se pudo');
  await expect(page.getByText('No hay ninguno.')).toBeVisible();
  await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
  await expectState(page, 'AdrianaS', 'Asignado');
});

test('all that match are told apart from those chosen, and too many for the stock are refused', async ({
  page,
  office,
  context,
  watcher,
}) => {
  const martha = await office.administrator(MARTHA, CAFETERA);
  await martha.enter(context);
  await open(page, `${USERS}?token=sin&rol=member&filas=25`);
  await choose(page, ['AdrianaS']);
  await batchBar(page).getByRole('button', { name: 'Asignar token virtual' }).click();
  const question = page.getByRole('dialog', { name: 'Asignar tokens virtuales' });
  const all = question.getByRole('radio', { name: /^A todos los del filtro que pueden recibirlo: \d+$/ });
  await expect(question.getByText(/Coinciden con el filtro: \d+/)).toBeVisible();
  await question.getByText(/^A todos los del filtro que pueden recibirlo: \d+$/).click();
  await expect(all).toBeChecked();
  watcher.expectAnswer(409, '/api/operation/request-assignments');
  await question.getByRole('button', { name: 'Continuar' }).click();
  await expect(question.getByText('No hay tokens para todos los elegidos')).toBeVisible();
  await expect(question.getByText(/Tokens necesarios: \d+\. Disponibles: \d+/)).toBeVisible();
  await look(page, 'varios-sin-tokens');
});

test('somebody who cannot get a token stands in the way of the chosen ones, and is named', async ({ page, office, context }) => {
  const martha = await office.administrator(MARTHA, CAFETERA);
  await martha.enter(context);
  await open(page, `${USERS}?filas=100`);
  await choose(page, ['AdrianaS', 'AlbaC']);
  await batchBar(page).getByRole('button', { name: 'Asignar token virtual' }).click();
  const question = page.getByRole('dialog', { name: 'Asignar tokens virtuales' });
  await expect(question.getByText('AlbaC: Ya tiene un token virtual')).toBeVisible();
});

test('a selection is activated with one confirmation', async ({ page, office, context }) => {
  const martha = await office.administrator(MARTHA, CAFETERA);
  await martha.enter(context);
  await openTokens(page, '?estado=pending_activation');
  await choose(page, ['RamiroC', 'RosaEM', 'RubenD']);
  await batchBar(page).getByRole('button', { name: 'Activar' }).click();
  await expect(page.getByText('Activar los tokens de 3 usuarios')).toBeVisible();
  await confirmWaiting(page, martha);
  await expect(page.getByText('Se hicieron 3 de 3')).toBeVisible();
  await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
  await openTokens(page, '?filas=100');
  for (const user of ['RamiroC', 'RosaEM', 'RubenD']) {
    await expect(rowOf(page, user)).toContainText('Activo');
  }
});

test('an address that names no request leads back', async ({ page, office, context }) => {
  const martha = await office.administrator(MARTHA, CAFETERA);
  await martha.enter(context);
  await open(page, '/administracion/token-virtual/varios');
  await expect(page.getByText('Esa solicitud no existe')).toBeVisible();
});
