// Reads single cells of the sheet « Contrat »; a cell that cannot be read is a mistake at its place, and a neutral value.
import { isoDate } from "../../domain/values/date-serial";
import type { CellRef } from "../../domain/cell-ref";
import { lireDate } from "../../domain/values/dates-francaises";
import type { ErreurContrat } from "../../domain/dossier";
import { lireMontant } from "../../domain/values/lire-montant";
import { lireValeur } from "../../domain/values/lire-valeur";
import { foldText } from "../../domain/words/label";
import { toEuros } from "../../domain/values/montant";
import { cite } from "../../domain/words/typographie";
import { formatNombre } from "../../domain/words/format";
import { type GridRow } from "../sheet-grid";

export type Path = readonly PropertyKey[];

/** One cell, what it is the value of, and where that stands in the definition. */
export interface Source {
  readonly row: GridRow;
  /** Null where the sheet has no such column. */
  readonly column: number | null;
  readonly path: Path;
  /** In words: "Crédits de l’État 2025". */
  readonly parametre: string;
}

interface Mistake extends ErreurContrat {
  /** Whether the contract can serve without this parameter. */
  readonly isMinor: boolean;
}

const key = (path: Path): string => path.map(String).join("/");

const EARLIEST = "1990-01-01";
const LATEST = "2110-01-01";

/** "+ 5 000 €" may be what is added, and not the amount itself. */
const isIncrease = (value: string | number | boolean | null): boolean =>
  typeof value === "string" && /^\s*\+/u.test(value);

const SANS_SIGNE = "Écrivez la valeur elle-même, sans signe : un « + » peut aussi dire ce qui s’ajoute.";

export class ContratCells {
  readonly mistakes: Mistake[] = [];
  /** True while a section is read without which the contract can serve all the same. */
  isMinor = false;
  private readonly places = new Map<string, { readonly ref: CellRef; readonly parametre: string }>();
  private readonly faulty = new Set<string>();
  private readonly columnless = new Set<string>();
  private readonly lineless = new Set<string>();
  private readonly empty = new Map<string, CellRef>();

  constructor(
    readonly sheet: string,
    readonly fallback: CellRef,
  ) {}

  /** Remembers where a part of the definition stands. */
  place(path: Path, ref: CellRef, parametre: string): void {
    if (!this.places.has(key(path))) this.places.set(key(path), { ref, parametre });
  }

  /** The cell of a part of the definition, else of what it belongs to, else of its first part. */
  locate(path: Path): { readonly ref: CellRef; readonly parametre: string } {
    for (let length = path.length; length > 0; length -= 1) {
      const own = key(path.slice(0, length));
      const found = this.places.get(own) ?? [...this.places].find(([other]) => other.startsWith(`${own}/`))?.[1];
      if (found) return found;
    }
    return { ref: this.fallback, parametre: "Feuille « Contrat »" };
  }

  /** The cell of a part of the definition; null where it has none of its own. */
  exact(path: Path): CellRef | null {
    return this.places.get(key(path))?.ref ?? null;
  }

  /** Whether the sheet has a column for it: one of an earlier version may have none. */
  hasColumn(path: Path): boolean {
    return !this.columnless.has(key(path));
  }

  /** No column of the sheet gives it, which is told elsewhere. */
  failColumn(path: Path): void {
    this.columnless.add(key(path));
  }

  /** Whether the sheet lacks its line, which is told. */
  lacksLine(path: Path): boolean {
    return this.lineless.has(key(path));
  }

  /** Remembers the cell of a statement that may be left out, where it is empty. */
  noteEmpty(cle: string, source: Source): void {
    if (source.column !== null && this.isEmpty(source)) this.empty.set(cle, this.ref(source));
  }

  /** By the key of the statement. */
  get emptied(): ReadonlyMap<string, CellRef> {
    return this.empty;
  }

  find(path: Path): CellRef {
    return this.locate(path).ref;
  }

  /** A cell has one mistake at most: the first, from which others follow. */
  fail(cell: CellRef, parametre: string, message: string, somme?: ErreurContrat["somme"]): void {
    const address = `${cell.row}/${cell.column}`;
    if (this.faulty.has(address)) return;
    this.faulty.add(address);
    this.mistakes.push({ cell, parametre, message, isMinor: this.isMinor, ...(somme && { somme }) });
  }

  /** Several parameters may lack a cell of their own: each is told at the title of its section. */
  failMissing(title: CellRef, parametre: string, path: Path): void {
    this.lineless.add(key(path));
    const message = "sa ligne ne se trouve pas dans la feuille. Rétablissez-la, avec ce nom et sa valeur.";
    this.mistakes.push({ cell: title, parametre, message, isMinor: this.isMinor });
  }

  ref({ row, column }: Source): CellRef {
    return { sheet: this.sheet, row: row.row, column: column ?? row.left };
  }

