// The reference app: the official framework with a window, a home page, a message with a button and a list that is looked up. What the test
// driver sends to our bot it sends to this one, too. Arguments: the Web API's address, token, signing secret. Prints the port, and ends when its
// standard input does.
import bolt from '@slack/bolt';

const [slackApiUrl, token, signingSecret] = process.argv.slice(2);
const receiver = new bolt.HTTPReceiver({ signingSecret, endpoints: ['/slack/events', '/slack/interactions', '/slack/commands', '/slack/options'] });
const app = new bolt.App({ token, receiver, clientOptions: { slackApiUrl }, logLevel: 'error' });

const plain = (text) => ({ type: 'plain_text', text });
const input = (id, label, value) => ({ type: 'input', block_id: id, label: plain(label), optional: true, element: { type: 'plain_text_input', action_id: id, ...(value ? { initial_value: value } : {}) } });
const button = (id, label, value) => ({ type: 'button', action_id: id, text: plain(label), value });
const window = (title, blocks, submit = 'Next') => ({ type: 'modal', callback_id: 'supplierbot', title: plain(title), submit: plain(submit), close: plain('Close'), private_metadata: 'case;slot;1;;;answer;', blocks });
const request = (supplier) => window('New supplier', [input('service', 'Service', supplier), input('purpose', 'Purpose'), { type: 'actions', block_id: 'actions1', elements: [button('more:', 'More', ';;;;;more;')] }]);

app.command('/supplier', async ({ command, ack, client }) => {
  if (command.text !== 'new') return ack('Say new.');
  await ack();
  await client.views.open({ trigger_id: command.trigger_id, view: request() });
});
app.shortcut('supplier_new', async ({ shortcut, ack, client }) => {
  await ack();
  await client.views.open({ trigger_id: shortcut.trigger_id, view: request() });
});
app.shortcut('supplier_this', async ({ shortcut, ack, client }) => {
  await ack();
  await client.views.open({ trigger_id: shortcut.trigger_id, view: request(shortcut.message.text) });
});
app.view('supplierbot', async ({ view, ack }) => {
  const { service, purpose } = Object.fromEntries(Object.entries(view.state.values).map(([id, inputs]) => [id, inputs[id]?.value]));
  if (!service) return ack({ response_action: 'errors', errors: { service: 'Which one?' } });
  if (!purpose) return ack({ response_action: 'update', view: window('What for', [input('service', 'Service', service), input('purpose', 'Purpose')]) });
  await ack();
});
app.view({ callback_id: 'supplierbot', type: 'view_closed' }, ({ ack }) => ack());
app.action(/^more:/, async ({ body, ack, client }) => {
  await ack();
  await client.views.push({ trigger_id: body.trigger_id, view: window('More', [input('more', 'More')], 'Done') });
});
app.action(/^review:/, async ({ body, ack, client, respond }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: window('Decide', [input('comment', 'Comment', body.state.values.note?.note?.value)], 'Approve') });
  await respond({ response_type: 'ephemeral', replace_original: false, text: 'You are looking at it.' });
});
app.options(/.*/, ({ options, ack }) => ack({ options: [{ text: plain(`${options.value} GmbH`), value: '1' }] }));
app.event('app_home_opened', ({ event, client }) => client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'header', text: plain('Waiting for you') }] } }));
app.message(async ({ message, say }) => {
  await say({ text: 'Please decide', blocks: [input('note', 'Note', message.text), { type: 'actions', block_id: 'actions1', elements: [button('review:', 'Review', 'c;s;1;;;review;')] }] });
});

process.stdin.on('close', () => process.exit()).resume();
const server = await app.start({ port: 0, host: '127.0.0.1' });
console.log(`port ${server.address().port}`);
