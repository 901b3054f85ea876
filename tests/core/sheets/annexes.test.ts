// The plans of the annexes hold together, whatever the contract: what Excel would refuse or repair never leaves the core.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import type { Dossier } from "../../../src/core/domain/dossier";
import { montantFromEuros } from "../../../src/core/domain/values/montant";
import { readDossier } from "../../../src/core/reading/read-dossier";
import type { AnnexePlan, RawWorkbook } from "../../../src/core/workbook-port";
import type { GridRange } from "xlsx-model/plan";

import { composeAnnexe, type ComposedRequest } from "../../../src/core/sheets/annexes/compose-annexe";
import { contratRiche } from "../../contracts/contrat-riche";
import { petitContrat } from "../rules/petit-contrat";

const EMPTY: RawWorkbook = { name: "vide.xlsx", sheets: [], isStructureProtected: false, choices: [] };
const REQUESTS: readonly ComposedRequest[] = [
  { kind: "budget", sousTotaux: true },
  { kind: "budget", sousTotaux: false },
  { kind: "indicateurs", realises: true },
  { kind: "indicateurs", realises: false },
  { kind: "execution", annee: null },
  { kind: "fiches", action: null },
  { kind: "imputation" },
  { kind: "versements" },
  { kind: "echeancier" },
];

const dossierOf = (convention: Convention): Dossier => readDossier(EMPTY, convention, "2026-11-24");

/** What a hurried or unlucky definition may hold. */
const awkward: Convention = {
  ...petitContrat,
  intitule: `Contrat ${"très ".repeat(60)}long & « compliqué »`,
  collectivite: { ...petitContrat.collectivite, designation: "1re communauté d’agglomération" },
  indicateursNationaux: ["Taux de pauvreté"],
  actions: petitContrat.actions.map((action, index) => ({
    ...action,
    intitule: index === 0 ? "=Ouvrir\u0007 une halte".repeat(30) : action.intitule,
    montants: index === 1 ? [] : action.montants,
    indicateurs: index === 2 ? [] : action.indicateurs,
    fiche: {
      debut: "2024-07-01",
      fin: "2026-06-30",
      publicCible: "Tous",
      nature: index === 0 ? "Nouvelle, puis renforcée" : "Action à l’essai".repeat(30),
      pilotage: "x",
      partenaires: "y",
      actionsLiees: [],
      axesLies: [2],
    },
  })),
};

const overlap = (a: GridRange, b: GridRange) =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

describe.each([
  ["Dijon's contract", contratIntegre],
  ["an invented contract", petitContrat],
  ["an awkward contract", awkward],
  ["a contract with other financing", contratRiche],
])("the annexes of %s", (_, convention) => {
  const plans: AnnexePlan[] = REQUESTS.flatMap((request) => [...composeAnnexe(request, dossierOf(convention))]);

  it("are as many as asked for, under names that Excel takes", () => {
    const names = plans.map(({ name }) => name);
    // The years of execution and, of several, their sums.
    const executions = convention.annees.length + (convention.annees.length > 1 ? 1 : 0);
    expect(names).toHaveLength(7 + executions + convention.actions.length);
    for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:']{1,31}$/u);
  });

  it("have rows of equal length, and merges that hide nothing and never overlap", () => {
    for (const { name, cells, columnWidths, merges } of plans) {
      expect(new Set(cells.map((row) => row.length)), name).toEqual(new Set([columnWidths.length]));
      for (const [index, merge] of merges.entries()) {
        expect(merges.slice(index + 1).filter((other) => overlap(merge, other))).toEqual([]);
        for (let row = merge.top; row <= merge.bottom; row += 1) {
          const hidden = cells[row]?.slice(row === merge.top ? merge.left + 1 : merge.left, merge.right + 1) ?? [];
          expect(
            hidden.filter(({ value, formula }) => formula !== undefined || (value !== null && value !== "")),
          ).toEqual([]);
        }
      }
    }
  });

  it("print on A4 under a heading that is repeated and stays in view", () => {
    for (const { name, page, frozenRows, rowHeights } of plans) {
      const isFiche = name.startsWith("Fiche");
      expect(page.titleRows).not.toBeNull();
      expect(frozenRows).toBe(isFiche ? 0 : (page.titleRows?.[1] ?? -1) + 1);
      expect(page.orientation).toBe(isFiche || name === "Versements" ? "portrait" : "landscape");
      expect(page.footer).toBe("Page &P / &N");
      expect(page.header.length).toBeLessThanOrEqual(255);
      for (const { height } of rowHeights) expect(height).toBeLessThanOrEqual(409);
    }
  });

  it("control entries within Excel's limits, and have names that it takes", () => {
    for (const { controls, names } of plans) {
      for (const { rule, title, message } of controls) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(message.length).toBeLessThanOrEqual(225);
        if (rule.kind !== "list") continue;
        expect(rule.values.join(",").length).toBeLessThanOrEqual(255);
        expect(rule.values.filter((value) => value.includes(","))).toEqual([]);
      }
      expect(new Set(names.map(({ name }) => name.toLowerCase())).size).toBe(names.length);
      for (const { name } of names) expect(name).toMatch(/^[A-Z][A-Za-z_]*_(?:20\d\d|[A-Z][a-z_]+)$/);
    }
  });

  it("never let a label be a formula", () => {
    for (const { cells } of plans) {
      for (const { value, formula } of cells.flat()) {
        if (formula === undefined && typeof value === "string") expect(value).not.toContain("\u0007");
        if (formula !== undefined) expect(formula).toMatch(/^=[\p{Lu}(]/u);
      }
    }
  });
});

