// What VS Code's web worker calls. The launcher puts mocha's build for browsers into the bundle.
import 'mocha/mocha.js';
import { LineReporter } from './reporter.ts';
import { declareTests } from './suites.ts';
import { tests } from './tools.ts';

declare const mocha: { setup(options: object): void; run(done: (failures: number) => void): void };

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: LineReporter, grep: tests.grep });
  await declareTests();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
