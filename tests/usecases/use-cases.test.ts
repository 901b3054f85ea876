// What each use case reads, what it asks to write, and what it says when it cannot.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import type { RawWorkbook } from "../../src/core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { bilanPeriods } from "../../src/usecases/bilan-periods";
import { checkProcesVerbal } from "../../src/usecases/check-proces-verbal";
import { clearHighlights } from "../../src/usecases/clear-highlights";
import { establishProcesVerbal } from "../../src/usecases/establish-proces-verbal";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { applyTotals, previewTotals } from "../../src/usecases/refresh-totals";
import { verifyWorkbook, type Step } from "../../src/usecases/verify-workbook";
import { computeWorkbookBilan, writeBilan } from "../../src/usecases/write-bilan";
import { tableauBudgetaire } from "../core/reading/annexes";
import { rawWorkbook } from "../core/reading/raw-workbook-builder";
import { annexesWorkbook } from "../core/sheets/annexes-workbook";
import { memoryWorkbook } from "./memory-workbook";

const AS_OF = "2024-06-30";
const empty = rawWorkbook({ Feuil1: [["Bonjour"]] });
const locked: RawWorkbook = { ...annexesWorkbook(), isStructureProtected: true };

/** The sentence that an agent gets; it names what and what to do, and never a word of a programmer. */
async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(WorkbookError);
  return error instanceof Error ? error.message : "";
}

describe("verifyWorkbook", () => {
  it("reads once, then checks, then writes once", async () => {
    const workbook = memoryWorkbook(annexesWorkbook());
    const steps: Step[] = [];
    const { verification, refusals } = await verifyWorkbook(workbook, contratIntegre, AS_OF, (step) =>
      steps.push(step),
    );
    expect(steps).toEqual(["read", "check", "write"]);
    expect([workbook.reads(), workbook.plans.length, refusals]).toEqual([1, 1, []]);
    expect(workbook.plans[0]?.sheets.map(({ kind }) => kind)).toEqual(["ecarts", "synthese"]);
    expect(verification.summary.error).toBe(0);
  });

  it("keeps what it found when nothing can be written", async () => {
    const workbook = memoryWorkbook(annexesWorkbook({ C10: 1 }), { refuses: "Le classeur est protégé." });
    const { verification, refusals } = await verifyWorkbook(workbook, contratIntegre, AS_OF);
    expect(refusals).toEqual(["Le classeur est protégé."]);
    expect(verification.summary.error).toBeGreaterThan(0);
  });
});

describe("clearHighlights", () => {
  it("takes the highlights away without reading a cell or touching a sheet", async () => {
    const workbook = memoryWorkbook(annexesWorkbook());
    expect(await clearHighlights(workbook)).toEqual([]);
    expect([workbook.reads(), workbook.plans]).toEqual([0, [{ highlights: [], sheets: [] }]]);
  });
});

describe("annexes", () => {
  it("inserts what is asked for, in that order", async () => {
    const workbook = memoryWorkbook(empty);
    const requests = [{ kind: "echeancier" }, { kind: "budget", sousTotaux: true }] as const;
    const { sheetNames: names } = await insertAnnexe(workbook, contratIntegre, AS_OF, requests);
    expect(names).toEqual(workbook.plans[0]?.annexes?.map(({ name }) => name));
    expect(names).toHaveLength(2);
  });

  it("inserts nothing in a workbook whose structure is protected, nor at a cell that is taken", async () => {
    const request = [{ kind: "imputation" }] as const;
    const [closed, taken] = [memoryWorkbook(locked), memoryWorkbook(annexesWorkbook())];
    await refusal(insertAnnexe(closed, contratIntegre, AS_OF, request));
    const cell = { sheet: "tableau BUDGÉTAIRE", row: 2, column: 1 };
    expect(await refusal(insertAnnexe(taken, contratIntegre, AS_OF, request, "built-in", { cell }))).toContain(
      "Tableau budgétaire",
    );
    expect([closed.plans, taken.plans]).toEqual([[], []]);
  });
});

