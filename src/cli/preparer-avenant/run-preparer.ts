// The `preparer-avenant` command: shows the table of a year, what variants make of it, and writes the draft of one of them.
import { basename, extname } from "node:path";
import { statSync } from "node:fs";
import { comparerVariantes } from "../../core/preparation/comparer-variantes";
import { lireVariante } from "../../core/preparation/lire-variante";
import type { Preparation } from "../../core/preparation/preparer";
import { proposer } from "../../core/preparation/proposer";
import type { Variante } from "../../core/domain/variante";
import { formatListe } from "../../core/domain/words/format";
import { cite, typographie } from "../../core/domain/words/typographie";
import { WorkbookError } from "xlsx-model/plan";
import { createProjet, piecesOf, prepareAvenant } from "../../usecases/prepare-avenant";
import { pieceDocx } from "../../word/piece-docx";
import { defineCommand, readBytes, tellSignature, type ExitStatus, type Io } from "../command";
import { CommandError } from "../command-error";
import { oneLine } from "../one-line";
import { openGiven } from "../open-workbook";
import { checkOutputs, endingOf, writeOutput } from "../output-file";
import { parsePreparerOptions, PREPARER_AVENANT, type PreparerOptions } from "./preparer-options";
import { formatComparees, formatProposition, formatTableau } from "./preparer-text";

/** A file, or the name of one that the workbook keeps. Throws CommandError. */
function variantOf(named: string, { variantes, tableau }: Preparation, par: string, le: string): Variante {
  const kept = variantes.find(({ nom }) => nom.toLowerCase() === named.trim().toLowerCase());
  const isFile = statSync(named, { throwIfNoEntry: false })?.isFile() === true;
  if (kept && !isFile) return kept;
  if (!isFile && extname(named) === "") {
    const known = variantes.length === 0 ? "aucune" : formatListe(variantes.map(({ nom }) => cite(nom)));
    throw new CommandError(
      `--variante ${named} : ni un fichier, ni une variante gardée pour ${tableau.annee} (${known}).`,
    );
  }
  const text = new TextDecoder().decode(readBytes(named, `--variante ${named}`));
  const read = lireVariante({ nom: basename(named, extname(named)), text, par, le }, tableau);
  if (!read.ok) throw new CommandError(`--variante ${named} : ${read.pourquoi}.`);
  return read.variante;
}

interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly content: string;
}

async function prepare(options: PreparerOptions, io: Io): Promise<ExitStatus> {
  const { classeur, annee, variantes, par, sortie, note, projet, contrat, remplacer, force } = options;
  checkOutputs(
    [
      { path: sortie, endings: [endingOf(classeur)] },
      { option: "--note", path: note, endings: [".docx"] },
      { option: "--projet", path: projet, endings: [".docx"] },
    ],
    [classeur, contrat, ...variantes],
    force,
  );
  const { port, model, save, contract, asOf } = await openGiven(options, io.today());
  const { convention: contrats, source } = contract;
  const demande = { contrats, asOf, annee, source, today: io.today() };
  const preparation = await prepareAvenant(port, demande);
  const { tableau } = preparation;
  const given = variantes.map((named) => variantOf(named, preparation, par, asOf));
  const propositions = given.map((variante) => proposer(preparation, variante));
  const [wrong] = propositions.filter(({ erreurs }) => erreurs.length > 0);
  if (wrong) throw new CommandError(`--variante ${wrong.variante.nom} : ${wrong.erreurs.join(" ")}`);
  const [only] = given;
  const files: File[] = [];
  const kept: string[] = [];
  if (only && (note !== null || projet !== null)) {
    const pieces = piecesOf(preparation, only);
    if (note !== null)
      files.push({ path: note, bytes: await pieceDocx(pieces.note), content: "note pour le dialogue de gestion" });
    if (projet !== null)
      files.push({ path: projet, bytes: await pieceDocx(pieces.projet), content: "projet d’avenant" });
  }
  if (only && sortie !== null) {
    const choix = { registre: true, tableau: true, note: true };
    const created = await createProjet(port, demande, only, choix, remplacer);
    if (created.refusals.length > 0) throw new WorkbookError(created.refusals.join(" "));
    kept.push(...created.kept);
    const content = `projet d’avenant n° ${created.numero}, feuilles ${formatListe(created.sheetNames.map(cite))}`;
    files.unshift({ path: sortie, bytes: save(), content });
  }
  for (const { path, bytes } of files) writeOutput(path, bytes, force);
  if (sortie !== null) tellSignature(classeur, model, io);
  io.out(formatTableau(tableau));
  for (const proposition of propositions) io.out(`\n${formatProposition(tableau, proposition)}`);
  if (propositions.length > 1) io.out(`\n${formatComparees(comparerVariantes(propositions), tableau.localParty)}`);
  for (const { path, content } of files) io.out(typographie(`${oneLine(path)} : ${content}.\n`));
  for (const sentence of kept) io.out(`${oneLine(sentence)}\n`);
  return propositions.some(({ rompus }) => rompus.length > 0) ? 1 : 0;
}

export const runPreparerAvenant = defineCommand({
  meta: PREPARER_AVENANT,
  parse: parsePreparerOptions,
  run: prepare,
  about: ({ classeur }) => classeur,
});
