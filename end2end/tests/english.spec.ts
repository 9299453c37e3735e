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
  LINK,
  PROFILE,
  SIGN_IN,
  TOKENS,
} from '../support/console';
import { expect, test } from '../support/fixtures';
import { ANDINA, AUDITOR } from '../support/office';
import { heading, open, reload } from '../support/pages';

const HOME = '/inicio';
const USERS = '/administracion/usuarios';
const APPROVALS = '/administracion/aprobaciones';
const LOG = '/administracion/bitacora';
const PHYSICAL_TOKENS = '/administracion/token-fisico';

/** Spanish words that are no names of the demo's people. */
const SPANISH =
  /\b(el|los|las|del|que|para|con|por|una|sus?|está|están|puede|tiene|hay|ningún|sin|más|aún|usuarios?|empresa|estados?|activos?|bloquead[oa]s?|asignad[oa]s?|pendientes?|disponibles?|invitación|solicitud(es)?|buscar|filtrar|guardar|cancelar|continuar|aceptar|mostrando|registros|página|correo|fecha|ayuda|inicio|perfil|cerrar)\b/giu;

/** What people of the demo wrote, which stays as it is. */
const NAMES = /Transportes del Norte|Pesquera del Litoral|Contratamos diez personas para la temporada/gu;

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
  const left = said.split('\n').filter((line) => line.replaceAll(NAMES, '').match(SPANISH));
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

  test('is English for an auditor', async ({ page, office, context }) => {
    await (await office.person(ANDINA, AUDITOR)).enter(context);
    for (const address of [HOME, TOKENS, LOG, `${LOG}?accion=tokens&resultado=rechazado`, APPROVALS, ASSIGN]) {
      await readInEnglish(page, address);
    }
  });

  test('is English for who approves as a second administrator', async ({ page, office, context }) => {
    test.slow();
    const tomas = await office.administrator('TomasR', 'norte');
    await tomas.enter(context);
    for (const view of ['', '?vista=mis-solicitudes', '?vista=decididas']) {
      await readInEnglish(page, `${APPROVALS}${view}`);
    }
    await open(page, APPROVALS);
    const links = page.getByRole('rowheader').getByRole('link');
    await expect(links.first()).toBeVisible();
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      await readInEnglish(page, address);
    }
    await open(page, `${APPROVALS}?vista=decididas`);
    await links.first().click();
    await expect(page).toHaveURL(new RegExp(`${APPROVALS}/`));
    await expectNoSpanish(page);
  });

  test('is English for an operator', async ({ page, office, context }) => {
    test.slow();
    const operator = await office.person('banco', 'OperadorB');
    await operator.enter(context);
    await open(page, '/operador/empresas');
    const link = page.getByRole('link', { name: 'Comercial Andina', exact: true });
    const company = ((await link.getAttribute('href')) ?? '').split('/').at(-1);
    for (const address of [
      '/operador',
      '/operador/empresas',
      '/operador/empresas/nueva',
      ...['detalle', 'editar', 'persona'].map((part) => `/operador/empresas/${part}/${company}`),
      '/operador/solicitudes',
      '/operador/buscar',
      ...['FEF5100004', 'FEF5100008', 'FEF2200003', 'nada'].map((serial) => `/operador/buscar?serie=${serial}`),
      '/operador/mensajes',
      '/operador/mensajes?estado=fallidos',
    ]) {
      await readInEnglish(page, address);
    }
  });

  test('is English for a secondary user, and for an administrator who has yet to link', async ({ page, office, context }) => {
    await (await office.person(ANDINA, 'MonicaJ')).enter(context);
    await readInEnglish(page, '/');
    await (await office.person('sabana', 'LigiaF')).enter(context);
    await readInEnglish(page, LINK);
  });

  test('is English for whoever has a link that does not work', async ({ page, watcher }) => {
    watcher.expectAnswer(404, '/api/password/link');
    await open(page, '/contrasena#nada');
    await expect(heading(page, 'This link does not work any more')).toBeVisible();
    await expectNoSpanish(page);
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
      `${USERS}/importar`,
      `${PHYSICAL_TOKENS}/importar`,
      `${TOKENS}/archivo`,
      LOG,
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
