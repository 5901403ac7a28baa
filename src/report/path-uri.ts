/** A path as a URI reference: relative ones stay relative, absolute ones become `file:` URIs. */
export function pathUri(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  // A drive's colon is part of the address.
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded.replace(/^(?:\.\/)+/, '');
}
