// What « Nouveau contrat » shows of a definition: its questions, and the whole of it article by article.
import { conventionSchema, type Convention, type ConventionDefinition } from "../../../core/contract/convention";
import { concerne } from "../../../core/contract/definition/champ";
import { RELECTURE } from "../../../core/contract/definition/questions";
import { questionsPosees, type QuestionPosee } from "../../../core/contract/definition/repondre";
import { listClauses } from "../../../core/contract/clauses/list-clauses";
import { remember } from "../../../core/domain/remember";
import { articlesARelire, type ArticleARelire, type ValeurARelire } from "../../../core/drafting/relecture/articles";

export interface View {
  readonly convention: Convention;
  readonly questions: readonly QuestionPosee[];
  readonly articles: readonly ArticleARelire[];
  readonly values: number;
  /** Of these, how many somebody answers for. */
  readonly confirmed: number;
  /** Articles of which something is still to be read again. */
  readonly left: number;
}

/** A definition that holds together, as each one does that was drafted or taken. */
export const viewOf = remember((definition: ConventionDefinition): View => {
  const convention = conventionSchema.parse(definition);
  const posees = questionsPosees(definition, convention);
  const articles = articlesARelire(convention, posees);
  const all = articles.flatMap(({ valeurs }) => valeurs);
  return {
    convention,
    questions: posees.filter(({ champ }) => champ !== RELECTURE),
    articles,
    values: all.length,
    confirmed: all.filter(({ etat }) => etat === "relu").length,
    left: articles.filter(({ valeurs }) => valeurs.some(({ etat }) => etat === "a-relire")).length,
  };
});

/** Those put off come last. */
export function inOrder(questions: readonly QuestionPosee[], later: readonly string[]): readonly QuestionPosee[] {
  const isLater = ({ key }: QuestionPosee): boolean => later.includes(key);
  return [...questions.filter((each) => !isLater(each)), ...questions.filter(isLater)];
}

/** The values of the contract that a question is about. */
export function valuesOf({ convention, articles }: View, { champ }: QuestionPosee): readonly ValeurARelire[] {
  const keys = new Set(
    listClauses(convention)
      .filter(({ path }) => concerne(champ, path))
      .map(({ key }) => key),
  );
  return articles.flatMap(({ valeurs }) => valeurs.filter(({ cle }) => keys.has(cle)));
}
