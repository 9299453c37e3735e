// Every transition of a token that the documentation's table names, walked as the
// table says: who makes it makes it on their own screen, and somebody who looks at
// the token's page sees the state before and after, without a reload.
import type { Page } from '@playwright/test';
import { approveWith, enrolByInvitation, linkOwnAppMovil, linkPhoneOfLaura, openRequest } from '../support/app-movil';
import {
  batchBar,
  chooseAction,
  chooseUser,
  detailOf,
  openMenu,
  openTokens,
  operationOf,
  rowOf,
  SIGN_IN,
  signIn,
  signInWithCode,
  waitingNumber,
} from '../support/console';
import { changeRow } from '../support/database';
import { expect, PHONE, test } from '../support/fixtures';
import { ANDINA, AUDITOR, LAURA, SOFIA, type Office } from '../support/office';
import { fact, heading, open, visibleText } from '../support/pages';
import { STATE_WORDS, TRANSITIONS, type Transition } from '../support/transitions';
import type { Watcher } from '../support/watcher';

const USERS = '/administracion/usuarios';
const DAY = 86_400;
const WRONG_PIN = '135790';
const WRONG_CODE = '000000';

/** A token of the demo, and who holds it; nobody holds the one to be assigned next. */
interface Token {
  serial: string;
  user: string;
}

const FREE: Token = { serial: 'FEF5100008', user: '' };
const MONICA: Token = { serial: 'FEF5100007', user: 'MonicaJ' };
const HERNAN: Token = { serial: 'FEF5100006', user: 'HernanQ' };
const RICARDO: Token = { serial: 'FEF5100004', user: 'RicardoN' };
const GLORIA: Token = { serial: 'FEF5100005', user: 'GloriaE' };
const LAURAS: Token = { serial: 'FEF5100001', user: LAURA };
const CARLOSS: Token = { serial: 'FEF5100002', user: 'CarlosM' };

/** What a walk has at hand. */
interface Scene {
  page: Page;
  /** A telephone, apart from the console's browser. */
  openPhone: () => Promise<Page>;
  /** Where the token's state can be seen all the while. */
  witness: Page;
  office: Office;
  watcher: Watcher;
  token: Token;
  /** Confirms what the waiting screen shows, with the administrator's AppMovil. */
  confirm: () => Promise<void>;
}

interface Walker {
  token: Token;
  /** The walk's own page shows the token; otherwise an auditor looks at it. */
  isShown?: true;
  /** What has to be so before the walk begins. */
  before?: (scene: Scene) => Promise<unknown>;
  walk: (scene: Scene) => Promise<void>;
}

/** An administrator's walk begins at the table of tokens. */
function administrator(token: Token, walk: (scene: Scene) => Promise<void>): Walker {
  return {
    token,
    before: async ({ page, office }) => {
      await (await office.administrator()).enter(page.context());
      await openTokens(page);
    },
    walk,
  };
}

/** By the row's menu and the action's page. */
function fromTheRow(token: Token, action: string, after: string | RegExp): Walker {
  return administrator(token, async ({ page, confirm }) => {
    await chooseAction(page, token.user, action);
    await page.getByRole('main').getByRole('button', { name: action, exact: true }).click();
    await confirm();
    await expect(page.getByText(after)).toBeVisible();
  });
}

/** By the token's page, its menu and the action's page. */
function fromTheTokensPage(token: Token, action: string, after: string | RegExp): Walker {
  return administrator(token, async ({ page, confirm }) => {
    const row = await openMenu(page, token.user);
    await row.getByRole('link', { name: 'Ver detalle' }).click();
    await page.getByText('Más acciones').click();
    await page.getByRole('button', { name: action, exact: true }).click();
    await page.getByRole('main').getByRole('button', { name: action, exact: true }).click();
    await confirm();
    await expect(page.getByText(after)).toBeVisible();
  });
}

