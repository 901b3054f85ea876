// What looks like a fiche, an imputation or an account and was not read, each place with its reason.
import { rangeAround, type RangeRef } from "xlsx-model/cell-ref";
import { compactCompte } from "../../contract/compte-bancaire";
import type { CoordonneesLues, PlageNonLue } from "../../domain/dossier";
import type { LabelReader } from "../labels/label-reader";
import { LIMITS } from "../limits";
import type { SheetGrid } from "../sheet-grid";
import { createRubriqueReader, readFicheTitle, type Rubrique } from "./fiche-words";
import type { Place } from "./locate-fiche-tables";

const ACCOUNT = /(?<![\p{L}\p{N}])FR\s?\d{2}(?:\s?[A-Z0-9]){12,}/iu;
const FICHE = /^\s*fiches?\b/i;

interface Known {
  readonly taken: readonly RangeRef[];
  readonly coordonnees: readonly CoordonneesLues[] | null;
  /** The activity codes of the contract, digits alone. */
  readonly codes: ReadonlySet<string>;
  readonly labels: LabelReader;
}

/** Whether the text holds one of the words, which have so many letters each. It runs for every text of a sheet. */
function holdsOneOf(text: string, words: ReadonlySet<string>, lengths: ReadonlySet<number>): boolean {
  for (const length of lengths) {
    for (let at = 0; at + length <= text.length; at += 1) if (words.has(text.slice(at, at + length))) return true;
  }
  return false;
}

/** `rests` are the sheets without what was read from them. */
export function findUnreadParts(
  rests: readonly SheetGrid[],
  { taken, coordonnees, codes: contractCodes, labels }: Known,
): readonly PlageNonLue[] {
  const rubriques = createRubriqueReader();
  const known = new Set(
    (coordonnees ?? []).flatMap(({ iban, rib }) => [iban, rib].flatMap((one) => one?.compact ?? [])),
  );
  const lengths = new Set([...known].map(({ length }) => length));
  return rests.flatMap((grid) => {
    const accounts: Place[] = [];
    const codes: Place[] = [];
    const fields: Place[] = [];
    const rubriquesSaid = new Set<Rubrique>();
    let namesAction = FICHE.test(grid.sheet);
    const isBeside = (row: number): boolean =>
      taken.some(({ sheet, top, bottom }) => sheet === grid.sheet && row >= top && row <= bottom);
    for (const row of grid.rows) {
      for (const { column, text } of row.texts) {
        const place = { row: row.row, column };
        const compact = ACCOUNT.test(text) ? compactCompte(text) : null;
        if (compact !== null && !holdsOneOf(compact, known, lengths)) accounts.push(place);
        // Codes beside the actions of a table are that table's.
        if (contractCodes.has(text.replace(/\D/g, "")) && !isBeside(row.row)) codes.push(place);
        namesAction ||= FICHE.test(text) || readFicheTitle(text, labels) !== null;
        const rubrique = rubriques(text)?.rubrique ?? "autre";
        if (rubrique === "autre" || rubrique === "titre") continue;
        rubriquesSaid.add(rubrique);
        fields.push(place);
      }
    }
    const isFiche = namesAction && rubriquesSaid.size >= LIMITS.ficheFields;
    const found: readonly (readonly [readonly Place[], string])[] = [
      [accounts, "compte bancaire, ni IBAN ni RIB reconnu"],
      [codes, "codes d’activité du contrat, imputation non reconnue"],
      [isFiche ? fields : [], "rubriques de fiche action, fiche non reconnue"],
    ];
    return found.flatMap(([places, pourquoi]) =>
      places.length > 0 ? [{ range: rangeAround(grid.sheet, places), pourquoi }] : [],
    );
  });
}
