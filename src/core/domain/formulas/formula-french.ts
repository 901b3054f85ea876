// Formulas as a French Excel shows and takes them: SOMME, SI, ";" and decimal commas.
import { tokenize, type Token } from "./display-tokens";

const NAMES: readonly (readonly [english: string, french: string])[] = [
  ["SUM", "SOMME"],
  ["SUMIF", "SOMME.SI"],
  ["SUMIFS", "SOMME.SI.ENS"],
  ["SUMPRODUCT", "SOMMEPROD"],
  ["SUBTOTAL", "SOUS.TOTAL"],
  ["IF", "SI"],
  ["IFERROR", "SIERREUR"],
  ["AND", "ET"],
  ["OR", "OU"],
  ["NOT", "NON"],
  ["ROUND", "ARRONDI"],
  ["AVERAGE", "MOYENNE"],
  ["COUNT", "NB"],
  ["COUNTA", "NBVAL"],
  ["COUNTIF", "NB.SI"],
  ["ISNUMBER", "ESTNUM"],
  ["ISTEXT", "ESTTEXTE"],
  ["ISBLANK", "ESTVIDE"],
  ["ISERROR", "ESTERREUR"],
  ["HYPERLINK", "LIEN_HYPERTEXTE"],
  ["VLOOKUP", "RECHERCHEV"],
  ["XLOOKUP", "RECHERCHEX"],
  ["MATCH", "EQUIV"],
  ["LEN", "NBCAR"],
  ["TODAY", "AUJOURDHUI"],
  ["TRUE", "VRAI"],
  ["FALSE", "FAUX"],
];

const TO_FRENCH = new Map(NAMES);
const TO_ENGLISH = new Map(NAMES.map(([english, french]) => [french, english]));

export function toFrenchFormula(formula: string): string {
  const french = (token: Token): string => {
    if (token.kind === "number") return token.text.replace(".", ",");
    if (token.kind === "name") return TO_FRENCH.get(token.text.toUpperCase()) ?? token.text;
    return token.text === "," ? ";" : token.text;
  };
  return tokenize(formula)?.map(french).join("") ?? formula;
}

export function toEnglishFormula(formula: string): string {
  // A decimal comma belongs to its number before ";" becomes ",".
  const pointed = formula.replace(/("(?:[^"]|"")*")|(\d),(\d)/g, (all, text, before, after) =>
    text === undefined ? `${String(before)}.${String(after)}` : String(all),
  );
  const english = (token: Token): string => {
    if (token.kind === "name") return TO_ENGLISH.get(token.text.toUpperCase()) ?? token.text;
    return token.text === ";" ? "," : token.text;
  };
  return tokenize(pointed)?.map(english).join("") ?? formula;
}
