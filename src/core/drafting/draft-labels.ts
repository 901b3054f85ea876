// The axes and actions of a contract that nobody has described yet, from the labels of its budget table.
import { splitSumWords } from "../domain/contrat/contract-label";
import { A_COMPLETER } from "../contract/definition/questions";
import { foldLabel, foldText, parseLabel } from "../domain/words/label";
import type { TableauBudgetaire } from "../domain/dossier";
import { readTotalLabel } from "../reading/labels/total-label";
import { NUMERO, numeroDit, type NumeroAction } from "../domain/values/numero-action";

interface LabelDraft<Numero extends NumeroAction = number> {
  readonly numero: Numero;
  readonly intitule: string;
}

interface ActionDraft extends LabelDraft<NumeroAction> {
  readonly axe: number;
}

export interface LabelsDraft {
  readonly axes: readonly LabelDraft[];
  readonly actions: readonly ActionDraft[];
  /** Labels that had no number of their own, or one that another has: they were numbered in their order. */
  readonly numbered: Readonly<Record<"axes" | "actions", readonly string[]>>;
  /** Labels of actions that stand twice in one table. */
  readonly repeated: readonly string[];
  /** Axes of which the table says no more than a number, or nothing. */
  readonly unnamed: readonly number[];
}

const PREFIX = /^\s*(?:action|axe)?\s*(?:n\s*[°ºo]?\s*)?(?:\d{1,4})?[\s.:)\u2010-\u2015-]*/iu;
const WRITTEN = new RegExp(String.raw`^(?:action)? ?(?:n ?[°ºo]? ?)?${NUMERO}[\s.:)\u2010-\u2015-]*`, "iu");

/** "Action n°5 - Garantir…*" → "Garantir…", "Axe « Emploi »" → "Emploi". */
function bareLabel(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const isWritten = parseLabel(line).ecrit !== undefined;
  const bare = line.replace(isWritten ? WRITTEN : PREFIX, "").replace(/^[«"“\s]+|(?<![»"”*\s])[»"”*\s]+$/gu, "");
  // What the prefix takes away must be numbering only.
  return bare !== "" && foldLabel(bare) === foldLabel(line) ? bare : line;
}

const wholeNumber = (text: string): number | null => parseLabel(text).numero;

/** As the label writes it: 3, "1.1", "A1". */
function numeroEcrit(text: string): NumeroAction | null {
  const { ecrit, numero } = parseLabel(text);
  return (ecrit === undefined ? null : numeroDit(text)) ?? numero;
}

class Numbering<Numero extends NumeroAction> {
  private readonly taken = new Set<NumeroAction>();
  readonly guessed: string[] = [];

  constructor(private readonly read: (text: string) => Numero | null) {}

  give(text: string): Numero | number {
    const numero = this.read(text);
    if (numero !== null && numero !== 0 && !this.taken.has(numero)) {
      this.taken.add(numero);
      return numero;
    }
    let next = 1;
    while (this.taken.has(next)) next += 1;
    this.taken.add(next);
    this.guessed.push(bareLabel(text));
    return next;
  }
}

interface Row {
  /** Zero-based; an axe may be put between two rows. */
  readonly row: number;
  readonly text: string;
  readonly kind: "axe" | "action";
}

/** Without headings, the subtotal of an axe names the actions above it: "Sous-total axe 1", "Total axe 2 : Emploi". */
function axesBelow(table: TableauBudgetaire): readonly Row[] {
  const closing = table.lignesIgnorees.filter(({ text }) => {
    const total = readTotalLabel(text);
    return total !== null && (total.kind === "sous-total" || total.of.startsWith("axe"));
  });
  return closing.map(({ text }, index): Row => {
    const above = closing[index - 1];
    return {
      row: above ? above.row - 0.5 : table.heading.row + 0.5,
      text: splitSumWords(text).label.trim(),
      kind: "axe",
    };
  });
}

/** Words alone between the actions are the axes where no row says "Axe". */
function axesAlone(table: TableauBudgetaire): readonly Row[] {
  const last = table.lignesAction.at(-1)?.label.ref.row ?? 0;
  return table.lignesIgnorees
    .map(({ row, text }): Row => ({ row: row - 1, text, kind: "axe" }))
    .filter(({ row, text }) => row > table.heading.row && row < last && text.trim() !== "");
}

function rowsOf(table: TableauBudgetaire): readonly Row[] {
  const actions = table.lignesAction.map(({ label }): Row => ({
    row: label.ref.row,
    text: label.text,
    kind: "action",
  }));
  const said = table.lignesAxe.map(({ label }): Row => ({ row: label.ref.row, text: label.text, kind: "axe" }));
  const axes = [said, axesBelow(table), axesAlone(table)].find(({ length }) => length > 0) ?? [];
  // In a table with a column of axes, an axe stands in the row of its first action.
  return [...axes, ...actions].sort((left, right) => left.row - right.row);
}

/** Each label once, in the order in which they stand. */
export function draftLabels(tables: readonly TableauBudgetaire[]): LabelsDraft {
  const axes = new Map<string, LabelDraft>();
  const actions = new Map<string, ActionDraft>();
  const axeNumbers = new Numbering(wholeNumber);
  const actionNumbers = new Numbering(numeroEcrit);
  const repeated = new Set<string>();
  const unnamed: number[] = [];
  const addAxe = (key: string, text: string): LabelDraft => {
    const numero = axeNumbers.give(text);
    const isNamed = foldLabel(text) !== "";
    if (!isNamed) unnamed.push(numero);
    const axe = { numero, intitule: isNamed ? bareLabel(text) : `${A_COMPLETER} – axe ${numero}` };
    axes.set(key, axe);
    return axe;
  };
  for (const table of tables) {
    const own = new Set<string>();
    let axe: LabelDraft | null = null;
    for (const { text, kind } of rowsOf(table)) {
      const key = foldLabel(text) || foldText(text);
      if (kind === "axe") {
        axe = axes.get(key) ?? addAxe(key, text);
        continue;
      }
      if (own.has(key)) repeated.add(bareLabel(text));
      own.add(key);
      if (actions.has(key)) continue;
      actions.set(key, { numero: actionNumbers.give(text), axe: axe?.numero ?? 1, intitule: bareLabel(text) });
    }
  }
  if (axes.size === 0) addAxe("", "Axe 1");
  return {
    axes: [...axes.values()],
    actions: [...actions.values()],
    numbered: { axes: axeNumbers.guessed, actions: actionNumbers.guessed },
    repeated: [...repeated],
    unnamed,
  };
}
