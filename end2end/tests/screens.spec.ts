// Every screen as it stands: nothing for axe in the light and in the dark, wide
// and narrow; and, for whoever asks with SCREENSHOTS, a picture of each.
import type { Page } from '@playwright/test';
import {
  ASSIGN,
  assignTo,
  chooseUser,
  detailOf,
  HELP,
  HELP_ASSIGN,
  HELP_ENROL,
  HELP_USERS,
  LINK,
  MAILBOX,
  openTokens,
  PROFILE,
  rowOf,
  SIGN_IN,
  signIn,
  TOKENS,
} from '../support/console';
import { APP, approveWith, ENROL, linkPhoneOfLaura, openRequest } from '../support/app-movil';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { ADMIN_ENTELGY, ANDINA, AUDITOR, ENTELGY, LAURA, SOFIA } from '../support/office';
import { heading, open, visibleText } from '../support/pages';

test.describe('that change nothing', () => {
  test.use({ ownServer: false });

  test('signing in', async ({ page, watcher, office }) => {
    await open(page, SIGN_IN);
    await look(page, '01-sign-in');
    watcher.expectAnswer(422, '/api/session/sign-in');
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await look(page, '01-sign-in-errors');
    await office.administrator();
    await signIn(page, ANDINA, LAURA);
    await expect(heading(page, 'Confirme que es usted')).toBeVisible();
    await look(page, '01-sign-in-code');
  });

  test('the table of tokens', async ({ page, office, context }) => {
    await (await office.administrator()).enter(context);
    await openTokens(page);
    await look(page, '02-tokens');
    await page.getByRole('checkbox', { name: 'Seleccionar a HernanQ' }).check();
    await page.getByRole('button', { name: 'Ver detalle de HernanQ' }).click();
    await look(page, '02-tokens-selected');
    await rowOf(page, 'RicardoN').getByLabel('Acciones de RicardoN').click();
    await expect(page.getByRole('link', { name: 'Ver detalle' })).toBeVisible();
    await look(page, '02-tokens-menu');
  });

  test('blocking several tokens', async ({ page, office, context }) => {
    await (await office.administrator()).enter(context);
    await openTokens(page);
    for (const user of ['RicardoN', 'ValentinaB']) {
      await page.getByRole('checkbox', { name: `Seleccionar a ${user}` }).check();
    }
    await look(page, '02-tokens-several');
    await page.getByRole('button', { name: 'Bloquear', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Bloquear los tokens elegidos' })).toBeVisible();
    await look(page, '02-tokens-block');
  });

  test('the menu of a token’s page', async ({ page, office, context }) => {
    const laura = await office.administrator();
    await laura.enter(context);
    await open(page, detailOf((await laura.tokenOf('HernanQ')).serial));
    await page.getByText('Más acciones').click();
    await expect(page.getByRole('button', { name: /^Quitar token/ })).toBeVisible();
    await look(page, '08-token-menu');
  });

  test('the table of tokens with nothing that fits, and with a mistaken address', async ({ page, office, context }) => {
    await (await office.administrator()).enter(context);
    await openTokens(page, '?desde=2001-01-01&hasta=2001-01-02');
    await expect(page.getByText('Ningún token coincide con los filtros')).toBeVisible();
    await look(page, '02-tokens-nothing-fits');
    await openTokens(page, '?estado=volando&desde=ayer&orden=color');
    await look(page, '02-tokens-mistaken');
  });

  test("Entelgy's table, and its wizard without a token to give", async ({ page, office, context }) => {
    await (await office.administrator(ADMIN_ENTELGY, ENTELGY)).enter(context);
    await openTokens(page);
    await look(page, '02-tokens-entelgy');
    await open(page, ASSIGN);
    await expect(page.getByText('Su empresa no tiene tokens virtuales disponibles')).toBeVisible();
    await look(page, '03-wizard-none-available');
  });

  test('choosing a user', async ({ page, office, context }) => {
    await (await office.administrator()).enter(context);
    await open(page, ASSIGN);
    await expect(page.getByText('Mostrando registros 1 al 10 de un total de 25')).toBeVisible();
    await look(page, '03-wizard-choose-user');
    await open(page, `${ASSIGN}?ultima=1`);
    await expect(page.getByText('de un total de 25')).toBeVisible();
    await look(page, '03-wizard-ineligible');
    await open(page, `${ASSIGN}?buscar=nadie-se-llama-asi`);
    await look(page, '03-wizard-no-match');
  });

  test('tokens, each in its state', async ({ page, office, context }) => {
    const laura = await office.administrator();
    await laura.enter(context);
    for (const user of ['ValentinaB', 'GloriaE', 'HernanQ', 'MonicaJ']) {
      const { serial, status } = await laura.tokenOf(user);
      await open(page, detailOf(serial));
      await expect(heading(page, `Token ${serial}`)).toBeVisible();
      await look(page, `08-token-${status.replaceAll('_', '-')}`);
    }
    const { serial } = await laura.tokenOf('HernanQ');
    await open(page, `${TOKENS}/activar/${serial}`);
    await expect(heading(page, `Activar token ${serial}`)).toBeVisible();
    await look(page, '09-activate');
    for (const [user, segment] of [
      ['MonicaJ', 'reenviar'],
      ['MonicaJ', 'cancelar'],
      ['RicardoN', 'bloquear'],
      ['GloriaE', 'desbloquear'],
      ['ValentinaB', 'reemplazar'],
      ['ValentinaB', 'quitar'],
    ] as const) {
      const token = await laura.tokenOf(user);
      await open(page, `${TOKENS}/${segment}/${token.serial}`);
      await expect(heading(page, new RegExp(token.serial))).toBeVisible();
      await look(page, `09-${segment}`);
    }
  });

  test('the profile and the demo’s mailbox', async ({ page, office, context }) => {
    await (await office.administrator()).enter(context);
    await open(page, PROFILE);
    await look(page, '10-profile');
    await page.getByLabel(`Cuenta de ${LAURA}`).click();
    await look(page, '10-profile-menu');
    await open(page, MAILBOX);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page, '11-mailbox');
  });

  test('the guides', async ({ page }) => {
    for (const [path, name] of [
      [HELP, '12-help'],
      [HELP_USERS, '12-help-users'],
      [HELP_ASSIGN, '12-help-assign'],
      [HELP_ENROL, '12-help-enrol'],
    ] as const) {
      await open(page, path);
      await look(page, name);
    }
  });

  test('what an auditor and a secondary user see', async ({ page, office, context }) => {
    await (await office.person(ANDINA, AUDITOR)).enter(context);
    await openTokens(page);
    await look(page, '13-auditor-tokens');
    await open(page, ASSIGN);
    await look(page, '13-auditor-refused');
    await (await office.person(ANDINA, 'MonicaJ')).enter(context);
    await open(page, '/');
    await expect(heading(page, 'Su token virtual')).toBeVisible();
    await look(page, '13-secondary-user');
  });

  test('pages that are not there', async ({ page, office, context, watcher }) => {
    watcher.expectAnswer(404, '/no-hay');
    watcher.expectAnswer(404, TOKENS);
    watcher.allowAnswer(404, '/api/token/show');
    await (await office.administrator()).enter(context);
    await open(page, '/no-hay');
    await look(page, '14-not-found');
    await open(page, detailOf('FEF9999999'));
    await look(page, '14-no-such-token');
  });

  test('in English', async ({ page, office, context, server }) => {
    await context.addCookies([{ name: 'idioma', value: 'en', url: server.url }]);
    await (await office.administrator()).enter(context);
    await open(page, TOKENS);
    await expect(heading(page, 'Virtual Token')).toBeVisible();
    await look(page, '15-english-tokens');
  });

  test('the AppMovil before it has a token', async ({ phone }) => {
    await open(phone, APP);
    await expect(phone.getByText('Este teléfono aún no tiene un token')).toBeVisible();
    await look(phone, '20-app-empty');
    await open(phone, ENROL);
    await phone.getByRole('button', { name: 'Continuar' }).click();
    await expect(phone.getByText('Escriba el código de invitación.')).toBeVisible();
    await look(phone, '21-app-enrol-code');
  });
});

test('the wizard from its waiting screen to its results', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  const settle = async (user: string, answer: (operation: string, number: string) => Promise<void>): Promise<Page> => {
    const number = await assignTo(page, user);
    const operation = new URL(page.url()).searchParams.get('solicitud') ?? '';
    await answer(operation, number);
    return page;
  };
  const device = laura.confirmer();

  await settle(SOFIA, async (operation, number) => {
    await look(page, '04-wizard-waiting');
    await device.approve(operation, number);
  });
  await expect(page.getByText('La asignación fue exitosa')).toBeVisible();
  await look(page, '05-wizard-success');

  await settle('CamilaT', (operation) => device.reject(operation));
  await expect(page.getByText('Usted rechazó la solicitud en la AppMovil')).toBeVisible();
  await look(page, '06-wizard-rejected');

  await open(page, ASSIGN);
  await chooseUser(page, 'DiegoH');
  await page.getByRole('button', { name: 'Continuar' }).click();
  await page.getByRole('button', { name: 'Cancelar solicitud' }).click();
  await expect(page.getByText('Usted canceló la solicitud')).toBeVisible();
  await look(page, '06-wizard-cancelled');

  await open(page, MAILBOX);
  await expect(page.getByText(/FEF\d{7}/).first()).toBeVisible();
  await look(page, '11-mailbox-letter');
});

