// The `proces-verbal` command: establishes or checks; only its outputs and the clock are injected.
import { basename } from "node:path";
import { cite, typographie } from "../../core/domain/words/typographie";
import { formatEmpreinte } from "../../core/reports/proces-verbal/empreinte";
import { openFileWorkbook, type FileWorkbook } from "../../files/file-workbook";
import { checkProcesVerbal } from "../../usecases/check-proces-verbal";
import { establishProcesVerbal } from "../../usecases/establish-proces-verbal";
import { chooseSheets } from "../choose-sheets";
import { CommandError } from "../command-error";
import { oneLine } from "../one-line";
import { formatControle } from "./controle-text";
import { chooseContrat } from "../load-contrat";
import { checkOutput, writeOutput } from "../output-file";
import { parseProcesVerbalOptions, PROCES_VERBAL, type ProcesVerbalOptions } from "./proces-verbal-options";
import { defineCommand, readBytes, tellSignature, type ExitStatus, type Io } from "../command";

type Contrat = ReturnType<typeof chooseContrat>;

async function establish(
  { port, save }: FileWorkbook,
  { convention, source }: Contrat,
  asOf: string,
  today: string,
  { sortie, remplacer, force }: ProcesVerbalOptions & { readonly sortie: string },
): Promise<string> {
  const draw = (replace: string | null) => establishProcesVerbal(port, convention, asOf, replace, source, today);
  const first = await draw(null);
  // Whoever asks for it here replaces the one of the file that he names.
  const established = first.kind === "exists" && remplacer ? await draw(first.standing) : first;
  if (established.kind === "exists") throw new CommandError(`${established.sentence} (--controler, --remplacer)`);
  const { sheetName, refusals, kept, procesVerbal } = established;
  if (sheetName === null) throw new CommandError(refusals.join(" "));
  writeOutput(sortie, save(), force);
  return `${oneLine(sortie)} : procès-verbal établi, feuille ${cite(sheetName)}.\n${kept.map((each) => `${oneLine(each)}\n`).join("")}Empreinte des chiffres : ${formatEmpreinte(procesVerbal.empreinte)}\n`;
}

async function act(options: ProcesVerbalOptions, io: Io): Promise<ExitStatus> {
  const { classeur, sortie, contrat, date, feuilles, force } = options;
  const contract = chooseContrat(contrat);
  if (sortie !== null) checkOutput(sortie, classeur, contrat === null ? [classeur] : [classeur, contrat], force);
  const today = io.today();
  const asOf = date ?? today;
  const workbook = openFileWorkbook(readBytes(classeur), basename(classeur));
  await chooseSheets(workbook.port, contract.convention, asOf, feuilles, contract.source);
  if (sortie !== null) {
    io.out(typographie(await establish(workbook, contract, asOf, today, { ...options, sortie })));
    tellSignature(classeur, workbook.model, io);
    return 0;
  }
  const controle = await checkProcesVerbal(workbook.port, contract.convention, contract.source, today);
  io.out(formatControle(classeur, controle));
  return controle.identique ? 0 : 1;
}

export const runProcesVerbal = defineCommand({
  meta: PROCES_VERBAL,
  parse: parseProcesVerbalOptions,
  run: act,
  about: ({ classeur }) => classeur,
});
