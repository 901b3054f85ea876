// What the rows of the execution table say of one action in one year, or the word that says why it cannot be told.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import type { Colonne, MontantCell } from "../../domain/dossier";
import type { ColumnRole } from "../../domain/column-roles";
import type { ActionRow } from "../fact";
import { labelOf } from "../lines/table-places";
import type { Lecture } from "../lecture";
import type { Execute } from "./ecriture";
import {
  AUCUNE_COLONNE,
  ILLISIBLE,
  inconnu,
  NON_CALCULABLE,
  NON_RENSEIGNE,
  RIEN,
  subtractConnus,
  sumConnus,
  ZERO,
  type MontantConnu,
} from "./montant-connu";

export type Depense = Execute & {
  readonly verse: MontantConnu;
  /** What the Total column says, where it says something: of the two parties, and of all who paid. Else their sums. */
  readonly totalSaisi: MontantConnu;
  readonly coutSaisi: MontantConnu;
};

/** The rows of one action in one year, as they stand or once a cell of them is corrected. */
export interface Lignes {
  readonly action: Action;
  readonly annee: number;
  readonly rows: readonly ActionRow[];
  readonly lecture: Lecture;
}

/** `isDue`: an empty cell lacks something. */
export function readCell(cell: MontantCell, isDue: boolean, lecture: Lecture): MontantConnu {
  const lu = lecture.montant(cell);
  if (lu.kind === "unreadable") return inconnu(ILLISIBLE, [cell.ref]);
  if (lu.kind === "montant") return { montant: lu.montant, raison: null, cells: [cell.ref] };
  return isDue ? inconnu(NON_RENSEIGNE, [cell.ref]) : { montant: ZERO, raison: null, cells: [cell.ref] };
}

const PARTS = ["etat", "collectivite"] as const;

const cellsIn = (rows: readonly ActionRow[], annee: number, column: ColumnRole): readonly MontantCell[] =>
  rows.flatMap((row) => row.at(annee, column)).map(({ cell }) => cell);

/** Of one cell, its own reason; of several, that the sum cannot be calculated. */
function addCells(amounts: readonly MontantConnu[]): MontantConnu {
  const [only, ...others] = amounts;
  return only && others.length === 0 ? only : sumConnus(amounts);
}

/**
 * Empty cells are nothing where the contract gives nothing, as for the rules. Where several operators carry out the action
 * an empty one is nothing of his, but for all of them.
 */
function readPart({ action, annee, rows, lecture }: Lignes, colonne: Colonne): MontantConnu {
  const cells = cellsIn(rows, annee, colonne);
  const isOwed = contractAmount(action, annee, colonne) > 0;
  if (cells.length === 0) return isOwed ? inconnu(AUCUNE_COLONNE) : RIEN;
  const isMissing = isOwed && cells.every((cell) => lecture.montant(cell).kind === "missing");
  return addCells(cells.map((cell) => readCell(cell, isMissing, lecture)));
}

/**
 * Nothing typed is no other financing, where the contract plans none for the action and year; what the agent does not know
 * yet, "nd", is not known.
 */
function readAutres({ action, annee, rows, lecture }: Lignes): MontantConnu {
  const cells = cellsIn(rows, annee, "autres");
  if (cells.length > 0 && cells.every((cell) => cell.text.trim() === "" && lecture.montant(cell).kind === "missing")) {
    const refs = cells.map(({ ref }) => ref);
    const isPlanned = action.autres?.some((autre) => autre.annee === annee && autre.montant > 0);
    return isPlanned ? inconnu(NON_RENSEIGNE, refs) : { montant: ZERO, raison: null, cells: refs, estVide: true };
  }
  return cells.length === 0 ? RIEN : addCells(cells.map((cell) => readCell(cell, cell.text.trim() !== "", lecture)));
}

export function readVerse({ annee, rows, lecture }: Lignes): MontantConnu {
  const cells = cellsIn(rows, annee, "verse");
  const isMissing = cells.every((cell) => lecture.montant(cell).kind === "missing");
  return cells.length === 0
    ? inconnu(AUCUNE_COLONNE)
    : addCells(cells.map((cell) => readCell(cell, isMissing, lecture)));
}

type Parts = Pick<Execute, "etat" | "collectivite" | "autres">;

/**
 * The two parts make the total. Where one of them is not known it is what the agent typed as the Total, less the other
 * financing that it holds; not the result of a formula, which only adds what is there.
 */
function readTotal({ annee, rows }: Lignes, typed: MontantConnu, parts: Parts): MontantConnu {
  const { etat, collectivite, autres } = parts;
  if (etat.montant !== null && collectivite.montant !== null) return sumConnus([etat, collectivite]);
  if (typed.montant === null) return typed;
  const hasParts = PARTS.some((part) => cellsIn(rows, annee, part).length > 0);
  if (hasParts && cellsIn(rows, annee, "total").some(({ formula }) => formula !== null)) {
    const unknown = [etat, collectivite].filter(({ montant }) => montant === null);
    return inconnu(
      NON_CALCULABLE,
      unknown.flatMap((part) => part.cells),
    );
  }
  return without(typed, autres);
}

/** Nobody points at the cell of other financing where there is none. */
const hasNone = (autres: MontantConnu): boolean => autres.estVide === true || autres.cells.length === 0;

const without = (total: MontantConnu, autres: MontantConnu): MontantConnu =>
  hasNone(autres) ? total : subtractConnus(total, autres);

export function everyAmount(amount: MontantConnu): Depense {
  return {
    etat: amount,
    collectivite: amount,
    total: amount,
    totalSaisi: amount,
    autres: amount,
    cout: amount,
    coutSaisi: amount,
    verse: amount,
  };
}

/** Several rows of an action are its sum where something tells them apart; else nobody knows which of them counts. */
export function readDepense(lignes: Lignes): Depense {
  const { rows, annee } = lignes;
  if (rows.length > 1 && rows.some(({ ligne: { ligne } }) => ligne.operateur === undefined)) {
    const refs = rows.map(({ ligne }) => labelOf(ligne.ligne, annee).ref);
    return everyAmount(inconnu("plusieurs lignes", refs));
  }
  const part = (colonne: Colonne): MontantConnu => readPart(lignes, colonne);
  const parts = { etat: part("etat"), collectivite: part("collectivite"), autres: readAutres(lignes) };
  const typed = part("total");
  const total = readTotal(lignes, typed, parts);
  const cout = hasNone(parts.autres) ? total : sumConnus([total, parts.autres]);
  const { autres } = parts;
  // A Total that only adds what is there says nothing, and nor does an empty one.
  const isSaid = typed.montant !== null && total.montant !== null && typed.cells.length > 0;
  const totalSaisi = isSaid ? without(typed, autres) : total;
  return { ...parts, total, totalSaisi, cout, coutSaisi: isSaid ? typed : cout, verse: readVerse(lignes) };
}
