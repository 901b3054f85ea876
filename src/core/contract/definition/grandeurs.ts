// The simple values of a definition: texts, numbers, amounts.
import * as z from "zod";
import { withoutTurns } from "../../domain/words/steering";
import { isNumeroTexte } from "../../domain/values/numero-action";
import { montantFromEuros, type Montant } from "../../domain/values/montant";

// Compiled parsers need `new Function`, which the pane's content security policy forbids.
z.config({ jitless: true });

/** Without the spaces around it nor what would turn round the words after it, and not empty. */
export const texte = z.string().overwrite(withoutTurns).trim().min(1);

export const numero = z.int().positive();

/** As the contract writes it: 3, "1.1", "A1", "1.a". */
export const numeroAction = z
  .union([
    numero,
    z
      .string()
      .refine(isNumeroTexte, { error: "un numéro entier, ou un texte court comme 1.1, A1 ou 1.a, est attendu" }),
  ])
  .describe("Tel que le contrat l’écrit : 3, ou un texte comme 1.1, A1 ou 1.a.");

export const annee = z.int().min(2000).max(2100);

/** Euros: beyond, the sums of a contract would no longer be exact to the centime. */
const MOST = 1e12;

const isWholeCents = (euros: number): boolean => Math.abs(euros * 100 - Math.round(euros * 100)) < 1e-4;

/** Euros with at most two decimals in a definition, whole centimes once parsed. */
export const montant = z
  .number()
  .min(0, { abort: true })
  .max(MOST, { abort: true })
  .refine(isWholeCents, { error: "au plus deux décimales sont attendues" })
  .overwrite(montantFromEuros)
  .describe("Montant en euros, au plus deux décimales.") as unknown as z.ZodType<Montant, number>;

/** A figure, or "nd" where the contract leaves it to be set later. */
export const valeur = z
  .union([z.number().min(0), z.literal("nd")], {
    error: "un nombre positif ou nul, ou le mot «\u00a0nd\u00a0», est attendu",
  })
  .describe("Nombre, ou nd quand le contrat laisse la valeur à préciser.");

export const dateIso = z.iso
  .date({ error: "une date est attendue, écrite AAAA-MM-JJ" })
  .describe("Date écrite AAAA-MM-JJ.");

export const part = z.number().min(0).max(1).describe("Part entre 0 et 1 : 0.5 pour 50 %.");
