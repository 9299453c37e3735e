// Bitácora: who did what, when, from where; filtered, paged, taken as a file.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { ASSIGN, openTokens, rowOf, TOKENS } from '../support/console';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { ANDINA, AUDITOR, AUDITOR_CAFETERA, CAFETERA, SOFIA } from '../support/office';
import { heading, open, visibleText } from '../support/pages';
import { SCREEN_ACTIONS } from '../support/transitions';

const LOG = '/administracion/bitacora';
const USERS = '/administracion/usuarios';

async function openLog(page: Page, query = ''): Promise<void> {
  await open(page, `${LOG}${query}`);
  await expect(heading(page, 'Bitácora')).toBeVisible();
}

function entries(page: Page) {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader') });
}

test.describe('reading it', () => {
  test.use({ ownServer: false });

  test('an auditor finds it, filters it, goes through its pages, and the address keeps all of it', async ({ page, office, context }) => {
    await (await office.person(CAFETERA, AUDITOR_CAFETERA)).enter(context);
    await open(page, '/inicio');
    await page.getByRole('navigation').getByRole('link', { name: 'Bitácora' }).click();
    await expect(heading(page, 'Bitácora')).toBeVisible();
    await look(page, 'bitacora');
    await page.getByRole('link', { name: 'Página siguiente' }).click();
    await expect(page).toHaveURL(/pagina=2/);
    await page.getByLabel('Tipo de acción').selectOption('Tokens');
    await page.getByLabel('Quién lo hizo').fill('MarthaCQ');
    await page.getByLabel('Usuario afectado').fill('alba cardona');
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await expect(page).toHaveURL(/accion=tokens/);
    await expect(visibleText(page, 'Activación de token')).toHaveCount(1);
    await expect(visibleText(page, 'Asignación de token')).toHaveCount(1);
    await page.reload();
    await expect(entries(page)).toHaveCount(3);
    await page.getByRole('link', { name: /Fecha y hora/ }).click();
    await expect(page).toHaveURL(/orden=fecha/);
    await expect(entries(page).first()).toContainText('Asignación de token');
    await page.getByRole('link', { name: 'Quitar filtros' }).first().click();
    await expect(page).toHaveURL(new RegExp(`${LOG}\\?orden=fecha$`));
  });

  test('an entry unfolds, and leads to its token and to its user', async ({ page, office, context }) => {
    await (await office.person(CAFETERA, AUDITOR_CAFETERA)).enter(context);
    await openLog(page, '?usuario=AlbaC&accion=tokens');
    const first = entries(page).first();
    await first.getByRole('button', { name: /^Ver detalle de Activación de token/ }).click();
    await expect(visibleText(page, 'Hora exacta')).toBeVisible();
    await look(page, 'bitacora-detalle');
    await first.getByRole('link', { name: /^FEF/ }).click();
    await expect(heading(page, /^Token FEF/)).toBeVisible();
    await page.getByRole('link', { name: 'Ver todo en la Bitácora' }).click();
    await expect(page).toHaveURL(/serie=FEF/);
    await entries(page).first().getByRole('link', { name: 'AlbaC', exact: true }).click();
    await expect(heading(page, 'Alba Cardona')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Historial' })).toBeVisible();
    await expect(visibleText(page, 'Activación de token').first()).toBeVisible();
    await look(page, 'usuario-historial');
    await page.getByRole('link', { name: 'Ver todo en la Bitácora' }).click();
    await expect(page).toHaveURL(/usuario=AlbaC/);
  });

  test('nothing that fits, and a mistaken address, each say what to do', async ({ page, office, context }) => {
    await (await office.person(CAFETERA, AUDITOR_CAFETERA)).enter(context);
    await openLog(page, '?quien=nadie-se-llama-asi');
    await expect(page.getByText('Ninguna entrada coincide con los filtros')).toBeVisible();
    await look(page, 'bitacora-ninguna');
    await openLog(page, '?serie=123&accion=volar&desde=ayer');
    await expect(page.getByText('Un número de serie es FEF y siete dígitos')).toBeVisible();
    await expect(page.getByText('La fecha inicial no es una fecha')).toBeVisible();
    await look(page, 'bitacora-direccion');
  });

  test('nowhere is an auditor offered anything that changes', async ({ page, office, context }) => {
    const auditor = await office.person(ANDINA, AUDITOR);
    await auditor.enter(context);
    const rows = await auditor.tokens();
    const user = await auditor.post<{ page: { rows: { user: [string, string] | null }[] } }>('audit/list', {
      query: {
        filter: { from: null, until: null, who: '', group: null, serial: null, user: 'RicardoN', outcome: null, operation: null },
        sort: { column: 'happened_at', direction: 'descending' },
        page: { place: 'first', number: 1, size: 10 },
      },
    });
    const known = user.page.rows[0]?.user?.[0] ?? '';
    const changing =
      /^(Asignar|Activar|Bloquear|Desbloquear|Desactivar|Quitar token|Cancelar asignación|Reemplazar|Reenviar|Crear|Editar|Confirmar|Guardar|Retirar|Solicitar|Levantar|Importar|Aprobar|Rechazar)/;
    for (const address of [
      '/inicio',
      TOKENS,
      `${TOKENS}/detalle/${rows[0]?.serial}`,
      '/administracion/token-fisico',
      USERS,
      `${USERS}/detalle/${known}`,
      '/administracion/aprobaciones',
      LOG,
      '/perfil',
    ]) {
      await open(page, address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('main').getByRole('button', { name: changing }), address).toHaveCount(0);
      await expect(page.getByRole('main').getByRole('link', { name: changing }), address).toHaveCount(0);
    }
    for (const address of [ASSIGN, `${USERS}/nuevo`]) {
      await open(page, address);
      await expect(page.getByText('Su rol no permite hacer esto'), address).toBeVisible();
    }
    for (const { action, word, segment } of SCREEN_ACTIONS) {
      await open(page, `${TOKENS}/${segment}/${rows[0]?.serial}`);
      const button = page.getByRole('main').getByRole('button', { name: word, exact: true });
      await expect(button, action).toHaveAttribute('aria-disabled', 'true');
      await expect(button, action).toHaveAccessibleDescription('Su rol solo permite consultar');
    }
  });
});

test('the file holds what the filters let through, and taking it is announced', async ({ page, office, context }) => {
  await (await office.person(CAFETERA, AUDITOR_CAFETERA)).enter(context);
  await openLog(page, '?usuario=AlbaC&accion=tokens');
  const shown = await entries(page).count();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exportar CSV' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^bitacora-cafetera-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFFN.º;Fecha y hora (Bogotá);Quién;Qué;')).toBe(true);
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(shown + 1);
  expect(lines[1]).toContain('AlbaC');
  await openLog(page);
  await expect(entries(page).first()).toContainText('Exportación de la bitácora');
});

