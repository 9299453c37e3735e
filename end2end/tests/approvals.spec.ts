// Control dual: what one administrator asked for and confirmed waits for another,
// who approves it with their own AppMovil.
import type { Page } from '@playwright/test';
import { approveWith, linkOwnAppMovil, openRequest } from '../support/app-movil';
import { activate, expectState, openTokens, rowOf, SIGN_IN, signIn, TOKENS } from '../support/console';
import { expect, PHONE, test } from '../support/fixtures';
import { look } from '../support/look';
import { ANDINA, AUDITOR, type Operation } from '../support/office';
import { heading, open, readNumber } from '../support/pages';
import { Refused } from '../support/soft-device';

const NORTE = 'norte';
const ELENA = 'ElenaV';
const TOMAS = 'TomasR';
const TOMASS_TOKEN = 'FEF5400001';
const AUDITOR_NORTE = 'GladysP';
const APPROVALS = '/administracion/aprobaciones';
const WAITING_FOR_YOU = 'Esperando su aprobación en la AppMovil…';

function rowAbout(page: Page, what: string | RegExp) {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: what }) });
}

async function openApprovals(page: Page, query = ''): Promise<void> {
  await open(page, `${APPROVALS}${query}`);
  await expect(heading(page, 'Aprobaciones')).toBeVisible();
}

/** From a request's page to the number that its AppMovil asks for. */
async function askOwnAppMovil(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Aprobar', exact: true }).click();
  await expect(page.getByText(WAITING_FOR_YOU)).toBeVisible();
  return readNumber(page);
}

test('two administrators, each with their own AppMovil, activate a token', async ({ page, phone, openBrowser }) => {
  test.setTimeout(120_000);
  const second = await openBrowser('second console');
  const secondPhone = await openBrowser('second phone', PHONE);
  for (const [console, appMovil, who] of [
    [page, phone, ELENA],
    [second, secondPhone, TOMAS],
  ] as const) {
    await open(console, SIGN_IN);
    await signIn(console, NORTE, who);
    await linkOwnAppMovil(console, appMovil);
    await expect(console).toHaveURL(TOKENS);
  }
  await openApprovals(second);

  await test.step('the first asks and confirms', async () => {
    const number = await activate(page, 'BettyS');
    await expect(page.getByText('Después de que usted confirme, otro administrador deberá aprobarla')).toBeVisible();
    await openRequest(phone, /BettyS/);
    await approveWith(phone, number);
    await expect(heading(phone, 'Falta otra aprobación')).toBeVisible();
    await expect(page.getByText('Falta que otro administrador lo apruebe en su AppMovil…')).toBeVisible();
    await look(page, 'aprobaciones-espera-segunda');
    await page.getByRole('link', { name: 'Ver Aprobaciones' }).click();
    await expect(rowAbout(page, /BettyS/)).toContainText('Espera segunda aprobación');
    await look(page, 'aprobaciones-mias');
  });

  await test.step('the second sees it arrive, and that it waits in the table', async () => {
    await expect(rowAbout(second, /BettyS/)).toContainText(ELENA);
    await look(second, 'aprobaciones-por-aprobar');
    await openTokens(second);
    await expect(rowOf(second, 'BettyS')).toContainText('Espera segunda aprobación');
    await look(second, 'aprobaciones-tabla');
    await open(second, '/inicio');
    await expect(second.getByRole('link', { name: '7 solicitudes esperan su aprobación' })).toBeVisible();
    await look(second, 'aprobaciones-inicio');
    await second.getByRole('link', { name: '7 solicitudes esperan su aprobación' }).click();
  });

  await test.step('the second approves with their own phone', async () => {
    await rowAbout(second, /BettyS/).getByRole('link').click();
    await expect(heading(second, 'Solicitud por aprobar')).toBeVisible();
    await look(second, 'aprobaciones-solicitud');
    const number = await askOwnAppMovil(second);
    await look(second, 'aprobaciones-numero');
    await openRequest(secondPhone, /BettyS/);
    await expect(secondPhone.getByText('Le piden una segunda aprobación')).toBeVisible();
    await expect(secondPhone.getByText(`${ELENA} ya la aprobó`)).toBeVisible();
    await look(secondPhone, 'aprobaciones-appmovil');
    await approveWith(secondPhone, number);
    await expect(heading(secondPhone, 'Aprobado')).toBeVisible();
    await expect(second.getByText('La solicitud se aprobó y se aplicó')).toBeVisible();
    await expect(second.getByText(`Decidió ${TOMAS} como segundo administrador.`)).toBeVisible();
    await look(second, 'aprobaciones-aprobada');
  });

  await test.step('both see what was decided', async () => {
    await expect(rowAbout(page, /BettyS/)).toContainText('Aplicada');
    await openTokens(page);
    await expectState(page, 'BettyS', 'Activo');
    await page.getByRole('link', { name: 'Aprobaciones' }).click();
    await page.getByRole('link', { name: 'Decididas' }).click();
    await expect(page).toHaveURL(/vista=decididas/);
    await expect(rowAbout(page, /BettyS/)).toContainText(TOMAS);
    await look(page, 'aprobaciones-decididas');
  });
});

test('a list of users is read before it is approved, and each result is told', async ({ page, office, context }) => {
  const tomas = await office.administrator(TOMAS, NORTE);
  await tomas.enter(context);
  await openApprovals(page);
  await page.getByRole('link', { name: 'Asignar un token a cada uno de 4 usuarios' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'JacintoM' })).toBeVisible();
  await look(page, 'aprobaciones-lista');
  const operation = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const number = await askOwnAppMovil(page);
  await tomas.confirmer().approve(operation, number);
  await expect(page.getByText('La solicitud se aprobó y se aplicó')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'JacintoM' })).toContainText('Hecho');
});

