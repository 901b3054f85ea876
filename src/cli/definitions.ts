// The contracts that a workbook of a folder may follow: all those that there are, and the one of its name.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { contratsIntegres } from "../contracts/built-in";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { CommandError, describeFolderFailure } from "./command-error";
import { loadContrat } from "./load-contrat";

/** The definitions of contracts in a folder, by name. Throws CommandError where the path is no folder. */
export function listDefinitions(folder: string, named = `--contrats ${folder}`): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith(".json"))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    throw new CommandError(`${named} : ${describeFolderFailure(error)}.`);
  }
}

/** What `--contrats` says of itself wherever it may be given. */
export const CONTRATS = {
  type: "string",
  valeur: "DOSSIER",
  exemple: "contrats",
  aide:
    "définitions des contrats (JSON) : celle dont le classeur montre les actions et les montants ;\n" +
    "nom.json pour nom.xlsx départage ; une feuille « Contrat » dans le classeur l’emporte, et son\n" +
    "sceau est comparé à la définition des mêmes parties, quel que soit son repère",
} as const;

/** All that are known, and the one of the workbook's name, without its extension. Throws CommandError for a definition that cannot be read. */
export function definitionFor(folder: string | null, name: string): Contrats {
  if (folder === null) return contratsIntegres;
  const own = join(folder, `${name}.json`);
  const nomme = statSync(own, { throwIfNoEntry: false })?.isFile() ? loadContrat(own) : null;
  const [first, ...others] = listDefinitions(folder).map(loadContrat);
  return { connus: first ? [first, ...others, ...contratsIntegres] : contratsIntegres, nomme };
}
