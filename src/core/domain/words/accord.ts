// A number with its noun, as French agrees them: zero and one are singular.
import { formatNombre } from "./format";

export function accord(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNombre(count)} ${Math.abs(count) < 2 ? singular : plural}`;
}

/** What is counted, in both numbers, its participle in the singular, and its gender. */
export interface Compte {
  readonly un: string;
  readonly plusieurs: string;
  readonly participe: string;
  readonly feminin: boolean;
}

/** "12 montants sur 16 sont renseignés", "1 montant sur 16 est renseigné", "aucun montant sur 16 n’est renseigné". */
export function partSur(found: number, expected: number, { un, plusieurs, participe, feminin }: Compte): string {
  const accorde = `${participe}${feminin ? "e" : ""}`;
  const sur = `sur ${formatNombre(expected)}`;
  if (found === 0) return `${feminin ? "aucune" : "aucun"} ${un} ${sur} n’est ${accorde}`;
  return found < 2 ? `1 ${un} ${sur} est ${accorde}` : `${formatNombre(found)} ${plusieurs} ${sur} sont ${accorde}s`;
}
