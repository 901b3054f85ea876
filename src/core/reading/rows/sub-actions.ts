// Which sub-action of the contract a row under its action is: by its number, its words, or the operator that has one alone.
import type { Action, SousAction } from "../../contract/convention";
import { foldLabel, foldText } from "../../domain/words/label";

const PREFIX = /^(?:sous ?-? ?action|volet|operation)s? *(?:n ?° ?)?/;

/** "1.1", "1.1 Accueil de jour", "1.a) Accueil": the number alone, or before words. */
const bearsNumber = (said: string, numero: string): boolean =>
  said.startsWith(numero) && !/^[.-]?[\p{L}\p{N}]/u.test(said.slice(numero.length));

/** Null where the row names none of them, or two. */
export function sousActionOf(text: string, { sousActions = [], operateurs = [] }: Action): SousAction | null {
  if (sousActions.length + operateurs.length === 0) return null;
  const said = foldText(text).replace(PREFIX, "");
  const words = foldLabel(text);
  const named =
    sousActions.find(({ numero }) => bearsNumber(said, foldText(numero))) ??
    sousActions.find(({ intitule }) => [words, said].includes(foldLabel(intitule)));
  if (named) return named;
  const [own, other] = sousActions.filter(({ operateur }) => operateur !== undefined && foldText(operateur) === said);
  if (own) return other ? null : own;
  const operateur = operateurs.find((nom) => foldText(nom) === said);
  return operateur === undefined ? null : { numero: operateur, intitule: operateur };
}
