// Writes the types of the library into dist/, or the folder that is named: index.d.ts, with everything its parts of src/ say in one file, and
// unified.d.ts, which takes its types from there.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.resolve(process.argv[2] ?? path.join(root, 'dist'));

/** The library, and where its types come from. */
const FILES = [
  'api/index.ts',
  'api/unified.ts',
  'api/types.ts',
  'contract/house.ts',
  'contract/report.ts',
  'contract/rule.ts',
  'report/names.ts',
];
const IMPORT = /^(?:import|export) (?:type )?(?:\*|\{[^}]*\}|[\w$]+)(?: as [\w$]+)? from '(\.[^']+)';\n?/gm;

const folder = mkdtempSync(path.join(root, 'node_modules/.posting-lint-types-'));
try {
  const config = path.join(folder, 'tsconfig.json');
  writeFileSync(
    config,
    JSON.stringify({
      extends: path.join(root, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        // Only these few files are read, whose exports say their types; `npm run check` sees to the rest.
        noCheck: true,
        noResolve: true,
        types: [],
        rootDir: path.join(root, 'src'),
        outDir: folder,
      },
      include: [],
      files: FILES.map((name) => path.join(root, 'src', name)),
    }),
  );
  const tsc = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', config], { stdio: 'inherit' });
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'index.d.ts'), bundle(path.join(folder, 'api/index.d.ts')));
  const plugin = readFileSync(path.join(folder, 'api/unified.d.ts'), 'utf8');
  writeFileSync(
    path.join(out, 'unified.d.ts'),
    plugin.replace(IMPORT, (line, from) => line.replace(from, './index.js')),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A module and those it takes from, each once, without the lines that say so. */
function bundle(entry) {
  const parts = [];
  const seen = new Set();
  const add = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, from] of text.matchAll(IMPORT))
      add(path.resolve(path.dirname(file), from.replace(/\.ts$/, '.d.ts')));
    parts.push(text.replace(IMPORT, '').trim());
  };
  add(entry);
  return `${parts.join('\n\n')}\n\nexport {};\n`;
}
