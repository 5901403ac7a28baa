import type { Format } from '../contract/report.ts';

/** A tag that people write by hand only when they write HTML. */
const HTML_START =
  /^\s*(?:<!doctype\s+html|<\?xml|<(?:html|head|body|main|article|section|div|h[1-6]|p|ul|ol|table)\b[^>]*>)/i;

/**
 * The format of a draft, by its file's extension and, where that says nothing, by how its text begins.
 *
 * @param path a path or file name; may be empty
 * @param text the draft
 */
export function detectFormat(path: string, text: string): Format {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  switch (extension) {
    case 'md':
    case 'markdown':
    case 'mdx':
      return 'markdown';
    case 'html':
    case 'htm':
      return 'html';
    case 'txt':
      return 'text';
    default:
      return HTML_START.test(text.slice(0, 1000)) ? 'html' : 'text';
  }
}