test('a request is rejected at the console, and who asked is told by whom', async ({ page, office, context, openBrowser }) => {
  const elena = await office.administrator(ELENA, NORTE);
  const tomas = await office.administrator(TOMAS, NORTE);
  const request = await elena.requestActivation('BettyS');
  await elena.approve(request);
  const hers = await openBrowser('requester');
  await elena.enter(hers.context());
  await open(hers, `/administracion/token-virtual/activar/${request.subject.token.serial}?solicitud=${request.id}`);
  await tomas.enter(context);
  await open(page, `${APPROVALS}/${request.id}`);
  await page.getByRole('button', { name: 'Rechazar', exact: true }).click();
  const question = page.getByRole('dialog', { name: '¿Rechaza esta solicitud?' });
  await expect(question).toContainText(`${ELENA} verá que usted la rechazó`);
  await look(page, 'aprobaciones-rechazar');
  await question.getByRole('button', { name: 'Sí, rechazar' }).click();
  await expect(page.getByText('La solicitud se rechazó; no se cambió nada')).toBeVisible();
  await expect(hers.getByText(`${TOMAS} rechazó la solicitud`)).toBeVisible();
  await look(hers, 'aprobaciones-rechazada');
});

test('nobody approves their own request, and the page says why', async ({ page, office, context }) => {
  const elena = await office.administrator(ELENA, NORTE);
  const request = await elena.requestActivation('BettyS');
  await elena.approve(request);
  await elena.enter(context);
  await open(page, `${APPROVALS}/${request.id}`);
  await expect(page.getByText('Usted hizo esta solicitud: nadie aprueba la suya.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Aprobar', exact: true })).toHaveCount(0);
  await look(page, 'aprobaciones-propia');
});

test('nobody approves a change of their own token, and list and page say who does', async ({ page, office, context }) => {
  const elena = await office.administrator(ELENA, NORTE);
  const tomas = await office.administrator(TOMAS, NORTE);
  const { id, version } = await elena.post<{ id: string; version: number }>('token/show', { serial: TOMASS_TOKEN });
  const request = await elena.post<Operation>('operation/request-change', { seen: { token: id, version }, kind: 'replace_device' });
  await elena.approve(request);
  await tomas.enter(context);
  await openApprovals(page);
  const row = rowAbout(page, new RegExp(TOMASS_TOKEN));
  await expect(row).toContainText('Sobre su propio token: la aprueba otro administrador');
  await row.getByRole('link').click();
  await expect(page.getByText(/^Esta solicitud cambia su propio token: nadie aprueba un cambio del suyo\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Aprobar', exact: true })).toHaveCount(0);
  await look(page, 'aprobaciones-token-propio');
});

test('a number typed wrong three times ends the question and not the request', async ({ page, office, context }) => {
  const tomas = await office.administrator(TOMAS, NORTE);
  await tomas.enter(context);
  await openApprovals(page);
  await page.getByRole('link', { name: /Activar el token .* de AlirioC/ }).click();
  const operation = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const number = await askOwnAppMovil(page);
  const wrong = number === '111111' ? '222222' : '111111';
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await expect(tomas.confirmer().approve(operation, wrong)).rejects.toThrow(Refused);
  }
  await expect(page.getByText('El número anterior ya no sirve')).toBeVisible();
  await look(page, 'aprobaciones-numero-vencido');
  const second = await askOwnAppMovil(page);
  await tomas.confirmer().approve(operation, second);
  await expect(page.getByText('La solicitud se aprobó y se aplicó')).toBeVisible();
});

test('a request that expired is among those decided, and its page says that nothing changed', async ({ page, office, context }) => {
  await (await office.person(NORTE, AUDITOR_NORTE)).enter(context);
  await openApprovals(page, '?vista=decididas');
  const row = rowAbout(page, /Activar el token .* de DelioF/);
  await expect(row).toContainText('Vencida');
  await row.getByRole('link').click();
  await expect(heading(page, 'Solicitud decidida')).toBeVisible();
  await expect(page.getByText('La solicitud venció sin aprobarse; no se cambió nada')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Aprobar', exact: true })).toHaveCount(0);
  await look(page, 'aprobaciones-vencida');
});

test('an auditor looks and decides nothing', async ({ page, office, context }) => {
  const auditor = await office.person(NORTE, AUDITOR_NORTE);
  await auditor.enter(context);
  await openApprovals(page);
  await page.getByRole('link', { name: /Activar el token .* de AlirioC/ }).click();
  await expect(page.getByText('Su rol es de consulta: la aprueba o rechaza un administrador.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rechazar', exact: true })).toHaveCount(0);
});

test('a company without control dual is told what it is', async ({ page, office, context }) => {
  const auditor = await office.person(ANDINA, AUDITOR);
  await auditor.enter(context);
  await openApprovals(page);
  await expect(page.getByText('Su empresa no tiene control dual')).toBeVisible();
  await look(page, 'aprobaciones-sin-control-dual');
  await openApprovals(page, '?vista=decididas');
  await expect(page.getByText('Aún no se ha decidido ninguna solicitud')).toBeVisible();
});

test('an address that names no request is said to lead nowhere', async ({ page, office, context, watcher }) => {
  const auditor = await office.person(NORTE, AUDITOR_NORTE);
  await auditor.enter(context);
  watcher.expectAnswer(404, APPROVALS);
  watcher.allowAnswer(404, '/api/approval/show');
  await open(page, `${APPROVALS}/01900000-0000-7000-8000-000000000000`);
  await expect(heading(page, 'No encontramos esa página')).toBeVisible();
});