test('the AppMovil from the invitation to the answer', async ({ page, phone, office, context, watcher }) => {
  test.setTimeout(90_000);
  const laura = await office.person(ANDINA, LAURA);
  await laura.enter(context);
  await open(page, LINK);
  const link = page.getByRole('link', { name: 'Abrir AppMovil en este dispositivo' });
  await expect(link).toBeVisible();
  await look(page, '01-link');

  await open(phone, (await link.getAttribute('href')) ?? '');
  await expect(heading(phone, '¿Es usted?')).toBeVisible();
  await look(phone, '22-app-enrol-check');
  await phone.getByRole('button', { name: 'Sí, soy yo' }).click();
  await phone.getByLabel('PIN nuevo').fill('111111');
  await phone.getByRole('button', { name: 'Continuar' }).click();
  await expect(phone.getByText('Ese PIN repite un solo dígito. Elija otro.')).toBeVisible();
  await look(phone, '23-app-enrol-pin');
  await phone.getByLabel('PIN nuevo').fill('204816');
  await phone.getByRole('button', { name: 'Continuar' }).click();
  await expect(heading(phone, 'Repita su PIN')).toBeVisible();
  await look(phone, '23-app-enrol-pin-again');
  await phone.getByLabel('Repita el PIN').fill('204816');
  await phone.getByRole('button', { name: 'Vincular este teléfono' }).click();
  await expect(heading(phone, 'Su token está Activo')).toBeVisible();
  await look(phone, '24-app-linked');

  await phone.getByRole('link', { name: 'Listo' }).click();
  await expect(phone.getByText(/^Nada por responder\./)).toBeVisible();
  await look(phone, '25-app-home');
  const { number } = await laura.requestAssignment(SOFIA);
  await expect(phone.getByRole('link', { name: /^Asignar el token/ })).toBeVisible();
  await look(phone, '25-app-home-waiting');
  await phone.getByRole('link', { name: /^Asignar el token/ }).click();
  await expect(phone.getByRole('button', { name: 'Continuar' })).toBeVisible();
  await look(phone, '26-app-review');
  watcher.expectAnswer(422, '/device/v1/requests');
  await approveWith(phone, number, '135790');
  await expect(visibleText(phone, 'PIN incorrecto. Le quedan 4 intentos.')).toBeVisible();
  await look(phone, '26-app-sign');
  await phone.getByRole('button', { name: 'Rechazar' }).click();
  await expect(phone.getByRole('dialog')).toBeVisible();
  await look(phone, '26-app-reject');
  await phone.getByRole('button', { name: 'No, volver' }).click();
  await approveWith(phone, number);
  await expect(heading(phone, 'Aprobado')).toBeVisible();
  await look(phone, '27-app-approved');
});

test('the AppMovil’s code and device', async ({ phone, office }) => {
  const laura = await linkPhoneOfLaura(phone, office);
  await phone.getByRole('link', { name: /^Ver código del token/ }).click();
  await expect(phone.getByText('Código', { exact: true })).toBeVisible();
  await look(phone, '28-app-code');
  await open(phone, APP);
  await phone.getByRole('link', { name: /^Detalles del token/ }).click();
  await expect(heading(phone, 'Este dispositivo')).toBeVisible();
  await look(phone, '29-app-device');
  await phone.getByRole('button', { name: 'Quitar de este teléfono' }).click();
  await expect(phone.getByRole('dialog')).toBeVisible();
  await look(phone, '29-app-device-remove');

  const operation = await laura.requestAssignment(SOFIA);
  await openRequest(phone, /^Asignar el token/);
  await laura.post('operation/cancel', { operation: operation.id });
  await open(phone, phone.url());
  await expect(heading(phone, 'Esta solicitud ya no espera respuesta')).toBeVisible();
  await look(phone, '27-app-ended');
});
