// A suite runs inside VS Code and cannot see its page; this answers its requests with the browser that shows it.
import { createServer } from 'node:http';

const WAIT = 10_000;

/**
 * @param {() => import('playwright-core').Page | undefined} page
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function startHands(page) {
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.setHeader('content-type', 'application/json');
    try {
      let body = '';
      for await (const chunk of request) body += chunk;
      const result = request.method === 'POST' ? await act(page(), JSON.parse(body)) : null;
      response.end(JSON.stringify({ result: result ?? null }));
    } catch (error) {
      response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function act(page, { do: job, selector, key, inReport = true }) {
  const place = inReport ? await reportFrame(page) : page;
  switch (job) {
    case 'text':
      return place.locator(selector).first().innerText({ timeout: WAIT });
    case 'count':
      return place.locator(selector).count();
    case 'click':
      return place.locator(selector).first().click({ timeout: WAIT });
    case 'focus':
      return place.locator(selector).first().focus({ timeout: WAIT });
    case 'focused':
      return place.evaluate('document.activeElement?.getAttribute("data-key") ?? null');
    case 'press':
      return page.keyboard.press(key);
    case 'names':
      // What a screen reader hears, and controls that say nothing.
      return place.evaluate(
        '[...document.querySelectorAll("button, summary, [role=img]")].map((e) => (e.getAttribute("aria-label") ?? e.textContent).trim())',
      );
    default:
      throw new Error(`unknown job ${job}`);
  }
}

/** The page of the report, which stands two frames deep. */
export async function reportFrame(page) {
  const end = Date.now() + WAIT;
  for (;;) {
    for (const frame of page.frames())
      if (await frame.evaluate('document.getElementById("report") !== null').catch(() => false)) return frame;
    if (Date.now() > end) throw new Error('no report is shown');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
