// What the rows of the execution table say of one action in one year, or the word that says why it cannot be told.
import { known, notKnown, type Known } from "../../domain/known";
import { RIEN, subtractKnown, sumKnown, ZERO } from "../../domain/values/known-montant";
import type { Montant } from "../../domain/values/montant";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import type { Colonne, MontantCell } from "../../domain/dossier";
import type { ColumnRole } from "../../domain/column-roles";
import type { ActionRow } from "../fact";
import { labelOf } from "../lines/table-places";
import type { Lecture } from "../lecture";
import type { Execute } from "./ecriture";

export type Depense = Execute & {
  readonly verse: Known<Montant>;
  /** What the Total column says, where it says something: of the two parties, and of all who paid. Else their sums. */
  readonly totalSaisi: Known<Montant>;
  readonly coutSaisi: Known<Montant>;
};

/** The rows of one action in one year, as they stand or once a cell of them is corrected. */
export interface Lignes {
  readonly action: Action;
  readonly annee: number;
  readonly rows: readonly ActionRow[];
  readonly lecture: Lecture;
}

/** `isDue`: an empty cell lacks something. */
export function readCell(cell: MontantCell, isDue: boolean, lecture: Lecture): Known<Montant> {
  const lu = lecture.montant(cell);
  if (lu.kind === "unreadable") return notKnown("unreadable", [cell.ref]);
  if (lu.kind === "montant") return known(lu.montant, [cell.ref]);
  return isDue ? notKnown("missing", [cell.ref]) : known(ZERO, [cell.ref]);
}

const PARTS = ["etat", "collectivite"] as const;

const cellsIn = (rows: readonly ActionRow[], annee: number, column: ColumnRole): readonly MontantCell[] =>
  rows.flatMap((row) => row.at(annee, column)).map(({ cell }) => cell);

/** Of one cell, its own reason; of several, that the sum cannot be calculated. */
function addCells(amounts: readonly Known<Montant>[]): Known<Montant> {
  const [only, ...others] = amounts;
  return only && others.length === 0 ? only : sumKnown(amounts);
}

/**
 * Empty cells are nothing where the contract gives nothing, as for the rules. Where several operators carry out the action
 * an empty one is nothing of his, but for all of them.
 */
function readPart({ action, annee, rows, lecture }: Lignes, colonne: Colonne): Known<Montant> {
  const cells = cellsIn(rows, annee, colonne);
  const isOwed = contractAmount(action, annee, colonne) > 0;
  if (cells.length === 0) return isOwed ? notKnown("no-column") : RIEN;
  const isMissing = isOwed && cells.every((cell) => lecture.montant(cell).kind === "missing");
  return addCells(cells.map((cell) => readCell(cell, isMissing, lecture)));
}

/**
 * Nothing typed is no other financing, where the contract plans none for the action and year; what the agent does not know
 * yet, "nd", is not known.
 */
function readAutres({ action, annee, rows, lecture }: Lignes): Known<Montant> {
  const cells = cellsIn(rows, annee, "autres");
  if (cells.length > 0 && cells.every((cell) => cell.text.trim() === "" && lecture.montant(cell).kind === "missing")) {
    const refs = cells.map(({ ref }) => ref);
    const isPlanned = action.autres?.some((autre) => autre.annee === annee && autre.montant > 0);
    return isPlanned ? notKnown("missing", refs) : { ...known(ZERO, refs), isBlank: true };
  }
  return cells.length === 0 ? RIEN : addCells(cells.map((cell) => readCell(cell, cell.text.trim() !== "", lecture)));
}

export function readVerse({ annee, rows, lecture }: Lignes): Known<Montant> {
  const cells = cellsIn(rows, annee, "verse");
  const isMissing = cells.every((cell) => lecture.montant(cell).kind === "missing");
  return cells.length === 0 ? notKnown("no-column") : addCells(cells.map((cell) => readCell(cell, isMissing, lecture)));
}

type Parts = Pick<Execute, "etat" | "collectivite" | "autres">;

/**
 * The two parts make the total. Where one of them is not known it is what the agent typed as the Total, less the other
 * financing that it holds; not the result of a formula, which only adds what is there.
 */
function readTotal({ annee, rows }: Lignes, typed: Known<Montant>, parts: Parts): Known<Montant> {
  const { etat, collectivite, autres } = parts;
  if (etat.value !== null && collectivite.value !== null) return sumKnown([etat, collectivite]);
  if (typed.value === null) return typed;
  const hasParts = PARTS.some((part) => cellsIn(rows, annee, part).length > 0);
  if (hasParts && cellsIn(rows, annee, "total").some(({ formula }) => formula !== null)) {
    const unknown = [etat, collectivite].filter(({ value }) => value === null);
    return notKnown(
      "not-computable",
      unknown.flatMap((part) => part.cells),
    );
  }
  return without(typed, autres);
}

/** Nobody points at the cell of other financing where there is none. */
const hasNone = (autres: Known<Montant>): boolean => autres.isBlank === true || autres.cells.length === 0;

const without = (total: Known<Montant>, autres: Known<Montant>): Known<Montant> =>
  hasNone(autres) ? total : subtractKnown(total, autres);

export function everyAmount(amount: Known<Montant>): Depense {
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
    return everyAmount(notKnown("several-rows", refs));
  }
  const part = (colonne: Colonne): Known<Montant> => readPart(lignes, colonne);
  const parts = { etat: part("etat"), collectivite: part("collectivite"), autres: readAutres(lignes) };
  const typed = part("total");
  const total = readTotal(lignes, typed, parts);
  const cout = hasNone(parts.autres) ? total : sumKnown([total, parts.autres]);
  const { autres } = parts;
  // A Total that only adds what is there says nothing, and nor does an empty one.
  const isSaid = typed.value !== null && total.value !== null && typed.cells.length > 0;
  const totalSaisi = isSaid ? without(typed, autres) : total;
  return { ...parts, total, totalSaisi, cout, coutSaisi: isSaid ? typed : cout, verse: readVerse(lignes) };
}
