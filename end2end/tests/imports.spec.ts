// Files: users, physical tokens and lists, from their choice to what became of them.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { operationOf, rowOf, waitingNumber } from '../support/console';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { ANDINA, AUDITOR, CARLOS, SOFIA } from '../support/office';
import { heading, open, tabTo } from '../support/pages';

const USERS = '/administracion/usuarios';
const PHYSICAL = '/administracion/token-fisico';
const IMPORT_USERS = `${USERS}/importar`;
const IMPORT_PHYSICAL = `${PHYSICAL}/importar`;
const FROM_FILE = '/administracion/token-virtual/archivo';
const HEAD = 'Usuario;Nombre completo;Correo;Celular;Rol;Datos confirmados';

function newUser(username: string): string {
  return `${username};Persona ${username};${username.toLowerCase()}@andina.example;300 765 4321;;sí`;
}

async function choose(page: Page, content: string | Buffer, name = 'usuarios.csv'): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  await page.getByLabel('Archivo CSV').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

async function expectCount(page: Page, label: string, count: number): Promise<void> {
  await expect(page.getByText(new RegExp(`^${label}: ${count}$`))).toBeVisible();
}

/** The dry run's heading has the keyboard when it appears. */
async function expectReviewed(page: Page, name = 'usuarios.csv'): Promise<void> {
  await expect(page.getByRole('heading', { name: `Qué pasaría con ${name}` })).toBeFocused();
}

test('a file of users is shown row by row and written once it is accepted', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  await open(page, USERS);
  await page.getByRole('link', { name: 'Importar', exact: true }).click();
  await expect(heading(page, 'Importar usuarios')).toBeVisible();
  await look(page, 'importar-usuarios');
  await choose(page, [HEAD, newUser('Nuevo1'), newUser('Nuevo2'), 'SofiaR;Sofía Ramírez;sofia@;300;;', 'x;;;;;'].join('\r\n'));
  await expectReviewed(page);
  await expectCount(page, 'Filas', 4);
  await expectCount(page, 'Usuarios nuevos', 2);
  await expectCount(page, 'Con problemas', 2);
  await expect(rowOf(page, 'SofiaR')).toContainText('Correo: no es una dirección de correo');
  await look(page, 'importar-revision');

  await page.getByLabel('Mostrar').selectOption('Solo las que tienen problemas');
  await expect(rowOf(page, 'Nuevo1')).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Descargar los problemas' }).click();
  const problems = await readFile(await (await download).path(), 'utf8');
  expect(problems).toContain('Correo: no es una dirección de correo');
  expect(problems.trim().split('\r\n')).toHaveLength(3);

  await expect(page.getByText('Hay filas con problemas')).toBeVisible();
  await page.getByLabel('Dejar por fuera las filas con problemas: 2').check();
  await page.getByRole('button', { name: 'Aceptar y guardar' }).click();
  await expect(page.getByText('Los usuarios quedaron guardados')).toBeVisible();
  await expect(page.getByText('Nuevos: 2. Cambiados: 0. Sin cambios: 0. Dejados por fuera: 2.')).toBeVisible();
  await look(page, 'importar-resultado');
  await page.getByRole('link', { name: 'Ver los usuarios' }).click();
  await expect(heading(page, 'Usuarios')).toBeVisible();
  await open(page, `${USERS}?buscar=Nuevo`);
  await expect(rowOf(page, 'Nuevo1')).toBeVisible();
  await expect(rowOf(page, 'Nuevo2')).toContainText('Vigentes');
});

