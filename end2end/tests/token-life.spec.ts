import type { Page } from '@playwright/test';
import { ENROL, rejectInAppMovil, approveInAppMovil, linkPhoneOfLaura } from '../support/app-movil';
import {
  batchBar,
  chooseAction,
  detailOf,
  expectState,
  openMenu,
  openTokens,
  operationOf,
  rowOf,
  TOKENS,
  waitingNumber,
} from '../support/console';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { CARLOS, type Person } from '../support/office';
import { fact, heading, open, tabTo } from '../support/pages';
import { Refused, SoftDevice } from '../support/soft-device';
import { isPossible, SCREEN_ACTIONS } from '../support/transitions';

/** A holder of a token in each state. */
const HELD = [
  ['MonicaJ', 'Assigned', 'Asignado'],
  ['HernanQ', 'PendingActivation', 'Pendiente Activación'],
  ['RicardoN', 'Active', 'Activo'],
  ['GloriaE', 'Blocked', 'Bloqueado'],
] as const;

/** Presses the button of the change's page and confirms with the soft device. */
async function confirmHere(page: Page, person: Person, button: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await confirmWaiting(page, person);
}

async function confirmWaiting(page: Page, person: Person): Promise<void> {
  const number = await waitingNumber(page);
  await person.confirmer().approve(operationOf(page), number);
}

async function backToTable(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
  await expect(heading(page, 'Token Virtual')).toBeVisible();
}

