// The execution annexes as an agent uses them: inserted, filled in, verified; each figure compared at its cell, in a file and through Excel.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { parseCellRef } from "xlsx-model/cell-ref";
import type { Convention } from "../../src/core/contract/convention";
import { montantFromEuros, toEuros } from "../../src/core/domain/values/montant";
import { verificationJson } from "../../src/core/verification-json";
import { verify } from "../../src/core/verify";
import type { AnnexeRequest } from "../../src/core/sheets/annexes/annexe-request";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook, type FileWorkbook } from "../../src/files/file-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { previewTotals } from "../../src/usecases/refresh-totals";

const DATE = "2028-06-30";
const NAME = "execution.xlsx";
const TABLES: readonly AnnexeRequest[] = [
  { kind: "budget", sousTotaux: true },
  { kind: "indicateurs", realises: false },
  { kind: "execution", annee: null },
];
const YEARS = [2024, 2025, 2026, 2027];
const COLUMNS = { verse: "E", etat: "F", local: "G", autres: "H" } as const;
const ACTION_ROWS = [8, 9, 12, 13, 16, 17, 20, 21];

async function inserted(requests = TABLES, convention: Convention = contratIntegre): Promise<FileWorkbook> {
  const workbook = openFileWorkbook(createXlsx(NAME).save(), NAME);
  const [blank] = workbook.model.sheets;
  await insertAnnexe(workbook.port, convention, DATE, requests);
  if (blank) workbook.model.removeSheet(blank.id);
  return workbook;
}

function cell({ model }: FileWorkbook, address: string) {
  const ref = parseCellRef(address);
  const sheet = model.sheets.find(({ name }) => name === ref?.sheet);
  if (!ref || !sheet) throw new Error(`no cell ${address}`);
  return { ...ref, sheet };
}

function type(workbook: FileWorkbook, address: string, value: number | string | null): void {
  const { sheet, row, column } = cell(workbook, address);
  sheet.setContent(row, column, { value, formula: null });
}

const read = (workbook: FileWorkbook, address: string) => {
  const { sheet, row, column } = cell(workbook, address);
  return sheet.content(row, column);
};

const contracted = (index: number, annee: number) => {
  const montants = contratIntegre.actions[index]?.montants.find((each) => each.annee === annee);
  return {
    etat: toEuros(montants?.etat ?? montantFromEuros(0)),
    local: toEuros(montants?.collectivite ?? montantFromEuros(0)),
  };
};

/** Paid and executed as contracted, with 10 € of others, of every action and year. */
async function filled(): Promise<FileWorkbook> {
  const workbook = await inserted();
  for (const annee of YEARS) {
    for (const [index, row] of ACTION_ROWS.entries()) {
      const { etat, local } = contracted(index, annee);
      type(workbook, `'Exécution ${annee}'!${COLUMNS.verse}${row}`, etat);
      type(workbook, `'Exécution ${annee}'!${COLUMNS.etat}${row}`, etat);
      type(workbook, `'Exécution ${annee}'!${COLUMNS.local}${row}`, local);
      type(workbook, `'Exécution ${annee}'!${COLUMNS.autres}${row}`, 10);
    }
  }
  await workbook.model.calculate();
  return workbook;
}

async function check(workbook: FileWorkbook) {
  return verificationJson(verify(await workbook.port.read(), contratIntegre, DATE).verification);
}

/** What is said of the money that was executed. */
const EXECUTION_RULES = [
  "montant-contractualise",
  "execution-coherente",
  "execution-renseignee",
  "total-de-la-periode",
  "sous-total-axe",
  "total-general",
  "versement-du-contrat",
  "somme-a-reverser",
  "cofinancement-execute",
  "contribution-plafonnee-au-cout",
  "total-en-formule",
  "formule-incomplete",
];

/** What is paid in full for the years that no avenant has fixed yet is told: nothing else of it is wrong. */
const PROVISIONAL = [2025, 2026, 2027].map((annee) => `versement-du-contrat/${annee}/etat/verse`);