/** By the bar at the foot of the table; `go` is what comes after its button. */
function fromTheBar(token: Token, action: string, go: (scene: Scene) => Promise<void>): Walker {
  return administrator(token, async (scene) => {
    await scene.page.getByRole('checkbox', { name: `Seleccionar a ${token.user}` }).check();
    await batchBar(scene.page).getByRole('button', { name: action, exact: true }).click();
    await go(scene);
  });
}

/** By *Buscar serial* at the bank. */
function atTheBank(token: Token, deed: string): Walker {
  return {
    token,
    isShown: true,
    before: async ({ page, office }) => {
      await (await office.person('banco', 'OperadorB')).enter(page.context());
      await open(page, '/operador/buscar');
      await page.getByLabel('Número de serie').fill(token.serial);
      await page.getByRole('button', { name: 'Buscar', exact: true }).click();
    },
    walk: async ({ page }) => {
      await page.getByRole('button', { name: deed, exact: true }).click();
      const question = page.getByRole('dialog');
      if (deed === 'Bloquear token') {
        await question.getByText('Dispositivo perdido', { exact: true }).click();
      }
      await question.getByRole('button', { name: deed, exact: true }).click();
      await expect(page.getByText('El cambio quedó hecho')).toBeVisible();
    },
  };
}

/** An administrator sets the holder inactive in *Usuarios*. */
function byDeactivating(token: Token): Walker {
  return administrator(token, async ({ page }) => {
    await open(page, `${USERS}?buscar=${token.user}`);
    await rowOf(page, token.user).getByRole('link', { name: token.user, exact: true }).click();
    await page.getByRole('button', { name: 'Desactivar usuario' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sí, desactivar' }).click();
    await expect(page.getByText('El usuario quedó inactivo')).toBeVisible();
  });
}

const TAKEN_BACK = /ya no tiene el token FEF\d{7}/;
const REPLACED = /^El dispositivo anterior de .* ya no sirve$/;

/** "From action To: who", and in brackets how, where there are several ways. */
const WALKERS: Record<string, Walker> = {
  'Available assign Assigned: administrator': administrator(FREE, async ({ page, confirm }) => {
    await page.getByRole('link', { name: 'Asignar Token Usuario' }).click();
    await chooseUser(page, SOFIA);
    await page.getByRole('button', { name: 'Continuar' }).click();
    await confirm();
    await expect(page.getByText('La asignación fue exitosa')).toBeVisible();
  }),
  'Available assign Assigned: operator': {
    token: CARLOSS,
    before: async ({ page, office }) => {
      const operator = await office.person('banco', 'OperadorB');
      const found = await operator.post<{ virtual: { token: { id: string; version: number } } }>('operator/find-serial', {
        serial: CARLOSS.serial,
      });
      const { id, version } = found.virtual.token;
      await operator.post('operator/change-token', {
        seen: { token: id, version },
        deed: { unassign: { restore_physical: false } },
      });
      await operator.enter(page.context());
      await open(page, '/operador/empresas');
    },
    walk: async ({ page }) => {
      await page.getByRole('link', { name: 'Comercial Andina', exact: true }).click();
      await page.getByRole('button', { name: 'Asignar token a Carlos Mejía' }).click();
      await expect(rowOf(page, CARLOSS.user)).toContainText(/Asignado.*FEF5100002/);
    },
  },
  'Available retire Retired: operator': atTheBank(FREE, 'Retirar token'),
  'Assigned enrol PendingActivation: device': {
    token: MONICA,
    walk: async ({ openPhone, office }) => {
      const phone = await openPhone();
      await enrolByInvitation(phone, (await office.letterFor(MONICA.serial)).link);
      await expect(heading(phone, /^Pendiente Activación/)).toBeVisible();
    },
  },
  'Assigned resend Assigned: administrator': fromTheRow(
    MONICA,
    'Reenviar invitación',
    'MonicaJ tiene una invitación nueva',
  ),
  'Assigned resend Assigned: operator': atTheBank(MONICA, 'Reenviar invitación'),
  'Assigned cancel Available: administrator': fromTheTokensPage(
    MONICA,
    'Cancelar asignación',
    'La asignación del token FEF5100007 quedó cancelada',
  ),
  'Assigned expire_invitation Available: Llavero': {
    token: MONICA,
    walk: async ({ office, witness }) => {
      // What a page does while the program is away is another test's.
      await witness.goto('about:blank');
      await office.server.pause();
      const expired = (Date.now() / 1_000 - 7 * DAY - 60) * 1_000_000;
      await changeRow(
        office.server,
        `UPDATE enrolment SET expires_at = ? WHERE state = 'open'
         AND token_id = (SELECT id FROM virtual_token WHERE serial = ?)`,
        [Math.round(expired), Number(MONICA.serial.slice(3))],
      );
      await office.server.run();
      await open(witness, detailOf(MONICA.serial));
    },
  },
  'Assigned deactivate_holder Available: Llavero': byDeactivating(MONICA),
  'Assigned unassign Available: administrator': fromTheRow(MONICA, 'Quitar token', TAKEN_BACK),
  'Assigned unassign Available: operator': atTheBank(MONICA, 'Quitar token'),
  'Assigned enrol Active: device': {
    token: LAURAS,
    before: async ({ page, office }) => {
      await (await office.person(ANDINA, LAURA)).enter(page.context());
      await open(page, '/');
    },
    walk: async ({ page, openPhone }) => {
      await linkOwnAppMovil(page, await openPhone());
      await expect(heading(page, 'Token Virtual')).toBeVisible();
    },
  },
  'PendingActivation activate Active: administrator': fromTheBar(HERNAN, 'Activar', async ({ page, confirm }) => {
    await confirm();
    await expect(page.getByText('El token FEF5100006 quedó Activo')).toBeVisible();
  }),
  'PendingActivation deactivate_holder Blocked: Llavero': byDeactivating(HERNAN),
  'PendingActivation replace_device Assigned: administrator': fromTheRow(HERNAN, 'Reemplazar dispositivo', REPLACED),
  'PendingActivation replace_device Assigned: operator': atTheBank(HERNAN, 'Reemplazar dispositivo'),
  'PendingActivation unassign Available: administrator': fromTheTokensPage(HERNAN, 'Quitar token', TAKEN_BACK),
  'PendingActivation unassign Available: operator': atTheBank(HERNAN, 'Quitar token'),
  'Active block Blocked: administrator': fromTheBar(RICARDO, 'Bloquear', async ({ page }) => {
    const question = page.getByRole('dialog');
    await question.getByText('Dispositivo perdido', { exact: true }).click();
    await question.getByRole('button', { name: 'Bloquear', exact: true }).click();
    await expect(question.getByText('El token de RicardoN quedó Bloqueado')).toBeVisible();
  }),
  'Active block Blocked: operator': atTheBank(RICARDO, 'Bloquear token'),
  'Active block_for_failures Blocked: Llavero (wrong PINs)': {
    token: LAURAS,
    before: async ({ openPhone, office }) => linkPhoneOfLaura(await openPhone(), office),
    walk: async ({ openPhone, office, watcher }) => {
      const [phone, laura] = [await openPhone(), await office.person(ANDINA, LAURA)];
      const { number } = await laura.requestAssignment(SOFIA);
      watcher.expectAnswer(422, '/device/v1/requests');
      await openRequest(phone, /^Asignar el token/);
      for (const left of [4, 3, 2, 1]) {
        await approveWith(phone, number, WRONG_PIN);
        await expect(visibleText(phone, new RegExp(`PIN incorrecto\\. Le quedan? ${left} intento`))).toBeVisible();
      }
      await approveWith(phone, number, WRONG_PIN);
      await expect(heading(phone, 'Su token se bloqueó por PIN incorrecto')).toBeVisible();
    },
  },
  'Active block_for_failures Blocked: Llavero (wrong codes)': {
    token: LAURAS,
    before: ({ office }) => office.administrator(),
    walk: async ({ page, watcher }) => {
      watcher.expectAnswer(422, '/api/session/code');
      await open(page, SIGN_IN);
      await signIn(page, ANDINA, LAURA);
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        const answer = page.waitForResponse((response) => response.url().endsWith('/api/session/code'));
        await signInWithCode(page, WRONG_CODE);
        await answer;
      }
    },
  },
  'Active deactivate_holder Blocked: Llavero': byDeactivating(RICARDO),
  'Active replace_device Assigned: administrator': fromTheTokensPage(RICARDO, 'Reemplazar dispositivo', REPLACED),
  'Active replace_device Assigned: operator': atTheBank(RICARDO, 'Reemplazar dispositivo'),
  'Active unassign Available: administrator': fromTheRow(RICARDO, 'Quitar token', TAKEN_BACK),
  'Active unassign Available: operator': atTheBank(RICARDO, 'Quitar token'),
  'Blocked unblock Active: administrator': fromTheBar(GLORIA, 'Desbloquear', async ({ page, confirm }) => {
    await page.getByRole('main').getByRole('button', { name: 'Desbloquear', exact: true }).click();
    await confirm();
    await expect(page.getByText('El token FEF5100005 quedó Activo de nuevo')).toBeVisible();
  }),
  'Blocked replace_device Assigned: administrator': fromTheRow(GLORIA, 'Reemplazar dispositivo', REPLACED),
  'Blocked replace_device Assigned: operator': atTheBank(GLORIA, 'Reemplazar dispositivo'),
  'Blocked unassign Available: administrator': fromTheTokensPage(GLORIA, 'Quitar token', TAKEN_BACK),
  'Blocked unassign Available: operator': atTheBank(GLORIA, 'Quitar token'),
  'Blocked retire Retired: operator': atTheBank(GLORIA, 'Retirar token'),
};

/** What the name of a walker says without how it goes. */
function stepOf(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}

const STEPS = TRANSITIONS.flatMap((row) =>
  row.who.map((who) => ({ row, who, step: `${row.from} ${row.action} ${row.to}: ${who}` })),
);

test('every row of the documentation’s table of transitions has a walk, and every walk a row', () => {
  const walked = new Set(Object.keys(WALKERS).map(stepOf));
  const said = new Set(STEPS.map(({ step }) => step));
  const missing = STEPS.filter(({ step }) => !walked.has(step));
  expect.soft(missing.map(({ row, who }) => `no test walks ${row.from} → ${row.action} by ${who}`)).toEqual([]);
  expect([...walked].filter((step) => !said.has(step)).map((step) => `the table has no row for ${step}`)).toEqual([]);
});

/** Whether that party's way leads through the AppMovil. */
function isConfirmed(row: Transition, who: string): boolean {
  return row.confirmed && who === 'administrator';
}

for (const { row, who, step } of STEPS) {
  for (const [name, walker] of Object.entries(WALKERS).filter(([key]) => stepOf(key) === step)) {
    test(`from ${name.replace(': ', ', by ')}`, async ({ page, office, watcher, openBrowser }) => {
      const { token } = walker;
      const witness = walker.isShown ? page : await openBrowser('who looks');
      let phone: Promise<Page> | undefined;
      const openPhone = (): Promise<Page> => (phone ??= openBrowser('phone', PHONE));
      let confirmations = 0;
      const confirm = async (): Promise<void> => {
        if (isConfirmed(row, who)) {
          const number = await waitingNumber(page);
          await (await office.administrator()).confirmer().approve(operationOf(page), number);
          confirmations += 1;
        }
      };
      const scene: Scene = { page, openPhone, witness, office, watcher, token, confirm };
      await walker.before?.(scene);
      if (!walker.isShown) {
        await (await office.person(ANDINA, AUDITOR)).enter(witness.context());
        await open(witness, detailOf(token.serial));
      }
      await expect(fact(witness, 'Estado')).toHaveText(STATE_WORDS[row.from] ?? '');
      await walker.walk(scene);
      await expect(fact(witness, 'Estado')).toHaveText(STATE_WORDS[row.to] ?? '');
      expect(confirmations, 'confirmed in the AppMovil').toBe(isConfirmed(row, who) ? 1 : 0);
    });
  }
}
