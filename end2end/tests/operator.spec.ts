// The bank: companies, tokens, serials, and what companies ask for.
import type { Page } from '@playwright/test';
import { openTokens, signIn, SIGN_IN } from '../support/console';
import { linkOwnAppMovil } from '../support/app-movil';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { ANDINA, CARLOS, LAURA } from '../support/office';
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
  await page.getByLabel('Nombre o código de empresa').fill('quindio');
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
  await page.getByLabel('Código de empresa').fill('andina');
  watcher.expectAnswer(422, '/api/company/create');
  await page.getByRole('button', { name: 'Crear empresa' }).click();
  await expect(page.getByText('Otra empresa ya usa ese código').first()).toBeVisible();
  await page.getByLabel('Código de empresa').fill('aceros-sur');
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

test('a company’s name and period are changed, after what is wrong was told beside it', async ({ page, office, context }) => {
  await (await office.person(BANK, OPERATOR)).enter(context);
  await openCompany(page, 'Comercial Andina');
  await page.getByRole('link', { name: 'Editar empresa' }).click();
  await expect(heading(page, 'Editar empresa')).toBeVisible();
  const name = page.getByLabel('Nombre de la empresa');
  const period = page.getByLabel('Vigencia de los datos de contacto (días)');
  await expect(name).toHaveValue('Comercial Andina');
  await name.fill(' ');
  await period.fill('4000');
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await expect(name).toHaveAccessibleDescription(/Escriba el nombre de la empresa/);
  await expect(period).toHaveAccessibleDescription(/Escriba un número de días entre 1 y 3650/);
  await look(page, 'empresa-editar-errores');
  await name.fill('Comercial Andina S.A.S.');
  await period.fill('180');
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await expect(heading(page, 'Comercial Andina S.A.S.')).toBeVisible();
  await expect(fact(page, 'Vigencia de los datos de contacto \\(días\\)')).toHaveText('180');
});

test('control dual is asked of a company and taken back, and its administrators see it', async ({
  page,
  office,
  context,
  openBrowser,
}) => {
  const hers = await openBrowser('laura');
  await (await office.administrator()).enter(hers.context());
  await (await office.person(BANK, OPERATOR)).enter(context);
  await openCompany(page, 'Comercial Andina');
  for (const [deed, title, after, dual] of [
    ['Exigir dos aprobaciones', '¿Exigir dos aprobaciones a Comercial Andina?', 'Dos: control dual', true],
    ['Exigir una aprobación', '¿Exigir una sola aprobación a Comercial Andina?', 'Una: el administrador que la pide', false],
  ] as const) {
    await page.getByRole('button', { name: deed }).click();
    const question = page.getByRole('dialog', { name: title });
    await expect(question).toContainText('Las solicitudes que ya esperan conservan las aprobaciones con las que se pidieron.');
    await look(page, dual ? 'empresa-control-dual' : 'empresa-una-aprobacion');
    await question.getByRole('button', { name: deed }).click();
    await expect(page.getByText('Las aprobaciones quedaron configuradas')).toBeVisible();
    await expect(fact(page, 'Aprobaciones por solicitud')).toHaveText(after);
    await open(hers, '/administracion/aprobaciones');
    await expect(heading(hers, 'Aprobaciones')).toBeVisible();
    await expect(hers.getByText('Su empresa no tiene control dual')).toHaveCount(dual ? 0 : 1);
  }
});

test('a password link is sent again, and the one before stops working', async ({ page, office, context, openBrowser, watcher }) => {
  await (await office.person(BANK, OPERATOR)).enter(context);
  await openCompany(page, 'Comercial Andina');
  const links = async () =>
    (await office.server.letters()).map((letter) => letter.link).filter((link) => link.includes('/contrasena#'));
  for (const count of [1, 2]) {
    await page.getByRole('button', { name: 'Enviar enlace de contraseña a Patricia Rojas' }).click();
    const question = page.getByRole('dialog', { name: '¿Enviar a Patricia Rojas un enlace de contraseña?' });
    await expect(question).toContainText('Un enlace anterior deja de servir; su contraseña actual sirve hasta que cree otra.');
    await question.getByRole('button', { name: 'Enviar enlace' }).click();
    await expect(question).toBeHidden();
    await expect.poll(async () => (await links()).length).toBe(count);
  }
  await expect(page.getByText('El enlace quedó enviado')).toBeVisible();
  const patricia = await openBrowser('patricia');
  watcher.expectAnswer(404, '/api/password/link');
  const [first = '', second = ''] = await links();
  await open(patricia, first);
  await expect(heading(patricia, 'Este enlace ya no sirve')).toBeVisible();
  // Another fragment alone would load no page.
  await patricia.goto('about:blank');
  await open(patricia, second);
  await expect(fact(patricia, 'Usuario')).toHaveText('AuditoraP');
});

