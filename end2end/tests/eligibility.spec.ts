import { ASSIGN, HELP_USERS, pick } from '../support/console';
import { expect, test } from '../support/fixtures';
import { address, heading, open } from '../support/pages';

test.use({ ownServer: false });

test.beforeEach(async ({ office, context }) => {
  await (await office.administrator()).enter(context);
});

const REASONS = [
  ['OscarI', 'El usuario está inactivo'],
  ['TeresaA', 'No tiene correo electrónico'],
  ['UlisesF', 'El correo electrónico no es válido'],
  ['WendyD', 'No tiene celular'],
  ['XimenaP', 'El celular no es válido'],
  ['YesidK', 'Hace demasiado que no se confirman su correo y su celular'],
  ['ZulmaW', 'Hace demasiado que no se confirman su correo y su celular'],
  ['GloriaE', 'Ya tiene un token virtual'],
] as const;

test('a user who may not have a token is listed, cannot be chosen, and the card says why', async ({ page }) => {
  for (const [user, reason] of REASONS) {
    await open(page, `${ASSIGN}?buscar=${user}`);
    const card = page.getByRole('radio', { name: user, exact: true });
    await expect(card, user).toBeDisabled();
    await expect(card, user).toHaveAccessibleDescription(new RegExp(reason));
    await expect(page.getByText(reason)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Continuar' })).toBeDisabled();
  }
});

test('a link leads to the guide about creating and setting up users', async ({ page }) => {
  await open(page, ASSIGN);
  await page.getByRole('link', { name: 'Creación y configuración de usuarios secundarios' }).click();
  await expect(heading(page, 'Creación y configuración de usuarios secundarios')).toBeVisible();
  expect(address(page)).toBe(HELP_USERS);
  await expect(page.getByRole('region', { name: '¿Necesita ayuda?' })).toContainText('318 671 4836');
});

test('an ineligible user in the address is not chosen', async ({ page, office }) => {
  const laura = await office.administrator();
  const { user } = await laura.candidate('OscarI');
  await open(page, `${ASSIGN}?buscar=OscarI&usuario=${user}`);
  await expect(page.getByRole('radio', { name: 'OscarI' })).toBeDisabled();
  await expect(page.getByText('Elegido: OscarI')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Continuar' })).toBeDisabled();
});

test('the users come in pages, and the choice survives turning them', async ({ page }) => {
  await open(page, ASSIGN);
  await expect(page.getByText('Mostrando registros 1 al 10 de un total de 25')).toBeVisible();
  await expect(page.getByText('Página 1 de 3')).toBeVisible();
  await pick(page, 'AndresL');
  await expect(page.getByText('Elegido: AndresL')).toBeVisible();
  await page.getByRole('link', { name: 'Página siguiente' }).click();
  await expect(page.getByText('Mostrando registros 11 al 20 de un total de 25')).toBeVisible();
  await expect(page.getByText('Elegido: AndresL')).toBeVisible();
  await page.getByRole('link', { name: 'Última página' }).click();
  await expect(page.getByText('Mostrando registros 21 al 25 de un total de 25')).toBeVisible();
  await page.getByRole('link', { name: 'Primera página' }).click();
  await expect(page.getByRole('radio', { name: 'AndresL', exact: true })).toBeChecked();
});

test('a search that nobody fits says so and leads back to all', async ({ page }) => {
  await open(page, ASSIGN);
  await page.getByRole('searchbox').fill('ñandú <b>&"');
  await page.getByRole('button', { name: 'Buscar', exact: true }).click();
  await expect(page.getByText('Ningún usuario coincide con la búsqueda')).toBeVisible();
  await page.getByRole('link', { name: 'Ver todos los usuarios' }).first().click();
  await expect(page.getByText(/de un total de 25/)).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('');
});
