// What `nouveau-contrat` does in a process of its own, which can be stopped: reads the files that it is given, and drafts the definition.
import { basename } from "node:path";
import type { ConventionEbauchee } from "../../core/drafting/ebauche";
import { DocumentError } from "../../documents/limits";
import { draftFiles, NothingSigned } from "../../signed-files/draft-files";
import { describeFailure, nameFailure, readBytes } from "../command";
import { CommandError } from "../command-error";

export interface DraftTask {
  readonly command: "nouveau-contrat";
  readonly files: readonly string[];
}

/** A refusal is a whole French sentence. */
export type DraftAnswer = { readonly draft: ConventionEbauchee } | { readonly refusal: string };

/** Never rejects. */
export async function draftTask({ files }: DraftTask): Promise<DraftAnswer> {
  try {
    const read = files.map((file) => ({ name: basename(file), bytes: readBytes(file) }));
    const pathOf = (name: string): string => files.find((file) => basename(file) === name) ?? files.join(", ");
    return { draft: (await draftFiles(read, (name, work) => named(pathOf(name), work))).draft };
  } catch (error) {
    return { refusal: error instanceof NothingSigned ? NOTHING_SIGNED : describeFailure(error) };
  }
}

const NOTHING_SIGNED =
  "Aucun de ces fichiers n’est le contrat signé (.docx, .pdf, .txt). Donnez-le avec ses annexes, ou un seul classeur.";

async function named<Value>(file: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof DocumentError ? new CommandError(`${file} : ${error.message}`) : nameFailure(file, error);
  }
}
