// Reads the parts of a dossier that stand beside its tables: fiches, imputation, bank details, deadlines.
import { formatLocalRange, type RangeRef } from "xlsx-model/cell-ref";
import type { Convention } from "../../contract/convention";
import type { Dossier, Echeancier, TableAbsente } from "../../domain/dossier";
import type { ContratChoisi } from "../contrat/choose-contrat";
import type { HeadingReader } from "../headings/headings";
import type { LabelReader } from "../labels/label-reader";
import { readCoordonnees } from "./read-coordonnees";
import { completeEcheancier, readEcheanciers } from "./read-echeancier";
import { readFiches } from "./read-fiches";
import { readImputations } from "./read-imputation";
import { withoutRanges, type SheetGrid } from "../sheet-grid";

interface Parts extends Pick<Dossier, "fiches" | "imputation" | "coordonnees" | "echeancier"> {
  readonly absences: readonly TableAbsente[];
  /** Where they stand, those that were not decided between too. */
  readonly ranges: readonly RangeRef[];
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

/** The deadlines of the contract sheet serve where the agent keeps no other list of them, and for the days that theirs does not tell. */
function joinEcheanciers(
  own: Echeancier | null,
  ofContrat: Echeancier | undefined,
  isAlone: boolean,
): Echeancier | null {
  if (!own || !ofContrat) return own ?? (isAlone ? (ofContrat ?? null) : null);
  return completeEcheancier(own, ofContrat);
}

/** No fiche stands in the `tables`, whose headings and rows bear the words of one. */
export function readParts(
  grids: readonly SheetGrid[],
  tables: readonly RangeRef[],
  convention: Convention,
  headings: HeadingReader,
  labels: LabelReader,
  contrat: Pick<ContratChoisi, "clauses" | "echeances">,
): Parts {
  const absences: TableAbsente[] = [];
  const echeanciers = readEcheanciers(grids, convention);
  const [ofContrat] = contrat.echeances ? readEcheanciers([contrat.echeances], convention) : [];
  const fiches = readFiches(
    grids.map((grid) => withoutRanges(grid, tables)),
    labels,
  );
  const imputations = readImputations(grids, convention, headings, labels);
  return {
    fiches,
    imputation: onlyOne("imputation", imputations, absences),
    coordonnees: readCoordonnees(contrat.clauses ? [...grids, contrat.clauses] : grids),
    echeancier: joinEcheanciers(onlyOne("echeancier", echeanciers, absences), ofContrat, echeanciers.length === 0),
    absences,
    ranges: [...(fiches ?? []), ...imputations, ...echeanciers].map(({ range }) => range),
  };
}
