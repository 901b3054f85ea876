// What an action cost in a year and who paid for it, from what the execution table shows; or the reason why it cannot be told.
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Colonne } from "../../contract/convention";
import { notKnown, type Known } from "../../domain/known";
import { RIEN, subtractKnown, sumKnown } from "../../domain/values/known-montant";
import type { Montant } from "../../domain/values/montant";
import { readExecuted, type Executed, type Lignes } from "../executed";
import type { Lecture } from "../lecture";
import { labelOf } from "../lines/table-places";
import type { Execute } from "./ecriture";

export type Depense = Execute & {
  readonly verse: Known<Montant>;
  /** What the Total column says, where it says something: of the two parties, and of all who paid. Else their sums. */
  readonly totalSaisi: Known<Montant>;
  readonly coutSaisi: Known<Montant>;
};

type Parts = Pick<Execute, "etat" | "collectivite" | "autres">;

/**
 * The two parties make the total. Where one of them is not known it is what the agent typed as the Total, less the other
 * financing that it holds; not the result of a formula, which only adds what is there.
 */
function totalOf({ annee, rows }: Lignes, { etat, collectivite, total }: Executed, parts: Parts): Known<Montant> {
  if (parts.etat.value !== null && parts.collectivite.value !== null) return sumKnown([parts.etat, parts.collectivite]);
  if (total.value === null) return total;
  const hasParts = etat.reason !== "no-column" || collectivite.reason !== "no-column";
  if (hasParts && rows.some((row) => row.at(annee, "total").some(({ cell }) => cell.formula !== null))) {
    const absent = [parts.etat, parts.collectivite].filter(({ value }) => value === null);
    return notKnown(
      "not-computable",
      absent.flatMap(({ cells }) => cells),
    );
  }
  return without(total, parts.autres);
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

/** A part without a column is nothing where the contract gives nothing. */
export function accountOf(lignes: Lignes, shown: Executed): Depense {
  const { action, annee } = lignes;
  const part = (colonne: Colonne): Known<Montant> => {
    const isOwed = action !== null && contractAmount(action, annee, colonne) > 0;
    return shown[colonne].reason === "no-column" && !isOwed ? RIEN : shown[colonne];
  };
  const autres = shown.autres.reason === "no-column" ? RIEN : shown.autres;
  const parts = { etat: part("etat"), collectivite: part("collectivite"), autres };
  const total = totalOf(lignes, shown, parts);
  const cout = hasNone(autres) ? total : sumKnown([total, autres]);
  // A Total that only adds what is there says nothing, and nor does an empty one.
  const isSaid = shown.total.value !== null && total.value !== null;
  const totalSaisi = isSaid ? without(shown.total, autres) : total;
  return { ...parts, total, totalSaisi, cout, coutSaisi: isSaid ? shown.total : cout, verse: shown.verse };
}

/** Several rows of an action are its sum where something tells them apart; else nobody knows which of them counts. */
export function readDepense(lecture: Lecture, lignes: Lignes): Depense {
  const { rows, annee } = lignes;
  if (rows.length > 1 && rows.some(({ ligne: { ligne } }) => ligne.operateur === undefined)) {
    const refs = rows.map(({ ligne }) => labelOf(ligne.ligne, annee).ref);
    return everyAmount(notKnown("several-rows", refs));
  }
  return accountOf(lignes, readExecuted(lecture, lignes));
}