test.describe('what can be done', () => {
  test.use({ ownServer: false });

  test('in each state the row’s menu offers what the documentation’s tables say, and explains the rest', async ({
    page,
    office,
    context,
  }) => {
    await (await office.administrator()).enter(context);
    for (const [user, state, word] of HELD) {
      await openTokens(page);
      await expectState(page, user, word);
      const row = await openMenu(page, user);
      for (const action of SCREEN_ACTIONS) {
        // A button that is off says why after its word.
        const button = row.getByRole('button', { name: new RegExp(`^${action.word}`) });
        await expect(button, `${user}: ${action.word}`).toBeVisible();
        if (isPossible(state, action.action)) {
          await expect(button, `${user}: ${action.word}`).toHaveAccessibleName(action.word);
          await expect(button).not.toHaveAttribute('aria-disabled', 'true');
        } else {
          await expect(button, `${user}: ${action.word}`).toHaveAttribute('aria-disabled', 'true');
          await expect(button, 'says why').not.toHaveAccessibleName(action.word);
        }
      }
      await expect(row.getByRole('button', { name: /^(Reenviar|Cancelar|Activar|Bloquear|Desbloquear|Reemplazar|Quitar)/ })).toHaveCount(
        SCREEN_ACTIONS.length,
      );
    }
  });

  test('the token’s page and each action’s page agree with it', async ({ page, office, context }) => {
    const laura = await office.administrator();
    await laura.enter(context);
    for (const [user, state] of HELD) {
      const { serial } = await laura.tokenOf(user);
      await open(page, detailOf(serial));
      await page.getByText('Más acciones').click();
      for (const action of SCREEN_ACTIONS.filter((one) => one.action !== 'activate')) {
        const name = new RegExp(`^${action.word}`);
        const disabled = !isPossible(state, action.action);
        const button = page.getByRole('main').getByRole('button', { name, disabled });
        await expect(button, `${user}: ${action.word}`).toHaveCount(1);
      }
      for (const action of SCREEN_ACTIONS) {
        await open(page, `${TOKENS}/${action.segment}/${serial}`);
        const button = page.getByRole('main').getByRole('button', { name: action.word, exact: true });
        if (!isPossible(state, action.action)) {
          await expect(button, `${user}: ${action.word}`).toHaveAttribute('aria-disabled', 'true');
          await expect(button).toHaveAccessibleDescription(/.+/);
        } else if (action.action === 'block') {
          await expect(button, 'the reason is missing').toHaveAccessibleDescription('Elija el motivo para continuar');
        } else {
          await expect(button, `${user}: ${action.word}`).not.toHaveAttribute('aria-disabled', 'true');
        }
      }
    }
  });

  test('what is off does nothing when it is pressed, and the menu works by keyboard', async ({ page, office, context }) => {
    await (await office.administrator()).enter(context);
    await openTokens(page);
    const row = rowOf(page, 'RicardoN');
    const menu = row.getByLabel('Acciones de RicardoN');
    await tabTo(page, menu);
    await page.keyboard.press('Enter');
    const off = row.getByRole('button', { name: /^Desbloquear/ });
    await tabTo(page, off);
    await page.keyboard.press('Enter');
    await expect(off, 'the menu stays').toBeVisible();
    await expect(off).toContainText('Solo cuando está Bloqueado');
    await page.keyboard.press('Escape');
    await expect(off).toBeHidden();
    await expect(menu).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Token Virtual', level: 1 }).click();
    await expect(off, 'a press outside folds it').toBeHidden();
  });

  test('over a selection the one that stands in the way is named', async ({ page, office, context }) => {
    await (await office.administrator()).enter(context);
    await openTokens(page);
    for (const user of ['RicardoN', 'GloriaE']) {
      await page.getByRole('checkbox', { name: `Seleccionar a ${user}` }).check();
    }
    const unblock = batchBar(page).getByRole('button', { name: 'Desbloquear', exact: true });
    await expect(unblock).toHaveAccessibleDescription('RicardoN: Solo cuando está Bloqueado');
    await page.getByRole('checkbox', { name: 'Seleccionar a RicardoN' }).uncheck();
    await expect(unblock).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('an address that names no action or no token leads nowhere', async ({ page, office, context, watcher }) => {
    await (await office.administrator()).enter(context);
    watcher.allowAnswer(404, '/api/token/show');
    for (const address of [`${TOKENS}/regalar/FEF5100003`, `${TOKENS}/bloquear/FEF9999999`]) {
      watcher.expectAnswer(404, address);
      await open(page, address);
      await expect(page.getByRole('link', { name: 'Volver a Token Virtual' }).or(page.getByText(/no existe/i)).first()).toBeVisible();
    }
  });
});

test('an invitation is sent again, and the old one stops working', async ({ page, office, context }) => {
  const laura = await office.administrator();
  const { serial } = await laura.tokenOf('MonicaJ');
  const old = await office.letterFor(serial);
  await laura.enter(context);
  await openTokens(page);
  await chooseAction(page, 'MonicaJ', 'Reenviar invitación');
  await expect(heading(page, `Reenviar la invitación del token ${serial}`)).toBeVisible();
  await expect(page.getByText(/La anterior deja de servir de inmediato/)).toBeVisible();
  await page.getByRole('button', { name: 'Reenviar invitación' }).click();
  await expect(page.getByText('MonicaJ tiene una invitación nueva')).toBeVisible();

  await expect.poll(async () => (await office.letterFor(serial)).link).not.toBe(old.link);
  await expect(SoftDevice.enrol(office.server, old.link)).rejects.toThrow(Refused);
  const letter = await office.letterFor(serial);
  expect(letter.link).toContain(ENROL);
  await SoftDevice.enrol(office.server, letter.link);
  await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
  await expectState(page, 'MonicaJ', 'Pendiente Activación');
});

test('an assignment is cancelled, and its token is free', async ({ page, office, context }) => {
  const laura = await office.administrator();
  const { serial } = await laura.tokenOf('MonicaJ');
  await laura.enter(context);
  await openTokens(page);
  await chooseAction(page, 'MonicaJ', 'Cancelar asignación');
  await expect(page.getByText(/el token queda Disponible para otro usuario/)).toBeVisible();
  await expect(fact(page, 'Estado')).toContainText(/Asignado\s*pasa a\s*Disponible/);
  await confirmHere(page, laura, 'Cancelar asignación');
  await expect(page.getByText(`La asignación del token ${serial} quedó cancelada`)).toBeVisible();
  await backToTable(page);
  await expect(rowOf(page, 'MonicaJ')).toHaveCount(0);
  await expect(page.getByText('Cantidad Tokens Virtuales Disponibles: 6')).toBeVisible();
});

test('a token is blocked with its reason, which the history tells, and unblocked in the AppMovil', async ({
  page,
  phone,
  office,
  context,
}) => {
  const laura = await linkPhoneOfLaura(phone, office);
  const { serial } = await laura.tokenOf('RicardoN');
  await laura.enter(context);
  await openTokens(page);
  await chooseAction(page, 'RicardoN', 'Bloquear');
  await expect(page.getByText(/^El token deja de servir de inmediato: RicardoN no podrá generar códigos/)).toBeVisible();
  const button = page.getByRole('main').getByRole('button', { name: 'Bloquear', exact: true });
  await expect(button).toHaveAccessibleDescription('Elija el motivo para continuar');
  await page.getByText('Sospecha de fraude', { exact: true }).click();
  await button.click();
  await expect(page.getByText('El token de RicardoN quedó Bloqueado')).toBeVisible();
  await page.getByRole('link', { name: 'Ver el token' }).click();
  await expect(fact(page, 'Motivo del bloqueo')).toHaveText('Sospecha de fraude');
  await expect(page.getByText('Token bloqueado', { exact: true })).toBeVisible();

  await page.getByText('Más acciones').click();
  await page.getByRole('button', { name: 'Desbloquear', exact: true }).click();
  await expect(heading(page, `Desbloquear token ${serial}`)).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Desbloquear', exact: true }).click();
  await approveInAppMovil(phone, /^Desbloquear el token .*vuelve a servir en el mismo teléfono/, await waitingNumber(page));
  await expect(page.getByText(`El token ${serial} quedó Activo de nuevo`)).toBeVisible();
  await backToTable(page);
  await expectState(page, 'RicardoN', 'Activo');
});

test('a device is replaced: the old one is over, the new one is enrolled and activated', async ({ page, office, context }) => {
  const laura = await office.administrator();
  const old = await laura.handOver('SofiaR');
  const { serial } = await laura.tokenOf('SofiaR');
  const before = await office.letterFor(serial);
  await laura.enter(context);
  await openTokens(page);
  await chooseAction(page, 'SofiaR', 'Reemplazar dispositivo');
  await expect(page.getByText(/deja de servir para siempre/)).toBeVisible();
  await expect(page.getByText(/^Su token físico FEF\d{7} sigue Inhabilitado$/)).toBeVisible();
  await confirmHere(page, laura, 'Reemplazar dispositivo');
  await expect(page.getByText('El dispositivo anterior de SofiaR ya no sirve')).toBeVisible();
  await expect(old.waiting()).rejects.toThrow(Refused);

  await expect.poll(async () => (await office.letterFor(serial)).link).not.toBe(before.link);
  await SoftDevice.enrol(office.server, (await office.letterFor(serial)).link);
  await backToTable(page);
  await expectState(page, 'SofiaR', 'Pendiente Activación');
  await chooseAction(page, 'SofiaR', 'Activar');
  await confirmWaiting(page, laura);
  await expect(page.getByText(`El token ${serial} quedó Activo`)).toBeVisible();
});

for (const [restore, after] of [
  [true, 'Activo'],
  [false, 'Inhabilitado'],
] as const) {
  test(`a token is taken back, and the physical one is ${after} afterwards`, async ({ page, office, context }) => {
    const laura = await office.administrator();
    await laura.handOver('SofiaR');
    const { serial } = await laura.tokenOf('SofiaR');
    await laura.enter(context);
    await openTokens(page);
    await chooseAction(page, 'SofiaR', 'Quitar token');
    const choice = page.getByRole('checkbox', { name: /^Habilitar de nuevo su token físico FEF\d{7}$/ });
    await expect(choice).not.toBeChecked();
    if (restore) {
      await choice.check();
    }
    await confirmHere(page, laura, 'Quitar token');
    await expect(page.getByText(`SofiaR ya no tiene el token ${serial}`)).toBeVisible();
    await expect(page.getByText(/el token físico de SofiaR funciona de nuevo/)).toHaveCount(restore ? 1 : 0);
    await backToTable(page);
    await expect(rowOf(page, 'SofiaR')).toHaveCount(0);

    // Assigned again, the new token's page shows the physical one as it was left.
    await laura.assign('SofiaR');
    await open(page, detailOf((await laura.tokenOf('SofiaR')).serial));
    await expect(page.getByRole('definition').filter({ hasText: /desde el/ })).toContainText(after);
  });
}

test('a selection is blocked at once, each by itself', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await openTokens(page);
  for (const user of ['RicardoN', 'ValentinaB']) {
    await page.getByRole('checkbox', { name: `Seleccionar a ${user}` }).check();
  }
  await batchBar(page).getByRole('button', { name: 'Bloquear', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Bloquear los tokens elegidos' });
  await expect(dialog).toContainText('RicardoN');
  await expect(dialog).toContainText('ValentinaB');
  await dialog.getByText('Dispositivo perdido', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Bloquear', exact: true }).click();
  await expect(dialog.getByText('2 tokens quedaron Bloqueados')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cerrar' }).click();
  for (const user of ['RicardoN', 'ValentinaB']) {
    await expectState(page, user, 'Bloqueado');
  }
});

test('a selection is unblocked one after the other, each with its own number', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.block('RicardoN');
  await laura.enter(context);
  await openTokens(page);
  for (const user of ['GloriaE', 'RicardoN']) {
    await page.getByRole('checkbox', { name: `Seleccionar a ${user}` }).check();
  }
  await batchBar(page).getByRole('button', { name: 'Desbloquear', exact: true }).click();
  await confirmHere(page, laura, 'Desbloquear');
  await expect(page.getByText(/^Falta 1 token de los que eligió/)).toBeVisible();
  await page.getByRole('link', { name: /^Seguir con FEF\d{7}$/ }).click();
  await confirmHere(page, laura, 'Desbloquear');
  await expect(page.getByText(/quedó Activo de nuevo/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Seguir con/ })).toHaveCount(0);
  await backToTable(page);
  for (const user of ['GloriaE', 'RicardoN']) {
    await expectState(page, user, 'Activo');
  }
});

test('what has no button of its own in the bar is in its menu, and goes through the selection', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await openTokens(page);
  for (const user of ['RicardoN', 'ValentinaB']) {
    await page.getByRole('checkbox', { name: `Seleccionar a ${user}` }).check();
  }
  await batchBar(page).getByText('Más acciones').click();
  await expect(batchBar(page).getByRole('button', { name: /^Cancelar asignación/ })).toHaveAttribute('aria-disabled', 'true');
  await look(page, '02-tokens-several-menu');
  await batchBar(page).getByRole('button', { name: 'Quitar token', exact: true }).click();
  await confirmHere(page, laura, 'Quitar token');
  await page.getByRole('link', { name: /^Seguir con FEF\d{7}$/ }).click();
  await confirmHere(page, laura, 'Quitar token');
  await expect(page.getByRole('link', { name: /^Seguir con/ })).toHaveCount(0);
  await backToTable(page);
  for (const user of ['RicardoN', 'ValentinaB']) {
    await expect(rowOf(page, user)).toHaveCount(0);
  }
});

test('a change that is rejected in the AppMovil changes nothing and can be asked for again', async ({
  page,
  phone,
  office,
  context,
}) => {
  const laura = await linkPhoneOfLaura(phone, office);
  await laura.enter(context);
  await openTokens(page);
  await chooseAction(page, 'RicardoN', 'Quitar token');
  await page.getByRole('main').getByRole('button', { name: 'Quitar token', exact: true }).click();
  await waitingNumber(page);
  await rejectInAppMovil(phone, /^Quitar el token FEF\d{7} a RicardoN/);
  await expect(page.getByText('Usted rechazó la solicitud en la AppMovil')).toBeVisible();
  await page.getByRole('link', { name: 'Solicitar de nuevo' }).click();
  await expect(heading(page, /^Quitar el token FEF\d{7}$/)).toBeVisible();
  await backToTable(page);
  await expectState(page, 'RicardoN', 'Activo');
});

test('of two who want opposite things one wins, and the other is told what happened', async ({ page, office, context }) => {
  const laura = await office.administrator();
  const carlos = await office.administrator(CARLOS);
  await laura.enter(context);
  await openTokens(page);
  await chooseAction(page, 'RicardoN', 'Quitar token');
  await page.getByRole('main').getByRole('button', { name: 'Quitar token', exact: true }).click();
  await waitingNumber(page);

  await carlos.block('RicardoN');
  await expect(page.getByText('El token cambió mientras la solicitud esperaba')).toBeVisible();
  await expect(page.getByText(/^Lo que pasó: CarlosM: Token bloqueado \(/)).toBeVisible();
  await backToTable(page);
  await expectState(page, 'RicardoN', 'Bloqueado');
});

test('who presses on a screen that is old is told who was first and sees the new state', async ({
  page,
  office,
  context,
  watcher,
}) => {
  const laura = await office.administrator();
  const carlos = await office.administrator(CARLOS);
  await laura.enter(context);
  // Without the stream of events the page does not hear of the other's change in time.
  watcher.takeNetworkAway();
  await page.route('**/events', (route) => route.abort());
  const { serial } = await laura.tokenOf('RicardoN');
  await open(page, `${TOKENS}/bloquear/${serial}`);
  await page.route('**/api/token/show', (route) => route.abort());
  await page.getByText('Dispositivo perdido', { exact: true }).click();
  await carlos.block('RicardoN', 'leave');
  watcher.expectAnswer(409, '/api/token/block');
  await page.getByRole('main').getByRole('button', { name: 'Bloquear', exact: true }).click();
  await expect(page.getByText('Alguien lo cambió antes que usted')).toBeVisible();
  await expect(page.getByText(/CarlosM: Token bloqueado \(.*Ahora el token está Bloqueado/)).toBeVisible();
  await page.unroute('**/api/token/show');
  await page.unroute('**/events');
  await expect(fact(page, 'Estado')).toContainText('Bloqueado', { timeout: 20_000 });
});

test('blocking one’s own token says that the session ends, and ends it', async ({ page, office, context, watcher }) => {
  const laura = await office.administrator();
  await office.administrator(CARLOS);
  await laura.enter(context);
  await open(page, `${TOKENS}/bloquear/FEF5100001`);
  await expect(page.getByText('Es su propio token', { exact: true })).toBeVisible();
  await page.getByText('Dispositivo perdido', { exact: true }).click();
  watcher.allowAnswer(401, '/');
  await page.getByRole('main').getByRole('button', { name: 'Bloquear', exact: true }).click();
  await expect(heading(page, 'Ingreso')).toBeVisible();
});

test('the last administrator with an active token cannot block it, and is told why', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await open(page, `${TOKENS}/bloquear/FEF5100001`);
  await page.getByText('Dispositivo perdido', { exact: true }).click();
  const button = page.getByRole('main').getByRole('button', { name: 'Bloquear', exact: true });
  await expect(button).toHaveAccessibleDescription(/Es el último administrador con token activo/);
  for (const segment of ['quitar', 'reemplazar']) {
    await open(page, `${TOKENS}/${segment}/FEF5100001`);
    await expect(page.getByText('Es su propio token; debe hacerlo otro administrador')).toBeVisible();
  }
});
