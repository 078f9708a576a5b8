// Calls methods of the Web API as the official client does. Argument: the API's address and the token; each line of standard input is a JSON
// array of method and arguments, and one line of JSON answers it.
import { WebClient, LogLevel } from '@slack/web-api';
import readline from 'node:readline';
const client = new WebClient(process.argv[3], { slackApiUrl: process.argv[2], retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR });
console.log('port 0');
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [method, args] = JSON.parse(line);
  const reply = await client.apiCall(method, args).catch((fault) => fault.data ?? { ok: false, error: String(fault) });
  console.log(JSON.stringify({ ok: reply.ok, error: reply.error }));
}
