// The dates that a contract derives from its end, such as the last day to denounce it: they follow the end that is in force.
import type { Convention, Echeance } from "../convention";
import { decalerDeMois } from "../../domain/values/jours";

/** No notice is longer. */
const MOIS = 24;

/** How many whole months before the end a right ends, or 0 for the end itself; null for a date of its own. */
export function moisAvantLaFin({ genre, date }: Echeance, fin: string): number | null {
  if (genre === "terme") return date === fin ? 0 : null;
  if (genre !== "droit") return null;
  for (let mois = 1; mois <= MOIS; mois += 1) if (decalerDeMois(fin, -mois) === date) return mois;
  return null;
}

/** With what followed from the former end following from the new one. */
export function suivreLaFin(convention: Convention, avant: string, fin: string): Convention {
  const echeances = convention.echeances.map((echeance) => {
    const mois = moisAvantLaFin(echeance, avant);
    return mois === null ? echeance : { ...echeance, date: decalerDeMois(fin, -mois) };
  });
  return { ...convention, echeances };
}
