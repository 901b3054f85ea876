// What one agrees to in the pane, and what a colleague does to the same workbook between what is shown and the click.
import { contratIntegre } from "../../src/contracts/built-in";
import { ecartsColumn, type EcartsColumn } from "../../src/core/domain/ecarts-columns";
import type { Finding } from "../../src/core/verification";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { createXlsx } from "../../src/files/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import type { SheetModel, WorkbookModel } from "../../src/files/workbook-model";
import { applyCorrections, previewCorrections, undoCorrections } from "../../src/usecases/correct-findings";
import { establishProcesVerbal } from "../../src/usecases/establish-proces-verbal";
import { justifyFinding, type Entry } from "../../src/usecases/justify-finding";
import { applyTotals, previewTotals } from "../../src/usecases/refresh-totals";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { tableauBudgetaire } from "../core/reading/annexes";

export const NAME = "classeur.xlsx";
const AS_OF = "2026-11-24";
const BUDGET = "Budget";
const PROCES_VERBAL = "Procès-verbal";
/** One without a reason, one with a reason that waits for its answer. */
const [BARE, WAITING] = ["montant-contractualise/1/2024/etat", "montant-contractualise/2/2024/etat"] as const;
/** Rows of their actions, and the columns of their year: total, State, local party. */
const ROWS = { [BARE]: 3, [WAITING]: 4 } as const;
const YEAR = [1, 2, 3] as const;

const REASON = {
  kind: "reason",
  text: "Délibération reportée",
  by: "Mme Roy",
  party: "local",
  localParty: "Métropole",
  on: AS_OF,
} as const;
const TYPED = ["justification", "par", "partie", "le", "decision", "decideePar", "decideePartie", "decideeLe"] as const;

export function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

const content = (sheet: SheetModel, row: number, column: number): string => JSON.stringify(sheet.content(row, column));

function rowOf(sheet: SheetModel, id: string): number {
  for (let row = 0; row <= (sheet.usedRange(true)?.bottom ?? 0); row += 1) {
    if (sheet.content(row, ecartsColumn("identifiant")).value === id) return row;
  }
  throw new Error(`no row for ${id}`);
}

async function findingIn(port: WorkbookPort, id: string): Promise<Finding> {
  const { verification } = await verifyWorkbook(port, contratIntegre, AS_OF);
  const found = verification.findings.find((finding) => finding.id === id);
  if (!found) throw new Error(`no discrepancy ${id}`);
  return found;
}

const justify = (port: WorkbookPort, finding: Finding, entry: Entry) =>
  justifyFinding(port, contratIntegre, { finding, asOf: AS_OF }, entry);

/** Verified, with two parts that are not the contract's, totals typed as figures, a waiting reason and a procès-verbal. */
export async function sharedWorkbook(): Promise<Uint8Array> {
  const model = createXlsx(NAME);
  const [sheet] = model.sheets;
  if (!sheet) throw new Error("no sheet");
  sheet.name = BUDGET;
  for (const [row, cells] of tableauBudgetaire.entries())
    for (const [column, value] of cells.entries())
      if (value !== null && typeof value !== "object") sheet.setContent(row, column, { value, formula: null });
  for (const row of Object.values(ROWS)) sheet.setContent(row, 2, { value: 1000 * row, formula: null });
  const { port, save } = openFileWorkbook(model.save(), NAME);
  await justify(port, await findingIn(port, WAITING), REASON);
  await findingIn(port, BARE);
  await establishProcesVerbal(port, contratIntegre, AS_OF, null);
  return save();
}

/** What the agent was shown, held until he clicks. */
export interface Shown {
  /** Throws where it is not done. */
  readonly agree: (port: WorkbookPort) => Promise<unknown>;
  /** Of the cells that he was shown what of: what stands there. */
  readonly witness: (model: WorkbookModel) => string;
}

export type Show = (port: WorkbookPort) => Promise<Shown>;

function wordsAnd(id: typeof BARE | typeof WAITING): Shown["witness"] {
  return (model) => {
    const ecarts = sheetOf(model, "Écarts");
    const row = rowOf(ecarts, id);
    const words = TYPED.map((key) => content(ecarts, row, ecartsColumn(key)));
    return [...words, content(sheetOf(model, BUDGET), ROWS[id], 2)].join();
  };
}

const entering =
  (id: typeof BARE | typeof WAITING, entry: Entry): Show =>
  async (port) => {
    const finding = await findingIn(port, id);
    return { agree: (again) => justify(again, finding, entry), witness: wordsAnd(id) };
  };

const year: Shown["witness"] = (model) =>
  tableauBudgetaire.map((_, row) => YEAR.map((column) => content(sheetOf(model, BUDGET), row, column))).join();

const answer = (decision: "accepted" | "refused"): Entry => ({
  kind: "answer",
  decision,
  by: "M. Petit",
  party: "etat",
  localParty: "Métropole",
  on: AS_OF,
});

