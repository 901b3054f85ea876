// The articles of a contract by what they are about: a clause and a rule name the matter, and the number is said here alone.

/** As the programme's contracts number them; a deadline of a contract has an article of its own in its definition. */
export const ARTICLES = {
  objet: "1",
  actions: "2.1",
  financement: "2.2",
  suivi: "2.3",
  versement: "3",
  duree: "4",
  controle: "5",
  denonciation: "6",
  litiges: "7",
  /** The tables of actions, amounts and indicators, and the fiches. */
  annexe: "annexe",
} as const;

export type Matiere = keyof typeof ARTICLES;

/** What no article asks for: the form of the workbook. */
export const SANS_ARTICLE = "–";

/** "2.2", "2.2, annexe"; « – » for no matter. */
export const articleDe = (...matieres: readonly Matiere[]): string =>
  matieres.length === 0 ? SANS_ARTICLE : matieres.map((matiere) => ARTICLES[matiere]).join(", ");
