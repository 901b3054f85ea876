// The totals that a recapitulation shows away from their actions, with the rows of the table that each should add.
import type { Colonne, Dossier, MontantCell, TableauBudgetaire } from "../../domain/dossier";
import { cite, typographie } from "../../domain/words/typographie";
import type { TableMontants } from "./amount-tables";
import { COLONNES, describe, LIGNE_TOTAL, locate, nameAxeRows, type Ligne } from "./budget-lines";
import { BUDGET, EXECUTION } from "./demandes";
import { groupeDe, type CleDeGroupe, type Groupe } from "./groupes";
import { showsColumn } from "./sums";

export interface TableRecap extends TableMontants {
  readonly key: string;
  /** The table whose actions it adds. */
  readonly source: TableauBudgetaire;
  /** "tableau budgétaire". */
  readonly nomSource: string;
}

export function recapTables({
  budget,
  execution,
  recapitulatifs = [],
}: Pick<Dossier, "budget" | "execution" | "recapitulatifs">): TableRecap[] {
  return recapitulatifs.flatMap(({ de, tableau }, index): TableRecap[] => {
    const source = de === "budget" ? budget : execution;
    if (!source) return [];
    const nom = typographie(`Récapitulatif de la feuille ${cite(tableau.range.sheet)}`);
    const key = index === 0 ? "recapitulatif" : `recapitulatif-${index + 1}`;
    return [{ tableau, nom, key, source, nomSource: de === "budget" ? BUDGET : EXECUTION }];
  });
}

export interface SommeRecapitulee {
  readonly place: string;
  readonly subject: ReturnType<typeof locate>["subject"];
  readonly key: string;
  readonly cell: MontantCell;
  /** Of one column, or of both parts where the table has no total; null where it has nothing of them. */
  readonly groupes: readonly Groupe[] | null;
  /** The rows that may be of this axe too: nothing tells which is theirs. */
  readonly sansAxe: readonly Groupe[];
}

/** The rows of axes, or the TOTAL; a row of sums may sum some columns only. */
export function* recapSums(
  { convention }: Pick<Dossier, "convention">,
  { tableau, nom, key, source }: TableRecap,
  rang: "axe" | "total",
): Generator<SommeRecapitulee> {
  for (const { ligne, cle, montants } of rang === "axe" ? axesOf(tableau) : totalOf(tableau)) {
    const columns = COLONNES.filter((colonne) => showsColumn(montants, colonne));
    for (const [annee, cells] of montants) {
      if (!convention.annees.some((year) => year.annee === annee)) continue;
      for (const colonne of columns) {
        const cell = cells[colonne];
        if (!cell) continue;
        const located = locate(ligne, annee, colonne);
        const groupes = cle === null ? null : groupesDe(source, cle, annee, colonne);
        yield {
          place: `${nom}, ${describe(convention, ligne, annee, colonne)}`,
          subject: located.subject,
          key: located.key === undefined ? key : `${located.key}-${key}`,
          cell,
          groupes,
          sansAxe:
            rang === "axe" ? (groupes ?? []).map((each) => groupeDe(source, "sans-axe", annee, each.colonne)) : [],
        };
      }
    }
  }
}

interface LigneDeRecap {
  readonly ligne: Ligne;
  /** Null for an axe that the contract does not have. */
  readonly cle: CleDeGroupe | null;
  readonly montants: NonNullable<TableauBudgetaire["total"]>["montants"];
}

const axesOf = ({ lignesAxe }: TableauBudgetaire): readonly LigneDeRecap[] =>
  nameAxeRows(lignesAxe).flatMap((ligne) => {
    const { axe, sousTotal } = ligne.ligne;
    return sousTotal ? [{ ligne, cle: axe && (`axe-${axe.numero}` as const), montants: sousTotal.montants }] : [];
  });

/** Where other rows stand among the axes, the TOTAL adds them too. */
const totalOf = ({ total, lignesAction }: TableauBudgetaire): readonly LigneDeRecap[] =>
  total && lignesAction.length === 0 ? [{ ligne: LIGNE_TOTAL, cle: "total", montants: total.montants }] : [];

function groupesDe(
  source: TableauBudgetaire,
  cle: CleDeGroupe,
  annee: number,
  colonne: Colonne,
): readonly Groupe[] | null {
  const of = (one: Colonne): Groupe => groupeDe(source, cle, annee, one);
  const own = of(colonne);
  if (own.entrees.length > 0) return [own];
  const parts = colonne === "total" ? [of("etat"), of("collectivite")] : [];
  return parts.length > 0 && parts.every(({ entrees }) => entrees.length > 0) ? parts : null;
}
