// What a person says while reading a drafted contract again: that values are exact, or what the right one is. It is kept beside each.
import type { Convention, ConventionDefinition, Source } from "../../contract/convention";
import { conventionSchema } from "../../contract/convention";
import { listClauses } from "../../contract/clauses/list-clauses";
import { typeDe } from "../../contract/clauses/types-de-clause";
import { formatPath } from "../../contract/definition/describe-issue";
import { poser } from "../../contract/definition/poser";
import { questionsPosees, repondre, type ReponseAuContrat } from "../../contract/definition/repondre";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import { firstProblem } from "../keep-coherent";
import { ajouterChose, type Ajout } from "./ajout";
import { articlesARelire, sourceDe } from "./articles";
import { lireValeurTapee } from "./valeur-tapee";

/** Who says it, and when: ISO date. */
export interface Relecteur {
  readonly par: string;
  readonly le: string;
}

export interface Correction {
  /** The key of the clause. */
  readonly cle: string;
  /** As typed. */
  readonly valeur: string;
  /** Where the contract states it; "" where nobody says. */
  readonly ecrit: string;
}

export type Retenu =
  | { readonly ok: true; readonly definition: ConventionDefinition }
  /** French sentence. Where the values do not hold together, another correction may make them. */
  | { readonly ok: false; readonly message: string; readonly estIncoherent: boolean };

const parsed = (definition: ConventionDefinition): Convention => conventionSchema.parse(definition);

/** These values were on the screen with their sentences, and are exact. The last ones confirm the whole. */
export function confirmer(
  definition: ConventionDefinition,
  cles: readonly string[],
  qui: Relecteur,
): ConventionDefinition {
  const convention = parsed(definition);
  const said = Object.fromEntries(cles.map((cle) => [cle, { ...sourceDe(convention, cle), ...qui }]));
  return terminer({ ...definition, sources: { ...definition.sources, ...said } }, qui);
}

/** Once nothing is left to be read the whole is confirmed, and what was only copied to say so goes. */
function terminer(definition: ConventionDefinition, qui: Relecteur): ConventionDefinition {
  const convention = parsed(definition);
  const articles = articlesARelire(convention, questionsPosees(definition, convention));
  const isLeft = articles.some(({ valeurs }) => valeurs.some(({ etat }) => etat === "a-relire"));
  if (isLeft || convention.relecture !== undefined) return definition;
  const { sources = {} } = definition;
  const kept = Object.entries(sources).filter(([cle, own]) => !isCopy(sources, cle, own, qui));
  return { ...definition, relecture: { ...qui }, sources: Object.fromEntries(kept) };
}

function isCopy(sources: Readonly<Record<string, Source>>, cle: string, own: Source, { par, le }: Relecteur): boolean {
  if (own.par !== par || own.le !== le) return false;
  const { lieu, phrase } = own;
  for (let key = cle; key.includes("/");) {
    key = key.slice(0, key.lastIndexOf("/"));
    const above = sources[key];
    if (above) return above.lieu === lieu && above.phrase === phrase;
  }
  return lieu === undefined && phrase === undefined;
}

/** What is said at once: values that go together are answered and corrected together. */
export interface Dit {
  readonly reponses: readonly ReponseAuContrat[];
  readonly corrections: readonly Correction[];
  readonly ajouts: readonly Ajout[];
}

/** Answers, corrections and what is added, taken where they make a contract that holds together. */
export function retenir(
  definition: ConventionDefinition,
  { reponses, corrections, ajouts }: Dit,
  qui: Relecteur,
): Retenu {
  const convention = parsed(definition);
  const refuse = (message: string): Retenu => ({ ok: false, message: typographie(message), estIncoherent: false });
  const repondu = repondre(definition, convention, reponses);
  if (!repondu.ok) return refuse(repondu.message);
  const byKey = new Map(listClauses(convention).map((clause) => [clause.key, clause]));
  let changed = repondu.definition;
  for (const { cle, valeur, ecrit } of corrections) {
    const clause = byKey.get(cle);
    const type = typeDe(cle);
    if (!clause || !type) return refuse("Cette valeur n’est plus dans le contrat.");
    const lue = lireValeurTapee(type, valeur);
    if ("attendu" in lue) return refuse(lue.attendu);
    const source = { ...(ecrit.trim() !== "" && { lieu: ecrit.trim() }), ...qui };
    changed = poser(changed, clause.path, lue.valeur);
    changed = { ...changed, sources: { ...changed.sources, [cle]: source } };
  }
  for (const ajout of ajouts) {
    const ajoute = ajouterChose(changed, ajout, qui);
    if (!ajoute.ok) return refuse(ajoute.message);
    changed = ajoute.definition;
  }
  const problem = firstProblem(changed);
  if (!problem) return { ok: true, definition: terminer(changed, qui) };
  const place = nommer(convention, problem.path);
  const message = typographie(capitalise(`${place === null ? "" : `${place} : `}${problem.message}.`));
  return { ok: false, message, estIncoherent: true };
}

/** A place of the definition in the words of the contract. */
function nommer(convention: Convention, path: readonly PropertyKey[]): string | null {
  const champ = formatPath(path);
  const clause = listClauses(convention).find((each) => formatPath(each.path).startsWith(champ));
  return clause ? cite(clause.label) : null;
}
