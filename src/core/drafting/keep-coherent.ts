// A draft is never refused: what does not hold together in it is emptied and asked, field by field.
import { conventionSchema, type Convention, type ConventionDefinition } from "../contract/convention";
import { dropAt, setAt } from "../contract/clauses/set-at";
import { checkCoherence } from "../contract/definition/check-coherence";
import { checkRepartitions } from "../contract/definition/check-sommes";
import { describeIssue, formatPath, type DefinitionProblem } from "../contract/definition/describe-issue";
import { A_COMPLETER, type QuestionOuverte } from "../contract/definition/questions";
import { foldLabel } from "../domain/words/label";
import { formatMontant } from "../domain/words/format";

type Path = readonly PropertyKey[];

/** Before it is written down with where it comes from and what it asks. */
export type Brouillon = Omit<ConventionDefinition, "origine" | "questions" | "sources">;

export interface Coherente {
  readonly definition: Brouillon;
  readonly questions: readonly QuestionOuverte[];
}

/** The first thing that does not hold together; null where all does. */
export function firstProblem(definition: Brouillon): DefinitionProblem | null {
  const parsed = conventionSchema.safeParse(definition, { reportInput: true });
  if (!parsed.success) return parsed.error.issues.map(describeIssue)[0] ?? null;
  const [sum] = checkRepartitions(parsed.data);
  if (sum) {
    const path = ["creditsEtat", parsed.data.creditsEtat.findIndex(({ annee }) => annee === sum.annee), "repartition"];
    const message = `les axes font ${formatMontant(sum.found)}, les crédits de l’année sont de ${formatMontant(sum.expected)}`;
    return { path, message };
  }
  return checkCoherence(parsed.data)[0] ?? null;
}

/** What may go without anything else: a part of a list, or a field that a definition may leave out. */
const MAY_GO: readonly RegExp[] = [
  /^creditsEtat\[\d+\]\.repartition/,
  /^imputation\.lignes\[\d+\]/,
  /^collectivite\.motsColonne\[\d+\]/,
  /^(?:axes|actions)\[\d+\]\.alias\[\d+\]/,
  /^actions\[\d+\]\.fiche\.(?:actionsLiees|axesLies)\[\d+\]/,
  /^actions\[\d+\]\.indicateurs\[\d+\]\.alias\[\d+\]/,
  /^echeances\[\d+\]/,
  /^avenants\[\d+\]\.\w+\[\d+\]/,
  /^signataires\[\d+\]/,
  /^(?:etat|collectivite)\.(?:representant|qualite)/,
  /^(?:coordonneesBancaires|ordonnateur|comptable|signeLe|effetLe)/,
];

const DEPTHS = 8;

/** The part of the path that goes. */
function whatGoes(path: Path): Path | null {
  for (let depth = 1; depth <= Math.min(path.length, DEPTHS); depth += 1) {
    const part = path.slice(0, depth);
    const champ = formatPath(part);
    if (MAY_GO.some((pattern) => pattern.exec(champ)?.[0] === champ)) return part;
  }
  return null;
}

/** A label that another thing bears already goes where it is only another name. */
function otherName(definition: Brouillon, [top, index, field]: Path): Path | null {
  if ((top !== "axes" && top !== "actions") || field !== "intitule") return null;
  const things = definition[top];
  const wanted = foldLabel(things[Number(index)]?.intitule ?? "");
  for (const [rank, { alias = [] }] of things.entries()) {
    const at = alias.findIndex((name) => rank !== index && foldLabel(name) === wanted);
    if (at >= 0) return [top, rank, "alias", at];
  }
  return null;
}

const at = (definition: unknown, path: Path): unknown =>
  path.reduce<unknown>((own, key) => (own as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], definition);

/** Calendar years, and the period that they make: dates that do not go together are all in doubt. */
function withCalendarYears(definition: Brouillon): Brouillon {
  const annees = definition.annees.map(({ annee }) => ({ annee, debut: `${annee}-01-01`, fin: `${annee}-12-31` }));
  return { ...definition, annees, periode: { debut: annees[0]?.debut ?? "", fin: annees.at(-1)?.fin ?? "" } };
}

function empty(
  definition: Brouillon,
  path: Path,
): { readonly path: Path; readonly definition: Brouillon; readonly isGone: boolean } {
  const [top, index] = path;
  if (top === "annees" || top === "periode")
    return { path: ["periode"], definition: withCalendarYears(definition), isGone: false };
  if (path[2] === "fiche" && (path[3] === "debut" || path[3] === "fin")) {
    const { debut, fin } = definition.periode;
    const fiche = [top, index, "fiche"] as Path;
    const dated = setAt(setAt(definition, [...fiche, "debut"], debut), [...fiche, "fin"], fin);
    return { path: fiche, definition: dated as Brouillon, isGone: false };
  }
  // Its number and its dates are what an avenant is.
  const goes =
    top === "avenants" && path.length === 3 ? path.slice(0, 2) : whatGoes(otherName(definition, path) ?? path);
  if (goes)
    return {
      path: goes,
      definition: dropAt(definition as unknown as Convention, goes) as unknown as Brouillon,
      isGone: true,
    };
  const value = at(definition, path);
  const neutral = typeof value === "number" ? 0 : `${A_COMPLETER} – ${formatPath(path.slice(0, -1))}`;
  return { path, definition: setAt(definition, path, neutral) as Brouillon, isGone: false };
}

/** Questions about the items after one that went are about the one before. */
function moveUp(questions: readonly QuestionOuverte[], path: Path): QuestionOuverte[] {
  const last = path.at(-1);
  if (typeof last !== "number") return [...questions];
  const list = formatPath(path.slice(0, -1));
  return questions.flatMap((each) => {
    const [, rank, rest] = each.champ.startsWith(`${list}[`)
      ? (/^(\d+)\](.*)$/.exec(each.champ.slice(list.length + 1)) ?? [])
      : [];
    if (rank === undefined || Number(rank) < last) return [each];
    return Number(rank) === last ? [] : [{ ...each, champ: `${list}[${Number(rank) - 1}]${rest ?? ""}` }];
  });
}

const MOST = 200;

export function rendreCoherente(drafted: Brouillon, asked: readonly QuestionOuverte[]): Coherente {
  let definition = drafted;
  let questions = [...asked];
  for (let round = 0; round < MOST; round += 1) {
    const problem = firstProblem(definition);
    if (!problem) break;
    const emptied = empty(definition, problem.path);
    ({ definition } = emptied);
    if (emptied.isGone) questions = moveUp(questions, emptied.path);
    const list = typeof emptied.path.at(-1) === "number" && emptied.isGone ? emptied.path.slice(0, -1) : emptied.path;
    questions.push({
      champ: formatPath(list),
      question: `${formatPath(problem.path)} : ${problem.message} ; ce qui en avait été lu n’a pas été gardé.`,
    });
  }
  return { definition, questions };
}
