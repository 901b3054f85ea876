// The axes and actions of a contract that nobody has described yet, from the labels of its budget table.
import { foldLabel, foldText, parseLabel } from "../domain/label";
import type { TableauBudgetaire } from "../domain/dossier";

interface LabelDraft {
  readonly numero: number;
  readonly intitule: string;
}

interface ActionDraft extends LabelDraft {
  readonly axe: number;
}

export interface LabelsDraft {
  readonly axes: readonly LabelDraft[];
  readonly actions: readonly ActionDraft[];
  /** Labels that had no number of their own, or one that another has: they were numbered in their order. */
  readonly numbered: readonly string[];
}

const PREFIX = /^\s*(?:action|axe)?\s*(?:n\s*[°ºo]?\s*)?(?:\d{1,4})?[\s.:)\u2010-\u2015-]*/iu;

/** "Action n°5 - Garantir…*" → "Garantir…", "Axe « Emploi »" → "Emploi". */
function bareLabel(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const bare = line.replace(PREFIX, "").replace(/^[«"“\s]+|[»"”*\s]+$/gu, "");
  // What the prefix takes away must be numbering only.
  return bare !== "" && foldLabel(bare) === foldLabel(line) ? bare : line;
}

class Numbering {
  private readonly taken = new Set<number>();
  readonly guessed: string[] = [];

  give(text: string): number {
    const { numero } = parseLabel(text);
    if (numero !== null && numero > 0 && !this.taken.has(numero)) {
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
  readonly row: number;
  readonly text: string;
  readonly kind: "axe" | "action";
}

/** Words alone between the actions are the axes where no row says "Axe". */
function rowsOf(table: TableauBudgetaire): readonly Row[] {
  const actions = table.lignesAction.map(({ label }): Row => ({
    row: label.ref.row,
    text: label.text,
    kind: "action",
  }));
  const said = table.lignesAxe.map(({ label }): Row => ({ row: label.ref.row, text: label.text, kind: "axe" }));
  const last = actions.at(-1)?.row ?? 0;
  const alone = table.lignesIgnorees
    .map(({ row, text }): Row => ({ row: row - 1, text, kind: "axe" }))
    .filter(({ row, text }) => row > table.heading.row && row < last && text.trim() !== "");
  // In a table with a column of axes, an axe stands in the row of its first action.
  return [...(said.length > 0 ? said : alone), ...actions].sort((left, right) => left.row - right.row);
}

/** Each label once, in the order in which they stand. */
export function draftLabels(tables: readonly TableauBudgetaire[]): LabelsDraft {
  const axes = new Map<string, LabelDraft>();
  const actions = new Map<string, ActionDraft>();
  const axeNumbers = new Numbering();
  const actionNumbers = new Numbering();
  for (const table of tables) {
    let axe: LabelDraft | null = null;
    for (const { text, kind } of rowsOf(table)) {
      const key = foldLabel(text) || foldText(text);
      if (kind === "axe") {
        axe = axes.get(key) ?? { numero: axeNumbers.give(text), intitule: bareLabel(text) };
        axes.set(key, axe);
      } else if (!actions.has(key)) {
        actions.set(key, { numero: actionNumbers.give(text), axe: axe?.numero ?? 1, intitule: bareLabel(text) });
      }
    }
  }
  const found = [...axes.values()];
  return {
    axes: found.length > 0 ? found : [{ numero: 1, intitule: "Axe 1" }],
    actions: [...actions.values()],
    numbered: [...axeNumbers.guessed, ...actionNumbers.guessed],
  };
}
