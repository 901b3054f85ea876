// How much was not compared is counted whole and named up to a limit: each limit one below, at it and one above.
import { describe, expect, it } from "vitest";
import { countCoverage, describeCoverage } from "../../../src/core/rules/coverage";
import type { Collected } from "../../../src/core/rules/collect";
import { HOLDS, notComparable } from "../../../src/core/rules/rule";

const never = (): typeof HOLDS => HOLDS;

/** So many things that were not compared, each for its own reason or all for one, beside one that was. */
const collected = (count: number, why: (index: number) => string): Collected => ({
  of: 1 + count,
  apart: Array.from({ length: count }, (_, index) => ({
    about: `montant ${index + 1}`,
    subject: undefined,
    judge: never,
    outcome: notComparable(why(index)),
  })),
  unread: [],
  nothing: [],
  asked: null,
  lacksDue: false,
});

const reasonOf = (given: Collected): string => describeCoverage("montant", countCoverage(given), given) ?? "";

describe("what was not compared", () => {
  it.each([19, 20, 21])("is named up to twenty, and counted beyond: %i", (count) => {
    const { compared, of, missing } = countCoverage(collected(count, () => "Illisible."));
    expect([compared, of]).toEqual([1, count + 1]);
    expect(missing.slice(0, 20)).toEqual(
      Array.from({ length: Math.min(count, 20) }, (_, index) => `montant ${index + 1}`),
    );
    expect(missing.slice(20)).toEqual(count > 20 ? ["et 1 autre"] : []);
  });

  it.each([
    [2, "montant 1, montant 2"],
    [3, "montant 1, montant 2, montant 3"],
    [4, "montant 1, montant 2, montant 3 et 1 autre"],
  ])("is named in the reason up to three: %i", (count, names) => {
    expect(reasonOf(collected(count, () => "Illisible."))).toBe(
      `1 montant comparé sur ${count + 1}\u00a0; non comparés\u00a0: ${names}. Illisible.`,
    );
  });

  it.each([
    [4, "a. b. c. d."],
    [5, "a. b. c. d. e."],
    [6, "a. b. c. d. e. Et 1 autre."],
  ])("is said why up to five reasons: %i", (count, reasons) => {
    expect(reasonOf(collected(count, (index) => `${"abcdef"[index] ?? ""}.`)).endsWith(`. ${reasons}`)).toBe(true);
  });

  it("is not named twice where the reasons name it already", () => {
    expect(reasonOf(collected(1, () => "Montant 1 : montant 1 illisible."))).toBe(
      "1 montant comparé sur 2. Montant 1\u00a0: montant 1 illisible.",
    );
  });
});

it("says nothing where everything was compared, and says so where there was nothing", () => {
  expect(
    describeCoverage(
      "montant",
      { compared: 1, of: 1, missing: [] },
      collected(0, () => ""),
    ),
  ).toBeNull();
  const nothing: Collected = { of: 0, apart: [], unread: [], nothing: [], asked: null, lacksDue: false };
  expect(reasonOf(nothing)).toBe("Il n’y a rien à comparer dans ce classeur.");
  expect(reasonOf({ ...nothing, nothing: ["Rien n’est clos."] })).toBe("Rien n’est clos.");
});

// A range or a row that was not understood may hold any number of them: it is said, and added to neither number.
it("counts what was asked alone, whatever stands unread beside", () => {
  const given = { ...collected(0, () => ""), unread: ["Budget!N4:N15, nombres sans titre."] };
  expect(countCoverage(given)).toEqual({ compared: 1, of: 1, missing: [] });
  expect(reasonOf(given)).toBe("1 montant comparé sur 1. Budget!N4:N15, nombres sans titre.");
  const lacking = { ...collected(1, () => "Illisible."), unread: ["Ligne 7\u00a0: intitulé non reconnu."] };
  expect(countCoverage(lacking)).toEqual({ compared: 1, of: 2, missing: ["montant 1"] });
  expect(reasonOf(lacking)).toBe(
    "1 montant comparé sur 2\u00a0; non comparé\u00a0: montant 1. Illisible. Ligne 7\u00a0: intitulé non reconnu.",
  );
});
