// The tables of amounts that a workbook has, with the words and the identity that findings add for each.
import { describe, locate } from "./budget-lines";
import type { Entree } from "./amount-entries";
import type { Convention } from "../../contract/convention";
import type { Colonne, Dossier, TableauBudgetaire } from "../../domain/dossier";

export interface TableMontants {
  readonly tableau: TableauBudgetaire;
  /** "Tableau budgétaire", "Tableau d’exécution". */
  readonly nom: string;
  /** Tells its findings from those of the budget table. */
  readonly key: string | null;
  /** Of a table that shows only what stands beside the parts of another one: its word in findings, and in words. */
  readonly aCote?: { readonly key: string; nommer(colonne: Colonne): string };
}

export function amountTables({ budget, execution }: Pick<Dossier, "budget" | "execution">): TableMontants[] {
  return [
    ...(budget ? [{ tableau: budget, nom: "Tableau budgétaire", key: null }] : []),
    ...(execution ? [{ tableau: execution, nom: "Tableau d’exécution", key: "execution" }] : []),
  ];
}

/** Identity and place in words of what a finding says of one amount cell. */
export function situate(convention: Convention, { key, nom, aCote }: TableMontants, { ligne, annee, colonne }: Entree) {
  const located = locate(ligne, annee, colonne);
  const keys = [located.key, aCote?.key, key].filter((part) => part !== undefined && part !== null);
  const place = aCote
    ? `${ligne.nom} – ${annee} – ${aCote.nommer(colonne)}`
    : describe(convention, ligne, annee, colonne);
  return {
    subject: located.subject,
    ...(keys.length > 0 && { key: keys.join("-") }),
    place: key === null ? place : `${nom}, ${place}`,
  };
}
