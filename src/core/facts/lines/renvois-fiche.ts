// What a fiche refers to: its axe, and the actions and axes that it says are linked.
import type { Convention } from "../../contract/convention";
import { aDesNumerosEcrits, foldText, parseLabel } from "../../domain/words/label";
import { foldNumero, type NumeroAction } from "../../domain/values/numero-action";

export interface Renvois {
  readonly actions: ReadonlySet<NumeroAction>;
  readonly axes: ReadonlySet<number>;
}

const NONE = /^(?:aucune?s?|neant|sans objet|so|s\.o\.|non|pas d'interaction)?\.?$/;
const ALL = /^(?:toutes?(?: les)?(?: autres)?(?: actions)?|ensemble des(?: autres)? actions)\.?$/;
const REFERENCE =
  /\b(actions?|fiches?(?:[ -]actions?)?|axes?|piliers?)\s*((?:(?:n ?[°o]? ?)?\d{1,3}(?! ?%)(?: ?(?:,|;|\/|&|et|ou|a|-) ?(?:n ?[°o]? ?)?(?=\d))?)+)/g;

function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  for (const [, from = "", to] of text.matchAll(/(\d{1,3})(?: ?(?:a|-) ?(?:n ?[°o]? ?)?(\d{1,3}))?/g)) {
    const last = Number(to ?? from);
    for (let numero = Number(from); numero <= last; numero += 1) numbers.push(numero);
  }
  return numbers;
}

/** "action 1.1, 2.3 et A1": whatever words of the text number an action. */
function readWritten(actions: Convention["actions"], folded: string): readonly NumeroAction[] {
  const words = new Set(
    folded.replace(/\b(?:axes?|piliers?) *[\d, et]+/g, " ").match(/[\p{L}\d]+(?:[.-][\p{L}\d]+)*/gu),
  );
  const written = new Set([...words].map(foldNumero));
  return actions.flatMap(({ numero }) => (written.has(foldNumero(numero)) ? [numero] : []));
}

/** Null when the text names nothing that can be recognised; `own` is the action that the fiche is about. */
export function lireRenvois(convention: Convention, text: string, own: NumeroAction | null): Renvois | null {
  const folded = foldText(text);
  const actions = new Set<NumeroAction>();
  const axes = new Set<number>();
  if (NONE.test(folded)) return { actions, axes };
  if (ALL.test(folded)) {
    for (const { numero } of convention.actions) if (numero !== own) actions.add(numero);
    return { actions, axes };
  }
  let isRead = false;
  const isWritten = aDesNumerosEcrits(convention.actions);
  for (const [, word = "", numbers = ""] of folded.matchAll(REFERENCE)) {
    const isAxe = /^(?:axe|pilier)/.test(word);
    if (isWritten && !isAxe) continue;
    for (const numero of readNumbers(numbers)) (isAxe ? axes : actions).add(numero);
    isRead = true;
  }
  if (isWritten) {
    for (const numero of readWritten(convention.actions, folded)) actions.add(numero);
    return isRead || actions.size > 0 ? { actions, axes } : null;
  }
  if (!isRead && /^\d{1,3}(?:(?: ?[,;/&-] ?| et )\d{1,3})*$/.test(folded)) {
    for (const numero of readNumbers(folded)) actions.add(numero);
    isRead = actions.size > 0;
  }
  return isRead ? { actions, axes } : null;
}

/** The axe as a fiche writes it: its number and its label, either of which may be left out. */
export interface AxeEcrit {
  readonly numero: number | null;
  /** Folded; "" when there is none. */
  readonly intitule: string;
}

export function lireAxe(text: string): AxeEcrit {
  const line = text.replace(/\s+/gu, " ").trim();
  const parsed = parseLabel(/^(?:axe|pilier)/i.test(line) ? line.replace(/^pilier/i, "Axe") : `Axe ${line}`);
  return { numero: parsed.numero, intitule: parsed.rest.replace(/(?<![ .])[ .]+$/, "") };
}
