// What stands where a reason was to be written or answered, as data to compare and as a sentence to read.
import { isDecided, NOTHING_TYPED } from "../core/domain/justification-saisie";
import { holdsFor } from "../core/domain/justification-tient";
import { signature } from "../core/domain/words/signature";
import type { Finding } from "../core/verification";
import { justificationJson, plainFigures } from "../core/verification-json";
import { isAsShown } from "./as-shown";

/** By the same measure as a reason holds for its discrepancy from one verification to the next. */
const isSameFinding = (shown: Finding, now: Finding): boolean =>
  holdsFor({ ...now, ...plainFigures(now.figures) }, { message: shown.message, ...plainFigures(shown.figures) });

/** Counted or not; not where they stand, which a row inserted above changes. */
function wordsOf({ justification, former, inscription = NOTHING_TYPED }: Finding) {
  return {
    words: justification && justificationJson(justification),
    before: former && justificationJson(former),
    inscription,
  };
}

const areSameWords = (shown: Finding, now: Finding): boolean => isAsShown(wordsOf(shown), wordsOf(now));

export function stands(shown: Finding, now: Finding | null): boolean {
  return now !== null && isSameFinding(shown, now) && areSameWords(shown, now);
}

/** In full: who agrees to words has read them to their end. */
function describeWords({ former, justification, inscription = NOTHING_TYPED }: Finding): string {
  const { text, by, party, on, decision, decidedBy, decidedParty, decidedOn } = inscription;
  if (!justification && former) {
    return `un motif donné pour d’autres chiffres, « ${former.text} »${signature(former.by, null, former.on)}`;
  }
  const reason = text === "" ? "aucun motif" : `« ${text} »${signature(by, party, on)}`;
  if (!isDecided(inscription)) return text === "" ? reason : `${reason}, en attente de réponse`;
  return `${reason} ; réponse : ${decision ?? "à préciser"}${signature(decidedBy, decidedParty, decidedOn)}`;
}

/** French, with plain spaces. `now` is null where the discrepancy has gone. */
export function describeStanding(shown: Finding, now: Finding | null): string {
  if (!now) {
    return "Cet écart n’est plus dans le classeur : quelqu’un l’a réglé depuis son affichage. Rien n’a été écrit.";
  }
  return [
    ...(areSameWords(shown, now)
      ? []
      : [`Le motif ou sa réponse a changé depuis son affichage. Il y a à présent : ${describeWords(now)}.`]),
    ...(isSameFinding(shown, now) ? [] : [`L’écart a changé depuis son affichage. Il dit à présent : ${now.message}`]),
    "Rien n’a été écrit : relisez, puis recommencez.",
  ].join(" ");
}
