// What is taken value by value is what zod takes, and what is refused is refused in its words.
import * as z from "zod";
import fc from "../../../seeded";
import { expect, it } from "vitest";
import { enregistrement } from "../../../../src/core/domain/contrat/enregistrement";
import { annee, montant, numero, texte, valeur } from "../../../../src/core/domain/contrat/grandeurs";

const SHAPE = {
  numero,
  annee,
  montant,
  valeur,
  texte: texte.optional(),
  alias: z.array(texte).default([]),
  genre: z.enum(["a", "b"]).optional(),
  nom: z.union([z.number(), texte]),
  libre: z.unknown(),
};
const right = {
  numero: 1,
  annee: 2024,
  montant: 10.25,
  valeur: "nd",
  texte: " mots ",
  alias: ["x"],
  genre: "a",
  nom: " n ",
  libre: 1,
};

const value = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    "",
    " ",
    "mots ",
    "nd",
    "a",
    0,
    1,
    -1,
    1.5,
    2024,
    1e12,
    1e13,
    [],
    ["x"],
    [""],
    {},
  ),
  fc.double(),
);
const names = fc.constantFrom(...Object.keys(SHAPE), "inconnu", "__proto__");
const change = fc.record({ name: names, isRemoved: fc.boolean(), value });

it("takes and refuses what a strict object does, one after the other", () => {
  const [quick, strict] = [z.array(enregistrement(SHAPE)), z.array(z.strictObject(SHAPE))];
  const told = (schema: z.ZodType, given: unknown) => {
    const { success, data, error } = schema.safeParse(given, { reportInput: true });
    return { success, data, issues: error?.issues };
  };
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 4 }), (records) => {
      const given = records.map((changes) => {
        const record: Record<string, unknown> = { ...right };
        for (const { name, isRemoved, value } of changes) {
          if (isRemoved) Reflect.deleteProperty(record, name);
          else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
        }
        return record;
      });
      expect(told(quick, given)).toStrictEqual(told(strict, given));
    }),
    { numRuns: 1000 },
  );
});

it.each([null, undefined, [], "texte", 3])("refuses %j in the same words", (given) => {
  const issues = (schema: z.ZodType) => schema.safeParse(given).error?.issues;
  expect(issues(enregistrement(SHAPE))).toEqual(issues(z.strictObject(SHAPE)));
});
