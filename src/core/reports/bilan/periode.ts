// The years that a report covers: those asked for, or those of the contract's mid-term report.
import type { Convention } from "../../contract/convention";
import { isRapport } from "../../domain/contrat/echeances";
import { foldText } from "../../domain/words/label";
import { typographie } from "../../domain/words/typographie";

/** First and last year of the contract, inclusive. */
export interface Periode {
  readonly debut: number;
  readonly fin: number;
}

/** "2024-2025", "2025". */
export function formatPeriode({ debut, fin }: Periode): string {
  return debut === fin ? `${debut}` : `${debut}-${fin}`;
}

function years({ annees }: Convention): readonly number[] {
  return annees.map(({ annee }) => annee);
}

/** The years of the contract within the period, in the contract's order. */
export function yearsOf(convention: Convention, { debut, fin }: Periode): readonly number[] {
  return years(convention).filter((annee) => annee >= debut && annee <= fin);
}

/** "2024-2025" or "2024 et 2025" in what the deadline of the report of execution is called. */
function namedPeriode(names: readonly string[]): Periode | null {
  for (const name of names) {
    const [, debut, fin] = /\b(20\d\d) ?(?:-|–|a|et) ?(20\d\d)\b/.exec(name) ?? [];
    if (debut !== undefined && fin !== undefined) return { debut: Number(debut), fin: Number(fin) };
  }
  return null;
}

/**
 * The period of the mid-term report: the years that its deadline names, else those that are over at that date,
 * else the first half of the contract's.
 */
export function periodeMiParcours(convention: Convention): Periode {
  const all = years(convention);
  const [first = 0] = all;
  const reports = convention.echeances.filter(isRapport);
  for (const { intitule, alias } of reports) {
    const named = namedPeriode([intitule, ...alias].map(foldText));
    if (named && all.includes(named.debut) && all.includes(named.fin) && named.debut <= named.fin) return named;
  }
  for (const { date } of reports) {
    const over = convention.annees.filter(({ fin }) => fin < date).map(({ annee }) => annee);
    const last = over.at(-1);
    if (last !== undefined) return { debut: first, fin: last };
  }
  return { debut: first, fin: all[Math.ceil(all.length / 2) - 1] ?? first };
}

/** All the years of the contract. */
export function periodeContrat(convention: Convention): Periode {
  const all = years(convention);
  return { debut: all[0] ?? 0, fin: all.at(-1) ?? 0 };
}

/** French sentence when the contract does not have these years; null when it does. */
export function refusePeriode(convention: Convention, { debut, fin }: Periode): string | null {
  const all = years(convention);
  if (debut <= fin && all.includes(debut) && all.includes(fin)) return null;
  const asked = formatPeriode({ debut, fin });
  const whole = formatPeriode({ debut: all[0] ?? 0, fin: all.at(-1) ?? 0 });
  return typographie(
    `La période ${asked} n’est pas dans le contrat, qui va de ${all[0]} à ${all.at(-1)} : demandez une de ces années, ou une suite d’années comme ${whole}.`,
  );
}
