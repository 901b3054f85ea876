// The amounts that a sum runs over: of all the action rows of a table, of those under one heading, or of one axe.
import { indexEntries, type Entree } from "./amount-entries";
import type { Colonne, TableauBudgetaire } from "../dossier";
import { remember } from "../remember";

/** The rows of a group: "total", the heading that they stand under by its index, or the contract's axe by its number. */
export type CleDeGroupe = "total" | `ligne-${number}` | `axe-${number}`;

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
    ...(axe === undefined ? [] : [`axe-${axe}` as const]),
  ];
}

const groupesOf = remember((tableau: TableauBudgetaire) => {
  const groupes = new Map<string, Groupe & { readonly entrees: Entree[] }>();
  const at = (cle: CleDeGroupe, annee: number, colonne: Colonne) => {
    const key = `${cle}/${annee}/${colonne}`;
    let groupe = groupes.get(key);
    if (!groupe) groupes.set(key, (groupe = { tableau, cle, annee, colonne, entrees: [] }));
    return groupe;
  };
  for (const entree of indexEntries(tableau).all) {
    if (entree.kind !== "action") continue;
    for (const cle of clesDeLigne(tableau, entree.index)) at(cle, entree.annee, entree.colonne).entrees.push(entree);
  }
  return at;
});

/** Always the same object for the same group; empty where the table has no such row. */
export function groupeDe(tableau: TableauBudgetaire, cle: CleDeGroupe, annee: number, colonne: Colonne): Groupe {
  return groupesOf(tableau)(cle, annee, colonne);
}
