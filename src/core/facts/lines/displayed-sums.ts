// The cells of a row of sums that a table shows, in each year of the contract, with the rows that each should add.
import type { Convention } from "../../contract/convention";
import type { LigneDeSommes, MontantCell } from "../../domain/dossier";
import type { TableMontants } from "./amount-tables";
import { COLONNES, describe, locate, type Ligne } from "./budget-lines";
import { anneesDemandees, BUDGET, EXECUTION } from "./demandes";
import { groupeDe, type CleDeGroupe, type Groupe } from "./groupes";
import { cellsOfRow } from "./rows-of-table";
import { showsColumn } from "./sums";

interface Identity {
  readonly subject: ReturnType<typeof locate>["subject"];
  readonly key?: string;
}

export type SommeDemandee =
  | {
      readonly place: string;
      readonly identity: Identity;
      readonly cell: MontantCell;
      readonly groupe: Groupe;
    }
  /** Nothing stands there to compare. */
  | { readonly place: string; readonly cell: null; readonly pourquoi: string };

/** A year that the budget lacks is one that was not compared; the execution table has its years in time. */
export function* comparedSums(
  convention: Convention,
  { tableau, nom, key }: TableMontants,
  ligne: Ligne,
  cle: CleDeGroupe,
  sums: LigneDeSommes,
): Generator<SommeDemandee> {
  const table = { tableau, nom: key === null ? BUDGET : EXECUTION };
  const { montants } = sums;
  const columns = COLONNES.filter((colonne) => showsColumn(montants, colonne));
  if (columns.length === 0) {
    // What stands beside the parts, as a payment, is looked at by itself.
    if (cellsOfRow(sums).some(({ lu }) => lu.kind !== "missing")) return;
    const place = key === null ? ligne.nom : `${nom}, ${ligne.nom}`;
    yield { place, cell: null, pourquoi: `${nom}, ${ligne.nom} : la ligne ne porte aucun montant.` };
    return;
  }
  for (const { annee, pourquoi } of anneesDemandees(convention, table)) {
    if (pourquoi !== null) {
      if (key === null) yield { place: `${ligne.nom} – ${annee}`, cell: null, pourquoi };
      continue;
    }
    for (const colonne of columns) {
      const cell = montants.get(annee)?.[colonne];
      if (!cell) continue;
      const located = locate(ligne, annee, colonne);
      const keys = [located.key, key].filter((part) => part !== undefined && part !== null);
      const own = describe(convention, ligne, annee, colonne);
      yield {
        place: key === null ? own : `${nom}, ${own}`,
        identity: { subject: located.subject, ...(keys.length > 0 && { key: keys.join("-") }) },
        cell,
        groupe: groupeDe(tableau, cle, annee, colonne),
      };
    }
  }
}
