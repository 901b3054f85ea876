// Where each text that the agent typed goes on the next sheet: beside its finding, or among those to review.
import { readSaisies, type JustificationSaisie } from "../../domain/justification-saisie";
import { holdsFor } from "../../domain/justification-tient";
import type { Finding } from "../../verification";
import type { RawWorkbook } from "../../workbook-port";

/** What stands in the three columns beside a finding. */
export interface Inscription {
  readonly text: string;
  readonly by: string | null;
  readonly on: string | null;
}

export interface PlacedJustifications {
  readonly byFinding: ReadonlyMap<string, Inscription>;
  /** The finding has gone, or is no longer the one that the text was given for. */
  readonly toReview: readonly JustificationSaisie[];
}

export function placeJustifications(findings: readonly Finding[], raw: RawWorkbook): PlacedJustifications {
  const sheets = raw.sheets.filter((sheet) => sheet.resultSheet === "ecarts");
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const byFinding = new Map<string, Inscription>();
  const toReview = new Map<string, JustificationSaisie>();
  for (const saisie of sheets.flatMap((sheet) => readSaisies(sheet.blocks))) {
    const finding = byId.get(saisie.id);
    const holds = finding && holdsFor(finding, saisie);
    const placed = byFinding.get(saisie.id);
    if (holds && !placed) byFinding.set(saisie.id, saisie);
    else if (!(holds && placed && isSame(placed, saisie))) toReview.set(JSON.stringify(saisie), saisie);
  }
  for (const { id, justification } of findings) {
    if (justification && !byFinding.has(id)) byFinding.set(id, justification);
  }
  return { byFinding, toReview: [...toReview.values()] };
}

function isSame(left: Inscription, right: Inscription): boolean {
  return left.text === right.text && left.by === right.by && left.on === right.on;
}
