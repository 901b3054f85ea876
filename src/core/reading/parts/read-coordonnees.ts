// Reads bank details wherever they stand: each beside, below or behind its label; a RIB also in its four boxes.
import { compactCompte } from "../../contract/compte-bancaire";
import type { Cell, CoordonneeIllisible, CoordonneesLues, ValeurBancaire } from "../../domain/dossier";
import { holdsBankWord, readBankLabel, readBankSentence, type BankField } from "./part-words";
import { LIMITS } from "../limits";
import { plainText } from "../labels/plain-text";
import { readCell, type GridRow, type SheetGrid, type TextCell } from "../sheet-grid";

/** Digits of the boxes of a RIB, to put back the zeros that a number lost. */
const BOXES = { banque: 5, guichet: 5, compte: 11, cle: 2 } as const;
type Box = keyof typeof BOXES;
const BOX_ORDER = ["banque", "guichet", "compte", "cle"] as const;

interface Found {
  readonly field: BankField;
  readonly row: number;
  /** Null where what stands there is no such detail. */
  readonly valeur: ValeurBancaire | null;
  /** Then the cell where it should be. */
  readonly illisible: Cell | null;
}

const isBox = (field: BankField): field is Box => field in BOXES;

function rawText(row: GridRow, column: number, width: number | null): string {
  const value = row.value(column);
  return typeof value === "number" && width !== null ? String(value).padStart(width, "0") : plainText(row, column);
}

/** Words beside the label ("voir le RIB joint") are no account. */
function isPlausible(field: BankField, compact: string): boolean {
  if (field === "bic") return /^[A-Z0-9]{6,14}$/.test(compact);
  const digits = compact.replace(/\D/g, "").length;
  return isBox(field) ? digits > 0 && compact.length <= 14 : digits >= LIMITS.accountDigits && compact.length <= 40;
}

/** Characters of a whole account; an IBAN of another country is as long as its country wants. */
function wholeLength(field: BankField, compact: string): number {
  if (field === "rib") return 23;
  return compact.startsWith("FR") ? 27 : 34;
}

/** Digits of the next box, where a number may have lost the first ones, zeros. */
function boxWidth(field: BankField, boxes: readonly string[]): number | null {
  if (isBox(field)) return BOXES[field];
  const box = BOX_ORDER[boxes.length];
  if (field === "rib") return box ? BOXES[box] : null;
  if (field !== "iban") return null;
  const compact = compactCompte(boxes.join(""));
  return Math.min(4, Math.max(1, wholeLength(field, compact) - compact.length));
}

/** Boxes side by side that only together are the account; a single one for what stands in one. */
function readBoxes(row: GridRow, from: number, field: BankField): { columns: number[]; texts: string[] } {
  const columns: number[] = [];
  const texts: string[] = [];
  for (const column of row.filled(from)) {
    const value = row.value(column);
    const last = columns.at(-1) ?? column - 1;
    if (column > last + 1 || (typeof value === "string" && readBankLabel(value))) break;
    const text = rawText(row, column, boxWidth(field, texts));
    if (columns.length > 0 && !/^[A-Za-z0-9 ]{1,11}$/.test(text)) break;
    columns.push(column);
    texts.push(text);
    const compact = compactCompte(texts.join(""));
    if (field === "bic" || isBox(field) || compact.length >= wholeLength(field, compact)) break;
  }
  return { columns, texts };
}

function readValue(row: GridRow, from: number, field: BankField, label: Cell): ValeurBancaire | null {
  const { columns, texts } = readBoxes(row, from, field);
  const compact = compactCompte(texts.join(""));
  const [cell, ...others] = columns.map((at) => readCell(row, at));
  return cell && isPlausible(field, compact) ? { label, cells: [cell, ...others], compact } : null;
}

/** Labels side by side head columns: what stands beside one of them is another heading. */
function isHeading(row: GridRow): boolean {
  const isLabel = row.filled().map((column) => readBankLabel(row.text(column) ?? "") !== null);
  return isLabel.some((own, index) => own && isLabel[index + 1]);
}

/** What is typed where the detail should be, behind its label or beside it. */
function readOther(row: GridRow, column: number, rest: string, label: Cell): Cell | null {
  if (rest !== "") return label;
  const [at] = isHeading(row) ? [] : readBoxes(row, column + 1, "cle").columns;
  return at === undefined ? null : readCell(row, at);
}

