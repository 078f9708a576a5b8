'use strict';
// Loaded before Microsoft's Agents Playground, which itself has neither switch:
// it listens on every interface, and it outlives the process that started it.
const net = require('node:net');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  if (args[0] !== null && typeof args[0] === 'object' && 'port' in args[0]) args[0] = { ...args[0], host: '127.0.0.1' };
  else if (typeof args[0] === 'number' || typeof args[0] === 'string') {
    const done = args.find(argument => typeof argument === 'function');
    args = done ? [args[0], '127.0.0.1', done] : [args[0], '127.0.0.1'];
  }
  return listen.apply(this, args);
};

// A page in a browser can point its own name at 127.0.0.1 (DNS rebinding) and would then speak as a persona; its Host gives it away.
const http = require('node:http');
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function (event, request, answer, ...rest) {
  const asks = event === 'request' || event === 'upgrade' || event === 'connect' || event === 'checkContinue' || event === 'checkExpectation';
  if (!asks || loopback.test(request.headers.host ?? '')) return emit.call(this, event, request, answer, ...rest);
  if (event === 'upgrade' || event === 'connect') answer.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  else answer.writeHead(403, { connection: 'close' }).end();
  return true;
};

// Standard input is a pipe held by the bot: it closes when the bot ends, even when the bot is killed.
process.stdin.on('close', () => process.exit(0));
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
