// From a definition as it is written to a contract that can be relied on, or to one French sentence that says why not.
import { conventionSchema, type Convention } from "../core/contract/convention";
import { checkRepartitions } from "../core/contract/definition/check-sommes";
import { accord } from "../core/domain/words/accord";
import { formatMontant } from "../core/domain/words/format";
import { checkCoherence } from "../core/contract/definition/check-coherence";
import { describeIssue, formatPath, type DefinitionProblem } from "../core/contract/definition/describe-issue";

export type ParsedConvention =
  | { readonly ok: true; readonly convention: Convention }
  /** A French sentence that names the field. */
  | { readonly ok: false; readonly message: string };

const MOST_FIELDS = 20;

function refuse(problems: readonly DefinitionProblem[]): ParsedConvention {
  const [first] = problems;
  const others = problems.slice(1);
  const where = first && first.path.length > 0 ? `au champ «\u00a0${formatPath(first.path)}\u00a0», ` : "";
  const rest =
    others.length > 0 ? ` (et ${accord(others.length, "autre erreur", "autres erreurs")}${placesOf(others)})` : "";
  return { ok: false, message: `La définition du contrat est refusée\u00a0: ${where}${first?.message}${rest}.` };
}

/** The fields of the other problems, each once, by which somebody sees at one look how much is left to write. */
function placesOf(problems: readonly DefinitionProblem[]): string {
  const fields = [...new Set(problems.map(({ path }) => formatPath(path)).filter((field) => field !== ""))];
  if (fields.length === 0) return "";
  const named = fields.slice(0, MOST_FIELDS).map((field) => `«\u00a0${field}\u00a0»`);
  const left = fields.length > MOST_FIELDS ? "…" : "";
  return `\u00a0: ${named.join(", ")}${left}`;
}

function describeRepartitions(convention: Convention): readonly DefinitionProblem[] {
  return checkRepartitions(convention).map(({ annee, found, expected }) => ({
    path: ["creditsEtat", convention.creditsEtat.findIndex((credit) => credit.annee === annee), "repartition"],
    message: `la somme des axes (${formatMontant(found)}) n’est pas le montant ${annee} (${formatMontant(expected)})`,
  }));
}

export function parseConvention(data: unknown): ParsedConvention {
  const parsed = conventionSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return refuse(parsed.error.issues.map(describeIssue));
  const problems = [...checkCoherence(parsed.data), ...describeRepartitions(parsed.data)];
  return problems.length > 0 ? refuse(problems) : { ok: true, convention: parsed.data };
}
