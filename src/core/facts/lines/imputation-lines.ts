// What the contract in force says of the imputation of the State's credits: codes and amounts per axe and year.
import { formatLocalCell } from "xlsx-model/local-cell";
import type { Convention } from "../../contract/convention";
import { formatListe } from "../../domain/words/format";
import { addMontants, type Montant } from "../../domain/values/montant";
import { imputedIn, type ImputedRow } from "../imputed";
import { nameInSentence } from "./name-fact";

/** The activity codes of an axe, whatever the year: one, unless the contract splits the axe. */
export function codesOf({ imputation }: Convention, axe: number): readonly string[] {
  return [...new Set(imputation.lignes.filter((ligne) => ligne.axe === axe).map(({ code }) => code))];
}

/** The axe's amount of a year; null while neither the contract nor an avenant splits the year. */
export function amountOf({ creditsEtat, imputation }: Convention, axe: number, annee: number): Montant | null {
  // An avenant fixes the split, and may change what the imputation said at signature.
  const split = creditsEtat.find((credit) => credit.annee === annee)?.repartition?.find((part) => part.axe === axe);
  if (split) return split.montant;
  const lines = imputation.lignes.filter((ligne) => ligne.axe === axe && ligne.annee === annee);
  return lines.length > 0 ? addMontants(...lines.map(({ montant }) => montant)) : null;
}

/** "030450232302" → "0304 50 23 23 02". */
export function formatCode(code: string): string {
  return [code.slice(0, 4), ...(code.slice(4).match(/.{1,2}/g) ?? [])].join(" ");
}

/** The digits of a code as a cell shows it: a number has lost its first zero, "BG00/" is how the accounting writes it. */
export function compactCode(text: string): string {
  const digits = text.replace(/^\s*BG\s*00\s*[/-]?/i, "").replace(/[\s\u2060]/gu, "");
  return /^[1-9]\d{10}$/.test(digits) ? `0${digits}` : digits;
}

/** Of a total that lacks exactly the amounts that stand as texts, which SUM passes over; nothing for another. */
export function explainIgnored(
  rows: readonly ImputedRow[],
  annee: number,
  formula: string | null,
  lacking: Montant,
): { readonly explanation?: string } {
  const texts = imputedIn(rows, annee).flatMap(({ cell, nom }) => {
    if (cell.known.reason !== null || cell.known.source !== "text") return [];
    const place = formatLocalCell(cell.ref.row, cell.ref.column);
    return [{ nom: `${nameInSentence(nom)} (${place})`, montant: cell.known.value }];
  });
  if (formula === null || texts.length === 0) return {};
  if (addMontants(...texts.map(({ montant }) => montant)) !== lacking) return {};
  return {
    explanation: `SOMME ignore un montant saisi comme un texte : ${formatListe(texts.map(({ nom }) => nom))}.`,
  };
}
