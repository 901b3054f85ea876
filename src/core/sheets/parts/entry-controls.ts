// What Excel asks of the entries of an annexe, and what it says when it refuses one.
import { formatLocalCell } from "xlsx-model/local-cell";
import { formatNombre } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import type { EntryControl, GridRange } from "xlsx-model/plan";

const firstCell = ({ top, left }: GridRange): string => formatLocalCell(top, left);

export function montantsOnly(range: GridRange): EntryControl {
  return {
    range,
    rule: { kind: "decimal", minimum: 0 },
    title: "Montant attendu",
    message: typographie("Saisissez un montant en euros, positif ou nul, sans texte ni unité. Exemple : 65000,50"),
  };
}

/** Inclusive ISO dates. */
export function datesOnly(range: GridRange, from: string, to: string): EntryControl {
  return {
    range,
    rule: { kind: "date", from, to },
    title: "Date attendue",
    message: typographie("Saisissez une date. Exemple : 31/03/2026"),
  };
}

/** The words that the rules read as "no figure". */
const MISSING_WORDS = ["nd", "nc", "n.c.", "non précisé", "-", "–", "/"];

/** A figure that may be left to be set later. */
export function valeursOnly(range: GridRange): EntryControl {
  const cell = firstCell(range);
  const words = MISSING_WORDS.map((word) => `TRIM(${cell})="${word}"`).join(",");
  return {
    range,
    rule: { kind: "formula", formula: `=OR(AND(ISNUMBER(${cell}),${cell}>=0),${words})` },
    title: "Nombre attendu",
    message: typographie(
      "Saisissez un nombre positif ou nul, ou « nd » (ou NC, non précisé, -) tant que la valeur n’est pas déterminée.",
    ),
  };
}

/** Lets a cell take the number of an axe, an action, an indicator or an avenant, or a year. */
export function numerosOnly(range: GridRange): EntryControl {
  const cell = firstCell(range);
  return {
    range,
    rule: { kind: "formula", formula: `=AND(ISNUMBER(${cell}),${cell}>0,${cell}=ROUND(${cell},0))` },
    title: "Numéro attendu",
    message: typographie("Saisissez le numéro ou l’année en chiffres, sans texte. Exemples : 3, 2026"),
  };
}

export function partsOnly(range: GridRange): EntryControl {
  const cell = firstCell(range);
  return {
    range,
    rule: { kind: "formula", formula: `=AND(ISNUMBER(${cell}),${cell}>=0,${cell}<=1)` },
    title: "Part attendue",
    message: typographie("Saisissez une part entre 0 % et 100 %. Exemple : 50 %"),
  };
}

export function lengthOnly(range: GridRange, most: number): EntryControl {
  return {
    range,
    rule: { kind: "formula", formula: `=LEN(${firstCell(range)})<=${most}` },
    title: "Texte trop long",
    message: typographie(`Écrivez ${formatNombre(most)} caractères au plus.`),
  };
}

/** Excel takes 255 characters for a list, its commas included, and none within a choice. */
const MAX_LIST = 255;

export const isChoiceList = (values: readonly string[]): boolean =>
  values.every((value) => !value.includes(",")) && values.join(",").length <= MAX_LIST;

/** `named` are the choices that the refusal tells. */
export function choicesOnly(range: GridRange, values: readonly string[], named = values): EntryControl {
  return {
    range,
    rule: { kind: "list", values },
    title: "Choix attendu",
    message: typographie(`Choisissez dans la liste : ${named.map(cite).join(", ")}.`),
  };
}
