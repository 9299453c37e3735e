import { APP, choosePin, ENROL, enrolByInvitation } from '../support/app-movil';
import { LINK, TOKENS } from '../support/console';
import { expect, PHONE, test } from '../support/fixtures';
import { ANDINA, LAURA, SOFIA } from '../support/office';
import { heading, open, reload } from '../support/pages';
import { Refused, SoftDevice } from '../support/soft-device';

const OPEN = '/device/v1/enrolments';

test('an invitation works once', async ({ phone, openBrowser, office, watcher }) => {
  const laura = await office.administrator();
  const letter = await laura.assign(SOFIA);
  await enrolByInvitation(phone, letter.link);
  await expect(heading(phone, /^Pendiente Activación/)).toBeVisible();

  const thief = await openBrowser('a second phone', PHONE);
  watcher.expectAnswer(404, OPEN);
  await open(thief, letter.link);
  await expect(thief.getByText('Esta invitación no sirve')).toBeVisible();
  await expect(thief.getByText(/Puede que ya se usara/)).toBeVisible();
});

test('of two phones with the same invitation one enrols', async ({ phone, openBrowser, office, watcher }) => {
  const laura = await office.administrator();
  const letter = await laura.assign(SOFIA);
  const other = await openBrowser('a second phone', PHONE);
  for (const screen of [phone, other]) {
    await open(screen, letter.link);
    await screen.getByRole('button', { name: 'Sí, soy yo' }).click();
    await screen.getByLabel('PIN nuevo').fill('204816');
    await screen.getByRole('button', { name: 'Continuar' }).click();
    await screen.getByLabel('Repita el PIN').fill('204816');
  }
  watcher.expectAnswer(/^4\d\d$/, OPEN);
  // The one that was refused asks whether it is enrolled all the same.
  watcher.allowAnswer(401, '/device/v1/requests');
  await Promise.all([phone, other].map((screen) => screen.getByRole('button', { name: 'Vincular este teléfono' }).click()));
  const won = phone.getByRole('heading', { name: /^Pendiente Activación/ });
  const lost = phone.getByText('Esta invitación no sirve');
  await expect(won.or(lost).first()).toBeVisible();
  const first = (await won.isVisible()) ? 1 : 0;
  await expect(first ? other.getByText('Esta invitación no sirve') : other.getByRole('heading', { name: /^Pendiente Activación/ })).toBeVisible();
});

test('a new code ends the one before it', async ({ page, phone, office, context, watcher }) => {
  const laura = await office.person(ANDINA, LAURA);
  await laura.enter(context);
  await open(page, LINK);
  const shown = page.getByText(/^([0-9A-Z]{5}-){5}[0-9A-Z]$/);
  const old = (await shown.textContent()) ?? '';
  await page.getByRole('button', { name: 'Generar otro código' }).click();
  await expect(shown).not.toHaveText(old);

  watcher.expectAnswer(404, OPEN);
  await open(phone, ENROL);
  await phone.getByLabel('Código de invitación').fill(old);
  await phone.getByRole('button', { name: 'Continuar' }).click();
  await expect(phone.getByText('Esta invitación no sirve')).toBeVisible();
  await expect(phone.getByLabel('Código de invitación'), 'what was typed stays').toHaveValue(old);

  await phone.getByLabel('Código de invitación').fill(((await shown.textContent()) ?? '').toLowerCase().replaceAll('-', ' '));
  await phone.getByRole('button', { name: 'Continuar' }).click();
  await phone.getByRole('button', { name: 'Sí, soy yo' }).click();
  await choosePin(phone);
  await expect(heading(phone, 'Su token está Activo')).toBeVisible();
  await expect(page, 'the console goes on by itself').toHaveURL(TOKENS);
});

test('a reload and a second tab leave the code as it is, and make another one when asked', async ({
  page,
  phone,
  office,
  context,
}) => {
  const laura = await office.person(ANDINA, LAURA);
  await laura.enter(context);
  await open(page, LINK);
  const shown = page.getByText(/^([0-9A-Z]{5}-){5}[0-9A-Z]$/);
  await expect(shown).toBeVisible();
  const first = await page.getByRole('link', { name: 'Abrir AppMovil en este dispositivo' }).getAttribute('href');

  const second = await context.newPage();
  await open(second, LINK);
  await expect(second.getByText('Ya tiene un código de enrolamiento vigente')).toBeVisible();
  await expect(second.getByText(/^El código sirve hasta el \d{4}/)).toBeVisible();
  await reload(page);
  await expect(page.getByText('Ya tiene un código de enrolamiento vigente')).toBeVisible();
  await expect(shown).toHaveCount(0);

  await enrolByInvitation(phone, first ?? '');
  await expect(heading(phone, 'Su token está Activo'), 'the code was not ended').toBeVisible();
  for (const tab of [page, second]) {
    await expect(tab, 'and each tab goes on by itself').toHaveURL(TOKENS);
  }
});

