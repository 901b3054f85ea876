// What a cell of an indicator says: a figure, nothing, or something unreadable.
import type { ValeurLue } from "../dossier";
import { foldFigure, isDateFormat, isMissingWord, parseNombre } from "./parse-nombre";

const MISSING: ValeurLue = { kind: "missing" };
const UNREADABLE: ValeurLue = { kind: "unreadable" };

export function lireValeur(value: string | number | boolean | null, numberFormat: string): ValeurLue {
  if (value === null) return MISSING;
  if (typeof value === "number" && !isDateFormat(numberFormat)) return { kind: "nombre", nombre: value };
  const folded = typeof value === "string" ? foldFigure(value) : null;
  if (folded === null) return UNREADABLE;
  if (isMissingWord(folded)) return MISSING;
  const parsed = parseNombre(folded);
  return parsed && parsed.ambiguous === null ? { kind: "nombre", nombre: parsed.nombre } : UNREADABLE;
}
