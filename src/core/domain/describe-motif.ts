// A reason and its decision as one sentence, the same in the sheets and in the Word document.
import type { Justification } from "./justification";
import { formatDate } from "./words/format";

const asDate = (text: string | null): string | null =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text) : text;

function sign(by: string | null, on: string | null): string {
  return [by, asDate(on)].filter((part) => part !== null && part !== "").join(", ");
}

const DECISIONS = { accepted: "acceptée", refused: "refusée" } as const;

/** "en attente de l’autre partie", "acceptée par DDETS, 01/03/2026". */
export function describeDecision({ decision, decidedBy, decidedOn }: Justification): string {
  if (decision === null) return "en attente de l’autre partie";
  const signed = sign(decidedBy, decidedOn);
  return signed === "" ? DECISIONS[decision] : `${DECISIONS[decision]} par ${signed}`;
}

/** "Retard de recrutement (Mme Durand, 01/02/2026) – en attente de l’autre partie". */
export function describeMotif(justification: Justification): string {
  const signed = sign(justification.by, justification.on);
  // What follows goes on with the sentence that the agent ended.
  const text = justification.text.replace(/(?<![.…]|\betc)\.$/u, "");
  const given = signed === "" ? text : `${text} (${signed})`;
  return `${given} – ${describeDecision(justification)}`;
}
