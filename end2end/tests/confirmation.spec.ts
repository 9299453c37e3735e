import { assignTo, expectState, operationOf, rowOf, TOKENS } from '../support/console';
import { approveWith, linkOwnAppMovil, openRequest, rejectInAppMovil } from '../support/app-movil';
import { expect, test } from '../support/fixtures';
import { ANDINA, LAURA, PIN, SOFIA } from '../support/office';
import { fact, heading, open, reload, visibleText } from '../support/pages';

/** A number that is not the right one. */
function wrong(number: string): string {
  return String((Number(number) + 1) % 1_000_000).padStart(6, '0');
}

const DEVICE = '/device/v1/requests';

test.describe('with an AppMovil on a phone', () => {
  test.beforeEach(async ({ office, context, page, phone }) => {
    await (await office.person(ANDINA, LAURA)).enter(context);
    await open(page, '/');
    await linkOwnAppMovil(page, phone);
    await expect(page).toHaveURL(TOKENS);
  });

  test('a request rejected in the AppMovil changes nothing and says who to call', async ({ page, phone }) => {
    await assignTo(page, SOFIA);
    await rejectInAppMovil(phone, /^Asignar el token/);
    await expect(phone.getByText(/^Nada cambió\./)).toBeVisible();
    await expect(page.getByText('Usted rechazó la solicitud en la AppMovil')).toBeVisible();
    await expect(page.getByRole('complementary', { name: '¿Necesita ayuda?' })).toContainText('018000 514652');
    await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
    await expect(page.getByText('Cantidad Tokens Virtuales Disponibles: 5')).toBeVisible();
    await expect(rowOf(page, SOFIA)).toHaveCount(0);
  });

  test('a rejection can be thought over', async ({ page, phone }) => {
    const number = await assignTo(page, SOFIA);
    await openRequest(phone, /^Asignar el token/);
    await phone.getByRole('button', { name: 'Rechazar' }).click();
    const dialog = phone.getByRole('dialog', { name: '¿Rechazar esta solicitud?' });
    await expect(dialog).toBeVisible();
    await phone.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await approveWith(phone, number);
    await expect(heading(phone, 'Aprobado')).toBeVisible();
  });

  test('three wrong numbers end the request', async ({ page, phone, watcher }) => {
    watcher.expectAnswer(422, DEVICE);
    const number = await assignTo(page, SOFIA);
    await openRequest(phone, /^Asignar el token/);

    await approveWith(phone, wrong(number));
    await expect(visibleText(phone, 'Ese no es el número de la consola. Le quedan 2 intentos.')).toBeVisible();
    await expect(page.getByText('El número escrito no coincide. Quedan 2 intentos.')).toBeVisible();
    await expect(phone.getByLabel('Número que muestra la consola')).toBeFocused();

    await approveWith(phone, wrong(number));
    await expect(visibleText(phone, 'Ese no es el número de la consola. Le queda 1 intento.')).toBeVisible();
    await expect(page.getByText('El número escrito no coincide. Queda 1 intento.')).toBeVisible();

    await approveWith(phone, wrong(number));
    await expect(heading(phone, 'El número se escribió mal demasiadas veces')).toBeVisible();
    await expect(page.getByText('El número se escribió mal tres veces')).toBeVisible();

    await page.getByRole('link', { name: 'Solicitar de nuevo' }).click();
    const second = await assignTo(page, SOFIA);
    await openRequest(phone, /^Asignar el token/);
    await approveWith(phone, second);
    await expect(heading(phone, 'Aprobado')).toBeVisible();
  });

  test('a wrong number or PIN leaves the form as it was, but for the PIN', async ({ page, phone, watcher }) => {
    watcher.expectAnswer(422, DEVICE);
    const number = await assignTo(page, SOFIA);
    await openRequest(phone, /^Asignar el token/);
    await phone.getByRole('button', { name: 'Continuar' }).click();
    await phone.getByRole('button', { name: 'Aprobar' }).click();
    await expect(visibleText(phone, 'El número tiene 6 dígitos.')).toBeVisible();
    await expect(visibleText(phone, 'El PIN tiene 6 dígitos.')).toBeVisible();

    await approveWith(phone, number, '135790');
    await expect(visibleText(phone, 'PIN incorrecto. Le quedan 4 intentos.')).toBeVisible();
    await expect(phone.getByLabel('Número que muestra la consola')).toHaveValue(number);
    await expect(phone.getByLabel('Su PIN')).toHaveValue('');
    await expect(phone.getByLabel('Su PIN')).toBeFocused();

    await approveWith(phone, number, PIN);
    await expect(heading(phone, 'Aprobado')).toBeVisible();
    await expect(page.getByText('La asignación fue exitosa')).toBeVisible();
  });

  test('five wrong PINs in a row block the token', async ({ page, phone, watcher }) => {
    watcher.expectAnswer(422, DEVICE);
    watcher.allowAnswer(401, '/');
    const number = await assignTo(page, SOFIA);
    await openRequest(phone, /^Asignar el token/);
    for (const left of [
      'Le quedan 4 intentos.',
      'Le quedan 3 intentos.',
      'Le quedan 2 intentos.',
      'Le queda 1 intento antes de que su token se bloquee.',
    ]) {
      await approveWith(phone, number, '135790');
      await expect(visibleText(phone, `PIN incorrecto. ${left}`)).toBeVisible();
    }
    await approveWith(phone, number, '135790');
    await expect(heading(phone, 'Su token se bloqueó por PIN incorrecto')).toBeVisible();
    // The sessions of a blocked token's holder end with it.
    await expect(heading(page, 'Ingreso')).toBeVisible();

    await phone.getByRole('link', { name: 'Ir al inicio' }).click();
    await expect(phone.getByText('Bloqueado', { exact: true })).toBeVisible();
    await expect(phone.getByText('Está bloqueado. Pida a su administrador que lo desbloquee.')).toBeVisible();
  });

  test('a reload while waiting goes on waiting, on both screens', async ({ page, phone }) => {
    const number = await assignTo(page, SOFIA);
    await openRequest(phone, /^Asignar el token/);
    await reload(page);
    await reload(phone);
    await expect(page.getByText('Esperando su confirmación en la AppMovil…')).toBeVisible();
    await expect(page.getByText([...number].join(' '), { exact: true })).toBeAttached();
    await expect(heading(phone, /^Asignar el token/)).toBeVisible();
    await approveWith(phone, number);
    await expect(heading(phone, 'Aprobado')).toBeVisible();
    await expect(page.getByText('La asignación fue exitosa')).toBeVisible();
    await reload(page);
    await expect(page.getByText('La asignación fue exitosa'), 'the result survives a reload').toBeVisible();
  });

  test('a request cancelled in the console can no longer be approved', async ({ page, phone, watcher }) => {
    const number = await assignTo(page, SOFIA);
    await openRequest(phone, /^Asignar el token/);
    await page.getByRole('button', { name: 'Cancelar solicitud' }).click();
    await expect(page.getByText('Usted canceló la solicitud')).toBeVisible();
    watcher.expectAnswer(/^4\d\d$/, DEVICE);
    await approveWith(phone, number);
    await expect(heading(phone, /^Esta solicitud ya (no espera respuesta|fue respondida)$/)).toBeVisible();
    await open(page, TOKENS);
    await expect(page.getByText('Cantidad Tokens Virtuales Disponibles: 5')).toBeVisible();
  });
});

