// When two labels are the same: case, accents, apostrophes, dashes, spaces and numbering prefixes do not count.
import { createCloseLabels } from "./close-label";
import type { Action, Axe, Convention, Indicateur } from "../../contract/convention";
import { createResemblingLabels } from "./resembling-label";
import { letterDistance } from "./typo-distance";
import { foldText } from "./fold-text";
import { lowerBound } from "xlsx-model/lower-bound";
import { remember } from "../remember";
import { foldNumero, type NumeroAction } from "../values/numero-action";

export { foldText };

/** A label taken apart: "Action n°5 - Garantir…*" is the action 5, "garantir…". */
export interface ParsedLabel {
  /** What the label says it is, by its first word. */
  readonly kind: "action" | "axe" | null;
  readonly numero: number | null;
  /** "3.1": the first of the third axe; `numero` is then null. */
  readonly rang?: { readonly axe: number; readonly rang: number };
  /** "1a", "1 bis", "1.a": what tells apart the rows of one number. */
  readonly lettre?: string;
  /** "1.1", "A1", "1.a": a number that is no whole one, folded as `foldNumero` does. */
  readonly ecrit?: string;
  /** The label itself, folded; empty when there is nothing but a prefix. */
  readonly rest: string;
}

/** Unlike a regex anchored at the end, never looks twice at a long run of spaces. */
function stripEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const LONG_WORD = String.raw`(action|axe|pilier)(?=[ :"\d-]|$)`;
const SHORT_WORDS = String.raw`fiches?[ -]*actions?|fiche|fa|act`;
const WORD = String.raw`(?:${LONG_WORD}|(${SHORT_WORDS}|a(?=\d))(?=[ .]?(?:n ?[°ºo]? ?)?\d))`;
const NUMBER = String.raw`(\d{1,4})(?:\.(\d{1,2}))?(?: ?-?\(?(bis|ter|suite)\)?|([a-d]))?(?=[ .:)"/-]|$)`;
const PREFIX = new RegExp(String.raw`^${WORD}?[ .]?(?:n ?[°ºo]? ?(?=\d))?(?:${NUMBER})?[ .:)/-]*`);

/** "B2", "II.3", "1.a", "1.2.3": what some contracts number their actions with. */
const ECRIT = new RegExp(
  String.raw`^(?:${LONG_WORD}|(${SHORT_WORDS})(?=[ .]))?[ .]?(?:n ?[°ºo] ?|n (?=\d))?((?:[b-h]|(?:i{1,3}|iv|vi{0,3})[.-]|a[.-]?)\d{1,2}(?:[.-](?:\d{1,2}|[a-h]))?|\d{1,3}\.\d{1,2}[.-]\d{1,2}|(\d{1,3})\.([a-h]))(?=[ .:)"/-]|$)[ .:)/-]*`,
);

/** A label is asked for by each reader and by many rules; of more than these only the last are kept. */
const MOST_PARSED = 30_000;
const parsed = new Map<string, ParsedLabel>();

export function parseLabel(text: string): ParsedLabel {
  let label = parsed.get(text);
  if (label) return label;
  label = takeApart(text);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(text, label);
  return label;
}

