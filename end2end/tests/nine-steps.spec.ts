import type { Page, TestInfo } from '@playwright/test';
import {
  activate,
  ASSIGN,
  batchBar,
  chooseUser,
  detailOf,
  expectState,
  rowOf,
  SIGN_IN,
  signIn,
  TOKENS,
  waitingNumber,
} from '../support/console';
import { approveInAppMovil, approveWith, enrolByInvitation, linkOwnAppMovil, openRequest } from '../support/app-movil';
import { expect, PHONE, test } from '../support/fixtures';
import { keepPicture } from '../support/look';
import { ANDINA, LAURA, PIN, SOFIA } from '../support/office';
import { expectNoSidewaysScrolling, fact, heading, open, reload, tabTo } from '../support/pages';

const SERIAL = /FEF\d{7}/;

test('the nine steps lead from an available token to an active one', async ({ page, phone, openBrowser, office }, info) => {
  test.setTimeout(90_000);
  const theirPhone = await openBrowser("the user's phone", PHONE);

  await test.step('before: the administrator signs in and links their AppMovil', async () => {
    await open(page, SIGN_IN);
    await signIn(page, ANDINA, LAURA);
    await expect(heading(page, 'Vincule su AppMovil')).toBeVisible();
    await keepPicture(page, info, 'step-0-link-console');
    await linkOwnAppMovil(page, phone);
    await keepPicture(phone, info, 'step-0-linked-phone');
    await expect(page, 'the console goes on by itself').toHaveURL(TOKENS);
  });

  const row = rowOf(page, SOFIA);
  await test.step('1: the administrator opens Administración / Administración de Token / Token Virtual', async () => {
    const route = page.getByRole('navigation', { name: 'Ruta de navegación' });
    await expect(route).toHaveText(/^\s*Administración\s*\/\s*Administración de Token\s*\/\s*Token Virtual\s*$/);
    await expect(page.getByText('Cantidad Tokens Virtuales Empresa: 12')).toBeVisible();
    await expect(page.getByText('Cantidad Tokens Virtuales Disponibles: 5')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Tokens virtuales de los usuarios' })).toBeVisible();
    await expect(row).toHaveCount(0);
    await keepPicture(page, info, 'step-1-tokens');
  });

  await test.step('2: the administrator opens the wizard', async () => {
    await page.getByRole('link', { name: 'Asignar Token Usuario' }).click();
    await expect(heading(page, 'Asignar Token Virtual')).toBeVisible();
    await expect(page).toHaveURL(ASSIGN);
    await keepPicture(page, info, 'step-2-wizard');
  });

  let number = '';
  await test.step('3: the administrator chooses one user and continues', async () => {
    const goOn = page.getByRole('button', { name: 'Continuar' });
    await expect(goOn, 'nothing chosen').toBeDisabled();
    await expect(page.getByText('Elija un usuario para continuar')).toBeVisible();
    await chooseUser(page, SOFIA);
    await keepPicture(page, info, 'step-3-chosen');
    await goOn.click();
  });

  await test.step('4: the administrator confirms in the AppMovil', async () => {
    number = await waitingNumber(page);
    await expect(page.getByRole('heading', { name: /^Asignar el token FEF\d{7} a SofiaR$/ })).toBeVisible();
    await expect(page.getByRole('timer')).toContainText(/[01]:\d\d/);
    await keepPicture(page, info, 'step-4-waiting');
    await openRequest(phone, /^Asignar el token FEF\d{7} a SofiaR/);
    await keepPicture(phone, info, 'step-4-phone-review');
    await expect(fact(phone, 'La pidió')).toHaveText(LAURA);
    await expect(fact(phone, 'Usuario')).toHaveText(SOFIA);
    await approveWith(phone, number);
    await expect(heading(phone, 'Aprobado')).toBeVisible();
    await keepPicture(phone, info, 'step-4-phone-approved');
  });

  let serial = '';
  await test.step('5: the console says that the assignment was successful', async () => {
    await expect(page.getByText('La asignación fue exitosa')).toBeVisible();
    await keepPicture(page, info, 'step-5-success');
  });

  await test.step('6: the row appears with the state Asignado', async () => {
    await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
    await expectState(page, SOFIA, 'Asignado');
    await expect(page.getByText('Cantidad Tokens Virtuales Disponibles: 4')).toBeVisible();
    serial = SERIAL.exec((await row.textContent()) ?? '')?.[0] ?? '';
    await keepPicture(page, info, 'step-6-assigned');
  });

  await test.step('between: the user enrols with the invitation that they got', async () => {
    const letter = await office.letterFor(serial);
    expect(letter.to).toBe('sofiar@andina.co');
    await enrolByInvitation(theirPhone, letter.link, '739105');
    await expect(heading(theirPhone, /^Pendiente Activación/)).toBeVisible();
    await keepPicture(theirPhone, info, 'step-6-user-enrolled');
  });

  await test.step('7: the row says Pendiente Activación without a reload', async () => {
    await expectState(page, SOFIA, 'Pendiente Activación');
    await keepPicture(page, info, 'step-7-pending');
  });

  await test.step('8: the administrator chooses the user, presses Activar and confirms again', async () => {
    number = await activate(page, SOFIA);
    await expect(page.getByRole('heading', { name: `Activar el token ${serial} de ${SOFIA}` })).toBeVisible();
    await keepPicture(page, info, 'step-8-waiting');
    await approveInAppMovil(phone, /^Activar el token/, number);
    await keepPicture(phone, info, 'step-8-phone-approved');
    await expect(page.getByText(`El token ${serial} quedó Activo`)).toBeVisible();
  });

  await test.step('9: the row says Activo', async () => {
    await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
    await expectState(page, SOFIA, 'Activo');
    await keepPicture(page, info, 'step-9-active');
    await reload(page);
    await expectState(page, SOFIA, 'Activo');
  });

  await test.step('the effect: the physical token is disabled, and the history tells it all', async () => {
    await open(page, detailOf(serial));
    await expect(fact(page, 'FEF2200001')).toContainText('Inhabilitado');
    for (const deed of ['Token asignado', 'AppMovil enrolada', 'Token activado']) {
      await expect(page.getByText(deed, { exact: true })).toBeVisible();
    }
    await keepPicture(page, info, 'step-9-detail');
    await open(theirPhone, '/app');
    await expect(theirPhone.getByText('Activo', { exact: true })).toBeVisible();
  });
});

/** A window as narrow as a small phone's: the console's core path fits and works. */
test('the core path works in a window of 320 pixels', async ({ page, phone, office }, info) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await phone.setViewportSize({ width: 320, height: 640 });
  const step = async (screen: Page, name: string) => {
    await expectNoSidewaysScrolling(screen);
    await keepPicture(screen, info, `narrow-${name}`);
  };

  await open(page, SIGN_IN);
  await step(page, '1-sign-in');
  await signIn(page, ANDINA, LAURA);
  await expect(heading(page, 'Vincule su AppMovil')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Abrir AppMovil en este dispositivo' })).toBeVisible();
  await step(page, '2-link');
  await linkOwnAppMovil(page, phone);
  await step(phone, '2-linked');
  await expect(page).toHaveURL(TOKENS);
  await expect(page.getByRole('table', { name: 'Tokens virtuales de los usuarios' })).toBeVisible();
  await step(page, '3-tokens');

  await page.getByRole('button', { name: 'Menú' }).click();
  await expect(page.getByRole('link', { name: 'Token Virtual' }).first()).toBeVisible();
  await step(page, '3-menu');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Asignar Token Usuario' }).click();
  await chooseUser(page, SOFIA);
  await step(page, '4-choose');
  await page.getByRole('button', { name: 'Continuar' }).click();
  const number = await waitingNumber(page);
  await step(page, '5-waiting');
  await openRequest(phone, /^Asignar el token/);
  await step(phone, '5-review');
  await phone.getByRole('button', { name: 'Continuar' }).click();
  await step(phone, '5-sign');
  await approveWith(phone, number);
  await expect(heading(phone, 'Aprobado')).toBeVisible();
  await expect(page.getByText('La asignación fue exitosa')).toBeVisible();
  await step(page, '6-success');

  const letter = await office.letterFor((await phone.textContent('body'))?.match(SERIAL)?.[0] ?? 'no serial');
  await enrolByInvitation(phone, letter.link);
  await expect(heading(phone, /^Pendiente Activación/)).toBeVisible();
  await step(phone, '7-enrolled');
  await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
  await expectState(page, SOFIA, 'Pendiente Activación');
  const second = await activate(page, SOFIA);
  await step(page, '8-waiting');
  await approveInAppMovil(phone, /^Activar el token/, second);
  await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
  await expectState(page, SOFIA, 'Activo');
  await step(page, '9-active');
});

/** Signs in, links, assigns and activates with Tab, Enter and Space alone. */
test('the core path works with the keyboard alone', async ({ page, phone, office }, info) => {
  test.setTimeout(60_000);
  await open(page, SIGN_IN);
  await tabTo(page, page.getByLabel('Código de empresa', { exact: true }));
  await page.keyboard.type(ANDINA);
  await page.keyboard.press('Tab');
  await page.keyboard.type(LAURA);
  await page.keyboard.press('Tab');
  await page.keyboard.type('llavero-demo');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Vincule su AppMovil')).toBeVisible();
  const link = page.getByRole('link', { name: 'Abrir AppMovil en este dispositivo' });
  await tabTo(page, link);

  await enrolWithKeyboard(phone, (await link.getAttribute('href')) ?? '');
  await expect(heading(phone, 'Su token está Activo')).toBeVisible();
  await expect(page).toHaveURL(TOKENS);

  await tabTo(page, page.getByRole('link', { name: 'Asignar Token Usuario' }));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Asignar Token Virtual')).toBeFocused();
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type(SOFIA);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio')).toHaveCount(1);
  await tabTo(page, page.getByRole('radio', { name: SOFIA }));
  await page.keyboard.press('Space');
  await expect(page.getByText(`Elegido: ${SOFIA}`)).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Continuar' }));
  await page.keyboard.press('Enter');
  await approveWithKeyboard(phone, /^Asignar el token/, await waitingNumber(page), info);
  await expect(page.getByText('La asignación fue exitosa')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Resultado' }), 'the result has the keyboard').toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'Volver a Token Virtual' }));
  await page.keyboard.press('Enter');

  const serial = SERIAL.exec((await rowOf(page, SOFIA).textContent()) ?? '')?.[0] ?? '';
  const letter = await office.letterFor(serial);
  await enrolWithKeyboard(phone, letter.link);
  await expect(heading(phone, /^Pendiente Activación/)).toBeVisible();
  await expectState(page, SOFIA, 'Pendiente Activación');
  await tabTo(page, page.getByRole('checkbox', { name: `Seleccionar a ${SOFIA}` }));
  await page.keyboard.press('Space');
  await tabTo(page, batchBar(page).getByRole('button', { name: 'Activar' }));
  await page.keyboard.press('Enter');
  await approveWithKeyboard(phone, /^Activar el token/, await waitingNumber(page), info);
  await expect(page.getByText(`El token ${serial} quedó Activo`)).toBeVisible();
});

async function enrolWithKeyboard(phone: Page, link: string): Promise<void> {
  await open(phone, link);
  await expect(heading(phone, '¿Es usted?')).toBeVisible();
  await tabTo(phone, phone.getByRole('button', { name: 'Sí, soy yo' }));
  await phone.keyboard.press('Enter');
  await tabTo(phone, phone.getByLabel('PIN nuevo'));
  await phone.keyboard.type(PIN);
  await phone.keyboard.press('Enter');
  await tabTo(phone, phone.getByLabel('Repita el PIN'));
  await phone.keyboard.type(PIN);
  await phone.keyboard.press('Enter');
}

async function approveWithKeyboard(phone: Page, sentence: RegExp, number: string, info: TestInfo): Promise<void> {
  await open(phone, '/app');
  await tabTo(phone, phone.getByRole('link', { name: sentence }));
  await phone.keyboard.press('Enter');
  await tabTo(phone, phone.getByRole('button', { name: 'Continuar' }));
  await phone.keyboard.press('Space');
  await tabTo(phone, phone.getByLabel('Número que muestra la consola'));
  await phone.keyboard.type(number);
  await expect(phone.getByLabel('Su PIN'), 'the sixth digit leads on to the PIN').toBeFocused();
  await keepPicture(phone, info, 'keyboard-sign');
  await phone.keyboard.type(PIN);
  await phone.keyboard.press('Enter');
  await expect(heading(phone, 'Aprobado')).toBeVisible();
}
