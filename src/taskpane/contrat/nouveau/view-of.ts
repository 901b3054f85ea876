// What « Nouveau contrat » shows of a definition: its questions, and the whole of it article by article.
import { conventionSchema, type Convention, type ConventionDefinition } from "../../../core/contract/convention";
import { concerne } from "../../../core/contract/definition/champ";
import { RELECTURE } from "../../../core/contract/definition/questions";
import { questionsPosees, type QuestionPosee } from "../../../core/contract/definition/repondre";
import { listClauses } from "../../../core/contract/clauses/list-clauses";
import { groupBy } from "../../../core/domain/group-by";
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

/** Those that one answer settles together; one at least. */
export type Together = readonly [QuestionPosee, ...QuestionPosee[]];

/** « La fiche de l’action 3 », « la fiche de l’action 4 »: what no place of the document gives is put together. */
const kindOf = ({ champ, suppose, reponses = [], key }: QuestionPosee): string =>
  reponses.length === 0 && suppose === null && /\d/.test(champ) ? champ.replace(/\d+/gu, "n") : key;

const hasValues = ([{ reponses = [] }]: Together): boolean => reponses.length > 0;

/** What the document says in several ways first, then what it does not say; those put off come last. */
export function inOrder(questions: readonly QuestionPosee[], later: readonly string[]): readonly Together[] {
  const all = [...groupBy(questions, kindOf).values()];
  const groups = [...all.filter(hasValues), ...all.filter((each) => !hasValues(each))];
  const isLater = ([{ key }]: Together): boolean => later.includes(key);
  return [...groups.filter((each) => !isLater(each)), ...groups.filter(isLater)];
}

/** The values of the contract that they are about. */
export function valuesOf(
  { convention, articles }: View,
  questions: readonly QuestionPosee[],
): readonly ValeurARelire[] {
  const keys = new Set(
    listClauses(convention)
      .filter(({ path }) => questions.some(({ champ }) => concerne(champ, path)))
      .map(({ key }) => key),
  );
  return articles.flatMap(({ valeurs }) => valeurs.filter(({ cle }) => keys.has(cle)));
}
