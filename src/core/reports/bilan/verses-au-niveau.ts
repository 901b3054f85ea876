// What the State paid of an axe or of a whole year, where no payment is known action by action: shown in their sums.
import type { Known } from "../../domain/known";
import { RIEN, sumKnown } from "../../domain/values/known-montant";
import type { Dossier } from "../../domain/dossier";
import type { Montant } from "../../domain/values/montant";
import { unusedOf, type Ecriture } from "../../facts/ledger/ecriture";
import { TELLE_QUELLE } from "../../facts/lecture";
import { anneesVersees, type Versement } from "../../facts/ledger/versements-de-l-annee";

export interface VersesAuNiveau {
  /** Null where the axe's payments are those of its actions, or nobody knows them. */
  axe(numero: number): Known<Montant> | null;
  /** Of the whole year, where it was paid so. */
  readonly annee: Known<Montant> | null;
}

const readAll = (parts: readonly Versement[]): Known<Montant> => sumKnown(parts.map(({ read }) => read(TELLE_QUELLE)));

export function versesAuNiveau(dossier: Dossier, annee: number): VersesAuNiveau {
  const { parts = [], deListe } = anneesVersees(dossier).find((year) => year.annee === annee) ?? {};
  const whole = parts.find(({ ligne: { place } }) => place.axe === undefined && place.action === undefined);
  const isByAxe = parts.some(({ ligne: { place } }) => place.axe !== undefined && place.action === undefined);
  // A list that names axes names all that was paid; a table that shows an axe says nothing of the others.
  return {
    annee: whole ? readAll([whole]) : null,
    axe: (numero) => {
      if (whole || !isByAxe) return null;
      const own = parts.filter(({ ligne }) => ligne.place.axe === numero);
      return own.length > 0 ? readAll(own) : deListe ? RIEN : null;
    },
  };
}

/** With what was paid at its own level in the place of the sum of its parts, which nobody knows. */
export function avecVerse<E extends Ecriture>(ecriture: E, verse: Known<Montant> | null): E {
  if (verse === null || verse.value === null || ecriture.verse.value !== null) return ecriture;
  const isOpen = ecriture.nonUtilise.reason === "not-closed";
  const nonUtilise = isOpen ? ecriture.nonUtilise : unusedOf(verse, ecriture.execute.etat);
  return { ...ecriture, verse, nonUtilise, verseAuNiveau: true };
}

/** The payments of some years in the place of those of their actions, where one of them is known at its own level alone. */
export function cumulAvecVerse(cumul: Ecriture, years: readonly Ecriture[]): Ecriture {
  if (!years.some(({ verseAuNiveau }) => verseAuNiveau)) return cumul;
  return {
    ...cumul,
    verse: sumKnown(years.map(({ verse }) => verse)),
    nonUtilise: sumKnown(years.map(({ nonUtilise }) => nonUtilise)),
    verseAuNiveau: true,
  };
}
