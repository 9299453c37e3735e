import { openTokens, rowOf } from '../support/console';
import { expect, test } from '../support/fixtures';
import { ANDINA, AUDITOR, SOFIA } from '../support/office';
import { heading } from '../support/pages';

const ACTIVITY = '/api/session/activity';

test('the server is told of what a person does, and not of what the page asks by itself', async ({ page, context, office }) => {
  let told = 0;
  context.on('request', (request) => {
    told += new URL(request.url()).pathname === ACTIVITY ? 1 : 0;
  });
  const laura = await office.administrator();
  await (await office.person(ANDINA, AUDITOR)).enter(context);
  await openTokens(page);
  await laura.assign(SOFIA);
  await expect(rowOf(page, SOFIA), 'the page asked again by itself').toBeVisible();
  expect(told).toBe(0);

  const answer = page.waitForResponse((response) => response.url().endsWith(ACTIVITY));
  await page.keyboard.press('Tab');
  expect((await answer).status()).toBe(200);
  await page.getByRole('navigation', { name: 'Navegación principal' }).getByRole('link', { name: 'Mi perfil' }).click();
  await expect(heading(page, 'Mi perfil')).toBeVisible();
  expect(told, 'once a minute is enough').toBe(1);
});
