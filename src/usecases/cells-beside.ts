// The cells of « Écarts » beside a discrepancy in which both parties write, filled in.
import { placesBeside, type PlacesSaisie } from "../core/domain/justification-saisie";
import type { CellChange, RawWorkbook } from "../core/workbook-port";

export const NO_ROW =
  "Cet écart n’a pas de ligne, ou pas toutes ses colonnes, dans la feuille « Écarts » : rien n’a été écrit. Relancez « Vérifier », puis recommencez.";

const DECISIONS = { accepted: "Acceptée", refused: "Refusée" } as const;

/** "Acceptée", "Refusée : la suite n’est pas dite". */
export const wordsOfDecision = (decision: keyof typeof DECISIONS, why: string): string =>
  why === "" ? DECISIONS[decision] : `${DECISIONS[decision]} : ${why}`;

/** Null where the discrepancy has no row, or not all of its columns. */
export function cellsBeside(
  { sheets }: RawWorkbook,
  finding: string,
  values: Readonly<Partial<Record<keyof PlacesSaisie, string | number | null>>>,
): CellChange[] | null {
  for (const { name: sheet, resultSheet, blocks } of sheets) {
    const places = resultSheet === "ecarts" ? placesBeside(blocks, finding) : null;
    if (!places) continue;
    return Object.entries(values).map(([place, value]) => ({
      cell: { sheet, ...places[place as keyof PlacesSaisie] },
      content: { value },
    }));
  }
  return null;
}
