import { PROFILE, SIGN_IN, signIn, signInWithCode, TOKENS } from '../support/console';
import { linkPhoneOfLaura } from '../support/app-movil';
import { expect, test } from '../support/fixtures';
import { ANDINA, LAURA } from '../support/office';
import { heading, open, readNumber, reload } from '../support/pages';

const PASSWORD = '/api/session/sign-in';
const CODE = '/api/session/code';

test('empty fields are told beside each, and the summary leads to them', async ({ page, watcher }) => {
  await open(page, SIGN_IN);
  watcher.expectAnswer(422, PASSWORD);
  await page.getByRole('button', { name: 'Ingresar' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'Revise lo siguiente para continuar' });
  await expect(summary).toBeFocused();
  for (const [label, words] of [
    ['Código de empresa', 'Escriba el código de empresa'],
    ['Usuario', 'Escriba el usuario'],
    ['Contraseña', 'Escriba la contraseña'],
  ] as const) {
    const field = page.getByLabel(label, { exact: true });
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(new RegExp(words));
    await summary.getByRole('link', { name: words }).click();
    await expect(field).toBeFocused();
  }
});

test('a wrong password does not tell what was wrong and keeps company and user', async ({ page, watcher }) => {
  watcher.expectAnswer(422, PASSWORD);
  await open(page, SIGN_IN);
  const said: string[] = [];
  for (const [company, user, password] of [
    [ANDINA, LAURA, 'no es esta'],
    [ANDINA, 'NadieX', 'llavero-demo'],
    ['ninguna', LAURA, 'llavero-demo'],
  ] as const) {
    const answer = page.waitForResponse((response) => response.url().endsWith(PASSWORD));
    await signIn(page, company, user, password);
    await answer;
    await expect(page.getByLabel('Contraseña', { exact: true })).toHaveValue('');
    await expect(page.getByLabel('Código de empresa', { exact: true })).toHaveValue(company);
    await expect(page.getByLabel('Usuario', { exact: true })).toHaveValue(user);
    said.push(await page.getByRole('alert').innerText());
  }
  expect(said[0]).toContain('La empresa, el usuario o la contraseña no coinciden');
  expect(new Set(said).size).toBe(1);
});

test('too many failures pause the sign-in, also with the right password, and say for how long', async ({ page, watcher }) => {
  watcher.expectAnswer(422, PASSWORD);
  watcher.expectAnswer(429, PASSWORD);
  await open(page, SIGN_IN);
  for (let failure = 0; failure < 5; failure += 1) {
    const answer = page.waitForResponse((response) => response.url().endsWith(PASSWORD));
    await signIn(page, ANDINA, LAURA, `no es ${failure}`);
    expect((await answer).status()).toBe(422);
    await expect(page.getByLabel('Contraseña', { exact: true })).toHaveValue('');
  }
  await signIn(page, ANDINA, LAURA);
  await expect(page.getByText('Demasiados intentos de ingreso')).toBeVisible();
  await expect(page.getByText(/debe esperar (10|9) minutos/)).toBeVisible();
  await expect(page.getByRole('timer')).toContainText(/(10:00|9:\d\d)/);
});

test('once the AppMovil is linked, signing in asks for its code, which works once', async ({ page, phone, office, watcher }) => {
  test.setTimeout(90_000);
  await linkPhoneOfLaura(phone, office);
  await phone.getByRole('link', { name: /^Ver código del token/ }).click();
  await expect(heading(phone, 'Su código de un solo uso')).toBeVisible();

  await open(page, SIGN_IN);
  await signIn(page, ANDINA, LAURA);
  await expect(heading(page, 'Confirme que es usted')).toBeVisible();
  await reload(page);
  await expect(heading(page, 'Confirme que es usted'), 'a reload asks again').toBeVisible();
  await expect(page.getByLabel('Código de la AppMovil')).toBeVisible();

  watcher.expectAnswer(422, CODE);
  await page.getByRole('button', { name: 'Continuar' }).click();
  await expect(page.getByText('Escriba el código de su AppMovil').first()).toBeVisible();
  await signInWithCode(page, '000000');
  await expect(page.getByText('El código no es correcto o ya se usó; espere el siguiente').first()).toBeVisible();

  const code = await readNumber(phone);
  await signInWithCode(page, code);
  await expect(page).toHaveURL(TOKENS);
  await expect(heading(page, 'Token Virtual')).toBeVisible();

  await page.getByLabel(`Cuenta de ${LAURA}`).click();
  await page.getByRole('button', { name: 'Cerrar sesión' }).click();
  await expect(page).toHaveURL(SIGN_IN);
  await signIn(page, ANDINA, LAURA);
  await signInWithCode(page, code);
  await expect(page.getByText('El código no es correcto o ya se usó; espere el siguiente').first()).toBeVisible();
  await page.getByRole('button', { name: 'Ingresar con otro usuario' }).click();
  await expect(page.getByLabel('Contraseña', { exact: true })).toBeVisible();
});

