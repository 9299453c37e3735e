import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the table of transitions in the documentation says of one step. */
export interface Transition {
  from: string;
  action: string;
  to: string;
  who: string[];
  /** Whether an administrator confirms it in the AppMovil. */
  confirmed: boolean;
}

/** What the documentation says of an action on the screen. */
export interface ScreenAction {
  action: string;
  word: string;
  segment: string;
}

const DOCUMENT = readFileSync(resolve('../docs/ARCHITECTURE.md'), 'utf8');

/** The cells of the table below `heading`. */
function table(heading: string): string[][] {
  const lines = DOCUMENT.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) {
    throw new Error(`docs/ARCHITECTURE.md has no table ${heading}`);
  }
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** Each state's word on the screen. */
export const STATE_WORDS: Record<string, string> = {
  Available: 'Disponible',
  Assigned: 'Asignado',
  PendingActivation: 'Pendiente Activación',
  Active: 'Activo',
  Blocked: 'Bloqueado',
  Retired: 'Retirado',
};

export const TRANSITIONS: Transition[] = table('| from | action | to | who | AppMovil |').map(
  ([from = '', action = '', to = '', who = '', appMovil = '']) => ({
    from,
    action,
    to,
    who: who.split(', '),
    confirmed: appMovil === 'yes',
  }),
);

export const SCREEN_ACTIONS: ScreenAction[] = table('| action | on the screen | address | with several |').map(
  ([action = '', word = '', segment = '']) => ({ action, word, segment: segment.replaceAll('`', '') }),
);

/** Whether an administrator can do this to a token in that state. */
export function isPossible(from: string, action: string): boolean {
  return TRANSITIONS.some((row) => row.from === from && row.action === action && row.who.includes('administrator'));
}
