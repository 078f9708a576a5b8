// A requester and an approver in a real browser: node journey.js OUT_FOLDER WIDTH REQUESTER_URL APPROVER_URL
// Goes through a whole request in two Agents Playgrounds and photographs every step. Exits with 1 and says what was
// expected and not on screen, or what is cut off; `failed-*.png` then show the screens at that moment.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');
const { Person } = require('./person.js');

async function fillsIn(rita, supplier) {
  await rita.say(`new ${supplier}`);
  await rita.sees('About the supplier', 'Step 1 of 5');
  await rita.types('What will you use it for?', 'Notes of our sales calls; 12 people in Sales.');
  await rita.unfolds('Optional');
  await rita.types('Website', 'acme.example');
  await rita.types('Product and plan', 'Notes, business plan');
  await rita.photographs('supplier');
  await rita.presses('Next');

  await rita.sees('What they provide', 'Step 2 of 5');
  await rita.ticks('A finished app or assistant that uses AI', 'None of these');
  await rita.photographs('what');
  await rita.presses('Next');

  await rita.sees('Data and access');
  await rita.ticks('Confidential: customers, prices, contracts or plans', 'Personal: names, email, photos, voices or anything else about a person');
  await rita.ticks('We give it to them: typed, uploaded, sent, told or on paper', 'Connected to our systems: API, calendar, drive, mail or chat');
  await rita.photographs('reach');
  await rita.presses('Next');

  await rita.sees('Timing and ownership');
  await rita.chooses('What would happen if they stopped tomorrow?', "Not much; we'd manage");
  await rita.photographs('practical');
  await rita.presses('Next');

  await rita.sees('Data handling');
  await rita.chooses('How much information is involved?', 'A little: up to 1,000 people or records, or one project');
  await rita.chooses('Can they use our data', 'Not sure');
  await rita.ticks('US, Switzerland, Canada, Japan or another approved country');
  await rita.chooses('Do they use subcontractors', 'Not sure');
  await rita.ticks('Not sure: ask Security to look');
  await rita.photographs('details');
  await rita.presses('See result');
}

async function asks(rita) {
  await rita.sees('Check your request');
  await rita.photographs('summary');
  await rita.unfolds('Contract points');
  await rita.unfolds('How the score adds up');
  await rita.photographs('summary-unfolded');
  await rita.presses('Send to Security');
  await rita.sees('Sent. Thanks, Rita.');
  await rita.photographs('receipt');
}

async function questions(sam, rita, supplier) {
  await sam.goes(/Supplier reviews/);
  await sam.sees(supplier, 'Decide by');
  await sam.photographs('review');
  await sam.presses('Review');
  await sam.sees(supplier, 'Which terms are agreed?');
  await sam.photographs('deciding');
  await sam.presses('Ask a question…');
  await sam.sees('Your question');
  await sam.types('Your question', 'Could you look in their terms whether they train on what we put in?');
  await sam.photographs('ask');
  await sam.presses('Send question');
  await rita.sees('Sam asks:', 'Your answer');
  await rita.photographs('question');
  await rita.types('Your answer', 'Their terms, section 4: customer content is not used for training.');
  await rita.presses('Send answer');
}

async function decides(sam, rita, supplier) {
  await sam.sees(supplier, 'Decide by');
  await sam.presses('Review');
  await sam.sees(supplier, 'answered', 'Which terms are agreed?');
  await sam.photographs('deciding-again');
  await sam.presses('Approve with conditions…');
  await sam.sees(`Conditions: ${supplier}`, 'Suggested for this request');
  await sam.types('What needs to happen?', 'Switch off training on our calls.');
  await sam.chooses('Which terms are agreed?', "The supplier's own terms cover our contract points");
  await sam.types('Document and version', 'Terms v7, section 4');
  await sam.photographs('conditions');
  await sam.presses('Approve with conditions');
  await sam.sees(`${supplier}: approved with conditions`);
  await sam.photographs('decided');
  await rita.sees(supplier, 'not ready to use');
  await rita.photographs('told');
}

async function main([folder, width, requester, approver]) {
  const out = path.resolve(folder);
  fs.mkdirSync(out, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const supplier = width < 500 ? 'Acme Voices' : 'Acme Notes';
  const people = [];
  try {
    const rita = await Person.open(browser, 'Rita', requester, Number(width), out);
    people.push(rita);
    const sam = await Person.open(browser, 'Sam', approver, Number(width), out);
    people.push(sam);
    await fillsIn(rita, supplier);
    await asks(rita);
    await questions(sam, rita, supplier);
    await decides(sam, rita, supplier);
    return people.flatMap(person => person.problems);
  } catch (fault) {
    for (const person of people) await person.page.screenshot({ path: path.join(out, `failed-${person.name.toLowerCase()}.png`) });
    return [fault.message, ...people.flatMap(person => person.problems)];
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).then(problems => {
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length ? 1 : 0;
});
