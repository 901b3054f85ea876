// What a definition was drawn from: by it a workbook is known again that would only be held against itself.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { formatCellRef } from "xlsx-model/cell-ref";
import type { ContratSigne, TableauBudgetaire } from "../dossier";
import { foldText } from "../words/label";
import { cite, typographie } from "../words/typographie";
import type { Convention } from "../../contract/convention";

export type Origine = NonNullable<Convention["origine"]>;

const hash = (lines: readonly string[]): string => bytesToHex(sha256(utf8ToBytes(lines.join("\n"))));

/** Made of the labels of the workbook and their places: it stays the same while figures are changed. */
export function empreinteDuClasseur({
  lignesAction,
  heading,
}: Pick<TableauBudgetaire, "lignesAction" | "heading">): string {
  return hash([
    formatCellRef(heading),
    ...lignesAction.map(({ label }) => `${formatCellRef(label.ref)} ${foldText(label.text)}`),
  ]);
}

/** Made of the texts, paragraphs and cells of the document. */
export const empreinteDuDocument = (textes: readonly string[]): string => hash(textes);

interface Verifie {
  readonly convention: Convention;
  readonly contratSigne?: ContratSigne;
  readonly budget: TableauBudgetaire | null;
}

/** The origin of the contract that a workbook is held against. */
export const origineDuContrat = ({ contratSigne, convention }: Omit<Verifie, "budget">): Origine | null =>
  (contratSigne?.convention ?? convention).origine ?? null;

/** The workbook itself, or a later version of it: by its name, or by its budget table. */
export function estTireDuClasseur(dossier: Verifie, workbook: string): boolean {
  const origine = origineDuContrat(dossier);
  if (origine?.nature !== "classeur") return false;
  if (foldText(origine.fichier) === foldText(workbook)) return true;
  return dossier.budget !== null && empreinteDuClasseur(dossier.budget) === origine.empreinte;
}

/** What a verification by such a definition does not prove, in a French sentence; null where it was not drawn from a workbook. */
export function direOrigine(dossier: Verifie, workbook: string): string | null {
  const origine = origineDuContrat(dossier);
  if (origine?.nature !== "classeur") return null;
  const fichier = cite(origine.fichier);
  return typographie(
    estTireDuClasseur(dossier, workbook)
      ? `La définition du contrat a été tirée de ce classeur (${fichier}) : il n’est comparé qu’à lui-même, ce qui ne prouve pas qu’il suit le contrat signé.`
      : `La définition du contrat a été tirée d’un classeur (${fichier}), et non du contrat signé : pour ce classeur et ses versions, la vérification ne prouve rien.`,
  );
}
