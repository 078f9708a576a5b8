// Photographs cards as Teams would show them: node cards-picture.js OUT_FOLDER < lines of {name, card, picture}
// Renders with adaptivecards and markdown-it in headless Chromium, 1280 and 360 pixels wide, light and dark; fold-outs closed and open.
// A card without `picture` is only measured, at the width of a phone. Answers {pictures, problems: [cards that are wider than the window],
// buttons: {name: {shape: where the lowest button ends, in pixels from the top of the card}}, measures: [{name, shape, words, buttonsEnd}]}: what is
// read before anything is opened, and where the lowest button ends. A card with `axe` is also given to axe-core in both themes, folded and
// open: what it finds is in `faults`.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');
const { chromium } = require('playwright-core');

const hosts = {
  light: { page: '#f5f5f5', card: '#ffffff', text: '#242424', subtle: '#616161', accent: '#5b5fc7', good: '#237b4b', attention: '#c4314b', warning: '#835c00', emphasis: '#f5f5f5', line: '#e0e0e0', tints: { attention: '#fdf0f2', warning: '#fbf4d9', good: '#eaf5ea', accent: '#e8ebfa' } },
  dark: { page: '#1f1f1f', card: '#292929', text: '#ffffff', subtle: '#adadad', accent: '#9299f7', good: '#92c353', attention: '#ff7a8c', warning: '#f8d22a', emphasis: '#333333', line: '#454545', tints: { attention: '#3f2227', warning: '#3a2f00', good: '#1f3320', accent: '#2f2f4a' } },
};

function hostConfig(c) {
  const of = (colour, subtle = colour) => ({ default: colour, subtle });
  const style = (backgroundColor) => ({
    backgroundColor,
    foregroundColors: { default: of(c.text, c.subtle), accent: of(c.accent), good: of(c.good), attention: of(c.attention), warning: of(c.warning) },
  });
  return {
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', 'Liberation Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    textBlock: { headingLevel: 2 },
    separator: { lineThickness: 1, lineColor: c.line },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    containerStyles: { default: style(c.card), emphasis: style(c.emphasis), attention: style(c.tints.attention), warning: style(c.tints.warning), good: style(c.tints.good), accent: style(c.tints.accent) },
    actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  };
}

