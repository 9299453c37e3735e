// Token Físico: whose they are, and which virtual token replaced each.
import { rowOf } from '../support/console';
import { expect, test } from '../support/fixtures';
import { look } from '../support/look';
import { CAFETERA, SOFIA } from '../support/office';
import { heading, open } from '../support/pages';

const PHYSICAL = '/administracion/token-fisico';

test('the table is reached from the navigation, filtered, and leads to user and virtual token', async ({ page, office, context }) => {
  await (await office.administrator('MarthaCQ', CAFETERA)).enter(context);
  await open(page, '/inicio');
  await page.getByRole('navigation').getByRole('link', { name: 'Token Físico' }).click();
  await expect(heading(page, 'Token Físico')).toBeVisible();
  await look(page, 'fisicos');
  await page.getByLabel('Estado').selectOption('Inhabilitado');
  await page.getByRole('button', { name: 'Filtrar' }).click();
  await expect(page).toHaveURL(/estado=disabled/);
  await page.getByRole('row').nth(1).getByRole('link').last().click();
  await expect(heading(page, /^Token FEF/)).toBeVisible();
  await open(page, `${PHYSICAL}?buscar=nadie`);
  await expect(page.getByText('Ningún token físico coincide con los filtros')).toBeVisible();
});

test('it becomes Inhabilitado by itself when the virtual token is activated', async ({ page, office, context }) => {
  const laura = await office.administrator();
  await laura.enter(context);
  await open(page, PHYSICAL);
  await expect(rowOf(page, SOFIA)).toContainText('Activo');
  await laura.handOver(SOFIA);
  await expect(rowOf(page, SOFIA)).toContainText('Inhabilitado');
  await expect(rowOf(page, SOFIA)).toContainText((await laura.tokenOf(SOFIA)).serial);
});
