import { transformAsync } from '@babel/core';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where the API listens while the console is being written: `CONCORDAT=http://127.0.0.1:8080 npm run dev`. */
const api = process.env['CONCORDAT'] ?? 'http://127.0.0.1:8080';

/** Turns Lingui's macros (`t`, `<Trans>`, `<Plural>`) into calls before anything else reads a file. */
function texts(): Plugin {
  return {
    name: 'concordat:texts',
    enforce: 'pre',
    async transform(code, id) {
      const [file = ''] = id.split('?');
      if (!/\.tsx?$/.test(file) || !/@lingui\/(core|react)\/macro/.test(code)) return null;
      const done = await transformAsync(code, {
        filename: file,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [['@lingui/babel-plugin-lingui-macro', { stripMessageProp: false }]],
      });
      return done?.code ? { code: done.code, map: done.map ?? null } : null;
    },
  };
}

const forwarded = { target: api, changeOrigin: true, headers: { origin: api } };

export default defineConfig({
  plugins: [texts(), react()],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: { index: 'index.html', explore: 'explore.html' } },
  },
  server: {
    proxy: {
      '/graphql': { ...forwarded, ws: true },
      '/auth': forwarded,
      '/export': forwarded,
      '/import': forwarded,
      '/schema.graphql': forwarded,
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