test('of each row that cannot be written the reason is told', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  await open(page, IMPORT_USERS);
  const rows = [
    'Nuevo1;Persona;nuevo1@andina.example;601 555 0199;;',
    'CarlosM;Carlos Mejía;carlos@andina.example;300 765 4321;;',
    'Nuevo2;Persona;nuevo2@andina.example;300 765 4321;Administrador;',
    'Nuevo3;Persona;nuevo3@andina.example;300 765 4321;;',
    'nuevo3;Persona;otra@andina.example;300 765 4321;;',
    'con espacio;Persona;nuevo4@andina.example;300 765 4321;;tal vez',
  ];
  await choose(page, [HEAD, ...rows].join('\r\n'));
  await expectReviewed(page);
  await expectCount(page, 'Con problemas', 5);
  await expect(rowOf(page, 'Nuevo1')).toContainText('Celular: no es un celular');
  await expect(rowOf(page, 'CarlosM')).toContainText('Es administrador o auditor; sus datos no se cambian con un archivo');
  await expect(rowOf(page, 'Nuevo2')).toContainText('Rol: solo se importan usuarios secundarios');
  await expect(rowOf(page, 'nuevo3')).toContainText('Repite lo de la línea 5 (Usuario)');
  await expect(rowOf(page, 'con espacio')).toContainText('Datos confirmados: escriba sí o no');
  await look(page, 'importar-razones');
});

test('a file that changes nothing says so at its button', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  const { user } = await laura.candidate(SOFIA);
  const sofia = await laura.post<{ full_name: string; email: string; mobile: string }>('user/show', { user });
  await open(page, IMPORT_USERS);
  await choose(page, [HEAD, `${SOFIA};${sofia.full_name};${sofia.email};${sofia.mobile};;`].join('\n'));
  await expectReviewed(page);
  await expectCount(page, 'Sin cambios', 1);
  const accept = page.getByRole('button', { name: 'Aceptar y guardar' });
  await expect(accept).toHaveAttribute('aria-disabled', 'true');
  await expect(accept).toHaveAccessibleDescription('Ninguna fila cambiaría nada');
});

test('what Excel in Colombia saves is read with its accents, and the person is told to look', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  await open(page, IMPORT_USERS);
  const text = `${HEAD}\r\nPena1;José Peña Núñez;jose@andina.example;3007654321;;SÍ\r\n`;
  await choose(page, Buffer.from(text, 'latin1'));
  await expectReviewed(page);
  await expect(page.getByText('Revise las tildes y las eñes')).toBeVisible();
  await expect(rowOf(page, 'Pena1')).toContainText('José Peña Núñez');
  await page.getByRole('button', { name: 'Aceptar y guardar' }).click();
  await expect(page.getByText('Los usuarios quedaron guardados')).toBeVisible();
  await open(page, `${USERS}?buscar=Peña`);
  await expect(rowOf(page, 'Pena1')).toContainText('José Peña Núñez');
});

test('a username that a colleague took meanwhile is shown, and nothing is written', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  const carlos = await office.person(ANDINA, CARLOS);
  await open(page, IMPORT_USERS);
  await choose(page, [HEAD, newUser('Nuevo1'), newUser('Nuevo2')].join('\n'));
  await expectReviewed(page);
  await carlos.post('user/create', {
    draft: {
      username: 'nuevo2',
      full_name: 'Otra Persona',
      email: 'otra@andina.example',
      mobile: '300 111 2233',
      role: 'member',
      contact_confirmed: true,
    },
  });
  await page.getByRole('button', { name: 'Aceptar y guardar' }).click();
  await expect(page.getByText('Algo cambió desde que usted lo revisó; no se guardó nada')).toBeVisible();
  await expect(rowOf(page, 'Nuevo2')).toContainText('Cambió');
  await expect(rowOf(page, 'Nuevo1')).not.toContainText('Cambió');
  await look(page, 'importar-alcanzado');
  await page.getByRole('button', { name: 'Aceptar y guardar' }).click();
  await expect(page.getByText('Nuevos: 1. Cambiados: 1. Sin cambios: 0. Dejados por fuera: 0.')).toBeVisible();
});

