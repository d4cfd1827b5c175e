import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** Every text of the console stands in the catalogue; English is what is written in the source. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en'],
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'] }],
  format: formatter({ lineNumbers: false, origins: false }),
});