test('whose session ended while they looked for the code signs in again and comes to the code', async ({ page, context, office, watcher }) => {
  await office.administrator();
  await open(page, SIGN_IN);
  await signIn(page, ANDINA, LAURA);
  await expect(page.getByLabel('Código de la AppMovil')).toBeVisible();
  await context.clearCookies();
  watcher.expectAnswer(401, CODE);
  await signInWithCode(page, '123456');
  await expect(page.getByText('Ingrese para continuar')).toBeVisible();
  await signIn(page, ANDINA, LAURA);
  await expect(page.getByLabel('Código de la AppMovil')).toBeVisible();
});

test('whoever opens a page without a session signs in and comes back to it', async ({ page }) => {
  await open(page, `${TOKENS}?estado=active`);
  await expect(page).toHaveURL(/^[^?]*\/ingreso\?destino=/);
  await expect(page.getByText('Ingrese para continuar')).toBeVisible();
  await signIn(page, ANDINA, 'AuditoraP');
  await expect(page).toHaveURL(`${TOKENS}?estado=active`);
  await expect(page.getByText('Mostrando registros 1 al 2 de un total de 2')).toBeVisible();
});

test('signing in never leads to another site', async ({ page }) => {
  for (const elsewhere of ['//example.com', 'https://example.com/', '/\\example.com', 'javascript:alert(1)']) {
    // The page that is left may still be asking: it goes before its session does.
    await page.goto('about:blank');
    await page.context().clearCookies();
    await open(page, `${SIGN_IN}?destino=${encodeURIComponent(elsewhere)}`);
    await signIn(page, ANDINA, 'AuditoraP');
    await expect(page, elsewhere).toHaveURL(TOKENS);
  }
});

test('a session that ended elsewhere sends to the sign-in page by itself, and back', async ({ page, office, context, watcher }) => {
  // The server looks at a stream's session every half minute.
  test.setTimeout(75_000);
  const auditor = await office.person(ANDINA, 'AuditoraP');
  await auditor.enter(context);
  await open(page, `${TOKENS}?orden=usuario`);
  await expect(heading(page, 'Token Virtual')).toBeVisible();
  watcher.allowAnswer(401, '/api/');
  watcher.allowAnswer(401, '/events');
  await auditor.post('session/sign-out', {}).catch(() => undefined);
  await expect(page).toHaveURL(/\/ingreso\?destino=/, { timeout: 40_000 });
  await signIn(page, ANDINA, 'AuditoraP');
  await expect(page).toHaveURL(/orden=usuario/);
});

test('the language is changed in place and remembered', async ({ page }) => {
  await open(page, SIGN_IN);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
  await reload(page);
  await expect(heading(page, 'Sign in')).toBeVisible();
  await page.getByLabel('Company code', { exact: true }).fill(ANDINA);
  await page.getByLabel('User', { exact: true }).fill('AuditoraP');
  await page.getByLabel('Password', { exact: true }).fill('llavero-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Token Administration').first()).toBeVisible();
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(heading(page, 'Token Virtual')).toBeVisible();
  await open(page, PROFILE);
  await expect(heading(page, 'Mi perfil')).toBeVisible();
});

test('without JavaScript a refused sign-in keeps company and user, not the password', async ({ browser, baseURL }) => {
  // Not watched: such a browser counts the program that it does not run as a failed request.
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(SIGN_IN);
  await signIn(page, ANDINA, LAURA, 'no es esta');
  await expect(page).toHaveURL(/\/ingreso\?/);
  await expect(page.getByText('La empresa, el usuario o la contraseña no coinciden').first()).toBeVisible();
  await expect(page.getByLabel('Código de empresa', { exact: true })).toHaveValue(ANDINA);
  await expect(page.getByLabel('Usuario', { exact: true })).toHaveValue(LAURA);
  await expect(page.getByLabel('Contraseña', { exact: true })).toHaveValue('');
  expect(page.url()).not.toContain(LAURA);
  await context.close();
});
