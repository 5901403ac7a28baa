import { env, type Uri, type Webview } from 'vscode';

/** The page that shows a report. It loads nothing but our own script and style sheet, and can reach no network. */
export function reportPage(webview: Webview, extension: { join: (path: string) => Uri }): string {
  const nonce = makeNonce();
  const script = webview.asWebviewUri(extension.join('dist/report.js'));
  const style = webview.asWebviewUri(extension.join('dist/report.css'));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Posting Lint</title>
</head>
<body>
<main id="report"></main>
<div id="announcement" role="status" aria-live="polite" class="unseen"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
