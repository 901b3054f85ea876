// What one agrees to in the pane, and what a colleague does to the same workbook between what is shown and the click.
import { contratIntegre } from "../../src/contracts/built-in";
import type { AvenantSaisi } from "../../src/core/avenants/avenant-saisi";
import { ecartsColumn, type EcartsColumn } from "../../src/core/domain/ecarts-columns";
import type { Finding } from "../../src/core/verification";
import type { WorkbookPort } from "../../src/core/workbook-port";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook } from "../../src/files/file-workbook";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import { applyCorrections, previewCorrections, undoCorrections } from "../../src/usecases/correct-findings";
import { roleOf } from "../../src/core/domain/question";
import { answerQuestions } from "../../src/usecases/answer-questions";
import { establishProcesVerbal } from "../../src/usecases/establish-proces-verbal";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { justifyFinding, type Entry } from "../../src/usecases/justify-finding";
import { previewAvenant, recordAvenant } from "../../src/usecases/record-avenant";
import { applyTotals, previewTotals } from "../../src/usecases/refresh-totals";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";
import { tableauBudgetaire } from "../core/reading/annexes";
import { reasonOn } from "./reason";

export const NAME = "classeur.xlsx";
const AS_OF = "2026-11-24";
const BUDGET = "Budget";
const PROCES_VERBAL = "Procès-verbal";
/** The second table of the budget, inserted as an annexe. */
const ANNEXE = "Tableau budgétaire";
const CONTRAT = "Contrat";
/** What stands above the lines of the register. */
const REGISTER = "Avenant n°";
/** One without a reason, one with a reason that waits for its answer. */
const [BARE, WAITING] = ["montant-contractualise/1/2024/etat", "montant-contractualise/2/2024/etat"] as const;
/** Rows of their actions, and the columns of their year: total, State, local party. */
const ROWS = { [BARE]: 3, [WAITING]: 4 } as const;
const YEAR = [1, 2, 3] as const;

const REASON = reasonOn(AS_OF);
const TYPED = ["justification", "par", "partie", "le", "decision", "decideePar", "decideePartie", "decideeLe"] as const;

export function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

const content = (sheet: SheetModel, row: number, column: number): string => JSON.stringify(sheet.content(row, column));

function findRow(sheet: SheetModel, id: string): number | null {
  for (let row = 0; row <= (sheet.usedRange(true)?.bottom ?? 0); row += 1) {
    if (sheet.content(row, ecartsColumn("identifiant")).value === id) return row;
  }
  return null;
}

function rowOf(sheet: SheetModel, id: string): number {
  const row = findRow(sheet, id);
  if (row === null) throw new Error(`no row for ${id}`);
  return row;
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

/** Of the budget, the table of the workbook and the annexe: which counts. */
const choosing: Show = async (port) => {
  await insertAnnexe(port, contratIntegre, AS_OF, [{ kind: "budget", sousTotaux: false }], "built-in", {
    again: [BUDGET],
  });
  const { verification } = await verifyWorkbook(port, contratIntegre, AS_OF);
  const question = verification.verdict.questions?.find(({ about }) => about === "table");
  const chosen = question?.answers[0];
  if (!question || !chosen) throw new Error("nothing to choose from");
  const given = {
    key: question.key,
    answer: roleOf(chosen),
    by: "C. Agent",
    on: AS_OF,
    speaksFor: "collectivite",
  } as const;
  return {
    agree: (again) => answerQuestions(again, [given], []),
    // An answer is held against the answers that were shown alone: it says nothing of a cell.
    witness: () => "",
  };
};

/** A third one: what the workbook has already was shown. */
const insertingAgain: Show = async (port) => {
  const again = (one: WorkbookPort, shown: readonly string[]) =>
    insertAnnexe(one, contratIntegre, AS_OF, [{ kind: "budget", sousTotaux: false }], "built-in", { again: shown });
  await again(port, [BUDGET]);
  const own = { cell: { sheet: ANNEXE, row: 20, column: 0 }, content: { value: "Version de travail" } };
  await port.apply({ highlights: null, sheets: [], cells: [own] }, await port.read());
  return {
    agree: (later) => again(later, [BUDGET, ANNEXE]),
    witness: (model) => [BUDGET, ANNEXE].map((name) => headingsOf(sheetOf(model, name))).join(),
  };
};

const AVENANT: AvenantSaisi = {
  numero: "1",
  signeLe: "2025-03-12",
  effetLe: "2025-04-01",
  clause: "Article 2",
  lignes: [{ objet: "credits", champs: { annee: "2025", valeur: "360 000" } }],
};

const recording: Show = async (port) => {
  await insertAnnexe(port, contratIntegre, AS_OF, [{ kind: "contrat" }]);
  const plan = await previewAvenant(port, contratIntegre, AS_OF, AVENANT);
  return {
    agree: (again) => recordAvenant(again, contratIntegre, AS_OF, AVENANT, plan),
    witness: (model) => contentsOf(sheetOf(model, CONTRAT)),
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
  "chooses a table": choosing,
  "inserts an annexe again": insertingAgain,
  "records an avenant": recording,
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
    // Where two tables are to be chosen from, nothing is found in either.
    const row = findRow(sheetOf(model, "Écarts"), id);
    if (row === null) return [];
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
  "takes the years out of the annexe": (model) => where(model, ANNEXE, emptied(sheetNamed(model, ANNEXE))),
  "registers an avenant of his own": (model) => where(model, CONTRAT, registered(sheetNamed(model, CONTRAT))),
  "takes notes on a sheet of his": () => [{ sheet: "Notes", row: 0, column: 0, value: "à voir" }],
};

const sheetNamed = (model: WorkbookModel, name: string): SheetModel | undefined =>
  model.sheets.find((each) => each.name === name);

/** Nothing where the workbook has no such sheet. */
const where = (model: WorkbookModel, sheet: string, typed: readonly Omit<Typed, "sheet">[]): readonly Typed[] =>
  sheetNamed(model, sheet) ? typed.map((each) => ({ sheet, ...each })) : [];

/** Its headings, in the rows that say a year. */
function headingCells(sheet: SheetModel) {
  const used = sheet.usedRange(true) ?? { top: 0, left: 0, bottom: -1, right: -1 };
  const cells: { readonly row: number; readonly column: number; readonly value: number }[] = [];
  for (let row = used.top; row <= used.bottom; row += 1)
    for (let column = used.left; column <= used.right; column += 1) {
      const { value } = sheet.content(row, column);
      if (typeof value === "number" && value >= 2024 && value <= 2027) cells.push({ row, column, value });
    }
  return cells;
}

/** In the first free line of the register: an avenant of the colleague's own. */
function registered(sheet: SheetModel | undefined) {
  const bottom = sheet?.usedRange(true)?.bottom ?? -1;
  const rows = Array.from({ length: bottom + 1 }, (_, row) => row);
  const heading = rows.find((row) => sheet?.content(row, 0).value === REGISTER);
  return heading === undefined ? [] : [{ row: heading + 1, column: 0, value: 7 }];
}

const headingsOf = (sheet: SheetModel): string => JSON.stringify(headingCells(sheet));
const emptied = (sheet: SheetModel | undefined) =>
  sheet ? headingCells(sheet).map(({ row, column }) => ({ row, column, value: null })) : [];

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
  [...model.sheets.map((sheet) => `${sheet.name}\n${contentsOf(sheet)}`), ...namesOf(model)].join("\n");

const namesOf = ({ names }: WorkbookModel): readonly string[] =>
  names.map(({ name, formula }) => `${name}: ${formula}`);
