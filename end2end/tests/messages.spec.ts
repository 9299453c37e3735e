// Notifications: real e-mails in a real mail server, SMS in a gateway, and what the
// operator sees of those that could not be sent.
import { MESSAGES } from '../support/console';
import { expect, test as base } from '../support/fixtures';
import { look } from '../support/look';
import { ANDINA, Office, PIN, SOFIA } from '../support/office';
import { heading, open } from '../support/pages';
import { enrolmentLink, PostOffice } from '../support/post-office';
import { Server } from '../support/server';
import { SoftDevice } from '../support/soft-device';

const SOFIAS_MAIL = 'sofiar@andina.co';
const BANK = 'banco';
const OPERATOR = 'OperadorB';

const test = base.extend<{ post: PostOffice }>({
  post: async ({}, use) => {
    const post = await PostOffice.open();
    await use(post);
    await post.close();
  },
  office: async ({ post }, use) => {
    const office = new Office(await Server.start(post.environment()));
    await use(office);
    await office.server.stop();
    expect(office.server.log, 'the server did not panic').not.toMatch(/panicked/);
    expect(office.server.log, 'no recipient is logged').not.toContain('@andina.co');
  },
});

test('a user and the administrators are told by e-mail and SMS', async ({ post, office }) => {
  const laura = await office.administrator();
  const operation = await laura.requestAssignment(SOFIA);
  await laura.approve(operation);
  const { serial } = operation.subject.token;

  const invitation = await post.mailTo(SOFIAS_MAIL, /^Active su Token Virtual/);
  expect(invitation.subject).toContain(serial);
  expect(invitation.text).toContain('Teléfono: 018000 514652');
  expect(invitation.html).toContain('lang="es-CO"');
  expect(invitation.html).toContain(enrolmentLink(invitation));
  expect(invitation.html, 'nothing is fetched to show it').not.toMatch(/<img|<link|url\(|src=/);
  expect(invitation.parsed.from?.text).toContain('tokens@banco.example');
  expect(invitation.parsed.headers.get('auto-submitted')).toBe('auto-generated');

  await expect.poll(() => post.sms.some((sms) => sms.text.includes(enrolmentLink(invitation)))).toBe(true);
  const sms = post.sms.find((one) => one.text.includes(serial));
  expect(sms?.to).toBe('+573001234567');
  expect(sms?.authorization).toBe('Bearer secreto-de-prueba');
  expect(sms?.text.length).toBeLessThanOrEqual(160);

  await SoftDevice.enrol(office.server, enrolmentLink(invitation), PIN);
  await post.mailTo(SOFIAS_MAIL, /^Se enroló un dispositivo/);
  const notice = await post.mailTo('carlosm@andina.co', /^SofiaR enroló/);
  expect(notice.text).toContain('pendiente de activación');
  await laura.approve(await laura.requestActivation(SOFIA));
  await post.mailTo(SOFIAS_MAIL, /está activo$/);
  await laura.block(SOFIA, 'suspected_fraud');
  const blocked = await post.mailTo(SOFIAS_MAIL, /fue bloqueado$/);
  expect(blocked.text).toContain('Motivo: Sospecha de fraude');
  for (const mail of post.mails.filter((one) => !enrolmentLink(one))) {
    expect(mail.text, 'no secret but in an invitation').not.toContain('/app/enrolar');
  }
});

test('a mail server that is away delays no change and gets everything once it is back', async ({ post, office }) => {
  const laura = await office.administrator();
  await post.closeMail();
  const operation = await laura.requestAssignment(SOFIA);
  await laura.approve(operation);
  expect((await laura.tokenOf(SOFIA)).status, 'the change stands').toBe('assigned');
  await expect.poll(() => office.server.log).toMatch(/was not sent; it is tried again.*unreachable/);
  await post.openMail();
  const invitation = await post.mailTo(SOFIAS_MAIL, /^Active su Token Virtual/, 30_000);
  await SoftDevice.enrol(office.server, enrolmentLink(invitation), PIN);
});

test('the operator sees what was refused and has it sent again', async ({ page, context, post, office }) => {
  post.refused.add(SOFIAS_MAIL);
  const laura = await office.administrator();
  const operation = await laura.requestAssignment(SOFIA);
  await laura.approve(operation);
  await (await office.person(BANK, OPERATOR)).enter(context);

  const row = page.getByRole('row').filter({ hasText: 's•••@andina.co' });
  await expect
    .poll(async () => {
      await open(page, `${MESSAGES}?estado=fallidos`);
      return row.count();
    })
    .toBeGreaterThan(0);
  await expect(heading(page, 'Mensajes')).toBeVisible();
  await expect(row.getByRole('rowheader', { name: 'Invitación a enrolar' })).toBeVisible();
  await expect(row.getByText('El destinatario fue rechazado')).toBeVisible();
  await expect(page.getByText(SOFIAS_MAIL), 'the whole address is not shown').toHaveCount(0);
  await expect(page.getByText(/127\.0\.0\.1:\d+/).first()).toBeVisible();
  await look(page, 'operador-mensajes');
  await open(page, '/operador');
  await page.getByRole('link', { name: /^\d+ mensajes? no se pud(o|ieron) enviar$/ }).click();
  await expect(page).toHaveURL(`${MESSAGES}?estado=fallidos`);

  post.refused.clear();
  await open(page, `${MESSAGES}?estado=fallidos&empresa=${ANDINA}`);
  await row.getByRole('button', { name: /^Enviar de nuevo/ }).click();
  await expect(page.getByText('Ningún mensaje cumple los filtros'), 'it was the only one').toBeVisible();
  await expect(page.getByText('1 mensaje se enviará de nuevo')).toBeVisible();
  const invitation = await post.mailTo(SOFIAS_MAIL, /^Active su Token Virtual/);
  expect(invitation.text).toContain(operation.subject.token.serial);
  await open(page, `${MESSAGES}?estado=enviados&canal=correo&empresa=${ANDINA}`);
  await expect(page.getByRole('rowheader', { name: 'Invitación a enrolar' }).first()).toBeVisible();
  await look(page, 'operador-mensajes-enviados');
  await open(page, `${MESSAGES}?empresa=nadie`);
  await expect(page.getByText('Ningún mensaje cumple los filtros')).toBeVisible();
});
