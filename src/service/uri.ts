/**
 * The path of an address as configurations know paths: of `file:` the path on the machine (`/home/x`, `c:/x`), of other
 * schemes with scheme and host in front (`vscode-vfs://github/team/x`). Decoded.
 */
export function pathOf(uri: string): string {
  const match = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/i.exec(uri);
  if (!match) return uri;
  const [, scheme = '', host, path = ''] = match;
  const decoded = decode(path);
  if (scheme.toLowerCase() !== 'file')
    return host === undefined ? `${scheme}:${decoded}` : `${scheme}://${host}${decoded}`;
  if (host) return `//${host}${decoded}`;
  const drive = /^\/([a-z]):(.*)$/i.exec(decoded);
  return drive ? `${drive[1]?.toLowerCase()}:${drive[2]}` : decoded;
}

/** The address of a path; the other way round from `pathOf`. */
export function uriOf(path: string): string {
  const match = /^([a-z][a-z0-9+.-]+):\/\/([^/]*)(.*)$/i.exec(path);
  if (match) return `${match[1]}://${match[2]}${encode(match[3] ?? '')}`;
  // Of a scheme without hosts: `tmp:/x`.
  const plain = /^([a-z][a-z0-9+.-]+):(\/.*)$/i.exec(path);
  if (plain) return `${plain[1]}:${encode(plain[2] ?? '')}`;
  const drive = /^([a-z]):(.*)$/i.exec(path);
  if (drive) return `file:///${drive[1]}%3A${encode(drive[2] ?? '')}`;
  if (path.startsWith('//')) {
    const [, host = '', rest = ''] = /^\/\/([^/]*)(.*)$/.exec(path) ?? [];
    return `file://${host}${encode(rest)}`;
  }
  return `file://${encode(path)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign is one.
    return text;
  }
}

/** As VS Code writes addresses, so that what comes back is found again. */
function encode(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, percent))
    .join('/');
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
