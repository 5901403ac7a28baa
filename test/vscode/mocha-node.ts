// What VS Code's Node extension host calls, on a desktop or in the tests' own VS Code.
import Mocha from 'mocha';
import { LineReporter } from './reporter.ts';
import { declareTests } from './suites.ts';
import { tests } from './tools.ts';

export async function run(): Promise<void> {
  const inOurs = process.env['POSTING_LINT_TEST_LINES'] !== undefined;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    color: false,
    // Mocha's types ask for the whole class; it only ever calls the constructor.
    reporter: inOurs ? (LineReporter as unknown as typeof Mocha.reporters.Base) : 'spec',
    grep: tests.grep,
  });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await declareTests();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
