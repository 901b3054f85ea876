// Reads the parts of a dossier that stand beside its tables: fiches, imputation, bank details, deadlines.
import { formatLocalRange, type RangeRef } from "../domain/cell-ref";
import type { Convention } from "../domain/convention";
import type { Dossier, TableAbsente } from "../domain/dossier";
import type { HeadingReader } from "./headings";
import type { LabelReader } from "./label-reader";
import { readCoordonnees } from "./read-coordonnees";
import { readEcheanciers } from "./read-echeancier";
import { readFiches } from "./read-fiches";
import { readImputations } from "./read-imputation";
import type { SheetGrid } from "./sheet-grid";

interface Parts extends Pick<Dossier, "fiches" | "imputation" | "coordonnees" | "echeancier"> {
  readonly absences: readonly TableAbsente[];
}

/** Several of a kind are never decided between in silence. */
function onlyOne<Table extends { readonly range: RangeRef }>(
  kind: TableAbsente["kind"],
  tables: readonly Table[],
  absences: TableAbsente[],
): Table | null {
  if (tables.length > 1) {
    const sheets = tables.map(({ range }) => ({ sheet: range.sheet, why: `un tableau en ${formatLocalRange(range)}` }));
    absences.push({ kind, reason: "plusieurs", sheets });
    return null;
  }
  return tables[0] ?? null;
}

export function readParts(
  grids: readonly SheetGrid[],
  convention: Convention,
  headings: HeadingReader,
  labels: LabelReader,
): Parts {
  const absences: TableAbsente[] = [];
  return {
    fiches: readFiches(grids, labels),
    imputation: onlyOne("imputation", readImputations(grids, convention, headings, labels), absences),
    coordonnees: readCoordonnees(grids),
    echeancier: onlyOne("echeancier", readEcheanciers(grids, convention), absences),
    absences,
  };
}
