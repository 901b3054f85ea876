// The words with which fiches actions name their fields, and their titles.
import type { Action } from "../../contract/convention";
import type { ChampFiche } from "../../domain/dossier";
import { foldText } from "../../domain/words/label";
import type { LabelReader } from "../labels/label-reader";
import { firstSaid, tokenize, words, type Vocabulary } from "../labels/said-words";
import { LIMITS } from "../limits";
import { isMissingWord } from "../../domain/values/parse-nombre";

/** A field, the action's own name given as a field, or a heading that only ends the field above it. */
export type Rubrique = ChampFiche | "titre" | "autre";

interface RubriqueLue {
  readonly rubrique: Rubrique;
  /** What follows the label in its own cell; "" where nothing does. */
  readonly reponse: string;
}

const FILLER = words(
  "aux ou sur avec par x s e es action actions contrat local locaux pacte solidarite solidarites convention dispositif projet mesure fiche",
);

/** Beside these and the filler there is nothing else in the label. */
const RUBRIQUES: Vocabulary<Rubrique> = [
  [
    "actionsLiees",
    /^(?:interactions?|liens?|articulations?|liee?s?|complementarites?)$/,
    words("autre autres axe axes fiches entre"),
  ],
  [
    "nature",
    /^(?:nouvelles?|renforcee?s?|nature|type|renforcement)$/,
    words("est elle nouveau existante existant creation statut ou"),
  ],
  [
    "objectif",
    /^objectifs?$/,
    words("principal principaux general generaux global globaux vise vises poursuivi poursuivis finalite"),
  ],
  [
    "calendrier",
    /^(?:calendrier|periode|duree|planning|echeancier)$/,
    words(
      "date dates realisation previsionnel previsionnelle mise oeuvre execution prevu prevue prevues debut fin deroulement",
    ),
  ],
  [
    "publicCible",
    /^(?:publics?|beneficiaires?|destinataires?)$/,
    words("cible cibles vise vises concerne concernes type"),
  ],
  [
    "indicateurs",
    /^indicateurs?$/,
    words("suivi resultat resultats evaluation retenu retenus associe associes realisation impact 1 2 3 4 5 6"),
  ],
  [
    "pilotage",
    /^(?:pilotage|pilotes?|porteurs?|porteuse|portage|copilotage)$/,
    words("suivi gouvernance structure responsable"),
  ],
  [
    "partenaires",
    /^(?:partenaires?|partenariats?)$/,
    words("principal principaux associe associes mobilise mobilises concerne concernes implique impliques"),
  ],
  [
    "axe",
    /^(?:axes?|piliers?)$/,
    words("thematique thematiques strategique concerne rattachement principal national intitule"),
  ],
  ["titre", /^(?:intitule|nom|titre|libelle|fiche|action|numero|n°)$/, words("")],
  [
    "autre",
    /^(?:constats?|problematiques?|contexte|diagnostic|descriptifs?|description|operationnels?|specifiques?|budget|financements?|couts?|moyens|livrables?|territoires?|resultats?|observations?|commentaires?|remarques?|contacts?|referente?s?|evaluation)$/,
    words(
      "objectifs objectif plan attendu attendus humains financiers previsionnel previsionnels enjeux besoins total concerne concernes",
    ),
  ],
];

const SOUS_AXE = /^[\s•●▪·➢➤*–-]*sous[\s-]*axes?(?=[\s:\d–-]|$)/iu;
const AXE_WITH_ANSWER = /^[\s•●▪·➢➤*–-]*(?:axe|pilier)(?=[\s:\d–-])/iu;
const BULLET = /^[\s•●▪·➢➤✓*–-]+|^\s*\d{1,2}\s*[.)]\s+/u;

function parseRubrique(text: string): RubriqueLue | null {
  const sousAxe = SOUS_AXE.exec(text);
  if (sousAxe) {
    const reponse = text.slice(sousAxe[0].length).replace(/^[\s:\d–-]+/u, "");
    return { rubrique: "sousAxe", reponse: reponse.trim() };
  }
  const bare = text.replace(BULLET, "");
  const [, label = "", answer] = /^([^:?]*)(?:[:?][\s:?]*(.*))?$/su.exec(bare) ?? [];
  const longest = answer === undefined ? LIMITS.bareRubriqueLength : LIMITS.rubriqueLength;
  const rubrique = label.length <= longest ? firstSaid(RUBRIQUES, tokenize(label), FILLER) : null;
  if (rubrique) return { rubrique, reponse: (answer ?? "").trim() };
  // "Axe 3 - Accès aux droits": the whole is the answer, for the number is part of it.
  return AXE_WITH_ANSWER.test(text) ? { rubrique: "axe", reponse: text.trim() } : null;
}

/** Null for a text that is no label of a fiche; answers from memory for a text already seen. */
export type RubriqueReader = (text: string) => RubriqueLue | null;

export function createRubriqueReader(): RubriqueReader {
  const memory = new Map<string, RubriqueLue | null>();
  return (text) => {
    let read = memory.get(text);
    if (read === undefined) memory.set(text, (read = parseRubrique(text)));
    return read;
  };
}

/** "Fiche action n°5 : Garantir…" → "action n°5 : Garantir…"; other texts are answered as they are. */
function withoutFiche(text: string): string {
  if (!/^\s*fiche/i.test(text)) return text;
  return text
    .trim()
    .replace(/^fiches?(?:[\s-]*actions?)?[\s:–-]*(?=(?:n\s?[°ºo]?\s?)?\d)/iu, "Action ")
    .replace(/^fiches?[\s-]*actions?[\s:–-]+/iu, "");
}

/** "5 Garantir…", or the number alone, where an action is named. */
export const numbered = (text: string): string => (/^\d{1,4}\b/.test(text) ? `Action ${text}` : text);

/** Null for a text that names no action; an action that the contract does not know is null in it. */
export function readFicheTitle(text: string, labels: LabelReader): { readonly action: Action | null } | null {
  const { action, label } = labels.read(withoutFiche(text));
  return action !== null || (label.kind === "action" && label.numero !== null) ? { action } : null;
}

const TO_BE_DONE = /^(?:a|reste a|en cours de) (?:completer|preciser|definir|renseigner|determiner|definition)\.?$/;

/** "nd", a dash, "à compléter": words that stand where an answer should. */
export function isSansReponse(text: string): boolean {
  const folded = foldText(text);
  return isMissingWord(folded) || TO_BE_DONE.test(folded) || /^[._…-]+$/.test(folded);
}
