// The peer of the benchmark: as the SDK's own samples put it together, without sign-in, state in memory.
const express = require('express');
const { ActivityHandler, CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage } = require('botbuilder');
const { Dialog, DialogSet, WaterfallDialog } = require('botbuilder-dialogs');

const port = Number(process.argv[2]);
const state = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(state.createProperty('DialogState'));

const card = (number) => CardFactory.adaptiveCard({
  type: 'AdaptiveCard', version: '1.5',
  body: [
    { type: 'TextBlock', text: `Question ${number}`, weight: 'bolder' },
    { type: 'Input.ChoiceSet', id: 'answer', label: 'Pick one', style: 'expanded', choices: [1, 2, 3, 4, 5].map((choice) => ({ title: `Choice ${choice}`, value: `${choice}` })) },
  ],
  actions: [{ type: 'Action.Submit', title: 'Next', data: { step: number } }],
});

const ask = (number) => async (step) => {
  if (number > 1) step.values[`answer${number - 1}`] = step.context.activity.value;
  await step.context.sendActivity({ attachments: [card(number)] });
  return Dialog.EndOfTurn;
};
const end = async (step) => {
  step.values.answer5 = step.context.activity.value;
  const answers = [1, 2, 3, 4, 5].map((number) => step.values[`answer${number}`]?.answer);
  await step.context.sendActivity(`Thank you: ${answers.join(' ')}`);
  return step.endDialog(step.values);
};
dialogs.add(new WaterfallDialog('five', [ask(1), ask(2), ask(3), ask(4), ask(5), end]));

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      if (context.activity.text === 'echo') await context.sendActivity('echo');
      else {
        const dialog = await dialogs.createContext(context);
        if (context.activity.text === 'start') await dialog.cancelAllDialogs();
        const result = await dialog.continueDialog();
        if (result.status === 'empty' || result.status === 'cancelled') await dialog.beginDialog('five');
      }
      await next();
    });
  }
  async run(context) {
    await super.run(context);
    await state.saveChanges(context, false);
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (context, error) => { console.error(error); };
const bot = new Bot();
const server = express();
server.use(express.json());
server.post('/api/messages', (request, response) => adapter.process(request, response, (context) => bot.run(context)));
server.get('/health/ready', (request, response) => response.send('Healthy'));
server.listen(port, '127.0.0.1');
