import { expect, type Locator, type Page } from '@playwright/test';

/** Waits until the page's buttons do what they say: clicks before are lost. */
export async function waitForHydration(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-hydrated', /.*/);
}

/** Opens an address as somebody who types it. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await waitForHydration(page);
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await waitForHydration(page);
}

/** The page's title on the page. */
export function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 1, name });
}

/** Words that can be seen: a closed dialog's cannot. */
export function visibleText(page: Page, text: string | RegExp): Locator {
  return page.getByText(text).filter({ visible: true });
}

/** Where the page stands, without the host. */
export function address(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

/** A fact of a list of names and values. */
export function fact(scope: Page | Locator, name: string): Locator {
  return scope
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd[1]');
}

/** A six-digit number that the page spells for screen readers: "1 2 3 4 5 6". */
export async function readNumber(page: Page): Promise<string> {
  const spelled = page.getByText(/^\d( \d){5}$/);
  await expect(spelled).toBeAttached();
  return ((await spelled.textContent()) ?? '').replaceAll(' ', '');
}

/** Presses Tab until the element has the keyboard, as somebody without a mouse. */
export async function tabTo(page: Page, target: Locator, presses = 80): Promise<void> {
  await expect(target).toBeVisible();
  for (let count = 0; count < presses; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${presses} presses of Tab did not reach ${target}`);
}

/** Nothing of the page lies beyond the right edge of the window. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { wide, window, culprits } = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const beyond = [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && box.right > edge + 1;
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} → ${element.getBoundingClientRect().right}`);
    return { wide: document.documentElement.scrollWidth, window: edge, culprits: beyond.slice(0, 5) };
  });
  expect(wide, `no sideways scrolling at ${page.url()}; beyond the edge: ${culprits.join(', ')}`).toBeLessThanOrEqual(window);
}
