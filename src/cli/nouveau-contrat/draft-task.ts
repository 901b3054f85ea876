// What `nouveau-contrat` does in a process of its own, which can be stopped: reads the files that it is given, and drafts the definition.
import { basename } from "node:path";
import { draftConvention } from "../../core/drafting/draft-convention";
import { draftSigned } from "../../core/drafting/draft-signed";
import type { ConventionEbauchee } from "../../core/drafting/ebauche";
import type { SignedDocument } from "../../core/drafting/signed-document";
import { joinDocuments } from "../../documents/join-documents";
import { DocumentError } from "../../documents/limits";
import { isDocumentName, readDocument } from "../../documents/read-document";
import { workbookTables } from "../../documents/workbook-tables";
import { openFileWorkbook } from "../../files/file-workbook";
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
    return { draft: await draftFrom(files) };
  } catch (error) {
    return { refusal: describeFailure(error) };
  }
}

/** A workbook alone is not what was signed; beside the contract's own words it is one of its annexes. */
async function draftFrom(files: readonly string[]): Promise<ConventionEbauchee> {
  const [first = ""] = files;
  const isSigned = files.some(isDocumentName);
  if (!isSigned && files.length > 1)
    throw new CommandError(
      "Aucun de ces fichiers n’est le contrat signé (.docx, .pdf, .txt). Donnez-le avec ses annexes, ou un seul classeur.",
    );
  if (!isSigned) return draftConvention(await named(first, () => readWorkbook(first)));
  const documents: SignedDocument[] = [];
  for (const file of files) {
    documents.push(
      await named(file, async () =>
        isDocumentName(file) ? readDocument(readBytes(file), basename(file)) : workbookTables(await readWorkbook(file)),
      ),
    );
  }
  return named(files.join(", "), () => Promise.resolve(draftSigned(joinDocuments(documents))));
}

const readWorkbook = (file: string) => openFileWorkbook(readBytes(file), basename(file)).port.read();

async function named<Value>(file: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof DocumentError ? new CommandError(`${file} : ${error.message}`) : nameFailure(file, error);
  }
}