test('the request is told from the signed bytes: what, which token, whose, by whom', async ({ page, phone, office, context }) => {
  await (await office.person(ANDINA, LAURA)).enter(context);
  await open(page, '/');
  await linkOwnAppMovil(page, phone);
  await assignTo(page, SOFIA);
  await openRequest(phone, /^Asignar el token FEF\d{7} a SofiaR \(Sofía Ramírez\) de Comercial Andina/);
  await expect(fact(phone, 'La pidió')).toHaveText(LAURA);
  await expect(fact(phone, 'Empresa')).toHaveText('Comercial Andina');
  await expect(fact(phone, 'Usuario')).toHaveText(SOFIA);
  await expect(fact(phone, 'Número de serie')).toHaveText(/^FEF\d{7}$/);
});

test("an activation that is rejected leaves the token in Pendiente Activación", async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.assignAndEnrol(SOFIA);
  await laura.enter(context);
  await open(page, TOKENS);
  await page.getByRole('checkbox', { name: `Seleccionar a ${SOFIA}` }).check();
  await page.getByRole('region', { name: 'Acciones para los seleccionados' }).getByRole('button', { name: 'Activar' }).click();
  await expect(page.getByText('Esperando su confirmación en la AppMovil…')).toBeVisible();
  await laura.confirmer().reject(operationOf(page));
  await expect(page.getByText('Usted rechazó la solicitud en la AppMovil')).toBeVisible();
  await page.getByRole('link', { name: 'Volver a Token Virtual' }).click();
  await expectState(page, SOFIA, 'Pendiente Activación');
});
