// What a whole table is about where neither its heading nor its title says it: what its readers lack, and what a person said of it.
import { isSameSheet } from "xlsx-model/cell-ref";
import type { QuestionKey, Reponse, Role } from "../../domain/question";
import { foldText } from "../../domain/words/label";
import type { ValueColumn } from "../headings/scopes";
import { LIMITS } from "../limits";
import { rowsBetween, type SheetGrid } from "../sheet-grid";

export const LACKS = ["partie", "année", "action"] as const;
export type Lack = (typeof LACKS)[number];

export interface TableLacking {
  readonly lack: Lack;
  /** How a person names it: its title, else its sheet. */
  readonly name: string;
  /** A row of its heading. */
  readonly row: number;
  readonly columns: readonly ValueColumn[];
  /** Null where nobody said it. */
  readonly said: Reponse | null;
}

const keyOf = (lack: Lack, name: string, sheet: string): QuestionKey => ({
  kind: lack === "partie" ? "party" : "table",
  path: [lack, name],
  sheet,
});

export const keyOfLacking = ({ lack, name }: TableLacking, sheet: string): QuestionKey => keyOf(lack, name, sheet);

const isSameKey = (one: QuestionKey, other: QuestionKey): boolean =>
  one.kind === other.kind &&
  isSameSheet(one.sheet ?? "", other.sheet ?? "") &&
  one.path.map(foldText).join("\n") === other.path.map(foldText).join("\n");

/** Those of one sheet, as its readers come upon them from the top down. */
export class TablesSaid {
  readonly lacking: TableLacking[] = [];
  private readonly ranks = new Map<string, number>();

  constructor(
    private readonly grid: SheetGrid,
    private readonly reponses: readonly Reponse[],
  ) {}

  /** What a person said; undefined where nobody did. `after` is the last row of the table above. */
  ask(lack: Lack, row: number, columns: readonly ValueColumn[], after = -1): Role | undefined {
    const own = this.lacking.find((one) => one.lack === lack && one.row === row);
    if (own) return own.said?.answer;
    const title = this.titleOf(row, after);
    const rank = (this.ranks.get(`${lack}/${title}`) ?? 0) + 1;
    this.ranks.set(`${lack}/${title}`, rank);
    const name = rank === 1 ? title : `${title}, ${rank}e tableau`;
    const key = keyOf(lack, name, this.grid.sheet);
    const said = this.reponses.filter((reponse) => isSameKey(reponse.key, key)).at(-1) ?? null;
    this.lacking.push({ lack, name, row, columns, said });
    return said?.answer;
  }

  isOpen(lack: Lack, row: number): boolean {
    return this.lacking.some((one) => one.lack === lack && one.row === row && one.said === null);
  }

  /** The nearest words that stand alone over it. */
  private titleOf(row: number, after: number): string {
    const above = [...rowsBetween(this.grid, Math.max(after + 1, row - LIMITS.titleRows), row - 1)];
    const alone = above.filter(({ count, texts }) => count === 1 && texts.length === 1).at(-1);
    return alone?.texts[0]?.text.trim() ?? this.grid.sheet;
  }
}
