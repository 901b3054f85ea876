// The `proces-verbal` command: establishes or checks; only its outputs and the clock are injected.
import { cite, typographie } from "../../core/domain/words/typographie";
import { formatEmpreinte } from "../../core/reports/proces-verbal/empreinte";
import { checkProcesVerbal } from "../../usecases/check-proces-verbal";
import { establishProcesVerbal } from "../../usecases/establish-proces-verbal";
import { CommandError } from "../command-error";
import { oneLine } from "../one-line";
import { formatControle } from "./controle-text";
import { openGiven, type Opened } from "../open-workbook";
import { checkOutputs, endingOf, writeOutput } from "../output-file";
import { parseProcesVerbalOptions, PROCES_VERBAL, type ProcesVerbalOptions } from "./proces-verbal-options";
import { defineCommand, tellSignature, type ExitStatus, type Io } from "../command";

async function establish(
  { port, save, contract: { convention, source }, asOf }: Opened,
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
  const { classeur, sortie, contrat, force } = options;
  checkOutputs([{ path: sortie, endings: [endingOf(classeur)] }], [classeur, contrat], force);
  const today = io.today();
  const workbook = await openGiven(options, today);
  const { contract } = workbook;
  if (sortie !== null) {
    io.out(typographie(await establish(workbook, today, { ...options, sortie })));
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
