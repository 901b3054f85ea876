// A part given in pieces is the same bytes as in one text, wherever it is cut.
import fc from "../seeded";
import { expect, it } from "vitest";
import { isSameText, PartEncoder } from "../../src/files/package/part-text";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

it("encodes pieces as the text that they make, of one part after the other", () => {
  const encoder = new PartEncoder();
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (pieces) => {
      const text = pieces.join("");
      expect(encoder.encode(pieces)).toEqual(bytesOf(text));
      expect(isSameText(pieces, text)).toBe(true);
      expect(isSameText(pieces, `${text}x`)).toBe(false);
      if (text !== "") expect(isSameText(pieces, text.slice(1))).toBe(false);
    }),
  );
});

it("keeps every piece of a part that needs more memory again and again, small and large ones in turn", () => {
  const pieces = Array.from({ length: 60 }, (_, index) => "é€".repeat(index % 7 === 0 ? 400_000 : index) + index);
  expect(Buffer.compare(new PartEncoder().encode(pieces), bytesOf(pieces.join("")))).toBe(0);
});
