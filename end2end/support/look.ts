import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expectNoSidewaysScrolling } from './pages';

const FOLDER = process.env['SCREENSHOTS'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Scheme = 'light' | 'dark';

/** The narrowest window that has to do (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 640 };

/**
 * Looks at a screen as it stands: axe finds nothing in the light and in the
 * dark, wide and narrow; narrow, nothing scrolls sideways. With SCREENSHOTS set
 * it is also drawn, each way. The window is given back as it was.
 */
export async function look(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await inScheme(page, 'light');
  await expectNothingForAxe(page, `${name}, light`);
  await draw(page, `${name}-${size.width}-light`);
  await inScheme(page, 'dark');
  await draw(page, `${name}-${size.width}-dark`);
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScrolling(page);
  await expectNothingForAxe(page, `${name}, narrow and dark`);
  await draw(page, `${name}-${NARROW.width}-dark`);
  await inScheme(page, 'light');
  await draw(page, `${name}-${NARROW.width}-light`);
  await page.setViewportSize(size);
}

/** Keeps a picture of a step: in SCREENSHOTS or among the test's results. */
export async function keepPicture(page: Page, info: TestInfo, name: string): Promise<void> {
  const path = FOLDER ? drawn(name) : info.outputPath(`${name}.png`);
  await shoot(page, path);
}

async function expectNothingForAxe(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const told = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} → ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
  );
  expect.soft(told, `axe on ${name}`).toEqual([]);
}

async function inScheme(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme });
}

async function draw(page: Page, name: string): Promise<void> {
  if (FOLDER) {
    await shoot(page, drawn(name));
  }
}

/** The whole page, in a window made as high: what sticks to an edge stays there. */
async function shoot(page: Page, path: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  await page.screenshot({ path });
  await page.setViewportSize(size);
}

function drawn(name: string): string {
  const folder = resolve(FOLDER ?? '.');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
