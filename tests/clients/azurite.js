// Azurite's table service, or its blob service (argument `blob`), in memory, on a free loopback port: prints the port, and ends when its standard input does,
// so that a test run that is killed leaves nothing behind.
const net = require('node:net');
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...all) {
  this.once('listening', () => console.log(`port ${this.address().port}`));
  return listen.apply(this, all);
};
process.stdin.on('close', () => process.exit()).resume();
const service = process.argv.splice(2).includes('blob') ? 'blob' : 'table';
process.argv.push(`--${service}Host`, '127.0.0.1', `--${service}Port`, '0', '--inMemoryPersistence', '--silent', '--disableTelemetry', '--skipApiVersionCheck');
require(`azurite/dist/src/${service}/main.js`);
