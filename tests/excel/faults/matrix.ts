// The fault matrix: every command, every request, every error, before, during, after and from then on; and what it must leave.
import { WorkbookError } from "xlsx-model/plan";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import type { ExcelHost } from "simulated-excel/excel-host";
import { FAULT } from "simulated-excel/fault";
import type { Fault } from "simulated-excel/faults";
import { describeWorkbook } from "../describe-workbook";
import type { Command } from "./commands";
import { contentsOf, openIn, runOn, type Told } from "./record";

const STATUSES = [...Object.values(FAULT), 5001];
const CODES = [
  "AccessDenied",
  "ActivityLimitReached",
  "ApiNotFound",
  "GeneralException",
  "InactiveWorkbook",
  "InsertDeleteConflict",
  "InvalidArgument",
  "InvalidOperation",
  "InvalidReference",
  "ItemAlreadyExists",
  "ItemNotFound",
  "NotImplemented",
  "RequestAborted",
  "UnsupportedOperation",
];
export const ERRORS: readonly (number | string)[] = [...STATUSES, ...CODES];

/** Of a batch of so many actions: its beginning, its quarters and its end, where marks come and go. */
export function positions(actions: number, isFull: boolean): readonly Fault["at"][] {
  const inside = isFull
    ? [1, 2, 3, 4, 6, 8, 12, ...[0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9].map((part) => Math.floor(actions * part))]
    : [2, Math.floor(actions / 4), Math.floor(actions / 2), Math.floor((actions * 3) / 4)];
  const last = isFull ? [actions - 6, actions - 4, actions - 3, actions - 2, actions - 1] : [actions - 3, actions - 1];
  const between = [...new Set([...inside, ...last])].filter((at) => at > 0 && at < actions);
  return ["before", ...between, "after"];
}

/**
 * Of each request: every place, each with an error; which goes with which changes from request to request, so that a command
 * meets every error. Only the kind of an error decides what the product does then: what it says of each is tried by itself.
 * `isFull` takes every error at every place, and more places.
 */
export function faultsOf(requests: readonly number[], isFull: boolean, command = 0): readonly Fault[] {
  return requests.flatMap((actions, after) => {
    const places = positions(actions, isFull).flatMap((at) => [false, true].map((isLost) => ({ after, at, isLost })));
    if (isFull) return places.flatMap((place) => ERRORS.map((error): Fault => ({ ...place, error })));
    return places.map((place, index): Fault => ({ ...place, error: errorNumber(index + SHIFT * after + command) }));
  });
}

/** Prime to the number of errors: the same place meets another one in each request. */
const SHIFT = 8;

const errorNumber = (index: number): number | string => ERRORS[index % ERRORS.length] ?? "GeneralException";

export interface Expected {
  readonly before: string;
  readonly after: string;
  /** The whole workbook once the command has ended. */
  readonly whole: string;
}

export async function expected(host: ExcelHost, command: Command): Promise<Expected> {
  const model = await openIn(host, command);
  const before = contentsOf(model);
  await runOn(command);
  const unsupported = host.takeUnsupported();
  if (unsupported.length > 0) throw new Error(`${command.name}: ${unsupported.join(" | ")}`);
  return { before, after: contentsOf(model), whole: wholeOf(model) };
}

/** Which sheet is shown, and where among the tabs a healed one stands, say nothing of what is in the workbook. */
function wholeOf(model: WorkbookModel): string {
  const { sheets, names } = describeWorkbook(model);
  return JSON.stringify({ sheets: [...sheets].sort((a, b) => (a.name < b.name ? -1 : 1)), names });
}

interface Verdict {
  readonly halfWritten: readonly string[];
  readonly lost: readonly string[];
  readonly wronglyReported: readonly string[];
  readonly notHealed: readonly string[];
}

export async function tryFault(
  host: ExcelHost,
  command: Command,
  fault: Fault,
  { before, after, whole }: Expected,
): Promise<Verdict> {
  const model = await openIn(host, command);
  host.faults.plan(fault);
  const told = await runOn(command);
  host.faults.clear();
  // A batch that stops in the middle leaves charts and formats said in part: the simulation lists them.
  const incomplete = host.takeUnsupported();
  const unsupported = typeof fault.at === "number" ? [] : incomplete;
  const found = contentsOf(model);
  const lost = command.reasons.filter((reason) => !found.includes(reason));
  const state = found === after ? "all" : found === before ? "nothing" : "part";
  const isTold = told.sentences.some((sentence) => /Une partie|ne dit pas ce qui a été écrit/.test(sentence));
  const again = await runOn(command);
  const notHealed = heals(again, model, { before, after, whole }, state === "all");
  return {
    halfWritten: state === "part" && !isTold ? [told.sentences.join(" / ") || "rien n’est dit"] : [],
    lost: [...lost, ...command.reasons.filter((reason) => !contentsOf(model).includes(reason))],
    wronglyReported: [...wrongWords(told, state, before === after), ...unsupported],
    notHealed,
  };
}

function wrongWords({ sentences, failure }: Told, state: "all" | "nothing" | "part", isSame: boolean): string[] {
  const text = sentences.join(" ");
  const wrong: string[] = [];
  if (failure !== null && !(failure instanceof WorkbookError)) wrong.push(`no sentence: ${String(failure)}`);
  if (/[a-z][A-Z]|Exception|Error|\bcode\b|undefined|\bnull\b/.test(text)) wrong.push(`no French: ${text}`);
  const saysNothing = /rien n’a été|aucun.* n’a été/iu.test(text);
  const isUnknown = text.includes("ne dit pas ce qui a été écrit");
  if (isSame) return wrong;
  if (saysNothing && state !== "nothing") wrong.push(`says nothing was written, ${state} was: ${text}`);
  if (/Une partie/.test(text) && state !== "part") wrong.push(`says a part was written, ${state} was: ${text}`);
  if (text === "" && state !== "all") wrong.push(`says nothing at all, ${state} was written`);
  const isFailure = failure !== null || /Rien n’a été|Une partie/.test(text);
  if (state === "all" && isFailure && !isUnknown) wrong.push(`says that it failed, all was written: ${text}`);
  return wrong;
}

/** A second run leaves the workbook that a run without a fault leaves. */
function heals(
  { failure, sentences }: Told,
  model: WorkbookModel,
  { after, whole }: Expected,
  wasWhole: boolean,
): string[] {
  // What was written whole and not answered for is refused a second time by some commands, which is right.
  if (failure !== null && !wasWhole) return [`the second run fails: ${sentences.join(" ")}`];
  // Its page may be lacking then, which was said.
  if (wasWhole) return contentsOf(model) === after ? [] : ["the second run changes what was whole"];
  const now = wholeOf(model);
  return now === whole ? [] : [`differs: ${firstDifference(now, whole)}`];
}

function firstDifference(found: string, wanted: string): string {
  let at = 0;
  while (at < found.length && found[at] === wanted[at]) at += 1;
  return `${found.slice(Math.max(0, at - 80), at + 80)} ≠ ${wanted.slice(at, at + 80)}`;
}