/** The details that a label gives, or a sentence. */
function readDetails(grid: SheetGrid, row: GridRow, { column, text }: TextCell): readonly Found[] {
  const label = readCell(row, column);
  const told = (rest: string) => ({ label, cells: [label], compact: compactCompte(rest) }) as const;
  const read = readBankLabel(text);
  if (!read) {
    return readBankSentence(text).map(({ field, rest }) => {
      return { field, row: row.row, valeur: told(rest), illisible: null };
    });
  }
  const { field, rest } = read;
  const below = grid.row(row.row + 1);
  const own = told(rest);
  const valeur =
    rest !== "" && isPlausible(field, own.compact)
      ? own
      : (readValue(row, column + 1, field, label) ??
        (below && below.value(column) !== null ? readValue(below, column, field, label) : null));
  const illisible = valeur ? null : readOther(row, column, rest, label);
  return valeur || illisible ? [{ field, row: row.row, valeur, illisible }] : [];
}

function findDetails(grid: SheetGrid): readonly Found[] {
  const found: Found[] = [];
  for (const row of grid.rows) {
    row.texts.forEach((cell) => {
      if (holdsBankWord(cell.text)) found.push(...readDetails(grid, row, cell));
    });
  }
  return found;
}

function joinBoxes(group: readonly Found[]): ValeurBancaire | null {
  const boxes = BOX_ORDER.flatMap((box) => group.find(({ field }) => field === box)?.valeur ?? []);
  const [first] = boxes;
  const [cell, ...others] = boxes.flatMap(({ cells }) => cells);
  if (!first || !cell || boxes.length < BOX_ORDER.length) return null;
  return { label: first.label, cells: [cell, ...others], compact: boxes.map(({ compact }) => compact).join("") };
}

function toCoordonnees(group: readonly Found[]): CoordonneesLues | null {
  const first = (wanted: BankField): ValeurBancaire | null =>
    group.find(({ field }) => field === wanted)?.valeur ?? null;
  const rib = first("rib") ?? joinBoxes(group);
  const [iban, bic] = [first("iban"), first("bic")];
  const illisibles = group.flatMap(({ field, illisible }): CoordonneeIllisible[] =>
    illisible && !isBox(field) ? [{ champ: field, cell: illisible }] : [],
  );
  // "Voir le RIB joint" alone is no place where an account is given.
  const isAccount = iban !== null || rib !== null || bic !== null || illisibles.length > 1;
  return isAccount ? { iban, rib, bic, illisibles } : null;
}

/** A detail that comes again, or far below, is that of another account. */
function groupDetails(found: readonly Found[]): Found[][] {
  const groups: Found[][] = [];
  for (const detail of found) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNear = last !== undefined && detail.row - last.row <= LIMITS.bankRows;
    if (group && isNear && !group.some(({ field }) => field === detail.field)) group.push(detail);
    else groups.push([detail]);
  }
  return groups;
}

/** Where the workbook knows one IBAN and one RIB, they are those of one account, however far apart they stand. */
function joinPlaces(places: readonly CoordonneesLues[]): readonly CoordonneesLues[] {
  const join = (field: Exclude<keyof CoordonneesLues, "illisibles">): ValeurBancaire | null | "several" => {
    const valeurs = places.flatMap((place) => place[field] ?? []);
    return new Set(valeurs.map(({ compact }) => compact)).size > 1 ? "several" : (valeurs[0] ?? null);
  };
  const [iban, rib, bic] = [join("iban"), join("rib"), join("bic")];
  return iban === "several" || rib === "several" || bic === "several"
    ? places
    : [{ iban, rib, bic, illisibles: places.flatMap(({ illisibles }) => illisibles) }];
}

/** Null when no sheet has any. */
export function readCoordonnees(grids: readonly SheetGrid[]): readonly CoordonneesLues[] | null {
  const places = grids.flatMap((grid) =>
    groupDetails(findDetails(grid))
      .map(toCoordonnees)
      .filter((coordonnees) => coordonnees !== null),
  );
  return places.length > 0 ? joinPlaces(places) : null;
}
