// What Slack's own types and a renderer of its blocks make of our cards: node blocks.mjs types|pictures OUT_FOLDER < lines of {name, blocks} or, for types, {name, view}
//   types     compiles every card against @slack/types as object literals, so that a property it does not know is an error; answers {problems}
//   pictures  draws the messages in headless Chromium, 700 and 360 pixels wide; answers {pictures, problems: [wider than the window]}
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { createRequire } from 'node:module';
import ts from 'typescript';

const require = createRequire(import.meta.url);
const lines = [];
for await (const line of readline.createInterface({ input: process.stdin })) lines.push(JSON.parse(line));
const out = path.resolve(process.argv[3]);
fs.mkdirSync(out, { recursive: true });

function types() {
  const file = path.join(import.meta.dirname, 'cards.generated.ts');
  const source = ["import type { HomeView, KnownBlock, ModalView } from '@slack/types';"].concat(lines.map((card, i) => {
    const [type, value] = card.view ? [card.view.type === 'home' ? 'HomeView' : 'ModalView', card.view] : ['KnownBlock[]', card.blocks];
    return `export const c${i}: ${type} = ${JSON.stringify(value)}; // ${card.name.replaceAll('\n', ' ')}`;
  })).join('\n');
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022 };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) => name === file ? ts.createSourceFile(name, source, ...rest) : getSourceFile.call(host, name, ...rest);
  host.fileExists = name => name === file || fileExists.call(host, name);
  host.readFile = name => name === file ? source : readFile.call(host, name);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(found => {
    const at = found.file && found.start !== undefined ? found.file.getLineAndCharacterOfPosition(found.start).line : 0;
    return `${source.split('\n')[at].split('// ').at(-1)}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ').slice(0, 300)}`;
  });
}

async function pictures() {
  const { chromium } = require('../node_modules/playwright-core');
  const React = require('react');
  const { renderToStaticMarkup } = require('react-dom/server');
  const { Message } = require('slack-blocks-to-jsx');
  const style = fs.readFileSync(require.resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const logo = `data:image/png;base64,${fs.readFileSync(path.join(import.meta.dirname, '../../../manifests/teams/color.png')).toString('base64')}`;
  // The renderer takes `verbatim` for "no mark-up"; for Slack it means that bare links and names are not made into links.
  const drawable = blocks => JSON.parse(JSON.stringify(blocks, (name, value) => name === 'verbatim' ? undefined : value));
  const problems = [];
  let taken = 0;
  for (const [shape, width] of [['wide', 700], ['phone', 360]]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    for (const card of lines) {
      const body = renderToStaticMarkup(React.createElement(Message, { blocks: drawable(card.blocks), name: 'SupplierBot', logo, time: new Date('2026-11-17T09:30:00Z') }));
      await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style} * { overflow-wrap: anywhere; word-break: break-word; min-width: 0; max-width: 100%; white-space: pre-line !important; } body { margin: 8px; font-family: 'Liberation Sans', sans-serif; }</style>${body}`);
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) problems.push(`${card.name} ${shape}`);
      if (card.picture) await page.screenshot({ path: path.join(out, `${card.name.replace(/[^\w.-]/g, '-')}-${shape}.png`), fullPage: true });
      taken++;
    }
    await page.close();
  }
  await browser.close();
  return { pictures: taken, problems };
}

const answer = process.argv[2] === 'types' ? { problems: types() } : await pictures();
process.stdout.write(JSON.stringify(answer));
