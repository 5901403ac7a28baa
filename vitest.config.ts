import { defineConfig } from 'vitest/config';
import { viteRules } from './scripts/rules-plugin.js';

export default defineConfig({
  plugins: [viteRules],
  define: { __VERSION__: JSON.stringify('0.0.0-test') },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
