// What a reason and its decision are worth on this run: the words that stand, whose they are, and what must be asked again.
import type { Justification } from "./justification";
import { peserMotif, readWhy, type CadreDuMotif } from "./justification-complete";
import { ecrireRepere, lireRepere, type Origine } from "./justification-repere";
import {
  isDecided,
  NOTHING_TYPED,
  UNDECIDED,
  type Inscription,
  type JustificationSaisie,
} from "./justification-saisie";
import { nommePartie } from "./parties";
import { typographie } from "./words/typographie";

export interface MotifSuivi {
  /** Null without any reason. */
  readonly justification: Justification | null;
  /** What stands in the columns, and is written again. */
  readonly inscription: Inscription;
  readonly repere: string;
  /** What was typed no longer stands there: it is shown among those to look at again. */
  readonly isSetAside: boolean;
  /** French sentences on what is to be completed before it counts, or why it never does. */
  readonly remarque: string | null;
}

/** The words that count: those of the execution table where « Écarts » only repeats them. */
function followText(saisie: JustificationSaisie | null, typed: string | null): { text: string; origine: Origine } {
  const repere = saisie && lireRepere(saisie.repere);
  const isRepeated = saisie !== null && repere?.origine === "tableau" && repere.isSameReason(saisie.text);
  const text = isRepeated ? (typed ?? "") : saisie?.text || typed || "";
  return { text, origine: text !== "" && text === typed ? "tableau" : "ecarts" };
}

function followInscription(saisie: JustificationSaisie | null, text: string): Inscription {
  if (!saisie) return { ...NOTHING_TYPED, text };
  const { by, party, on, decision, decidedBy, decidedParty, decidedOn } = saisie;
  // Signed for other words, which the execution table no longer says.
  if (saisie.text !== "" && saisie.text !== text) return { ...NOTHING_TYPED, text };
  const repere = lireRepere(saisie.repere);
  if (repere && !repere.isSameReason(text) && repere.isSameDecision(saisie))
    return { text, by, party, on, ...UNDECIDED };
  return { text, by, party, on, decision, decidedBy, decidedParty, decidedOn };
}

/** Nobody answers himself by it: what a decision stands beside is left as it was typed. */
function withParty(inscription: Inscription, { speaksFor, convention }: CadreDuMotif): Inscription {
  const { text, party } = inscription;
  if (speaksFor === undefined || text === "" || party !== null || isDecided(inscription)) return inscription;
  return { ...inscription, party: nommePartie(speaksFor, convention.collectivite.designation) };
}

const SIGNED = ["by", "party", "on", "decision", "decidedBy", "decidedParty", "decidedOn"] as const;

const TO_DECIDE_AGAIN = "La justification a changé depuis la décision : celle-ci est à donner de nouveau.";

/**
 * `saisie` is what stands beside the finding, given for the figures that it still has; `typed` what stands in the
 * execution table's own column; `rule` is the finding's.
 */
export function suivreMotif(
  saisie: JustificationSaisie | null,
  typed: string | null,
  rule: string,
  cadre: CadreDuMotif,
): MotifSuivi {
  const { text, origine } = followText(saisie, typed);
  const inscription = withParty(followInscription(saisie, text), cadre);
  const { party, decidedParty, decision, remark, isVoid } = peserMotif(inscription, rule, cadre);
  const isSetAside = saisie !== null && SIGNED.some((key) => saisie[key] !== null && inscription[key] === null);
  const said = [isSetAside ? TO_DECIDE_AGAIN : null, remark].filter((sentence) => sentence !== null).join(" ");
  const remarque = said === "" ? null : typographie(said);
  const why = decision === null ? null : readWhy(inscription.decision);
  const decided = decision === null ? UNDECIDED : { ...inscription, decision, decidedParty };
  return {
    justification:
      text === ""
        ? null
        : {
            text,
            by: inscription.by,
            party,
            on: inscription.on,
            decision,
            decidedBy: decided.decidedBy,
            decidedParty: decided.decidedParty,
            decidedOn: decided.decidedOn,
            ...(why !== null && { decidedWhy: why }),
            remark: remarque,
            ...(isVoid && { isVoid }),
          },
    inscription,
    repere: ecrireRepere(origine, inscription),
    isSetAside,
    remarque,
  };
}
