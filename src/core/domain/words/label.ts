// When two labels are the same: case, accents, apostrophes, dashes, spaces and numbering prefixes do not count.
import { createCloseLabels } from "./close-label";
import type { Action, Axe, Convention, Indicateur } from "../contrat/convention";
import { letterDistance } from "./typo-distance";

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
  /** The axe or the action that a mistyped label was meant to be; null when that is not clear. */
  findClose(label: ParsedLabel): Axe | Action | null;
  /** "Axe 2 : Emploi": the axe that the number says, where the words are near no axe of the contract. */
  findNumberedAxe(label: ParsedLabel): Axe | null;
  isAction(found: Axe | Action): found is Action;
  /** The action's own indicator first, since two actions may count the same thing; mistyped ones too. */
  findIndicateur(label: ParsedLabel, action: Action | null): Indicateur | null;
  /** Whether the folded text is the label of something, or its beginning up to the end of a word. */
  reach(folded: string): "whole" | "beginning" | null;
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
  byLabel: ReadonlyMap<string, Item>,
  kind: "axe" | "action",
): (label: ParsedLabel) => Item | null {
  const byNumero = new Map(items.map((item) => [item.numero, item]));
  return (label) => {
    if (label.kind !== null && label.kind !== kind) return null;
    if (label.rest !== "") return byLabel.get(label.rest) ?? null;
    return label.kind === kind && label.numero !== null ? (byNumero.get(label.numero) ?? null) : null;
  };
}

const LOOSE_PREFIX = /^([a-z]{3,8})[ .]*(?:n ?[°ºo]? ?)?(\d{1,4})(?=[ .:)"-])[ .:)-]*/;

/** "Acton n°5 - Garantir…": the slip is in the word before the number. */
function withoutMistypedPrefix(label: ParsedLabel): ParsedLabel {
  const [prefix = "", word = "", digits] = label.kind === null ? (LOOSE_PREFIX.exec(label.rest) ?? []) : [];
  const kind = (["action", "axe"] as const).find((name) => letterDistance(word, name, 1) <= 1);
  return kind ? { kind, numero: Number(digits), rest: label.rest.slice(prefix.length) } : label;
}

/** Mistyped words prove little: a number before them that says something else prevails. */
function unlessContradicted<Item extends Labelled>(item: Item | null, { numero }: ParsedLabel): Item | null {
  return item && (numero === null || numero === item.numero) ? item : null;
}

export function createLabelIndex(convention: Convention): LabelIndex {
  const axes = indexLabels(foldLabels(convention.axes));
  const actions = indexLabels(foldLabels(convention.actions));
  const indicateurs = convention.actions.map((action) => [action, foldLabels(action.indicateurs)] as const);
  const everywhere = indexLabels(indicateurs.flatMap(([, labels]) => labels));
  const byAction = new Map(indicateurs.map(([action, labels]) => [action, indexLabels(labels)]));
  const closeAxes = createCloseLabels(axes);
  const closeActions = createCloseLabels(actions);
  const closeIndicateurs = createCloseLabels(everywhere);
  const known = new Set<Axe | Action>(convention.actions);
  const sorted = [...axes.keys(), ...actions.keys(), ...everywhere.keys()].sort();
  const findOwn = (rest: string, action: Action | null): Indicateur | null =>
    (action && byAction.get(action)?.get(rest)) ?? everywhere.get(rest) ?? null;

  return {
    findAxe: createFinder(convention.axes, axes, "axe"),
    findAction: createFinder(convention.actions, actions, "action"),
    findClose(written) {
      const label = withoutMistypedPrefix(written);
      if (label !== written) {
        const exact = (label.kind === "axe" ? axes : actions).get(label.rest) ?? null;
        if (exact) return unlessContradicted(exact, label);
      }
      // What is word for word something else is no slip.
      if (axes.has(label.rest) || actions.has(label.rest) || everywhere.has(label.rest)) return null;
      const axe = label.kind === "action" ? null : closeAxes.find(label.rest);
      const action = label.kind === "axe" ? null : closeActions.find(label.rest);
      if (axe && action) return null;
      return unlessContradicted<Axe | Action>((axe ?? action)?.item ?? null, label);
    },
    findNumberedAxe({ kind, numero, rest }) {
      const axe = kind === "axe" ? convention.axes.find((candidate) => candidate.numero === numero) : undefined;
      return axe && !axes.has(rest) && closeAxes.find(rest) === null ? axe : null;
    },
    isAction: (found): found is Action => known.has(found),
    findIndicateur(label, action) {
      const exact = findOwn(label.rest, action);
      if (exact) return exact;
      if (label.kind !== null || actions.has(label.rest) || axes.has(label.rest)) return null;
      const close = closeIndicateurs.find(label.rest);
      return close && unlessContradicted(findOwn(close.label, action), label);
    },
    reach(folded) {
      const at = lowerBound(sorted, folded);
      if (sorted[at] === folded) return "whole";
      const beginning = `${folded} `;
      return sorted[lowerBound(sorted, beginning)]?.startsWith(beginning) ? "beginning" : null;
    },
  };
}

/** Position of the first of the sorted texts that does not come before the given one. */
function lowerBound(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
