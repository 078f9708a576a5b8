// The reference bot: what ours does on screen, put together with the official SDK as its samples are, without sign-in.
//   installed        -> greets with a card            typed             -> a card, in the thread it was typed in
//   Action.Execute   -> another card in its place     Action.Submit     -> another card in its place, by an update
// Argument: port. Ends when its standard input does.
'use strict';
const express = require('express');
const { CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory, TeamsActivityHandler } = require('botbuilder');

const data = { verb: 'cancel', _: { version: 1 } };
const card = (text, ...actions) => CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text, wrap: true }], actions });
const page = () => card('About the supplier: Acme', { type: 'Action.Execute', verb: 'cancel', title: 'Save and stop', data });
const stopped = () => card('Stopped for now. Nothing was sent.');

class Bot extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMembersAdded(async (context, next) => {
      const installed = context.activity.membersAdded.some((member) => member.id === context.activity.recipient.id);
      if (installed && context.activity.conversation.conversationType === 'personal') await context.sendActivity({ attachments: [card('Hello.')] });
      await next();
    });
    this.onMessage(async (context, next) => {
      if (context.activity.value) await context.updateActivity({ ...MessageFactory.attachment(stopped()), id: context.activity.replyToId });
      else await context.sendActivity({ attachments: [page()] });
      await next();
    });
  }
  async onAdaptiveCardInvoke() {
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: stopped().content };
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new Bot();
const server = express();
server.use(express.json({ limit: '1mb' }));
server.post('/api/messages', (asked, answer) => adapter.process(asked, answer, (context) => bot.run(context)));
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log(`port ${process.argv[2]}`));
process.stdin.on('close', () => process.exit()).resume();
