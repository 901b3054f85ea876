// When two labels are the same: case, accents, apostrophes, dashes, spaces and numbering prefixes do not count.
import type { Action, Axe, Convention, Indicateur } from "./convention";

const LETTER_PAIRS: Readonly<Record<string, string>> = { œ: "oe", æ: "ae" };

function foldCharacter(character: string): string {
  if (/[\s\u200b\u2060\ufeff]/.test(character)) return " ";
  if (/[’‘ʼ‛´`′]/.test(character)) return "'";
  if (/[‐‑‒–—―−]/.test(character)) return "-";
  if (/[«»“”„]/.test(character)) return '"';
  const lower = character
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return LETTER_PAIRS[lower] ?? lower;
}

/** By code unit: an array for the letters of French, a map for the rest. */
const foldedLatin: (string | undefined)[] = Array.from({ length: 0x180 });
const foldedOthers = new Map<number, string>();

function foldUnit(unit: number): string {
  const known = unit < foldedLatin.length ? foldedLatin[unit] : foldedOthers.get(unit);
  if (known !== undefined) return known;
  const fold = foldCharacter(String.fromCharCode(unit));
  if (unit < foldedLatin.length) foldedLatin[unit] = fold;
  else foldedOthers.set(unit, fold);
  return fold;
}

/** Lower case without accents; one kind of space, apostrophe, dash and quote. */
export function foldText(text: string): string {
  // Every label of a workbook passes here: character by character is several times faster than one regex after another.
  let result = "";
  let isAfterSpace = true;
  for (let index = 0; index < text.length; index += 1) {
    const fold = foldUnit(text.charCodeAt(index));
    if (fold === " " && isAfterSpace) continue;
    if (fold !== "") isAfterSpace = fold === " ";
    result += fold;
  }
  return isAfterSpace ? result.trimEnd() : result;
}

/** A label taken apart: "Action n°5 - Garantir…*" is the action 5, "garantir…". */
export interface ParsedLabel {
  /** What the label says it is, by its first word. */
  readonly kind: "action" | "axe" | null;
  readonly numero: number | null;
  /** The label itself, folded; empty when there is nothing but a prefix. */
  readonly rest: string;
}

/** Unlike a regex anchored at the end, never looks twice at a long run of spaces. */
function stripEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const PREFIX = /^(?:(action|axe)(?=[ :"\d-]|$))? ?(?:n ?[°ºo]? ?(?=\d))?(?:(\d{1,4})(?=[ .:)"-]|$))?[ .:)-]*/;

export function parseLabel(text: string): ParsedLabel {
  const whole = stripEnd(foldText(text), " *");
  const match = PREFIX.exec(whole);
  const [prefix = "", word, digits] = match ?? [];
  // "Action culturelle…" is a label; "Action 5", "Action - …" and "Axe …" are numbering.
  const isBareWord = word === "action" && digits === undefined && prefix === "action ";
  const kind = word === "axe" ? "axe" : word === "action" && !isBareWord ? "action" : null;
  let rest = isBareWord ? whole : whole.slice(prefix.length);
  if (kind === "axe") rest = stripEnd(rest.replace(/^[" ]+/, ""), '" *');
  return { kind, numero: digits === undefined ? null : Number(digits), rest };
}

/** Two labels are the same when they fold to the same text. */
export function foldLabel(text: string): string {
  return parseLabel(text).rest;
}

/** The labels and aliases of a contract, ready to be recognised. */
export interface LabelIndex {
  findAxe(label: ParsedLabel): Axe | null;
  findAction(label: ParsedLabel): Action | null;
  /** The action's own indicator first, since two actions may count the same thing. */
  findIndicateur(label: ParsedLabel, action: Action | null): Indicateur | null;
}

interface Labelled {
  readonly numero: number;
  readonly intitule: string;
  readonly alias: readonly string[];
}

type Folded<Item> = readonly (readonly [label: string, item: Item])[];

function foldLabels<Item extends Labelled>(items: readonly Item[]): Folded<Item> {
  return items.flatMap((item) => [item.intitule, ...item.alias].map((label) => [foldLabel(label), item] as const));
}

/** The first of two items with the same label wins. */
function indexLabels<Item>(labels: Folded<Item>): ReadonlyMap<string, Item> {
  const index = new Map<string, Item>();
  for (const [label, item] of labels) if (!index.has(label)) index.set(label, item);
  return index;
}

function createFinder<Item extends Labelled>(
  items: readonly Item[],
  kind: "axe" | "action",
): (label: ParsedLabel) => Item | null {
  const byLabel = indexLabels(foldLabels(items));
  const byNumero = new Map(items.map((item) => [item.numero, item]));
  return (label) => {
    if (label.kind !== null && label.kind !== kind) return null;
    if (label.rest !== "") return byLabel.get(label.rest) ?? null;
    return label.kind === kind && label.numero !== null ? (byNumero.get(label.numero) ?? null) : null;
  };
}

export function createLabelIndex(convention: Convention): LabelIndex {
  const indicateurs = convention.actions.map((action) => [action, foldLabels(action.indicateurs)] as const);
  const everywhere = indexLabels(indicateurs.flatMap(([, labels]) => labels));
  const byAction = new Map(indicateurs.map(([action, labels]) => [action, indexLabels(labels)]));
  return {
    findAxe: createFinder(convention.axes, "axe"),
    findAction: createFinder(convention.actions, "action"),
    findIndicateur: ({ rest }, action) => (action && byAction.get(action)?.get(rest)) ?? everywhere.get(rest) ?? null,
  };
}
