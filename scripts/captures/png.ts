// Pictures as pixels: reads the PNG files that Chromium writes, and writes them again with a palette, which is a third of their size.
import { deflateSync, inflateSync } from "node:zlib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, row by row. */
  readonly rgb: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTED = 3;
/** Bytes of a pixel by PNG's own colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 3: 1, 6: 4 };
/** Enough for the greys of its letters, the few colours of a theme, and those of a small icon. */
const COLOURS = 160;

function* chunks(file: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error("not a PNG file");
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    yield { type: file.toString("latin1", at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** PNG's fifth filter: whichever neighbour is nearest to what the three of them foretell. */
function paeth(left: number, up: number, corner: number): number {
  const foretold = left + up - corner;
  const [a, b, c] = [Math.abs(foretold - left), Math.abs(foretold - up), Math.abs(foretold - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function foretell(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

/** The samples that the filters of the rows stand for. */
function unfilter(data: Uint8Array, height: number, stride: number, bytes: number): Uint8Array {
  const out = new Uint8Array(height * stride);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at += 1) {
      const to = row * stride + at;
      const left = at >= bytes ? (out[to - bytes] ?? 0) : 0;
      const up = row > 0 ? (out[to - stride] ?? 0) : 0;
      const corner = row > 0 && at >= bytes ? (out[to - stride - bytes] ?? 0) : 0;
      out[to] = (data[row * (stride + 1) + 1 + at] ?? 0) + foretell(filter, left, up, corner);
    }
  }
  return out;
}

/** Of eight bits a channel, not interlaced: all that Chromium and `encodePng` write. */
export function decodePng(file: Buffer): Pixels {
  const parts = [...chunks(file)];
  const part = (type: string): Buffer =>
    Buffer.concat(parts.filter((one) => one.type === type).map(({ data }) => data));
  const head = part("IHDR");
  const [width, height, depth, colour = 0] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]];
  const bytes = CHANNELS[colour];
  if (depth !== 8 || bytes === undefined) throw new Error(`PNG of colour type ${colour} and depth ${depth}`);
  const samples = unfilter(inflateSync(part("IDAT")), height, width * bytes, bytes);
  const palette = part("PLTE");
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const value = samples[pixel * bytes + (colour === PALETTED ? 0 : channel)] ?? 0;
      rgb[pixel * 3 + channel] = colour === PALETTED ? (palette[value * 3 + channel] ?? 0) : value;
    }
  }
  return { width, height, rgb };
}

const colourAt = (rgb: Uint8Array, pixel: number): number =>
  ((rgb[pixel * 3] ?? 0) << 16) | ((rgb[pixel * 3 + 1] ?? 0) << 8) | (rgb[pixel * 3 + 2] ?? 0);

function distance(one: number, other: number): number {
  const channel = (colour: number, shift: number): number => (colour >> shift) & 255;
  return [16, 8, 0].reduce((sum, shift) => sum + (channel(one, shift) - channel(other, shift)) ** 2, 0);
}

/** The most frequent colours, and for each colour the place of the nearest of them. */
function palette({ width, height, rgb }: Pixels): {
  readonly kept: readonly number[];
  readonly place: ReadonlyMap<number, number>;
} {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = colourAt(rgb, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  // Of two that are as frequent always the same one.
  const sorted = [...counts].sort(([one, often], [other, oftener]) => oftener - often || one - other);
  const kept: number[] = [];
  for (const [colour] of sorted) {
    if (kept.length < COLOURS && kept.every((each) => distance(each, colour) > 64)) kept.push(colour);
  }
  const nearest = (colour: number): number =>
    kept.reduce((best, each, index) => (distance(each, colour) < distance(kept[best] ?? 0, colour) ? index : best), 0);
  return { kept, place: new Map([...counts.keys()].map((colour) => [colour, nearest(colour)])) };
}

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const sum = body.reduce((crc, byte) => (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE((sum ^ 0xffffffff) >>> 0, body.length + 4);
  return whole;
}

export function encodePng(pixels: Pixels): Buffer {
  const { width, height, rgb } = pixels;
  const { kept, place } = palette(pixels);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, PALETTED, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      rows[row * (width + 1) + 1 + column] = place.get(colourAt(rgb, row * width + column)) ?? 0;
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
