import type { Page } from '@playwright/test';
import { ASSIGN, chooseUser, TOKENS } from '../support/console';
import { expect, test } from '../support/fixtures';
import { CARLOS, SOFIA } from '../support/office';
import { open } from '../support/pages';

const REQUEST = '/api/operation/request-assignment';

/** Presses Continuar on both screens at once; returns who got the request and who did not. */
async function race(one: Page, other: Page): Promise<{ winner: Page; loser: Page }> {
  const answers = await Promise.all(
    [one, other].map(async (page) => {
      const answer = page.waitForResponse((response) => response.url().endsWith(REQUEST));
      await page.getByRole('button', { name: 'Continuar' }).click();
      return (await answer).status();
    }),
  );
  expect(answers.filter((status) => status === 200), `of ${answers.join(', ')} one wins`).toHaveLength(1);
  return answers[0] === 200 ? { winner: one, loser: other } : { winner: other, loser: one };
}

test('of two administrators who race for the last token one gets it, and the other is told why not', async ({
  page,
  context,
  office,
  openBrowser,
  watcher,
}) => {
  test.setTimeout(60_000);
  const laura = await office.administrator();
  const carlos = await office.administrator(CARLOS);
  for (const user of ['CamilaT', 'DiegoH', 'IsabelV', 'LuciaO']) {
    await laura.assign(user);
  }
  await laura.enter(context);
  const second = await openBrowser("the second administrator's console");
  await carlos.enter(second.context());
  await Promise.all([open(page, ASSIGN), open(second, ASSIGN)]);
  await chooseUser(page, SOFIA);
  await chooseUser(second, 'MateoC');

  watcher.expectAnswer(409, REQUEST);
  const { winner, loser } = await race(page, second);
  await expect(winner.getByText('Esperando su confirmación en la AppMovil…')).toBeVisible();
  await expect(loser.getByText('Los tokens disponibles están reservados')).toBeVisible();
  await expect(loser.getByText(/^Elegido: /), 'the choice is not lost').toBeVisible();

  const confirmer = winner === page ? laura : carlos;
  const [waiting] = await confirmer.confirmer().waiting();
  const operation = waiting?.operation ?? '';
  const { number } = await confirmer.post<{ number: string }>('operation/show', { operation });
  await confirmer.confirmer().approve(operation, number);
  await expect(winner.getByText('La asignación fue exitosa')).toBeVisible();

  await expect(loser.getByText('Su empresa no tiene tokens virtuales disponibles')).toBeVisible();
  await open(loser, TOKENS);
  await expect(loser.getByText('Cantidad Tokens Virtuales Disponibles: 0')).toBeVisible();
  await expect(loser.getByText('No quedan tokens virtuales disponibles')).toBeVisible();
});

test('of two administrators who ask for the same user one goes on, and the other is told', async ({
  page,
  context,
  office,
  openBrowser,
  watcher,
}) => {
  const laura = await office.administrator();
  const carlos = await office.administrator(CARLOS);
  await laura.enter(context);
  const second = await openBrowser("the second administrator's console");
  await carlos.enter(second.context());
  await Promise.all([open(page, ASSIGN), open(second, ASSIGN)]);
  await chooseUser(page, SOFIA);
  await chooseUser(second, SOFIA);
  watcher.expectAnswer(/^4\d\d$/, REQUEST);
  const { winner, loser } = await race(page, second);
  await expect(winner.getByText('Esperando su confirmación en la AppMovil…')).toBeVisible();
  await expect(
    loser.getByText(/Ya hay una solicitud que espera confirmación|Alguien lo cambió antes que usted/).first(),
  ).toBeVisible();
});
