// When two labels are the same: case, accents, apostrophes, dashes, spaces and numbering prefixes do not count.
import type { Action, Axe, Convention, Indicateur } from "./convention";

const SPACES = /[\s\u200b\u2060\ufeff]+/g;

/** Lower case without accents; one kind of space, apostrophe, dash and quote. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’‘ʼ‛´`′]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[«»“”„]/g, '"')
    .replace(SPACES, " ")
    .trim();
}

/** A label taken apart: "Action n°5 - Garantir…*" is the action 5, "garantir…". */
export interface ParsedLabel {
  /** What the label says it is, by its first word. */
  readonly kind: "action" | "axe" | null;
  readonly numero: number | null;
  /** The label itself, folded; empty when there is nothing but a prefix. */
  readonly rest: string;
}

const PREFIX = /^(?:(action|axe)(?=[ :"\d-]|$))? ?(?:n ?[°ºo]? ?(?=\d))?(?:(\d{1,3})(?=[ .:)"-]|$))?[ .:)-]*/;

export function parseLabel(text: string): ParsedLabel {
  const folded = foldText(text).replace(/[ *]+$/, "");
  const match = PREFIX.exec(folded);
  const [prefix = "", word, digits] = match ?? [];
  // "Action culturelle…" is a label; "Action 5", "Action - …" and "Axe …" are numbering.
  const isBareWord = word === "action" && digits === undefined && prefix === "action ";
  const kind = word === "axe" ? "axe" : word === "action" && !isBareWord ? "action" : null;
  let rest = isBareWord ? folded : folded.slice(prefix.length);
  if (kind === "axe") rest = rest.replace(/^[" ]+/, "").replace(/[" *]+$/, "");
  return { kind, numero: digits === undefined ? null : Number(digits), rest };
}

/** Two labels are the same when they fold to the same text. */
export function foldLabel(text: string): string {
  return parseLabel(text).rest;
}

/** The labels and aliases of a contract, ready to be recognised. */
export interface LabelIndex {
  findAxe(text: string): Axe | null;
  findAction(text: string): Action | null;
  /** The action's own indicator first, since two actions may count the same thing. */
  findIndicateur(text: string, action: Action | null): Indicateur | null;
}

interface Labelled {
  readonly numero: number;
  readonly intitule: string;
  readonly alias: readonly string[];
}

function indexLabels<Item extends Labelled>(items: readonly Item[]): ReadonlyMap<string, Item> {
  const index = new Map<string, Item>();
  for (const item of items) {
    for (const label of [item.intitule, ...item.alias]) {
      const folded = foldLabel(label);
      if (!index.has(folded)) index.set(folded, item);
    }
  }
  return index;
}

function createFinder<Item extends Labelled>(
  items: readonly Item[],
  kind: "axe" | "action",
): (text: string) => Item | null {
  const byLabel = indexLabels(items);
  const byNumero = new Map(items.map((item) => [item.numero, item]));
  return (text) => {
    const parsed = parseLabel(text);
    if (parsed.rest !== "")
      return parsed.kind === null || parsed.kind === kind ? (byLabel.get(parsed.rest) ?? null) : null;
    return parsed.kind === kind && parsed.numero !== null ? (byNumero.get(parsed.numero) ?? null) : null;
  };
}

export function createLabelIndex(convention: Convention): LabelIndex {
  const everywhere = indexLabels(convention.actions.flatMap((action) => action.indicateurs));
  const byAction = new Map(convention.actions.map((action) => [action, indexLabels(action.indicateurs)]));
  return {
    findAxe: createFinder(convention.axes, "axe"),
    findAction: createFinder(convention.actions, "action"),
    findIndicateur: (text, action) => {
      const folded = foldLabel(text);
      return (action && byAction.get(action)?.get(folded)) ?? everywhere.get(folded) ?? null;
    },
  };
}
