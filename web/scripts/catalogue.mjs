// Whether the catalogue holds every text of the source. With a difference it is written, and this fails.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const catalogue = new URL('../src/locales/en.po', import.meta.url);
const texts = () => readFileSync(catalogue, 'utf8').replace(/^"POT-Creation-Date:.*$/m, '');
const before = texts();
execFileSync('npx', ['lingui', 'extract', '--clean'], { stdio: 'ignore' });
if (texts() !== before) {
  console.error('src/locales/en.po was not up to date; it is now: commit it.');
  process.exit(1);
}
