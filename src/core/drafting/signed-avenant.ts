// What an avenant says that no contract says: which article it changes, and the new amounts of one action; its sentences are read as those of a contract.
import { candidat, type Candidat } from "./candidates";
import { amountsIn, yearsIn } from "./signed-amounts";
import type { Phrase } from "./signed-sentences";
import type { Vocabulaire } from "./who-and-what";
import type { NumeroAction } from "../domain/values/numero-action";
import { NUMERO, numeroAction } from "../domain/values/numero-action";

const OLD_AMOUNT = String.raw`\d[\d .,]{0,20}(?:k ?€|€|%|euros?)`;
/** "porté de 100 000 € à 120 000 €", "120 000 € au lieu de 100 000 €": the old amount is none of the new contract. */
const OLD = new RegExp(String.raw`\bde ${OLD_AMOUNT} (?=a \d)|,? ?au lieu de ${OLD_AMOUNT}`, "g");

const asOfContract = (plie: string): string =>
  plie.replace(/\b(?:present|dit) avenant\b/g, "present contrat").replace(OLD, "");

/** As the contract would say it: "le présent avenant" is then no other act. */
export const commeAuContrat = (phrase: Phrase): Phrase => ({
  ...phrase,
  plie: asOfContract(phrase.plie),
  avant: asOfContract(phrase.avant),
  precedente: asOfContract(phrase.precedente),
});

const NUMBER = String.raw`(\d+(?:\.\d+)*|premier|1er)`;
const CHANGED = new RegExp(
  String.raw`\b(?:l'|d'un |un |a l'|de l'|par l')?article ${NUMBER}\b[^.;:]{0,120}?\b(?:est|sont) (?:ainsi |desormais )?(?:modifie|remplace|complete|abroge|supprime|redige)|\b(?:modifi|remplac|complet|abrog)\p{L}+ (?:les dispositions de )?l'article ${NUMBER}`,
  "gu",
);

/** The articles of the contract that it changes: "2.2, 4". Empty where it names none. */
export function articlesChanges(phrases: readonly Phrase[]): string {
  const found = phrases.flatMap(({ plie, titre }) =>
    [...`${plie} ; ${titre}`.matchAll(CHANGED)].map(({ 1: left, 2: right }) => left ?? right ?? ""),
  );
  return [...new Set(found.map((number) => (/^(?:premier|1er)$/.test(number) ? "1" : number)))].join(", ");
}

export interface MontantDeLAction {
  readonly action: NumeroAction;
  readonly annee: number;
  readonly partie: "etat" | "collectivite";
  readonly montant: number;
}

const ACTION = new RegExp(String.raw`(?<!sous-)\bactions? (?:n ?[°o]? ?)?(${NUMERO})(?![\p{L}\d])`, "gu");

/** "La part de l’État de l’action 3 est portée à 15 000 € en 2025." */
export function readActionAmounts(
  phrases: readonly Phrase[],
  words: Vocabulaire,
): readonly Candidat<MontantDeLAction>[] {
  return phrases.flatMap((phrase) => {
    const { plie, avant, partie } = phrase;
    if (partie !== "article") return [];
    const numbers = (text: string): NumeroAction[] => [
      ...new Set([...text.matchAll(ACTION)].flatMap(([, number = ""]) => numeroAction(number) ?? [])),
    ];
    const years = (text: string): number[] => [...new Set(yearsIn(text).map(({ valeur }) => valeur))];
    const own = <Value>(read: (text: string) => Value[]): Value[] => (read(plie).length > 0 ? read(plie) : read(avant));
    const [action, ...otherActions] = own(numbers);
    const [annee, ...otherYears] = own(years);
    if (action === undefined || annee === undefined || otherActions.length + otherYears.length > 0) return [];
    let from = 0;
    return amountsIn(plie).flatMap(({ valeur: montant, at, end }) => {
      const qui = words.dernier(plie.slice(from, at)) ?? words.premier(plie.slice(end)) ?? words.premier(avant);
      from = end;
      if (qui !== "etat" && qui !== "collectivite") return [];
      return [candidat({ action, annee, partie: qui, montant }, phrase, true)];
    });
  });
}