test('what comes in is announced and shown when it is asked for, without moving who reads', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await (await office.person(ANDINA, AUDITOR)).enter(context);
  await openLog(page);
  const before = await entries(page).first().textContent();
  await laura.assign(SOFIA);
  await expect(page.getByText(/\d+ entradas nuevas/)).toBeVisible();
  await expect(entries(page).first()).toHaveText(before ?? '');
  await look(page, 'bitacora-nuevas');
  await page.getByRole('button', { name: 'Mostrar' }).click();
  await expect(entries(page).first()).toContainText(SOFIA);
  await expect(page.getByText(/\d+ entradas? nuevas?/)).toHaveCount(0);
});

test('a sign-in that failed is told with its reason and from where', async ({ page, office, context, server }) => {
  await fetch(`${server.url}/api/session/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ company: ANDINA, username: 'LauraG', password: 'equivocada' }),
    headers: { origin: server.url, accept: 'application/json', 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/127.0' },
  });
  await (await office.person(ANDINA, AUDITOR)).enter(context);
  await expect
    .poll(async () => {
      await openLog(page, '?resultado=rechazado');
      return entries(page).count();
    })
    .toBe(1);
  const entry = entries(page).first();
  await expect(entry).toContainText('contraseña incorrecta');
  await expect(entry).toContainText('Firefox · Windows');
  await expect(entry).toContainText('127.0.0.1');
});

test('a phone shows the entries as cards', async ({ openBrowser, office }) => {
  const phone = await openBrowser('phone', { width: 320, height: 640 });
  await (await office.person(ANDINA, AUDITOR)).enter(phone.context());
  await openTokens(phone);
  await expect(rowOf(phone, 'RicardoN')).toBeVisible();
  await openLog(phone, '?usuario=RicardoN');
  await expect(entries(phone).first()).toContainText('RicardoN');
});
