// Each sheet of the agent as it is read: turned where its actions stand in columns, with what a person said, and the tables found in it.
import type { Convention } from "../contract/convention";
import type { FeuilleLue, ListeDecisions, ListeVersements, PlageNonLue } from "../domain/dossier";
import { groupBy } from "../domain/group-by";
import type { Reponse } from "../domain/question";
import type { RawChoice, RawSheet } from "../workbook-port";
import { leastAmount } from "./account/judge-figures";
import { bandsOf } from "./bands";
import { withoutCopies } from "./copies";
import { findTables, joinFound, type FoundTables } from "./find-tables";
import type { HeadingReader } from "./headings/headings";
import type { HeadingPlace } from "./headings/table-header";
import { createLabelReader, type LabelReader } from "./labels/label-reader";
import { readDecisions } from "./parts/read-decisions";
import { readVersements } from "./parts/read-versements";
import { joinSplitLabels } from "./labels/split-labels";
import {
  answeredColumns,
  answeredRows,
  asAnswered,
  setAside,
  type Answered,
  type AnsweredColumn,
} from "./roles/answers";
import type { Mesures } from "./roles/measures";
import { rowRoles } from "./roles/row-roles";
import { withoutRanges, withRows, type SheetGrid } from "./sheet-grid";
import { asRead } from "./transposed";

export interface SheetRead {
  readonly grid: SheetGrid;
  /** Its tables that stand side by side, each as if it were alone. */
  readonly bands: readonly SheetGrid[];
  readonly columns: readonly AnsweredColumn[];
  /** Of columns and of rows. */
  readonly answered: readonly Answered[];
  /** What a person set aside, and copies of other sheets. */
  readonly aside: readonly PlageNonLue[];
  readonly lue: FeuilleLue;
  readonly found: FoundTables;
  /** Lists of payments, whose rows are no rows of a table. */
  readonly listes: readonly ListeVersements[];
  readonly decisions: readonly ListeDecisions[];
}

interface Known {
  readonly convention: Convention;
  readonly isAmended: boolean;
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
  readonly reponses: readonly Reponse[];
  /** What an answer about the whole workbook leaves aside, as answers about the columns of a sheet. */
  readonly mesures: Pick<Mesures, "reponsesPour">;
  /** Of an earlier version. */
  readonly choices: readonly RawChoice[];
}

/** The same words may be something else on another sheet, where nobody said anything of them. */
export const labelsFor =
  ({ convention, labels, reponses }: Known) =>
  (sheet: string): LabelReader => {
    const roles = rowRoles(reponses, sheet);
    return roles.size === 0 ? labels : createLabelReader(convention, roles);
  };

const isShownBy = (band: SheetGrid, { row, column }: HeadingPlace): boolean =>
  (band.row(row)?.value(column) ?? null) !== null;

function withoutCells(grid: SheetGrid, places: readonly HeadingPlace[]): SheetGrid {
  const byRow = groupBy(places, ({ row }) => row);
  const rows = [...byRow].flatMap(([at, cells]) => {
    const row = grid.row(at);
    return row ? [cells.reduce((left, { column }) => left.without(column, column), row)] : [];
  });
  return rows.length > 0 ? withRows(grid, rows) : grid;
}

export function readSheets(
  sheets: readonly { readonly sheet: RawSheet; readonly grid: SheetGrid }[],
  known: Known,
): readonly SheetRead[] {
  const { convention, headings, labels, isAmended, reponses, choices, mesures } = known;
  const least = leastAmount(convention);
  const labelsOf = labelsFor(known);
  const joined = sheets.map(({ sheet, grid }) => joinSplitLabels(asRead(sheet, grid, reponses), labels.index));
  const copies = withoutCopies(
    joined.map(({ grid }) => grid),
    reponses,
    choices,
  );
  return sheets.map(({ sheet }, at) => {
    const { name, hiddenRows, hiddenColumns } = sheet;
    const own = copies.grids[at] as SheetGrid;
    const said = [...mesures.reponsesPour(name), ...reponses];
    const columns = bandsOf(own, labelsOf(name)).flatMap((band) => answeredColumns(band, said));
    const answered = [...columns, ...answeredRows(own, reponses)];
    // The headings of what an answer about the whole workbook leaves aside would say a second time what was chosen.
    const leaves = columns.filter(({ reponse }) => !reponses.includes(reponse)).map(({ column }) => column.leaf);
    const grid = withoutCells(asAnswered(own, answered, labels), leaves);
    const readers = { convention, headings, labels: labelsOf(name), reponses };
    const [listes, decisions] = [readVersements(grid, readers), readDecisions(grid, readers)];
    const tables = withoutRanges(
      grid,
      [...listes, ...decisions].map(({ range }) => range),
    );
    const bands = bandsOf(tables, labelsOf(name));
    return {
      listes,
      decisions,
      grid,
      columns,
      answered,
      aside: [...setAside(own, answered, labels), ...copies.aside.filter(({ range }) => range.sheet === name)],
      lue: { sheet: name, hiddenRows, hiddenColumns, labelsReunis: joined[at]?.labels ?? [] },
      bands,
      found: joinFound(
        bands.map((band) =>
          findTables(band, {
            ...{ headings, labels: labelsOf(name), isAmended, least, reponses },
            answered: columns.filter(({ column: { leaf } }) => isShownBy(band, leaf)),
          }),
        ),
      ),
    };
  });
}
