// The kinds of value that a cell of the sheet « Contrat » holds: how each is read, and what is asked for where it is none.
import { isoDate } from "xlsx-model/values/date-serial";
import { lireDate } from "../../domain/values/dates-francaises";
import { lireMontant } from "../../domain/values/lire-montant";
import { lireValeur } from "../../domain/values/lire-valeur";
import { toEuros } from "../../domain/values/montant";
import { NON_RENSEIGNE, linesOf } from "../../contract/clauses/sheet-words";
import { foldText } from "../../domain/words/label";
import { numeroSeul, type NumeroAction } from "../../domain/values/numero-action";

type Value = string | number | boolean | null;

interface Kind<Lu, Neutral = Lu> {
  /** Null where the cell holds no such thing. */
  parse(value: Value, format: string): Lu | null;
  /** What the agent is asked to write. */
  expected(value: Value): string;
  /** In the place of what cannot be read. */
  readonly neutral: Neutral;
  /** What stands there need not be read: nothing, or an error of Excel's. */
  readonly isFree?: true;
}

const kind = <Lu, Neutral>(parse: Kind<Lu>["parse"], neutral: Neutral, expected: string): Kind<Lu, Neutral> => ({
  parse,
  neutral,
  expected: () => expected,
});

const free = <Lu, Neutral>(parse: (text: string) => Lu, neutral: Neutral): Kind<Lu, Neutral> => ({
  ...kind((value) => parse(String(value).trim()), neutral, ""),
  isFree: true,
});

/** "+ 5 000 €" may be what is added, and not the amount itself. */
const isIncrease = (value: Value): boolean => typeof value === "string" && /^\s*\+/u.test(value);

const figure = <Lu>(parse: Kind<Lu>["parse"], neutral: Lu, expected: string): Kind<Lu> => ({
  parse: (value, format) => (isIncrease(value) ? null : parse(value, format)),
  neutral,
  expected: (value) =>
    isIncrease(value)
      ? "Écrivez la valeur elle-même, sans signe : un « + » peut aussi dire ce qui s’ajoute."
      : expected,
});

/** Later than any as-of date: what is not signed is a draft, and not in force. */
export const NEVER = "2100-12-31";
const EARLIEST = "1990-01-01";
const LATEST = "2110-01-01";

/** The ISO date that a cell holds, as a number of Excel's or in words. */
export const dateIn = (value: Value): string | null =>
  typeof value === "number" ? isoDate(value) : typeof value === "string" ? lireDate(value) : null;

/** The text of a cell; an error of Excel's is none. */
export function textIn(value: Value): string | null {
  const text = value === null ? "#" : String(value).trim();
  return text.startsWith("#") ? null : text;
}

function parseMontant(value: Value, format: string): number | null {
  const lu = lireMontant(value, format, "€");
  return lu.reason === null && lu.euros === undefined && lu.value >= 0 ? toEuros(lu.value) : null;
}

function parseValeur(value: Value, format: string): number | "nd" | null {
  const lu = lireValeur(value, format);
  if (lu.reason === "missing") return value === null ? null : "nd";
  return lu.reason === null && lu.value >= 0 ? lu.value : null;
}

/** "50 %" and 0,5 in a cell of percentages are the same. */
function parsePart(value: Value): number | null {
  const text = typeof value === "string" ? /^(\d{1,3}(?:[.,]\d+)?) ?%$/.exec(foldText(value))?.[1] : undefined;
  const part = typeof value === "number" ? value : text === undefined ? NaN : Number(text.replace(",", ".")) / 100;
  return part >= 0 && part <= 1 ? part : null;
}

/** The number of a year is no date of the year 1905. */
function parseDate(value: Value): string | null {
  const date = dateIn(value);
  return date !== null && date > EARLIEST && date < LATEST ? date : null;
}

const isRank = (numero: number): boolean => Number.isInteger(numero) && numero > 0;

/** "3", "Axe 3", "Action n° 3". */
function parseNumero(value: Value): number | null {
  const digits =
    typeof value === "string" ? /^(?:\p{L}+ ?)?(?:n ?[°º]? ?)?(\d{1,5})$/u.exec(foldText(value))?.[1] : undefined;
  const numero = typeof value === "number" ? value : Number(digits ?? NaN);
  return isRank(numero) ? numero : null;
}

/** "3", "Action n° 1.1", "A1". */
const parseNumeroAction = (value: Value): NumeroAction | null =>
  typeof value === "number" || typeof value === "string" ? (numeroSeul(String(value)) ?? parseNumero(value)) : null;

function parseAnnee(value: Value): number | null {
  const year = /^(?:(?:annee|exercice) )?(20\d\d)$/.exec(foldText(String(value)))?.[1];
  return year === undefined ? null : Number(year);
}

function rankAtTheEnd(part: string): number | null {
  const numero = Number(/(?<!\d)\d+$/.exec(part)?.[0] ?? NaN);
  return isRank(numero) ? numero : null;
}

/** "2, 4" → [2, 4]; none in an empty cell. */
const parseNumeros =
  <Numero>(read: (part: string) => Numero | null) =>
  (value: Value): Numero[] | null => {
    const parts = String(value ?? "")
      .split(/[;,\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== "" && part !== "-");
    const numeros = parts.map(read);
    return numeros.every((numero) => numero !== null) ? numeros : null;
  };

const LISTE = "Écrivez des numéros séparés par des virgules : 2, 4.";

export const KINDS = {
  texte: kind(textIn, NON_RENSEIGNE, "Écrivez-le dans cette cellule."),
  /** A text that may be left out. */
  libre: free((text) => text, null),
  /** One a line. */
  lignes: free((text) => [...linesOf(text)], [] as string[]),
  /** Euros. */
  montant: figure(parseMontant, 0, "Écrivez un montant en euros, positif ou nul, avec deux décimales au plus."),
  valeur: figure(parseValeur, "nd", "Écrivez un nombre positif ou nul, ou « nd » tant que la valeur reste à préciser."),
  /** Between 0 and 1. */
  part: kind(parsePart, 0, "Écrivez une part entre 0 % et 100 %, par exemple 50 %."),
  date: kind(parseDate, NEVER, "Écrivez une date, par exemple 31/12/2026."),
  numero: kind(parseNumero, null, "Écrivez un numéro : 1, 2, 3…"),
  numeroAction: kind(parseNumeroAction, null, "Écrivez un numéro d’action : 1, 2, 3… ou 1.1, A1."),
  annee: kind(parseAnnee, null, "Écrivez une année, par exemple 2026."),
  numeros: kind(parseNumeros(rankAtTheEnd), [] as number[], LISTE),
  numerosActions: kind(
    parseNumeros((part) => numeroSeul(part) ?? rankAtTheEnd(part)),
    [] as NumeroAction[],
    LISTE,
  ),
};

type Lu<Each> = Each extends Kind<infer Value, infer Neutral> ? Value | Neutral : never;

/** What reading a cell of each kind gives. */
export type Values = { readonly [Name in keyof typeof KINDS]: Lu<(typeof KINDS)[Name]> };

/** Kinds that a part of the contract may do without. */
export const MAY_BE_EMPTY: readonly (keyof Values)[] = ["libre", "lignes", "numeros", "numerosActions"];
