// What the calendar of a fiche says: the dates between which the action runs, as far as they can be told.
import type { Convention } from "../../contract/convention";
import { citeDates, type DateCitee } from "./dates-francaises";
import { foldText } from "../words/label";

export interface Intervalle {
  /** As written, folded: "du 1er janvier 2024 au 31 decembre 2027". */
  readonly texte: string;
  /** ISO dates, inclusive; null for an end that the text leaves open ("jusqu’au …"). */
  readonly debut: string | null;
  readonly fin: string | null;
}

interface DateEcrite extends DateCitee {
  readonly texte: string;
}

export type CalendrierLu =
  | {
      readonly kind: "lu";
      readonly intervalles: readonly Intervalle[];
      /** Dates outside of any span that can be told, as written: "bilan transmis en 2028". */
      readonly autres: readonly DateEcrite[];
    }
  | { readonly kind: "illisible" };

const ILLISIBLE: CalendrierLu = { kind: "illisible" };

const BETWEEN =
  /^(?: ?(?:-|\/|>|->) ?| (?:au|a|et|jusqu'a|jusqu'au|jusqu'en|jusqu'a fin) )(?:(?:le|la|fin|debut|fin de) )?$/;
/** Only at the beginning: within a sentence, "dès 2021" may tell the past of the action. */
const FROM = /^[ •*-]*(?:demarrage |debut |action )?(?:des(?: le)?|a partir d[ue']|a compter d[ue']) ?$/;
const UNTIL = /(?:^|[ (])(?:jusqu'(?:au|en|a)(?: fin| la fin de)?|au plus tard(?: le| en)?) ?$/;
/** "2024-27" and "2024/27" write the second year short; in "2024-31 décembre" it is a day. */
const SHORT_SPAN = /(?<![\d/.-])(20\d\d)[-/](\d\d)(?![\d/.-]| ?[a-z])/g;
/** What may stand around the dates of a text that is nothing but dates. */
const ONLY_DATES =
  /^(?:calendrier|periode|duree|annees?|debut|fin|demarrage|lancement|cloture|exercices?|contrat|du|de|des|d'|au|a|et|en|le|la|les|l'|jusqu'(?:au|en|a)|entre|mois|jour|realisation|previsionnel|action|trimestre|semestre|premier|premiere|second|1er|[1-4](?:e|eme|nd)|[ts][1-4]|rentree|printemps|ete|automne|hiver|[ ,;:.()/+&-])*$/;
const LEADS_LINE = /^[ •*-]*(?:(?:en|annee|courant|debut|fin|mi|depuis|a partir de|des) ?-?)? ?$/;

function toInterval(text: string, from: DateCitee, to: DateCitee): Intervalle {
  return { texte: text.slice(from.index, to.end), debut: from.debut, fin: to.fin };
}

interface Ligne {
  readonly spans: readonly Intervalle[];
  readonly others: readonly DateEcrite[];
}

function readLine(convention: Convention, line: string): Ligne | null {
  const text = foldText(line).replaceAll("→", "-").replace(SHORT_SPAN, "$1-20$2");
  const dates = citeDates(text)?.map((date) => fitYears(convention, date));
  if (!dates) return null;
  const spans: Intervalle[] = [];
  const others: DateEcrite[] = [];
  const bare = dates.reduceRight((rest, { index, end }) => rest.slice(0, index) + rest.slice(end), text);
  const isOnlyDates = ONLY_DATES.test(bare);
  for (let at = 0; at < dates.length; at += 1) {
    const date = dates[at];
    if (!date) break;
    const next = dates[at + 1];
    const before = text.slice(0, date.index);
    const after = text.slice(date.end);
    if (next && BETWEEN.test(text.slice(date.end, next.index)) && isSpan(before, text.slice(date.end, next.index))) {
      spans.push(toInterval(text, date, next));
      at += 1;
    } else if (UNTIL.test(before)) spans.push({ texte: text.slice(date.index, date.end), debut: null, fin: date.fin });
    else if (FROM.test(before)) spans.push({ texte: text.slice(date.index, date.end), debut: date.debut, fin: null });
    else if (isOnlyDates || (LEADS_LINE.test(before) && /^ ?(?::|,|-|=|\)|$)/.test(after))) {
      spans.push(toInterval(text, date, date));
    } else others.push({ ...date, texte: text.slice(date.index, date.end) });
  }
  return { spans, others };
}

/** "2024 et 2025" are two dates; "entre 2024 et 2025" is a span. */
function isSpan(before: string, between: string): boolean {
  return !/ et /.test(between) || /(?:^| )entre(?: le)? ?$/.test(before);
}

/** A year of the contract is its own days, whatever the calendar's; another year that overlaps it is cut to the period. */
function fitYears(convention: Convention, date: DateCitee): DateCitee {
  if (date.precision !== "annee") return date;
  const annee = convention.annees.find((candidate) => candidate.annee === Number(date.debut.slice(0, 4)));
  if (annee) return { ...date, debut: annee.debut, fin: annee.fin };
  const { debut, fin } = convention.periode;
  if (date.fin < debut || date.debut > fin) return date;
  return { ...date, debut: date.debut < debut ? debut : date.debut, fin: date.fin > fin ? fin : date.fin };
}

export function lireCalendrier(convention: Convention, text: string): CalendrierLu {
  const intervalles: Intervalle[] = [];
  const autres: DateEcrite[] = [];
  for (const line of text.split(/[\n;]/)) {
    const read = readLine(convention, line);
    if (!read) return ILLISIBLE;
    intervalles.push(...read.spans);
    autres.push(...read.others);
  }
  const isBackwards = intervalles.some(({ debut, fin }) => debut !== null && fin !== null && debut > fin);
  return intervalles.length === 0 || isBackwards ? ILLISIBLE : { kind: "lu", intervalles, autres };
}