/** As `parseLabel`, of a text that will not come again. */
export function takeApart(text: string): ParsedLabel {
  const folded = stripEnd(foldText(text), " *");
  // By position, as this runs for every label and taking an array apart is slow.
  const written = ECRIT.exec(folded);
  if (written) {
    const [prefix, word, abbreviation, ecrit = "", whole, lettre] = written;
    // "A5" may be short for "Action 5" as well.
    const short = /^a(\d+)$/.exec(ecrit)?.[1];
    const numero = whole ?? short;
    // An axe is numbered by whole numbers.
    if (word === undefined || word === "action") {
      return {
        kind: (word ?? abbreviation ?? short) === undefined ? null : "action",
        numero: numero === undefined ? null : Number(numero),
        ...(lettre !== undefined && { lettre }),
        ecrit: foldNumero(ecrit),
        rest: folded.slice(prefix.length),
      };
    }
  }
  const match = PREFIX.exec(folded);
  const prefix = match?.[0] ?? "";
  const word = match?.[1];
  const abbreviation = match?.[2];
  const digits = match?.[3];
  const subdigits = match?.[4];
  const letter = match?.[5] ?? match?.[6];
  // "Action culturelle…" is a label; "Action 5", "Action - …" and "Axe …" are numbering.
  const isBareWord = word === "action" && digits === undefined && prefix === "action ";
  const isAction = abbreviation !== undefined || (word === "action" && !isBareWord);
  const kind = word === "axe" || word === "pilier" ? "axe" : isAction ? "action" : null;
  let rest = isBareWord ? folded : folded.slice(prefix.length);
  if (kind === "axe") rest = stripEnd(rest.replace(/^[" ]+/, ""), '" *');
  const numero = digits === undefined ? null : Number(digits);
  if (numero !== null && subdigits !== undefined && kind !== "axe") {
    const ecrit = foldNumero(`${digits}.${subdigits}`);
    return { kind, numero: null, rang: { axe: numero, rang: Number(subdigits) }, ecrit, rest };
  }
  return {
    kind,
    numero,
    ...(letter !== undefined && { lettre: letter, ecrit: foldNumero(`${digits}${letter}`) }),
    rest,
  };
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
  /** The action's indicator that the words resemble most. */
  findResemblingIndicateur(label: ParsedLabel, action: Action): Indicateur | null;
  /** The action whose whole label the text begins with, and what follows it: an operator, a remark. */
  findLonger(label: ParsedLabel): { readonly action: Action; readonly suffix: string } | null;
  /** The action that the words resemble most: a retitled or shortened label. */
  findResembling(label: ParsedLabel): Action | null;
  /** Whether the folded text is the label of something, or its beginning up to the end of a word. */
  reach(folded: string): "whole" | "beginning" | null;
}

interface Labelled {
  readonly numero: NumeroAction;
  readonly intitule: string;
  readonly alias: readonly string[];
}

type Labels<Item> = Map<string, Item>;

/** The first of two items with the same label wins. */
function addLabel<Item>(index: Labels<Item>, label: string, item: Item): void {
  const folded = foldLabel(label);
  if (!index.has(folded)) index.set(folded, item);
}

function addLabels<Item extends Labelled>(index: Labels<Item>, items: readonly Item[]): Labels<Item> {
  items.forEach((item) => {
    addLabel(index, item.intitule, item);
    item.alias.forEach((alias) => addLabel(index, alias, item));
  });
  return index;
}

const bears = ({ intitule, alias }: Labelled, folded: string): boolean =>
  foldLabel(intitule) === folded || alias.some((label) => foldLabel(label) === folded);

/** The actions, or the axes, by their numbers. */
const parNumero = remember(
  <Item extends { readonly numero: NumeroAction }>(items: readonly Item[]): ReadonlyMap<NumeroAction, Item> =>
    new Map(items.map((item) => [item.numero, item])),
);

const parNumeroEcrit = remember(
  <Item extends { readonly numero: NumeroAction }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
    new Map(items.flatMap((item) => (typeof item.numero === "string" ? [[foldNumero(item.numero), item]] : []))),
);

/** Whether a contract numbers its actions otherwise than by whole numbers. */
export const aDesNumerosEcrits = (items: readonly { readonly numero: NumeroAction }[]): boolean =>
  parNumeroEcrit(items).size > 0;

/** The one that bears the number of a label, as the contract writes it; null for the first of an axe. */
export function numerote<Item extends { readonly numero: NumeroAction }>(
  items: readonly Item[],
  { ecrit, numero }: Pick<ParsedLabel, "ecrit" | "numero">,
): Item | null {
  const own = ecrit === undefined ? undefined : parNumeroEcrit(items).get(ecrit);
  return own ?? (numero === null ? null : (parNumero(items).get(numero) ?? null));
}

function createFinder<Item extends Labelled>(
  items: readonly Item[],
  byLabel: ReadonlyMap<string, Item>,
  kind: "axe" | "action",
): (label: ParsedLabel) => Item | null {
  return (label) => {
    if (label.kind !== null && label.kind !== kind) return null;
    if (label.rest !== "") return byLabel.get(label.rest) ?? null;
    return label.kind === kind || label.ecrit !== undefined ? numerote(items, label) : null;
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
function unlessContradicted<Item extends Labelled>(
  item: Item | null,
  { numero, ecrit }: Pick<ParsedLabel, "numero" | "ecrit">,
): Item | null {
  if (item && typeof item.numero === "string" && ecrit !== undefined)
    return foldNumero(item.numero) === ecrit ? item : null;
  return item && (numero === null || numero === item.numero) ? item : null;
}

/** Article 3 calls the axes otherwise: "Pilier 1 Prévention de la pauvreté…". */
function indexAxes({ axes, imputation }: Convention): Labels<Axe> {
  const index = addLabels(new Map(), axes);
  for (const { intitule, axe } of imputation.lignes) {
    const known = axes.find(({ numero }) => numero === axe);
    if (known) addLabel(index, intitule, known);
  }
  return index;
}

export function createLabelIndex(convention: Convention): LabelIndex {
  const axes = indexAxes(convention);
  const actions = addLabels<Action>(new Map(), convention.actions);
  const everywhere: Labels<Indicateur> = new Map();
  /** Words that several actions count: alone they say nothing of whose they are. */
  const shared = new Set<string>();
  for (const { indicateurs } of convention.actions) {
    for (const { intitule } of indicateurs) if (everywhere.has(foldLabel(intitule))) shared.add(foldLabel(intitule));
    addLabels(everywhere, indicateurs);
  }
  const closeAxes = createCloseLabels(axes);
  const closeActions = createCloseLabels(actions);
  const resembling = createResemblingLabels(actions);
  const resemblingIndicateurs = createResemblingLabels(everywhere);
  const closeIndicateurs = createCloseLabels(everywhere);
  /** A few spaces and asterisks may follow a label. */
  const longest = Math.max(0, ...[...actions.keys()].map(({ length }) => length)) + 20;
  const isWhole = (folded: string): boolean => everywhere.has(folded) || actions.has(folded) || axes.has(folded);
  /** Made when the first text is met that is no whole label. */
  let sorted: readonly string[] | null = null;
  const findOwn = (rest: string, action: Action | null): Indicateur | null => {
    const first = action === null && shared.has(rest) ? undefined : everywhere.get(rest);
    // Nearly every one bears words of its own.
    if (!first || !action || action.indicateurs.includes(first)) return first ?? null;
    return action.indicateurs.find((indicateur) => bears(indicateur, rest)) ?? first;
  };

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
      if (isWhole(label.rest)) return null;
      const axe = label.kind === "action" ? null : closeAxes.find(label.rest);
      const action = label.kind === "axe" ? null : closeActions.find(label.rest);
      if (axe && action) return null;
      return unlessContradicted<Axe | Action>((axe ?? action)?.item ?? null, label);
    },
    findNumberedAxe({ kind, numero, rest }) {
      const axe = kind === "axe" ? convention.axes.find((candidate) => candidate.numero === numero) : undefined;
      return axe && !axes.has(rest) && closeAxes.find(rest) === null ? axe : null;
    },
    isAction: (found): found is Action => "montants" in found,
    findIndicateur(label, action) {
      const exact = findOwn(label.rest, action);
      if (exact) return exact;
      if (label.kind !== null || actions.has(label.rest) || axes.has(label.rest)) return null;
      const close = closeIndicateurs.find(label.rest);
      return close && unlessContradicted(findOwn(close.label, action), label);
    },
    findResemblingIndicateur({ kind, rest }, action) {
      const found = kind === null ? resemblingIndicateurs.find(rest) : null;
      return found && action.indicateurs.includes(found) ? found : null;
    },
    findLonger({ kind, rest }) {
      if (kind === "axe") return null;
      for (const { index: at, 0: separator } of rest.matchAll(SEPARATOR)) {
        // A text may hold thousands of separators: beyond the longest label none is looked up any more.
        if (at > longest) break;
        const action = actions.get(stripEnd(rest.slice(0, at), " *"));
        if (action) return { action, suffix: rest.slice(at + separator.length).replace(/(?<![ )"])[ )"]+$/, "") };
      }
      return null;
    },
    findResembling: ({ kind, rest }) => (kind === "axe" ? null : resembling.find(rest)),
    reach(folded) {
      if (isWhole(folded)) return "whole";
      sorted ??= [...axes.keys(), ...actions.keys(), ...everywhere.keys()].sort();
      const beginning = `${folded} `;
      return sorted[lowerBound(sorted, beginning)]?.startsWith(beginning) ? "beginning" : null;
    },
  };
}

const SEPARATOR = / ?(?:- |: ?|[([]|\/ ?|; ?|, | par | via | (?=(?:bis|ter|suite|copie|doublon)(?: |$)))/g;
