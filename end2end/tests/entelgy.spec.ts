import { openTokens, PROFILE } from '../support/console';
import { expect, test } from '../support/fixtures';
import { ADMIN_ENTELGY, ENTELGY } from '../support/office';
import { fact, heading, open } from '../support/pages';

test.use({ ownServer: false });

const ROWS = [
  ['Entelgy1BOC', 'FEF4900032', '2023/12/21', 'Activo'],
  ['Entelgy2BOC', 'FEF4900033', '2023/12/21', 'Activo'],
  ['VictorP1', 'FEF4900035', '2024/01/22', 'Activo'],
  ['Mcaastro11', 'FEF4900034', '2024/01/15', 'Activo'],
  ['ADQ01', 'FEF4900030', '2024/01/11', 'Activo'],
];

test.beforeEach(async ({ office, context }) => {
  await (await office.administrator(ADMIN_ENTELGY, ENTELGY)).enter(context);
});

test("Entelgy's screen is the guide's, to the letter", async ({ page }) => {
  await openTokens(page);

  await expect(page.getByRole('navigation', { name: 'Ruta de navegación' })).toHaveText(
    /^\s*Administración\s*\/\s*Administración de Token\s*\/\s*Token Virtual\s*$/,
  );
  await expect(page.getByText('Cantidad Tokens Virtuales Empresa: 6', { exact: true })).toBeVisible();
  await expect(page.getByText('Cantidad Tokens Virtuales Disponibles: 0', { exact: true })).toBeVisible();

  const filters = page.getByRole('search', { name: 'Filtros' });
  await expect(filters.getByText('Última Actualización').first()).toBeVisible();
  await expect(filters.getByLabel('Estado')).toBeVisible();
  await expect(filters.getByRole('button', { name: 'Filtrar' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Asignar Token Usuario' })).toBeVisible();

  const table = page.getByRole('table', { name: 'Tokens virtuales de los usuarios' });
  const heads = await table.getByRole('columnheader').allInnerTexts();
  const named = heads.map((head) => head.trim()).filter((head) => head !== '');
  expect(named).toEqual(['Nombre Usuario', 'Número de Serie', 'Última Actualización', 'Estados', 'Acciones']);

  const rows = table.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(ROWS.length);
  for (const [place, cells] of ROWS.entries()) {
    const [name = '', ...others] = cells;
    await expect(rows.nth(place).getByRole('rowheader')).toHaveText(name);
    for (const [column, text] of others.entries()) {
      await expect(rows.nth(place).getByRole('cell').nth(column + 1)).toHaveText(text);
    }
    await expect(rows.nth(place)).toContainText(name);
  }
  await expect(page.getByText('Mostrando registros 1 al 5 de un total de 5', { exact: true })).toBeVisible();
});

test("the sixth token is the administrator's own and stands on their profile", async ({ page }) => {
  await open(page, PROFILE);
  await expect(heading(page, 'Mi perfil')).toBeVisible();
  await expect(fact(page, 'Número de Serie')).toHaveText('FEF4900031');
  await expect(fact(page, 'Estado')).toHaveText('Activo');
  await expect(fact(page, 'Dispositivo')).toHaveText('Celular de prueba');
});

test('without a token to give, the screens say so and what to do', async ({ page }) => {
  await openTokens(page);
  await expect(page.getByText('No quedan tokens virtuales disponibles')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Solicitar más tokens' })).toBeVisible();

  await page.getByRole('link', { name: 'Asignar Token Usuario' }).click();
  await expect(heading(page, 'Asignar Token Virtual')).toBeVisible();
  await expect(page.getByText('Su empresa no tiene tokens virtuales disponibles')).toBeVisible();
  await expect(page.getByRole('region', { name: '¿Necesita ayuda?' })).toContainText('018000 514652');
  await expect(page.getByRole('button', { name: 'Continuar' })).toHaveCount(0);
});
