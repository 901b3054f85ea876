// What a reason and its decision are worth on this run: the words that stand, whose they are, and what must be asked again.
import type { Decision, Justification } from "./justification";
import { ecrireRepere, lireRepere, type Origine } from "./justification-repere";
import type { Inscription, JustificationSaisie } from "./justification-saisie";
import { foldText } from "./words/label";
import { typographie } from "./words/typographie";

export interface MotifSuivi {
  /** Null without any reason. */
  readonly justification: Justification | null;
  /** What stands in the columns, and is written again. */
  readonly inscription: Inscription;
  readonly repere: string;
  /** What was typed no longer stands there: it is shown among those to look at again. */
  readonly isSetAside: boolean;
  /** French sentence on a decision that does not count yet. */
  readonly remarque: string | null;
}

function readDecision(word: string | null): Decision | null {
  const folded = foldText(word ?? "");
  if (folded.startsWith("accept")) return "accepted";
  return folded.startsWith("refus") ? "refused" : null;
}

const isDate = (text: string | null): boolean => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Why a decision does not count: the other party's, by whom and when, or none. */
function explainDecision({ text, by, decision, decidedBy, decidedOn }: Inscription): string | null {
  if (decision === null && decidedBy === null && decidedOn === null) return null;
  if (text === "") return "Décision sans justification : elle ne compte pas.";
  if (readDecision(decision) === null) return "Décision à préciser : écrivez « Acceptée » ou « Refusée ».";
  if (decidedBy === null || !isDate(decidedOn)) return "Décision incomplète : indiquez par qui et à quelle date.";
  if (by !== null && foldText(by) === foldText(decidedBy)) {
    return "Décision non retenue : qui donne une justification ne peut l’accepter lui-même.";
  }
  return null;
}

const NOTHING: Inscription = { text: "", by: null, on: null, decision: null, decidedBy: null, decidedOn: null };

/** The words that count: those of the execution table where « Écarts » only repeats them. */
function followText(saisie: JustificationSaisie | null, typed: string | null): { text: string; origine: Origine } {
  const repere = saisie && lireRepere(saisie.repere);
  const isRepeated = saisie !== null && repere?.origine === "tableau" && repere.isSameReason(saisie.text);
  const text = isRepeated ? (typed ?? "") : saisie?.text || typed || "";
  return { text, origine: text !== "" && text === typed ? "tableau" : "ecarts" };
}

function followInscription(saisie: JustificationSaisie | null, text: string): Inscription {
  if (!saisie) return { ...NOTHING, text };
  const { by, on, decision, decidedBy, decidedOn } = saisie;
  // Signed for other words, which the execution table no longer says.
  if (saisie.text !== "" && saisie.text !== text) return { ...NOTHING, text };
  const repere = lireRepere(saisie.repere);
  if (repere && !repere.isSameReason(text) && repere.isSameDecision(saisie)) return { ...NOTHING, text, by, on };
  return { text, by, on, decision, decidedBy, decidedOn };
}

const SIGNED = ["by", "on", "decision", "decidedBy", "decidedOn"] as const;

/**
 * `saisie` is what stands beside the finding, given for the figures that it still has; `typed` what stands in the
 * execution table's own column.
 */
export function suivreMotif(saisie: JustificationSaisie | null, typed: string | null): MotifSuivi {
  const { text, origine } = followText(saisie, typed);
  const inscription = followInscription(saisie, text);
  const why = explainDecision(inscription);
  const decision = why === null ? readDecision(inscription.decision) : null;
  const isSetAside = saisie !== null && SIGNED.some((key) => saisie[key] !== null && inscription[key] === null);
  return {
    justification:
      text === ""
        ? null
        : {
            text,
            by: inscription.by,
            on: inscription.on,
            decision,
            decidedBy: decision === null ? null : inscription.decidedBy,
            decidedOn: decision === null ? null : inscription.decidedOn,
          },
    inscription,
    repere: ecrireRepere(origine, inscription),
    isSetAside,
    remarque: isSetAside
      ? typographie("La justification a changé depuis la décision : celle-ci est à donner de nouveau.")
      : why === null
        ? null
        : typographie(why),
  };
}
