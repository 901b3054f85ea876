// What speaks for which axe a heading is: its number, and where the contract puts the actions under it.
import type { Axe } from "../../../contract/convention";
import type { RowSays } from "./says";
import type { Told } from "./weigh";

export interface AxeAsked {
  readonly numbered: Axe;
  /** The axe, in the contract, of each action of the contract that stands under it. */
  readonly under: readonly number[];
  readonly axes: readonly Axe[];
}

type Says = readonly Told<RowSays>[];

export const number = ({ numbered: { intitule, numero } }: AxeAsked): Says => [
  { says: { row: intitule }, clause: `elle porte le numéro de l’axe ${numero}` },
];

/** Where all of them are of one. */
export function actions({ under, axes }: AxeAsked): Says {
  const of = axes.find(({ numero }) => under.every((one) => one === numero));
  if (!of) return [];
  return [{ says: { row: of.intitule }, clause: `ses actions sont au contrat celles de l’axe ${of.numero}` }];
}
