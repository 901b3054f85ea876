// The number of an action as its contract writes it: a whole number, or a text such as "1.1", "A1" or "1.a".

/** A whole number is never written as a text, so that two numbers are the same exactly when they are equal. */
export type NumeroAction = number | string;

/** Letters and digits in up to four parts, with at least one digit and something that is none. */
const TEXTE = /^(?=.*\d)(?=.*\D)(?:\p{L}{1,4}[.-]?)?\d{1,4}(?:[.-]?(?:\d{1,4}|\p{L}{1,3})){0,3}$/u;

export const isNumeroTexte = (text: string): boolean => text.length <= 12 && TEXTE.test(text);

const WHOLE = /^\d{1,5}$/;

/** From what stands in a cell, a key or an option; null for what numbers no action. */
export function numeroAction(written: number | string): NumeroAction | null {
  const text = String(written).trim();
  if (WHOLE.test(text)) return Number(text) > 0 ? Number(text) : null;
  return isNumeroTexte(text) ? text : null;
}

/** Such a number within the expression of a longer text; what it finds may still be none. */
export const NUMERO = String.raw`(?:\p{L}{1,4}[.-]?)?\d{1,4}(?:[.-]?(?:\d{1,3}|\p{L}{1,3})(?![\p{L}\d]))*`;

/** "Action", "fiche action n°" before a number. */
const WORDS = /^\s*(?:fiches?[\s-]*)?(?:actions?\s*)?(?:n\s*(?:[°ºo]\s*)?)?(?=\p{L}{0,4}[.-]?\d)/iu;

/** "3", "Action n° 1.1": nothing else stands beside the number. */
export const numeroSeul = (text: string): NumeroAction | null => numeroAction(text.replace(WORDS, ""));

/** "3", "Action n° 1.1", "A1 – Prévenir": the number that the text begins with. */
export function numeroDit(text: string): NumeroAction | null {
  const [token = ""] = text.replace(WORDS, "").match(/^[^\s:;,–—)/]+/u) ?? [];
  return numeroAction(token.replace(/(?<![.-])[.-]{1,3}$/, ""));
}

const PARTS = /\d+|\p{L}+/gu;
const partsOf = (numero: NumeroAction): readonly string[] => String(numero).toLowerCase().match(PARTS) ?? [];

function compareParts(own: string, other: string): number {
  const [figure, otherFigure] = [Number(own), Number(other)];
  if (Number.isNaN(figure) !== Number.isNaN(otherFigure)) return Number.isNaN(figure) ? 1 : -1;
  if (!Number.isNaN(figure)) return figure - otherFigure;
  return own === other ? 0 : own < other ? -1 : 1;
}

/** As a reader puts them in order: 2 before 10, 1.2 before 1.10, 1.a before 1.b, A2 before B1. */
export function compareNumeros(left: NumeroAction, right: NumeroAction): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [mine, theirs] = [partsOf(left), partsOf(right)];
  for (const [at, own] of mine.entries()) {
    const other = theirs[at];
    const order = other === undefined ? 1 : compareParts(own, other);
    if (order !== 0) return order;
  }
  return mine.length - theirs.length;
}

/** What is the same however it is typed: letters and their case, and what stands between the parts, do not count. */
export const foldNumero = (numero: NumeroAction): string => partsOf(numero).join(".");

/** Whichever of these bears the number, as it is written or typed otherwise. */
export function parNumeroDit<Item extends { readonly numero: NumeroAction }>(
  items: readonly Item[],
  numero: NumeroAction,
): Item | undefined {
  const exact = items.find((item) => item.numero === numero);
  if (exact) return exact;
  const folded = foldNumero(numero);
  return items.find((item) => foldNumero(item.numero) === folded);
}

/** The number that a figure alone stands for: 3, or 1,1 for "1.1" where no other one is worth as much ("1.10" is). */
export function numeroDeValeur(
  items: readonly { readonly numero: NumeroAction }[],
  value: unknown,
): NumeroAction | null {
  if (typeof value !== "number") return null;
  if (Number.isInteger(value)) return value > 0 ? value : null;
  const [own, other] = items.filter(({ numero }) => Number(numero) === value);
  return own && !other ? own.numero : null;
}
