// Azurite's table service, in memory, on a free loopback port: prints the port, and ends when its standard input does,
// so that a test run that is killed leaves nothing behind.
const net = require('node:net');
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...all) {
  this.once('listening', () => console.log(`port ${this.address().port}`));
  return listen.apply(this, all);
};
process.stdin.on('close', () => process.exit()).resume();
process.argv.push('--tableHost', '127.0.0.1', '--tablePort', '0', '--inMemoryPersistence', '--silent', '--disableTelemetry');
require('azurite/dist/src/table/main.js');
