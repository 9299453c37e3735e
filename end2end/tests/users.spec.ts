// Usuarios: what an administrator does about the people of the company.
import type { Page } from '@playwright/test';
import { operationOf, rowOf, waitingNumber } from '../support/console';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { ANDINA, AUDITOR, CARLOS } from '../support/office';
import { heading, open } from '../support/pages';

const USERS = '/administracion/usuarios';

async function openUsers(page: Page, query = ''): Promise<void> {
  await open(page, `${USERS}${query}`);
  await expect(heading(page, 'Usuarios')).toBeVisible();
}

async function openUser(page: Page, user: string): Promise<void> {
  await openUsers(page, `?buscar=${user}`);
  await rowOf(page, user).getByRole('link', { name: user, exact: true }).click();
  await expect(page.getByRole('link', { name: 'Volver a Usuarios' })).toBeVisible();
}

test('the table is searched, filtered, sorted and paged by its address', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  await openUsers(page);
  await look(page, 'usuarios');
  await page.getByRole('link', { name: 'Página siguiente' }).click();
  await expect(page).toHaveURL(/pagina=2/);
  await page.getByLabel('Usuario, nombre o correo').fill('ramírez');
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await expect(page).toHaveURL(/buscar=ram%C3%ADrez/);
  await expect(rowOf(page, 'SofiaR')).toBeVisible();
  await expect(page.getByText('Mostrando registros 1 al 1 de un total de 1')).toBeVisible();
  await page.reload();
  await expect(rowOf(page, 'SofiaR')).toBeVisible();
  await openUsers(page, '?datos=vencidos&orden=-nombre');
  await expect(page.getByRole('cell', { name: /Vencidos/ }).first()).toBeVisible();
  await openUsers(page, '?buscar=nadie-se-llama-asi');
  await expect(page.getByText('Ningún usuario coincide con los filtros')).toBeVisible();
  await look(page, 'usuarios-ninguno');
  await page.getByRole('link', { name: 'Quitar filtros' }).first().click();
  await expect(page).toHaveURL(new RegExp(`${USERS}$`));
});

test('a user is created, after every wrong field was told beside it', async ({ page, office, context, watcher }) => {
  await (await office.administrator()).enter(context);
  await openUsers(page);
  await page.getByRole('link', { name: 'Crear usuario' }).click();
  await expect(heading(page, 'Crear usuario')).toBeVisible();
  await page.getByRole('button', { name: 'Crear', exact: true }).click();
  await expect(page.getByText('Escriba el nombre completo').first()).toBeVisible();
  await look(page, 'usuario-nuevo-errores');
  await page.getByLabel('Usuario', { exact: true }).fill('sofiar');
  await page.getByLabel('Nombre completo').fill('Marina Soto');
  await page.getByRole('textbox', { name: 'Correo electrónico' }).fill('marina.soto@andina.example');
  await page.getByRole('textbox', { name: 'Celular' }).fill('301 222 3344');
  watcher.expectAnswer(422, '/api/user/create');
  await page.getByRole('button', { name: 'Crear', exact: true }).click();
  await expect(page.getByText('Otro usuario de su empresa ya lo tiene').first()).toBeVisible();
  await expect(page.getByLabel('Nombre completo')).toHaveValue('Marina Soto');
  await page.getByLabel('Usuario', { exact: true }).fill('MarinaS');
  await page.getByLabel('Confirmé el correo y el celular con la persona').check();
  await page.getByRole('button', { name: 'Crear', exact: true }).click();
  await expect(heading(page, 'Marina Soto')).toBeVisible();
  await expect(page.getByText('+573012223344', { exact: true })).toBeVisible();
  await look(page, 'usuario');
});

test('a user name, an e-mail and a mobile that are none are told beside each, and nothing typed is lost', async ({
  page,
  office,
  context,
}) => {
  await (await office.administrator()).enter(context);
  await open(page, `${USERS}/nuevo`);
  await page.getByLabel('Nombre completo').fill('Marina Soto');
  for (const [field, typed, why] of [
    [page.getByLabel('Usuario', { exact: true }), 'marina soto', /Use entre 3 y 40 letras, números, puntos o guiones, sin espacios/],
    [page.getByRole('textbox', { name: 'Correo electrónico' }), 'marina@', /Escriba un correo completo, como nombre@empresa\.com/],
    [page.getByRole('textbox', { name: 'Celular' }), '601 555 0199', /No es un celular: en Colombia son diez dígitos que empiezan por 3/],
  ] as const) {
    await field.fill(typed);
    await page.getByRole('button', { name: 'Crear', exact: true }).click();
    await expect(field).toHaveAccessibleDescription(why);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue(typed);
  }
});

