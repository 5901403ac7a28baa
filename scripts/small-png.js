// A PNG of few colours: pictures of an editor have little more than shades of letters on paper, and shrink to a quarter.
import { crc32, deflateSync } from 'node:zlib';

const COLOURS = 96;

/**
 * @param {{ width: number, height: number, pixels: Uint8Array }} image - red, green, blue and opacity of each pixel
 * @returns {Buffer} a PNG with a palette, in which every colour is the nearest of the most frequent ones
 */
export function smallPng({ width, height, pixels }) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = shade(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, COLOURS);
  const index = new Map(palette.map(([colour], number) => [colour, number]));
  for (const colour of counts.keys()) if (!index.has(colour)) index.set(colour, nearest(palette, colour));

  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = index.get(shade(pixels, (y * width + x) * 4));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, which are a number in the palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(([colour]) => parts(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Colours that no one can tell apart count as one. */
function shade(pixels, at) {
  return ((pixels[at] & 0xfc) << 16) | ((pixels[at + 1] & 0xfc) << 8) | (pixels[at + 2] & 0xfc);
}

/** Back to full range, so that white stays white. */
function parts(colour) {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff].map((part) => part | (part >> 6));
}

function nearest(palette, colour) {
  const [red, green, blue] = parts(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [number, [other]] of palette.entries()) {
    const [r, g, b] = parts(other);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [number, distance];
  }
  return best;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
