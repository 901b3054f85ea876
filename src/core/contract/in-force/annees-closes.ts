// The years of the contract whose figures are due: local accounts take entries of a year for a month after its end.
import type { Convention, Echeance } from "../convention";
import { decaler } from "../../domain/values/jours";
import { formatDate } from "../../domain/words/format";

interface Situation {
  readonly convention: Convention;
  readonly asOf: string;
}

/** Days after the end of a year before its figures are due, unless the parties set another number. */
const DELAI = 31;

/** The day from which its figures are due. */
export const exigibleLe = ({ reglages }: Pick<Convention, "reglages">, { fin }: { readonly fin: string }): string =>
  decaler(fin, (reglages.joursDeCloture ?? DELAI) + 1);

/** A year is closed once its figures are due; the period of the contract too. */
export const isClosed = (
  convention: Pick<Convention, "reglages">,
  year: { readonly fin: string },
  asOf: string,
): boolean => asOf >= exigibleLe(convention, year);

/**
 * What the contract asks for each year without dating it, set at the year's end, is due when the figures of the year
 * are: nobody is late before.
 */
export function echeanceAttendue({ annees, reglages }: Convention, echeance: Echeance): Echeance {
  const { reglage, avenantPour, date, genre = "obligation" } = echeance;
  if (reglage !== true || avenantPour !== undefined || genre !== "obligation") return echeance;
  const year = annees.find(({ fin }) => fin === date);
  return year ? { ...echeance, date: exigibleLe({ reglages }, year) } : echeance;
}

/** In the contract's order; says so when there is none yet, for nothing checked is nothing passed. */
export function closedYears({ convention, asOf }: Situation, notCheckable: (reason: string) => void): number[] {
  const years = convention.annees.filter((year) => isClosed(convention, year, asOf)).map(({ annee }) => annee);
  if (years.length === 0) {
    const ended = convention.annees.find(({ fin }) => fin < asOf);
    const until = ended
      ? ` : les chiffres de ${ended.annee} sont attendus le ${formatDate(exigibleLe(convention, ended))}`
      : "";
    notCheckable(`Aucune année du contrat n’est close au ${formatDate(asOf)}${until}.`);
  }
  return years;
}
