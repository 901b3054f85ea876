// What the rows of the execution table show of an action in a year: the one reading of these amounts, for the rules and for the account.
import { contractAmount } from "../contract/in-force/contract-amounts";
import type { Colonne } from "../contract/convention";
import { known, notKnown, type Known } from "../domain/known";
import { whereDue } from "../domain/values/known-montant";
import { ZERO, type Montant } from "../domain/values/montant";
import type { ColumnRole } from "../domain/column-roles";
import { readTogether, type Lecture } from "./lecture";
import type { Demande } from "./lines/demandes";

/** The rows of one action in one year; null is an action that the contract does not have. */
export type Lignes = Pick<Demande, "action" | "annee" | "rows">;

/** "no-column" where the table has none for it, "missing" where nothing is typed and something is due. */
export interface Executed {
  readonly etat: Known<Montant>;
  readonly collectivite: Known<Montant>;
  /** What the Total column says; an empty one says nothing. */
  readonly total: Known<Montant>;
  readonly autres: Known<Montant>;
  readonly verse: Known<Montant>;
}

export function readExecuted(lecture: Lecture, { action, annee, rows }: Lignes): Executed {
  const cellsIn = (column: ColumnRole) => rows.flatMap((row) => row.at(annee, column)).map(({ cell }) => cell);
  const read = (column: ColumnRole): Known<Montant> => readTogether(lecture, cellsIn(column));

  /** Empty cells are nothing where the contract gives nothing. */
  function part(colonne: Colonne): Known<Montant> {
    return whereDue(read(colonne), action !== null && contractAmount(action, annee, colonne) > 0);
  }

  /** Nothing typed is none, where the contract plans none; what the agent does not know yet, "nd", is not known. */
  function autres(): Known<Montant> {
    const missing = cellsIn("autres").filter((cell) => lecture.montant(cell).reason === "missing");
    const notSaid = missing.filter((cell) => cell.text.trim() !== "");
    const shown = read("autres");
    if (notSaid.length > 0 && shown.reason === null) {
      return notKnown(
        "missing",
        notSaid.map(({ ref }) => ref),
      );
    }
    if (shown.reason !== "missing" || notSaid.length > 0) return shown;
    const isPlanned = action?.autres?.some((autre) => autre.annee === annee && autre.montant > 0);
    return isPlanned ? shown : { ...known(ZERO, shown.cells), isBlank: true };
  }

  return {
    etat: part("etat"),
    collectivite: part("collectivite"),
    total: read("total"),
    autres: autres(),
    verse: read("verse"),
  };
}
