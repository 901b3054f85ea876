// Reads lists of what was decided of the State's money that was paid and not used: carried over, given back, deducted, or nothing.
import type { CellRef } from "xlsx-model/cell-ref";
import type { LigneDecision, ListeDecisions, ObjetVersement } from "../../domain/parts";
import type { PlageNonLue } from "../../domain/tables";
import { lireMontant } from "../../domain/values/lire-montant";
import { announcedUnit, type Unite } from "../../domain/values/unite";
import { LIMITS } from "../limits";
import { readFigure, rowsUnder, type GridRow, type SheetGrid } from "../sheet-grid";
import { decisionColumns, suiteDite, type DecisionColumn, type DecisionColumns as Columns } from "./decision-words";
import { finestOf, placeReaders, readDate, readPlace, yearIn, type ListReaders } from "./read-versements";

const ANNEE: ObjetVersement = { kind: "annee" };

function yearOf(row: GridRow, columns: Columns, role: "annee" | "vers"): number | null {
  const column = columns.get(role)?.column;
  const value = column === undefined ? null : row.value(column);
  return value === null ? null : yearIn(String(value));
}

type Read = { readonly ligne: LigneDecision } | { readonly pourquoi: string };

const SUITES_ATTENDUES = "« reportée », « rendue », « déduite » ou « aucune »";

function readLigne(row: GridRow, columns: Columns, unit: Unite, readers: ListReaders): Read | null {
  const at = (role: DecisionColumn): number => columns.get(role)?.column ?? -1;
  const cell = readFigure(row, at("montant"), (value, format) => lireMontant(value, format, unit));
  const said = row.text(at("suite"));
  if (cell.known.reason === "missing" && said === null) return null;
  if (cell.known.value === null) return { pourquoi: "décision sans montant lisible : elle ne compte pas" };
  const suite = said === null ? null : suiteDite(said);
  if (suite === null)
    return { pourquoi: `décision dont la suite n’est pas lisible (${SUITES_ATTENDUES}) : elle ne compte pas` };
  const annee = yearOf(row, columns, "annee");
  const { annees } = readers.convention;
  const isYear = (year: number | null): year is number => annees.some((one) => one.annee === year);
  if (!isYear(annee)) return { pourquoi: "décision dont l’année n’est pas une année du contrat : elle ne compte pas" };
  const vers = yearOf(row, columns, "vers") ?? (suite === "aucune" || suite === "rendue" ? null : annee + 1);
  if (vers !== null && (!isYear(vers) || vers <= annee)) {
    return { pourquoi: "décision reportée ou déduite sur une année qui ne suit pas au contrat : elle ne compte pas" };
  }
  const place = columns.get("objet");
  const objet = place
    ? finestOf([readPlace(row.value(place.column), place.text, placeReaders(readers, row.sheet))])
    : ANNEE;
  if (objet === null)
    return {
      pourquoi:
        "décision dont l’action ou l’axe n’est pas reconnu (« Action 3 », « Axe 2 », ou rien pour l’année entière) : elle ne compte pas",
    };
  const date = readDate(row, columns.get("date")?.column);
  return { ligne: { date, annee, objet, suite, vers, montant: cell.known.value, cell: cell.ref } };
}

function readList(grid: SheetGrid, header: GridRow, columns: Columns, readers: ListReaders): ListeDecisions {
  const unit = announcedUnit(columns.get("montant")?.text ?? "") ?? "€";
  const lefts = [...columns.values()].map(({ column }) => column);
  const [left, right] = [Math.min(...lefts), Math.max(...lefts)];
  const lignes: LigneDecision[] = [];
  const illisibles: PlageNonLue[] = [];
  const cells: CellRef[] = [];
  let bottom = header.row;
  for (const row of rowsUnder(grid, header.row, LIMITS.gapRows)) {
    if (decisionColumns(row) !== null) break;
    const read = readLigne(row, columns, unit, readers);
    if (read === null) continue;
    bottom = row.row;
    cells.push(...row.filled().map((column) => ({ sheet: grid.sheet, row: row.row, column })));
    if ("ligne" in read) lignes.push(read.ligne);
    else
      illisibles.push({
        range: { sheet: grid.sheet, top: row.row, left, bottom: row.row, right },
        pourquoi: read.pourquoi,
      });
  }
  return { range: { sheet: grid.sheet, top: header.row, left, bottom, right }, lignes, illisibles, cells };
}

/** Every list of decisions of the sheet, one that waits for its first line too. */
export function readDecisions(grid: SheetGrid, readers: ListReaders): readonly ListeDecisions[] {
  return grid.rows.flatMap((row) => {
    const columns = row.isBlank ? null : decisionColumns(row);
    return columns ? readList(grid, row, columns, readers) : [];
  });
}
