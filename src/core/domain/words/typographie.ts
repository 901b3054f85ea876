// French spacing and quotation, so that sentences can be written with plain spaces in the sources.
import { NBSP } from "./format";
import { withoutSteering } from "./steering";

/** Puts the no-break spaces that French asks for before ":", ";", "?", "!", "»", "€", "%" and after "«". */
export function typographie(sentence: string): string {
  return sentence.replace(/ (?=[:;?!»€%])/g, NBSP).replaceAll("« ", `«${NBSP}`);
}

/** As the beginning of a sentence. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const LONGEST_CITATION = 90;

/** A label of the workbook between French quotation marks, on one line, cut when it is long; nothing in it turns the words after it. */
export function cite(label: string): string {
  const line = withoutSteering(label.replace(/\s+/gu, " ").trim());
  const kept = line.length > LONGEST_CITATION ? `${line.slice(0, LONGEST_CITATION - 1).trimEnd()}…` : line;
  return `«${NBSP}${kept}${NBSP}»`;
}

/** A label as part of an identifier: "Lutter contre…" → "lutter-contre". */
export function slug(label: string): string {
  const plain = label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, "-").slice(0, 60);
  return words.replace(/^-+|(?<!-)-+$/g, "") || "sans-intitule";
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
