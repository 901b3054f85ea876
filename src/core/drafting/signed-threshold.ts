// The least share of the local party, where a contract states it: among all the percentages of a document, those that bind it to bring money.
import type { ConventionDefinition } from "../contract/convention";
import { foldText } from "../domain/words/label";
import { roundTo } from "xlsx-model/values/fifteen-digits";
import { candidat, type Candidat } from "./candidates";
import type { Phrase } from "./signed-sentences";
import { sharesIn, yearsIn, type Cite } from "./signed-amounts";
import { autrePlan, type Vocabulaire } from "./who-and-what";

const LEAST = /\b(?:au moins|au minimum|minimum|minimale?|inferieure? a|plancher|superieure? ou egale?|moins de)\b/;
const MOST = /\b(?:au plus|au maximum|maximum|maximale?|exceder|depasser|dans la limite|plafond|superieure? a)\b/;
const MONEY =
  /\b(?:credits?|financ\p{L}*|cofinanc\p{L}*|apport\p{L}*|budget\p{L}*|depenses?|couts?|contributions?|contribu\p{L}+|participations?|montants?|fonds)\b/u;
/** What a percentage is of, where that is no money. */
const OF = /^ ?(?:des?|du|d'|de la|de l')? ?(?:chaque |ces |leurs? |sa |son |ses |l'ensemble des )?(\p{L}+)/u;
const OF_MONEY =
  /^(?=\p{L}*$)(?:credits?|\p{L}*financ\p{L}*|budgets?|depenses?|couts?|contributions?|participations?|montants?|sommes?|action|actions|total|part|fonds|enveloppe|celles?|ceux|celui)$/u;
/** After the share these words go on with the sentence. */
const GOES_ON = /^(?:minimum|maximum|environ|au|aux?|par|pour|en|sur|a|et|ou|la|le|les|dans|est|sera|doit)$/;
const WISH =
  /\b(?:dans la mesure du possible|vise|viser|objectif|(?<!ne )(?:pourr\p{L}+|peut)|ambition|souhait\p{L}*|cible)\b/u;

function objectIn(plie: string, { end }: Cite<number>): string | null {
  const noun = OF.exec(plie.slice(end))?.[1] ?? "";
  return noun === "" || OF_MONEY.test(noun) || GOES_ON.test(noun) ? null : noun;
}

/** "de ses crédits propres", "de l’apport de l’État": a share of something else than what the action costs. */
const OF_OWN =
  /^ ?(?:de|sur) (?:ses|son|sa|leurs?) (?:propres? )?(?:credits?|budget|ressources|fonds|moyens|depenses|recettes)\b/;
const OF_STATE = /^[^,;.]{0,60}\b(?:de|par) l'etat\b(?! et\b)/;
/** Of all actions together: an action alone may then have less. */
const MORE_THAN_ACTIONS =
  /^[^;]{0,160}\b(?:(?:chaque|par|des|chacun des) (?:axe|pilier)s?|(?:ensemble|totalite) (?:du|de la|des) (?:presente? )?(?:contrat|convention|programme|actions)|(?:actions|axes) confondu|globale?ment|en moyenne)/;
const OF_AXE = /\b(?:chaque|par|des|chacun des) (?:axe|pilier)s?\b/;
const OF_YEAR = /\b(?:chaque annee|par an(?:nee)?\b|annuel\p{L}*|de l'annee)\b/u;
const OF_ACTION = /\b(?:chaque|chacune des|par|l'|de l'|toute) ?actions?\b/;

export type Niveau = NonNullable<ConventionDefinition["cofinancement"]["niveau"]>;

/** What a sentence that states the least share says that it is a share of. */
function niveauDit(plie: string): Niveau {
  if (OF_AXE.test(plie)) return "axe";
  if (OF_ACTION.test(plie)) return "action";
  const share = sharesIn(plie)[0];
  if (!share || !MORE_THAN_ACTIONS.test(plie.slice(share.end))) return "action";
  return OF_YEAR.test(plie) ? "annee" : "contrat";
}

/** By each sentence that gives the least share. */
export const readNiveau = (parts: readonly Candidat<number>[]): readonly Candidat<Niveau>[] =>
  parts.flatMap((part) =>
    part.ecarte === null ? [{ ...part, valeur: niveauDit(foldText(part.endroit.phrase ?? "")) }] : [],
  );

/** Of an avenant: a share of something else than the contract's is none of its own, unless a person says so. */
export const memeNiveau = (
  parts: readonly Candidat<number>[],
  { cofinancement: { niveau = "action" } }: Pick<ConventionDefinition, "cofinancement">,
): readonly Candidat<number>[] =>
  parts.map((part) => ({ ...part, dit: part.dit && niveauDit(foldText(part.endroit.phrase ?? "")) === niveau }));

/** A share that is put by for something. */
const PUT_BY = /\b(?:consacr|affect|reserv|flech|dedi)\p{L}*/u;

/** What a sentence limits its share to: an axe, an action, the years from one to another; null for each that it does not limit. */
export interface Portee {
  readonly axe: number | null;
  readonly action: number | null;
  readonly de: number | null;
  readonly a: number | null;
}

export interface PartDite extends Candidat<number> {
  /** Null where the share is of all actions, each year. */
  readonly pour: Portee | null;
}

/** Null where the words limit it to nothing, or to what is not one axe, one action or some years in a row. */
function porteeDe(plie: string): Portee | null {
  const numberOf = (what: string): number | null => {
    const all = [...plie.matchAll(new RegExp(String.raw`\b${what}s? (?:n ?[°o] ?)?(\d{1,2})\b`, "g"))];
    return all.length === 1 ? Number(all[0]?.[1]) : null;
  };
  const [axe, action] = [numberOf("axe"), numberOf("action")];
  const years = yearsIn(plie).map(({ valeur }) => valeur);
  const [first = null] = years;
  const last = years.at(-1) ?? null;
  const isFrom = /\b(?:a (?:compter|partir) d\p{L}+|des|depuis) (?:l'annee |le 1er janvier )?20\d\d/u.test(plie);
  const isUntil = /\bjusqu'(?:en|a|a la fin de) ?20\d\d/.test(plie);
  if (axe === null && action === null && first === null) return null;
  return { axe, action, de: isUntil ? null : first, a: isFrom ? null : last };
}

/** "Ce taux est de…", "il est abaissé à…", after a sentence on the least share. */
const SAME_SHARE =
  /\b(?:ce taux|ce seuil|ce minimum|ce pourcentage|cette (?:part|proportion|quotite|regle))\b|^(?:[^,]{1,60}, )?(?:il|elle|celui-ci|celle-ci) /;
const goesOn = ({ plie, precedente }: Phrase): boolean =>
  SAME_SHARE.test(plie) && LEAST.test(precedente) && MONEY.test(precedente) && sharesIn(precedente).length > 0;

/** Who brings the share: the last named before it, or by whom it is brought. */
function whoBrings(phrase: Phrase, share: Cite<number>, words: Vocabulaire) {
  const { plie, precedente } = phrase;
  const by = /\b(?:par|a la charge de|de la part de|incombe a) .*$/.exec(plie.slice(share.end))?.[0];
  if (by !== undefined && words.premier(by) !== null) return words.premier(by);
  const before = words.dernier(plie.slice(0, share.at));
  if (before !== null) return before;
  return /^(?:elle|il|cette derniere|ce dernier|celle-ci|celui-ci|sa part)\b/.test(plie)
    ? words.premier(precedente)
    : null;
}

function read(phrase: Phrase, share: Cite<number>, words: Vocabulaire): PartDite | null {
  const { plie, partie } = phrase;
  if (partie === "visas" || partie === "annexe") return null;
  const isSame = goesOn(phrase);
  const isLeast = LEAST.test(plie) || isSame;
  const isMost = !isLeast && MOST.test(plie);
  const isMoney = isSame || MONEY.test(plie) || MONEY.test(phrase.avant);
  const object = objectIn(plie, share);
  const qui = isSame ? "collectivite" : whoBrings(phrase, share, words);
  const isScoped = /\b(?:action|axe|pilier)s? n? ?[°o]? ?\d/.test(plie) || /(?<!\d)20\d\d(?!\d)/.test(plie);
  const give = (dit: boolean, ecarte: string | null = null, valeur = share.valeur): PartDite => ({
    ...candidat(valeur, phrase, dit, ecarte),
    pour: isScoped && ecarte === null && qui === "collectivite" && sharesIn(plie).length === 1 ? porteeDe(plie) : null,
  });
  if (object !== null) return isLeast ? give(false, `parle de ${object}, et non de crédits`) : null;
  if (!isMoney || !(isLeast || isMost || qui === "collectivite")) return null;
  if (partie === "fiche" && !(isLeast && qui === "collectivite")) return null;
  const plan = autrePlan(plie);
  if (plan !== null && !/\bavenants?\b/.test(plan)) return give(false, `parle d’un autre cadre : ${plan}`);
  if (qui === "autre") return give(false, `parle de ${words.autre(plie) ?? "quelqu’un d’autre"}`);
  // A most of the State leaves the rest to the local party, which is not the same as being bound to bring it.
  if (qui === "etat")
    return isMost ? give(false, null, roundTo(1 - share.valeur, 6)) : give(false, "dit la part de l’État");
  if (/\b(?:versement|avance|acompte|solde|a la signature)\b/.test(plie)) return give(false, "parle du versement");
  // As much as the State is half of both.
  if (OF_STATE.test(plie.slice(share.end))) return give(false, null, roundTo(share.valeur / (1 + share.valeur), 6));
  const isOfElse = OF_OWN.test(plie.slice(share.end)) || PUT_BY.test(plie.slice(0, share.at));
  const isOnAverage = /\ben moyenne\b/.test(plie);
  return give(
    partie === "article" &&
      isLeast &&
      qui === "collectivite" &&
      !isSame &&
      !isScoped &&
      !isOnAverage &&
      !isOfElse &&
      !WISH.test(plie),
  );
}

export function readThreshold(phrases: readonly Phrase[], words: Vocabulaire): readonly PartDite[] {
  return phrases.flatMap((phrase) => sharesIn(phrase.plie).flatMap((share) => read(phrase, share, words) ?? []));
}
