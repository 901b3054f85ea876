// Budgets in other forms than the annexes': a budget in each fiche, a row for each party, a table for each year.
import { describe, expect, it } from "vitest";
import { draftSigned } from "../../../src/core/drafting/draft-signed";
import { readText } from "../../../src/documents/read-text";

const rows = (...cells: readonly (readonly string[])[]): readonly string[] => cells.map((row) => row.join("\t"));

function drafted(lines: readonly string[]) {
  const draft = draftSigned(readText(lines.join("\n"), "contrat.txt"));
  if (!draft.ok) throw new Error(draft.message);
  const { actions, axes, questions } = draft.definition;
  return {
    actions: actions.map(({ numero, axe, intitule, montants }) => [
      numero,
      axe,
      intitule,
      ...montants.map(({ annee, etat, collectivite }) => [annee, etat, collectivite]),
    ]),
    axes: axes.map(({ intitule }) => intitule),
    asked: questions.map(({ champ, question }) => `${champ} ${question}`.replace(/[\u00a0\u202f]/g, " ")),
  };
}

const ACTIONS = [
  [1, 1, "Accueillir", [2024, 1000, 900], [2025, 1100, 1100]],
  [2, 1, "Loger", [2024, 500, 500], [2025, 600, 600]],
];
const budget = (state: readonly string[], local: readonly string[], total: readonly string[]): readonly string[] =>
  rows(["Financeur", "2024", "2025"], ["État", ...state], ["Département", ...local], ["Total", ...total]);
const FICHES = [
  "Axe 1 – Enfance",
  "Fiche action n°1 - Accueillir",
  "Public cible : familles",
  ...budget(["1 000", "1 100"], ["900", "1 100"], ["1 900", "2 200"]),
  "Fiche action n°2 - Loger",
  "Public cible : jeunes",
  ...budget(["500", "600"], ["500", "600"], ["1 000", "1 200"]),
];
const ANNEX = [
  "Annexe financière",
  ...rows(
    ["Année", "2024", "", "", "2025", "", ""],
    ["", "Total", "Etat", "Département", "Total", "Etat", "Département"],
    ["Axe « Enfance »"],
    ["1 Accueillir", "1 900", "1 000", "900", "2 200", "1 100", "1 100"],
    ["2 Loger", "1 000", "500", "500", "1 200", "600", "600"],
  ),
];

describe("budgets", () => {
  it("of each fiche are its action's amounts, under the axe that was said before", () => {
    expect(drafted(FICHES)).toMatchObject({ actions: ACTIONS, axes: ["Enfance"] });
  });

  it("with a row for each party are read by action", () => {
    const table = rows(
      ["Action", "Financeur", "2024", "2025"],
      ["1. Accueillir", "Part de l’État", "1 000", "1 100"],
      ["", "Département", "900", "1 100"],
      ["2. Loger", "Part de l’État", "500", "600"],
      ["", "Département", "500", "600"],
    );
    expect(drafted(["Annexe", ...table]).actions).toEqual(ACTIONS);
  });

  it("with a table for each year are read with the year of the words above", () => {
    const year = (annee: number, first: readonly string[], second: readonly string[]): readonly string[] => [
      `Budget de l’année ${annee}`,
      ...rows(["Action", "État", "Département"], ["1. Accueillir", ...first], ["2. Loger", ...second]),
    ];
    const lines = [...year(2024, ["1 000", "900"], ["500", "500"]), ...year(2025, ["1 100", "1 100"], ["600", "600"])];
    expect(drafted(lines).actions).toEqual(ACTIONS);
  });

  it("of fiches beside an annex are no more actions, and are held against it, each at its place", () => {
    const agreed = drafted([...FICHES, ...ANNEX]);
    expect(agreed.actions).toEqual(ACTIONS);
    expect(agreed.asked.filter((each) => each.includes("la fiche dit"))).toEqual([]);
    const other = FICHES.map((line) => line.replace("Département\t900", "Département\t800"));
    const { actions, asked } = drafted([...other, ...ANNEX]);
    expect(actions).toEqual(ACTIONS);
    expect(asked.filter((each) => each.includes("la fiche dit"))).toEqual([
      "actions[0].montants Action 1, 2024, « Département » : la fiche dit 800 (tableau 1 (ligne 4), ligne 3, colonne B), le tableau 900,00 €.",
    ]);
  });

  it("leave alone a table of indicators that speaks of an état des lieux", () => {
    const indicators = rows(
      ["Actions", "Indicateurs", "Situation T0", "2024", "2025"],
      ["1 Accueillir", "État des lieux fait", "0", "1", "1"],
    );
    const { asked } = drafted([...ANNEX, "Indicateurs", ...indicators]);
    expect(asked.filter((each) => each.includes("Aucun tableau des indicateurs"))).toEqual([]);
  });
});
