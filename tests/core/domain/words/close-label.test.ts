// Mistyped labels are those of the contract while that is obvious, and unknown as soon as it is not.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { createCloseLabels } from "../../../../src/core/domain/words/close-label";
import type { Axe } from "../../../../src/core/contract/convention";
import { createLabelIndex, parseLabel } from "../../../../src/core/domain/words/label";
import { letterDistance, typoDistance } from "../../../../src/core/domain/words/typo-distance";

const index = createLabelIndex(contratIntegre);

function meant(text: string): string | null {
  const found = index.findClose(parseLabel(text));
  return found && `${index.isAction(found) ? "action" : "axe"} ${found.numero}`;
}

describe("the distance between two labels", () => {
  test.each([
    ["logement", "logement", 0],
    ["logemnet", "logement", 1],
    ["logment", "logement", 1],
    ["loggement", "logement", 1],
    ["lojement", "logement", 1],
    ["lgeoment", "logement", 2],
    ["abc", "xyz", Infinity],
  ])("%s → %s: %d letters", (a, b, distance) => {
    expect(letterDistance(a, b, 2)).toBe(distance);
    expect(letterDistance(b, a, 2)).toBe(distance);
  });

  test.each([
    ["l' acces aux droits", "l'acces aux droits", 1],
    ["l'accesaux droits", "l'acces aux droits", 1],
    ["acces droits", "acces aux droits", 2],
    ["acces a aux droits", "acces aux droits", 2],
    ["accse aux drots", "acces aux droits", 2],
    ["jeunes de plus de 15 ans", "jeunes de moins de 15 ans", Infinity],
    ["jeunes de moins de 16 ans", "jeunes de moins de 15 ans", Infinity],
    ["femmes accompagnees", "hommes accompagnees", Infinity],
    ["personnes non accompagnees", "personnes accompagnees", Infinity],
    ["inclusion sociale", "exclusion sociale", Infinity],
  ])("%s → %s: %d slips", (a, b, distance) => {
    expect(typoDistance(a, b, 4)).toBe(distance);
    expect(typoDistance(b, a, 4)).toBe(distance);
  });
});

describe("a mistyped label", () => {
  test.each([
    ["Garentir un accès aux droits pour tous", "action 5"],
    ["5 Garantir un accès aux doits pour tuos", "action 5"],
    ["Action n°5 - Garantir accès aux droits pour tous*", "action 5"],
    ["Acton n°5 - Garantir un accès aux droits pour tous", "action 5"],
    ["Actions 5 Garantir un accès aux droits pour tous", "action 5"],
    ["Lutter contre la précarité alimentaires", "action 8"],
    ["Soutenir la mobilitédurable des publics", "action 7"],
    ["Axe 2 : Accès à l’emplois", "axe 2"],
    ["Axe « Construir une transition écologique solidaire »", "axe 4"],
    ["Lutter contre la grande exclusion grace a l'acces aux droit", "axe 3"],
  ])("%j is %s", (text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  test.each([
    ["a number that says something else", "Action n°6 - Garentir un accès aux droits pour tous"],
    ["another kind", "Axe « Garentir un accès aux droits pour tous »"],
    ["half of the words", "Garantir un accès"],
    ["other words", "Garantir un repas chaud pour tous"],
    ["nothing but a number", "5"],
    ["nothing", ""],
    ["a label that is the contract's", "Garantir un accès aux droits pour tous"],
    ["an indicator of the contract", "Nombre de jeunes de moins de 15 ans accompagnés"],
  ])("is none with %s", (_, text) => {
    expect(meant(text)).toBeNull();
  });

  test("an indicator's is recognised too, the action's own first", () => {
    const [first, second] = contratIntegre.actions;
    const of = (text: string) => index.findIndicateur(parseLabel(text), first ?? null);
    expect(of("Nombre de jeune de moins de 15 ans acompagnés")).toBe(first?.indicateurs[0]);
    expect(of("Nombre de jeunes de plus de 15 ans acompagnés")).toBe(second?.indicateurs[0]);
    expect(of("Nombre de jeunes de moins de 16 ans accompagnés")).toBeNull();
    expect(of("3 Nombre de jeune de moins de 15 ans acompagnés")).toBeNull();
  });
});

describe("labels that resemble each other", () => {
  const axe = (numero: number): Axe => ({ numero, intitule: "", alias: [] });

  test("are not decided between", () => {
    const [one, two] = [axe(1), axe(2)];
    const labels = createCloseLabels([
      ["soutien aux familles de la ville", one],
      ["soutien aux famille de la ville", two],
    ]);
    expect(labels.find("soutien aux familes de la ville")).toBeNull();
    expect(labels.find("soutiens aux familles de la ville")).toBeNull();
  });

  test("of one thing are no rivals", () => {
    const one = axe(1);
    const labels = createCloseLabels([
      ["soutien aux familles de la ville", one],
      ["soutien aux famille de la ville", one],
    ]);
    expect(labels.find("soutiens aux familles de la ville")).toEqual({
      label: "soutien aux familles de la ville",
      item: one,
    });
  });

  test("by hundreds are none of them", () => {
    const letters = "abcdefghijklmnopqrstuvwxyz".split("");
    const labels = createCloseLabels(
      letters.flatMap((a) => letters.map((b) => [`soutien ${a} aux familles ${b} de la ville`, axe(1)] as const)),
    );
    expect(labels.find("soutien a aux familes b de la ville")).toBeNull();
  });

  test("differ by their figures, however many they are", () => {
    const items = Array.from({ length: 8000 }, (_, at) => axe(at + 1));
    const labels = createCloseLabels(
      items.map((item) => [`soutien aux familles – volet ${item.numero}`, item] as const),
    );
    expect(labels.find("soutient aux familles – volet 4321")?.item.numero).toBe(4321);
    expect(labels.find("soutient aux familles – volet 9321")).toBeNull();
  });
});
