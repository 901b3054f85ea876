// The `tableau-de-bord` command: a folder of workbooks in, one tableau out; only its outputs, its helpers and the clock are injected.
import { existsSync, mkdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { accord } from "../../core/domain/words/accord";
import { typographie } from "../../core/domain/words/typographie";
import { isLu, type Constat } from "../../core/reports/tableau-de-bord/constat";
import { etablirTableau, nameOf, type Tableau } from "../../core/reports/tableau-de-bord/tableau";
import type { TableauPrecedent } from "../../core/reports/tableau-de-bord/changements";
import { summarise } from "../../core/sheets/tableau-de-bord/compose-tableau";
import { tableauCsv } from "../../core/sheets/tableau-de-bord/tableau-csv";
import { tableauXlsx } from "../../files/tableau-xlsx";
import { defineCommand, type ExitStatus, type Io } from "../command";
import { CommandError } from "../command-error";
import { listWorkbooks, type ListedWorkbook } from "../dossier/list-workbooks";
import { LOST, shareOut } from "../dossier/share-out";
import { oneLine } from "../one-line";
import { checkOutputs, endingOf, writeOutput } from "../output-file";
import { constatTask, type ConstatAnswer, type ConstatTask } from "./constat-task";
import { listDefinitions } from "../definitions";
import { readPrevious, readReplaced, tableauJson } from "./previous";
import { FORMATS, parseTableauOptions, TABLEAU, type Format, type TableauOptions } from "./tableau-options";

/** What the command itself has written lies in the folder too, the next time. */
function ownFiles({ annotes, sorties, precedent }: TableauOptions): (path: string) => boolean {
  const files = new Set(
    [...sorties.map(({ path }) => path), ...(precedent === null ? [] : [precedent])].map((path) => resolve(path)),
  );
  const folder = annotes === null ? null : resolve(annotes) + sep;
  return (path) => files.has(resolve(path)) || (folder !== null && resolve(path).startsWith(folder));
}

function list(options: TableauOptions): readonly ListedWorkbook[] {
  const isOwn = ownFiles(options);
  const workbooks = listWorkbooks(options.given).filter(({ path }) => !isOwn(path));
  if (workbooks.length === 0) throw new CommandError("Il n’y a aucun classeur de contrat à lire.");
  const names = workbooks.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new CommandError(`${twice} : deux classeurs donnés portent ce nom. Donnez le dossier qui les contient tous.`);
  }
  return workbooks;
}

function check(options: TableauOptions, workbooks: readonly ListedWorkbook[]): void {
  const { sorties, contrats, annotes, force } = options;
  const inputs = workbooks.map(({ path }) => path);
  checkOutputs(
    sorties.map(({ path }) => ({ path, endings: FORMATS })),
    inputs,
    force,
  );
  if (contrats !== null) listDefinitions(contrats);
  if (annotes === null) return;
  mkdirSync(annotes, { recursive: true });
  for (const { path, name } of workbooks) {
    const copy = join(annotes, name);
    if (existsSync(copy)) checkOutputs([{ option: "--annotes", path: copy, endings: [endingOf(path)] }], inputs, force);
  }
}

/** The tableau that is given, else the one that is about to be replaced. */
function previousOf({ precedent, sorties }: TableauOptions): TableauPrecedent | null {
  if (precedent !== null) return readPrevious(precedent);
  for (const { path, format } of sorties) {
    const replaced = format !== ".csv" && existsSync(path) ? readReplaced(path) : null;
    if (replaced) return replaced;
  }
  return null;
}

async function contentOf(
  format: Format,
  tableau: Tableau,
  links: ReadonlyMap<string, string>,
  name: string,
): Promise<Uint8Array> {
  if (format === ".xlsx") return tableauXlsx(tableau, links, name);
  return new TextEncoder().encode(format === ".csv" ? tableauCsv(tableau) : tableauJson(tableau));
}

interface Constats {
  readonly constats: readonly Constat[];
  /** The annotated copies, by workbook. */
  readonly copies: ReadonlyMap<string, string>;
}

async function constatAll(
  options: TableauOptions,
  workbooks: readonly ListedWorkbook[],
  asOf: string,
  io: Io,
): Promise<Constats> {
  const { contrats, annotes, force } = options;
  const today = io.today();
  const constats: Constat[] = [];
  const copies = new Map<string, string>();
  await shareOut<ConstatTask, ConstatAnswer>(io, {
    tasks: workbooks.map(({ path, name }) => ({
      command: "constater",
      path,
      name,
      asOf,
      today,
      contrats,
      annote: annotes === null ? null : join(annotes, name),
      force,
    })),
    treat: constatTask,
    lost: ({ name }) => ({
      constat: { etat: "illisible", classeur: name, raison: LOST },
      isAnnotated: false,
      refusals: [],
    }),
    give: ({ constat, isAnnotated, refusals }) => {
      constats.push(constat);
      if (isAnnotated && annotes !== null) copies.set(constat.classeur, join(annotes, constat.classeur));
      if (!isLu(constat)) io.err(`${oneLine(`${constat.classeur} : ${typographie(constat.raison)}`)}\n`);
      for (const refusal of refusals) io.err(`${oneLine(`${constat.classeur} : ${refusal}`)}\n`);
    },
  });
  return { constats, copies };
}

const NEEDS =
  "Pour compter un classeur d’un autre contrat : --contrats DOSSIER, où est sa définition (JSON, que « cls nouveau-contrat » écrit), ou une feuille « Contrat » scellée dans le classeur.";

const SHOWN = 10;

function describe(tableau: Tableau): string {
  const worst = tableau.constats.filter(isLu).filter(({ aTraiter }) => aTraiter > 0);
  const lines = worst
    .slice(0, SHOWN)
    .map(
      (constat) =>
        `${nameOf(constat, tableau)} : ${accord(constat.aTraiter, "écart")} à traiter, dont ${accord(constat.erreurs, "erreur")}`,
    );
  const print = (indent: string) => (line: string) => `${indent}${typographie(oneLine(line))}\n`;
  return [...summarise(tableau).map(print("")), ...lines.map(print("  "))].join("");
}

async function make(options: TableauOptions, io: Io): Promise<ExitStatus> {
  const workbooks = list(options);
  check(options, workbooks);
  const previous = previousOf(options);
  const asOf = options.date ?? io.today();
  const { constats, copies } = await constatAll(options, workbooks, asOf, io);
  if (options.contrats === null && constats.some((constat) => !isLu(constat) && constat.sansContrat))
    io.err(`${NEEDS}\n`);
  // A tableau of nothing would take the place of the one before.
  if (!constats.some(isLu)) throw new CommandError("Aucun classeur n’a pu être lu : le tableau n’est pas écrit.");
  const tableau = etablirTableau(constats, asOf, previous);
  for (const { path, format } of options.sorties) {
    const links = new Map(
      [...copies].map(([name, copy]) => [name, relative(dirname(path), copy).replaceAll("\\", "/")]),
    );
    writeOutput(path, await contentOf(format, tableau, links, basename(path)), options.force);
  }
  io.out(describe(tableau));
  return constats.every(isLu) && tableau.doublons.length === 0 ? 0 : 1;
}

export const runTableau = defineCommand({ meta: TABLEAU, parse: parseTableauOptions, run: make });
