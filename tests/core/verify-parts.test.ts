// Fiches, imputation, bank details and deadlines from end to end: a raw workbook in, findings at their cells out.
import { formatCellRef } from "xlsx-model/cell-ref";
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { Convention } from "../../src/core/contract/convention";
import { verify } from "../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./reading/annexes";
import { DISPOSITIONS, fichesSignees } from "./reading/fiches-signees";
import { rawWorkbook, type CellLiteral } from "./reading/raw-workbook-builder";
import { petitContrat } from "./rules/petit-contrat";

type Rows = readonly (readonly CellLiteral[])[];

const SIGNED = "2024-06-30";
const TODAY = "2026-11-24";
const RULES = [
  "fiche-complete",
  "fiche-dans-la-periode",
  "fiche-coherente",
  "imputation-du-contrat",
  "coordonnees-bancaires",
  "echeances",
] as const;

const imputation: Rows = [
  ["Pilier", "Code activité", "Montant 2024"],
  ["Pilier 1 Prévention de la pauvreté dès le plus jeune âge", "0304 50 23 23 02", 85000],
  ["Pilier 2 Sortie pauvreté par l'activité et emploi", "0304 50 23 24 02", 45000],
  ["Pilier 3 Plan 100% d'accès aux droits", "0304 50 23 25 02", 147500],
  ["Pilier 4 Transition solidaire", "0304 50 23 26 02", 55000],
  ["Total", null, 332500],
];
const banque: Rows = [
  ["RIB", "30001 00334 C21 10000000 15"],
  ["IBAN", "FR83 3000 1003 34c2 1100 0000 015"],
  ["BIC", "BDFEFRPPCCT"],
];
const echeances: Rows = [
  ["Échéance", "Article", "Date", "Fait le"],
  ...contratIntegre.echeances.map(({ intitule, article, date }) => [
    intitule,
    article,
    date,
    date < TODAY ? "01/02/2026" : null,
  ]),
];

function run(
  sheets: Readonly<Record<string, Rows>>,
  { asOf = SIGNED, convention = contratIntegre }: { asOf?: string; convention?: Convention } = {},
) {
  // The annexes are those of the contract that ships with the product.
  const isOwn = convention.id === contratIntegre.id;
  const tables: Readonly<Record<string, Rows>> = isOwn
    ? { "Tableau budgétaire": tableauBudgetaire, Indicateurs: tableauIndicateurs }
    : {};
  const { verification } = verify(rawWorkbook({ ...tables, ...sheets }), convention, asOf);
  const own = verification.findings.filter(({ rule }) => (RULES as readonly string[]).includes(rule));
  return {
    verification,
    told: own.map(({ id, severity, cells }) => [id, severity, ...cells.map(formatCellRef)]),
    status: Object.fromEntries(verification.rules.map(({ rule, status }) => [rule, status])),
    reason: (rule: string) => verification.rules.find((result) => result.rule === rule)?.reason ?? "",
  };
}

function change(rows: Rows, row: number, column: number, value: CellLiteral): Rows {
  return rows.map((cells, index) => (index === row ? Object.assign([...cells], { [column]: value }) : cells));
}

const sideBySide = DISPOSITIONS["label and answer side by side"];
if (!sideBySide) throw new Error("no layout");
const grids: Readonly<Record<string, Rows>> = Object.fromEntries(
  fichesSignees.map((fiche, index) => [`F${index + 1}`, sideBySide(fiche)]),
);

/** The fiche with another answer to the field, and the cell of that answer. */
function answer(numero: number, label: string, value: CellLiteral) {
  const sheet = `F${numero}`;
  const rows = grids[sheet] ?? [];
  const row = rows.findIndex(([cell]) => typeof cell === "string" && cell.startsWith(label));
  return { sheets: { ...grids, [sheet]: change(rows, row, 1, value) }, cell: `'${sheet}'!B${row + 1}` };
}

describe("the fiches typed as they were signed", () => {
  it.each(Object.entries(DISPOSITIONS))("give exactly the contract's own two slips: %s", (_, lay) => {
    const { told, status } = run({ Fiches: fichesSignees.flatMap((fiche) => [...lay(fiche), [], []]) });
    expect(told.map(([id, severity]) => [id, severity])).toEqual([
      ["fiche-coherente/2/indicateurs", "warning"],
      ["fiche-coherente/3/axe", "warning"],
    ]);
    expect(status).toMatchObject({ "fiche-complete": "compliant", "fiche-dans-la-periode": "compliant" });
  });

  it("point at the indicator and at the axe", () => {
    const { told } = run(grids);
    expect(told).toEqual([
      ["fiche-coherente/2/indicateurs", "warning", "'F2'!B7"],
      ["fiche-coherente/3/axe", "warning", "'F3'!A2"],
    ]);
  });

  it.each([
    ["fiche-complete/5", "warning", 5, "Public cible", null],
    ["fiche-complete/6", "warning", 6, "Partenaires", "à compléter"],
    ["fiche-dans-la-periode/7", "error", 7, "Calendrier", "du 1er janvier 2024 au 1er janvier 2028"],
    ["fiche-coherente/4/indicateurs", "warning", 4, "Indicateur", "nombre de personnes formées"],
    ["fiche-coherente/1/liens", "warning", 1, "Interaction", "action 3"],
  ] as const)("a slip is found at its cell: %s", (id, severity, numero, label, value) => {
    const { sheets, cell } = answer(numero, label, value);
    const { told } = run(sheets);
    expect(told.filter(([found = ""]) => !/fiche-coherente\/(?:2\/ind|3\/axe)/.test(found))).toEqual([
      [id, severity, cell],
    ]);
  });

  it("a missing fiche is found at the action of the budget", () => {
    const { told } = run(Object.fromEntries(Object.entries(grids).filter(([sheet]) => sheet !== "F8")));
    expect(told[0]).toEqual(["fiche-complete/8", "warning", "'Tableau budgétaire'!A14"]);
    expect(told).toHaveLength(3);
  });
});

