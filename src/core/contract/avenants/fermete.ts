// Which figures are promised and which are only foreseen: the contract, or an avenant line by line, fixes a year or announces it.
import type { Avenant, Colonne, Convention, Credit } from "../convention";
import type { NumeroAction } from "../../domain/values/numero-action";

export type Statut = Convention["creditsEtat"][number]["statut"];

/** A figure of the contract in force. */
export type Chiffre =
  /** The State's amount for a year. */
  | { readonly kind: "credits"; readonly annee: number }
  /** The State's amount for an axe. */
  | { readonly kind: "repartition"; readonly annee: number; readonly axe: number }
  | { readonly kind: "montant"; readonly annee: number; readonly action: NumeroAction; readonly colonne: Colonne }
  | { readonly kind: "cible"; readonly annee: number; readonly action: NumeroAction; readonly indicateur: number };

type Annees = Convention["annees"];

/**
 * The year that an avenant is made for: the one in which it begins to count or, where it writes only later ones, the first of
 * those. What it writes for the years after it stays foreseen.
 */
function anneeVisee(avenant: Avenant, annees: Annees): number {
  const { signeLe, effetLe = signeLe, creditsEtat, montants, actionsNouvelles } = avenant;
  const begun = annees.filter(({ debut }) => debut <= effetLe).map(({ annee }) => annee);
  const written = [...creditsEtat, ...montants, ...actionsNouvelles.flatMap((action) => action.montants)];
  const first = written.length === 0 ? -Infinity : Math.min(...written.map(({ annee }) => annee));
  return Math.max(first, ...begun);
}

/** What a line says of itself; where it says nothing, the avenant fixes the years up to the one that it is made for. */
export function statutDe(
  avenant: Avenant,
  { annee, statut }: { readonly annee: number; readonly statut?: Statut | undefined },
  annees: Annees,
): Statut {
  return statut ?? (annee <= anneeVisee(avenant, annees) ? "ferme" : "provisionnel");
}

/** Once fixed, a year stays so until a line says in so many words that it is foreseen only. */
export function statutApres(
  before: Credit | undefined,
  avenant: Avenant,
  ligne: { readonly annee: number; readonly statut?: Statut | undefined },
  annees: Annees,
): Pick<Credit, "statut" | "fixePar"> {
  const isFixed = before?.statut === "ferme";
  const statut = ligne.statut ?? (isFixed ? "ferme" : statutDe(avenant, ligne, annees));
  const fixePar = isFixed ? before.fixePar : avenant.numero;
  return { statut, ...(statut === "ferme" && fixePar !== undefined && { fixePar }) };
}

/** Once the contract or an avenant has fixed the year's amounts. */
export function isFirm({ creditsEtat }: Pick<Convention, "creditsEtat">, annee: number): boolean {
  return creditsEtat.some((credit) => credit.annee === annee && credit.statut === "ferme");
}

/** The contract in force, and the avenants that made it, in the order of their signature. */
export interface EnVigueur {
  readonly convention: Convention;
  readonly avenants: readonly Avenant[];
}

/** What the avenants say of the very amount of an action; null where none of them promises it or takes its promise back. */
function statutPropre({ convention: { annees }, avenants }: EnVigueur, chiffre: Chiffre): Statut | null {
  if (chiffre.kind !== "montant") return null;
  const { annee, action, colonne } = chiffre;
  const isOf = (ligne: Avenant["montants"][number]): boolean =>
    ligne.action === action && ligne.annee === annee && (colonne === "total" || ligne.partie === colonne);
  for (const avenant of [...avenants].reverse()) {
    const isOver = avenant.actionsTerminees.some((end) => end.action === action && end.aPartirDe <= annee);
    const created = avenant.actionsNouvelles.filter(({ numero }) => numero === action);
    const lignes = [
      ...avenant.montants.filter(isOf),
      ...created.flatMap(({ montants }) => montants.filter((each) => each.annee === annee)),
    ];
    const statuts = lignes.map((ligne) => statutDe(avenant, ligne, annees));
    if (statuts.includes("ferme")) return "ferme";
    if (avenant.montants.some((ligne) => isOf(ligne) && ligne.statut === "provisionnel")) return "provisionnel";
    // That an action is over is no foreseen amount.
    if (isOver) return "ferme";
  }
  return null;
}

/** Whether a figure is promised: its own line says so, else its year does. */
export const estFerme = (enVigueur: EnVigueur, chiffre: Chiffre): boolean =>
  (statutPropre(enVigueur, chiffre) ?? (isFirm(enVigueur.convention, chiffre.annee) ? "ferme" : null)) === "ferme";

/** The avenant that fixed a year, the first of those that write it; null where the contract did, or nothing has yet. */
export function avenantQuiFerme({ convention: { creditsEtat }, avenants }: EnVigueur, annee: number): Avenant | null {
  const fixePar = creditsEtat.find((credit) => credit.annee === annee)?.fixePar;
  return avenants.find(({ numero }) => numero === fixePar) ?? null;
}
