import { describe, expect, test } from "vitest";
import { describeRead } from "../../../src/core/reading/describe-read";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { understand } from "./figures";

describe("the workbook of the annex", () => {
  const dossier = understand({ "Tableau budgétaire": tableauBudgetaire, Indicateurs: tableauIndicateurs });

  test("has both tables, and no avenant", () => {
    expect(dossier.absences).toEqual([]);
    expect(dossier).toMatchObject({
      asOf: "2024-06-30",
      avenants: [],
      convention: { id: "dijon-metropole-2024-2027" },
    });
  });

  test("is told to the agent", () => {
    const years = [2024, 2025, 2026, 2027];
    const [budget, indicators] = describeRead(dossier);
    expect(budget).toEqual({
      kind: "budget",
      sheet: "Tableau budgétaire",
      range: "A1:M15",
      unit: "€",
      actions: 8,
      axes: 4,
      years,
      ignoredRows: [],
    });
    expect(indicators).toMatchObject({ kind: "indicators", range: "A1:G17", actions: 8, indicators: 11, years });
    expect(indicators?.ignoredRows.map(({ row }) => row)).toEqual([4, 18]);
  });
});

describe("a table that is not there", () => {
  test("each sheet says why it gave none", () => {
    const { budget, indicators, absences } = understand({
      Vide: [],
      Blancs: [[" ", null]],
      Contacts: [
        ["Nom", "Téléphone"],
        ["Martin", "03 80 00 00 00"],
      ],
      Parts: [[], ["Action", "Total", "Etat", "DM"], ["1 Prévenir", 3, 2, 1]],
      Entete: tableauBudgetaire.slice(0, 2),
      Suivi: [["Indicateurs", "Commentaire"]],
      Ancien: { cells: tableauBudgetaire, visibility: "hidden" },
      Coffre: { cells: tableauBudgetaire, visibility: "veryHidden" },
      "Synthèse par axe": { cells: tableauBudgetaire, resultSheet: "synthese" },
    });
    expect([budget, indicators]).toEqual([null, null]);
    expect(absences[0]).toEqual({
      kind: "budget",
      reason: "aucun",
      sheets: [
        { sheet: "Vide", why: "feuille vide" },
        { sheet: "Blancs", why: "feuille vide" },
        { sheet: "Contacts", why: "aucun en-tête avec des années et des parts" },
        { sheet: "Parts", why: "des parts en B2 mais aucune année de budget au-dessus" },
        { sheet: "Entete", why: "un en-tête de budget en B1:M2 mais aucune ligne d’action dessous" },
        { sheet: "Suivi", why: "aucun en-tête avec des années et des parts" },
        { sheet: "Ancien", why: "feuille masquée, non lue" },
        { sheet: "Coffre", why: "feuille masquée, non lue" },
        { sheet: "Synthèse par axe", why: "feuille de résultats de la vérification" },
      ],
    });
    expect(absences[1]?.sheets[5]).toEqual({
      sheet: "Suivi",
      why: "«\u00a0Indicateurs\u00a0» en A1 mais aucune année de cible à côté",
    });
  });

  test("two candidates are never decided between in silence", () => {
    const { budget, indicators, absences } = understand({
      Budget: tableauBudgetaire,
      "Ancienne version": { cells: tableauBudgetaire, row: 4 },
      Indicateurs: tableauIndicateurs,
    });
    expect(budget).toBeNull();
    expect(indicators).not.toBeNull();
    expect(absences).toEqual([
      {
        kind: "budget",
        reason: "plusieurs",
        sheets: [
          { sheet: "Budget", why: "un tableau en A1:M15" },
          { sheet: "Ancienne version", why: "un tableau en A5:M19" },
        ],
      },
    ]);
  });

  test("the table that names the contract's actions prevails over one that names none", () => {
    const { budget } = understand({
      Autre: [
        ["Opération", "Total 2024", "État 2024", "Métropole 2024"],
        ["Achat de matériel", 10, 5, 5],
      ],
      Budget: tableauBudgetaire,
    });
    expect(budget?.range.sheet).toBe("Budget");
  });

  test("a copy on a hidden sheet or on a result sheet is no candidate", () => {
    const { budget } = understand({
      Budget: tableauBudgetaire,
      Ancien: { cells: tableauBudgetaire, visibility: "hidden" },
      Synthèse: { cells: tableauBudgetaire, resultSheet: "synthese" },
    });
    expect(budget?.range.sheet).toBe("Budget");
  });
});
