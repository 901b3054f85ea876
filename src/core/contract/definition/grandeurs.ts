// The simple values of a definition: texts, numbers, amounts. Each is told in one step, as a definition has half a million of them;
// what is not accepted, zod explains.
import * as z from "zod";
import { montantFromEuros, type Montant } from "../../domain/values/montant";

// Compiled parsers need `new Function`, which the pane's content security policy forbids.
z.config({ jitless: true });

type Issues = z.core.ParsePayload["issues"];

/** The value as a checked definition has it; undefined for what is not accepted. */
type Accept = (value: unknown) => unknown;

const accepts = new WeakMap<z.core.$ZodType, Accept>();

/** How such a value is told without zod; null for the schema of anything else. */
export const acceptOf = (schema: z.core.$ZodType): Accept | null => accepts.get(schema) ?? null;

function grandeur<Schema extends z.ZodType>(
  schema: Schema,
  accept: Accept,
  explain: (issues: Issues, input: never) => void,
  meta: z.core.GlobalMeta,
): Schema {
  const checked = schema
    .check((payload) => {
      const value = accept(payload.value);
      if (value === undefined) explain(payload.issues, payload.value as never);
      else payload.value = value as typeof payload.value;
    })
    .meta(meta);
  accepts.set(checked, accept);
  return checked;
}

function tooSmall(issues: Issues, input: number, minimum: number, inclusive: boolean): void {
  issues.push({ code: "too_small", origin: "number", minimum, inclusive, input });
}

function tooBig(issues: Issues, input: number, maximum: number): void {
  issues.push({ code: "too_big", origin: "number", maximum, inclusive: true, input });
}

function explainWhole(issues: Issues, input: number, most: number, explainSmall: () => void): void {
  if (!Number.isInteger(input)) issues.push({ code: "invalid_type", expected: "int", input });
  else if (input > most) tooBig(issues, input, most);
  else explainSmall();
}

/** Without the spaces around it, and not empty. */
export const texte = grandeur(
  z.string(),
  (value) => (typeof value === "string" && value.trim()) || undefined,
  (issues) => issues.push({ code: "too_small", origin: "string", minimum: 1, inclusive: true, input: "" }),
  { minLength: 1 },
);

const LARGEST = Number.MAX_SAFE_INTEGER;

export const numero = grandeur(
  z.number(),
  (value) => (Number.isInteger(value) && (value as number) > 0 && (value as number) <= LARGEST ? value : undefined),
  (issues, input: number) => explainWhole(issues, input, LARGEST, () => tooSmall(issues, input, 0, false)),
  { type: "integer", exclusiveMinimum: 0, maximum: LARGEST },
);

const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

export const annee = grandeur(
  z.number(),
  (value) =>
    Number.isInteger(value) && (value as number) >= FIRST_YEAR && (value as number) <= LAST_YEAR ? value : undefined,
  (issues, input: number) => explainWhole(issues, input, LAST_YEAR, () => tooSmall(issues, input, FIRST_YEAR, true)),
  { type: "integer", minimum: FIRST_YEAR, maximum: LAST_YEAR },
);

/** Euros: beyond, the sums of a contract would no longer be exact to the centime. */
const MOST = 1e12;

const isWholeCents = (euros: number): boolean => Math.abs(euros * 100 - Math.round(euros * 100)) < 1e-4;

/** Euros with at most two decimals in a definition, whole centimes once parsed; a transform would cost twice as much. */
export const montant = grandeur(
  z.number(),
  (value) =>
    typeof value === "number" && value >= 0 && value <= MOST && isWholeCents(value)
      ? montantFromEuros(value)
      : undefined,
  (issues, input: number) => {
    if (input < 0) tooSmall(issues, input, 0, true);
    else if (input > MOST) tooBig(issues, input, MOST);
    else issues.push({ code: "custom", message: "au plus deux décimales sont attendues", input });
  },
  { minimum: 0, maximum: MOST, description: "Montant en euros, au plus deux décimales." },
) as unknown as z.ZodType<Montant, number>;

/** A figure, or "nd" where the contract leaves it to be set later. */
export const valeur = grandeur(
  z.any(),
  (value) => (value === "nd" || (Number.isFinite(value) && (value as number) >= 0) ? value : undefined),
  (issues, input: unknown) => {
    if (typeof input === "number" && Number.isFinite(input)) tooSmall(issues, input, 0, true);
    else
      issues.push({
        code: "custom",
        message: "un nombre positif ou nul, ou le mot «\u00a0nd\u00a0», est attendu",
        input,
      });
  },
  {
    anyOf: [
      { type: "number", minimum: 0 },
      { type: "string", const: "nd" },
    ],
    description: "Nombre, ou nd quand le contrat laisse la valeur à préciser.",
  },
) as z.ZodType<number | "nd">;
