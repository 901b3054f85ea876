// The workbook that a command is given, and what it is held against.
import { basename } from "node:path";
import { openFileWorkbook, type FileWorkbook } from "../files/file-workbook";
import { chooseSheets } from "./choose-sheets";
import { readBytes } from "./command";
import { chooseContrat, type ServingContrat } from "./load-contrat";
import { STDIN } from "./read-stdin";

/** As `readBytes`; what another program gives has a name too. Throws CommandError. */
export const openWorkbook = (path: string, named = path): FileWorkbook =>
  openFileWorkbook(readBytes(path, named), path === STDIN ? "entrée standard" : basename(path));

interface Given {
  readonly classeur: string;
  readonly contrat: string | null;
  /** ISO date; null for today. */
  readonly date: string | null;
  readonly feuilles: readonly string[];
}

export interface Opened extends FileWorkbook {
  readonly contract: ServingContrat;
  readonly asOf: string;
}

/** With the tables that the person chose. Throws CommandError. */
export async function openGiven({ classeur, contrat, date, feuilles }: Given, today: string): Promise<Opened> {
  const contract = chooseContrat(contrat);
  const asOf = date ?? today;
  const workbook = openWorkbook(classeur);
  await chooseSheets(workbook.port, contract.convention, asOf, feuilles, contract.source);
  return { ...workbook, contract, asOf };
}
