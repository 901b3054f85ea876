// A reason is one party's and its acceptance the other's: nobody alone makes a workbook conforming.
import { describe, expect, it } from "vitest";
import { ecartsColumn, type EcartsColumn } from "../../src/core/domain/ecarts-columns";
import type { CellValue, RawSheet, SheetPlan } from "../../src/core/workbook-port";
import { annexesWorkbook, composeFor } from "./writing/annexes-workbook";
import { readBack, valuesOf, withResults } from "./writing/written-sheet";

type Typed = Partial<Record<EcartsColumn, CellValue>>;

const SLIPS = { G4: 64999.99 };
const day = (iso: string): number => Math.round(Date.parse(iso) / 86_400_000) + 25_569;

/** The sheet as somebody leaves it after typing beside every finding. */
function typeEverywhere(plan: SheetPlan, typed: Typed): RawSheet {
  const values = valuesOf(plan);
  for (const row of values) {
    if (!/^[a-z-]+\/|^[a-z0-9-]+$/.test(String(row[ecartsColumn("identifiant")] ?? ""))) continue;
    for (const [key, value] of Object.entries(typed)) row[ecartsColumn(key as EcartsColumn)] = value;
  }
  return readBack(plan, values);
}

const again = (typed: Typed) => {
  const first = composeFor(annexesWorkbook(SLIPS));
  return composeFor(withResults(annexesWorkbook(SLIPS), typeEverywhere(first.ecarts, typed))).verification;
};

const ALONE: Typed = {
  justification: "Convenu",
  par: "Mme Roy",
  le: day("2024-06-01"),
  decision: "Acceptée",
  decideePar: "Mme Roy (DDETS)",
  decideeLe: day("2024-06-02"),
};

describe("one person alone", () => {
  it("accepts nothing under another spelling of the same name", () => {
    const { verdict, summary } = again(ALONE);
    expect(summary.accepted).toBe(0);
    expect(verdict.state).toBe("awaiting");
  });
});
