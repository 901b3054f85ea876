// Before sheets of ours are written again: what somebody typed on them stays beside or below, or goes to « Notes conservées ».
import { accord } from "../../domain/words/accord";
import { formatListe } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import type { RawSheet, RawWorkbook, SheetPlan, WritePlan } from "../../workbook-port";
import { findNotes } from "./find-notes";
import { followRows, type FollowedRows } from "./follow-rows";
import { markRows } from "./mark-rows";
import type { Note } from "./note";
import { composeNotesSheet, NOTES_TITLE, type MovedNote } from "./notes-sheet";
import { ownExtent } from "./own-extent";
import { placeNotes } from "./place-notes";
import { describeReaders, readersOf } from "./readers";

export interface KeptNotes {
  readonly plan: WritePlan;
  /** « Notes conservées » is then the first sheet of the plan: it is whole before anything is written over. */
  readonly hasNotes: boolean;
  /** French sentences on what was moved. */
  readonly kept: readonly string[];
  /** French sentences on the sheets that are not written, as nothing typed on them could be kept. */
  readonly refused: readonly string[];
}

/** `raw` is what the plan was made from. */
export function keepNotes(plan: WritePlan, raw: RawWorkbook): KeptNotes {
  const written = plan.sheets.map((sheet) => besideNotes(sheet, raw));
  const said = written.flatMap(({ standing, followed }) =>
    standing && followed ? saidOf(standing, followed, raw) : [],
  );
  const moved = written.flatMap(({ standing, moved: notes }): MovedNote[] =>
    standing ? notes.map((note) => ({ sheet: standing.name, note })) : [],
  );
  const isHalf = raw.unfinished?.some(({ kind }) => kind === "notes-conservees") ?? false;
  if (moved.length === 0 && !isHalf) {
    return { plan: { ...plan, sheets: written.map(({ sheet }) => sheet) }, hasNotes: false, kept: said, refused: [] };
  }
  const notes = raw.sheets.find(({ resultSheet }) => resultSheet === "notes-conservees") ?? null;
  if (notes ? notes.isProtected : raw.isStructureProtected) {
    const sheets = written.flatMap((each) => (each.moved.length === 0 ? [each.sheet] : []));
    const refused = moved.length === 0 ? [] : [describeRefusal(moved, notes)];
    return { plan: { ...plan, sheets }, hasNotes: false, kept: said, refused };
  }
  const sheets = [composeNotesSheet(notes, moved, isHalf), ...written.map(({ sheet }) => sheet)];
  return {
    plan: { ...plan, sheets },
    hasNotes: true,
    kept: [...(moved.length === 0 ? [] : [describe(moved)]), ...said],
    refused: [],
  };
}

interface Beside {
  readonly sheet: SheetPlan;
  readonly standing: RawSheet | null;
  /** Of a sheet that bears marks. */
  readonly followed?: FollowedRows;
  readonly moved: readonly Note[];
}

/** A sheet that is protected is not written. */
function besideNotes(plan: SheetPlan, { sheets, unfinished = [] }: RawWorkbook): Beside {
  const marked = markRows(plan);
  const standing = sheets.find(({ resultSheet }) => resultSheet === plan.kind) ?? null;
  if (!standing || standing.isProtected) return { sheet: marked, standing: null, moved: [] };
  // Of a sheet half written, what is changed within is ours.
  const isHalf = unfinished.some(({ kind }) => kind === plan.kind);
  const notes = findNotes(standing).filter(({ isBeside }) => isBeside || !isHalf);
  const followed = followRows(standing, marked);
  const { plan: sheet, moved } = placeNotes(marked, notes, followed);
  const before = ownExtent(standing);
  if (!before) return { sheet, standing, moved };
  const [rows, columns] = [marked.cells.length, marked.columnWidths.length];
  // A column that he hid stays hidden where the sheet has the same ones.
  const isAlike = before.columns === columns;
  const hiddenColumns = [...new Set([...(sheet.hiddenColumns ?? []), ...(isAlike ? standing.hiddenColumns : [])])];
  const own = { rows: Math.max(before.rows, rows), columns: Math.max(before.columns, columns) };
  return {
    sheet: { ...sheet, own, hiddenColumns: hiddenColumns.filter((each) => each < columns) },
    standing,
    followed,
    moved,
  };
}

/** What stays in the workbook and yet is no longer as it was. */
function saidOf(standing: RawSheet, followed: FollowedRows, raw: RawWorkbook): readonly string[] {
  const hidden = standing.hiddenRows.length;
  const shown =
    hidden === 0
      ? []
      : [
          typographie(
            `${accord(hidden, "ligne masquée", "lignes masquées")} de ${cite(standing.name)} (par un filtre ou à la main) ${hidden > 1 ? "s’affichent" : "s’affiche"} de nouveau : la feuille a été réécrite.`,
          ),
        ];
  const readers = readersOf(standing, raw, followed);
  return readers.length === 0 ? shown : [...shown, describeReaders(standing, readers)];
}

const sheetsOf = (moved: readonly MovedNote[]): string =>
  formatListe([...new Set(moved.map(({ sheet }) => cite(sheet)))]);

function describe(moved: readonly MovedNote[]): string {
  const are = moved.length > 1 ? "sont gardés" : "est gardé";
  return typographie(
    `${accord(moved.length, "texte saisi", "textes saisis")} dans ${sheetsOf(moved)}, qui vient d’être réécrite, ${are} ` +
      `dans la feuille ${cite(NOTES_TITLE)} avec sa place.`,
  );
}

function describeRefusal(moved: readonly MovedNote[], notes: RawSheet | null): string {
  const why = notes ? `la feuille ${cite(notes.name)} est protégée` : "la structure du classeur est protégée";
  return typographie(
    `Ce qui a été saisi dans ${sheetsOf(moved)} n’a pas de place où être gardé (${why}) : rien n’y a été réécrit. Ôtez la protection (onglet Révision) puis relancez.`,
  );
}
