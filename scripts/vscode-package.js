// Makes the extension's package: node scripts/vscode-package.js [file.vsix]
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { createVSIX, listFiles, PackageManager } = createRequire(import.meta.url)('@vscode/vsce');
const { name, version } = createRequire(import.meta.url)('../package.json');
/** An editor loads the whole package over the network before a person sees anything. */
const LIMIT = 1_000_000;

/** @param {string} file - where to write the package */
export async function packageExtension(file = path.join(root, `${name}-${version}.vsix`)) {
  await import('../esbuild.js');
  const original = { log: console.log, info: console.info, warn: console.warn };
  // vsce prints the tree of files and advice for publishing; what it refuses, it throws.
  Object.assign(console, { log() {}, info() {}, warn() {} });
  try {
    await createVSIX({
      cwd: root,
      packagePath: file,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
      skipLicense: false,
    });
  } finally {
    Object.assign(console, original);
  }
  const { size } = statSync(file);
  if (size > LIMIT) throw new Error(`${file} has ${size} bytes; ${LIMIT} are the limit.`);
  return { file, size };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { file, size } = await packageExtension(process.argv[2] && path.resolve(process.argv[2]));
  for (const entry of await listFiles({ cwd: root, packageManager: PackageManager.None }))
    console.log(`  ${entry}`);
  console.log(`${path.relative(process.cwd(), file)}: ${Math.round(size / 1000)} kB`);
}
