// Reads the deadlines sheet: "Échéance | Article | Date | Fait le", each line matched with the contract's deadline.
import type { CellRef } from "xlsx-model/cell-ref";
import { LIMITS } from "../limits";
import type { Convention, Echeance } from "../../contract/convention";
import { lireDate } from "../../domain/values/dates-francaises";
import type { Cell, Echeancier, EtapeLue, LigneEcheance, LigneIgnoree } from "../../domain/dossier";
import type { PlageNonLue } from "../../domain/tables";
import { cite } from "../../domain/words/typographie";
import { foldText } from "../../domain/words/label";
import { isDateFormat, isMissingWord } from "../../domain/values/parse-nombre";
import { readDeadlineHeading, readDone, type DeadlineColumn } from "./part-words";
import { plainText } from "../labels/plain-text";
import { isoDate } from "xlsx-model/values/date-serial";
import { readCell, rowsBetween, rowsUnder, type GridRow, type SheetGrid } from "../sheet-grid";

type Columns = ReadonlyMap<DeadlineColumn, number>;

const foldLabel = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

type EcheanceReader = (text: string) => Echeance | null;

/** By label, alias or identifier; a label that goes on ("Fin du contrat (31/12/2027)") is still the deadline's. */
function createEcheanceReader({ echeances }: Convention): EcheanceReader {
  const names = echeances.flatMap((echeance) =>
    [echeance.intitule, echeance.id, ...echeance.alias].map((name) => [foldLabel(name), echeance] as const),
  );
  const exact = new Map([...names].reverse());
  const longest = [...names].sort(([left], [right]) => right.length - left.length);
  return (text) => {
    const label = foldLabel(text);
    return exact.get(label) ?? longest.find(([name]) => label.startsWith(`${name} `))?.[1] ?? null;
  };
}

/** The first column of each heading; null for nearly every row, which has none. */
function readColumns(row: GridRow): Columns | null {
  let columns: Map<DeadlineColumn, number> | null = null;
  for (const { column, text } of row.texts) {
    const heading = readDeadlineHeading(text);
    if (heading && !columns?.has(heading))
      columns = (columns ?? new Map<DeadlineColumn, number>()).set(heading, column);
  }
  return columns?.has("echeance") && (columns.has("date") || columns.has("fait")) ? columns : null;
}

function readDate(row: GridRow, column: number | undefined): string | null {
  if (column === undefined) return null;
  const value = row.value(column);
  if (typeof value === "number") return isDateFormat(row.numberFormat(column)) ? isoDate(value) : null;
  return typeof value === "string" ? lireDate(value) : null;
}

function readState(row: GridRow, column: number | undefined, fait: string | null): LigneEcheance["etat"] {
  const text = column === undefined ? "" : plainText(row, column);
  if (fait !== null) return "fait";
  return isMissingWord(foldText(text)) ? "a-faire" : (readDone(text) ?? "illisible");
}

/** What stands in the column; null for nothing, or a word for nothing. */
function readFilled(row: GridRow, column: number | undefined): Cell | null {
  const isEmpty = column === undefined || isMissingWord(foldText(plainText(row, column)));
  return isEmpty ? null : readCell(row, column);
}

/** What the columns of the acts before the last say of it. */
function readEtapes(row: GridRow, columns: Columns): readonly EtapeLue[] {
  return (["etabli", "delibere"] as const).flatMap((acte) => {
    const cell = readFilled(row, columns.get(acte));
    return cell ? [{ acte, cell, le: readDate(row, columns.get(acte)) }] : [];
  });
}

function readLine(row: GridRow, columns: Columns, label: Cell, find: EcheanceReader): LigneEcheance {
  const faitColumn = columns.get("fait");
  const fait = readDate(row, faitColumn);
  const etapes = readEtapes(row, columns);
  return {
    label,
    echeance: find(label.text)?.id ?? null,
    date: readDate(row, columns.get("date")),
    cellDate: readFilled(row, columns.get("date")),
    origine: readFilled(row, columns.get("origine")),
    faitLe: faitColumn === undefined ? label : readCell(row, faitColumn),
    fait,
    etat: readState(row, faitColumn, fait),
    ...(etapes.length > 0 && { etapes }),
  };
}