test('a file that is none says what it is and what to do', async ({ page, office, context, watcher }) => {
  await (await office.administrator()).enter(context);
  await open(page, IMPORT_USERS);
  await choose(page, Buffer.from('PK\x03\x04libro', 'latin1'), 'usuarios.xlsx');
  await expect(page.getByText('Es un libro de Excel.')).toBeVisible();
  await choose(page, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'foto.png');
  await expect(page.getByText('No es un archivo de texto.')).toBeVisible();
  await choose(page, '');
  await expect(page.getByText('El archivo está vacío.')).toBeVisible();
  await choose(page, 'x'.repeat(500_000));
  await expect(page.getByText('El archivo pesa demasiado')).toBeVisible();
  await look(page, 'importar-rechazado');
  watcher.expectAnswer(422, '/api/import/check');
  await choose(page, 'Cargo;Usuario\nJefe;Ana');
  await expect(
    page.getByText('Faltan estas columnas: Nombre completo, Correo, Celular. La primera fila dice: Cargo, Usuario.'),
  ).toBeVisible();
  await choose(page, [HEAD, newUser('Nuevo1')].join('\n'));
  await expectReviewed(page);
});

test('the template can be downloaded, and many rows are shown in pages', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  await open(page, IMPORT_USERS);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Descargar plantilla' }).click();
  const template = await download;
  expect(template.suggestedFilename()).toBe('plantilla-usuarios.csv');
  const head = (await readFile(await template.path(), 'utf8')).trim();
  const rows = Array.from({ length: 1_000 }, (_, at) => `Masivo${at};Persona;m${at}@andina.example;3007654321;;`);
  await choose(page, [head, ...rows].join('\n'));
  await expectReviewed(page);
  await expectCount(page, 'Usuarios nuevos', 1_000);
  await expect(page.getByText('Filas 1 a 50 de 1000')).toBeVisible();
  await page.getByRole('button', { name: 'Página siguiente' }).click();
  await expect(page.getByText('Filas 51 a 100 de 1000')).toBeVisible();
  await expect(rowOf(page, 'Masivo50')).toBeVisible();
  await page.getByRole('button', { name: 'Elegir otro archivo' }).click();
  await expect(page.getByText('o soltarlo aquí')).toBeVisible();
});

test('pasted names become one request to assign, by keyboard', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await open(page, USERS);
  await page.getByRole('link', { name: 'Asignar desde un archivo' }).click();
  await expect(page.getByRole('radio', { name: 'Asignarles un token virtual' })).toBeChecked();
  await look(page, 'lista-archivo');
  await page.getByText('O pegue las filas aquí').click();
  await page.getByRole('textbox', { name: 'Filas' }).fill(`${SOFIA}\nAndresL\nOscarI\n`);
  await tabTo(page, page.getByRole('button', { name: 'Revisar lo pegado' }));
  await page.keyboard.press('Enter');
  await expectReviewed(page, 'Filas pegadas');
  await expectCount(page, 'Se puede', 2);
  await expect(rowOf(page, 'OscarI')).toContainText('No se puede');
  await look(page, 'lista-asignar');
  await page.getByLabel('Dejar por fuera las filas con problemas: 1').check();
  await page.getByRole('button', { name: 'Asignar', exact: true }).click();
  const number = await waitingNumber(page);
  await laura.confirmer().approve(operationOf(page), number);
  await expect(page.getByText('Se hicieron 2 de 2')).toBeVisible();
});

test('listed tokens are activated with one confirmation, and a stranger’s name stands in nobody’s way', async ({
  page,
  office,
  context,
}) => {
  const laura = await office.administrator();
  await laura.assignAndEnrol(SOFIA);
  await laura.enter(context);
  await open(page, `${FROM_FILE}?accion=activar`);
  await expect(page.getByRole('radio', { name: 'Activar sus tokens' })).toBeChecked();
  await choose(page, ['Usuario', SOFIA, 'HernanQ', 'NadieX', 'RicardoN'].join('\n'), 'lista.csv');
  await expectReviewed(page, 'lista.csv');
  await expectCount(page, 'Se puede', 2);
  await expect(rowOf(page, 'NadieX')).toContainText('Su empresa no tiene este usuario');
  await look(page, 'lista-activar');
  await page.getByLabel('Dejar por fuera las filas con problemas: 2').check();
  await page.getByRole('button', { name: 'Activar', exact: true }).click();
  const number = await waitingNumber(page);
  await laura.confirmer().approve(operationOf(page), number);
  await expect(page.getByText('Se hicieron 2 de 2')).toBeVisible();
});

