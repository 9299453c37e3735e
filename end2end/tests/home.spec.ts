// Inicio: what waits first, and the way to where it is done.
import { openTokens } from '../support/console';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { ANDINA, AUDITOR, ADMIN_ENTELGY, ENTELGY, CAFETERA } from '../support/office';
import { heading, open } from '../support/pages';

test('what waits is told with the way to its list, and follows what happens', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await openTokens(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Inicio' }).click();
  await expect(heading(page, 'Inicio')).toBeVisible();
  await expect(page.getByRole('link', { name: '1 token está bloqueado' })).toBeVisible();
  await expect(page.getByText('Cantidad Tokens Virtuales Empresa: 12')).toBeVisible();
  await look(page, 'inicio');
  await laura.block('RicardoN');
  await expect(page.getByRole('link', { name: '2 tokens están bloqueados' })).toBeVisible();
  await page.getByRole('link', { name: '1 token espera que lo activen' }).click();
  await expect(page).toHaveURL(/estado=pending_activation/);
  await expect(page.getByText('Mostrando registros 1 al 1 de un total de 1')).toBeVisible();
});

test('every count leads to a list of as many', async ({ page, office, context }) => {
  await (await office.administrator('MarthaCQ', CAFETERA)).enter(context);
  await open(page, '/inicio');
  for (const name of [/^(\d+) tokens esperan/, /^(\d+) tokens están bloqueados/, /^(\d+) usuarios? tienen? datos/]) {
    const link = page.getByRole('link', { name });
    if ((await link.count()) === 0) {
      continue;
    }
    const count = /\d+/.exec((await link.textContent()) ?? '')?.[0];
    await link.click();
    await expect(page.getByText(`de un total de ${count}`)).toBeVisible();
    await open(page, '/inicio');
  }
});

test('a company with nothing to do is told so', async ({ page, office, context }) => {
  await (await office.administrator(ADMIN_ENTELGY, ENTELGY)).enter(context);
  await open(page, '/inicio');
  await expect(page.getByText('No hay nada pendiente. Todo está al día.')).toBeVisible();
  await look(page, 'inicio-al-dia');
});

test('an auditor sees it too', async ({ page, office, context }) => {
  await (await office.person(ANDINA, AUDITOR)).enter(context);
  await open(page, '/inicio');
  await expect(heading(page, 'Inicio')).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
});
