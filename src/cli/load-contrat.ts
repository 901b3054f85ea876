// Reads a contract definition from a JSON file.
import { existsSync, statSync } from "node:fs";
import { contratsIntegres, findContratIntegre } from "../contracts/built-in";
import { parseConvention } from "../contracts/parse-convention";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { Convention } from "../core/contract/convention";
import { readBytes } from "./command";
import { CommandError } from "./command-error";
import { suggest } from "./suggest";

/** As it is written, not checked yet; `named` is how the command line named it. Throws CommandError. */
export function readDefinition(path: string, named: string): unknown {
  const text = new TextDecoder().decode(readBytes(path, named));
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${named} : ce fichier n’est pas du JSON. Une définition de contrat est un objet JSON.`);
  }
}

export interface ServingContrat {
  readonly convention: Contrats;
  readonly source: "built-in" | "given";
}

/** The contract that `--contrat` names, a file or the identifier of one of the product's; else all of those. Throws CommandError. */
export function chooseContrat(named: string | null): ServingContrat {
  return named === null
    ? { convention: contratsIntegres, source: "built-in" }
    : { convention: loadContrat(named), source: "given" };
}

const known = new Map<string, { readonly version: string; readonly convention: Convention }>();

/** Changes when the file does: the same file is read once, however many workbooks it serves. */
function versionOf(path: string): string {
  const status = statSync(path, { throwIfNoEntry: false });
  return status ? `${status.mtimeMs} ${status.size}` : "";
}

export function loadContrat(path: string): Convention {
  const builtIn = findContratIntegre(path);
  if (builtIn) return builtIn;
  if (!existsSync(path)) {
    const ids = contratsIntegres.map(({ id }) => id);
    throw new CommandError(
      `--contrat ${path} : ni un fichier, ni un contrat intégré. ${suggest(path, ids, "Contrats intégrés")}`,
    );
  }
  const version = versionOf(path);
  const read = known.get(path);
  if (read && read.version === version) return read.convention;
  const parsed = parseConvention(readDefinition(path, `--contrat ${path}`));
  if (!parsed.ok) throw new CommandError(`--contrat ${path} : ${parsed.message}`);
  known.set(path, { version, convention: parsed.convention });
  return parsed.convention;
}