describe("the execution annexes", () => {
  it("have the columns of the account, the sums of the axes, and the years cumulated", async () => {
    const workbook = await inserted();
    const names = workbook.model.sheets.map(({ name }) => name);
    expect(names.slice(2)).toEqual([...YEARS.map((annee) => `Exécution ${annee}`), "Exécution cumulée"]);
    const heading = (name: string) =>
      "BCDEFGHIJKL".split("").map((column) => read(workbook, `'${name}'!${column}6`).value);
    const words = [
      "Contractualisé État",
      "Contractualisé Métropole",
      "Contractualisé",
      "Versé par l’État",
      "Exécuté État",
      "Exécuté Métropole",
      "Autres financeurs",
      "Coût total",
      "Taux",
      "Écart",
    ];
    expect(heading("Exécution 2024")).toEqual([...words, "Justification des écarts"]);
    expect(heading("Exécution cumulée")).toEqual([...words, null]);
    expect(read(workbook, "'Exécution 2024'!B8")).toEqual({ value: 65000, formula: "='Tableau budgétaire'!C8" });
    expect(read(workbook, "'Exécution 2025'!C9")).toEqual({ value: 20000, formula: "='Tableau budgétaire'!G9" });
    expect(read(workbook, "'Exécution 2024'!D8")).toEqual({ value: 130000, formula: "=B8+C8" });
    expect(read(workbook, "'Exécution 2024'!F10").formula).toBe('=IF(COUNT(F8:F9)=0,"",SUM(F8:F9))');
    expect(read(workbook, "'Exécution cumulée'!F8").formula).toBe(
      `=IF(COUNT(${YEARS.map((annee) => `'Exécution ${annee}'!F8`).join(",")})=0,"",SUM(${YEARS.map((annee) => `'Exécution ${annee}'!F8`).join(",")}))`,
    );
    expect(read(workbook, "'Exécution cumulée'!B8").value).toBe(260_000);
  });

  it("show no amount before one is entered, and nothing wrong", async () => {
    const workbook = await inserted();
    await workbook.model.calculate();
    for (const name of [...YEARS.map((annee) => `Exécution ${annee}`), "Exécution cumulée"]) {
      for (let row = 8; row <= 23; row += 1) {
        for (const column of ["E", "F", "G", "H", "I", "J", "K"]) {
          expect(read(workbook, `'${name}'!${column}${row}`).value ?? "", `${name} ${column}${row}`).toBe("");
        }
      }
    }
    const { findings, unread } = await check(workbook);
    expect(unread).toEqual([]);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("are right once they are filled in, to the cent, and every total stays as it is", async () => {
    const workbook = await filled();
    const { findings, unread, read: tables } = await check(workbook);
    expect(unread).toEqual([]);
    expect(findings.filter(({ rule }) => EXECUTION_RULES.includes(rule)).map(({ id, gap }) => [id, gap])).toEqual(
      PROVISIONAL.map((id) => [id, 0]),
    );
    expect(tables.filter(({ kind }) => kind === "execution").map(({ sheet }) => sheet)).toEqual([
      ...YEARS.map((annee) => `Exécution ${annee}`),
      "Exécution cumulée",
    ]);
    expect(read(workbook, "'Exécution cumulée'!I23").value).toBe(2_765_000 + 320);
    expect(read(workbook, "'Exécution cumulée'!K23").value).toBe(0);
    const { changes, blocked } = await previewTotals(workbook.port, contratIntegre, DATE);
    expect(changes).toEqual([]);
    expect(blocked).toEqual([]);
  });

  it("show no rate and no gap over an amount that lacks: of its action, its axe or in all, in its year and cumulated", async () => {
    const workbook = await filled();
    type(workbook, "'Exécution 2024'!F8", null);
    await workbook.model.calculate();
    const derived = (name: string, row: number) =>
      ["J", "K"].map((column) => read(workbook, `'${name}'!${column}${row}`).value);
    for (const name of ["Exécution 2024", "Exécution cumulée"]) {
      for (const row of [8, 10, 23]) expect(derived(name, row), `${name} ${row}`).toEqual(["", ""]);
      for (const row of [9, 12, 14]) expect(derived(name, row), `${name} ${row}`).toEqual([1, 0]);
    }
    expect(derived("Exécution 2025", 10)).toEqual([1, 0]);
  });

  /** A figure typed over what stands there, the rule that must say it at that cell, and the gap. */
  it.each([
    ["what the State contracted", "'Exécution 2024'!B12", 25_000, "montant-contractualise", [-0.01, 0.01]],
    ["what the local party contracted", "'Exécution 2024'!C12", 25_000, "montant-contractualise", [-0.01, 0.01]],
    ["what both contracted", "'Exécution 2024'!D12", 50_000, "montant-contractualise", [-0.01, 0.01]],
    ["what the State paid", "'Exécution 2024'!E12", 25_000, "versement-du-contrat", [-0.01, 0.01]],
    ["the cost", "'Exécution 2024'!I12", 50_010, "execution-coherente", [-0.01, 0.01]],
    ["the paid subtotal", "'Exécution 2025'!E14", 45_000, "sous-total-axe", [-0.01, 0.01]],
    ["the executed subtotal", "'Exécution 2025'!F14", 45_000, "sous-total-axe", [-0.01, 0.01]],
    ["the subtotal of others", "'Exécution 2025'!H14", 20, "sous-total-axe", [-0.01, 0.01]],
    ["the cost of an axe", "'Exécution 2025'!I14", 90_020, "sous-total-axe", [-0.01, 0.01]],
    ["the paid total", "'Exécution 2026'!E23", 350_000, "total-general", [-0.01, 0.01]],
    ["the total of others", "'Exécution 2026'!H23", 80, "total-general", [-0.01, 0.01]],
    ["the total cost", "'Exécution 2026'!I23", 700_080, "total-general", [-0.01, 0.01]],
    ["contracted by the State, cumulated", "'Exécution cumulée'!B12", 100_000, "total-de-la-periode", [-0.01, 0.01]],
    ["contracted locally, cumulated", "'Exécution cumulée'!C12", 100_000, "total-de-la-periode", [-0.01, 0.01]],
    ["contracted, cumulated", "'Exécution cumulée'!D12", 200_000, "total-de-la-periode", [-0.01, 0.01]],
    ["paid, cumulated", "'Exécution cumulée'!E12", 100_000, "total-de-la-periode", [-0.01, 0.01]],
    ["executed by the State, cumulated", "'Exécution cumulée'!F12", 100_000, "total-de-la-periode", [-0.01, 0.01]],
    ["executed locally, cumulated", "'Exécution cumulée'!G12", 100_000, "total-de-la-periode", [-0.01, 0.01]],
    ["of others, cumulated", "'Exécution cumulée'!H12", 40, "total-de-la-periode", [-0.01, 0.01]],
    ["the cost, cumulated", "'Exécution cumulée'!I12", 200_040, "total-de-la-periode", [-0.01, 0.01]],
    ["the cumulated cost of an axe", "'Exécution cumulée'!I14", 360_080, "total-de-la-periode", [-0.01, 0.01]],
    ["all that was paid, cumulated", "'Exécution cumulée'!E23", 1_382_500, "total-de-la-periode", [-0.01, 0.01]],
  ] as const)("have each figure compared at its cell: %s", async (_, address, value, rule, gaps) => {
    const workbook = await filled();
    const at = async (figure: number) => {
      type(workbook, address, figure);
      await workbook.model.calculate();
      return (await check(workbook)).findings.filter((one) => one.rule === rule && !PROVISIONAL.includes(one.id));
    };
    expect(await at(value)).toEqual([]);
    for (const gap of gaps) {
      const findings = await at(value + gap);
      expect(findings.flatMap(({ cells }) => cells)).toContain(address);
      expect(findings.find(({ cells }) => cells.includes(address))?.gap).toBeCloseTo(gap, 6);
    }
  });

  it("follow the budget: what is wrong there is said there alone", async () => {
    const workbook = await filled();
    type(workbook, "'Tableau budgétaire'!C8", 64_999.99);
    await workbook.model.calculate();
    expect(read(workbook, "'Exécution 2024'!B8").value).toBe(64_999.99);
    const { findings } = await check(workbook);
    const own = findings.filter(({ rule }) => rule === "montant-contractualise");
    expect(own.flatMap(({ cells }) => cells)).toEqual(["'Tableau budgétaire'!C8"]);
  });

  it("refer to the tabs that the annexes got, where others bear their names", async () => {
    const workbook = await filled();
    type(workbook, "'Tableau budgétaire'!C8", 1);
    type(workbook, "'Exécution cumulée'!A25", "Notes");
    await insertAnnexe(workbook.port, contratIntegre, DATE, TABLES);
    expect(read(workbook, "'Exécution 2025 (2)'!B8").formula).toBe("='Tableau budgétaire (2)'!F8");
    expect(read(workbook, "'Exécution cumulée (2)'!E8").formula).toContain("'Exécution 2027 (2)'!E8");
  });

  it("hold the contract's own amounts where the workbook has no budget table", async () => {
    const workbook = await inserted([{ kind: "execution", annee: 2024 }]);
    expect(read(workbook, "'Exécution 2024'!B8")).toEqual({ value: 65000, formula: null });
    expect(workbook.model.sheets.map(({ name }) => name)).toEqual(["Exécution 2024"]);
  });
});
