// What was paid of an amount that the contract pays in instalments.
import type { Convention } from "../../contract/convention";
import { direVersement, echelonAttendu, echelonsDe } from "../../contract/in-force/versements";
import type { Montant } from "../../domain/values/montant";
import { formatPart } from "../../domain/words/format";

interface Paid {
  readonly found: Montant;
  readonly expected: Montant;
  readonly asOf: string;
  /** In centimes: as many amounts were rounded. */
  readonly tolerance?: number;
}

/** Null where the contract pays at once. */
export function jugerEchelons(convention: Convention, annee: number, { found, expected, asOf, tolerance }: Paid) {
  const echelons = echelonsDe(convention, annee, expected, asOf);
  if (!echelons) return null;
  const attendu = echelonAttendu(echelons, found, tolerance);
  if (attendu === null) return "tenu";
  const said = echelons.versements.map((each) => direVersement(each, formatPart)).join(", puis ");
  return {
    message: "echelonne",
    figures: { unit: "montant", found, expected: attendu },
    data: { echelons: said },
  } as const;
}
