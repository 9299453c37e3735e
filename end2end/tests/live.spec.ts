import { activate, expectState, openTokens, rowOf } from '../support/console';
import { expect, test } from '../support/fixtures';
import { CARLOS, SOFIA } from '../support/office';
import { SoftDevice } from '../support/soft-device';

test('a row changes by itself in every console that is open', async ({ page, context, office, openBrowser }) => {
  const laura = await office.administrator();
  const carlos = await office.administrator(CARLOS);
  await laura.enter(context);
  const second = await openBrowser("the second administrator's console");
  await carlos.enter(second.context());
  await openTokens(page);
  await openTokens(second);
  await expect(rowOf(page, SOFIA)).toHaveCount(0);

  const letter = await laura.assign(SOFIA);
  for (const screen of [page, second]) {
    await expectState(screen, SOFIA, 'Asignado');
    await expect(screen.getByText('Cantidad Tokens Virtuales Disponibles: 4')).toBeVisible();
  }
  await SoftDevice.enrol(office.server, letter.link);
  for (const screen of [page, second]) {
    await expectState(screen, SOFIA, 'Pendiente Activación');
    await expect(screen.getByText(`${SOFIA}: Pendiente Activación`), 'announced').toBeAttached();
  }
  await activate(page, SOFIA);
  const [waiting] = await laura.confirmer().waiting();
  const operation = waiting?.operation ?? '';
  const { number } = await laura.post<{ number: string }>('operation/show', { operation });
  await laura.confirmer().approve(operation, number);
  await expectState(second, SOFIA, 'Activo');
});

test('what is chosen, unfolded or has the keyboard stays when a row changes', async ({ page, context, office }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await openTokens(page);
  await page.getByRole('checkbox', { name: 'Seleccionar a HernanQ' }).check();
  await page.getByRole('button', { name: 'Ver detalle de HernanQ' }).click();
  await page.getByRole('button', { name: 'Ocultar detalle de HernanQ' }).focus();
  await laura.assign(SOFIA);
  await expectState(page, SOFIA, 'Asignado');
  await expect(page.getByRole('checkbox', { name: 'Seleccionar a HernanQ' })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Ocultar detalle de HernanQ' })).toBeFocused();
  await expect(page.getByText('Le toca a usted: active el token y confirme en su AppMovil.')).toBeVisible();
});

test('when the stream of events fails the console asks by itself, and says so', async ({ page, context, office, watcher }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  watcher.takeNetworkAway();
  await page.route('**/events', (route) => route.abort());
  await openTokens(page);
  await expect(page.getByText('Reconectando; se actualiza cada 5 segundos')).toBeVisible();
  await laura.assign(SOFIA);
  await expect(rowOf(page, SOFIA)).toBeVisible({ timeout: 12_000 });

  await page.unroute('**/events');
  await expect(page.getByText('Reconectando; se actualiza cada 5 segundos')).toBeHidden({ timeout: 20_000 });
});

test('without a network the console says that it may be old, and catches up when it is back', async ({
  page,
  context,
  office,
  watcher,
}) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await openTokens(page);
  watcher.takeNetworkAway();
  await context.setOffline(true);
  await expect(page.getByText(/^Sin conexión\. Lo que ve puede no estar al día/)).toBeVisible();
  await expect(page.getByText('Mostrando registros 1 al 5 de un total de 5'), 'what was there stays').toBeVisible();
  await laura.assign(SOFIA);
  await context.setOffline(false);
  await expect(page.getByText(/^Sin conexión\./)).toBeHidden();
  await expectState(page, SOFIA, 'Asignado');
});

test('the console comes back by itself after the server was restarted', async ({ page, context, office, watcher }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await openTokens(page);
  watcher.takeNetworkAway();
  await office.server.pause();
  await expect(page.getByText('Reconectando; se actualiza cada 5 segundos')).toBeVisible({ timeout: 12_000 });
  await office.server.run();
  await laura.assign(SOFIA);
  await expectState(page, SOFIA, 'Asignado');
  await expect(page.getByText('Reconectando; se actualiza cada 5 segundos')).toBeHidden({ timeout: 20_000 });
});
