// The dates of a signed contract: its period, its signature, its effect, the report of execution, the notice; not those of other plans, reports and laws.
import { citeDates, type DateCitee } from "../domain/values/dates-francaises";
import { candidat, type Candidat } from "./candidates";
import type { Phrase } from "./signed-sentences";
import { SMALL_NUMBER, smallNumber } from "./signed-amounts";
import { autrePlan, ceContrat } from "./who-and-what";

export interface DatesSignees {
  readonly debut: readonly Candidat<string>[];
  readonly fin: readonly Candidat<string>[];
  readonly signeLe: readonly Candidat<string>[];
  readonly effetLe: readonly Candidat<string>[];
  readonly rapport: readonly Candidat<string>[];
  /** Months before the end until which the contract can be denounced. */
  readonly preavis: readonly Candidat<number>[];
}

const daysIn = (plie: string): readonly DateCitee[] =>
  (citeDates(plie) ?? []).filter(({ precision }) => precision === "jour");

const FROM =
  /(?:\bdu|\ba (?:compter|partir) du|\bdes le|\bdepuis le|\b(?:prend|prendra|prennent) effet(?: au| le| a compter du)?|\bdebute(?:ra)?(?: au| le)?|\bcommence(?:ra)?(?: au| le)?|\bentre le) ?$/;
