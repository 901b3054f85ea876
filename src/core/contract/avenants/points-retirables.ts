// What an avenant may take away from a contract, by the name that a line of the register gives it.
import { foldText } from "../../domain/words/label";
import { CHOSES } from "../clauses/choses";
import type { Chose } from "../clauses/chose";
import { cleDansLesMots, cleNommee } from "../clauses/clauses-nommees";
import { listChoses, listClauses, type ChoseDite } from "../clauses/list-clauses";
import { fill } from "../clauses/template";
import { isOuverte } from "../clauses/types-de-clause";
import type { Convention } from "../convention";

interface PointRetirable {
  readonly cle: string;
  readonly nom: string;
}

/** By its name where its number is only its rank: those after it will take that. */
export const cleDeRetrait = ({ chose: { retrait }, key, noms }: ChoseDite): string =>
  retrait?.cle === undefined ? key : (fill(retrait.cle, noms) ?? key);

/** Clauses that go as they are: a particular threshold, and what a definition may do without. */
const isWhole = (cle: string): boolean => cle.startsWith("cofinancement/seuils/") || isOuverte(cle);

/** Indicators and actions have lines of their own kind. */
export function pointsRetirables(convention: Convention): readonly PointRetirable[] {
  const things = listChoses(convention).flatMap((thing) => {
    const nom = thing.chose.retrait && fill(thing.chose.retrait.nom, thing.noms);
    return nom ? [{ cle: cleDeRetrait(thing), nom }] : [];
  });
  const stated = listClauses(convention).filter(({ key, setting }) => !setting && isWhole(key));
  return [...things, ...stated.map(({ key, label }) => ({ cle: key, nom: label }))];
}

const withParts = (chose: Chose): readonly Chose[] => [
  chose,
  ...chose.contient.flatMap((part) => ("contient" in part ? withParts(part) : [])),
];

const RETIRABLES = CHOSES.flatMap(withParts).flatMap(({ cle, retrait }) => (retrait ? [{ cle, ...retrait }] : []));

/** Null for words that name nothing that may go. */
export function clePointRetire(convention: Convention, text: string): string | null {
  const folded = foldText(text);
  const known = pointsRetirables(convention).find(({ nom }) => foldText(nom) === folded);
  if (known) return known.cle;
  const nommee = cleNommee(convention, text);
  if (nommee !== null && isWhole(nommee)) return nommee;
  // What an earlier avenant added, which the signed contract does not know.
  const said = text.trim().replace(/^financeur/iu, "Autre financeur");
  for (const { nom, cle } of RETIRABLES) {
    const key = cleDansLesMots(convention, said, nom, cle);
    if (key !== null) return key;
  }
  return null;
}

/** As a line names it; its key where the contract has it no more. */
export const nomDuPoint = (convention: Convention, cle: string): string =>
  pointsRetirables(convention).find((point) => point.cle === cle)?.nom ?? cle;
