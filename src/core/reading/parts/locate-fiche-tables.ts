// Finds fiches actions kept as a table: an action on each row under its fields, or in each column beside them.
import { addUnder } from "../../domain/group-by";
import type { Action } from "../../contract/convention";
import { rangeAround, type RangeRef } from "xlsx-model/cell-ref";
import type { ChampFiche } from "../../domain/dossier";
import { LIMITS } from "../limits";
import type { LabelReader } from "../labels/label-reader";
import { plainText } from "../labels/plain-text";
import type { SheetGrid } from "../sheet-grid";
import { numbered, readFicheTitle, type Rubrique, type RubriqueReader } from "./fiche-words";

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** "" for an empty cell. */
export function textAt(grid: SheetGrid, { row, column }: Place): string {
  const cells = grid.row(row);
  return cells ? plainText(cells, column) : "";
}

/** The answers of one action, the cells of its lines under the label of each field. */
export interface FicheEntry {
  readonly titre: Place;
  readonly action: Action | null;
  readonly isNamed: boolean;
  readonly lines: number[];
}

/** A table seen by its lines: rows under a heading, or columns beside one. */
interface View {
  readonly lines: readonly number[];
  readonly positions: readonly number[];
  /** One line that names an action is enough where nothing else looks like it. */
  readonly namedLines: number;
  at(line: number, position: number): Place;
  /** The texts of a line and where they stand in it. */
  texts(line: number): readonly TextAt[];
}

interface TextAt {
  readonly position: number;
  readonly text: string;
}

export interface FicheTable extends Pick<View, "at"> {
  readonly grid: SheetGrid;
  readonly range: RangeRef;
  /** The line of the labels, and the positions of each field, more than one where a field has several ("Début", "Fin"). */
  readonly header: number;
  readonly positions: ReadonlyMap<ChampFiche, readonly number[]>;
  readonly entries: readonly FicheEntry[];
}

function viewsOf(grid: SheetGrid): readonly View[] {
  const rows = grid.rows.filter(({ isBlank }) => !isBlank).map(({ row }) => row);
  if (rows.length === 0) return [];
  // A sheet may be filled at both of its ends: only what holds something is gone through.
  const filled = new Set<number>();
  const byColumn = new Map<number, TextAt[]>();
  for (const row of rows.flatMap((number) => grid.row(number) ?? [])) {
    for (const column of row.filled()) filled.add(column);
    for (const { column, text } of row.texts) addUnder(byColumn, column, { position: row.row, text });
  }
  const columns = [...filled].sort((one, other) => one - other);
  const across = (row: number): readonly TextAt[] =>
    grid.row(row)?.texts.map(({ column, text }) => ({ position: column, text })) ?? [];
  return [
    { lines: rows, positions: columns, namedLines: 1, at: (row, column) => ({ row, column }), texts: across },
    // Beside a column of labels, one column is a fiche like any other.
    {
      lines: columns,
      positions: rows,
      namedLines: 2,
      at: (column, row) => ({ row, column }),
      texts: (column) => byColumn.get(column) ?? [],
    },
  ];
}

interface Label {
  readonly position: number;
  readonly rubrique: Rubrique;
}

const isField = ({ rubrique }: Label): boolean => rubrique !== "titre" && rubrique !== "autre";

const fieldsOf = (labels: readonly Label[]): ReadonlySet<Rubrique> =>
  new Set(labels.filter(isField).map(({ rubrique }) => rubrique));

/** A field that comes again heads another table; what names the action stands before the fields. */
function splitRuns(labels: readonly Label[]): readonly (readonly Label[])[] {
  const runs: Label[][] = [];
  let titles: Label[] = [];
  for (const label of labels) {
    const run = runs.at(-1);
    if (label.rubrique === "titre") titles.push(label);
    else {
      const isAgain = isField(label) && fieldsOf(run ?? []).has(label.rubrique);
      if (!run || (isAgain && run.filter(isField).at(-1)?.rubrique !== label.rubrique)) runs.push([...titles, label]);
      else run.push(...titles, label);
      titles = [];
    }
  }
  runs.at(-1)?.push(...titles);
  return runs;
}

interface LabelledLine {
  readonly labels: readonly Label[];
  readonly isHeading: boolean;
}

class TableFinder {
  private readonly lines = new Map<number, LabelledLine>();

