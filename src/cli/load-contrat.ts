// Reads a contract definition from a JSON file.
import { readFileSync } from "node:fs";
import { contratIntegre } from "../contracts/built-in";
import { parseConvention } from "../contracts/parse-convention";
import type { Convention } from "../core/domain/contrat/convention";
import { CommandError, describeFileFailure } from "./command-error";

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new CommandError(`--contrat ${path} : ${describeFileFailure(error)}.`);
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(
      `--contrat ${path} : ce fichier n’est pas du JSON. Une définition de contrat est un objet JSON.`,
    );
  }
}

/** The contract that `--contrat` names, or the one of the product. Throws CommandError. */
export function chooseContrat(path: string | null): {
  readonly convention: Convention;
  readonly source: "built-in" | "given";
} {
  return path === null
    ? { convention: contratIntegre, source: "built-in" }
    : { convention: loadContrat(path), source: "given" };
}

/** Throws CommandError. */
export function loadContrat(path: string): Convention {
  const parsed = parseConvention(parseJson(path, readText(path)));
  if (!parsed.ok) throw new CommandError(`--contrat ${path} : ${parsed.message}`);
  return parsed.convention;
}
