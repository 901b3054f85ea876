// A drafted contract as a person reads it again: article by article, then action by action, each value beside the sentence that states it.
import type { Convention } from "../../contract/convention";
import { SANS_ARTICLE } from "../../contract/clauses/articles";
import { formatClause, type Clause } from "../../contract/clauses/clause";
import { listClauses } from "../../contract/clauses/list-clauses";
import { Sources } from "../../contract/clauses/sources";
import { concerne } from "../../contract/definition/champ";
import type { QuestionPosee } from "../../contract/definition/repondre";
import { groupBy } from "../../domain/group-by";
import { accord } from "../../domain/words/accord";
import { typographie } from "../../domain/words/typographie";

export interface ValeurARelire {
  readonly cle: string;
  /** "Début du contrat". */
  readonly nom: string;
  /** As an agent writes it. */
  readonly valeur: string;
  /** The sentence that states it, and where it stands; null where no sentence does. */
  readonly phrase: string | null;
  readonly lieu: string | null;
  readonly etat: "relu" | "a-relire" | "question";
}

export interface ArticleARelire {
  readonly cle: string;
  readonly titre: string;
  readonly valeurs: readonly ValeurARelire[];
  /** Keys of the questions that are open about it. */
  readonly questions: readonly string[];
}

/** Each party's to set, or said beside it: nobody looks for it in the contract. */
const isLeftOut = ({ setting, key }: Clause): boolean =>
  setting || key === "id" || /^echeances\/.*\/(?:intitule|article|origine)$/.test(key);

const PARTIES = "parties";
const ANNEXE = "annexe";

function articleOf({ article, subject: { action }, key }: Clause): string {
  if (action !== undefined) return `action ${action}`;
  return article === SANS_ARTICLE || /^(?:etat|collectivite|signataires|intitule)\b/.test(key) ? PARTIES : article;
}

/** Actions come last, in their order; articles by their number. */
function compare(left: string, right: string): number {
  const rank = (cle: string): number =>
    cle === PARTIES ? 0 : /^\d/.test(cle) ? 1 : cle.startsWith("action ") ? 4 : cle === ANNEXE ? 3 : 2;
  return rank(left) - rank(right) || left.localeCompare(right, "fr", { numeric: true });
}

/** What its first values are about. */
const MATTERS = 2;

function titreDe(cle: string, clauses: readonly Clause[], { actions }: Convention): string {
  if (cle === PARTIES) return "Parties et intitulé";
  const [, numero] = /^action (.+)$/.exec(cle) ?? [];
  if (numero !== undefined) {
    const action = actions.find((each) => String(each.numero) === numero);
    return typographie(`Action ${numero} – ${action?.intitule ?? ""}`);
  }
  const matter = (label: string): string => (label.split(" – ")[0] ?? "").replace(/ «.*| \d+$/gu, "").trim();
  const about = [...new Set(clauses.map(({ label }) => matter(label)))];
  const said = about.slice(0, MATTERS).join(", ") + (about.length > MATTERS ? "…" : "");
  return typographie(`${cle === ANNEXE ? "Annexe" : `Article ${cle}`} – ${said}`);
}

/** Whether somebody answers for it: a definition without sources is confirmed by whoever gives it. */
function estRelue({ state, confirmed }: Clause, { sources, relecture }: Convention): boolean {
  return state === "confirmed" && (confirmed !== null || relecture !== undefined || sources === undefined);
}

export function articlesARelire(convention: Convention, posees: readonly QuestionPosee[]): readonly ArticleARelire[] {
  const clauses = listClauses(convention).filter((clause) => !isLeftOut(clause));
  const about = (clause: Clause): readonly QuestionPosee[] =>
    posees.filter(({ champ }) => concerne(champ, clause.path));
  return [...groupBy(clauses, articleOf)]
    .sort(([left], [right]) => compare(left, right))
    .map(([cle, own]): ArticleARelire => {
      const questions = own.map(about);
      const valeurs = own.map((clause, index): ValeurARelire => {
        const { key, label, value, quote, place } = clause;
        const isAsked = (questions[index] ?? []).length > 0 || clause.state === "supposed";
        const etat = isAsked ? "question" : estRelue(clause, convention) ? "relu" : "a-relire";
        return { cle: key, nom: label, valeur: formatClause(value), phrase: quote, lieu: place, etat };
      });
      const keys = [...new Set(questions.flat().map(({ key }) => key))];
      return { cle, titre: titreDe(cle, own, convention), valeurs, questions: keys };
    });
}

/** "Cette valeur est exacte", "Ces 3 valeurs sont exactes". */
export const direExactes = (count: number): string =>
  count === 1 ? "Cette valeur est exacte" : typographie(`Ces ${accord(count, "valeur")} sont exactes`);

export const sourceDe = (convention: Convention, cle: string) => new Sources(convention).find(cle);