test('a code that is lost is replaced from the page that cannot show it', async ({ page, office, context }) => {
  const laura = await office.person(ANDINA, LAURA);
  await laura.post('invitation/own', {});
  await laura.enter(context);
  await open(page, LINK);
  await expect(page.getByText('Ya tiene un código de enrolamiento vigente')).toBeVisible();
  await page.getByRole('button', { name: 'Generar otro código' }).click();
  await expect(page.getByText(/^([0-9A-Z]{5}-){5}[0-9A-Z]$/)).toBeVisible();
});

test.describe('what is typed wrong', () => {
  test.use({ ownServer: false });

  test('nonsense for a code is told beside the field and nothing is lost', async ({ phone, watcher }) => {
    await open(phone, ENROL);
    const field = phone.getByLabel('Código de invitación');
    await phone.getByRole('button', { name: 'Continuar' }).click();
    await expect(phone.getByText('Escriba el código de invitación.')).toBeVisible();
    await expect(field).toBeFocused();
    await field.fill('hola');
    await phone.getByRole('button', { name: 'Continuar' }).click();
    await expect(phone.getByText(/^(Error: )?Ese no es un código de invitación\./)).toBeVisible();
    await expect(field).toHaveValue('hola');
    await expect(field).toHaveAttribute('aria-invalid', 'true');

    watcher.expectAnswer(404, OPEN);
    await field.fill('00000-00000-00000-00000-00000-0');
    await phone.getByRole('button', { name: 'Continuar' }).click();
    await expect(phone.getByText('Esta invitación no sirve')).toBeVisible();
  });

  test('a link with nonsense after its # asks for the code', async ({ phone }) => {
    await open(phone, `${ENROL}#nada`);
    await expect(heading(phone, 'Vincule su token')).toBeVisible();
    await expect(phone.getByLabel('Código de invitación')).toBeVisible();
  });
});

test('a PIN that is easy to guess, or not repeated, is refused', async ({ phone, office }) => {
  const laura = await office.administrator();
  const letter = await laura.assign(SOFIA);
  await open(phone, letter.link);
  await phone.getByRole('button', { name: 'Sí, soy yo' }).click();
  const pin = phone.getByLabel('PIN nuevo');
  for (const [typed, why] of [
    ['12', 'El PIN tiene 6 dígitos.'],
    ['777777', 'Ese PIN repite un solo dígito. Elija otro.'],
    ['123456', 'Ese PIN son dígitos seguidos. Elija otro.'],
  ] as const) {
    await pin.fill(typed);
    await phone.getByRole('button', { name: 'Continuar' }).click();
    await expect(phone.getByText(why)).toBeVisible();
  }
  await pin.fill('204816');
  await phone.getByRole('button', { name: 'Continuar' }).click();
  await phone.getByLabel('Repita el PIN').fill('204817');
  await phone.getByRole('button', { name: 'Vincular este teléfono' }).click();
  await expect(phone.getByText(/No coincide con el PIN que eligió/)).toBeVisible();
  await phone.getByLabel('Repita el PIN').fill('204816');
  await phone.getByRole('button', { name: 'Vincular este teléfono' }).click();
  await expect(heading(phone, /^Pendiente Activación/)).toBeVisible();
});

test('whoever gets another person’s invitation can say so, and nothing is linked', async ({ phone, office }) => {
  const laura = await office.administrator();
  const letter = await laura.assign(SOFIA);
  await open(phone, letter.link);
  await phone.getByRole('button', { name: 'No soy yo' }).click();
  await expect(heading(phone, 'No se vinculó nada')).toBeVisible();
  await open(phone, APP);
  await expect(phone.getByText('Este teléfono aún no tiene un token')).toBeVisible();
  await expect(SoftDevice.enrol(office.server, letter.link), 'the invitation is still good').resolves.toBeDefined();
});

test('the command line is refused a used invitation too', async ({ office }) => {
  const laura = await office.administrator();
  const letter = await laura.assign(SOFIA);
  await SoftDevice.enrol(office.server, letter.link);
  await expect(SoftDevice.enrol(office.server, letter.link)).rejects.toThrow(Refused);
});