/** Columns beside the known ones that hold dates: what they say of an act is not known while their heading is not. */
function datesAside(grid: SheetGrid, header: GridRow, columns: Columns, bottom: number): PlageNonLue[] {
  const known = new Set(columns.values());
  const dated = new Set<number>();
  for (const row of rowsBetween(grid, header.row + 1, bottom)) {
    for (const column of row.filled()) if (!known.has(column) && readDate(row, column) !== null) dated.add(column);
  }
  return [...dated].map((column) => {
    const text = header.text(column);
    const what = text === null ? "sans en-tête" : `${cite(text.trim())}, en-tête qui n’est pas connu`;
    const range = { sheet: grid.sheet, top: header.row, left: column, bottom, right: column };
    return {
      range,
      pourquoi: `dates de l’échéancier ${what} (attendus : « Établi le », « Délibéré le », « Fait le ») : elles ne comptent pas`,
      sujet: "echeancier",
    };
  });
}

function readTable(grid: SheetGrid, header: GridRow, columns: Columns, find: EcheanceReader): Echeancier | null {
  const lignes: LigneEcheance[] = [];
  const ignored: LigneIgnoree[] = [];
  const labelColumn = columns.get("echeance") ?? header.left;
  let bottom = header.row;
  for (const row of rowsUnder(grid, header.row, LIMITS.deadlineGapRows)) {
    if (readColumns(row)) break;
    if (plainText(row, labelColumn) === "") continue;
    const line = readLine(row, columns, readCell(row, labelColumn), find);
    if (line.echeance === null) ignored.push({ row: row.row + 1, text: line.label.text.trim() });
    else {
      bottom = row.row;
      lignes.push(line);
    }
  }
  if (lignes.length === 0) return null;
  const [top, headed] = [header.row, [...columns.values()]];
  const nonLues = datesAside(grid, header, columns, bottom);
  return {
    ...(nonLues.length > 0 && { nonLues }),
    range: { sheet: grid.sheet, top, left: Math.min(...headed), bottom, right: Math.max(...headed) },
    heading: { sheet: grid.sheet, row: top, column: labelColumn },
    lignes,
    lignesIgnorees: ignored.filter(({ row }) => row <= bottom + 1),
  };
}

/** Every table of deadlines that names at least one of the contract's. */
export function readEcheanciers(grids: readonly SheetGrid[], convention: Convention): readonly Echeancier[] {
  const find = createEcheanceReader(convention);
  const found: Echeancier[] = [];
  for (const grid of grids) {
    for (const row of grid.rows) {
      const columns = readColumns(row);
      const table = columns && readTable(grid, row, columns, find);
      if (table) found.push(table);
    }
  }
  return found;
}

/** What the list leaves open and the other one tells is done; where both tell, but not the same day, the other's is named. */
export function completeEcheancier(own: Echeancier, other: Echeancier): Echeancier {
  const done = new Map(other.lignes.filter(({ etat }) => etat === "fait").map((ligne) => [ligne.echeance, ligne]));
  const redites: CellRef[] = [];
  const lignes = own.lignes.map((ligne): LigneEcheance => {
    const told = done.get(ligne.echeance);
    done.delete(ligne.echeance);
    if (!told) return ligne;
    const { faitLe, fait } = told;
    if (ligne.etat === "a-faire") return { ...ligne, faitLe, fait, etat: "fait" };
    if (fait !== null && ligne.fait !== fait) redites.push(faitLe.ref);
    return ligne;
  });
  // Its own dates are the contract's.
  const missing = [...done.values()].map((ligne) => ({ ...ligne, cellDate: null, origine: null }));
  return { ...own, lignes: [...lignes, ...missing], ...(redites.length > 0 && { redites }) };
}