describe("article 3", () => {
  it("typed as it stands holds", () => {
    const { told, status } = run({ Versements: [...imputation, [], ...banque] });
    expect(told).toEqual([]);
    expect(status).toMatchObject({ "imputation-du-contrat": "compliant", "coordonnees-bancaires": "compliant" });
  });

  it.each<[string, string, Rows]>([
    ["imputation-du-contrat/axe-3/2024", "Versements!C4", [...change(imputation, 3, 2, 147500.01), [], ...banque]],
    [
      "imputation-du-contrat/axe-3/code",
      "Versements!B4",
      [...change(imputation, 3, 1, "0304 50 23 25 03"), [], ...banque],
    ],
    ["imputation-du-contrat/2024", "Versements!C6", [...change(imputation, 5, 2, 332000), [], ...banque]],
    [
      "coordonnees-bancaires/rib",
      "Versements!B8",
      [...imputation, [], ...change(banque, 0, 1, "30001 00334 C21 10000000 16")],
    ],
    [
      "coordonnees-bancaires/iban",
      "Versements!B9",
      [...imputation, [], ...change(banque, 1, 1, "FR83 3000 1003 34d2 1100 0000 015")],
    ],
  ])("a slip is one finding: %s", (id, cell, rows) => {
    expect(run({ Versements: rows }).told).toEqual([[id, "error", cell]]);
  });
});

describe("deadlines", () => {
  it("all done, those done late and the near ones are remarks", () => {
    const { told } = run({ Suivi: echeances }, { asOf: TODAY });
    expect(told.map(([id, severity]) => [id, severity])).toEqual([
      ["echeances/indicateurs-2024", "info"],
      ["echeances/indicateurs-2026", "info"],
      ["echeances/avenant-2027", "info"],
    ]);
  });

  it("one not done is a warning at its line", () => {
    const { told } = run({ Suivi: change(echeances, 5, 3, null) }, { asOf: TODAY });
    expect(told[0]).toEqual(["echeances/rapport-execution", "warning", "Suivi!A6", "Suivi!D6"]);
  });

  it("without a sheet are named in the reason", () => {
    const { status, reason } = run({}, { asOf: TODAY });
    expect(status["echeances"]).toBe("not-checkable");
    expect(reason("echeances")).toContain("Rapport d’exécution 2024-2025, délibéré et transmis au préfet (31/03/2026)");
    expect(reason("echeances")).not.toContain("Fin du contrat");
  });
});

it("what the workbook does not have is not checkable, with the reason", () => {
  const { status, reason } = run({});
  for (const rule of RULES) {
    expect([rule, status[rule]]).toEqual([rule, "not-checkable"]);
    expect(reason(rule)).not.toBe("");
  }
});

it("knows nothing of Dijon where another contract serves", () => {
  const fiches: Rows = petitContrat.actions.flatMap(({ numero, intitule, indicateurs, axe: own }) => [
    [`Action n°${numero} - ${intitule}`],
    ["Axe", `Axe ${own}`],
    ["Objectif principal", "Agir"],
    ["Calendrier", "du 1er juillet 2024 au 30 juin 2026"],
    ["Public cible", "tous"],
    ["Indicateur", indicateurs.map(({ intitule: label }) => label).join(" ; ")],
    ["Nature de l'action", "nouvelle"],
    ["Pilotage", "Département"],
    ["Partenaires", "associations"],
    [],
  ]);
  const convention: Convention = {
    ...petitContrat,
    echeances: [{ id: "bilan", intitule: "Bilan annuel", alias: [], article: "2.3", date: "2025-09-30" }],
  };
  const clean = run(
    {
      Fiches: fiches,
      Suivi: [
        ["Échéance", "Fait le"],
        ["Bilan annuel", null],
      ],
    },
    { convention },
  );
  expect(clean.told).toEqual([]);
  const late = run(
    {
      Fiches: change(fiches, 3, 1, "du 30 juin 2024 au 30 juin 2026"),
      Suivi: [
        ["Échéance", "Fait le"],
        ["Bilan annuel", null],
      ],
    },
    { convention, asOf: "2025-10-01" },
  );
  expect(late.told).toEqual([
    ["fiche-dans-la-periode/1", "error", "Fiches!B4"],
    ["echeances/bilan", "warning", "Suivi!A2", "Suivi!B2"],
  ]);
});
