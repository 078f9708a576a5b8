// The channel side of the protocol, played by the official library: it posts activities to the bot and serves the connector's routes, which the
// bot calls. What arrives is parsed by the library's own models, refused where they would refuse or lose any of it, and passed on, by its own
// connector client, to the connector at the address given.
// Lines of JSON: { n, bot, conversation, activity } in, { n, status, body } and { call, ... } out. Ends when its standard input does.
const assert = require('node:assert');
const express = require('express');
const readline = require('node:readline');
const { ChannelServiceHandlerBase, ChannelServiceRoutes, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
const { ConnectorClient, MicrosoftAppCredentials } = require('botframework-connector');
const { createSerializer } = require('botbuilder-stdlib/lib/azureCoreHttpCompat');
const Mappers = require('botframework-connector/lib/connectorApi/models/mappers');
const { assertAttachment } = require('botframework-schema');

const behind = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: process.argv[2], allowInsecureConnection: true });
const guest = 'aaaaaaaa-0000-0000-0000-000000000001';
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const ids = ({ id, activityId }) => (activityId ? { id, activityId } : { id });

// Refuses what the library's models refuse, and what they do not know and would drop on the way.
const models = createSerializer(Mappers);
const dropped = (sent, kept, path) =>
  sent !== null && typeof sent === 'object' && typeof kept === 'object' && kept !== null
    ? Object.keys(sent).forEach((name) => dropped(sent[name], kept[name], `${path}/${name}`))
    : assert.deepStrictEqual(kept, sent, path);
const known = (model, sent) => {
  try {
    (sent.attachments ?? sent.activity?.attachments ?? []).forEach((attachment) => assertAttachment(attachment));
    dropped(sent, JSON.parse(JSON.stringify(models.serialize(model, sent, 'sent'))), '');
  } catch (fault) {
    say({ call: 'refused', why: fault.message });
    throw fault;
  }
  return sent;
};
const checked = (activity) => known(Mappers.Activity, activity);

class Handler extends ChannelServiceHandlerBase {
  async authenticate(header) {
    say({ call: 'authenticate', header });
    return {};
  }
  async onSendToConversation(claims, conversation, activity) {
    say({ call: 'sendToConversation', conversation, activity: checked(activity) });
    return ids(await behind.conversations.sendToConversation(conversation, activity));
  }
  async onReplyToActivity(claims, conversation, id, activity) {
    say({ call: 'replyToActivity', conversation, id, activity: checked(activity) });
    return ids(await behind.conversations.replyToActivity(conversation, id, activity));
  }
  async onUpdateActivity(claims, conversation, id, activity) {
    say({ call: 'updateActivity', conversation, id, activity: checked(activity) });
    return ids(await behind.conversations.updateActivity(conversation, id, activity));
  }
  async onDeleteActivity(claims, conversation, id) {
    say({ call: 'deleteActivity', conversation, id });
  }
  async onCreateConversation(claims, parameters) {
    say({ call: 'createConversation', parameters: known(Mappers.ConversationParameters, parameters) });
    if (!parameters.activity) return { id: 'a:direct', serviceUrl: '', activityId: '' };
    return ids(await behind.conversations.createConversation(parameters));
  }
  async onGetConversationMember(claims, user, conversation) {
    say({ call: 'getConversationMember', conversation, user });
    return { id: '29:somebody', name: 'Somebody', aadObjectId: user, userRole: user === guest ? 'guest' : 'user' };
  }
  async onGetConversationPagedMembers(claims, conversation, size, token) {
    say({ call: 'getConversationPagedMembers', conversation, size, token });
    return { members: [{ id: token ? '29:sam' : '29:rita', name: token ? 'Sam' : 'Rita' }], continuationToken: token ? undefined : 'second page' };
  }
}

const server = express();
server.use(express.json({ limit: '1mb' }));
new ChannelServiceRoutes(new Handler()).register(server, '');
const listening = server.listen(0, '127.0.0.1', () => say({ port: listening.address().port }));

const client = new ConfigurationBotFrameworkAuthentication({}).createBotFrameworkClient();
readline.createInterface({ input: process.stdin }).on('line', async (line) => {
  const { n, bot, conversation, activity } = JSON.parse(line);
  try {
    const { status, body } = await client.postActivity('', '', bot, `http://127.0.0.1:${listening.address().port}`, conversation, activity);
    for (const activity of body?.activities ?? []) say({ call: 'expectReplies', conversation, activity: checked(activity) });
    say({ n, status, body });
  } catch (fault) {
    say({ n, status: 0, body: `${fault}` });
  }
}).on('close', () => process.exit());
