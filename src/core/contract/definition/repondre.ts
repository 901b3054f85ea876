// Answers to what a definition still asks: each takes its question away, and the clause says who confirmed it.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { listClauses, valueAt } from "../clauses/list-clauses";
import { conventionSchema, type Convention, type ConventionDefinition, type Source } from "../convention";
import { cheminDuChamp, concerne } from "./champ";
import { describeIssue, formatPath } from "./describe-issue";
import { poser } from "./poser";
import { A_COMPLETER, questionsOuvertes, RELECTURE, type QuestionOuverte } from "./questions";

/** The value that stands in the definition is right as it is. */
const EXACT = "exact";

/** Each sentence is right: what they say together is taken. */
export const ENSEMBLE = "ensemble";

type Ensemble = NonNullable<QuestionOuverte["ensemble"]>;

export type ValeurRepondue = string | number;

export interface ReponseAuContrat {
  readonly key: string;
  readonly answer: ValeurRepondue;
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

export interface QuestionPosee extends QuestionOuverte {
  /** Its field and what is asked of it: once that changes, an earlier answer is none. */
  readonly key: string;
  /** What stands in the definition for now: a value, « exact » for more than one, null for nothing. */
  readonly suppose: ValeurRepondue | null;
}

const KEY_DIGITS = 6;

const isSimple = (value: unknown): value is ValeurRepondue => typeof value === "string" || typeof value === "number";

function supposeOf(definition: ConventionDefinition, champ: string): ValeurRepondue | null {
  const path = cheminDuChamp(champ);
  if (champ === RELECTURE || path.includes(null)) return EXACT;
  const value = valueAt(definition, path as readonly PropertyKey[]);
  if (value === undefined || (typeof value === "string" && value.startsWith(A_COMPLETER))) return null;
  return isSimple(value) ? value : EXACT;
}

/** All that is open in a definition that holds together, each with a key of its own. */
export function questionsPosees(definition: ConventionDefinition, convention: Convention): readonly QuestionPosee[] {
  return questionsOuvertes(convention).map((each) => ({
    ...each,
    key: `${each.champ}#${bytesToHex(sha256(utf8ToBytes(each.question))).slice(0, KEY_DIGITS)}`,
    suppose: supposeOf(definition, each.champ),
  }));
}

/** The definition with what the sentences say beside the value that stands in it. */
export function ajouter(definition: ConventionDefinition, { ajouts }: Ensemble): ConventionDefinition {
  return ajouts.reduce((changed, { liste, valeur }) => {
    const path = cheminDuChamp(liste) as readonly PropertyKey[];
    const before = valueAt(changed, path);
    return poser(changed, path, [...(Array.isArray(before) ? (before as unknown[]) : []), valeur]);
  }, definition);
}

/** Whether a clause stands in what was added. */
const isPartOf = (definition: ConventionDefinition, path: readonly PropertyKey[], valeur: unknown): boolean =>
  path.some((_, length) => valueAt(definition, path.slice(0, length)) === valeur);

export type Repondu =
  | { readonly ok: true; readonly definition: ConventionDefinition }
  /** French sentence. */
  | { readonly ok: false; readonly message: string };

/** Where the document gives the value that was chosen, and who chose it. */
function sourceOf(
  { reponses = [] }: QuestionOuverte,
  { answer, by, on }: ReponseAuContrat,
  before: Source | undefined,
): Source {
  const chosen = reponses.find(({ valeur }) => valeur === answer);
  const isBefore = answer === EXACT || answer === ENSEMBLE;
  return signer(chosen ?? (isBefore ? (before ?? {}) : {}), { by, on });
}

function signer({ article, lieu, phrase }: Partial<Source>, { by, on }: Pick<ReponseAuContrat, "by" | "on">): Source {
  return {
    ...(article !== undefined && { article }),
    ...(lieu !== undefined && { lieu }),
    ...(phrase !== undefined && { phrase }),
    par: by,
    le: on,
  };
}

class Repondeur {
  private readonly answered = new Set<string>();

  constructor(private definition: ConventionDefinition) {}

  /** A French sentence for what is no answer; null where it is taken. */
  take(question: QuestionPosee, reponse: ReponseAuContrat): string | null {
    const { champ, suppose, key } = question;
    const { answer, by, on } = reponse;
    const isKept = answer === EXACT || answer === suppose;
    const path = cheminDuChamp(champ);
    if (champ === RELECTURE) {
      if (!isKept) return `« ${key} » : la réponse est « ${EXACT} ».`;
      this.definition = { ...this.definition, relecture: { par: by, le: on } };
    } else if (answer === ENSEMBLE && question.ensemble) {
      this.definition = ajouter(this.definition, question.ensemble);
    } else if (!isKept) {
      if (path.includes(null) || suppose === EXACT)
        return `« ${key} » est plus d’une valeur : corrigez-la dans la définition, puis répondez « ${EXACT} ».`;
      this.definition = poser(this.definition, path as readonly PropertyKey[], answer);
      const parsed = conventionSchema.safeParse(this.definition, { reportInput: true });
      const issue = parsed.success
        ? undefined
        : parsed.error.issues.map(describeIssue).find((each) => formatPath(each.path) === champ);
      if (issue) return `« ${key} » : ${issue.message}.`;
    }
    this.answered.add(key);
    return null;
  }

  /** Without the questions answered, and with who answered beside each value. */
  end(posees: readonly QuestionPosee[], reponses: ReadonlyMap<string, ReponseAuContrat>): ConventionDefinition {
    const listed = this.definition.questions ?? [];
    const left = listed.filter(({ champ, question }) =>
      posees.some((each) => each.champ === champ && each.question === question && !this.answered.has(each.key)),
    );
    const parsed = conventionSchema.safeParse(this.definition);
    const keys = new Map(
      parsed.success ? listClauses(parsed.data).map(({ key, path }) => [formatPath(path), key]) : [],
    );
    const sources = { ...this.definition.sources };
    for (const question of posees) {
      const reponse = reponses.get(question.key);
      const cle = keys.get(question.champ);
      if (!reponse || !this.answered.has(question.key)) continue;
      if (cle !== undefined) sources[cle] = sourceOf(question, reponse, sources[cle]);
      if (reponse.answer !== ENSEMBLE || !parsed.success) continue;
      for (const { liste, valeur, ...endroit } of question.ensemble?.ajouts ?? [])
        for (const { key, path } of listClauses(parsed.data))
          if (concerne(liste, path) && isPartOf(this.definition, path, valeur)) sources[key] = signer(endroit, reponse);
    }
    return { ...this.definition, questions: left, ...(this.definition.sources && { sources }) };
  }
}

/** An answer to what is not asked any more is left out: it was given for another state of the definition. */
export function repondre(
  definition: ConventionDefinition,
  convention: Convention,
  reponses: readonly ReponseAuContrat[],
): Repondu {
  const posees = questionsPosees(definition, convention);
  const byKey = new Map(reponses.map((reponse) => [reponse.key, reponse]));
  const repondeur = new Repondeur(definition);
  for (const question of posees) {
    const reponse = byKey.get(question.key);
    const wrong = reponse ? repondeur.take(question, reponse) : null;
    if (wrong !== null) return { ok: false, message: wrong };
  }
  return { ok: true, definition: repondeur.end(posees, byKey) };
}
