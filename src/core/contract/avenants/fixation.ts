// Which avenant fixed a figure of the contract in force, and the sentence that says so.
import type { Avenant, Colonne } from "../convention";
import { formatDate, NBSP } from "../../domain/words/format";

/** A figure of the contract in force. */
export type Chiffre =
  /** The State's amount for a year. */
  | { readonly kind: "credits"; readonly annee: number }
  /** The State's amount for an axe. */
  | { readonly kind: "repartition"; readonly annee: number; readonly axe: number }
  | { readonly kind: "montant"; readonly annee: number; readonly action: number; readonly colonne: Colonne }
  | { readonly kind: "cible"; readonly annee: number; readonly action: number; readonly indicateur: number };

function hasAmount(avenant: Avenant, { annee, action, colonne }: Extract<Chiffre, { kind: "montant" }>): boolean {
  const isNew = avenant.actionsNouvelles.some(({ numero }) => numero === action);
  const isEnded = avenant.actionsTerminees.some((ended) => ended.action === action && annee >= ended.aPartirDe);
  const isChanged = avenant.montants.some(
    (change) =>
      change.action === action && change.annee === annee && (colonne === "total" || change.partie === colonne),
  );
  return isNew || isEnded || isChanged;
}

function fixes(avenant: Avenant, chiffre: Chiffre): boolean {
  const { annee } = chiffre;
  switch (chiffre.kind) {
    case "credits":
      return avenant.creditsEtat.some((credit) => credit.annee === annee);
    case "repartition":
      return avenant.creditsEtat.some(
        (credit) => credit.annee === annee && credit.repartition?.some(({ axe }) => axe === chiffre.axe),
      );
    case "montant":
      return hasAmount(avenant, chiffre);
    case "cible": {
      const { action, indicateur } = chiffre;
      const isChanged = avenant.cibles.some(
        (cible) => cible.action === action && cible.indicateur === indicateur && cible.annee === annee,
      );
      const isNew = avenant.indicateursNouveaux.some(
        (nouveau) => nouveau.action === action && nouveau.numero === indicateur,
      );
      return isChanged || isNew || avenant.actionsNouvelles.some(({ numero }) => numero === action);
    }
  }
}

/** `avenants` are those in force, in the order of their signature; null where the signed contract itself fixes the figure. */
export function avenantQuiFixe(avenants: readonly Avenant[], chiffre: Chiffre): Avenant | null {
  return [...avenants].reverse().find((avenant) => fixes(avenant, chiffre)) ?? null;
}

/** The one that names the figure, else the one that fixed the State's amount of its year, and so made all of it firm. */
function avenantDeLAnnee(avenants: readonly Avenant[], chiffre: Chiffre): Avenant | null {
  const own = avenantQuiFixe(avenants, chiffre);
  if (own || chiffre.kind === "cible") return own;
  return avenantQuiFixe(avenants, { kind: "credits", annee: chiffre.annee });
}

/** `avenants` are those in force at that day; null where the contract or the parties date the deadline. */
export function avenantQuiDate(avenants: readonly Avenant[], id: string, asOf: string): Avenant | null {
  const dates = ({ signeLe, effetLe = signeLe, echeancesNouvelles = [], modifications = [] }: Avenant): boolean =>
    echeancesNouvelles.some((added) => added.id === id) ||
    (effetLe <= asOf && modifications.some(({ sur, valeur }) => sur === `echeances/${id}/date` && valeur !== null));
  return [...avenants].reverse().find(dates) ?? null;
}

/** "l’avenant n° 2 du 12/03/2026". */
export function nameAvenant({ numero, signeLe }: Avenant): string {
  return `l’avenant n°${NBSP}${numero} du ${formatDate(signeLe)}`;
}

/** " Montants 2026 fixés par l’avenant n° 2 du 12/03/2026.", to end a message with; empty where no avenant does. */
export function sourceDuChiffre(avenants: readonly Avenant[], chiffre: Chiffre): string {
  const avenant = avenantDeLAnnee(avenants, chiffre);
  if (!avenant) return "";
  const what = chiffre.kind === "cible" ? "Cible" : "Montants";
  const verb = chiffre.kind === "cible" ? "fixée" : "fixés";
  return ` ${what} ${chiffre.annee} ${verb} par ${nameAvenant(avenant)}.`;
}
