// One person in one Agents Playground in a real browser: says, sees, types, ticks, presses and photographs.
'use strict';
const path = require('node:path');

const patience = 60_000;
const desktop = 1280, phone = 500, beside = 32;

class Person {
  constructor(name, page, out, width) { Object.assign(this, { name, page, out, width, pictures: 0, problems: [] }); }

  /** The Playground's own page does not fit a phone: below 500, `width` is that of a phone whose cards are shown as wide as Teams would. */
  static async open(browser, name, url, width, out) {
    const context = await browser.newContext({ viewport: { width: Math.max(width, desktop), height: 3600 }, timezoneId: 'Europe/London', locale: 'en-GB' });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.route(/^https:/, route => route.abort());
    const person = new Person(name, page, out, width);
    const listening = page.waitForEvent('websocket', socket => socket.url().includes('/conversations/stream'));
    await page.goto(url);
    await listening;
    await person.box().waitFor();
    if (width < phone) await page.addStyleTag({ content: `.ac-adaptiveCard { box-sizing: border-box; min-width: 0 !important; width: ${width - beside}px !important; }` });
    return person;
  }

  box() { return this.page.locator('div[role=textbox][contenteditable=true]').last(); }

  async say(text) {
    await this.box().click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async goes(place) {
    await this.page.getByRole('treeitem', { name: place }).click();
  }

  /** Waits for a card with these texts; types, ticks and presses go there from now on. */
  async sees(...texts) {
    let cards = this.page.locator('.ac-adaptiveCard');
    for (const text of texts) cards = cards.filter({ hasText: text });
    this.card = cards.last();
    await this.card.waitFor().catch(() => { throw new Error(`${this.name} does not see a card with ${texts.map(text => `"${text}"`).join(' and ')}.`); });
  }

  async reads(text) {
    await this.page.getByText(text).last().waitFor().catch(() => { throw new Error(`${this.name} does not read "${text}".`); });
  }

  types(label, text) { return this.card.getByLabel(label).fill(text); }

  async ticks(...choices) {
    for (const choice of choices) await this.card.getByText(choice, { exact: true }).first().click();
  }

  /** For choices whose words stand under more than one question. */
  answers(question, choice) {
    return this.card.locator('label', { hasText: question }).locator('xpath=..').getByText(choice, { exact: true }).click();
  }

  /** From a list that opens. */
  async chooses(question, choice) {
    await this.card.getByText(question).locator('xpath=ancestor::*[.//*[@role="combobox"]][1]').getByRole('combobox').first().click();
    await this.page.getByRole('option', { name: choice }).first().click();
  }

  presses(button) { return this.card.getByRole('button', { name: button, exact: true }).click(); }

  unfolds(title) { return this.card.getByText(title).first().click(); }

  /** The card alone, in full; also looks whether anything in it is cut off or wider than the card. */
  async photographs(step) {
    await this.page.mouse.move(0, 0);
    const cut = await this.card.evaluate(card => {
      const edge = card.getBoundingClientRect().right + 1;
      return [...card.querySelectorAll('*')]
        .filter(part => part.getClientRects().length && part.textContent.trim().replace('...', ''))
        .filter(part => part.getBoundingClientRect().right > edge || (getComputedStyle(part).overflowX === 'hidden' && part.scrollWidth > part.clientWidth + 1))
        .map(part => part.textContent.trim().slice(0, 60));
    });
    if (cut.length) this.problems.push(`${this.name}, ${step}, ${this.width} pixels: cut off: "${cut.at(-1)}"`);
    const file = `${this.width}-${this.name.toLowerCase()}-${String(++this.pictures).padStart(2, '0')}-${step}.png`;
    await this.card.screenshot({ path: path.join(this.out, file) });
  }
}

module.exports = { Person };
