import './suites/activation.ts';
import './suites/diagnostics.ts';
import './suites/fixes.ts';
import './suites/configuration.ts';
import './suites/commands.ts';
import './suites/report.ts';
import './suites/multi-root.ts';
