import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { readDossier } from "../../../src/core/reading/read-dossier";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { tableauBudgetaire, tableauIndicateurs } from "./annexes";
import { budgetOf, figures, insert, mapRow, place, type Grid } from "./figures";
import { budgetLayouts } from "./layouts";
import { rawWorkbook, type CellLiteral } from "./raw-workbook-builder";
import { answer, say } from "./roles/asked";

type Row = readonly CellLiteral[];

const layout = (name: string) => {
  const found = budgetLayouts.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no layout ${name}`);
  return found.sheets;
};
const bySheet = layout("one sheet per year, named by the sheet");
const flat = layout("a flat table by year, with the axes");
const flatWithoutAxes = layout("a flat table by action");

function run(sheets: Readonly<Record<string, Grid>>, convention: Convention = contratIntegre) {
  const raw = rawWorkbook({ ...sheets, Indicateurs: tableauIndicateurs });
  const { dossier, verification } = verify(raw, convention, "2024-06-30");
  return { dossier, verification: verificationJson(verification) };
}

const found = (sheets: Readonly<Record<string, Grid>>, rule: string) =>
  run(sheets)
    .verification.findings.filter((finding) => finding.rule === rule)
    .map(({ id, cells }) => [id, ...cells]);

/** The sheet with some rows changed: null takes the row away. */
const edit = (
  sheets: Record<string, Grid>,
  sheet: string,
  change: (row: Row, index: number) => Row | Row[] | null,
) => ({
  ...sheets,
  [sheet]: (sheets[sheet] ?? []).flatMap((row, index): Row[] => {
    const changed = change(row, index);
    if (changed === null) return [];
    return Array.isArray(changed[0]) ? (changed as Row[]) : [changed as Row];
  }),
});
const isAction = (row: Row, numero: number): boolean =>
  row.some((cell) => String(cell).startsWith(`Action ${numero} - `));

describe("one sheet per year", () => {
  test("an action missing from one sheet: the axe's heading on that sheet", () => {
    const sheets = edit(bySheet.cells(), "Budget 2025", (row) => (isAction(row, 6) ? null : row));
    expect(found(sheets, "actions-du-contrat")).toEqual([["actions-du-contrat/6/2025", bySheet.place("axe 3/2025")]]);
  });

  test("an action missing with its axe: the heading of that sheet", () => {
    const sheets = edit(bySheet.cells(), "Budget 2025", (row) =>
      isAction(row, 7) || isAction(row, 8) || String(row[0]).startsWith("Axe 4") ? null : row,
    );
    expect(found(sheets, "actions-du-contrat")).toEqual([
      ["actions-du-contrat/7/2025", "'Budget 2025'!A3"],
      ["actions-du-contrat/8/2025", "'Budget 2025'!A3"],
    ]);
  });

  test("an action twice on one sheet: the second label, and its amounts count", () => {
    const sheets = edit(bySheet.cells(), "Budget 2026", (row) => (isAction(row, 6) ? [row, row] : row));
    expect(found(sheets, "actions-du-contrat")).toEqual([["actions-du-contrat/6/ligne-2", "'Budget 2026'!A13"]]);
    expect(found(sheets, "total-general").map(([id]) => id)).toEqual([
      "total-general/2026/etat",
      "total-general/2026/metropole",
      "total-general/2026/total",
    ]);
  });

  test("an action under another axe on one sheet: its label there", () => {
    const grid = bySheet.cells()["Budget 2025"] ?? [];
    const six = grid.find((row) => isAction(row, 6)) ?? [];
    const without = grid.filter((row) => row !== six);
    const sheets = { ...bySheet.cells(), "Budget 2025": insert(without, 4, six) };
    expect(found(sheets, "action-dans-son-axe")).toEqual([["action-dans-son-axe/6", "'Budget 2025'!A5"]]);
    expect(found(sheets, "actions-du-contrat")).toEqual([]);
  });

  test("a wrong TOTAL is found on its own sheet", () => {
    const sheets = { ...bySheet.cells({ "total/2027/etat": 350000.01 }) };
    expect(found(sheets, "total-general")).toEqual([["total-general/2027/etat", bySheet.place("total/2027/etat")]]);
  });

  test("a year without its sheet: the heading of the first", () => {
    const sheets = Object.fromEntries(Object.entries(bySheet.cells()).filter(([name]) => name !== "Budget 2026"));
    expect(found(sheets, "annees-du-contrat")).toEqual([["annees-du-contrat/2026", "'Budget 2024'!A3"]]);
  });

  test("two sheets for one year are not decided between", () => {
    const cells = bySheet.cells();
    const sheets = { ...cells, "Budget 2024 (ancien)": cells["Budget 2024"] ?? [] };
    const { dossier } = run(sheets);
    expect(dossier.budget).toBeNull();
    expect(dossier.absences).toMatchObject([{ kind: "budget", reason: "plusieurs" }]);
  });

  test("a title that contradicts the sheet's name is followed: the agent is told of both", () => {
    const cells = bySheet.cells();
    const copied = { ...cells, "Budget 2027": mapRow(cells["Budget 2027"] ?? [], 0, () => ["Budget 2026"]) };
    expect(run(copied).dossier.absences).toMatchObject([{ kind: "budget", reason: "plusieurs" }]);
  });

  test("a summary of one year beside the whole table is left aside, and said", () => {
    const summary: Grid = [
      ["Dialogue de gestion 2024"],
      ["Action", "Total", "État", "DM"],
      ["1 Prévenir le décrochage par une prévention spécialisée renforcée", 1, 2, 3],
    ];
    const { verification } = run({ Budget: tableauBudgetaire, "Dialogue 2024": summary });
    const [read] = verification.read;
    expect([read?.sheet, read?.notes]).toEqual([
      "Budget",
      ["Un autre tableau (2024) se trouve dans la feuille « Dialogue 2024 », plage A2:D3 : il n’a pas été retenu."],
    ]);
  });
});

describe("a flat table", () => {
  test("an action missing in one year or in all: the header of the axes, else of the table", () => {
    const oneYear = edit(flat.cells(), "Données", (row) => (isAction(row, 6) && row[2] === "2025" ? null : row));
    expect(found(oneYear, "actions-du-contrat")).toEqual([["actions-du-contrat/6/2025", "Données!A1"]]);
    const all = edit(flatWithoutAxes.cells(), "Données", (row) => (isAction(row, 6) ? null : row));
    expect(found(all, "actions-du-contrat")).toEqual([["actions-du-contrat/6", "Données!A1"]]);
  });

  test("an action twice in one year: the second label", () => {
    const sheets = edit(flat.cells(), "Données", (row) => (isAction(row, 8) && row[2] === "2027" ? [row, row] : row));
    expect(found(sheets, "actions-du-contrat")).toEqual([["actions-du-contrat/8/ligne-2", "Données!B34"]]);
  });

  test("a year missing or outside the period: the header of the years", () => {
    const sheets = edit(flat.cells(), "Données", (row) => row.map((cell) => (cell === "2027" ? "2042" : cell)));
    expect(found(sheets, "annees-du-contrat")).toEqual([
      ["annees-du-contrat/2027", "Données!C1"],
      ["annees-du-contrat/2042", "Données!C1"],
    ]);
  });

  test("an action under another axe in one year: asked, since one of the two may be a slip, then found at its label", () => {
    const sheets = edit(flat.cells(), "Données", (row) =>
      isAction(row, 6) && row[2] === "2025" ? ["Axe 1", ...row.slice(1)] : row,
    );
    const row = (sheets.Données ?? []).findIndex((cells) => cells[0] === "Axe 1") + 1;
    const raw = rawWorkbook({ ...sheets, Indicateurs: tableauIndicateurs });
    const asked = say(raw);
    expect([asked.state, asked.accused, asked.questions.map(({ key }) => key)]).toEqual([
      "to-confirm",
      [],
      [{ kind: "row", sheet: "Données", path: ["Axe 1"] }],
    ]);
    const said = answer(raw, ({ answers }) => answers.find(({ label }) => label.startsWith("L’axe 1,")));
    expect(
      said.json.findings.filter(({ rule }) => rule === "action-dans-son-axe").map(({ id, cells }) => [id, ...cells]),
    ).toEqual([["action-dans-son-axe/6", `Données!B${row}`]]);
  });

  test("an envelope and a split that are missed: the headers of the State's part and of the axes", () => {
    const sheets = flat.cells({ "5/2024/etat": 47499 });
    expect(found(sheets, "enveloppe-annuelle")).toEqual([["enveloppe-annuelle/2024/etat", "Données!E1"]]);
    expect(found(sheets, "repartition-par-axe")).toEqual([["repartition-par-axe/axe-3/2024/etat", "Données!A1"]]);
    const without = flatWithoutAxes.cells({ "5/2024/etat": 47499 });
    expect(found(without, "repartition-par-axe")).toEqual([["repartition-par-axe/axe-3/2024/etat", "Données!D1"]]);
  });

  test("rows without a year, and totals over the years, are left aside and said", () => {
    const sheets = edit(flatWithoutAxes.cells(), "Données", (row, index) =>
      index === 32
        ? [row, ["TOTAL", null, 2765000, 1382500, 1382500], ["Action 9 - Autre", "plus tard", 1, 2, 3]]
        : row,
    );
    const { verification } = run(sheets);
    expect(verification.read[0]?.ignoredRows.map(({ row }) => row)).toEqual([34, 35]);
    expect(verification.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("headings", () => {
  test("a column that comes again inside a year is no year that comes again", () => {
    const grid = mapRow(tableauBudgetaire, 1, (row) => row.map((cell, at) => (at === 4 ? "Etat" : cell)));
    expect(found({ Budget: grid }, "annees-du-contrat")).toEqual([
      ["annees-du-contrat/2025/etat", "Budget!F2"],
      ["annees-du-contrat/2025/total", "Budget!E1"],
    ]);
  });

  test("a part under words that nobody knows is not said to be missing", () => {
    const grid = mapRow(tableauBudgetaire, 1, (row) =>
      row.map((cell) => (cell === "Etat" ? "Etat (pour info)" : cell)),
    );
    expect(found({ Budget: grid }, "annees-du-contrat")).toEqual([]);
    const without = tableauBudgetaire.map((row) => row.filter((_, at) => at % 3 !== 2));
    expect(found({ Budget: without }, "annees-du-contrat")).toEqual([
      ["annees-du-contrat/etat/colonnes", "Budget!B1", "Budget!D1", "Budget!F1", "Budget!H1"],
    ]);
  });

  test("a column of percentages is no part", () => {
    const grid = tableauBudgetaire.map((row, index): Row => [
      ...Array.from({ length: 13 }, (_, column) => row[column] ?? null),
      index === 1 ? "État (%)" : null,
    ]);
    expect(found({ Budget: grid }, "annees-du-contrat")).toEqual([]);
  });

  test("a unit in one column's heading is the unit of its fix", () => {
    const grid = tableauBudgetaire.map((row, index): Row =>
      row.map((cell, at) => {
        if (at !== 3) return cell;
        if (index === 1) return "DM (k€)";
        return typeof cell === "number" ? (cell === 47500 ? 47 : cell / 1000) : cell;
      }),
    );
    const { verification } = run({ Budget: grid });
    expect(verification.findings.filter(({ fix }) => fix).map(({ fix }) => fix)).toContainEqual([
      { cell: "Budget!D10", value: 47.5 },
    ]);
  });

  test("a number format that shows k€ changes nothing", () => {
    const grid = tableauBudgetaire.map((row): Row =>
      row.map((cell) =>
        typeof cell === "number" && cell > 3000 ? { value: cell, numberFormat: '#,##0,"\u00a0k€"' } : cell,
      ),
    );
    const { verification } = run({ Budget: grid });
    expect(verification.read[0]).toMatchObject({ unit: "€" });
    expect(verification.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("amounts from another workbook are read, and said", () => {
    const link = (formula: string, value: number): CellLiteral => ({ formula, value });
    const grid = mapRow(tableauBudgetaire, 3, (row) => [
      row[0] ?? null,
      link("=SUM(C4:D4)", 130000),
      link("='C:\\Contrat\\[Budget 2024.xlsx]Feuil 1'!$B$4", 65000),
      link("=[1]Feuil1!B5", 65000),
      ...row.slice(4, 7),
      link("=Tableau1[État]*Feuil2!A1", 130000),
      ...row.slice(8),
    ]);
    const [read] = run({ Budget: grid }).verification.read;
    expect(read?.notes).toEqual([
      "Formules liées à un autre classeur (C4, D4) : leur dernière valeur enregistrée a été lue.",
    ]);
  });
});

describe("years that are not calendar years", () => {
  const convention: Convention = {
    ...contratIntegre,
    annees: [2024, 2025, 2026, 2027].map((annee) => ({ annee, debut: `${annee}-09-01`, fin: `${annee + 1}-08-31` })),
  };
  const annexe = figures(budgetOf(tableauBudgetaire));

  test.each<[string, (annee: number) => CellLiteral]>([
    ["2024/2025", (annee) => `${annee}/${annee + 1}`],
    ["2024-25", (annee) => `${annee}-${(annee + 1) % 100}`],
    ["Année 2024 – 2025", (annee) => `Année ${annee} – ${annee + 1}`],
    ["Année 1", (annee) => `Année ${annee - 2023}`],
    ["the first year alone", (annee) => annee],
    ["the first day", (annee) => ({ value: [45536, 45901, 46266, 46631][annee - 2024] ?? 0, numberFormat: "yyyy" })],
  ])("%s", (_name, heading) => {
    const grid = mapRow(tableauBudgetaire, 0, (row) =>
      row.map((cell) => (typeof cell === "number" ? heading(cell) : cell)),
    );
    const { budget } = readDossier(rawWorkbook({ Budget: grid }), convention, "2024-06-30");
    expect(budget && figures(budget)).toEqual(annexe);
  });

  test("named by the sheets", () => {
    const sheets = Object.fromEntries(
      Object.entries(bySheet.cells()).map(([name, grid]) => {
        const annee = Number(name.slice(-4));
        return [`${annee}-${annee + 1}`, grid.slice(1)];
      }),
    );
    const { budget } = readDossier(rawWorkbook(sheets), convention, "2024-06-30");
    expect(budget?.annees.map(({ annee, heading }) => [annee, heading.sheet, place(heading)])).toEqual([
      [2024, "2024-2025", "B2"],
      [2025, "2025-2026", "B2"],
      [2026, "2026-2027", "B2"],
      [2027, "2027-2028", "B2"],
    ]);
  });

  test("a span of years is no year where the contract has calendar years", () => {
    const grid = mapRow(tableauBudgetaire, 0, (row) =>
      row.map((cell) => (typeof cell === "number" ? `${cell}/${cell + 1}` : cell)),
    );
    expect(readDossier(rawWorkbook({ Budget: grid }), contratIntegre, "2024-06-30").budget).toBeNull();
  });
});