const TO =
  /(?:\bau|\bjusqu'au|\bjusqu'a la date du|\bfin (?:au|le)|\bs'acheve(?:ra)?(?: au| le)?|\bexpire(?:ra)?(?: au| le)?|\bprend(?:ra)? fin(?: au| le)?|\btermine(?:ra)?(?: au| le)?|\becheance(?: est fixee)? (?:au|le)|\bet le) ?$/;
const YEARS_LONG = new RegExp(String.raw`\b(?:duree|periode) de ${SMALL_NUMBER} (?:ans?|annees?)\b`, "u");

const DURATION =
  /\b(?:duree|periode|couvr\p{L}+|conclue?s?|prend fin|expire|entree? en vigueur|prend effet|(?<!(?:peut|pourra|pouvant) etre )(?:prolong|prorog)\p{L}+)\b/u;
const OF_ACTION = /\b(?:calendrier|fiche|action n|l'action|experimentation)\b/;
const REPORT = /\b(?:rapport|bilan|compte rendu)\b/;

/** Another span than the contract's, in words; null where it may be the contract's. */
function otherSpan({ plie, partie }: Phrase): string | null {
  const plan = autrePlan(plie);
  if (partie === "visas") return "cite un autre texte";
  if (partie === "fiche" || OF_ACTION.test(plie)) return "est le calendrier d’une action";
  if (REPORT.test(plie)) return "est la période d’un rapport";
  if (plan !== null && !ceContrat(plie)) return `parle d’un autre cadre : ${plan}`;
  return null;
}

function afterYears(debut: string, years: number): string {
  const day = new Date(`${debut}T00:00:00Z`);
  return new Date(Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth(), day.getUTCDate() - 1))
    .toISOString()
    .slice(0, 10);
}

interface Dated extends Candidat<string> {
  readonly ofDuration: boolean;
}

function readPeriod(phrases: readonly Phrase[]): Pick<DatesSignees, "debut" | "fin"> {
  const debut: Dated[] = [];
  const fin: Dated[] = [];
  for (const phrase of phrases) {
    const { plie, titre, partie } = phrase;
    if (partie === "signature" || partie === "annexe") continue;
    const ofDuration = /\bduree\b/.test(titre);
    if (!DURATION.test(plie) && !ofDuration && !/\bperiode\b/.test(plie)) continue;
    const days = daysIn(plie);
    if (days.length === 0) continue;
    const ecarte = otherSpan(phrase);
    const isOwn = ceContrat(plie) || ofDuration || /\bconventionnement|soutien financier\b/.test(plie);
    const dit = partie === "article" && isOwn && autrePlan(plie) === null;
    const before = (day: DateCitee): string => plie.slice(0, day.index);
    // "du 1er janvier 2024 au 31 décembre 2027": the words stand before each day.
    const from = days.find((day) => FROM.test(before(day)));
    const to = days.find((day) => day !== from && TO.test(before(day)));
    if (from) debut.push({ ...candidat(from.debut, phrase, dit, ecarte), ofDuration });
    if (to) fin.push({ ...candidat(to.debut, phrase, dit, ecarte), ofDuration });
    const years = YEARS_LONG.exec(plie)?.[1];
    const count = years === undefined ? null : smallNumber(years);
    // A length beside two days must say the same as they do.
    if (from && count !== null)
      fin.push({ ...candidat(afterYears(from.debut, count), phrase, dit, ecarte), ofDuration });
    // A day in the article on the duration that no words place may be either end.
    const isPlaced = from !== undefined || to !== undefined;
    if (!isPlaced && ofDuration)
      for (const day of days) fin.push({ ...candidat(day.debut, phrase, false, ecarte), ofDuration });
  }
  // The article on the duration is the one to cite.
  const byArticle = (said: readonly Dated[]): readonly Candidat<string>[] =>
    [...said].sort((left, right) => Number(right.ofDuration) - Number(left.ofDuration));
  return { debut: byArticle(debut), fin: byArticle(fin) };
}

function readSignature(phrases: readonly Phrase[]): readonly Candidat<string>[] {
  return phrases.flatMap((phrase) => {
    const { plie, partie } = phrase;
    if (partie === "visas") return [];
    const said = /^fait (?:aux?|a|le|en) /.test(plie);
    const signed = /\bsignee?s? (?:\p{L}+ )?(?:a \p{L}+,? )?le ?/u.exec(plie);
    if (!said && !signed) return [];
    const plan = autrePlan(plie);
    const isOwn = said || /\b(?:convention|contrat)\b/.test(plie);
    // Each party may have signed on a day of its own.
    return daysIn(plie)
      .filter(({ index }) => said || (signed !== null && index >= signed.index))
      .map((day) =>
        candidat(
          day.debut,
          phrase,
          isOwn && plan === null,
          plan === null || said ? null : `parle d’un autre texte : ${plan}`,
        ),
      );
  });
}

const EFFECT =
  /\b(?:prend|prendra|prennent|prendront) effet (?:au |le |a (?:compter|partir) du |des le )|\b(?:entre|entrent|entrera|entree?s?) en vigueur (?:au |le |a (?:compter|partir) du )/;

function readEffect(phrases: readonly Phrase[]): readonly Candidat<string>[] {
  return phrases.flatMap((phrase) => {
    const { plie, partie, precedente } = phrase;
    const verb = EFFECT.exec(plie);
    const day = verb && daysIn(plie).find(({ index }) => index >= verb.index);
    if (!verb || !day || partie === "visas" || partie === "fiche") return [];
    const subject = plie.slice(0, verb.index);
    const isPronoun = /^(?:elle|il|celle-ci|celui-ci)\b/.test(plie);
    const plan = autrePlan(subject) ?? (isPronoun ? autrePlan(precedente) : null);
    if (plan !== null && !ceContrat(subject))
      return [candidat(day.debut, phrase, false, `parle d’un autre texte : ${plan}`)];
    const isOwn =
      ceContrat(subject) ||
      (isPronoun && (precedente === "" || ceContrat(precedente) || daysIn(precedente).length > 0));
    return [candidat(day.debut, phrase, partie === "article" && isOwn && plan === null)];
  });
}

/** Each day that a sentence on the report sets a limit at: an interim report and the last one are two. */
function readReport(phrases: readonly Phrase[]): readonly Candidat<string>[] {
  return phrases.flatMap((phrase) => {
    const { plie, partie, precedente } = phrase;
    if (partie !== "article" && partie !== "parties") return [];
    if (!REPORT.test(plie) && !(/^(?:il|celui|celle)\b/.test(plie) && REPORT.test(precedente))) return [];
    const plan = autrePlan(plie);
    const ecarte = plan === null || ceContrat(plie) ? null : `parle d’un autre cadre : ${plan}`;
    const days = daysIn(plie);
    return [...plie.matchAll(/\b(?:au plus tard|avant) (?:le |au )?/g)].flatMap(({ 0: term, index }) => {
      const day = days.find((each) => each.index >= index);
      const isReport = /\brapport\b/.test(plie) && /^au plus tard/.test(term);
      return day ? [candidat(day.debut, phrase, isReport && plan === null, ecarte)] : [];
    });
  });
}

const NOTICE = [
  new RegExp(String.raw`\b${SMALL_NUMBER} mois (?:au moins |au plus tard |minimum )?avant\b`, "gu"),
  new RegExp(String.raw`\bpreavis (?:d'au moins |minimal |minimum )?(?:de |d')?${SMALL_NUMBER} mois\b`, "gu"),
];

function readNotice(phrases: readonly Phrase[]): readonly Candidat<number>[] {
  return phrases.flatMap((phrase) => {
    const { plie, titre, partie } = phrase;
    if (partie === "visas" || partie === "fiche" || partie === "annexe") return [];
    const isNotice = /denonc/.test(plie);
    if (!isNotice && !/denonc/.test(titre) && !/resili/.test(plie)) return [];
    return NOTICE.flatMap((pattern) =>
      [...plie.matchAll(pattern)].flatMap(({ 1: words = "" }) => {
        const months = smallNumber(words.replace(/\([^()]*\)/, ""));
        // Before the end of each year it is not one day.
        return months === null ? [] : [candidat(months, phrase, isNotice && !/\bchaque annee|\bannuel/.test(plie))];
      }),
    );
  });
}

export function readDates(phrases: readonly Phrase[]): DatesSignees {
  return {
    ...readPeriod(phrases),
    signeLe: readSignature(phrases),
    effetLe: readEffect(phrases),
    rapport: readReport(phrases),
    preavis: readNotice(phrases),
  };
}
