// The bank: companies, tokens, serials, and what companies ask for.
import type { Page } from '@playwright/test';
import { openTokens, signIn, SIGN_IN } from '../support/console';
import { linkOwnAppMovil } from '../support/app-movil';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { ANDINA, LAURA } from '../support/office';
import { fact, heading, open, visibleText } from '../support/pages';

const BANK = 'banco';
const OPERATOR = 'OperadorB';
const COMPANIES = '/operador/empresas';
const REQUESTS = '/operador/solicitudes';
const FIND = '/operador/buscar';

function row(page: Page, name: string) {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
}

async function openCompany(page: Page, name: string): Promise<void> {
  await open(page, COMPANIES);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
}

test.describe('the bank', () => {
  test('an operator signs in to the bank’s own pages, and to no others', async ({ page, watcher }) => {
    await open(page, SIGN_IN);
    await signIn(page, BANK, OPERATOR);
    await expect(heading(page, 'Inicio')).toBeVisible();
    await expect(page).toHaveURL('/operador');
    await expect(page.getByRole('link', { name: '1 empresa solicitó más tokens' })).toBeVisible();
    await look(page, 'operador-inicio');
    await page.getByRole('navigation', { name: 'Navegación principal' }).getByRole('link', { name: 'Empresas' }).click();
    await expect(heading(page, 'Empresas')).toBeVisible();
    watcher.expectAnswer(404, '/administracion/token-virtual');
    await open(page, '/administracion/token-virtual');
    await expect(heading(page, 'No encontramos esa página')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Navegación principal' }).getByRole('link', { name: 'Buscar serial' })).toBeVisible();
  });

  test('the bank’s pages are not there for an administrator', async ({ page, office, context, watcher }) => {
    await (await office.administrator()).enter(context);
    watcher.expectAnswer(404, COMPANIES);
    await open(page, COMPANIES);
    await expect(heading(page, 'No encontramos esa página')).toBeVisible();
  });
});

test('companies are found, filtered and sorted by their address', async ({ page, office, context }) => {
  await (await office.person(BANK, OPERATOR)).enter(context);
  await open(page, COMPANIES);
  await expect(row(page, 'Comercial Andina').getByRole('cell', { name: /12$/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Banco', exact: true })).toHaveCount(0);
  await look(page, 'empresas');
  await page.getByLabel('Nombre o palabra de ingreso').fill('quindio');
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await expect(page).toHaveURL(/buscar=quindio/);
  await expect(row(page, 'Cafetera Alto Quindío')).toBeVisible();
  await open(page, `${COMPANIES}?estado=suspended`);
  await expect(row(page, 'Pesquera del Litoral')).toBeVisible();
  await expect(row(page, 'Comercial Andina')).toHaveCount(0);
  await look(page, 'empresas-suspendidas');
  await open(page, `${COMPANIES}?estado=suspended&buscar=quindio`);
  await expect(page.getByText('Ninguna empresa coincide')).toBeVisible();
  await look(page, 'empresas-ninguna');
});

test('a company from nothing to its first administrator at the table of tokens', async ({ page, office, context, openBrowser, phone, watcher }) => {
  test.slow();
  await (await office.person(BANK, OPERATOR)).enter(context);
  await open(page, COMPANIES);
  await page.getByRole('link', { name: 'Crear empresa' }).click();
  await expect(heading(page, 'Crear empresa')).toBeVisible();
  await page.getByRole('button', { name: 'Crear empresa' }).click();
  await expect(page.getByText('Escriba el nombre de la empresa').first()).toBeVisible();
  await look(page, 'empresa-nueva-errores');
  await page.getByLabel('Nombre de la empresa').fill('Aceros del Sur');
  await page.getByLabel('Palabra de ingreso').fill('andina');
  watcher.expectAnswer(422, '/api/company/create');
  await page.getByRole('button', { name: 'Crear empresa' }).click();
  await expect(page.getByText('Otra empresa ya usa esa palabra').first()).toBeVisible();
  await page.getByLabel('Palabra de ingreso').fill('aceros-sur');
  await page.getByRole('button', { name: 'Crear empresa' }).click();
  await expect(heading(page, 'Aceros del Sur')).toBeVisible();
  await expect(page.getByText('Nadie puede entrar todavía')).toBeVisible();
  await look(page, 'empresa-vacia');

  await page.getByRole('button', { name: 'Entregar tokens' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Cantidad de tokens').fill('0');
  await dialog.getByRole('button', { name: 'Entregar tokens' }).click();
  await expect(dialog.getByText('Escriba un número entre 1 y 1000')).toBeVisible();
  await look(page, 'empresa-entregar');
  await dialog.getByLabel('Cantidad de tokens').fill('5');
  await dialog.getByRole('button', { name: 'Entregar tokens' }).click();
  await expect(page.getByText(/^Se entregaron 5 tokens, del FEF\d{7} al FEF\d{7}$/)).toBeVisible();
  await expect(page.getByText('Cantidad Tokens Virtuales Disponibles: 5')).toBeVisible();

  await page.getByRole('link', { name: 'Crear administrador o auditor' }).click();
  await expect(heading(page, 'Crear administrador o auditor')).toBeVisible();
  await page.getByLabel('Usuario', { exact: true }).fill('NuriaA');
  await page.getByLabel('Nombre completo').fill('Nuria Acevedo');
  await page.getByRole('textbox', { name: 'Correo electrónico' }).fill('nuria@aceros.example');
  await page.getByRole('textbox', { name: 'Celular' }).fill('301 222 3344');
  await look(page, 'empresa-persona');
  await page.getByRole('button', { name: 'Crear y enviar enlace' }).click();
  await expect(heading(page, 'Aceros del Sur')).toBeVisible();
  await expect(row(page, 'NuriaA').getByText(/^Enlace enviado/)).toBeVisible();
  await expect(page.getByText('Cantidad Tokens Virtuales Disponibles: 4')).toBeVisible();
  await look(page, 'empresa-con-administradora');

  const letters = async () => (await office.server.letters()).filter((one) => one.link.includes('/contrasena#'));
  await expect.poll(async () => (await letters()).length).toBe(1);
  const link = (await letters())[0]?.link ?? '';
  const nuria = await openBrowser('nuria');
  await open(nuria, link);
  await expect(heading(nuria, 'Cree su contraseña')).toBeVisible();
  await expect(fact(nuria, 'Usuario')).toHaveText('NuriaA');
  await nuria.getByLabel('Contraseña nueva').fill('corta');
  await nuria.getByRole('button', { name: 'Guardar contraseña' }).click();
  await expect(nuria.getByText('Use al menos 12 caracteres')).toBeVisible();
  await look(nuria, 'contrasena');
  const password = 'tres gatos en el tejado';
  await nuria.getByLabel('Contraseña nueva').fill(password);
  await nuria.getByRole('button', { name: 'Guardar contraseña' }).click();
  await expect(nuria.getByText('Su contraseña quedó guardada')).toBeVisible();
  await look(nuria, 'contrasena-guardada');
  await nuria.getByRole('link', { name: 'Ingresar' }).click();
  await signIn(nuria, 'aceros-sur', 'NuriaA', password);
  await expect(heading(nuria, 'Vincule su AppMovil')).toBeVisible();
  await linkOwnAppMovil(nuria, phone);
  await expect(heading(nuria, 'Token Virtual')).toBeVisible();
  await expect(nuria.getByText('Cantidad Tokens Virtuales Empresa: 5')).toBeVisible();

  watcher.expectAnswer(404, '/api/password/link');
  await open(nuria, link);
  await expect(heading(nuria, 'Este enlace ya no sirve')).toBeVisible();
  await look(nuria, 'contrasena-usada');
});

test('a suspended company’s people are out, and back once it is resumed', async ({ page, office, context, openBrowser, watcher }) => {
  const laura = await office.person(ANDINA, LAURA);
  const hers = await openBrowser('laura');
  await laura.enter(hers.context());
  await open(hers, '/vincular');
  await (await office.person(BANK, OPERATOR)).enter(context);
  await openCompany(page, 'Comercial Andina');
  await page.getByRole('button', { name: 'Suspender empresa' }).click();
  await expect(page.getByRole('dialog').getByText('Los códigos de sus AppMovil dejan de servir.')).toBeVisible();
  await look(page, 'empresa-suspender');
  watcher.allowAnswer(401, '/events');
  watcher.allowAnswer(401, '/api/invitation/own');
  await page.getByRole('dialog').getByRole('button', { name: 'Suspender empresa' }).click();
  await expect(page.getByText('La empresa quedó suspendida')).toBeVisible();
  await look(page, 'empresa-suspendida');
  await expect(hers.getByRole('button', { name: 'Ingresar' })).toBeVisible();
  watcher.expectAnswer(422, '/api/session/sign-in');
  await signIn(hers, ANDINA, LAURA);
  await expect(hers.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Reanudar empresa' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reanudar empresa' }).click();
  await expect(page.getByText('La empresa quedó activa de nuevo')).toBeVisible();
  await signIn(hers, ANDINA, LAURA);
  await expect(heading(hers, 'Vincule su AppMovil')).toBeVisible();
});

test('a serial is looked up across the bank, and a blocked token is retired', async ({ page, office, context }) => {
  const laura = await office.administrator();
  const { serial } = await laura.tokenOf('GloriaE');
  await (await office.person(BANK, OPERATOR)).enter(context);
  await open(page, FIND);
  await look(page, 'buscar-serial');
  await page.getByLabel('Número de serie').fill('nada');
  await page.getByRole('button', { name: 'Buscar' }).click();
  await expect(page.getByText('Escriba FEF y siete dígitos, como FEF4900032').filter({ visible: true }).first()).toBeVisible();
  await open(page, `${FIND}?serie=FEF2200003`);
  await expect(page.getByRole('heading', { name: 'Token físico FEF2200003' })).toBeVisible();
  await look(page, 'serial-fisico');
  await page.getByLabel('Número de serie').fill(serial.toLowerCase());
  await page.getByRole('button', { name: 'Buscar' }).click();
  await expect(page.getByRole('heading', { name: `Token virtual ${serial}` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Comercial Andina' })).toBeVisible();
  await look(page, 'serial-virtual');
  await page.getByRole('button', { name: 'Retirar token' }).click();
  await expect(page.getByRole('dialog').getByText('Gloria Estrada lo pierde y su AppMovil deja de servir con él.')).toBeVisible();
  await look(page, 'serial-retirar');
  await page.getByRole('dialog').getByRole('button', { name: 'Retirar token' }).click();
  await expect(page.getByText('El cambio quedó hecho')).toBeVisible();
  await expect(page.getByText('El token está retirado: no vuelve a servir y su serie no se usa de nuevo.')).toBeVisible();
});

test('more tokens are asked for, granted in part, and seen without a reload', async ({ page, office, context, openBrowser }) => {
  const hers = await openBrowser('laura');
  await (await office.administrator()).enter(hers.context());
  await (await office.person(BANK, OPERATOR)).enter(context);
  await open(page, REQUESTS);
  await expect(row(page, 'Flores de la Sabana')).toBeVisible();

  await openTokens(hers);
  await hers.getByRole('button', { name: 'Solicitar más tokens' }).click();
  const form = hers.getByRole('dialog');
  await form.getByLabel('Cantidad de tokens').fill('20');
  await form.getByLabel('Comentario para el banco').fill('Abrimos una sede');
  await look(hers, 'solicitar-tokens');
  await form.getByRole('button', { name: 'Enviar solicitud' }).click();
  await expect(hers.getByText('Solicitud de 20 tokens en espera del banco')).toBeVisible();
  await look(hers, 'solicitud-en-espera');

  await expect(row(page, 'Comercial Andina').getByText('Abrimos una sede')).toBeVisible();
  await look(page, 'solicitudes');
  await page.getByRole('button', { name: 'Responder a Comercial Andina' }).click();
  const answer = page.getByRole('dialog');
  await answer.getByLabel('Tokens por entregar').fill('15');
  await look(page, 'solicitud-responder');
  await answer.getByRole('button', { name: 'Entregar tokens' }).click();
  await expect(page.getByText('Los tokens quedaron entregados')).toBeVisible();
  await expect(hers.getByText(/^El banco entregó 15 tokens el /)).toBeVisible();
  await expect(hers.getByText('Su empresa había solicitado 20.')).toBeVisible();
  await expect(hers.getByText('Cantidad Tokens Virtuales Empresa: 27')).toBeVisible();
});

test('a request is withdrawn, and another declined with its reason', async ({ page, office, context, openBrowser, watcher }) => {
  const laura = await office.administrator();
  const hers = await openBrowser('laura');
  await laura.enter(hers.context());
  await (await office.person(BANK, OPERATOR)).enter(context);
  await laura.post('token-request/create', { draft: { tokens: '3', note: '' } });
  await openTokens(hers);
  await hers.getByRole('button', { name: 'Retirar solicitud' }).click();
  await expect(hers.getByRole('button', { name: 'Solicitar más tokens' })).toBeVisible();
  await laura.post('token-request/create', { draft: { tokens: '4', note: '' } });
  await open(page, REQUESTS);
  await page.getByRole('button', { name: 'Responder a Comercial Andina' }).click();
  watcher.expectAnswer(422, '/api/token-request/decline');
  await page.getByRole('dialog').getByRole('button', { name: 'No conceder' }).click();
  await expect(visibleText(page, 'Escriba el motivo: la empresa lo leerá')).toBeVisible();
  await page.getByLabel('O el motivo para no concederla').fill('Falta firmar el contrato');
  await page.getByRole('dialog').getByRole('button', { name: 'No conceder' }).click();
  await expect(page.getByText('La empresa ya ve la respuesta')).toBeVisible();
  await page.getByRole('button', { name: 'Responder a Flores de la Sabana' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Entregar tokens' }).click();
  await expect(page.getByText('Ninguna empresa espera tokens')).toBeVisible();
  await look(page, 'solicitudes-ninguna');
  await expect(hers.getByText('Motivo: Falta firmar el contrato')).toBeVisible();
});
