// One French clause for what the schema holds against a definition.
import type * as z from "zod";
import { formatNombre } from "../../domain/words/format";

/** Where a definition is wrong and why: "actions[3].montants[0].etat", "un nombre est attendu". */
export interface DefinitionProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** ["actions", 3, "intitule"] → "actions[3].intitule". */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = "";
  for (const key of path) text += typeof key === "number" ? `[${key}]` : text === "" ? String(key) : `.${String(key)}`;
  return text;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: "un texte est attendu",
  number: "un nombre est attendu, sans guillemets ni espaces",
  int: "un nombre entier est attendu",
  array: "une liste est attendue",
  object: "un objet est attendu",
};

/** A year stays in one word. */
const showLimit = (limit: number): string => (limit < 10_000 ? String(limit) : formatNombre(limit));

function describeMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "il manque" : (EXPECTED[issue.expected] ?? "la valeur n’est pas du bon type");
    case "invalid_value":
      return `une de ces valeurs est attendue\u00a0: ${issue.values.map((value) => `«\u00a0${String(value)}\u00a0»`).join(", ")}`;
    case "too_small":
      if (issue.origin === "string") return "le texte est vide";
      if (issue.origin === "array") return "la liste est vide";
      return `la valeur doit être ${issue.inclusive === false ? "supérieure" : "au moins égale"} à ${issue.minimum}`;
    case "too_big":
      return `la valeur doit être au plus égale à ${showLimit(Number(issue.maximum))}`;
    default:
      return issue.message;
  }
}

export function describeIssue(issue: z.core.$ZodIssue): DefinitionProblem {
  if (issue.code === "unrecognized_keys") {
    return { path: [...issue.path, issue.keys[0] ?? ""], message: "ce champ n’existe pas" };
  }
  return { path: issue.path, message: describeMessage(issue) };
}