describe("totals", () => {
  it("writes exactly what was previewed, and nothing when the workbook has changed since", async () => {
    const workbook = memoryWorkbook(annexesWorkbook());
    const preview = await previewTotals(workbook, contratIntegre, AS_OF);
    expect(workbook.plans).toEqual([]);
    expect(preview.changes.length).toBeGreaterThan(0);
    await applyTotals(workbook, contratIntegre, AS_OF, preview);
    expect(workbook.plans[0]?.cells?.map(({ cell }) => cell)).toEqual(preview.changes.map(({ cell }) => cell));
    const changed = memoryWorkbook(annexesWorkbook({ B15: { formula: "=SUM(B4:B14)", value: 700_000 } }));
    expect(await refusal(applyTotals(changed, contratIntegre, AS_OF, preview))).toMatch(
      /a changé.*rien n’a été modifié/,
    );
    expect(changed.plans).toEqual([]);
  });

  it("says that there is no table", async () => {
    expect(await refusal(previewTotals(memoryWorkbook(empty), contratIntegre, AS_OF))).toMatch(/tableau budgétaire/);
    // Of a table that shows one party only the place and the reason are told.
    const party = rawWorkbook({ "Part État": tableauBudgetaire.map((row) => [row[0] ?? null, row[1] ?? null]) });
    expect(await refusal(previewTotals(memoryWorkbook(party), contratIntegre, AS_OF))).toMatch(
      /Ressemble au contrat et n’a pas été lu\u00a0: 'Part État'!A\d+:B\d+ \(montants lus, colonnes État \/ Métropole non trouvées\)/,
    );
  });
});

describe("reports", () => {
  it("offers the periods of the contract", async () => {
    const periods = await bilanPeriods(memoryWorkbook(empty), contratIntegre, AS_OF);
    expect(periods).toEqual({ miParcours: { debut: 2024, fin: 2025 }, annees: [2024, 2025, 2026, 2027] });
  });

  it("computes a report without writing, or writes its sheets together", async () => {
    const workbook = memoryWorkbook(annexesWorkbook());
    const request = { periode: "mi-parcours", asOf: "2026-02-01" } as const;
    const bilan = await computeWorkbookBilan(workbook, contratIntegre, request);
    expect(workbook.plans).toEqual([]);
    const written = await writeBilan(workbook, contratIntegre, request);
    expect(written.bilan).toEqual(bilan);
    expect(workbook.plans[0]?.sheets.map(({ name }) => name)).toEqual(written.sheetNames);
    await refusal(writeBilan(memoryWorkbook(locked), contratIntegre, request));
    const before = { ...request, periode: { debut: 2020, fin: 2021 } };
    expect(await refusal(computeWorkbookBilan(workbook, contratIntegre, before))).toContain("2024");
  });

  it("establishes a procès-verbal once, and controls only one that is there", async () => {
    const workbook = memoryWorkbook(annexesWorkbook());
    const first = await establishProcesVerbal(workbook, contratIntegre, AS_OF, null);
    expect(first).toMatchObject({ kind: "established", refusals: [] });
    const cells = workbook.plans[0]?.sheets[0]?.cells.map((row) => row.map(({ value }) => value)) ?? [];
    const annexes = annexesWorkbook();
    const [page] = rawWorkbook({ Constat: { cells, resultSheet: "proces-verbal" } }).sheets;
    if (!page) throw new Error("no page");
    const signed = { ...annexes, sheets: [...annexes.sheets, page] };
    expect(await establishProcesVerbal(memoryWorkbook(signed), contratIntegre, AS_OF, null)).toMatchObject({
      kind: "exists",
    });
    const controle = await checkProcesVerbal(memoryWorkbook(signed), contratIntegre);
    expect(JSON.stringify(controle)).not.toContain("undefined");
    expect(await refusal(checkProcesVerbal(memoryWorkbook(annexes), contratIntegre))).toContain("procès-verbal");
    expect(await refusal(establishProcesVerbal(memoryWorkbook(empty), contratIntegre, AS_OF, null))).toContain("rien");
  });
});
