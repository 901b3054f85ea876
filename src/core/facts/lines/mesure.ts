// How an indicator is counted: which way it should go, as a share, in words, since the beginning.
import type { Indicateur } from "../../contract/convention";
import type { CellRef } from "xlsx-model/cell-ref";
import type { ValeurCell } from "../../domain/dossier";
import { foldText } from "../../domain/words/label";
import { cite } from "../../domain/words/typographie";

/** What is held against what: of an indicator that should fall, the target against what was achieved. */
export function orienter(found: number, target: number, sens: Indicateur["sens"]): readonly [number, number] {
  return sens === "baisse" ? [target, found] : [found, target];
}

/** Its values are words, which a person judges. */
export function estEnMots({ unite, t0Texte, cibles }: Indicateur): boolean {
  return unite === "texte" || t0Texte !== undefined || cibles.some(isInWords);
}

const isInWords = ({ texte }: Indicateur["cibles"][number]): boolean => texte !== undefined;

/** A share since the beginning may fall; a number of people or an amount may not. */
export function compteDepuisLeDebut(indicateur: Indicateur): boolean {
  return indicateur.cumul === true && indicateur.unite !== "pourcentage" && !estEnMots(indicateur);
}

export const memesMots = (left: string, right: string): boolean => foldText(left) === foldText(right);

export const sayMots = (text: string): string => (text.trim() === "" ? "non renseigné" : cite(text));

/** A figure as its cell must hold it: 0.625 where it shows a share. */
export function writtenAs({ ref, known: lu }: ValeurCell, figure: number): ValeurEcrite {
  return lu.reason === null && lu.isPart
    ? { cell: ref, value: figure / 100, isPart: true }
    : { cell: ref, value: figure };
}

interface ValeurEcrite {
  readonly cell: CellRef;
  readonly value: number;
  readonly isPart?: true;
}

/** "doit baisser", "en %": what a report says after a label; nothing for a plain number to raise. */
export function mentionsDe({ sens, unite, cumul }: Pick<Indicateur, "sens" | "unite" | "cumul">): readonly string[] {
  return [
    ...(sens === "baisse" ? ["doit baisser"] : []),
    ...(unite === "pourcentage" ? ["en %"] : unite === "montant" ? ["en €"] : []),
    ...(cumul === true ? ["depuis le début du contrat"] : []),
  ];
}
