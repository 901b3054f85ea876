// The amounts that a sum runs over: of all the action rows of a table, of those under one heading, or of one axe.
import { indexEntries, type Entree } from "./amount-entries";
import type { Colonne, LigneAction, TableauBudgetaire } from "../../domain/dossier";
import { remember } from "../../domain/remember";

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

/** Its amounts are looked up once somebody asks for them: most groups are only told apart. */
class GroupeDeLignes implements Groupe {
  private own: readonly Entree[] | null = null;

  constructor(
    readonly tableau: TableauBudgetaire,
    readonly cle: CleDeGroupe,
    readonly annee: number,
    readonly colonne: Colonne,
    private readonly lignes: readonly number[],
  ) {}

  get entrees(): readonly Entree[] {
    return (this.own ??= this.list());
  }

  private list(): readonly Entree[] {
    const column = indexEntries(this.tableau).ofActions(this.annee, this.colonne);
    const entrees: Entree[] = [];
    this.lignes.forEach((index) => {
      const entree = column[index];
      if (entree) entrees.push(entree);
    });
    return entrees;
  }
}

type ParColonne = Partial<Record<Colonne, Groupe>>;

/** The groups of one table, by their rows, then year and column. */
class Groupes {
  private readonly parCle = new Map<CleDeGroupe, Map<number, ParColonne>>();
  private readonly lignes = new Map<CleDeGroupe, number[]>();

  constructor(private readonly tableau: TableauBudgetaire) {
    let before: LigneAction | null = null;
    let lists: readonly number[][] = [];
    tableau.lignesAction.forEach((ligne, index) => {
      // Rows of one axe stand together.
      const isBeside = before?.ligneAxe === ligne.ligneAxe && before.action?.axe === ligne.action?.axe;
      if (!isBeside) lists = clesDeLigne(tableau, index).map((cle) => this.listOf(cle));
      for (const list of lists) list.push(index);
      before = ligne;
    });
  }

  private listOf(cle: CleDeGroupe): number[] {
    let list = this.lignes.get(cle);
    if (!list) this.lignes.set(cle, (list = []));
    return list;
  }

  at(cle: CleDeGroupe, annee: number, colonne: Colonne): Groupe {
    let parAnnee = this.parCle.get(cle);
    if (!parAnnee) this.parCle.set(cle, (parAnnee = new Map()));
    let groupes = parAnnee.get(annee);
    if (!groupes) parAnnee.set(annee, (groupes = {}));
    return (groupes[colonne] ??= new GroupeDeLignes(this.tableau, cle, annee, colonne, this.lignes.get(cle) ?? []));
  }
}

const groupesOf = remember((tableau: TableauBudgetaire) => new Groupes(tableau));

/** Always the same object for the same group; empty where the table has no such row. */
export function groupeDe(tableau: TableauBudgetaire, cle: CleDeGroupe, annee: number, colonne: Colonne): Groupe {
  return groupesOf(tableau).at(cle, annee, colonne);
}
