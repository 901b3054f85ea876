// What was paid and what was executed stand side by side for the same actions of the same contracts alone; what is left aside is named.
import { describe, expect, it } from "vitest";
import { etablirTableau } from "../../../../src/core/reports/tableau-de-bord/tableau";
import type { CompteAnnuel, ConstatContrat } from "../../../../src/core/reports/tableau-de-bord/constat";
import { composeTableau } from "../../../../src/core/sheets/tableau-de-bord/compose-tableau";
import { textOf, valuesOf } from "../../sheets/written-sheet";

interface Known {
  readonly verse: number | null;
  readonly etat: number | null;
}

/** An action of axe 1 in 2024, to which the contract gives 100 € of each party. */
function compte({ verse, etat }: Known): CompteAnnuel {
  const isBoth = verse !== null && etat !== null;
  const when = (isKnown: boolean, amount: number): number => (isKnown ? amount : 0);
  return {
    annee: 2024,
    axe: 1,
    contractualise: { etat: 10000, collectivite: 10000 },
    verse: { montant: verse ?? 0, actions: when(verse !== null, 1), hors: when(verse === null, 1) },
    execute: {
      etat: etat ?? 0,
      total: 2 * (etat ?? 0),
      contractualise: when(etat !== null, 20000),
      actions: when(etat !== null, 1),
      hors: when(etat === null, 1),
    },
    ensemble: {
      verse: when(isBoth, verse ?? 0),
      etat: when(isBoth, etat ?? 0),
      total: when(isBoth, 2 * (etat ?? 0)),
      contractualise: when(isBoth, 20000),
      actions: when(isBoth, 1),
      hors: when(!isBoth, 1),
    },
  };
}

function constat(nom: string, actions: readonly Known[]): ConstatContrat {
  return {
    etat: "lu",
    classeur: `${nom}.xlsx`,
    contrat: { id: nom, collectivite: nom, intitule: nom, source: "given", avenants: [] },
    verdict: "to-do",
    phrase: "",
    avenantsManquants: [],
    axes: [{ numero: 1, intitule: "Enfance" }],
    annees: [{ annee: 2024, close: true }],
    comptes: actions.map(compte),
    aReverser: null,
    decide: 0,
    sousLeSeuil: 0,
    cibles: { attendues: 0, renseignees: 0, atteintes: 0 },
    echeances: [],
    nonVerifiables: 0,
    erreurs: 0,
    aTraiter: 0,
    justifies: 0,
    acceptes: 0,
  };
}

function sheets(...constats: readonly ConstatContrat[]) {
  const plans = composeTableau(etablirTableau(constats, "2025-06-30", null), new Map());
  const named = (name: string) => {
    const plan = plans.find((one) => one.name === name);
    if (!plan) throw new Error(`no sheet ${name}`);
    return plan;
  };
  return { credits: named("Crédits"), axes: named("Axes et années") };
}

describe("paid and executed amounts of several contracts", () => {
  const complete = constat("Avec", [{ verse: 10000, etat: 8000 }]);
  const executedOnly = constat("Sans versement", [{ verse: null, etat: 9000 }]);
  const half = constat("En partie", [
    { verse: 5000, etat: 5000 },
    { verse: null, etat: 7000 },
  ]);

  it("add up the same contracts, and name the others", () => {
    const { credits } = sheets(complete, executedOnly, half);
    const rows = valuesOf(credits);
    expect(rows.find(([name]) => name === "Sans versement")?.slice(3, 5)).toEqual(["non calculable", 90]);
    expect(rows.find(([name]) => name === "En partie")?.slice(3, 5)).toEqual([50, 50]);
    const total = rows.findIndex(([name]) => name === "TOTAL");
    expect(rows[total]?.slice(3, 5)).toEqual([150, 130]);
    expect(credits.cells[total]?.[4]?.formula).toMatch(/^=SUM\(E\d+,E\d+\)$/);
    expect(textOf(credits)).toContain("En partie (sans 1 action) et Sans versement (aucune action)");
  });

  it("add up the same actions of an axe and of a year, and count the others", () => {
    const { axes } = sheets(complete, executedOnly, half);
    const [axe] = valuesOf(axes).filter(([, label]) => label === "1 – Enfance");
    expect(axe?.slice(5)).toEqual([150, 130, 260, 0.65, 2]);
  });

  it("are not added up where one contract has the one, and another the other", () => {
    const { credits } = sheets(executedOnly, constat("Sans exécution", [{ verse: 10000, etat: null }]));
    expect(
      valuesOf(credits)
        .find(([name]) => name === "TOTAL")
        ?.slice(3, 5),
    ).toEqual(["non calculable", "non calculable"]);
  });

  it("are each shown by itself where no contract has both", () => {
    const { credits, axes } = sheets(executedOnly);
    const [axe] = valuesOf(axes).filter(([, label]) => label === "1 – Enfance");
    expect(axe?.slice(5, 8)).toEqual(["non calculable", 90, 180]);
    expect(
      valuesOf(credits)
        .find(([name]) => name === "TOTAL")
        ?.slice(3, 5),
    ).toEqual(["non calculable", 90]);
  });
});
