// The `annexe` command: options in, a workbook with the annexes out; only its outputs and the clock are injected.
import { basename } from "node:path";
import { accord } from "../../core/domain/words/accord";
import { TAILLES_GARDEES } from "../../core/sheets/annexes/annexe-request";
import { formatCellRef } from "xlsx-model/cell-ref";
import { typographie } from "../../core/domain/words/typographie";
import { createXlsx } from "xlsx-model/create-xlsx";
import { openFileWorkbook, type FileWorkbook } from "../../files/file-workbook";
import { insertAnnexe } from "../../usecases/insert-annexe";
import { chooseContrat } from "../load-contrat";
import { oneLine } from "../one-line";
import { openWorkbook } from "../open-workbook";
import { checkOutputs, endingOf, writeOutput } from "../output-file";
import { ANNEXE, parseAnnexeOptions, type AnnexeOptions } from "./annexe-options";
import { defineCommand, tellSignature, type ExitStatus, type Io } from "../command";

async function insert(options: AnnexeOptions, io: Io): Promise<ExitStatus> {
  const { requests, again, sortie, classeur, cellule, contrat, date, force } = options;
  const { convention, source } = chooseContrat(contrat);
  checkOutputs([{ path: sortie, endings: [endingOf(classeur ?? "classeur.xlsx")] }], [classeur, contrat], force);
  const workbook = open(classeur, basename(sortie));
  const [blank] = classeur === null ? workbook.model.sheets : [];
  const today = io.today();
  const inserting = { cell: cellule, again, today };
  const { sheetNames } = await insertAnnexe(workbook.port, convention, date ?? today, requests, source, inserting);
  if (blank) workbook.model.removeSheet(blank.id);
  writeOutput(sortie, workbook.save(), force);
  tellSignature(classeur ?? sortie, workbook.model, io);
  io.out(typographie(`${oneLine(sortie)} : ${describe(options, sheetNames)}`));
  return 0;
}

const TITLE = "Annexes du contrat local des solidarités";

function open(classeur: string | null, name: string): FileWorkbook {
  return classeur === null ? openFileWorkbook(createXlsx(name, TITLE).save(), name) : openWorkbook(classeur);
}

function describe({ cellule }: AnnexeOptions, names: readonly string[]): string {
  if (cellule !== null) return `annexe insérée en ${formatCellRef(cellule)}.\n${TAILLES_GARDEES}\n`;
  const listed = names.map((name) => `  – ${oneLine(name)}\n`).join("");
  return `${accord(names.length, "feuille insérée", "feuilles insérées")}.\n${listed}`;
}

export const runAnnexe = defineCommand({
  meta: ANNEXE,
  parse: parseAnnexeOptions,
  run: insert,
  about: ({ classeur, sortie }) => classeur ?? sortie,
});
