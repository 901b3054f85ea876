// A part given in pieces is the same bytes as in one text, wherever it is cut.
import fc from "../../../tests/seeded";
import { expect, it } from "vitest";
import { encodePart, isSameText } from "../src/package/part-text";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

it("encodes pieces as the text that they make", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (pieces) => {
      const text = pieces.join("");
      expect(encodePart(pieces)).toEqual(bytesOf(text));
      expect(isSameText(pieces, text)).toBe(true);
      expect(isSameText(pieces, `${text}x`)).toBe(false);
      if (text !== "") expect(isSameText(pieces, text.slice(1))).toBe(false);
    }),
  );
});
