// The amounts of one financing party other than the State and the local party: those under the headings that name it.
import type { Convention } from "../../contract/convention";
import { foldText } from "../../domain/words/label";
import type { YearFact } from "../fact";

/** Whether a text has one of these names in it, as whole words. */
export const nomme = (text: string, names: readonly string[]): boolean =>
  names.some((name) => ` ${foldText(text)} `.includes(` ${foldText(name)} `));

export function duFinanceur(
  { autresFinanceurs = [] }: Convention,
  financeur: string,
  facts: readonly YearFact[],
): readonly YearFact[] {
  const { motsColonne = [] } = autresFinanceurs.find(({ nom }) => nom === financeur) ?? {};
  const names = [financeur, ...motsColonne];
  return facts.filter(({ entete }) => entete !== undefined && nomme(entete, names));
}
