// What a contract asks the local party, and others bound as it is, to give at least.
import * as z from "zod";
import { annee, numero, numeroAction, part, texte } from "./grandeurs";

const seuilParticulier = z.strictObject({
  axe: numero.optional(),
  action: numeroAction.optional(),
  annee: annee.optional(),
  seuil: part,
});

export const cofinancement = z.strictObject({
  /** Least part of the local party in (État + local party), 0.5 for 50 %. */
  seuil: part,
  seuils: z
    .array(seuilParticulier)
    .optional()
    .describe(
      "Autres parts minimales, d’une action ou d’un axe, d’une année ou de toutes ; la plus précise l’emporte.",
    ),
  niveau: z
    .enum(["action", "axe", "annee", "contrat"])
    .optional()
    .describe(
      "Ce dont la part minimale est une part : chaque action (par défaut), chaque axe, chaque année, ou le contrat entier.",
    ),
  financeurs: z
    .array(z.strictObject({ financeur: texte, seuil: part }))
    .optional()
    .describe(
      "Autres financeurs tenus à une part minimale comme la collectivité ; leurs apports entrent alors dans ce dont elle est une part.",
    ),
});