  private open(source: Source): { readonly value: string | number | boolean | null; readonly ref: CellRef } {
    const ref = this.ref(source);
    this.place(source.path, ref, source.parametre);
    if (source.column === null) this.columnless.add(key(source.path));
    return { value: source.column === null ? null : source.row.value(source.column), ref };
  }

  private refuse(source: Source, expected: string): void {
    const { value, ref } = this.open(source);
    const shown = typeof value === "number" ? formatNombre(value) : String(value ?? "");
    this.fail(
      ref,
      source.parametre,
      value === null ? `il manque. ${expected}` : `${cite(shown)} n’est pas lisible. ${expected}`,
    );
  }

  /** Euros. */
  montant(source: Source): number {
    const { value } = this.open(source);
    const lu = lireMontant(value, this.format(source), "€");
    const isWhole = lu.kind === "montant" && lu.euros === undefined && lu.montant >= 0 && !isIncrease(value);
    if (!isWhole) {
      const expected = "Écrivez un montant en euros, positif ou nul, avec deux décimales au plus.";
      this.refuse(source, isIncrease(value) ? SANS_SIGNE : expected);
    }
    return isWhole ? toEuros(lu.montant) : 0;
  }

  valeur(source: Source): number | "nd" {
    const { value } = this.open(source);
    const lu = lireValeur(value, this.format(source));
    const isGiven =
      value !== null && !isIncrease(value) && (lu.kind === "missing" || (lu.kind === "nombre" && lu.nombre >= 0));
    if (!isGiven)
      this.refuse(
        source,
        isIncrease(value)
          ? SANS_SIGNE
          : "Écrivez un nombre positif ou nul, ou « nd » tant que la valeur reste à préciser.",
      );
    return isGiven && lu.kind === "nombre" ? lu.nombre : "nd";
  }

  /** A part between 0 and 1; "50 %" and 50 are the same in a cell of percentages. */
  part(source: Source, neutral: number): number {
    const { value } = this.open(source);
    const text = typeof value === "string" ? /^(\d{1,3}(?:[.,]\d+)?) ?%$/.exec(foldText(value))?.[1] : undefined;
    const part = typeof value === "number" ? value : text === undefined ? NaN : Number(text.replace(",", ".")) / 100;
    if (part >= 0 && part <= 1) return part;
    this.refuse(source, "Écrivez une part entre 0 % et 100 %, par exemple 50 %.");
    return neutral;
  }

  date(source: Source, neutral: string): string {
    const { value } = this.open(source);
    const date = typeof value === "number" ? isoDate(value) : typeof value === "string" ? lireDate(value) : null;
    // The number of a year is no date of the year 1905.
    if (date !== null && date > EARLIEST && date < LATEST) return date;
    this.refuse(source, "Écrivez une date, par exemple 31/12/2026.");
    return neutral;
  }

  /** "3", "Axe 3", "Action n° 3"; null when there is none. */
  numero(source: Source): number | null {
    const { value } = this.open(source);
    const digits =
      typeof value === "string" ? /^(?:\p{L}+ ?)?(?:n ?[°º]? ?)?(\d{1,5})$/u.exec(foldText(value))?.[1] : undefined;
    const numero = typeof value === "number" ? value : digits === undefined ? NaN : Number(digits);
    if (Number.isInteger(numero) && numero > 0) return numero;
    this.refuse(source, "Écrivez un numéro : 1, 2, 3…");
    return null;
  }

  annee(source: Source): number | null {
    const { value } = this.open(source);
    const year = /^(?:(?:annee|exercice) )?(20\d\d)$/.exec(foldText(String(value)))?.[1];
    if (year !== undefined) return Number(year);
    this.refuse(source, "Écrivez une année, par exemple 2026.");
    return null;
  }

  texte(source: Source, neutral: string): string {
    const text = this.texteOuRien(source);
    if (text !== null) return text;
    this.refuse(source, "Écrivez-le dans cette cellule.");
    return neutral;
  }

  texteOuRien(source: Source): string | null {
    const { value } = this.open(source);
    if (value === null) return null;
    const text = String(value).trim();
    return text.startsWith("#") ? null : text;
  }

  /** One a line. */
  lignes(source: Source): string[] {
    const text = this.texteOuRien(source) ?? "";
    return text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }

  /** "2, 4" → [2, 4]. */
  numeros(source: Source): number[] {
    const { value } = this.open(source);
    if (value === null) return [];
    const parts = String(value)
      .split(/[;,\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== "" && part !== "-");
    const numeros = parts.map((part) => Number(/\d+$/.exec(part)?.[0] ?? NaN));
    if (numeros.every((numero) => Number.isInteger(numero) && numero > 0)) return numeros;
    this.refuse(source, "Écrivez des numéros séparés par des virgules : 2, 4.");
    return [];
  }

  isEmpty({ row, column }: Source): boolean {
    return column === null || row.value(column) === null;
  }

  private format({ row, column }: Source): string {
    return column === null ? "General" : row.numberFormat(column);
  }
}
