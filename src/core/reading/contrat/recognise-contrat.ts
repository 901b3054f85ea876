// Which of the known contracts a workbook without a sheet « Contrat » is about: the one of which most stands in it, where no other comes near.
import type { Convention } from "../../contract/convention";
import { estMemeContrat } from "../../contract/signed/meme-contrat";
import { remember } from "../../domain/remember";
import type { RawSheet, RawWorkbook } from "../../workbook-port";
import { chercherContrat, compareIndices, prevaut, type Indices } from "./indices";
import { releverFeuilles } from "./releve";

/** The contracts that are known, and among them the one that the workbook's file is named after. */
export interface ContratsDUnDossier {
  readonly connus: readonly [Convention, ...Convention[]];
  readonly nomme: Convention | null;
}

/** One contract, or several of which the workbook tells; the first serves where it tells nothing. */
export type Contrats = Convention | readonly [Convention, ...Convention[]] | ContratsDUnDossier;

export interface Reconnu {
  /** What the workbook is read with. */
  readonly convention: Convention;
  /** Which of these the workbook follows is to be asked; none where it is clear. */
  readonly candidats: readonly Indices[];
  /** Several were known, so that shared labels alone prove nothing. */
  readonly parmi: boolean;
}

type Connus = readonly [Convention, ...Convention[]];

/** A definition of the folder stands before the product's own of the same contract; another contract under its identifier stays. */
const sansDoubles = remember(([first, ...others]: Connus): Connus => {
  const kept: [Convention, ...Convention[]] = [first];
  for (const one of others) if (!kept.some((each) => estMemeContrat(each, one))) kept.push(one);
  return kept;
});

export function contratsConnus(contrats: Contrats): Connus {
  return sansDoubles("connus" in contrats ? contrats.connus : "actions" in contrats ? [contrats] : contrats);
}

/** A sheet « Contrat » of the workbook, and its avenants, are for later: they say more than any of these. */
export function recogniseContrat(raw: RawWorkbook, contrats: Contrats): Reconnu {
  const known = contratsConnus(contrats);
  const [first, another] = known;
  const nomme = "connus" in contrats ? contrats.nomme : null;
  if (!another) return { convention: first, candidats: [], parmi: false };
  const releve = releverFeuilles(raw.sheets);
  const found = known.map((convention) => chercherContrat(convention, releve)).sort(compareIndices);
  const [best] = found;
  if (!best) return { convention: first, candidats: [], parmi: true };
  if (nomme) {
    const own = found.find(({ convention }) => estMemeContrat(convention, nomme));
    // The file's name settles what is near, and is asked about where another contract stands there plainly.
    const isContradicted = own !== undefined && own !== best && prevaut(best, own);
    return { convention: nomme, candidats: isContradicted ? [own, best] : [], parmi: true };
  }
  const near = found.filter((one) => one !== best && !prevaut(best, one));
  if (best.nommees + best.trouves === 0) return { convention: first, candidats: [], parmi: true };
  return { convention: best.convention, candidats: near.length > 0 ? [best, ...near] : [], parmi: true };
}

/** Known contracts that stand in a workbook's tables so much more than the one that its own sheet or seal gives. */
export function contredisent(
  sheets: readonly RawSheet[],
  convention: Convention,
  contrats: Contrats,
): readonly Indices[] {
  const others = contratsConnus(contrats).filter((other) => !estMemeContrat(other, convention));
  if (others.length === 0) return [];
  const releve = releverFeuilles(sheets);
  const own = chercherContrat(convention, releve);
  const found = others.map((other) => chercherContrat(other, releve)).sort(compareIndices);
  const [best] = found;
  return found.filter((other) => prevaut(other, own) && (other === best || (best && !prevaut(best, other))));
}
