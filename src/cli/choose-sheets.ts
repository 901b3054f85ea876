// The option --feuille: answers in the agent's stead which of several tables of the same years is to be verified.
import { formatLocalRange, isSameSheet } from "xlsx-model/cell-ref";
import { roleOf, type Question, type Reponse } from "../core/domain/question";
import { joindreReponses } from "../core/domain/reponses";
import { formatListe } from "../core/domain/words/format";
import type { Contrats } from "../core/reading/contrat/recognise-contrat";
import { readDossier } from "../core/reading/read-dossier";
import type { WorkbookPort } from "../core/workbook-port";
import { CommandError } from "./command-error";

/** Keeps the answers in the opened workbook, never in its file. Throws CommandError for a sheet that settles nothing. */
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
    const { questions = [] } = readDossier({ ...raw, choices: [] }, contrats, asOf, source);
    const given = questions.flatMap((question) => answerWith(question, sheet, asOf) ?? []);
    if (given.length === 0) continue;
    const reponses = joindreReponses(raw.reponses ?? [], given);
    await port.apply({ highlights: null, sheets: [], reponses }, raw);
  }
}

function answerWith({ about, key, answers }: Question, sheet: string, on: string): Reponse | null {
  if (about !== "table") return null;
  const [wanted, another] = answers.filter(({ range }) => range && isSameSheet(range.sheet, sheet));
  if (wanted?.range && another?.range) {
    throw new CommandError(
      `--feuille ${sheet} : cette feuille contient plusieurs tableaux des mêmes années (${formatLocalRange(wanted.range)} et ${formatLocalRange(another.range)}). ` +
        "Gardez-en un seul sur la feuille, ou répondez dans le volet d’Excel.",
    );
  }
  return wanted ? { key, answer: roleOf(wanted), by: "l’option --feuille", on, speaksFor: null } : null;
}
