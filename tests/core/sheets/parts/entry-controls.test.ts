// What Excel takes as a list of choices: 255 characters, commas between them included, and none within one.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { OBJETS } from "../../../../src/core/contract/clauses/sheet-words";
import { composeContratSheet } from "../../../../src/core/sheets/contrat/contrat-sheet";
import { isChoiceList } from "../../../../src/core/sheets/parts/entry-controls";

/** Two choices and a comma, so many characters in all. */
const choices = (length: number): readonly string[] => ["État", "x".repeat(length - "État,".length)];

describe("a list of choices", () => {
  test.each([
    [254, true],
    [255, true],
    [256, false],
  ])("of %i characters", (length, fits) => {
    expect(choices(length).join(",")).toHaveLength(length);
    expect(isChoiceList(choices(length))).toBe(fits);
  });

  test("with a comma within a choice", () => {
    expect(isChoiceList(["État", "Région, département"])).toBe(false);
  });
});

/** The lists that the sheet « Contrat » offers. */
const listsOf = (nom: string): readonly (readonly string[])[] =>
  composeContratSheet({ ...contratIntegre, autresFinanceurs: [{ nom }] }).controls.flatMap(({ rule }) =>
    rule.kind === "list" ? [rule.values] : [],
  );

describe("the lists of the sheet « Contrat »", () => {
  test("name every kind of change, and fit", () => {
    expect(listsOf("Région")).toContainEqual(Object.values(OBJETS));
    expect(listsOf("Région").every(isChoiceList)).toBe(true);
  });

  test("leave out the parties where their names are too long for one", () => {
    const room = 255 - ["État", contratIntegre.collectivite.designation, ""].join(",").length;
    const parties = (nom: string): boolean => listsOf(nom).some((values) => values.includes(nom));
    expect(parties("x".repeat(room - 1))).toBe(true);
    expect(parties("x".repeat(room))).toBe(true);
    expect(parties("x".repeat(room + 1))).toBe(false);
    expect(listsOf("x".repeat(room + 1))).toContainEqual(Object.values(OBJETS));
  });
});
