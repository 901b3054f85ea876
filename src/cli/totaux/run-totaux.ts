// The `totaux` command: shows what would change, and writes it to a copy; only its outputs and the clock are injected.
import { accord } from "../../core/domain/words/accord";
import { typographie } from "../../core/domain/words/typographie";
import { applyTotals, previewTotals } from "../../usecases/refresh-totals";
import { oneLine } from "../one-line";
import { openGiven } from "../open-workbook";
import { checkOutputs, endingOf, writeOutput } from "../output-file";
import { parseTotauxOptions, TOTAUX, type TotauxOptions } from "./totaux-options";
import { defineCommand, tellSignature, type ExitStatus, type Io } from "../command";
import { formatParAxe, formatPreview } from "./totaux-text";

async function refresh(options: TotauxOptions, io: Io): Promise<ExitStatus> {
  const { classeur, sortie, contrat, force } = options;
  checkOutputs([{ path: sortie, endings: [endingOf(classeur)] }], [classeur, contrat], force);
  const { port, model, save, contract, asOf } = await openGiven(options, io.today());
  const { convention, source } = contract;
  const preview = await previewTotals(port, convention, asOf, source);
  io.out(formatPreview(classeur, preview));
  if (sortie !== null) {
    const { written, remarks, parAxe } = await applyTotals(port, convention, asOf, preview, source);
    writeOutput(sortie, save(), force);
    tellSignature(classeur, model, io);
    if (parAxe) io.out(formatParAxe(parAxe));
    io.out(typographie(`\n${oneLine(sortie)} : ${accord(written, "cellule modifiée", "cellules modifiées")}.\n`));
    for (const remark of remarks.filter((each) => !preview.blocked.includes(each))) io.err(`${oneLine(remark)}\n`);
  }
  return preview.blocked.length > 0 ? 1 : 0;
}

export const runTotaux = defineCommand({
  meta: TOTAUX,
  parse: parseTotauxOptions,
  run: refresh,
  about: ({ classeur }) => classeur,
});