const correcting: Show = async (port) => {
  const [plan] = await previewCorrections(port, contratIntegre, AS_OF, [BARE]);
  if (!plan || plan.corrections.length === 0) throw new Error("nothing to correct");
  return { agree: (again) => applyCorrections(again, contratIntegre, AS_OF, plan), witness: year };
};

const undoing: Show = async (port) => {
  const [plan] = await previewCorrections(port, contratIntegre, AS_OF, [BARE]);
  if (!plan) throw new Error("nothing to correct");
  const done = await applyCorrections(port, contratIntegre, AS_OF, plan);
  return {
    agree: (again) => undoCorrections(again, done),
    witness: (model) => content(sheetOf(model, BUDGET), ROWS[BARE], 2),
  };
};

const refreshing: Show = async (port) => {
  const preview = await previewTotals(port, contratIntegre, AS_OF);
  if (preview.changes.length === 0) throw new Error("no total to refresh");
  return {
    agree: (again) => applyTotals(again, contratIntegre, AS_OF, preview),
    witness: (model) => contentsOf(sheetOf(model, BUDGET)),
  };
};

const replacing: Show = async (port) => {
  const shown = await establishProcesVerbal(port, contratIntegre, AS_OF, null);
  if (shown.kind !== "exists") throw new Error("nothing to replace");
  return {
    agree: (again) => establishProcesVerbal(again, contratIntegre, AS_OF, shown.standing),
    witness: (model) => contentsOf(sheetOf(model, PROCES_VERBAL)),
  };
};

export const AGREED: Readonly<Record<string, Show>> = {
  "saves a reason": entering(BARE, { ...REASON, text: "Reporté d’un an" }),
  "modifies a reason": entering(WAITING, { ...REASON, text: "Reporté de deux ans" }),
  "accepts a reason": entering(WAITING, answer("accepted")),
  "refuses a reason": entering(WAITING, answer("refused")),
  "applies a correction": correcting,
  "takes a correction back": undoing,
  "refreshes the totals": refreshing,
  "replaces the procès-verbal": replacing,
};

/** A cell that the colleague types in, and what. */
export interface Typed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: string | number | null;
}

const beside =
  (id: string, typed: Partial<Record<EcartsColumn, string | number | null>>) =>
  (model: WorkbookModel): readonly Typed[] => {
    const row = rowOf(sheetOf(model, "Écarts"), id);
    return Object.entries(typed).map(([key, value]) => ({
      sheet: "Écarts",
      row,
      column: ecartsColumn(key as EcartsColumn),
      value,
    }));
  };

const figure = (row: number, column: number, value: number) => (): readonly Typed[] => [
  { sheet: BUDGET, row, column, value },
];

// 24 November 2026 as Excel counts days.
const DAY = 46_350;

export const MEANWHILE: Readonly<Record<string, (model: WorkbookModel) => readonly Typed[]>> = {
  "does nothing": () => [],
  "rewrites the reason": beside(WAITING, { justification: "Motif réécrit par le collègue", par: "Mme Autre" }),
  "signs it with another name": beside(WAITING, { par: "M. Autre" }),
  "withdraws the reason": beside(WAITING, { justification: null, par: null, le: null }),
  "gives a reason to the other one": beside(BARE, { justification: "Motif du collègue", par: "M. Durand", le: DAY }),
  "accepts the reason": beside(WAITING, { decision: "Acceptée", decideePar: "Mme Juste", decideeLe: DAY }),
  "begins to refuse the reason": beside(WAITING, { decision: "Refusée" }),
  "writes a decision where there is no reason": beside(BARE, { decision: "Refusée", decideePar: "Mme Vite" }),
  "changes the figure of the one": figure(ROWS[BARE], 2, 61_234),
  "changes the figure of the other": figure(ROWS[WAITING], 2, 15_678),
  "corrects the figure of the other": figure(ROWS[WAITING], 2, 20_000),
  "changes another figure of the year": figure(7, 2, 19_876),
  "changes a figure of another year": figure(7, 11, 19_876),
  "signs the procès-verbal": () => [{ sheet: PROCES_VERBAL, row: 3, column: 9, value: "Lu et approuvé" }],
  "takes notes on a sheet of his": () => [{ sheet: "Notes", row: 0, column: 0, value: "à voir" }],
};

function contentsOf(sheet: SheetModel): string {
  const used = sheet.usedRange(true);
  if (!used) return "";
  const cells: string[] = [];
  for (let row = used.top; row <= used.bottom; row += 1)
    for (let column = used.left; column <= used.right; column += 1) {
      const { value, formula } = sheet.content(row, column);
      if (value !== null || formula !== null) cells.push(`${row}/${column}: ${formula ?? value}`);
    }
  return cells.join("\n");
}

/** All that is typed in the workbook, whatever formulas come to. */
export const allOf = (model: WorkbookModel): string =>
  model.sheets.map((sheet) => `${sheet.name}\n${contentsOf(sheet)}`).join("\n");
