// What is new, settled or still there since the workbook's own « Écarts » and its procès-verbal; and a reason whose figures changed.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { lireProcesVerbal } from "../../../src/core/reports/proces-verbal/lire-proces-verbal";
import { LISTE_DES_ECARTS } from "../../../src/core/reports/proces-verbal/rubriques";
import { previousProcesVerbal } from "../../../src/core/situation/previous-proces-verbal";
import { previousVerification } from "../../../src/core/situation/previous-verification";
import { causesOf } from "../../../src/core/why/consequences";
import { sinceLast } from "../../../src/core/situation/since-last";
import { composeProcesVerbalSheet } from "../../../src/core/sheets/proces-verbal-sheet";
import type { FileWorkbook } from "../../../src/files/file-workbook";
import { establishProcesVerbal } from "../../../src/usecases/establish-proces-verbal";
import { justifyFinding } from "../../../src/usecases/justify-finding";
import { verifyWorkbook } from "../../../src/usecases/verify-workbook";
import { drawUp } from "../reports/proces-verbal/established";
import { tableauBudgetaire } from "../reading/annexes";
import type { CellLiteral } from "../reading/raw-workbook-builder";
import { readBack, valuesOf } from "../sheets/written-sheet";
import { AS_OF, fileOf } from "../why/totals/refreshed";
import { reasonOn } from "../../usecases/reason";

/** Two parts of the State that are not the contract's: actions 1 and 2 in 2024. */
function wrongBudget(): FileWorkbook {
  const rows = tableauBudgetaire.map((row) => [...row]) as CellLiteral[][];
  for (const [index, montant] of [
    [3, 64_000],
    [4, 19_000],
  ] as const) {
    const row = rows[index];
    if (row) row[2] = montant;
  }
  return fileOf({ Budget: rows });
}

const type = ({ model }: FileWorkbook, row: number, value: number) =>
  model.sheets[0]?.setContent(row, 2, { value, formula: null });
const check = ({ port }: FileWorkbook) => verifyWorkbook(port, contratIntegre, AS_OF);

describe("since the last verification", () => {
  it("nothing can be told of a workbook that was never verified", async () => {
    const file = wrongBudget();
    expect(previousVerification(await file.port.read())).toBeNull();
    expect((await check(file)).previous).toBeUndefined();
  });

  it("the causes that « Écarts » listed are those of then, without what followed from them and without remarks", async () => {
    const file = wrongBudget();
    const first = (await check(file)).verification;
    const { previous } = await check(file);
    expect(previous?.asOf).toBe(AS_OF);
    expect([...(previous?.causes ?? [])].sort()).toEqual([...causesOf(first.findings).map(({ id }) => id)].sort());
    expect(first.findings.some(({ causedBy }) => causedBy !== null)).toBe(true);
  });

  it("one is settled, one is new and the others are still there", async () => {
    const file = wrongBudget();
    await check(file);
    type(file, 3, 65_000);
    type(file, 6, 24_000);
    const { verification, previous } = await check(file);
    if (!previous) throw new Error("no earlier verification");
    const since = sinceLast(previous, verification.findings);
    expect(since.fresh).toContain("montant-contractualise/3/2024/etat");
    expect(since.fresh).not.toContain("montant-contractualise/2/2024/etat");
    expect(previous.causes).toContain("montant-contractualise/1/2024/etat");
    expect(since.settled).toBeGreaterThan(0);
    expect(since.remaining + since.fresh.length).toBe(causesOf(verification.findings).length);
    expect(since.remaining + since.settled).toBeLessThanOrEqual(previous.causes.length);
  });
});

describe("since the last procès-verbal", () => {
  const establish = ({ port }: FileWorkbook, replace: string | null = null) =>
    establishProcesVerbal(port, contratIntegre, AS_OF, replace);
  const pvSheet = async ({ port }: FileWorkbook) =>
    (await port.read()).sheets.find(({ resultSheet }) => resultSheet === "proces-verbal");

  it("nothing is told of a workbook that has none", async () => {
    expect(await check(wrongBudget())).not.toHaveProperty("procesVerbal");
  });

  it("it keeps its causes through verifications, until it is drawn up again", async () => {
    const file = wrongBudget();
    await establish(file);
    const then = await check(file);
    expect(then.procesVerbal).toEqual({
      asOf: AS_OF,
      causes: causesOf(then.verification.findings).map(({ id }) => id),
    });
    type(file, 3, 65_000);
    await check(file);
    const { verification, previous, procesVerbal } = await check(file);
    const settled = (before: { readonly causes: readonly string[] | null } | undefined) =>
      sinceLast({ asOf: AS_OF, causes: before?.causes ?? [] }, verification.findings).settled;
    expect([settled(previous), settled(procesVerbal)]).toEqual([0, expect.any(Number)]);
    expect(settled(procesVerbal)).toBeGreaterThan(0);
    const standing = await establish(file);
    await establish(file, standing.kind === "exists" ? standing.standing : null);
    expect(settled((await check(file)).procesVerbal)).toBe(0);
  });

  it("one without its list says so, and one without a discrepancy says none", async () => {
    const file = wrongBudget();
    await establish(file);
    const sheet = await pvSheet(file);
    if (!sheet) throw new Error("no procès-verbal");
    const row = sheet.blocks.flatMap(({ values, row: top }) =>
      values.flatMap((cells, index) => (cells.includes(LISTE_DES_ECARTS.cle) ? [top + index] : [])),
    )[0];
    expect(row).toBeDefined();
    const written = file.model.sheets.find(({ name }) => name === sheet.name);
    written?.setContent(row ?? 0, 7, { value: null, formula: null });
    expect((await check(file)).procesVerbal).toEqual({ asOf: AS_OF, causes: null });
    const none = composeProcesVerbalSheet({ ...drawUp(), verification: { ...drawUp().verification, findings: [] } });
    expect(lireProcesVerbal(readBack(none, valuesOf(none)))).toMatchObject({ ecarts: [], chiffres: drawUp().chiffres });
  });

  it("half of one is none", async () => {
    const file = wrongBudget();
    await establish(file);
    const raw = await file.port.read();
    const range = { sheet: "Procès-verbal", top: 0, left: 0, bottom: 0, right: 0 };
    expect(previousProcesVerbal(raw)).not.toBeNull();
    expect(previousProcesVerbal({ ...raw, unfinished: [{ kind: "proces-verbal", mark: "m", range }] })).toBeNull();
  });
});

describe("a reason whose figures have changed", () => {
  const ID = "montant-contractualise/1/2024/etat";
  const REASON = reasonOn("2024-06-15");

  it("justifies no more, and its words are kept for the next one", async () => {
    const file = wrongBudget();
    const found = async () => (await check(file)).verification.findings.find(({ id }) => id === ID);
    const finding = await found();
    if (!finding) throw new Error("nothing to justify");
    await justifyFinding(file.port, contratIntegre, { finding, asOf: AS_OF }, REASON);
    expect(await found()).toMatchObject({ justification: { text: REASON.text } });
    expect(await found()).not.toHaveProperty("former");
    type(file, 3, 63_000);
    for (let run = 0; run < 2; run += 1) {
      expect(await found()).toMatchObject({ justification: null, former: { text: REASON.text, by: "Mme Roy" } });
    }
  });
});
