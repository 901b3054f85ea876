// The simple values of a definition: texts, numbers, amounts. Each holds by one check: a definition has half a million of them.
import * as z from "zod";
import { montantFromEuros, type Montant } from "../values/montant";

// Compiled parsers need `new Function`, which the pane's content security policy forbids.
z.config({ jitless: true });

type Issues = z.core.ParsePayload["issues"];

function tooSmall(issues: Issues, input: number, minimum: number, inclusive: boolean): void {
  issues.push({ code: "too_small", origin: "number", minimum, inclusive, input });
}

function tooBig(issues: Issues, input: number, maximum: number): void {
  issues.push({ code: "too_big", origin: "number", maximum, inclusive: true, input });
}

function isWhole(issues: Issues, input: number): boolean {
  const isInteger = Number.isInteger(input);
  if (!isInteger) issues.push({ code: "invalid_type", expected: "int", input });
  return isInteger;
}

/** Without the spaces around it, and not empty. */
export const texte = z
  .string()
  .check((payload) => {
    payload.value = payload.value.trim();
    const { value: input, issues } = payload;
    if (input === "") issues.push({ code: "too_small", origin: "string", minimum: 1, inclusive: true, input });
  })
  .meta({ minLength: 1 });

const LARGEST = Number.MAX_SAFE_INTEGER;

export const numero = z
  .number()
  .check(({ value, issues }) => {
    if (!isWhole(issues, value)) return;
    if (value <= 0) tooSmall(issues, value, 0, false);
    else if (value > LARGEST) tooBig(issues, value, LARGEST);
  })
  .meta({ type: "integer", exclusiveMinimum: 0, maximum: LARGEST });

const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

export const annee = z
  .number()
  .check(({ value, issues }) => {
    if (!isWhole(issues, value)) return;
    if (value < FIRST_YEAR) tooSmall(issues, value, FIRST_YEAR, true);
    else if (value > LAST_YEAR) tooBig(issues, value, LAST_YEAR);
  })
  .meta({ type: "integer", minimum: FIRST_YEAR, maximum: LAST_YEAR });

/** Euros: beyond, the sums of a contract would no longer be exact to the centime. */
const MOST = 1e12;

/** Euros with at most two decimals in a definition, whole centimes once parsed; a transform would cost twice as much. */
export const montant = z
  .number()
  .check((payload) => {
    const { value: euros, issues } = payload;
    if (euros < 0) tooSmall(issues, euros, 0, true);
    else if (euros > MOST) tooBig(issues, euros, MOST);
    else if (Math.abs(euros * 100 - Math.round(euros * 100)) >= 1e-4) {
      issues.push({ code: "custom", message: "au plus deux décimales sont attendues", input: euros });
    } else payload.value = montantFromEuros(euros);
  })
  .meta({
    minimum: 0,
    maximum: MOST,
    description: "Montant en euros, au plus deux décimales.",
  }) as unknown as z.ZodType<Montant, number>;

/** A figure, or "nd" where the contract leaves it to be set later. */
export const valeur = z
  .any()
  .check(({ value, issues }) => {
    if (value === "nd") return;
    if (typeof value !== "number" || !Number.isFinite(value))
      issues.push({
        code: "custom",
        message: "un nombre positif ou nul, ou le mot «\u00a0nd\u00a0», est attendu",
        input: value,
      });
    else if (value < 0) tooSmall(issues, value, 0, true);
  })
  .meta({
    anyOf: [
      { type: "number", minimum: 0 },
      { type: "string", const: "nd" },
    ],
    description: "Nombre, ou nd quand le contrat laisse la valeur à préciser.",
  }) as z.ZodType<number | "nd">;