test('an administrator whose token was taken back is assigned another', async ({ page, office, context }) => {
  await (await office.person(BANK, OPERATOR)).enter(context);
  await open(page, `${FIND}?serie=FEF5100002`);
  await page.getByRole('button', { name: 'Quitar token' }).click();
  await page.getByRole('dialog', { name: '¿Quitar el token FEF5100002 a Carlos Mejía?' }).getByRole('button', { name: 'Quitar token' }).click();
  await expect(page.getByText('El cambio quedó hecho')).toBeVisible();
  await page.getByRole('link', { name: 'Comercial Andina' }).click();
  await expect(row(page, 'CarlosM')).toContainText('No tiene');
  await page.getByRole('button', { name: 'Asignar token a Carlos Mejía' }).click();
  await expect(row(page, 'CarlosM')).toContainText(/Asignado.*FEF5100002/);
  await expect(page.getByText('El token quedó asignado')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Asignar token a Carlos Mejía' })).toHaveCount(0);
});

test('a serial that the bank has not is told, and a token that works cannot be retired', async ({ page, office, context, watcher }) => {
  await (await office.person(BANK, OPERATOR)).enter(context);
  await open(page, FIND);
  watcher.expectAnswer(404, '/api/operator/find-serial');
  await page.getByLabel('Número de serie').fill('FEF9999999');
  await page.getByRole('button', { name: 'Buscar', exact: true }).click();
  await expect(page.getByText('El banco no tiene un token FEF9999999')).toBeVisible();
  await look(page, 'serial-ninguno');
  await page.getByLabel('Número de serie').fill('FEF5100004');
  await page.getByRole('button', { name: 'Buscar', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Token virtual FEF5100004' })).toBeVisible();
  const retire = page.getByRole('button', { name: 'Retirar token', exact: true });
  await expect(retire).toHaveAttribute('aria-disabled', 'true');
  await expect(retire).toHaveAccessibleDescription('Solo cuando está Disponible o Bloqueado');
});

test('a token that nobody holds is retired, and the company has one less', async ({ page, office, context }) => {
  await (await office.person(BANK, OPERATOR)).enter(context);
  await open(page, `${FIND}?serie=FEF5100008`);
  await page.getByRole('button', { name: 'Retirar token' }).click();
  const question = page.getByRole('dialog', { name: '¿Retirar el token FEF5100008?' });
  await expect(question).toContainText('la empresa tiene un token menos. No se puede deshacer.');
  await question.getByRole('button', { name: 'Retirar token' }).click();
  await expect(fact(page, 'Estado')).toHaveText('Retirado');
  await page.getByRole('link', { name: 'Comercial Andina' }).click();
  await expect(page.getByText('Cantidad Tokens Virtuales Empresa: 11')).toBeVisible();
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

test('who asks for more tokens after a colleague did is told so, and sees that request', async ({ page, office, context, watcher }) => {
  const carlos = await office.administrator(CARLOS);
  await (await office.administrator()).enter(context);
  // Without the stream of events the page does not hear of the other's request in time.
  watcher.takeNetworkAway();
  await page.route('**/events', (route) => route.abort());
  await openTokens(page);
  await page.route('**/api/token-request/show', (route) => route.abort());
  await page.getByRole('button', { name: 'Solicitar más tokens' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Cantidad de tokens').fill('20');
  await carlos.post('token-request/create', { draft: { tokens: '7', note: '' } });
  watcher.expectAnswer(409, '/api/token-request/create');
  await form.getByRole('button', { name: 'Enviar solicitud' }).click();
  await expect(page.getByText('Su empresa ya tiene una solicitud en espera')).toBeVisible();
  await page.unroute('**/api/token-request/show');
  await page.unroute('**/events');
  await expect(page.getByText('Solicitud de 7 tokens en espera del banco')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/^La envió CarlosM el /)).toBeVisible();
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

test('the lock on an administrator’s requests is lifted at the bank, too', async ({ page, office, context }) => {
  await (await office.person(BANK, OPERATOR)).enter(context);
  await openCompany(page, 'Flores de la Sabana');
  await page.getByRole('button', { name: 'Levantar el bloqueo de las solicitudes de Néstor Ramírez' }).click();
  await expect(page.getByText('Ya puede hacer solicitudes de nuevo')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Levantar el bloqueo/ })).toHaveCount(0);
});
