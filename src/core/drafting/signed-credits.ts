// The State's credits of each year and their split between the axes, wherever the articles state them.
import { foldLabel, foldText } from "../domain/words/label";
import type { ConventionDefinition } from "../contract/convention";
import { candidat, endroitDe, type Candidat, type Endroit } from "./candidates";
import { amountsIn, yearsIn } from "./signed-amounts";
import { stripEnds } from "./strip-ends";
import type { Phrase } from "./signed-sentences";
import type { Vocabulaire } from "./who-and-what";

export interface CreditDit {
  readonly annee: number;
  readonly montant: number;
  readonly statut: StatutDit | null;
}

type Statut = ConventionDefinition["creditsEtat"][number]["statut"];

/** Null where the words of the amount do not say it. */
export interface StatutDit {
  readonly valeur: Statut;
  readonly dit: boolean;
}

const CREDIT =
  /\b(?:credits?|soutien|contribution|subvention|participation|aide|apporte?|montants?|finance\p{L}*|enveloppe|dotation|vers(?:e|era|ement)|attribue|alloue|accorde|octroie|prevoit|consacre|mobilise|engage)\b/u;
/** Of a part of the credits, and not of the year. */
const A_PART = /\b(?:axes?|piliers?|sous-actions?|code|actions?|fiches?|activites?|dont)\b/;
const PROVISIONAL =
  /\b(?:previsionnel\p{L}*|indicati\p{L}*|estim\p{L}*|provisoire|sera (?:precise|fixe|determine|arrete|confirme)\p{L}*|avenants?)\b/u;
const FIRM = /\b(?:fermes?|definiti\p{L}*|notifie\p{L}*)\b/u;
/** Every credit of the State waits for the budget to be voted; another reserve may make it provisional. */
const RESERVE =
  /\bsous (?:la )?reserves? (?!de (?:l'inscription|l'ouverture|l'adoption|l'annualite|la disponibilite|la loi|leur (?:disponibilite|inscription))|des credits|du vote)/;

function statutIn(part: string): StatutDit | null {
  if (PROVISIONAL.test(part)) return { valeur: "provisionnel", dit: true };
  if (FIRM.test(part)) return { valeur: "ferme", dit: true };
  return RESERVE.test(part) ? { valeur: "provisionnel", dit: false } : null;
}
const EACH = /\b(?:par an|chaque annee|annuel\p{L}*|chacune?|chaque exercice|respectivement)\b/u;
const WHOLE =
  /\b(?:total\p{L}*|global\p{L}*|au total|sur la (?:duree|periode)|pour la (?:duree|periode)|quatre ans|enveloppe)\b/u;

const IN_ALL = /\b(?:au total|en tout|total\p{L}*|global\p{L}*|cumul\p{L}*)\b/u;

interface Paire {
  readonly annee: number;
  readonly montant: number;
  readonly statut: StatutDit | null;
}

/** An amount for a year; as many of both, in turn; or one amount for each of several years. */
function pairsIn(plie: string, avant: string): readonly Paire[] {
  const amounts = amountsIn(plie);
  const said = yearsIn(plie);
  const years = said.length > 0 ? said : yearsIn(avant);
  const [amount] = amounts;
  if (!amount || years.length === 0) return [];
  const whole = statutIn(plie);
  if (amounts.length === years.length) {
    const own = amounts.map(({ end }, rank) => statutIn(plie.slice(end, amounts[rank + 1]?.at)));
    // "montant ferme" between two amounts is said of the first of them alone; what stands after the last may be said of all.
    const isOfEach = own.slice(0, -1).some((each) => each !== null);
    return years.map(({ valeur }, rank) => ({
      annee: valeur,
      montant: amounts[rank]?.valeur ?? 0,
      statut: isOfEach ? (own[rank] ?? null) : whole,
    }));
  }
  if (amounts.length === 1 && (years.length === 1 || EACH.test(plie)))
    return years.map(({ valeur }) => ({ annee: valeur, montant: amount.valeur, statut: whole }));
  return [];
}

const PRONOUN =
  /^ ?(?:elle|il|celle-ci|celui-ci|ce montant|cette (?:aide|somme|contribution|dotation|participation))\b/;
const ITSELF = /\b(?:actions? decrites|des actions|les actions|chaque action)\b/g;

/** Why it is not the State's; null where it may be. */
function notOfState(around: string, giver: ReturnType<Vocabulaire["premier"]>, words: Vocabulaire): string | null {
  if (giver === "autre") return `parle de ${words.autre(around) ?? "quelqu’un d’autre"}`;
  return giver === "collectivite" && !/\bsoutien|\betat\b/.test(around) ? "dit la part de la collectivité" : null;
}

