import type Mocha from 'mocha';

/** The launcher picks lines with this in front out of VS Code's own log. */
export const MARK = '##test## ';

/** One line of the console for each result. */
export class LineReporter {
  constructor(runner: Mocha.Runner) {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    runner.on('suite', ({ title }) => title && say(title));
    runner.on('pass', ({ title, duration }) => {
      passed++;
      say(`  ok   ${title} (${duration} ms)`);
    });
    runner.on('pending', ({ title }) => {
      skipped++;
      say(`  skip ${title}`);
    });
    runner.on('fail', ({ title }, error: unknown) => {
      failed++;
      say(`  FAIL ${title}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    });
    runner.on('end', () => say(`totals ${passed} ${failed} ${skipped}`));
  }
}

function say(text: string): void {
  for (const line of text.split('\n')) console.log(MARK + line);
}
