import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** Draws in the designer as a person does: by clicking, typing and choosing. Speaks the English interface. */
export class DesignerDriver {
  private readonly page: Page;
  private readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'Properties' });
  }

  /** Opens the outline once, so that any element can be chosen by name. */
  async openOutline(): Promise<void> {
    await this.page.getByRole('button', { name: 'Outline' }).click();
    await this.page.locator('.designer__outline').waitFor();
  }

  /** Chooses an element in the outline: by name, or a flow as "source → target". */
  async select(name: string): Promise<void> {
    await this.page.locator('.designer__outline button', { has: this.page.getByText(name, { exact: true }) }).click();
    await this.panel.getByRole('heading', { level: 2 }).waitFor();
  }

  /** Brings the whole drawing into view and clicks an element on it. */
  async clickOnCanvas(id: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Fit to view' }).click();
    await this.page.locator(`.djs-element[data-element-id="${id}"] > .djs-hit`).first().click();
  }

  async append(what: string, name: string): Promise<void> {
    const before = await this.id();
    await this.panel.getByRole('button', { name: `Append ${what}` }).click();
    await expect.poll(() => this.id()).not.toBe(before);
    await this.rename(name);
  }

  async rename(name: string): Promise<void> {
    await this.fill('Name', name);
  }

  async press(button: string): Promise<void> {
    await this.panel.getByRole('button', { name: button, exact: true }).click();
  }

  async fill(label: string, text: string): Promise<void> {
    const field = this.panel.getByLabel(label, { exact: true }).first();
    await field.fill(text);
    await field.press('Tab');
  }

  /** Types into a labelled box inside a named group of boxes. */
  async fillIn(group: string, label: string, text: string): Promise<void> {
    const field = this.panel.getByRole('group', { name: group, exact: true }).getByLabel(label, { exact: true });
    await field.fill(text);
    await field.press('Tab');
  }

  async choose(label: string, option: string): Promise<void> {
    await this.panel.getByLabel(label, { exact: true }).first().selectOption({ label: option });
  }

  async check(label: string, on: boolean): Promise<void> {
    await this.panel.getByRole('checkbox', { name: label }).setChecked(on);
  }

  /** Opens a group of the panel that stands folded. */
  async unfold(group: string): Promise<void> {
    const details = this.panel.locator('details', {
      has: this.page.locator('summary').getByText(group, { exact: true }),
    });
    if (!(await details.evaluate((element) => (element as unknown as { open: boolean }).open)))
      await details.locator('summary').click();
  }

  async addField(kind: string): Promise<void> {
    await this.choose('Kind of field', kind);
    await this.press('Add field');
  }

  /** id of the selected element; empty when it has none to show */
  async id(): Promise<string> {
    const field = this.panel.getByLabel('ID', { exact: true });
    return (await field.count()) === 0 ? '' : field.inputValue();
  }

  /** Waits until the draft on the server is what is on the screen. */
  async saved(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.designer__save', { hasText: 'Saved' }).waitFor();
  }

  async deploy(note: string, version: number): Promise<void> {
    await this.page.getByRole('button', { name: 'Deploy', exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('What is new').fill(note);
    await dialog.getByRole('button', { name: `Deploy version ${version}` }).click();
    await this.page.getByText(`Version ${version} is at work.`).waitFor();
  }
}
