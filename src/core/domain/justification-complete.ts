// Whether the other party's decision of a reason counts, and what is to be said where it does not.
import type { Convention } from "../contract/convention";
import type { Decision } from "./parole";
import { queFaire } from "./justification-possible";
import { isDecided, type Inscription } from "./justification-saisie";
import { lirePartie } from "./lire-partie";
import { autrePartie, nommePartie, type Partie } from "./parties";
import { foldText } from "./words/label";
import { formatListe } from "./words/format";

/** What a decision is judged by, beside what was typed. */
export interface CadreDuMotif {
  readonly convention: Pick<Convention, "etat" | "collectivite">;
  /** ISO date of the day on which the verification is made; left out where no day is too late. */
  readonly today?: string | undefined;
  /** For which party a reason is given that does not say it, as whoever verifies says. */
  readonly speaksFor?: Partie | undefined;
}

export interface MotifPese {
  readonly party: Partie | null;
  readonly decidedParty: Partie | null;
  /** Null while nobody decided, or where it does not count. */
  readonly decision: Decision | null;
  /** French sentence. */
  readonly remark: string | null;
  /** No reason excuses what the rule found. */
  readonly isVoid: boolean;
}

/** "Refusée : la suite n’est pas dite": what follows the word; null for nothing. */
export const readWhy = (word: string | null): string | null =>
  /^[^:]*:\s*(\S.*)$/su.exec(word ?? "")?.[1]?.trim() ?? null;

function readDecision(word: string | null): Decision | null {
  const folded = foldText(word ?? "");
  if (folded.startsWith("accept")) return "accepted";
  return folded.startsWith("refus") ? "refused" : null;
}

const isDate = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** "par qui, pour quelle partie et à quelle date": what is not said of a reason or of a decision; "" where all of it is. */
function missing(by: string | null, party: Partie | null, on: string | null): string {
  return formatListe([
    ...(by === null ? ["par qui"] : []),
    ...(party === null ? ["pour quelle partie"] : []),
    ...(isDate(on) ? [] : ["à quelle date"]),
  ]);
}

/** "Mme Roy (DDETS)" is Mme Roy. */
const person = (name: string): string =>
  foldText(name)
    .replace(/\([^()]*\)/g, " ")
    .replace(/ +/g, " ")
    .trim();

/** Why a decision that lacks nothing is not kept all the same. */
function refuse(
  { by, on, decidedBy, decidedOn }: Inscription,
  { party, decidedParty }: Pick<MotifPese, "party" | "decidedParty">,
  { convention, today }: CadreDuMotif,
): string | null {
  if (party !== null && party === decidedParty) {
    const other = nommePartie(autrePartie(party), convention.collectivite.designation);
    return `Décision non retenue : une partie ne répond pas à sa propre justification ; la réponse est à donner par l’autre (${other}).`;
  }
  if (person(by ?? "") === person(decidedBy ?? "")) {
    return "Décision non retenue : qui donne une justification ne peut l’accepter lui-même.";
  }
  if ((decidedOn ?? "") < (on ?? "")) return "Décision non retenue : elle est datée d’avant la justification.";
  if (today !== undefined && (decidedOn ?? "") > today) {
    return "Décision non retenue : elle est datée d’un jour qui n’est pas encore venu.";
  }
  return null;
}

function explain(
  inscription: Inscription,
  parties: Pick<MotifPese, "party" | "decidedParty">,
  cadre: CadreDuMotif,
): string | null {
  const { text, by, on, decision, decidedBy, decidedOn } = inscription;
  if (text === "") {
    return isDecided(inscription) ? "Décision sans justification : elle ne compte pas." : null;
  }
  const ofReason = missing(by, parties.party, on);
  if (!isDecided(inscription)) {
    if (ofReason !== "") {
      return `Justification incomplète : indiquez ${ofReason} elle est donnée, dans la feuille « Écarts » ; sans cela, elle ne peut pas être acceptée.`;
    }
    const isEarly = cadre.today !== undefined && (on ?? "") > cadre.today;
    return isEarly ? "Justification datée d’un jour qui n’est pas encore venu : elle ne peut pas être acceptée." : null;
  }
  if (readDecision(decision) === null) return "Décision à préciser : écrivez « Acceptée » ou « Refusée ».";
  const ofDecision = missing(decidedBy, parties.decidedParty, decidedOn);
  if (ofDecision !== "")
    return `Décision incomplète : indiquez ${ofDecision} elle est prise, dans la feuille « Écarts ».`;
  if (ofReason !== "") {
    return `Décision incomplète : la justification ne dit pas ${ofReason} elle est donnée ; indiquez-le dans la feuille « Écarts ».`;
  }
  return refuse(inscription, parties, cadre);
}

export function peserMotif(inscription: Inscription, rule: string, cadre: CadreDuMotif): MotifPese {
  const parties = {
    party: lirePartie(inscription.party, cadre.convention),
    decidedParty: lirePartie(inscription.decidedParty, cadre.convention),
  };
  const instead = queFaire(rule);
  if (instead !== null) {
    const isTyped = inscription.text !== "" || isDecided(inscription);
    const remark = isTyped ? `Aucune justification ne compte ici : ${instead}.` : null;
    return { ...parties, decision: null, remark, isVoid: true };
  }
  const remark = explain(inscription, parties, cadre);
  return { ...parties, decision: remark === null ? readDecision(inscription.decision) : null, remark, isVoid: false };
}