test('listed tokens are blocked at once, each with its outcome', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  const active = (await laura.tokens()).filter((row) => row.status === 'active');
  const first = active[0];
  await open(page, `${FROM_FILE}?accion=bloquear`);
  await expect(page.getByRole('radio', { name: 'Bloquear sus tokens' })).toBeChecked();
  await choose(page, ['Usuario;Número de serie', `;${first?.serial}`, 'SofiaR;'].join('\n'), 'lista.csv');
  await expectReviewed(page, 'lista.csv');
  await expectCount(page, 'Se puede', 1);
  await expect(rowOf(page, SOFIA)).toContainText('El usuario no tiene un token virtual');
  await page.getByLabel('Dejar por fuera las filas con problemas: 1').check();
  await expect(page.getByText('Elija el motivo para continuar')).toBeVisible();
  await page.getByText('Dispositivo perdido').click();
  await look(page, 'lista-bloquear');
  await page.getByRole('button', { name: 'Bloquear', exact: true }).click();
  await expect(page.getByText(`El token de ${first?.username} quedó Bloqueado`)).toBeVisible();
  await look(page, 'lista-bloqueados');
});

test('a physical token is registered, disabled by an activation, and restored when the virtual one is taken back', async ({
  page,
  office,
  context,
}) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await open(page, PHYSICAL);
  await page.getByRole('link', { name: 'Importar', exact: true }).click();
  await expect(heading(page, 'Importar tokens físicos')).toBeVisible();
  await look(page, 'importar-fisicos');
  await choose(page, 'Número de serie;Usuario\nFEF7770001;JuanPM\nFEF777;IsabelV\n', 'fisicos.csv');
  await expectReviewed(page, 'fisicos.csv');
  await expect(rowOf(page, 'JuanPM')).toContainText('Se registra');
  await expect(rowOf(page, 'IsabelV')).toContainText('Número de serie: son las letras FEF y siete dígitos');
  await look(page, 'importar-fisicos-revision');
  await page.getByLabel('Dejar por fuera las filas con problemas: 1').check();
  await page.getByRole('button', { name: 'Aceptar y guardar' }).click();
  await expect(page.getByText('Los tokens físicos quedaron registrados')).toBeVisible();
  await page.getByRole('link', { name: 'Ver los tokens físicos' }).click();
  await expect(rowOf(page, 'JuanPM')).toContainText('FEF7770001');
  await expect(rowOf(page, 'JuanPM')).toContainText('Activo');
  await laura.handOver('JuanPM');
  await expect(rowOf(page, 'JuanPM')).toContainText('Inhabilitado');
  await laura.approve(await laura.requestChange('JuanPM', 'unassign_restoring_physical'));
  await expect(rowOf(page, 'JuanPM')).toContainText('Activo');
});

test('a physical token that another has, or whose user has one, is not registered', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  await open(page, IMPORT_PHYSICAL);
  await choose(page, 'Número de serie;Usuario\nFEF2200001;JuanPM\nFEF7770009;SofiaR\n', 'fisicos.csv');
  await expectReviewed(page, 'fisicos.csv');
  await expect(rowOf(page, 'JuanPM')).toContainText('Ya hay otro token con este número de serie');
  await expect(rowOf(page, 'SofiaR')).toContainText('El usuario ya tiene el token físico FEF2200001');
});

test('who is no administrator uploads nothing', async ({ page, office, context }) => {
  await (await office.person(ANDINA, AUDITOR)).enter(context);
  await open(page, USERS);
  await expect(page.getByRole('link', { name: 'Importar', exact: true })).toHaveCount(0);
  for (const path of [IMPORT_USERS, IMPORT_PHYSICAL, FROM_FILE]) {
    await open(page, path);
    await expect(page.getByText('Su rol no permite hacer esto')).toBeVisible();
  }
});
