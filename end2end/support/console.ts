import { expect, type Locator, type Page } from '@playwright/test';
import { PASSWORD } from './office';
import { heading, open, readNumber } from './pages';

export const SIGN_IN = '/ingreso';
export const LINK = '/vincular';
export const TOKENS = '/administracion/token-virtual';
export const ASSIGN = '/administracion/token-virtual/asignar';
export const PROFILE = '/perfil';
export const HELP = '/ayuda';
export const HELP_USERS = '/ayuda/creacion-y-configuracion-de-usuarios-secundarios';
export const HELP_ASSIGN = '/ayuda/asignacion-de-token-a-usuarios';
export const HELP_ENROL = '/ayuda/enrolamiento-en-la-appmovil';
export const MAILBOX = '/demo/buzon';
export const MESSAGES = '/operador/mensajes';

export function detailOf(serial: string): string {
  return `${TOKENS}/detalle/${serial}`;
}

/** Types company, user and password; what comes next depends on who it is. */
export async function signIn(page: Page, company: string, user: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Código de empresa', { exact: true }).fill(company);
  await page.getByLabel('Usuario', { exact: true }).fill(user);
  await page.getByLabel('Contraseña', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Ingresar' }).click();
}

/** Types the AppMovil's code in the second step of signing in. */
export async function signInWithCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Código de la AppMovil').fill(code);
  await page.getByRole('button', { name: 'Continuar' }).click();
}

/** The table of virtual tokens, opened. */
export async function openTokens(page: Page, query = ''): Promise<void> {
  await open(page, `${TOKENS}${query}`);
  await expect(heading(page, 'Token Virtual')).toBeVisible();
}

/** The row of a user in the table of tokens. */
export function rowOf(page: Page, user: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: user, exact: true }) });
}

export async function expectState(page: Page, user: string, state: string): Promise<void> {
  // On a narrow screen the cell says its column too: "Estados Activo".
  await expect(rowOf(page, user).getByRole('cell', { name: new RegExp(`^(Estados )?${state}$`) })).toBeVisible();
}

/** Chooses a user in the wizard, whose search finds them. */
export async function chooseUser(page: Page, user: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Buscar usuario por nombre' }).fill(user);
  await page.getByRole('button', { name: 'Buscar', exact: true }).click();
  await pick(page, user);
  await expect(page.getByText(`Elegido: ${user}`)).toBeVisible();
}

/** Presses a user's card, which can be pressed anywhere. */
export async function pick(page: Page, user: string): Promise<void> {
  await page.getByText(user, { exact: true }).click();
  await expect(page.getByRole('radio', { name: user, exact: true })).toBeChecked();
}

/** From the table through the wizard to the number of the waiting screen. */
export async function assignTo(page: Page, user: string): Promise<string> {
  await open(page, ASSIGN);
  await chooseUser(page, user);
  await page.getByRole('button', { name: 'Continuar' }).click();
  return waitingNumber(page);
}

/** The number that the waiting screen asks to type in the AppMovil. */
export async function waitingNumber(page: Page): Promise<string> {
  await expect(page.getByText('Esperando su confirmación en la AppMovil…')).toBeVisible();
  return readNumber(page);
}

/** Chooses a row of the table and presses Activar at the foot of the screen. */
export async function activate(page: Page, user: string): Promise<string> {
  await page.getByRole('checkbox', { name: `Seleccionar a ${user}` }).check();
  await batchBar(page).getByRole('button', { name: 'Activar' }).click();
  return waitingNumber(page);
}

/** Unfolds a row's menu. */
export async function openMenu(page: Page, user: string): Promise<Locator> {
  const row = rowOf(page, user);
  await row.getByLabel(`Acciones de ${user}`).click();
  await expect(row.getByRole('link', { name: 'Ver detalle' })).toBeVisible();
  return row;
}

/** From the row's menu to the page of an action. */
export async function chooseAction(page: Page, user: string, action: string): Promise<void> {
  const row = await openMenu(page, user);
  await row.getByRole('button', { name: action, exact: true }).click();
}

/** The bar at the foot, for the chosen rows. */
export function batchBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Acciones para los seleccionados' });
}

/** The operation that the waiting screen's address names. */
export function operationOf(page: Page): string {
  const operation = new URL(page.url()).searchParams.get('solicitud');
  if (!operation) {
    throw new Error(`${page.url()} names no operation`);
  }
  return operation;
}