  constructor(
    private readonly grid: SheetGrid,
    private readonly view: View,
    private readonly rubriques: RubriqueReader,
    private readonly labels: LabelReader,
  ) {}

  private text(line: number, position: number): string {
    return textAt(this.grid, this.view.at(line, position));
  }

  /** Asked for again with each table above it, or beside it. */
  private line(line: number): LabelledLine {
    let known = this.lines.get(line);
    if (!known) this.lines.set(line, (known = this.readLine(line)));
    return known;
  }

  private readLine(line: number): LabelledLine {
    const labels = this.view.texts(line).flatMap(({ position, text }): Label[] => {
      const read = this.rubriques(text);
      return read?.reponse === "" ? [{ position, rubrique: read.rubrique }] : [];
    });
    return { labels, isHeading: fieldsOf(labels).size >= LIMITS.ficheTableFields };
  }

  /** Where the actions are named: under such a label, else before the first field. */
  private titlesOf(run: readonly Label[], previous: number): readonly number[] {
    const own = run.filter(({ rubrique }) => rubrique === "titre").map(({ position }) => position);
    if (own.length > 0) return own;
    const first = run[0]?.position ?? 0;
    return this.view.positions.filter((position) => position > previous && position < first).slice(-1);
  }

  private readTitle(line: number, titles: readonly number[]): Omit<FicheEntry, "lines"> | null {
    const named = titles.filter((position) => this.text(line, position) !== "");
    const [first] = named;
    if (first === undefined) return null;
    const read = named.flatMap((each) => readFicheTitle(numbered(this.text(line, each)), this.labels) ?? []);
    const [action = null, ...others] = new Set(read.flatMap((title) => title.action ?? []));
    // A number of one and the words of another name none.
    return { titre: this.view.at(line, first), isNamed: read.length > 0, action: others.length > 0 ? null : action };
  }

  private entriesUnder(header: number, run: readonly Label[], titles: readonly number[]): readonly FicheEntry[] {
    const entries: FicheEntry[] = [];
    let last = header;
    for (const line of this.view.lines) {
      if (line <= header) continue;
      if (line - last > LIMITS.gapRows + 1 || this.line(line).isHeading) break;
      const title = this.readTitle(line, titles);
      const answers = run.filter(({ position, rubrique }) => rubrique !== "titre" && this.text(line, position) !== "");
      if (!title && answers.length === 0) continue;
      last = line;
      if (!title) entries.at(-1)?.lines.push(line);
      // A word alone on its line is a note, or the heading of a group.
      else if (title.isNamed || answers.length > 1) entries.push({ ...title, lines: [line] });
    }
    return entries;
  }

  private toTable(header: number, run: readonly Label[], previous: number): FicheTable | null {
    if (fieldsOf(run).size < LIMITS.ficheTableFields) return null;
    const titles = this.titlesOf(run, previous);
    const entries = this.entriesUnder(header, run, titles);
    if (entries.filter(({ isNamed }) => isNamed).length < this.view.namedLines) return null;
    const { grid } = this;
    const { at } = this.view;
    const positions = new Map<ChampFiche, number[]>();
    for (const { position, rubrique } of run) {
      if (rubrique !== "titre" && rubrique !== "autre") addUnder(positions, rubrique, position);
    }
    const all = [...titles, ...run.map(({ position }) => position)];
    const lines = [header, ...entries.flatMap((entry) => entry.lines)];
    const corners = lines.flatMap((line) => all.map((position) => at(line, position)));
    return { grid, range: rangeAround(grid.sheet, corners), at, header, positions, entries };
  }

  find(): readonly FicheTable[] {
    return this.view.lines.flatMap((line) => {
      let previous = -1;
      return splitRuns(this.line(line).labels).flatMap((run) => {
        const table = this.toTable(line, run, previous);
        previous = run.at(-1)?.position ?? previous;
        return table ?? [];
      });
    });
  }
}

export function locateFicheTables(
  grid: SheetGrid,
  rubriques: RubriqueReader,
  labels: LabelReader,
): readonly FicheTable[] {
  const views = viewsOf(grid);
  for (const view of views) {
    const tables = new TableFinder(grid, view, rubriques, labels).find();
    if (tables.length > 0) return tables;
  }
  return [];
}
