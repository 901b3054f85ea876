// Accounts for every figure of the sheets that were read: what no table took and nothing named yet is named here, or left aside with a reason.
import { groupBy } from "../../domain/group-by";
import { isSameSheet, rangeAround, type RangeRef } from "xlsx-model/cell-ref";
import type { Dossier, PlageNonLue } from "../../domain/dossier";
import type { Unite } from "../../domain/values/unite";
import { cite, typographie } from "../../domain/words/typographie";
import { type HeadingReader } from "../headings/headings";
import { guessSubject } from "../headings/announced";
import { announcesAside } from "../headings/announced";
import type { LabelReader } from "../labels/label-reader";
import type { GridRow, SheetGrid } from "../sheet-grid";
import { centimesOf, figuresOf, type Figure } from "./figure-cells";
import { isNumbering, isOfOtherYears, judgeFigures, NUMBERS, tooSmall } from "./judge-figures";
import type { CellSet } from "./read-cells";
import { Restated } from "./restated";
import { speaksOfContract, wordsAround } from "./words-around";

type Sujet = NonNullable<PlageNonLue["sujet"]>;

/** A table that was read, wherever it stands. */
export interface TableRead {
  readonly range: RangeRef;
  readonly sujet: "budget" | "execution" | "indicators";
  readonly unit: Unite;
}

export interface Account {
  /** Figures that could be amounts of the contract: rules that they could change have not compared everything. */
  readonly nonLus: readonly PlageNonLue[];
  /** Figures that could be no amounts of the contract, or that say again what was read. */
  readonly aPart: readonly PlageNonLue[];
}

interface Known {
  readonly dossier: Pick<Dossier, "budget" | "execution" | "indicators" | "imputation" | "fiches">;
  readonly tables: readonly TableRead[];
  readonly read: CellSet;
  /** Named already, as long as their figures do not say what else they are: those of them that could be amounts are no others. */
  readonly asked: readonly PlageNonLue[];
  /** Ranges that are named already, and those of tables that were left aside aloud. */
  readonly said: readonly RangeRef[];
  readonly least: number;
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
}

type Place = Pick<Figure, "row" | "column">;

const covers = ({ top, bottom, left, right }: RangeRef, { row, column }: Place): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

const REDIT = "redit un montant des tableaux";
const ELSEWHERE = "rien du contrat à côté";

interface Told {
  readonly figure: Figure;
  readonly words: readonly string[];
  /** Null for what could be an amount of the contract. */
  readonly aside: string | null;
}

class SheetAccount {
  readonly nonLus: PlageNonLue[] = [];
  readonly aPart: PlageNonLue[] = [];
  private readonly tables: readonly TableRead[];

  constructor(
    private readonly grid: SheetGrid,
    private readonly known: Known,
    private readonly restated: Restated,
  ) {
    this.tables = known.tables.filter(({ range }) => isSameSheet(range.sheet, grid.sheet));
  }

  private leftOver(): readonly Figure[] {
    const isRead = this.known.read.of(this.grid.sheet);
    const said = this.known.said.filter(({ sheet }) => isSameSheet(sheet, this.grid.sheet));
    return this.grid.rows.flatMap((row) => {
      const beside = said.filter(({ top, bottom }) => row.row >= top && row.row <= bottom);
      return figuresOf(row, (column) => {
        const place = { row: row.row, column };
        return !isRead(row.row, column) && !beside.some((range) => covers(range, place));
      });
    });
  }

  /** The table among whose rows the figure stands, else the first above it, else any of the sheet. */
  private tableOf({ row, column }: Figure): TableRead | undefined {
    const beside = this.tables.filter(({ range }) => row >= range.top && row <= range.bottom);
    const above = this.tables.filter(({ range }) => range.bottom < row);
    return (
      beside.find(({ range }) => column >= range.left && column <= range.right) ??
      beside[0] ??
      above.at(-1) ??
      this.tables[0]
    );
  }

  private tell(figure: Figure, isOfContract: boolean): Told {
    const { least, headings } = this.known;
    const words = wordsAround(this.grid, figure);
    const unit = this.tableOf(figure)?.unit ?? "€";
    const judged = judgeFigures([figure], words, { least, unit });
    const place = rangeAround(this.grid.sheet, [figure]);
    const aside =
      judged.kind === "aside"
        ? judged.pourquoi
        : judged.isSmall
          ? tooSmall([figure])
          : !isOfContract
            ? ELSEWHERE
            : isOfOtherYears(words, headings.years)
              ? "année hors du contrat"
              : this.restated.holds(centimesOf(figure, unit), words, place)
                ? REDIT
                : null;
    return { figure, words, aside };
  }

  /** Rows with no blank one between them. */
  private blocksOf(figures: readonly Figure[]): readonly (readonly Figure[])[] {
    const blocks: Figure[][] = [];
    let last: number | null = null;
    for (const figure of figures) {
      if (last === null || !this.touches(last, figure.row)) blocks.push([]);
      blocks.at(-1)?.push(figure);
      last = figure.row;
    }
    return blocks;
  }

  private touches(from: number, to: number): boolean {
    for (let at = from + 1; at < to; at += 1) if (this.grid.row(at)?.isBlank ?? true) return false;
    return true;
  }

