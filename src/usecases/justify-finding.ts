// A reason for a discrepancy, the other party's answer to it or a comment: written beside it in « Écarts », and kept with what was said before.
import { nommePartie, type Partie } from "../core/domain/parties";
import { NOTHING_SAID, retenir, versionDe, type Registre } from "../core/domain/registre";
import type { Parole } from "../core/domain/parole";
import { serialFromIso } from "../core/domain/justification-saisie";
import { typographie } from "../core/domain/words/typographie";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { Finding } from "../core/verification";
import type { CellChange, RawWorkbook, WorkbookPort } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { checkCells } from "../core/sheets/parts/check-cells";
import { DiffersFromShown } from "./as-shown";
import { cellsBeside, NO_ROW, wordsOfDecision } from "./cells-beside";
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

/** A new reason stands after the former one and its answer, which are kept; `text` of an answer is why, "" where that is not said. */
export type Entry =
  | (Signed & { readonly kind: "reason" | "comment"; readonly text: string })
  | (Signed & { readonly kind: "answer"; readonly decision: "accepted" | "refused"; readonly text?: string });

/** A discrepancy as a verification at that ISO date showed it. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly asOf: string;
}

function cellsOf(raw: RawWorkbook, finding: string, entry: Entry): CellChange[] | null {
  if (entry.kind === "comment") return [];
  const signed = {
    by: entry.by,
    party: nommePartie(entry.party, entry.localParty),
    on: serialFromIso(entry.on) ?? entry.on,
  };
  return cellsBeside(
    raw,
    finding,
    entry.kind === "answer"
      ? {
          decision: wordsOfDecision(entry.decision, entry.text ?? ""),
          decideePar: signed.by,
          decideePartie: signed.party,
          decideeLe: signed.on,
        }
      : {
          justification: entry.text,
          par: signed.by,
          partie: signed.party,
          le: signed.on,
          decision: null,
          decideePar: null,
          decideePartie: null,
          decideeLe: null,
        },
  );
}

const UNANSWERED = { decision: null, decidedBy: null, decidedParty: null, decidedOn: null, remark: null };

/** All that was said of it, with the entry in its place: what is written over in « Écarts » stays there. */
function paroles({ paroles: kept }: Registre, { id, justification, former }: Finding, entry: Entry): readonly Parole[] {
  const { by, party, on, text = "" } = entry;
  const standing = justification ?? former ?? null;
  const before = standing ? retenir(kept, id, standing) : kept;
  if (entry.kind === "reason") return retenir(before, id, { text, by, party, on, ...UNANSWERED });
  if (entry.kind === "comment")
    return [...before, { id, kind: "comment", text, version: versionDe(before, id), by, party, on }];
  if (!standing) return before;
  const { decision } = entry as Extract<Entry, { readonly kind: "answer" }>;
  const decided = {
    decision,
    decidedBy: by,
    decidedParty: party,
    decidedOn: on,
    ...(text !== "" && { decidedWhy: text }),
  };
  return retenir(before, id, { ...standing, ...decided });
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
  const { registre = NOTHING_SAID } = raw;
  const said = paroles(registre, now ?? shown, entry);
  // An answer to what has no reason is kept in « Écarts » alone.
  const change = said === registre.paroles ? {} : { registre: { ...registre, paroles: said } };
  await workbook.apply({ highlights: null, sheets: [], cells, ...change }, raw);
}
