// First by its name: it waits for two real minutes while other tests run.
import { assignTo } from '../support/console';
import { approveWith, linkPhoneOfLaura, openRequest } from '../support/app-movil';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { SOFIA } from '../support/office';
import { heading, open } from '../support/pages';

test('a request that nobody confirms expires after two minutes, and says so on both screens', async ({
  page,
  phone,
  office,
  context,
}) => {
  test.setTimeout(200_000);
  const laura = await linkPhoneOfLaura(phone, office);
  await laura.enter(context);

  const first = await assignTo(page, SOFIA);
  const began = Date.now();
  const countdown = page.getByRole('timer');
  await expect(countdown).toContainText('Tiempo restante');
  await expect(countdown).toContainText(/1:5\d|2:00/);
  await openRequest(phone, /^Asignar el token/);
  await expect(phone.getByRole('timer')).toContainText(/1:[345]\d/);

  await test.step('the time left is announced', async () => {
    for (const seconds of [60, 30, 10]) {
      await expect(page.getByText(`Quedan ${seconds} segundos`)).toBeAttached({ timeout: 70_000 });
    }
  });

  await test.step('the console says that it expired', async () => {
    await expect(page.getByText('La solicitud venció sin confirmarse')).toBeVisible({ timeout: 20_000 });
    expect(Date.now() - began).toBeGreaterThan(115_000);
    await look(page, '07-wizard-expired');
  });

  await test.step('so does the AppMovil', async () => {
    await expect(heading(phone, 'La solicitud venció')).toBeVisible();
    await look(phone, '27-app-expired');
    await phone.getByRole('link', { name: 'Ir al inicio' }).click();
    await expect(phone.getByText('Nada por responder.')).toBeVisible();
  });

  await test.step('asked for again, it has another number and can be approved', async () => {
    await page.getByRole('link', { name: 'Solicitar de nuevo' }).click();
    await expect(page.getByRole('searchbox')).toHaveValue(SOFIA);
    const second = await assignTo(page, SOFIA);
    expect(second).not.toBe(first);
    await openRequest(phone, /^Asignar el token/);
    await approveWith(phone, second);
    await expect(heading(phone, 'Aprobado')).toBeVisible();
    await expect(page.getByText('La asignación fue exitosa')).toBeVisible();
  });

  await test.step('the token of the expired request went to nobody', async () => {
    await open(page, '/administracion/token-virtual');
    await expect(page.getByText('Cantidad Tokens Virtuales Disponibles: 4')).toBeVisible();
  });
});
