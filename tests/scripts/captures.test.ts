// The pictures of the pane and of the guides: read as Chromium writes them, and written smaller.
import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import fc from "../seeded";
import { describe, expect, it } from "vitest";
import { decodePng, encodePng, type Pixels } from "../../scripts/captures/png";

const COLOURS = [
  [255, 255, 255],
  [36, 36, 36],
  [15, 108, 189],
  [177, 14, 28],
] as const;

function picture(width: number, height: number, colourOf: (pixel: number) => number): Pixels {
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) rgb.set(COLOURS[colourOf(pixel)] ?? COLOURS[0], pixel * 3);
  return { width, height, rgb };
}

/** As the filters of PNG, one a row, encode the rows of an RGB picture. */
function filtered({ width, height, rgb }: Pixels, filterOf: (row: number) => number): Buffer {
  const stride = width * 3;
  const at = (row: number, column: number): number => (row < 0 || column < 0 ? 0 : (rgb[row * stride + column] ?? 0));
  const foretold = (row: number, column: number): number[] => {
    const [left, up, corner] = [at(row, column - 3), at(row - 1, column), at(row - 1, column - 3)];
    const sum = left + up - corner;
    const nearest = [left, up, corner].reduce((best, one) => (Math.abs(sum - one) < Math.abs(sum - best) ? one : best));
    return [0, left, up, Math.floor((left + up) / 2), nearest];
  };
  const rows = Array.from({ length: height }, (_, row) => {
    const filter = filterOf(row);
    const bytes = Array.from(
      { length: stride },
      (__, column) => at(row, column) - (foretold(row, column)[filter] ?? 0),
    );
    return [filter, ...bytes.map((byte) => byte & 255)];
  });
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.from(rows.flat())))]);
}

describe("a PNG file", () => {
  it("is read whatever the filters of its rows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 60, maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }),
        (bytes, filters) => {
          const pixels: Pixels = { width: 4, height: 5, rgb: Uint8Array.from(bytes) };
          expect(decodePng(filtered(pixels, (row) => filters[row] ?? 0))).toEqual(pixels);
        },
      ),
    );
  });

  it("of few colours comes back as it was", () => {
    const pixels = picture(7, 5, (pixel) => pixel % COLOURS.length);
    expect(decodePng(encodePng(pixels))).toEqual(pixels);
  });

  it("of many colours keeps them to the eye", () => {
    const rgb = Uint8Array.from({ length: 300 * 3 }, (_, index) => Math.floor(index / 3) % 256);
    const pixels: Pixels = { width: 300, height: 1, rgb };
    const { rgb: drawn } = decodePng(encodePng(pixels));
    const furthest = rgb.reduce((most, value, index) => Math.max(most, Math.abs(value - (drawn[index] ?? 255))), 0);
    expect(furthest).toBeLessThan(64);
  });

  it("is one that any reader takes: our own icons are", () => {
    const icon = decodePng(readFileSync("assets/icon-32.png"));
    expect([icon.width, icon.height]).toEqual([32, 32]);
  });
});
