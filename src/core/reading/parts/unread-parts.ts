// What looks like a fiche, an imputation or an account and was not read, each place with its reason.
import type { RangeRef } from "../../domain/cell-ref";
import { compactCompte } from "../../domain/contrat/compte-bancaire";
import type { CoordonneesLues, PlageNonLue } from "../../domain/dossier";
import type { LabelReader } from "../labels/label-reader";
import { LIMITS } from "../limits";
import { withoutRanges, type SheetGrid } from "../sheet-grid";
import { createRubriqueReader, readFicheTitle, type Rubrique } from "./fiche-words";

const ACCOUNT = /(?<![\p{L}\p{N}])FR\s?\d{2}(?:\s?[A-Z0-9]){12,}/iu;
const FICHE = /^\s*fiches?\b/i;

interface Sight {
  area: RangeRef | null;
}

function widen({ area }: Sight, sheet: string, row: number, column: number): RangeRef {
  const { top, left, bottom, right } = area ?? { top: row, left: column, bottom: row, right: column };
  return {
    sheet,
    top: Math.min(top, row),
    left: Math.min(left, column),
    bottom: Math.max(bottom, row),
    right: Math.max(right, column),
  };
}

interface Known {
  readonly taken: readonly RangeRef[];
  readonly coordonnees: readonly CoordonneesLues[] | null;
  /** The activity codes of the contract, digits alone. */
  readonly codes: ReadonlySet<string>;
  readonly labels: LabelReader;
}

/** Whether the text holds one of the words, of so many letters each: asked of each of thousands of texts. */
function holdsOneOf(text: string, words: ReadonlySet<string>, lengths: ReadonlySet<number>): boolean {
  for (const length of lengths) {
    for (let at = 0; at + length <= text.length; at += 1) if (words.has(text.slice(at, at + length))) return true;
  }
  return false;
}

export function findUnreadParts(grids: readonly SheetGrid[], known: Known): readonly PlageNonLue[] {
  const { taken, coordonnees, codes, labels } = known;
  const rubriques = createRubriqueReader();
  const accounts = new Set(
    (coordonnees ?? []).flatMap(({ iban, rib }) => [iban, rib].flatMap((one) => one?.compact ?? [])),
  );
  const lengths = new Set([...accounts].map(({ length }) => length));
  return grids.flatMap((grid) => {
    const account: Sight = { area: null };
    const code: Sight = { area: null };
    const fiche: Sight = { area: null };
    const fields = new Set<Rubrique>();
    let namesAction = FICHE.test(grid.sheet);
    const isBeside = (row: number): boolean =>
      taken.some(({ sheet, top, bottom }) => sheet === grid.sheet && row >= top && row <= bottom);
    for (const row of withoutRanges(grid, taken).rows) {
      for (const column of row.texts) {
        const text = row.text(column);
        if (text === null) continue;
        const compact = ACCOUNT.test(text) ? compactCompte(text) : null;
        if (compact !== null && !holdsOneOf(compact, accounts, lengths)) {
          account.area = widen(account, grid.sheet, row.row, column);
        }
        // Codes beside the actions of a table are that table's.
        if (codes.has(text.replace(/\D/g, "")) && !isBeside(row.row)) {
          code.area = widen(code, grid.sheet, row.row, column);
        }
        namesAction ||= FICHE.test(text) || readFicheTitle(text, labels) !== null;
        const read = rubriques(text);
        if (!read || read.rubrique === "autre" || read.rubrique === "titre") continue;
        fields.add(read.rubrique);
        fiche.area = widen(fiche, grid.sheet, row.row, column);
      }
    }
    const isFiche = namesAction && fields.size >= LIMITS.ficheFields;
    return [
      ...(account.area ? [{ range: account.area, pourquoi: "compte bancaire, ni IBAN ni RIB reconnu" }] : []),
      ...(code.area ? [{ range: code.area, pourquoi: "codes d’activité du contrat, imputation non reconnue" }] : []),
      ...(isFiche && fiche.area
        ? [{ range: fiche.area, pourquoi: "rubriques de fiche action, fiche non reconnue" }]
        : []),
    ];
  });
}
