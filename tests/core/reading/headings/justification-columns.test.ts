// What stands beside the executed amounts is read as their justification, in each layout of an execution table.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { readDossier } from "../../../../src/core/reading/read-dossier";
import { tableauBudgetaire } from "../annexes";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";

type Rows = readonly (readonly CellLiteral[])[];

const [FIVE, SEVEN] = ["5 Garantir un accès aux droits pour tous", "7 Soutenir la mobilité durable des publics"];

/** "5/2024: texte (Exécution!E4)" of each justification. */
function read(sheets: Readonly<Record<string, Rows>>): readonly string[] | undefined {
  const raw = rawWorkbook({ "Tableau budgétaire": tableauBudgetaire, ...sheets });
  const { execution } = readDossier(raw, contratIntegre, "2026-11-25");
  return execution?.lignesAction.flatMap(({ action, justifications = [] }) =>
    [...justifications].map(([annee, { text, ref }]) => {
      return `${action?.numero}/${annee}: ${text} (${ref.sheet}!${String.fromCharCode(65 + ref.column)}${ref.row + 1})`;
    }),
  );
}

describe("justifications of an execution table", () => {
  it("stand in a column of each year", () => {
    expect(
      read({
        Exécution: [
          ["Actions", 2024, null, null, null, 2025, null, null, null],
          [null, ...[1, 2].flatMap(() => ["Exécuté Etat", "Exécuté DM", "Exécuté Total", "Justification des écarts"])],
          [FIVE, 1, 1, 2, "Retard", 1, 1, 2, null],
          [SEVEN, 1, 1, 2, "-", 1, 1, 2, "Poste vacant"],
        ],
      }),
    ).toEqual(["5/2024: Retard (Exécution!E3)", "7/2025: Poste vacant (Exécution!I4)"]);
  });

  it("stand in one column for all the years", () => {
    expect(
      read({
        Exécution: [
          ["Actions", 2024, null, 2025, null, "Motif de l’écart"],
          [null, "Réalisé Etat", "Réalisé DM", "Réalisé Etat", "Réalisé DM", null],
          [FIVE, 1, 1, 1, 1, "Retard"],
        ],
      }),
    ).toEqual(["5/2024: Retard (Exécution!F3)", "5/2025: Retard (Exécution!F3)"]);
  });

  it("stand on the row of the year", () => {
    expect(
      read({
        Exécution: [
          ["Année", "Action", "Réalisé État", "Réalisé DM", "Justification"],
          [2024, FIVE, 1, 1, "Retard"],
          [2025, FIVE, 1, 1, null],
          [2025, SEVEN, 1, 1, "Poste vacant"],
        ],
      }),
    ).toEqual(["5/2024: Retard (Exécution!E2)", "7/2025: Poste vacant (Exécution!E4)"]);
  });

  it("stand on the sheet of each year", () => {
    const year = (annee: number, text: string): Rows => [
      ["Actions", annee, null, null],
      [null, "Exécuté Etat", "Exécuté DM", "Explications"],
      [FIVE, 1, 1, text],
    ];
    expect(read({ "Exécution 2024": year(2024, "Retard"), "Exécution 2025": year(2025, "Poste vacant") })).toEqual([
      "5/2024: Retard (Exécution 2024!D3)",
      "5/2025: Poste vacant (Exécution 2025!D3)",
    ]);
  });

  it.each(["Commentaires", "Observations", "Écart", "Porteur"])("do not stand under « %s »", (heading) => {
    expect(
      read({
        Exécution: [
          ["Actions", 2024, null, null],
          [null, "Exécuté Etat", "Exécuté DM", heading],
          [FIVE, 1, 1, "Retard"],
        ],
      }),
    ).toEqual([]);
  });
});
