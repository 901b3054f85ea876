// The amounts that a sum runs over: of all the action rows of a table, of those under one heading, or of one axe.
import { indexEntries, type Entree } from "./amount-entries";
import type { Colonne, TableauBudgetaire } from "../dossier";
import { remember } from "../remember";

/** The rows of a group: "total", the heading that they stand under by its index, the contract's axe by its number, or none. */
export type CleDeGroupe = "total" | "sans-axe" | `ligne-${number}` | `axe-${number}`;

export interface Groupe {
  readonly tableau: TableauBudgetaire;
  readonly cle: CleDeGroupe;
  readonly annee: number;
  readonly colonne: Colonne;
  readonly entrees: readonly Entree[];
}

/** Every group that an action row belongs to; in a table without headings an action tells its axe itself. */
export function clesDeLigne({ lignesAction, lignesAxe }: TableauBudgetaire, index: number): readonly CleDeGroupe[] {
  const ligne = lignesAction[index];
  if (!ligne) return [];
  const axe =
    lignesAxe.length === 0
      ? ligne.action?.axe
      : ligne.ligneAxe === null
        ? undefined
        : lignesAxe[ligne.ligneAxe]?.axe?.numero;
  return [
    "total",
    ...(ligne.ligneAxe === null ? [] : [`ligne-${ligne.ligneAxe}` as const]),
    axe === undefined ? "sans-axe" : (`axe-${axe}` as const),
  ];
}

type EnCours = Groupe & { readonly entrees: Entree[] };

/** The groups of one table, by their rows, then year and column. */
class Groupes {
  private readonly parCle = new Map<CleDeGroupe, Map<number, Partial<Record<Colonne, EnCours>>>>();

  constructor(private readonly tableau: TableauBudgetaire) {
    let index = -1;
    let cles: readonly CleDeGroupe[] = [];
    indexEntries(tableau).all.forEach((entree) => {
      if (entree.kind !== "action") return;
      if (entree.index !== index) cles = clesDeLigne(tableau, (index = entree.index));
      cles.forEach((cle) => this.at(cle, entree.annee, entree.colonne).entrees.push(entree));
    });
  }

  at(cle: CleDeGroupe, annee: number, colonne: Colonne): EnCours {
    let parAnnee = this.parCle.get(cle);
    if (!parAnnee) this.parCle.set(cle, (parAnnee = new Map()));
    let groupes = parAnnee.get(annee);
    if (!groupes) parAnnee.set(annee, (groupes = {}));
    return (groupes[colonne] ??= { tableau: this.tableau, cle, annee, colonne, entrees: [] });
  }
}

const groupesOf = remember((tableau: TableauBudgetaire) => new Groupes(tableau));

/** Always the same object for the same group; empty where the table has no such row. */
export function groupeDe(tableau: TableauBudgetaire, cle: CleDeGroupe, annee: number, colonne: Colonne): Groupe {
  return groupesOf(tableau).at(cle, annee, colonne);
}
