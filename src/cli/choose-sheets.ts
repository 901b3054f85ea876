// The option --feuille: says in the agent's stead which of several tables of the same years is to be verified.
import { isSameSheet } from "../core/domain/cell-ref";
import { formatListe } from "../core/domain/words/format";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import type { TableChoice } from "../core/verification";
import { verify } from "../core/verify";
import type { WorkbookPort } from "../core/workbook-port";
import { chooseTable } from "../usecases/choose-table";
import { CommandError } from "./command-error";

/** Keeps the choices in the opened workbook, never in its file. Throws CommandError for a sheet that settles nothing. */
export async function chooseSheets(
  port: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  sheets: readonly string[],
  source: "built-in" | "given",
): Promise<void> {
  for (const sheet of sheets) {
    const raw = await port.read();
    if (!raw.sheets.some(({ name }) => isSameSheet(name, sheet))) {
      const names = formatListe(raw.sheets.map(({ name }) => `« ${name} »`));
      throw new CommandError(`--feuille ${sheet} : le classeur n’a pas cette feuille. Ses feuilles : ${names}.`);
    }
    const { choices = [] } = verify(raw, contrats, asOf, source).verification;
    for (const choice of choices) {
      const wanted = headingIn(choice, sheet);
      if (wanted !== null) await chooseTable(port, contrats, asOf, choice, wanted, source);
    }
  }
}

function headingIn(choice: TableChoice, sheet: string): string | null {
  const [wanted, another] = choice.candidates.filter((candidate) => isSameSheet(candidate.sheet, sheet));
  if (wanted && another) {
    throw new CommandError(
      `--feuille ${sheet} : cette feuille contient plusieurs tableaux des mêmes années (${wanted.range} et ${another.range}). ` +
        "Gardez-en un seul sur la feuille, ou choisissez dans le volet d’Excel.",
    );
  }
  return wanted?.heading ?? null;
}
