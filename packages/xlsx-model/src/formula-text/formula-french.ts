// Formulas as a French Excel shows and takes them: SOMME, SI, ";" and decimal commas.
import { errorInEnglish, errorInFrench } from "../values/errors-in-french";
import { joinTokens, tokenize, type Token } from "./formula-tokens";

const NAMES: readonly (readonly [english: string, french: string])[] = [
  ["SUM", "SOMME"],
  ["SUMIF", "SOMME.SI"],
  ["SUMIFS", "SOMME.SI.ENS"],
  ["SUMPRODUCT", "SOMMEPROD"],
  ["SUBTOTAL", "SOUS.TOTAL"],
  ["AGGREGATE", "AGREGAT"],
  ["PRODUCT", "PRODUIT"],
  ["IF", "SI"],
  ["IFS", "SI.CONDITIONS"],
  ["IFERROR", "SIERREUR"],
  ["IFNA", "SI.NON.DISP"],
  ["AND", "ET"],
  ["OR", "OU"],
  ["NOT", "NON"],
  ["ROUND", "ARRONDI"],
  ["ROUNDUP", "ARRONDI.SUP"],
  ["ROUNDDOWN", "ARRONDI.INF"],
  ["INT", "ENT"],
  ["AVERAGE", "MOYENNE"],
  ["AVERAGEIF", "MOYENNE.SI"],
  ["COUNT", "NB"],
  ["COUNTA", "NBVAL"],
  ["COUNTBLANK", "NB.VIDE"],
  ["COUNTIF", "NB.SI"],
  ["COUNTIFS", "NB.SI.ENS"],
  ["ISNUMBER", "ESTNUM"],
  ["ISTEXT", "ESTTEXTE"],
  ["ISBLANK", "ESTVIDE"],
  ["ISERROR", "ESTERREUR"],
  ["HYPERLINK", "LIEN_HYPERTEXTE"],
  ["VLOOKUP", "RECHERCHEV"],
  ["HLOOKUP", "RECHERCHEH"],
  ["XLOOKUP", "RECHERCHEX"],
  ["MATCH", "EQUIV"],
  ["OFFSET", "DECALER"],
  ["ROW", "LIGNE"],
  ["COLUMN", "COLONNE"],
  ["LEN", "NBCAR"],
  ["LEFT", "GAUCHE"],
  ["RIGHT", "DROITE"],
  ["MID", "STXT"],
  ["TRIM", "SUPPRESPACE"],
  ["TEXT", "TEXTE"],
  ["VALUE", "CNUM"],
  ["YEAR", "ANNEE"],
  ["MONTH", "MOIS"],
  ["DAY", "JOUR"],
  ["NOW", "MAINTENANT"],
  ["TODAY", "AUJOURDHUI"],
  ["TRUE", "VRAI"],
  ["FALSE", "FAUX"],
];

const TO_FRENCH = new Map(NAMES);
const TO_ENGLISH = new Map(NAMES.map(([english, french]) => [french, english]));
/** Only functions and truth values have a name in each language: a reference or a defined name may be spelt like one. */
const TRANSLATED: ReadonlySet<Token["kind"]> = new Set(["function", "boolean"]);

export function toFrenchFormula(formula: string): string {
  let inArray = false;
  const french = (token: Token): Token => {
    const { kind, text } = token;
    if (text === "{" || text === "}") inArray = text === "{";
    if (TRANSLATED.has(kind)) return { ...token, text: TO_FRENCH.get(text.toUpperCase()) ?? text };
    if (kind === "number") return { ...token, text: text.replace(".", ",") };
    if (kind === "error") return { ...token, text: errorInFrench(text) };
    return kind === "operator" && text === "," ? { ...token, text: inArray ? "." : ";" } : token;
  };
  return joinTokens(tokenize(formula).map(french));
}

// Strings, sheets and tables' columns are left as they stand; an array's columns are parted by points.
const FRENCH = /("(?:[^"]|"")*")|('(?:[^']|'')*'|\[[^[\]]*\])|\{([^{}]*)\}|(\d),(?=\d)|(;)/g;
const ARRAY = /("(?:[^"]|"")*")|[.,]/g;

export function toEnglishFormula(formula: string): string {
  const pointed = formula.replace(
    FRENCH,
    (all: string, text?: string, name?: string, array?: string, digit?: string): string => {
      if (text !== undefined || name !== undefined) return all;
      if (array !== undefined)
        return `{${array.replace(ARRAY, (sign: string) => ({ ".": ",", ",": "." })[sign] ?? sign)}}`;
      return digit === undefined ? "," : `${digit}.`;
    },
  );
  const english = (token: Token): Token => {
    const { kind, text } = token;
    const isWord = TRANSLATED.has(kind) || (kind === "name" && /^(?:vrai|faux)$/i.test(text));
    if (isWord && token.sheet === null) return { ...token, text: TO_ENGLISH.get(text.toUpperCase()) ?? text };
    return token;
  };
  return joinTokens(tokenize(errorsInEnglish(pointed)).map(english));
}

function errorsInEnglish(formula: string): string {
  return formula.replace(/("(?:[^"]|"")*")|#[\p{L}/]+[!?]/gu, (all: string, text?: string) =>
    text === undefined ? errorInEnglish(all) : all,
  );
}
