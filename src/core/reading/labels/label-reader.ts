// What the label of a row names: an axe, an action, a total; answers from memory for a text already seen.
import type { Action, Axe, Convention } from "../../contract/convention";
import {
  createLabelIndex,
  foldLabel,
  foldText,
  parseLabel,
  type LabelIndex,
  type ParsedLabel,
} from "../../domain/words/label";
import type { Role } from "../../domain/question";
import { isOfIndicatorRow } from "../roles/indicator-roles";
import { AXE, NO_ROLES, TITRE, TOTAL, type RowRoles } from "../roles/row-roles";
import { readTotalLabel } from "./total-label";

export interface LabelMeaning {
  readonly label: ParsedLabel;
  readonly action: Action | null;
  readonly axe: Axe | null;
  /** Says "Axe …" without being one of the contract. */
  readonly isUnknownAxe: boolean;
  /** Whether the label is only "Action 5" or "Axe 2": another label beside it says better what the row is. */
  readonly isNumberOnly: boolean;
  /** What follows the whole label of the action: an operator, a remark; null for most. */
  readonly suffix: string | null;
  readonly total: { readonly kind: "total" | "sous-total"; readonly axe: Axe | null; readonly of: string } | null;
  /** What a person said that the rows of this label are; left out for most. */
  readonly role?: Role;
}

export interface LabelReader {
  read(text: string): LabelMeaning;
  /** A national indicator that the contract's definition lists. */
  isNational(label: ParsedLabel): boolean;
  readonly index: LabelIndex;
  /** The actions of the contract, in its order. */
  readonly actions: readonly Action[];
  readonly axes: readonly Axe[];
}

function readMeaning(text: string, index: LabelIndex): LabelMeaning {
  const parsed = parseLabel(text);
  const exactAction = index.findAction(parsed);
  const exactAxe = exactAction ? null : index.findAxe(parsed);
  const total = exactAction || exactAxe ? null : readTotalLabel(text);
  const close = exactAction || exactAxe || total ? null : index.findClose(parsed);
  const longer = exactAction || exactAxe || total || close ? null : index.findLonger(parsed);
  const action = close && index.isAction(close) ? close : (exactAction ?? longer?.action ?? null);
  const axe = (close && !index.isAction(close) ? close : exactAxe) ?? index.findNumberedAxe(parsed);
  return {
    label: parsed,
    action: parsed.kind === "axe" ? null : action,
    axe: action && parsed.kind !== "axe" ? null : axe,
    isUnknownAxe: parsed.kind === "axe" && axe === null,
    isNumberOnly: parsed.rest === "",
    suffix: longer && asTyped(text, longer.suffix),
    total: total && {
      kind: total.kind,
      axe: total.of === "" ? null : findAxe(total.of, index),
      of: total.of,
    },
  };
}

/** The end of the text that folds to this. */
function asTyped(text: string, folded: string): string {
  const end = text.replace(/(?<![\s)"»])[\s)"»]+$/u, "").slice(-folded.length);
  return foldText(end) === folded ? end : folded;
}

function findAxe(text: string, index: LabelIndex): Axe | null {
  const parsed = parseLabel(text);
  const close = index.findClose(parsed);
  return index.findAxe(parsed) ?? (close && !index.isAction(close) ? close : index.findNumberedAxe(parsed));
}

/** What the words say, unless a person said otherwise. */
function withRole(meaning: LabelMeaning, role: Role | undefined, { actions, axes }: Convention): LabelMeaning {
  if (!role) return meaning;
  const axe = role.role === AXE ? (axes.find(({ intitule }) => intitule === role.of) ?? null) : null;
  // A title that is no axe of the contract's parts the actions all the same.
  const plain = { ...meaning, axe, isUnknownAxe: role.role === TITRE, suffix: null, role };
  const action = isOfIndicatorRow(role) ? null : (actions.find(({ numero }) => `${numero}` === role.action) ?? null);
  const total = role.role === TOTAL ? ({ kind: "total", axe: null, of: "" } as const) : null;
  return { ...plain, action, total };
}

export function createLabelReader(convention: Convention, roles: RowRoles = NO_ROLES): LabelReader {
  const index = createLabelIndex(convention);
  const national = new Set(convention.indicateursNationaux.map(foldLabel));
  const memory = new Map<string, LabelMeaning>();
  return {
    index,
    actions: convention.actions,
    axes: convention.axes,
    isNational: ({ rest }) => national.has(rest),
    read: (text) => {
      let meaning = memory.get(text);
      if (meaning === undefined) {
        meaning = withRole(readMeaning(text, index), roles.get(foldText(text)), convention);
        memory.set(text, meaning);
      }
      return meaning;
    },
  };
}
