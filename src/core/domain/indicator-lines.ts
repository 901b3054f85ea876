// The rows of an indicator table with the identity and the name that findings give them.
import { nameAction } from "./budget-lines";
import type { Action, Convention, Indicateur, Valeur } from "./convention";
import type { LigneIndicateur, TableauIndicateurs } from "./dossier";
import { cite, slug } from "./typographie";

export interface IndicateurNomme {
  readonly ligne: LigneIndicateur;
  readonly place: { readonly axe?: number; readonly action?: number; readonly indicator?: number };
  /** Tells it apart from another row of the same place. */
  readonly key?: string;
  /** "Action 5 – indicateur 2", "Action 5 – « Nombre de… »". */
  readonly nom: string;
  /** The action of the contract that the row stands under. */
  readonly under: Action | null;
  /** False when it stands under another action than the contract's. */
  readonly isInPlace: boolean;
}

export function nameIndicateur(action: Action, { numero }: Indicateur): string {
  return `${nameAction(action)} – indicateur ${numero}`;
}

/** The action of each indicator of the contract. */
export function ownersOf(convention: Convention): ReadonlyMap<Indicateur, Action> {
  return new Map(
    convention.actions.flatMap((action) => action.indicateurs.map((indicateur) => [indicateur, action] as const)),
  );
}

export function nameIndicatorRows(convention: Convention, table: TableauIndicateurs): IndicateurNomme[] {
  const owners = ownersOf(convention);
  const ranks = new Map<string, number>();
  return table.lignesIndicateur.map((ligne) => {
    const heading = ligne.ligneAction === null ? null : (table.lignesAction[ligne.ligneAction] ?? null);
    const under = heading?.action ?? null;
    const owner = ligne.indicateur ? (owners.get(ligne.indicateur) ?? null) : null;
    const action = owner ?? under;
    const known = owner && ligne.indicateur ? { owner, indicateur: ligne.indicateur } : null;
    const place = {
      ...(action && { axe: action.axe, action: action.numero }),
      ...(known && { indicator: known.indicateur.numero }),
    };
    const label = cite(ligne.label.text);
    const base = known ? null : `indicateur-${slug(ligne.label.text)}`;
    const nom = known
      ? nameIndicateur(known.owner, known.indicateur)
      : action
        ? `${nameAction(action)} – ${label}`
        : `Indicateur ${label}`;
    const rank = (ranks.get(nom) ?? 0) + 1;
    ranks.set(nom, rank);
    const key = [base, rank > 1 ? `ligne-${rank}` : null].filter((part) => part !== null).join("-");
    return {
      ligne,
      place,
      nom: rank > 1 ? `${nom} (${rank}e ligne)` : nom,
      ...(key && { key }),
      under,
      isInPlace: heading === null || owner === null || under === owner,
    };
  });
}

/** The contract's target of a year: "nd" where it is left to be set, null where the contract has none. */
export function contractTarget(indicateur: Indicateur, annee: number): Valeur | null {
  return indicateur.cibles.find((cible) => cible.annee === annee)?.valeur ?? null;
}
