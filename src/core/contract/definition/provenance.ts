// Where a definition comes from: the file that it was drawn from, the place of each clause, and what is still asked of it.
import * as z from "zod";
import { MATIERES, type Matiere } from "../clauses/articles";
import { dateIso, texte } from "./grandeurs";

const empreinte = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: "une empreinte de 64 chiffres hexadécimaux est attendue" });

export const origine = z.strictObject({
  nature: z.enum(["classeur", "contrat-signe"]),
  fichier: texte.describe("Nom du fichier lu."),
  empreinte: empreinte.describe("Empreinte de ce qui a été lu."),
});

export const empreintes = z
  .strictObject({ actuelle: empreinte, anterieures: z.array(empreinte) })
  .optional()
  .describe(
    "Empreinte de ce contrat dans les procès-verbaux, et celles qu’il y avait quand sa définition écrivait un nom avec d’autres signes ; sans effet dès que le contrat change.",
  );

/** Where the document states it. */
const endroit = {
  article: texte.optional().describe("Article du contrat, par exemple 2.2."),
  lieu: texte.optional().describe("Endroit du document : paragraphe, ligne, cellule."),
  phrase: texte.optional().describe("Phrase du contrat, telle quelle."),
};

export const source = z.strictObject({
  ...endroit,
  par: texte.optional().describe("Qui l’a confirmé ; sans cela, la valeur est lue dans le document."),
  le: dateIso.optional(),
});

/** By what they are about. */
export const articles = z.strictObject(
  Object.fromEntries(MATIERES.map((matiere) => [matiere, texte.optional()])) as Record<
    Matiere,
    z.ZodOptional<typeof texte>
  >,
);

export const question = z.strictObject({
  champ: texte.describe("Champ de cette définition, par exemple cofinancement.seuil : sa valeur est supposée."),
  question: texte.describe("Ce qui est demandé."),
  reponses: z
    .array(
      z.strictObject({
        valeur: z.union([z.number(), texte]),
        pour: texte.optional().describe("Ce à quoi le document limite cette valeur : « pour l’axe 2 »."),
        ...endroit,
      }),
    )
    .optional()
    .describe("Les valeurs que le document donne, chacune avec sa phrase."),
  ecartees: z
    .array(z.strictObject({ raison: texte, ...endroit }))
    .optional()
    .describe("Les phrases qui parlent d’autre chose, et pourquoi."),
  ensemble: z
    .strictObject({
      libelle: texte.describe("Ce que les phrases disent ensemble : « Les deux : 50 %, et 40 % pour l’axe 2 »."),
      pourquoi: texte.optional().describe("Ce qui porte à le croire, ou ce que cela veut dire."),
      propose: z.literal(true).optional(),
      ajouts: z
        .array(z.strictObject({ liste: texte, valeur: z.unknown(), ...endroit }))
        .describe("Ce qui s’ajoute à une liste de la définition, à côté de la valeur supposée ; rien si elle suffit."),
    })
    .optional()
    .describe("Quand chaque phrase est juste ; la réponse est alors « ensemble »."),
  reserves: z
    .array(z.strictObject(endroit))
    .optional()
    .describe("Les phrases qui peuvent changer ce qu’une autre dit : une exception, une autre année."),
});