describe("the fiches", () => {
  it("are those that the workbook lacks", () => {
    const dossier = dossierOf(contratIntegre);
    const names = (some: Dossier) => composeAnnexe({ kind: "fiches", action: null }, some).map(({ name }) => name);
    const [first] = contratIntegre.actions;
    const cell = { ref: { sheet: "F", row: 0, column: 0 }, text: "", formula: null };
    const range = { sheet: "F", top: 0, left: 0, bottom: 1, right: 1 };
    const fiche = { range, titre: cell, action: first ?? null, champs: new Map() };
    expect(names(dossier)).toHaveLength(8);
    expect(names({ ...dossier, fiches: [fiche] })).toEqual(names(dossier).slice(1));
  });
});

describe("other financing on the printed budget", () => {
  const REGION = [100.05, 0, 250.5, 0, 0, 4];
  const shared: Convention = {
    ...contratRiche,
    autresFinanceurs: [{ nom: "Région" }, { nom: "CAF" }],
    actions: contratRiche.actions.map((action, index) => ({
      ...action,
      autres: [
        { financeur: "Région", annee: 2025, montant: montantFromEuros(REGION[index] ?? 0) },
        ...(index === 2 ? [{ financeur: "CAF", annee: 2025, montant: montantFromEuros(1000) }] : []),
      ],
    })),
  };
  const budgetOf = (convention: Convention) => {
    const [plan] = composeAnnexe({ kind: "budget", sousTotaux: true }, dossierOf(convention));
    if (!plan) throw new Error("no budget");
    return plan;
  };

  it("has its column each year, and every total counts it to the cent", () => {
    const { cells, names } = budgetOf(shared);
    const heading = cells.findIndex(([cell]) => cell?.value === "Actions");
    const perYear = ["Total", "État", "Département", "Autres financeurs"];
    expect(cells[heading]?.map(({ value }) => value)).toEqual(["Actions", ...perYear, ...perYear, ...perYear]);
    const figures = (label: RegExp) =>
      cells.filter(([cell]) => label.test(String(cell?.value))).map((row) => row.slice(5, 9).map(({ value }) => value));
    // Each action has 1 000,50 € of each party.
    expect(figures(/^\d+ Action/)).toEqual(
      [1, 4, 2, 5, 3, 6].map((numero) => {
        const autres = (REGION[numero - 1] ?? 0) + (numero === 3 ? 1000 : 0);
        return [Math.round((2001 + autres) * 100) / 100, 1000.5, 1000.5, autres];
      }),
    );
    expect(figures(/^Sous-total/)).toEqual([
      [4102.05, 2001, 2001, 100.05],
      [4002, 2001, 2001, 0],
      [5256.5, 2001, 2001, 1254.5],
    ]);
    expect(figures(/^TOTAL/)).toEqual([[13360.55, 6003, 6003, 1354.55]]);
    const [first] = cells.filter(([cell]) => String(cell?.value).startsWith("1 Action"));
    expect(first?.[5]?.formula).toMatch(/^=G\d+\+H\d+\+I\d+$/);
    expect(names.map(({ name }) => name)).toContain("Autres_financeurs_2025");
    const note = String(cells.at(-1)?.[0]?.value).replace(/[\u00a0\u202f]/gu, " ");
    expect(note).toContain("Région (354,55 €) et CAF (1 000,00 €)");
  });

  it("has none where the contract has no such amount", () => {
    const none = { ...shared, actions: shared.actions.map((action) => ({ ...action, autres: [] })) };
    expect(JSON.stringify(budgetOf(none).cells)).not.toContain("Autres financeurs");
  });
});

describe("the annexe of the deadlines", () => {
  it("says of each date whether the contract fixes it or it is a setting", () => {
    const [plan] = composeAnnexe({ kind: "echeancier" }, dossierOf(contratIntegre));
    const rows = (plan?.cells ?? []).map((row) => row.map(({ value }) => value));
    const heading = rows.findIndex(([cell]) => cell === "Échéance");
    const column = rows[heading]?.indexOf("Date fixée par") ?? -1;
    const origins = new Map(rows.slice(heading + 1).map((row) => [row[0], row[column]]));
    expect(origins.size).toBe(contratIntegre.echeances.length);
    for (const { intitule, reglage } of contratIntegre.echeances) {
      expect(origins.get(intitule), intitule).toBe(reglage === true ? "réglage, libre" : "le contrat");
    }
    expect(new Set(origins.values()).size).toBe(2);
  });
});
