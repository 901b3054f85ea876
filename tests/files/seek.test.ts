import fc from "fast-check";
import { expect, it } from "vitest";
import { seekerOf } from "../../src/files/sheet/seek";

it("says of each piece, asked for in any order, whether the words begin in it", () => {
  const texts = fc.array(fc.constantFrom("<f", "<", "f", " "), { maxLength: 30 }).map((parts) => parts.join(""));
  const pieces = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(texts, pieces, (text, asked) => {
      const has = seekerOf(text, "<f");
      for (const [start, length] of asked) {
        const at = text.indexOf("<f", start);
        expect(has(start, start + length)).toBe(at >= 0 && at < start + length);
      }
    }),
    { seed: 20241231 },
  );
});
