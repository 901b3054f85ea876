// A reason for a discrepancy, or the other party's answer to it, written beside it in « Écarts » where anyone sees it.
import { nommePartie, type Partie } from "../core/domain/parties";
import { placesBeside, serialFromIso } from "../core/domain/justification-saisie";
import { typographie } from "../core/domain/words/typographie";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { Finding } from "../core/verification";
import { WorkbookError, type CellChange, type RawWorkbook, type WorkbookPort } from "../core/workbook-port";
import { checkCells } from "../core/sheets/parts/check-cells";
import { DiffersFromShown } from "./as-shown";
import { computeHere, type Compute } from "./compute";
import { findFinding } from "./find-finding";
import { describeStanding, stands } from "./standing-reason";

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

/** A discrepancy as a verification at that ISO date showed it. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly asOf: string;
}

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

interface JustifyOptions {
  readonly source?: "built-in" | "given";
  readonly compute?: Compute;
}

/**
 * `shown` is the discrepancy as it was shown with its reason and the answer to it. Throws WorkbookError, nothing written, where
 * it is no longer that, where « Écarts » has no row for it or where that is protected.
 */
export async function justifyFinding(
  workbook: WorkbookPort,
  contrats: Contrats,
  { finding: shown, asOf }: ShownFinding,
  entry: Entry,
  { source = "built-in", compute = computeHere }: JustifyOptions = {},
): Promise<void> {
  const raw = await workbook.read();
  const now = await compute("find", findFinding, raw, contrats, asOf, shown.id, source, entry.on);
  if (!stands(shown, now)) throw new DiffersFromShown(typographie(describeStanding(shown, now)));
  const cells = cellsOf(raw, shown.id, entry);
  if (!cells) throw new WorkbookError(typographie(NO_ROW));
  checkCells(cells, raw);
  await workbook.apply({ highlights: null, sheets: [], cells }, raw);
}
