import { expect, type Page } from '@playwright/test';
import { LINK } from './console';
import { ANDINA, LAURA, PIN, type Office, type Person } from './office';
import { heading, open } from './pages';

export const APP = '/app';
export const ENROL = '/app/enrolar';

/** Follows an invitation's link and enrols: code, "is it you", PIN, PIN again. */
export async function enrolByInvitation(phone: Page, link: string, pin = PIN): Promise<void> {
  await open(phone, link);
  await expect(heading(phone, '¿Es usted?')).toBeVisible();
  await phone.getByRole('button', { name: 'Sí, soy yo' }).click();
  await choosePin(phone, pin);
}

export async function choosePin(phone: Page, pin = PIN): Promise<void> {
  await phone.getByLabel('PIN nuevo').fill(pin);
  await phone.getByRole('button', { name: 'Continuar' }).click();
  await phone.getByLabel('Repita el PIN').fill(pin);
  await phone.getByRole('button', { name: 'Vincular este teléfono' }).click();
}

/** An administrator's first step: the console's invitation, opened on the phone. */
export async function linkOwnAppMovil(console: Page, phone: Page, pin = PIN): Promise<void> {
  await expect(console).toHaveURL(LINK);
  const link = console.getByRole('link', { name: 'Abrir AppMovil en este dispositivo' });
  await enrolByInvitation(phone, (await link.getAttribute('href')) ?? '', pin);
  await expect(heading(phone, 'Su token está Activo')).toBeVisible();
}

/** The first administrator's phone, linked without their console and back at its home. */
export async function linkPhoneOfLaura(phone: Page, office: Office): Promise<Person> {
  const laura = await office.person(ANDINA, LAURA);
  const { link } = await laura.post<{ link: string }>('invitation/own', { replace: true });
  await enrolByInvitation(phone, link);
  await expect(heading(phone, 'Su token está Activo')).toBeVisible();
  await phone.getByRole('link', { name: 'Listo' }).click();
  await expect(heading(phone, 'Su AppMovil')).toBeVisible();
  return laura;
}

/** Opens the one request that waits on the phone. */
export async function openRequest(phone: Page, sentence: RegExp): Promise<void> {
  await open(phone, APP);
  await phone.getByRole('link', { name: sentence }).click();
  await expect(heading(phone, sentence)).toBeVisible();
}

/** Goes from the request's words to number and PIN, and approves. */
export async function approveWith(phone: Page, number: string, pin = PIN): Promise<void> {
  const field = phone.getByLabel('Número que muestra la consola');
  if (!(await field.isVisible())) {
    await phone.getByRole('button', { name: 'Continuar' }).click();
  }
  await field.fill(number);
  await phone.getByLabel('Su PIN').fill(pin);
  await phone.getByRole('button', { name: 'Aprobar' }).click();
}

/** Opens the waiting request and approves it with the console's number. */
export async function approveInAppMovil(phone: Page, sentence: RegExp, number: string, pin = PIN): Promise<void> {
  await openRequest(phone, sentence);
  await approveWith(phone, number, pin);
  await expect(heading(phone, 'Aprobado')).toBeVisible();
}

/** Opens the waiting request and rejects it. */
export async function rejectInAppMovil(phone: Page, sentence: RegExp): Promise<void> {
  await openRequest(phone, sentence);
  await phone.getByRole('button', { name: 'Rechazar' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Sí, rechazar' }).click();
  await expect(heading(phone, 'Solicitud rechazada')).toBeVisible();
}