/** A part of a sentence between semicolons, with what it takes up from before. */
function creditsIn(part: string, before: string, phrase: Phrase, words: Vocabulaire): readonly Candidat<CreditDit>[] {
  const { avant, partie } = phrase;
  const around = `${avant} ${PRONOUN.test(part) ? before : ""} ${part}`;
  if (A_PART.test(part.replace(ITSELF, "")) || !CREDIT.test(around)) return [];
  const pairs = pairsIn(part, avant);
  if (pairs.length === 0 || (pairs.length === 1 && WHOLE.test(part) && yearsIn(part).length === 0)) return [];
  // One amount for several years in all is that of none of them.
  if (pairs.length > 1 && amountsIn(part).length === 1 && IN_ALL.test(part)) return [];
  const first = amountsIn(part)[0]?.at ?? 0;
  // To whom it is given is not who gives it.
  const said = part.slice(0, first).replace(/\ba la \p{L}+|\bau \p{L}+/gu, "");
  const giver =
    words.dernier(said) ??
    (PRONOUN.test(part) ? words.premier(before) : null) ??
    words.premier(avant) ??
    words.premier(part);
  const ofState = words.nomme(around, "etat") || /\bcredits? (?:du programme|d'etat)\b/.test(around);
  const isBare = /^(?:un )?montants?\b/.test(part) && !words.nomme(before, "collectivite");
  const dit = (partie === "article" || partie === "parties") && (giver === "etat" || ofState || isBare);
  return pairs.map((pair) => candidat(pair, phrase, dit, notOfState(around, giver, words)));
}

export function readCredits(phrases: readonly Phrase[], words: Vocabulaire): readonly Candidat<CreditDit>[] {
  return phrases.flatMap((phrase) => {
    const { plie, partie, precedente } = phrase;
    if (partie === "visas" || partie === "annexe" || partie === "fiche") return [];
    // What is said of several years together is said of each: "… ; elle est de … pour 2025, montants fixés par avenant".
    return plie
      .split(";")
      .flatMap((part, rank, parts) => creditsIn(part, rank === 0 ? precedente : (parts[0] ?? ""), phrase, words));
  });
}

/** What the State gives in all, over the years. */
export function readWhole(phrases: readonly Phrase[], words: Vocabulaire): readonly Candidat<number>[] {
  return phrases.flatMap((phrase) => {
    const { plie, partie } = phrase;
    const amounts = amountsIn(plie);
    const [amount] = amounts;
    if (partie !== "article" || !amount || amounts.length > 1 || !WHOLE.test(plie) || !CREDIT.test(plie)) return [];
    const years = new Set(yearsIn(plie).map(({ valeur }) => valeur));
    if (A_PART.test(plie) || years.size === 1 || words.dernier(plie.slice(0, amount.at)) !== "etat") return [];
    return [candidat(amount.valeur, phrase, true)];
  });
}

/** What is said first, and what after it. */
const BY_AVENANT = [
  [/\bannees suivantes\b/u, /\bavenant\b/u],
  [/\bavenants?\b/u, /\b(?:chaque annee|annuel\p{L}*|annees suivantes)\b/u],
] as const;

/** Whether the contract says in general that an avenant fixes the amounts of later years. */
export const fixedByAvenant = (phrases: readonly Phrase[]): boolean =>
  phrases.some(({ plie }) =>
    BY_AVENANT.some(([first, then]) => first.test(plie) && then.test(plie.slice(plie.search(first)))),
  );

export interface AxeConnu {
  readonly numero: number;
  readonly intitule: string;
}

/** An amount under the words of an axe, before it is known which axe they are. */
export interface PartNommee {
  readonly nom: string;
  /** The number that the words give: that of a pillar need not be that of the axe. */
  readonly numero: number | null;
  readonly montant: number;
  readonly endroit: Endroit;
}

export interface RepartitionDite {
  /** Null where no words say of which year. */
  readonly annee: number | null;
  readonly parts: readonly PartNommee[];
}

/** "axe 2 « Emploi »", "l’axe Enfance", "pilier 3": its number and its words. */
const NAMED = /\b(axe|pilier)s? ?(?:n ?° ?)?(\d{1,2})?\b(?: ?[:«"–—-])* ?(.*)$/iu;

const QUOTED = /[«"“]([^«»"“”]{1,200})[»"”]/u;
const BEFORE_AMOUNT = /^[^:\d]{0,200}/u;

function partIn(phrase: Phrase, axes: readonly AxeConnu[]): PartNommee | null {
  const { texte, plie } = phrase;
  const amounts = amountsIn(plie);
  const [amount] = amounts;
  if (!amount || amounts.length > 1 || /\bcode\b/.test(plie)) return null;
  const [, , digits, after = ""] = NAMED.exec(texte) ?? [];
  const quoted = QUOTED.exec(texte)?.[1];
  const own = axes.find(({ intitule }) => plie.includes(foldText(intitule)));
  if (digits === undefined && after === "" && !own) return null;
  const nom = stripEnds(quoted ?? own?.intitule ?? BEFORE_AMOUNT.exec(after)?.[0] ?? "");
  return {
    nom,
    numero: digits === undefined ? null : Number(digits),
    montant: amount.valeur,
    endroit: endroitDe(phrase),
  };
}

/** Each list of amounts by axe, whole. */
export function readSplits(
  phrases: readonly Phrase[],
  axes: readonly AxeConnu[],
): readonly Candidat<RepartitionDite>[] {
  const lists: {
    readonly phrase: Phrase;
    readonly parts: PartNommee[];
    last: number;
    readonly annee: number | null;
  }[] = [];
  for (const phrase of phrases) {
    if (phrase.partie === "visas" || phrase.partie === "annexe" || phrase.partie === "fiche") continue;
    const part = partIn(phrase, axes);
    if (!part) continue;
    const years = [
      ...new Set(
        [...yearsIn(phrase.plie), ...yearsIn(phrase.avant), ...yearsIn(phrase.precedente)].map(({ valeur }) => valeur),
      ),
    ];
    const open = lists.at(-1);
    const isSame = (each: PartNommee): boolean =>
      foldLabel(each.nom) === foldLabel(part.nom) && each.numero === part.numero;
    if (open && phrase.rang - open.last <= 1 && !open.parts.some(isSame)) {
      open.parts.push(part);
      open.last = phrase.rang;
    } else
      lists.push({ phrase, parts: [part], last: phrase.rang, annee: years.length === 1 ? (years[0] ?? null) : null });
  }
  return lists.map(({ phrase, parts, annee }) => candidat({ annee, parts }, phrase, parts.length > 1));
}
