import { tests } from './tools.ts';

/** Declares all tests; in another language, those that are about words. */
export async function declareTests(): Promise<void> {
  if (tests.language !== 'en') {
    await import('./suites/german.ts');
    return;
  }
  await import('./suites/activation.ts');
  await import('./suites/diagnostics.ts');
  await import('./suites/reading.ts');
  await import('./suites/fixes.ts');
  await import('./suites/configuration.ts');
  await import('./suites/commands.ts');
  await import('./suites/report.ts');
  await import('./suites/multi-root.ts');
}
