// The words with which fiches actions name their fields, and their titles.
import type { Action } from "../../domain/contrat/convention";
import type { ChampFiche } from "../../domain/dossier";
import { foldText } from "../../domain/words/label";
import type { LabelReader } from "../labels/label-reader";
import { says, tokenize, words } from "../labels/said-words";
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

interface Words {
  readonly rubrique: Rubrique;
  /** One of these makes the label. */
  readonly key: RegExp;
  /** Beside these and the filler there is nothing else. */
  readonly others: ReadonlySet<string>;
}

const RUBRIQUES: readonly Words[] = [
  {
    rubrique: "actionsLiees",
    key: /^(?:interactions?|liens?|articulations?|liee?s?|complementarites?)$/,
    others: words("autre autres axe axes fiches entre"),
  },
  {
    rubrique: "nature",
    key: /^(?:nouvelles?|renforcee?s?|nature|type|renforcement)$/,
    others: words("est elle nouveau existante existant creation statut ou"),
  },
  {
    rubrique: "objectif",
    key: /^objectifs?$/,
    others: words("principal principaux general generaux global globaux vise vises poursuivi poursuivis finalite"),
  },
  {
    rubrique: "calendrier",
    key: /^(?:calendrier|periode|duree|planning|echeancier)$/,
    others: words(
      "date dates realisation previsionnel previsionnelle mise oeuvre execution prevu prevue prevues debut fin deroulement",
    ),
  },
  {
    rubrique: "publicCible",
    key: /^(?:publics?|beneficiaires?|destinataires?)$/,
    others: words("cible cibles vise vises concerne concernes type"),
  },
  {
    rubrique: "indicateurs",
    key: /^indicateurs?$/,
    others: words("suivi resultat resultats evaluation retenu retenus associe associes realisation impact 1 2 3 4 5 6"),
  },
  {
    rubrique: "pilotage",
    key: /^(?:pilotage|pilotes?|porteurs?|porteuse|portage|copilotage)$/,
    others: words("suivi gouvernance structure responsable"),
  },
  {
    rubrique: "partenaires",
    key: /^(?:partenaires?|partenariats?)$/,
    others: words("principal principaux associe associes mobilise mobilises concerne concernes implique impliques"),
  },
  {
    rubrique: "axe",
    key: /^(?:axes?|piliers?)$/,
    others: words("thematique thematiques strategique concerne rattachement principal national intitule"),
  },
  { rubrique: "titre", key: /^(?:intitule|nom|titre|libelle|fiche|action|numero|n°)$/, others: words("") },
  {
    rubrique: "autre",
    key: /^(?:constats?|problematiques?|contexte|diagnostic|descriptifs?|description|operationnels?|specifiques?|budget|financements?|couts?|moyens|livrables?|territoires?|resultats?|observations?|commentaires?|remarques?|contacts?|referente?s?|evaluation)$/,
    others: words(
      "objectifs objectif plan attendu attendus humains financiers previsionnel previsionnels enjeux besoins total concerne concernes",
    ),
  },
];

const SOUS_AXE = /^[\s•●▪·➢➤*–-]*sous[\s-]*axes?(?=[\s:\d–-]|$)/iu;
const AXE_WITH_ANSWER = /^[\s•●▪·➢➤*–-]*(?:axe|pilier)(?=[\s:\d–-])/iu;
const BULLET = /^[\s•●▪·➢➤✓*–-]+|^\s*\d{1,2}\s*[.)]\s+/u;

function readWords(label: string): Rubrique | null {
  const tokens = tokenize(label);
  return RUBRIQUES.find(({ key, others }) => says(tokens, key, others, FILLER))?.rubrique ?? null;
}

function parseRubrique(text: string): RubriqueLue | null {
  const sousAxe = SOUS_AXE.exec(text);
  if (sousAxe) {
    return {
      rubrique: "sousAxe",
      reponse: text
        .slice(sousAxe[0].length)
        .replace(/^[\s:\d–-]+/u, "")
        .trim(),
    };
  }
  const bare = text.replace(BULLET, "");
  const separator = bare.search(/[:?]/);
  const label = separator < 0 ? bare : bare.slice(0, separator);
  if (label.length <= (separator < 0 ? LIMITS.bareRubriqueLength : LIMITS.rubriqueLength)) {
    const rubrique = readWords(label);
    const reponse =
      separator < 0
        ? ""
        : bare
            .slice(separator + 1)
            .replace(/^[\s:?]+/, "")
            .trim();
    if (rubrique) return { rubrique, reponse };
  }
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
    .replace(/^fiches?[\s-]*(?:actions?)?[\s:–-]*(?=(?:n\s?[°ºo]?\s?)?\d)/iu, "Action ")
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
