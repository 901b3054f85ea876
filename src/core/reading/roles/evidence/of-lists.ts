// What speaks for what a list of dated amounts is: payments of the State for a year, or what somebody else was paid.
import type { Convention } from "../../../contract/convention";
import type { ListeVersements } from "../../../domain/dossier";
import { sumKnown } from "../../../domain/values/known-montant";
import { cite } from "../../../domain/words/typographie";
import type { ListSays } from "./says";
import type { Told } from "./weigh";

export interface ListAsked {
  readonly list: ListeVersements;
  readonly convention: Convention;
}

type Says = readonly Told<ListSays>[];

/** To the centime. */
export function creditedYear({ list: { lignes }, convention: { creditsEtat } }: ListAsked): Says {
  const sum = sumKnown(lignes.map(({ montant }) => montant.known)).value;
  const annee = sum === null ? undefined : creditsEtat.find(({ montant }) => montant === sum)?.annee;
  if (annee === undefined) return [];
  return [{ says: { year: annee, aside: false }, clause: `leur somme est celle des crédits de l’État de ${annee}` }];
}

export function wordsOfOthers({ list: { aDAutres } }: ListAsked): Says {
  if (aDAutres === undefined) return [];
  const clause = `${cite(aDAutres)} parle de ce qui est payé à d’autres, non de ce que l’État verse`;
  return [{ says: { aside: true }, clause }];
}
