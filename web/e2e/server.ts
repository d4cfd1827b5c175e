import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer as listen } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Everybody's in the demo. */
export const PASSWORD = 'a password for the demo';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = ['debug', 'release'].map((profile) => `${root}target/${profile}/concordat`);

/** The real server with the demo's data, on a free port. */
interface Server {
  base: string;
  stop(): Promise<void>;
}

/** Starts the demo; `E2E_BINARY` says which one, where it is not the one that was built last. `settings` are added to its own. */
export async function demo(settings: readonly string[]): Promise<Server> {
  const binary = process.env['E2E_BINARY'] ?? built.find(existsSync);
  if (!binary) throw new Error('there is no concordat yet: cargo build');
  const options = ['demo', '--password', PASSWORD, '--listen', `127.0.0.1:${await free()}`, '--metrics-listen', '127.0.0.1:0', '--sign-ins-per-minute', '10000', ...settings];
  // the server takes settings from variables with its name; none of ours is one
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('CONCORDAT')));
  const child = spawn(binary, options, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const base = await listens(child);
  const behind = process.env['E2E_VITE'] ? await vite(base) : undefined;
  return {
    base: behind?.base ?? base,
    async stop() {
      await behind?.stop();
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** A port that nobody uses: the server has to know its own address beforehand, to tell its own pages from another site's. */
function free(): Promise<number> {
  return new Promise((found, failed) => {
    const held = listen().once('error', failed);
    held.listen(0, '127.0.0.1', () => {
      const address = held.address();
      held.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

/** Waits until the server says where it listens. */
function listens(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const hear = (piece: Buffer) => {
      said += piece.toString();
      const [, base] = /Concordat listens on (http:\/\/\S+?)\.\s/.exec(said) ?? [];
      if (base) found(base);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${said.slice(-2000)}`)));
  });
}

/** The sources as they stand before the server: for whoever is writing pages and has not built them into it. */
async function vite(api: string): Promise<Server> {
  process.env['CONCORDAT'] = api;
  const { createServer } = await import('vite');
  const server = await createServer({ server: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  await server.listen();
  const [base = ''] = server.resolvedUrls?.local ?? [];
  return { base: base.replace(/\/$/, ''), stop: () => server.close() };
}
