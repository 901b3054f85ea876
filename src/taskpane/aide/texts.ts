// The French texts of the tab « Aide ».
import { SANS_ARTICLE } from "../../core/contract/clauses/articles";
import { formatListe, formatNombre } from "../../core/domain/words/format";
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
  /** "2.2, 3, annexe" → "Articles 2.2 et 3, annexe". */
  article: (article: string) => {
    if (article === SANS_ARTICLE) return "Forme du classeur";
    const parts = article.split(", ");
    const numbers = parts.filter((part) => /^\d/.test(part));
    const others = parts.filter((part) => !/^\d/.test(part));
    const named =
      numbers.length === 0 ? [] : [`${numbers.length < 2 ? "Article" : "Articles"} ${formatListe(numbers)}`];
    const text = [...named, ...others].join(", ");
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
} as const;