  private sujetOf({ figure, words }: Told): Sujet | null {
    if (words.some(announcesAside)) return null;
    const { budget, execution, indicators } = this.known.dossier;
    const guessed = words.map(guessSubject).find((subject) => subject !== null);
    if (guessed === "execution" && execution) return "execution";
    if (guessed === "budget" && budget) return "budget";
    const own = this.tableOf(figure)?.sujet;
    return own ?? (budget ? "budget" : execution ? "execution" : indicators ? "indicators" : null);
  }

  private nameUnread(told: readonly Told[]): void {
    const sujet = told.map((one) => this.sujetOf(one)).find((one) => one !== null);
    const words = [...new Set(told.flatMap((one) => one.words.slice(0, 1)))];
    const [first] = words;
    const beside =
      first === undefined ? "" : ` à côté de ${words.length > 1 ? `${cite(first)} et d’autres` : cite(first)}`;
    const what = told.length > 1 ? "montants lus" : "montant lu";
    const range = rangeAround(
      this.grid.sheet,
      told.map(({ figure }) => figure),
    );
    const compared = told.length > 1 ? "non comparés" : "non comparé";
    this.nonLus.push({ range, pourquoi: typographie(`${what}${beside}, ${compared}`), ...(sujet && { sujet }) });
  }

  private nameAside(told: readonly Told[]): void {
    const whys = [...new Set(told.flatMap(({ aside }) => aside ?? []))];
    const words = [...new Set(told.flatMap((one) => one.words.slice(0, 1)))];
    const [first] = words;
    const label = first === undefined ? "" : `${words.length > 1 ? `${cite(first)} et d’autres` : cite(first)} : `;
    const range = rangeAround(
      this.grid.sheet,
      told.map(({ figure }) => figure),
    );
    this.aPart.push({ range, pourquoi: typographie(`${label}${whys.join(", ")}`) });
  }

  private isHeading(figure: Figure): boolean {
    return figure.kind === "year" && this.tables.some(({ range }) => covers(range, figure));
  }

  /** Says of a range that was named whether its figures could be amounts of the contract that nothing was compared with. */
  private ask(asked: PlageNonLue, figures: readonly Figure[]): void {
    const told = figures.map((figure) => this.tell(figure, true));
    const unread = told.filter(({ aside }) => aside === null);
    // Rows of actions once more are a table that was not understood, whatever they say.
    const isOfActions = told.some(({ words }) =>
      words.slice(0, 1).some((text) => this.known.labels.read(text).action !== null),
    );
    if (!isOfActions && unread.length === 0 && told.some(({ aside }) => aside === REDIT)) {
      this.aPart.push({
        ...asked,
        pourquoi: `${asked.pourquoi.replace(/,? (?:mais )?non comparés?$/u, "")} : ${REDIT}`,
      });
      return;
    }
    const sujet = unread.map((one) => this.sujetOf(one)).find((one) => one !== null);
    this.nonLus.push({ ...asked, ...(sujet && { sujet }) });
  }

  run(): void {
    const all = this.leftOver().filter((figure) => !this.isHeading(figure));
    const asked = this.known.asked.filter(({ range }) => isSameSheet(range.sheet, this.grid.sheet));
    for (const one of asked)
      this.ask(
        one,
        all.filter((figure) => covers(one.range, figure)),
      );
    const left = all.filter((figure) => !asked.some(({ range }) => covers(range, figure)));
    const ofTables = this.tables.flatMap(({ range: { top, bottom } }) => [
      ...numberings(left.filter(({ row }) => row >= top && row <= bottom)),
    ]);
    for (const block of this.blocksOf(left)) {
      const isOfContract = this.tables.length > 0 || speaksOfContract(this.rowsOf(block), this.known);
      // Blank rows between the axes of a table end no numbering of its actions.
      const numbers = new Set([...numberings(block), ...ofTables]);
      const told = block.map((figure) =>
        numbers.has(figure) ? { figure, words: [], aside: NUMBERS } : this.tell(figure, isOfContract),
      );
      const [unread, aside] = [told.filter((one) => one.aside === null), told.filter((one) => one.aside !== null)];
      if (unread.length > 0) this.nameUnread(unread);
      if (aside.length > 0) this.nameAside(aside);
    }
  }

  /** The rows of the block, and the words right above it. */
  private rowsOf(block: readonly Figure[]): readonly GridRow[] {
    const [first] = block;
    if (!first) return [];
    let top = first.row;
    while (this.grid.row(top - 1)?.isBlank === false) top -= 1;
    const bottom = block.at(-1)?.row ?? top;
    return this.grid.rows.filter(({ row }) => row >= top && row <= bottom);
  }
}

/** The figures that number their rows, in a column of their own. */
function numberings(figures: readonly Figure[]): ReadonlySet<Figure> {
  const columns = groupBy(figures, ({ column }) => column);
  return new Set([...columns.values()].filter(isNumbering).flat());
}

/** `grids` are the sheets of the agent, as they were read. */
export function accountFor(grids: readonly SheetGrid[], known: Known): Account {
  const restated = new Restated(known.dossier, known.headings, known.labels);
  const sheets = grids.map((grid) => {
    const account = new SheetAccount(grid, known, restated);
    account.run();
    return account;
  });
  return { nonLus: sheets.flatMap(({ nonLus }) => nonLus), aPart: sheets.flatMap(({ aPart }) => aPart) };
}
