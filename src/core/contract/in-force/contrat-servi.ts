// One French sentence on which contract serves, at which date, and which avenants amend it.
import { formatDate, formatListe, NBSP } from "../../domain/words/format";

/** Where the contract comes from, and the numbers of the avenants in force. */
interface ContratServi {
  readonly source: "workbook" | "built-in" | "given";
  readonly avenants: readonly number[];
}

const CONTRACT_NAMES: Readonly<Record<ContratServi["source"], string>> = {
  workbook: `contrat de la feuille «${NBSP}Contrat${NBSP}»`,
  "built-in": "contrat signé",
  given: "contrat donné à la vérification",
};

/** "Situation au 24/11/2026, contrat signé, modifié par l’avenant n° 1". */
export function describeContract({
  contract,
  asOf,
}: {
  readonly contract: ContratServi;
  readonly asOf: string;
}): string {
  const { avenants } = contract;
  const names = `${avenants.length === 1 ? "l’avenant" : "les avenants"} n°${NBSP}${formatListe(avenants.map(String))}`;
  const amended = avenants.length === 0 ? "sans avenant" : `modifié par ${names}`;
  return `Situation au ${formatDate(asOf)}, ${CONTRACT_NAMES[contract.source]}, ${amended}`;
}
