// Reads single cells of the sheet « Contrat »; a cell that cannot be read is a mistake at its place, and a neutral value.
import { cellKey, type CellRef } from "xlsx-model/cell-ref";
import { findWord } from "../../contract/clauses/sheet-words";
import type { ErreurContrat } from "../../domain/dossier";
import { cite, typographie } from "../../domain/words/typographie";
import { formatNombre } from "../../domain/words/format";
import type { GridRow } from "../sheet-grid";
import { KINDS, textIn, type Values } from "./cell-kinds";

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

/** The cell of a part of the definition. */
interface Place extends Pick<Mistake, "parametre" | "isMinor"> {
  readonly ref: CellRef;
}

/** The mistake as it is told. */
export const toErreur = ({ cell, parametre, message, somme, colonne }: Mistake): ErreurContrat => ({
  cell,
  parametre: typographie(parametre),
  message: typographie(message),
  ...(somme && { somme }),
  ...(colonne && { colonne }),
});

const keyOf = (path: Path): string => path.map(String).join("/");

export class ContratCells {
  readonly mistakes: Mistake[] = [];
  /** True while a section is read without which the contract can serve all the same. */
  isMinor = false;
  /** The empty cells of statements that may be left out, by the key of the statement. */
  readonly emptied = new Map<string, CellRef>();
  private readonly places = new Map<string, Place>();
  private readonly faulty = new Map<string, Mistake>();
  /** What the sheet lacks of what would give a part of the definition, which is told elsewhere. */
  private readonly absences = new Map<string, "colonne" | "ligne">();

  constructor(
    readonly sheet: string,
    readonly fallback: CellRef,
  ) {}

  /** Remembers where a part of the definition stands. */
  place(source: Source): void {
    const own = keyOf(source.path);
    const { parametre } = source;
    if (!this.places.has(own)) this.places.set(own, { ref: this.ref(source), parametre, isMinor: this.isMinor });
    if (source.column === null) this.absences.set(own, "colonne");
  }

  /** The cell of a part of the definition, else of what it belongs to, else of its first part. */
  locate(path: Path): Place {
    for (let length = path.length; length > 0; length -= 1) {
      const own = keyOf(path.slice(0, length));
      const found = this.places.get(own) ?? [...this.places].find(([other]) => other.startsWith(`${own}/`))?.[1];
      if (found) return found;
    }
    return { ref: this.fallback, parametre: "Feuille « Contrat »", isMinor: false };
  }

  find(path: Path): CellRef {
    return this.locate(path).ref;
  }

  /** The cell of a part of the definition; null where it has none of its own. */
  exact(path: Path): CellRef | null {
    return this.places.get(keyOf(path))?.ref ?? null;
  }

  /** Whether the sheet has no column for it, as one of an earlier version may have none, or lacks its line. */
  lacks(what: "colonne" | "ligne", path: Path): boolean {
    return this.absences.get(keyOf(path)) === what;
  }

  /** No column of the sheet gives it, which is told elsewhere. */
  failColumn(path: Path): void {
    this.absences.set(keyOf(path), "colonne");
  }

  /** Whether a mistake in it leaves its value unknown. */
  isUnreadable(cell: CellRef): boolean {
    const mistake = this.faulty.get(cellKey(cell));
    return mistake !== undefined && !mistake.somme;
  }

  /** A cell has one mistake at most: the first, from which others follow. */
  fail(cell: CellRef, parametre: string, message: string, more: Partial<Mistake> = {}): void {
    const key = cellKey(cell);
    if (this.faulty.has(key)) return;
    const mistake = { cell, parametre, message, isMinor: this.isMinor, ...more };
    this.faulty.set(key, mistake);
    this.mistakes.push(mistake);
  }

  failAt(source: Source, message: string): void {
    this.fail(this.ref(source), source.parametre, message);
  }

  /** Several parameters may lack a cell of their own: each is told at the title of its section. */
  failMissing(title: CellRef, parametre: string, path: Path): void {
    this.absences.set(keyOf(path), "ligne");
    const message = "sa ligne ne se trouve pas dans la feuille. Rétablissez-la, avec ce nom et sa valeur.";
    this.mistakes.push({ cell: title, parametre, message, isMinor: this.isMinor });
  }

  ref({ row, column }: Source): CellRef {
    return { sheet: this.sheet, row: row.row, column: column ?? row.left };
  }

  isEmpty({ row, column }: Source): boolean {
    return column === null || row.value(column) === null;
  }

  /** Remembers the cell of a statement that may be left out, where it is empty. */
  noteEmpty(cle: string, source: Source): void {
    if (source.column !== null && this.isEmpty(source)) this.emptied.set(cle, this.ref(source));
  }

  read<Kind extends keyof Values>(source: Source, kind: Kind, neutral?: Values[Kind]): Values[Kind] {
    this.place(source);
    const { row, column } = source;
    const value = column === null ? null : row.value(column);
    const { parse, expected, isFree, neutral: usual } = KINDS[kind];
    const isLeftOut = isFree && textIn(value) === null;
    const read = isLeftOut ? null : parse(value, column === null ? "General" : row.numberFormat(column));
    if (read !== null) return read as Values[Kind];
    if (!isLeftOut) {
      const shown = typeof value === "number" ? formatNombre(value) : String(value ?? "");
      const found = value === null ? "il manque." : `${cite(shown)} n’est pas lisible.`;
      this.failAt(source, `${found} ${expected(value)}`);
    }
    return neutral === undefined ? (usual as Values[Kind]) : neutral;
  }

  /** What its word stands for, else a mistake at the cell; null where it is empty. */
  mot<Mot extends string>(source: Source, words: Readonly<Record<Mot, string>>): Mot | null {
    const text = this.read(source, "libre");
    const found = text === null ? null : findWord(words, text);
    if (text !== null && found === null) {
      const known = Object.values<string>(words).map(cite).join(" ou ");
      this.failAt(source, `${cite(text)} n’est pas lisible. Écrivez ${known}.`);
    }
    return found;
  }
}
