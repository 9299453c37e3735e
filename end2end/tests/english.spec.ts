// The second language, walked as a person walks: every screen speaks it whole,
// and it is remembered.
import type { Page } from '@playwright/test';
import {
  ASSIGN,
  detailOf,
  HELP,
  HELP_ASSIGN,
  HELP_ENROL,
  HELP_USERS,
  PROFILE,
  SIGN_IN,
  TOKENS,
} from '../support/console';
import { expect, test } from '../support/fixtures';
import { heading, open, reload } from '../support/pages';

const HOME = '/inicio';
const USERS = '/administracion/usuarios';
const PHYSICAL_TOKENS = '/administracion/token-fisico';

/** Spanish words that no name of the demo's people and companies has. */
const SPANISH =
  /\b(el|los|las|del|que|para|con|por|una|sus?|está|están|puede|tiene|hay|ningún|sin|más|aún|usuarios?|empresa|estados?|activos?|bloquead[oa]s?|asignad[oa]s?|pendientes?|disponibles?|invitación|solicitud(es)?|buscar|filtrar|guardar|cancelar|continuar|aceptar|mostrando|registros|página|correo|fecha|ayuda|inicio|perfil|cerrar)\b/giu;

/** Opens an address in English and reads it: not a word of Spanish is left. */
async function readInEnglish(page: Page, address: string): Promise<void> {
  await open(page, address);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(heading(page, /./)).toBeVisible();
  await expectNoSpanish(page);
}

/** What is seen, what screen readers are told, and the tab's title. */
async function expectNoSpanish(page: Page): Promise<void> {
  const said = await page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, ...labels].join('\n');
  });
  const left = said.split('\n').filter((line) => line.match(SPANISH));
  expect.soft(left, `Spanish at ${page.url()}`).toEqual([]);
}

test.describe('every screen', () => {
  test.use({ ownServer: false });

  test.beforeEach(async ({ context, server }) => {
    await context.addCookies([{ name: 'idioma', value: 'en', url: server.url }]);
  });

  test('is English for whoever has not signed in', async ({ page }) => {
    for (const address of [SIGN_IN, HELP, HELP_USERS, HELP_ASSIGN, HELP_ENROL, '/app', '/app/enrolar']) {
      await readInEnglish(page, address);
    }
  });

  test('is English for an administrator', async ({ page, office, context, watcher }) => {
    test.slow();
    watcher.expectAnswer(404, '/no-existe');
    const laura = await office.administrator();
    await laura.enter(context);
    const { serial } = await laura.tokenOf('HernanQ');
    const { user } = await laura.candidate('SofiaR');
    for (const address of [
      HOME,
      TOKENS,
      `${TOKENS}?desde=2001-01-01&hasta=2001-01-02`,
      detailOf(serial),
      ASSIGN,
      ...['reenviar', 'cancelar', 'activar', 'bloquear', 'desbloquear', 'reemplazar', 'quitar'].map(
        (action) => `${TOKENS}/${action}/${serial}`,
      ),
      USERS,
      `${USERS}/nuevo`,
      `${USERS}/detalle/${user}`,
      `${USERS}/editar/${user}`,
      PHYSICAL_TOKENS,
      PROFILE,
      '/no-existe',
    ]) {
      await readInEnglish(page, address);
    }
  });
});

test('a confirmation is asked for and told in English', async ({ page, office, context, server }) => {
  await context.addCookies([{ name: 'idioma', value: 'en', url: server.url }]);
  const laura = await office.administrator();
  await laura.enter(context);
  const operation = await laura.requestAssignment('SofiaR');
  await open(page, `${ASSIGN}?solicitud=${operation.id}`);
  await expect(page.getByText('Waiting for your confirmation')).toBeVisible();
  await expectNoSpanish(page);
  await laura.approve(operation);
  await expect(page.getByText('Waiting for your confirmation')).toHaveCount(0);
  await expectNoSpanish(page);
});

test('the chosen language stays, in other tabs and after a reload, until another is chosen', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  await open(page, HOME);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await reload(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const other = await context.newPage();
  await readInEnglish(other, TOKENS);
  await other.getByRole('button', { name: 'Español' }).click();
  await reload(page);
  await expect(page.locator('html')).toHaveAttribute('lang', /^es/);
});
