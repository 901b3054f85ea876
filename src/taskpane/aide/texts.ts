// The French texts of the tab « Aide ».
import { nommerArticle } from "../../core/contract/clauses/articles";
import { formatNombre } from "../../core/domain/words/format";
import { capitalised } from "../../core/domain/words/typographie";
import type { HelpPage } from "./help-page";

const KINDS: Readonly<Record<HelpPage["kind"], string>> = {
  guide: "Se servir du complément",
  declaration: "Accessibilité",
  regle: "Les règles du contrat",
};

export const aideTexts = {
  search: "Chercher dans l’aide",
  searchHint: "Un mot du contrat, d’un écart ou d’une règle : cofinancement, avenant, total…",
  found: (number: number) =>
    number === 0
      ? "Aucune page ne contient tous ces mots."
      : `${formatNombre(number)} ${number < 2 ? "page trouvée" : "pages trouvées"}.`,
  kind: (kind: HelpPage["kind"]) => KINDS[kind],
  version: ({ produit, regles }: { readonly produit: string; readonly regles: string }) =>
    `Version ${produit} du logiciel, ${regles} des règles.`,
  back: "Toutes les pages",
  article: (article: string) => capitalised(nommerArticle(article)) || "Forme du classeur",
} as const;
