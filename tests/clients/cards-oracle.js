// Answers questions about cards with the public JavaScript libraries: one JSON object a line in, one a line out.
//   {op: "expand", template, data}  -> {card}                  adaptivecards-templating
//   {op: "check", card}             -> {problems: [string]}     adaptivecards: parse and validateProperties
//   {op: "markdown", text}          -> {html}                   markdown-it with HTML allowed, as the most trusting client would
'use strict';
const readline = require('node:readline');
const AdaptiveCards = require('adaptivecards/dist/adaptivecards.js');
const { Template } = require('adaptivecards-templating');
const MarkdownIt = require('markdown-it');

const markdown = new MarkdownIt({ html: true });

function expand({ template, data }) {
  return { card: new Template(template).expand({ $root: data }) };
}

function check({ card }) {
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: 6 } });
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  parsed.parse(card, context);
  const problems = [];
  for (let i = 0; i < context.eventCount; i++) problems.push(context.getEventAt(i).message);
  for (const event of parsed.validateProperties().validationEvents) problems.push(`${event.source?.getJsonTypeName() ?? ''}: ${event.message}`);
  return { problems };
}

const operations = { expand, check, markdown: ({ text }) => ({ html: markdown.render(text) }) };

readline.createInterface({ input: process.stdin }).on('line', line => {
  let answer;
  try {
    const question = JSON.parse(line);
    answer = operations[question.op](question);
  } catch (fault) {
    answer = { fault: String(fault) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
});
