// Which avenant fixed a figure of the contract in force, and the sentence that says so.
import { FIN, prendEffet } from "./avenant";
import { moisAvantLaFin } from "./dates-derivees";
import type { Avenant, Echeance } from "../convention";
import { estFerme, type Chiffre, type EnVigueur } from "./fermete";
import { formatDate, NBSP } from "../../domain/words/format";

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
export function avenantQuiDate({ convention, avenants }: EnVigueur, echeance: Echeance, asOf: string): Avenant | null {
  const { id } = echeance;
  const suit = moisAvantLaFin(echeance, convention.periode.fin) !== null;
  const isDating = (sur: string): boolean => sur === `echeances/${id}/date` || (suit && sur === FIN);
  const dates = (avenant: Avenant): boolean =>
    (avenant.echeancesNouvelles ?? []).some((added) => added.id === id) ||
    (avenant.modifications ?? []).some(
      (each) => isDating(each.sur) && each.valeur !== null && prendEffet(avenant, each, asOf),
    );
  return [...avenants].reverse().find(dates) ?? null;
}

/** "l’avenant n° 2 du 12/03/2026". */
export function nameAvenant({ numero, signeLe }: Avenant): string {
  return `l’avenant n°${NBSP}${numero} du ${formatDate(signeLe)}`;
}

/** " Montants 2026 fixés par l’avenant n° 2 du 12/03/2026.", to end a message with; empty where no avenant does. */
export function sourceDuChiffre(enVigueur: EnVigueur, chiffre: Chiffre): string {
  const avenant = avenantDeLAnnee(enVigueur.avenants, chiffre);
  if (!avenant) return "";
  const what = chiffre.kind === "cible" ? "Cible" : "Montants";
  const verb = chiffre.kind === "cible" ? "fixée" : estFerme(enVigueur, chiffre) ? "fixés" : "prévus";
  return ` ${what} ${chiffre.annee} ${verb} par ${nameAvenant(avenant)}.`;
}
