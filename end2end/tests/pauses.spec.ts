import type { Page } from '@playwright/test';
import { ASSIGN, chooseUser, openTokens } from '../support/console';
import { expect, test } from '../support/fixtures';
import { CARLOS, type Person, SOFIA } from '../support/office';
import { open } from '../support/pages';
import { look } from '../support/look';

const REQUEST = '/api/operation/request-assignment';

async function rejectOne(person: Person): Promise<void> {
  const operation = await person.requestAssignment(SOFIA);
  await person.confirmer().reject(operation.id);
}

/** Tries to assign a token in the browser. */
async function tryToAssign(page: Page): Promise<void> {
  await open(page, ASSIGN);
  await chooseUser(page, SOFIA);
  await page.getByRole('button', { name: 'Continuar' }).click();
}

test('five requests in ten minutes that nobody approved pause the administrator, who is told until when', async ({
  page,
  context,
  office,
  watcher,
}) => {
  const laura = await office.administrator();
  for (let count = 0; count < 4; count += 1) {
    await rejectOne(laura);
  }
  await laura.assign('CamilaT');
  await rejectOne(laura);
  await laura.enter(context);
  watcher.expectAnswer(429, REQUEST);
  await tryToAssign(page);
  await expect(page.getByRole('status').filter({ hasText: 'Sus solicitudes están en pausa' })).toContainText(
    /Podrá solicitar de nuevo en (9|10) minutos/,
  );
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(page.getByText(`Elegido: ${SOFIA}`)).toBeVisible();
  await look(page, 'solicitudes-en-pausa');
});

test('five rejections in a row lock the administrator, until another one lifts it', async ({ page, context, office, watcher }) => {
  const laura = await office.administrator();
  for (let count = 0; count < 5; count += 1) {
    await rejectOne(laura);
  }
  await laura.enter(context);
  watcher.expectAnswer(423, REQUEST);
  await tryToAssign(page);
  await expect(page.getByRole('status').filter({ hasText: 'Sus solicitudes están bloqueadas' })).toContainText(
    'Otro administrador puede levantar el bloqueo',
  );
  await expect(page.getByRole('timer')).toHaveCount(0);
  await look(page, 'solicitudes-bloqueadas');

  const carlos = await office.administrator(CARLOS);
  await carlos.enter(context);
  await openTokens(page);
  const locked = page.getByRole('status').filter({ hasText: 'Las solicitudes de Laura Gómez están bloqueadas' });
  await expect(locked).toContainText('Confirme con ella qué pasó');
  await look(page, 'bloqueo-por-levantar');
  await locked.getByRole('button', { name: 'Levantar el bloqueo' }).click();
  await expect(page.getByText('El bloqueo se levantó.')).toBeVisible();
  await expect(locked).toHaveCount(0);
  await look(page, 'bloqueo-levantado');
});
