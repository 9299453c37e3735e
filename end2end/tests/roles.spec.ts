import { ASSIGN, detailOf, HELP, openTokens, PROFILE, rowOf, TOKENS } from '../support/console';
import { expect, test } from '../support/fixtures';
import { ADMIN_ENTELGY, ANDINA, AUDITOR, ENTELGY } from '../support/office';
import { heading, open } from '../support/pages';

test.use({ ownServer: false });

test('an auditor sees everything and can change nothing', async ({ page, office, context }) => {
  await (await office.person(ANDINA, AUDITOR)).enter(context);
  await openTokens(page);
  await expect(page.getByText('Cantidad Tokens Virtuales Empresa: 12')).toBeVisible();
  await expect(page.getByText('Mostrando registros 1 al 5 de un total de 5')).toBeVisible();
  for (const name of ['Asignar Token Usuario', 'Activar']) {
    await expect(page.getByRole('link', { name })).toHaveCount(0);
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  await expect(page.getByRole('checkbox')).toHaveCount(0);

  await rowOf(page, 'HernanQ').getByLabel('Acciones de HernanQ').click();
  await page.getByRole('link', { name: 'Ver detalle' }).click();
  await expect(heading(page, /^Token FEF/)).toBeVisible();
  await expect(page.getByText('AppMovil enrolada', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Activar' })).toHaveCount(0);

  await open(page, ASSIGN);
  await expect(page.getByText('Su rol no permite hacer esto')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continuar' })).toHaveCount(0);
});

test('the server refuses an auditor who asks all the same', async ({ page, office, context }) => {
  const auditor = await office.person(ANDINA, AUDITOR);
  const laura = await office.administrator();
  const { user } = await laura.candidate('SofiaR');
  const { id, version } = await laura.tokenOf('HernanQ');
  await auditor.enter(context);
  await open(page, TOKENS);
  for (const [path, body] of [
    ['operation/request-assignment', { user }],
    ['operation/request-change', { seen: { token: id, version }, kind: 'activate' }],
    ['token/block', { seen: [{ token: id, version }], reason: 'lost' }],
    ['token/resend', { seen: { token: id, version } }],
    ['candidate/list', { search: '', page: { place: 'first', number: 1, size: 10 } }],
  ] as const) {
    await expect(auditor.post(path, body)).rejects.toThrow(/answered 403/);
  }
});

test('a secondary user is shown their own token and nothing of the company', async ({ page, office, context }) => {
  await (await office.person(ANDINA, 'MonicaJ')).enter(context);
  await open(page, TOKENS);
  await expect(heading(page, 'Su token virtual')).toBeVisible();
  await expect(page.getByText(/Tiene un token asignado\./)).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await open(page, PROFILE);
  await expect(heading(page, 'Mi perfil')).toBeVisible();
  await expect(page.getByText('Mónica Jaramillo')).toBeVisible();
});

test.describe('before linking', () => {
  test.use({ ownServer: true });

  test('an administrator without an AppMovil is shown one thing: how to link it', async ({ page, office, context }) => {
    await (await office.person(ENTELGY, ADMIN_ENTELGY)).enter(context);
    for (const address of [TOKENS, ASSIGN, PROFILE, detailOf('FEF4900032'), '/']) {
      await open(page, address);
      await expect(heading(page, 'Vincule su AppMovil')).toBeVisible();
      await expect(page.getByRole('navigation', { name: 'Navegación principal' })).toHaveCount(0);
    }
    await open(page, HELP);
    await expect(heading(page, 'Ayuda')).toBeVisible();
  });
});

test('the guides are open to all, each with the support lines', async ({ page }) => {
  await open(page, HELP);
  for (const name of [
    'Creación y configuración de usuarios secundarios',
    'Asignación de token a usuarios',
    'Enrolamiento en la AppMovil',
  ]) {
    await page.getByRole('link', { name }).click();
    await expect(heading(page, name)).toBeVisible();
    const support = page.getByRole('region', { name: '¿Necesita ayuda?' });
    await expect(support.getByRole('link', { name: '018000 514652' })).toHaveAttribute('href', 'tel:018000514652');
    await expect(support.getByRole('link', { name: '318 671 4836' })).toBeVisible();
    await expect(support).toContainText('Selecciona Banca Empresas y digita la opción 1');
    await expect(support).toContainText(/La línea de atención está (abierta|cerrada) ahora/);
    await expect(support).toContainText(/lunes a viernes/);
    await page.getByRole('link', { name: 'Todas las guías' }).click();
    await expect(heading(page, 'Ayuda')).toBeVisible();
  }
});