test('a user is edited, and of two who edit the second is told', async ({ page, office, context, watcher }) => {
  await (await office.administrator()).enter(context);
  await openUser(page, 'SofiaR');
  await page.getByRole('link', { name: 'Editar datos' }).click();
  await expect(heading(page, 'Editar a Sofía Ramírez')).toBeVisible();
  await page.getByLabel('Nombre completo').fill('Sofía Ramírez Peña');
  await look(page, 'usuario-editar');
  const carlos = await office.administrator(CARLOS);
  const { user } = await carlos.candidate('SofiaR');
  const row = await carlos.post<{ version: number }>('user/show', { user });
  await carlos.post('user/edit', {
    seen: { user, version: row.version },
    draft: {
      username: 'SofiaR',
      full_name: 'Sofía Peña',
      email: 'sofia.nueva@andina.example',
      mobile: '300 765 4321',
      role: 'member',
      contact_confirmed: false,
    },
  });
  watcher.expectAnswer(409, '/api/user/edit');
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await expect(page.getByText('Alguien cambió a este usuario mientras usted lo editaba')).toBeVisible();
  await expect(page.getByLabel('Nombre completo')).toHaveValue('Sofía Ramírez Peña');
  await look(page, 'usuario-alcanzado');
  await page.getByRole('button', { name: 'Cargar los datos actuales' }).click();
  await expect(page.getByLabel('Nombre completo')).toHaveValue('Sofía Peña');
  await page.getByLabel('Confirmé el correo y el celular con la persona').check();
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await expect(heading(page, 'Sofía Peña')).toBeVisible();
  await expect(page.getByText('Vigentes', { exact: true })).toBeVisible();
});

test('another e-mail of somebody who holds a token is confirmed in the AppMovil', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await openUser(page, 'RicardoN');
  await page.getByRole('link', { name: 'Editar datos' }).click();
  await expect(page.getByText('usted confirma en su AppMovil cualquier cambio de correo o celular')).toBeVisible();
  await look(page, 'usuario-con-token');
  await page.getByRole('textbox', { name: 'Correo electrónico' }).fill('ricardo.nuevo@andina.example');
  await page.getByLabel('Confirmé el correo y el celular con la persona').check();
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await expect(page.getByRole('heading', { name: 'Revise el cambio' })).toBeVisible();
  await look(page, 'usuario-datos-revisar');
  await page.getByRole('button', { name: 'Seguir editando' }).click();
  await expect(page.getByRole('textbox', { name: 'Correo electrónico' })).toHaveValue('ricardo.nuevo@andina.example');
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await page.getByRole('button', { name: 'Confirmar en AppMovil' }).click();
  await waitingNumber(page);
  await look(page, 'usuario-datos-esperando');

  await laura.confirmer().reject(operationOf(page));
  await expect(page.getByText('Usted rechazó la solicitud en la AppMovil')).toBeVisible();
  await page.getByRole('link', { name: 'Solicitar de nuevo' }).click();
  await expect(page.getByRole('textbox', { name: 'Correo electrónico' }), 'what was typed').toHaveValue(
    'ricardo.nuevo@andina.example',
  );
  await page.getByRole('button', { name: 'Guardar cambios' }).click();
  await page.getByRole('button', { name: 'Confirmar en AppMovil' }).click();
  const number = await waitingNumber(page);
  await laura.confirmer().approve(operationOf(page), number);
  await expect(page.getByText('Los datos de contacto de RicardoN quedaron cambiados')).toBeVisible();
  await look(page, 'usuario-datos-cambiados');
  await page.getByRole('link', { name: 'Ver el usuario' }).click();
  await expect(page.getByText('ricardo.nuevo@andina.example', { exact: true })).toBeVisible();
});

test('a user is deactivated after being told what happens to their token, and activated again', async ({
  page,
  office,
  context,
}) => {
  await (await office.administrator()).enter(context);
  await openUser(page, 'RicardoN');
  await page.getByRole('button', { name: 'Desactivar usuario' }).click();
  const question = page.getByRole('dialog', { name: '¿Desactivar este usuario?' });
  await expect(question).toContainText('Su token virtual queda bloqueado al instante');
  await look(page, 'usuario-desactivar');
  await question.getByRole('button', { name: 'Sí, desactivar' }).click();
  await expect(page.getByText('El usuario quedó inactivo')).toBeVisible();
  await expect(page.getByText('Bloqueado', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Activar usuario' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sí, activar' }).click();
  await expect(page.getByText('El usuario quedó activo')).toBeVisible();
  await expect(page.getByText('Bloqueado', { exact: true }).first()).toBeVisible();
});

test('nobody deactivates themselves', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  await openUser(page, 'LauraG');
  await expect(page.getByText('Nadie se desactiva a sí mismo.')).toBeVisible();
});

test('the data of several users are confirmed together', async ({ page, office, context }) => {
  await (await office.administrator()).enter(context);
  await openUsers(page, '?datos=vencidos&filas=100');
  const stale = page.getByRole('row').filter({ hasText: 'Vencidos' }).filter({ hasText: 'Activo' });
  await stale.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Confirmar datos' }).click();
  const question = page.getByRole('dialog', { name: '¿Confirmó estos datos con la persona?' });
  await look(page, 'usuarios-confirmar');
  await question.getByRole('button', { name: 'Sí, los confirmé' }).click();
  await expect(page.getByText('Usuarios con datos confirmados: 1')).toBeVisible();
});

test('an auditor sees the users and changes nothing', async ({ page, office, context }) => {
  await (await office.person(ANDINA, AUDITOR)).enter(context);
  await openUsers(page);
  await expect(page.getByRole('link', { name: 'Crear usuario' })).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await openUser(page, 'SofiaR');
  await expect(page.getByRole('button', { name: 'Desactivar usuario' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Editar datos' })).toHaveCount(0);
  await open(page, `${USERS}/nuevo`);
  await expect(page.getByText('Su rol no permite hacer esto')).toBeVisible();
});
