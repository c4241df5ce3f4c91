import type { Page } from 'playwright-core';

/** Signs in as a person does: in English or Chinese, by the form. */
export async function signInPage(
  page: Page,
  url: string,
  credentials: { email: string; password: string },
): Promise<void> {
  await page.goto(url);
  await page.locator('input[type="email"]').fill(credentials.email);
  await page.locator('input[type="password"]').fill(credentials.password);
  await page.keyboard.press('Enter');
  await page.locator('nav').first().waitFor();
}
