// Where each text that the agents typed goes on the next sheet: beside its finding, or among those to review.
import type { Dossier } from "../../domain/dossier";
import { reasonBeside } from "../../domain/justification-du-tableau";
import { readSaisies, type Inscription, type JustificationSaisie } from "../../domain/justification-saisie";
import { suivreMotif, type MotifSuivi } from "../../domain/justification-suivie";
import { holdsFor } from "../../domain/justification-tient";
import type { Finding, Verification } from "../../verification";
import { plainFigures } from "../../verification-json";
import type { RawWorkbook } from "../../workbook-port";

export interface PlacedJustifications {
  readonly byFinding: ReadonlyMap<string, MotifSuivi>;
  /** The finding has gone, or what stands beside it is no longer what was typed. */
  readonly toReview: readonly JustificationSaisie[];
}

export function placeJustifications(
  findings: readonly Finding[],
  raw: RawWorkbook,
  { execution, convention }: Pick<Dossier, "execution" | "convention">,
  said: Pick<Verification, "today" | "speaksFor">,
): PlacedJustifications {
  const sheets = raw.sheets.filter((sheet) => sheet.resultSheet === "ecarts");
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const held = new Map<string, JustificationSaisie>();
  const toReview = new Map<string, JustificationSaisie>();
  const setAside = (saisie: JustificationSaisie): void => {
    // The same words for the same finding are kept once, wherever they stand.
    const key = identity(saisie);
    if (!toReview.get(key)?.numberFormat.includes("€")) toReview.set(key, saisie);
  };
  for (const saisie of sheets.flatMap((sheet) => readSaisies(sheet.blocks))) {
    const finding = byId.get(saisie.id);
    const holds = finding && holdsFor({ ...finding, ...plainFigures(finding.figures) }, saisie);
    const placed = held.get(saisie.id);
    if (holds && !placed) held.set(saisie.id, saisie);
    else if (!(holds && placed && isSame(placed, saisie))) setAside(saisie);
  }
  const byFinding = new Map<string, MotifSuivi>();
  for (const finding of findings) {
    const saisie = held.get(finding.id) ?? null;
    const typed = reasonBeside(finding, execution)?.text.trim() ?? null;
    if (saisie === null && typed === null) continue;
    const motif = suivreMotif(saisie, typed, finding.rule, { convention, ...said });
    byFinding.set(finding.id, motif);
    if (saisie && motif.isSetAside) setAside(saisie);
  }
  return { byFinding, toReview: [...toReview.values()] };
}

/** The same for two copies of one row: where a write did not end it stands twice, once without its formats yet. */
const identity = (saisie: JustificationSaisie): string =>
  JSON.stringify({ ...saisie, numberFormat: null, place: null });

const INSCRIPTION = ["text", "by", "party", "on", "decision", "decidedBy", "decidedParty", "decidedOn"] as const;

function isSame(left: Inscription, right: Inscription): boolean {
  return INSCRIPTION.every((key) => left[key] === right[key]);
}
