// A reason for a discrepancy, or the other party's answer to it, written beside it in « Écarts » where anyone sees it.
import { nommePartie, type Partie } from "../core/domain/parties";
import { placesBeside, serialFromIso } from "../core/domain/justification-saisie";
import { typographie } from "../core/domain/words/typographie";
import { WorkbookError, type CellChange, type RawWorkbook, type WorkbookPort } from "../core/workbook-port";
import { checkCells } from "../core/writing/sheets/check-cells";

/** Who gives it, for which party and when. */
interface Signed {
  readonly by: string;
  readonly party: Partie;
  /** The noun of the local party, as « Écarts » offers it. */
  readonly localParty: string;
  /** ISO date. */
  readonly on: string;
}

/** A new reason takes the answer to the former one away. */
export type Entry =
  | (Signed & { readonly kind: "reason"; readonly text: string })
  | (Signed & { readonly kind: "answer"; readonly decision: "accepted" | "refused" });

const NO_ROW =
  "Cet écart n’a pas de ligne, ou pas toutes ses colonnes, dans la feuille « Écarts » : rien n’a été écrit. Relancez « Vérifier », puis recommencez.";

const DECISIONS = { accepted: "Acceptée", refused: "Refusée" } as const;

function cellsOf(raw: RawWorkbook, finding: string, entry: Entry): CellChange[] | null {
  for (const { name: sheet, resultSheet, blocks } of raw.sheets) {
    const places = resultSheet === "ecarts" ? placesBeside(blocks, finding) : null;
    if (!places) continue;
    const write = (place: keyof typeof places, value: string | number | null): CellChange => ({
      cell: { sheet, ...places[place] },
      content: { value },
    });
    const on = serialFromIso(entry.on) ?? entry.on;
    const party = nommePartie(entry.party, entry.localParty);
    if (entry.kind === "answer") {
      return [
        write("decision", DECISIONS[entry.decision]),
        write("decideePar", entry.by),
        write("decideePartie", party),
        write("decideeLe", on),
      ];
    }
    return [
      write("justification", entry.text),
      write("par", entry.by),
      write("partie", party),
      write("le", on),
      write("decision", null),
      write("decideePar", null),
      write("decideePartie", null),
      write("decideeLe", null),
    ];
  }
  return null;
}

/** `finding` is its id. Throws WorkbookError, nothing written, where « Écarts » has no row for it or is protected. */
export async function justifyFinding(workbook: WorkbookPort, finding: string, entry: Entry): Promise<void> {
  const raw = await workbook.read();
  const cells = cellsOf(raw, finding, entry);
  if (!cells) throw new WorkbookError(typographie(NO_ROW));
  checkCells(cells, raw);
  await workbook.apply({ highlights: null, sheets: [], cells }, raw);
}