function html(theme) {
  const c = hosts[theme];
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 12px; background: ${c.page}; color: ${c.text}; }
    #card { max-width: var(--card-width); background: ${c.card}; border-radius: 6px; font: 14px 'Segoe UI','Liberation Sans',sans-serif; }
    a { color: ${c.accent}; }
    p { margin: 0; } p + p { margin-top: 6px; }
    .ac-pushButton { border: 1px solid ${c.subtle}; border-radius: 4px; background: ${c.card}; color: ${c.text}; padding: 6px 12px; font: 600 14px 'Segoe UI','Liberation Sans',sans-serif; margin-bottom: 6px; }
    .ac-pushButton.style-positive { background: ${c.accent}; color: ${c.card}; border-color: ${c.accent}; }
    .ac-pushButton.style-destructive { color: ${c.attention}; border-color: ${c.attention}; }
    .ac-actionSet { flex-wrap: wrap; }
    .ac-input { box-sizing: border-box; font: inherit; padding: 6px; background: ${c.emphasis}; color: ${c.text}; border: 1px solid transparent; width: 100%; }
    .ac-input[type=radio], .ac-input[type=checkbox] { width: auto; }
    .ac-choiceSetInput-expanded { background: none; padding: 0; }
    textarea.ac-input { min-height: 64px; }
  </style><div id="card"></div>`;
}

async function main() {
  const out = path.resolve(process.argv[2]);
  fs.mkdirSync(out, { recursive: true });
  const lines = [];
  for await (const line of readline.createInterface({ input: process.stdin })) lines.push(JSON.parse(line));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const shapes = [['wide', 1280, 'light'], ['wide-dark', 1280, 'dark'], ['phone', 360, 'light'], ['phone-dark', 360, 'dark']];
  const problems = [];
  const buttons = {};
  const measures = [];
  const faults = [];
  const inspect = async (page, name, state) => {
    const found = await page.evaluate(async () => {
      const { violations } = await axe.run('#card', { resultTypes: ['violations'] });
      return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)} ${node.any.concat(node.all)[0]?.message ?? ''}`));
    });
    faults.push(...found.map(fault => `${name} ${state}: ${fault}`));
  };
  for (const [shape, width, theme] of shapes) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: 1 });
    await page.route(/^https?:/, route => route.abort());
    await page.setContent(html(theme));
    await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.min.js') });
    await page.addScriptTag({ path: require.resolve('markdown-it/dist/markdown-it.min.js') });
    await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
    for (const { name, card, picture, axe } of lines) {
      const inspected = axe && width > 500;
      if (!picture && !inspected && shape !== 'phone') continue;
      const { cut, bottom } = await page.evaluate(({ card, config, width }) => {
        const full = card.msteams && card.msteams.width === 'Full';
        const host = document.getElementById('card');
        host.style.setProperty('--card-width', width < 500 ? 'none' : full ? '792px' : '480px');
        const markdown = window.markdownit({ html: true });
        AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown.render(text); result.didProcess = true; };
        const drawn = new AdaptiveCards.AdaptiveCard();
        drawn.hostConfig = new AdaptiveCards.HostConfig(config);
        drawn.parse(card);
        host.replaceChildren(drawn.render());
        // Turns all folds over, as their rows would. The renderer writes `aria-expanded` on what it shows, where axe refuses it; no template can
        // change that.
        const targets = node => Array.isArray(node) ? node.flatMap(targets) : node === null || typeof node !== 'object' ? []
          : node.type === 'Action.ToggleVisibility' ? node.targetElements : Object.values(node).flatMap(targets);
        window.fold = () => {
          const turned = targets(card).map(id => drawn.getElementById(id)).filter(element => element);
          for (const element of turned) {
            element.isVisible = !element.isVisible;
            element.renderedElement.removeAttribute('aria-expanded');
          }
          return turned.length;
        };
        const top = host.getBoundingClientRect().top;
        return {
          cut: document.documentElement.scrollWidth > window.innerWidth ? document.documentElement.scrollWidth : 0,
          bottom: Math.round(Math.max(0, ...[...host.querySelectorAll('.ac-pushButton')].map(button => button.getBoundingClientRect().bottom - top))),
        };
      }, { card, config: hostConfig(hosts[theme]), width });
      (buttons[name] ??= {})[shape] = bottom;
      if (cut) problems.push(`${name} at ${width}: ${cut} pixels wide`);
      if (inspected) {
        await inspect(page, name, theme);
        await page.evaluate(() => window.fold());
        await inspect(page, name, `${theme}, open`);
      }
      if (!picture) continue;
      if (inspected) await page.evaluate(() => window.fold());
      measures.push({ name, shape, ...await page.evaluate(() => {
        const host = document.getElementById('card');
        for (const list of host.querySelectorAll('select')) list.replaceChildren(...[...list.options].filter(option => option.selected));
        return {
          words: host.innerText.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length,
          buttonsEnd: Math.max(0, ...[...host.querySelectorAll('.ac-pushButton')].map(button => Math.round(button.getBoundingClientRect().bottom - host.getBoundingClientRect().top))),
        };
      }) });
      await page.screenshot({ path: path.join(out, `${name}-${shape}.png`), fullPage: true });
      if (shape === 'wide' && await page.evaluate(() => window.fold()) > 0) {
        await page.screenshot({ path: path.join(out, `${name}-open.png`), fullPage: true });
      }
    }
    await page.close();
  }
  await browser.close();
  process.stdout.write(JSON.stringify({ pictures: lines.length, problems, buttons, measures, faults: [...new Set(faults)] }) + '\n');
}

main();
