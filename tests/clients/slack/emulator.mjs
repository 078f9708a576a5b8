// The emulator of Slack's Web API on a free loopback port, seeded with the file that is named: prints the port, and ends when its standard
// input does, so that a test run that is killed leaves nothing behind.
import net from 'node:net';
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...all) {
  this.once('listening', () => console.log(`port ${this.address().port}`));
  return listen.apply(this, [{ port: 0, host: '127.0.0.1' }, ...all.filter((one) => typeof one === 'function')]);
};
process.stdin.on('close', () => process.exit()).resume();
process.argv.splice(2, Infinity, 'start', '--service', 'slack', '--seed', process.argv[2]);
await import('emulate/cli');
