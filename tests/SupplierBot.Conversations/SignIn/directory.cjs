'use strict';
// Loaded before a client that knows but one directory: connections to it go to the one of the test, whose port is in DIRECTORY_PORT.
// The name stays, so that the certificate is checked as ever.
const net = require('node:net');

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = args;
  const options = Array.isArray(first) ? first[0] : first;
  if (options && options.host === 'login.microsoftonline.com') Object.assign(options, { host: '127.0.0.1', port: Number(process.env.DIRECTORY_PORT) });
  return connect.apply(this, args);
};
