// Whether two definitions are of one contract, whatever identifier they bear: the parties that signed it, and for which years.
import type { Convention } from "../convention";
import { remember } from "../../domain/remember";
import { foldText } from "../../domain/words/label";

/** A dash within a name is a space: "Côte-d’Or", "Côte d’Or". */
export const foldNom = (texte: string): string => foldText(texte).replace(/(?<=\p{L})-(?=\p{L})/gu, " ");

type Identite = Pick<Convention, "id" | "collectivite" | "periode">;

/** Of a folder each contract is held against every other, for each workbook. */
const nomFolded = remember(({ nom }: Identite["collectivite"]): string => foldNom(nom));

const hasSameParty = (left: Identite, right: Identite): boolean =>
  nomFolded(left.collectivite) === nomFolded(right.collectivite);

/** The end may have been changed by an avenant, or by who changed the contract: years in common are enough. */
const hasSameYears = ({ periode: left }: Identite, { periode: right }: Identite): boolean =>
  left.debut <= right.fin && right.debut <= left.fin;

export const estMemeContrat = (left: Identite, right: Identite): boolean =>
  hasSameParty(left, right) && hasSameYears(left, right);

/** Of those that are known, the one that a workbook names, by its identifier or by its parties and its years; null for none. */
export function trouverContrat<Known extends Identite>(cherche: Identite, connus: readonly Known[]): Known | null {
  return (
    connus.find((known) => known.id === cherche.id && estMemeContrat(known, cherche)) ??
    connus.find((known) => estMemeContrat(known, cherche)) ??
    connus.find(({ id }) => id === cherche.id) ??
    null
  );
}
