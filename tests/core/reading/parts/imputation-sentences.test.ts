// Article 3 typed as sentences: its amounts and codes are compared where they stand, and nothing is typed over them.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { formatCellRef } from "xlsx-model/cell-ref";
import { verify } from "../../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "../annexes";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";

type Rows = readonly (readonly CellLiteral[])[];

const INTRO =
  "L’État apporte son soutien à hauteur de 332 500 € en 2024 sur les crédits du programme 304, ainsi ventilés :";
const ITEMS: readonly string[] = [
  "- 85 000 € sur l’action 23, sous-action 23 « Pilier 1 Prévention de la pauvreté », code activité 0304 50 23 23 02 ;",
  "- 45 000 € sur l’action 23, sous-action 24 « Pilier 2 Sortie pauvreté », activité 02, code activité 0304 50 23 24 02 ;",
  "- 147 500 € sur l’action 23, sous-action 25 « Pilier 3 Plan 100% d’accès aux droits », code activité 0304 50 23 25 02 ;",
  "- 55 000 € sur l’action 23, sous-action 26 « Pilier 4 Transition solidaire », code activité 0304 50 23 26 02.",
];

const run = (rows: Rows) => {
  const { verification, dossier } = verify(
    rawWorkbook({ Budget: tableauBudgetaire, Indicateurs: tableauIndicateurs, "Article 3": rows }),
    contratIntegre,
    "2024-06-30",
  );
  return {
    dossier,
    rule: verification.rules.find(({ rule }) => rule === "imputation-du-contrat"),
    findings: verification.findings
      .filter(({ severity }) => severity !== "info")
      .map(({ id, cells, fix }) => [id, cells.map(formatCellRef).join(" "), fix]),
  };
};

const inRows = (items: readonly string[]): Rows => [INTRO, ...items].map((text) => [text]);
const changed = (at: number, from: string, to: string): readonly string[] =>
  ITEMS.map((text, index) => (index === at ? text.replace(from, to) : text));

describe("article 3 typed as sentences", () => {
  // Code, amount, action and sub-action of each, the activity of one, their sum; and the programme over them.
  it.each<[string, Rows, number]>([
    ["one in each row", inRows(ITEMS), 19],
    ["all in one cell", [[[INTRO, ...ITEMS].join("\n")]], 19],
    ["in one paragraph", [[[INTRO, ...ITEMS].join(" ")]], 19],
    ["without what is over them", ITEMS.map((text) => [text]), 18],
  ])("%s: all of it is compared", (_, rows, all) => {
    const { rule, findings } = run(rows);
    expect(rule?.status).toBe("compliant");
    expect(rule?.coverage).toMatchObject({ compared: all, of: all });
    expect(findings).toEqual([]);
  });

  it.each([
    ["an amount", changed(1, "45 000", "46 000"), "imputation-du-contrat/axe-2/2024", "A3"],
    ["a code", changed(2, "23 25 02", "23 26 02"), "imputation-du-contrat/axe-3/code", "A4"],
    ["an action", changed(3, "l’action 23", "l’action 24"), "imputation-du-contrat/axe-4/action-budgetaire", "A5"],
    ["a sub-action", changed(1, "sous-action 24", "sous-action 25"), "imputation-du-contrat/axe-2/sous-action", "A3"],
    [
      "an activity",
      changed(1, "activité 02", "activité 03"),
      "imputation-du-contrat/axe-2/activite-de-programmation",
      "A3",
    ],
    ["a code that lacks a digit", changed(2, "23 25 02", "23 25 0"), "imputation-du-contrat/axe-3/code", "A4"],
  ])("%s that is wrong is found in its sentence, which is left to the agent", (_, items, id, cell) => {
    expect(run(inRows(items)).findings).toEqual([[id, `'Article 3'!${cell}`, null]]);
  });

  it("says when the programme above is wrong", () => {
    const rows = [[INTRO.replace("304", "305")], ...ITEMS.map((text) => [text])];
    expect(run(rows).findings).toEqual([["imputation-du-contrat/axe-1/programme", "'Article 3'!A1", null]]);
  });

  it("says when the sum above is wrong", () => {
    const [, ...items] = inRows(ITEMS);
    const { findings } = run([[INTRO.replace("332 500", "333 500")], ...items]);
    expect(findings).toEqual([["imputation-du-contrat/2024", "'Article 3'!A1", null]]);
  });

  it("does not choose between two amounts", () => {
    const { rule } = run(inRows(changed(0, "85 000 €", "85 000 € (dont 5 000 €)")));
    expect(rule?.status).not.toBe("compliant");
  });

  it("is not a sentence about something else", () => {
    const other =
      "Pour le pilier 1, une enveloppe de 85 000 € est prévue, à partager entre les associations du territoire.";
    expect(run([[other]]).dossier.imputation).toBeNull();
  });
});
