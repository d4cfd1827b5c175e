import { transformAsync } from '@babel/core';
import react from '@vitejs/plugin-react';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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
        plugins: [['@lingui/babel-plugin-lingui-macro', { stripMessageField: false }]],
      });
      return done?.code ? { code: done.code, map: done.map ?? null } : null;
    },
  };
}

/** Puts beside each file that gets shorter by it the same as Brotli and as gzip: the server compresses nothing itself. */
function compressed(): Plugin {
  return {
    name: 'concordat:compressed',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(css|js|json|svg|txt|webmanifest)$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const plain = await readFile(file);
        const forms = { br: brotliCompressSync(plain), gz: gzipSync(plain, { level: 9 }) };
        for (const [end, form] of Object.entries(forms)) {
          if (form.length < plain.length * 0.9) await writeFile(`${file}.${end}`, form);
        }
      }
    },
  };
}

/** GraphiQL's style sheet carries its fonts inside itself, which our policy does not allow: they are left out, ours stand in for them. */
function withoutFonts(): Plugin {
  return {
    name: 'concordat:fonts',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('graphiql/dist/style.css') ? { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null } : null;
    },
  };
}

const forwarded = { target: api, changeOrigin: true, headers: { origin: api } };

export default defineConfig(({ command }) => ({
  // A build speaks of what is wrong with it alone; a server says where it listens.
  logLevel: command === 'build' ? 'warn' : 'info',
  plugins: [texts(), withoutFonts(), react(), compressed()],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { index: 'index.html', explore: 'explore.html' },
      // What GraphiQL stands on tells React's compiler, which is not used here, to leave a file alone.
      onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log),
    },
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
}));
