// "Insérer une annexe": composes the annexes that the agent asks for from the contract in force, and adds them.
import type { CellRef } from "xlsx-model/cell-ref";
import type { Convention } from "../core/contract/convention";
import { nommerQuestions, questionsOuvertes } from "../core/contract/definition/questions";
import { empreinteDuSigne, lireSceau, sceller } from "../core/contract/signed/sceau";
import { recogniseContrat, type Contrats } from "../core/reading/contrat/recognise-contrat";
import type { Dossier } from "../core/domain/dossier";
import { formatListe } from "../core/domain/words/format";
import { cite, typographie } from "../core/domain/words/typographie";
import { findContratSheets } from "../core/reading/contrat/choose-contrat";
import { readDossier } from "../core/reading/read-dossier";
import { refuseAnnexe } from "../core/refuse-ecriture";
import { isRepeated, presentAnnexes } from "../core/situation/present-annexes";
import type { AnnexePlan, ApplyReport, RawWorkbook, WorkbookPort } from "../core/workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { ANNEXES, type AnnexeRequest } from "../core/sheets/annexes/annexe-request";
import { composeAnnexe } from "../core/sheets/annexes/compose-annexe";
import { checkFree, checkWithinSheet, writableSheet } from "../core/sheets/annexes/free-area";
import { areaOf, placeAnnexe } from "../core/sheets/annexes/place-annexe";
import { composeContratSheet } from "../core/sheets/contrat/contrat-sheet";
import { refusals } from "../core/sheets/parts/refusals";
import { checkAsShown } from "./as-shown";

interface InsertOptions {
  readonly cell?: CellRef | null;
  readonly again?: boolean | readonly string[];
  /** ISO date of the day on which it is done, which the seal of the contract bears. */
  readonly today?: string;
}

/**
 * `source` says where the given contract comes from; a sheet « Contrat » of the workbook prevails over the built-in one.
 * `cell` is the agent's, for one annexe of one sheet; null for new sheets.
 * Without `again` what the workbook has already is left out of several, and refused alone: a second table of the same figures
 * leaves nobody knowing which counts. A list of sheets is where the agent was shown that it stands, and wants it once more;
 * where it stands elsewhere by now, that is DiffersFromShown.
 * Answers the tab names of the sheets that hold what was inserted, and what of their look the workbook refused. Throws WorkbookError, and then nothing has been.
 */
export async function insertAnnexe(
  workbook: WorkbookPort,
  contrats: Contrats,
  asOf: string,
  requests: readonly AnnexeRequest[],
  source: "built-in" | "given" = "built-in",
  { cell = null, again = true, today }: InsertOptions = {},
): Promise<ApplyReport> {
  const raw = await workbook.read();
  if (cell === null && raw.isStructureProtected) throw new WorkbookError(refusals.protectedAgainstAnnexes);
  const isContrat = requests.some(({ kind }) => kind === "contrat");
  const whose = readDossier(raw, contrats, asOf, source);
  const refused = refuseAnnexe(raw, whose, source);
  if (refused !== null) throw new WorkbookError(refused);
  const toSeal = isContrat ? contractToInsert(raw, recogniseContrat(raw, contrats).convention, asOf, source) : null;
  const wanted =
    again === true ? requests : withoutPresent(presentIn(raw, toSeal ?? contrats, asOf, source), requests, again);
  const annexes = composeAll(raw, toSeal ?? contrats, asOf, wanted, source);
  if (annexes.length === 0) throw new WorkbookError(nothingMissing);
  if (cell !== null) return insertAt(workbook, raw, cell, annexes);
  return workbook.apply({ highlights: null, sheets: [], annexes, ...sealOf(annexes, toSeal, today) }, raw);
}

/** The sheets that hold what is asked for already. */
type Present = (request: AnnexeRequest) => readonly string[];

function presentIn(raw: RawWorkbook, contrats: Contrats, asOf: string, source: "built-in" | "given"): Present {
  const dossier = readDossier(raw, contrats, asOf, source);
  const present = presentAnnexes(
    dossier,
    findContratSheets(raw).map(({ name }) => name),
  );
  const fiches = (dossier.fiches ?? []).flatMap(({ action }) => action?.numero ?? []);
  return (request) => (isRepeated(request, present, fiches) ? present[request.kind] : []);
}

function withoutPresent(
  sheetsOf: Present,
  requests: readonly AnnexeRequest[],
  again: false | readonly string[],
): readonly AnnexeRequest[] {
  const [only, another] = requests;
  if (!only || another) return requests.filter((request) => sheetsOf(request).length === 0);
  const sheets = sheetsOf(only);
  if (sheets.length > 0) checkAsShown(again || [], sheets, alreadyThere(ANNEXES[only.kind].titre, sheets));
  return requests;
}

const alreadyThere = (titre: string, sheets: readonly string[]): string =>
  typographie(
    `Le classeur a déjà ${cite(titre)} (${sheets.length > 1 ? "feuilles" : "feuille"} ${formatListe(sheets.map(cite))}) : rien n’a été inséré. Pour en insérer un second, demandez-le dans l’onglet Documents du volet.`,
  );

/** The sheet of the contract never goes in without its seal. */
function sealOf(
  annexes: readonly AnnexePlan[],
  contract: Convention | null,
  today: string | undefined,
): { readonly seal?: string } {
  const isThere = annexes.some(({ mark }) => mark === "contrat");
  return contract && isThere ? { seal: sceller(contract, false, today).texte } : {};
}

/**
 * A workbook that bears a seal, but no more its sheet, gets the sheet of what was sealed: another contract is refused, unless
 * what stands in the workbook contradicts the seal.
 */
function contractToInsert(
  raw: RawWorkbook,
  convention: Convention,
  asOf: string,
  source: "built-in" | "given",
): Convention {
  const sceau = typeof raw.seal === "string" ? lireSceau(raw.seal) : null;
  const isContradicted = sceau?.etat === "inchange" && readDossier(raw, sceau.convention, asOf).question !== undefined;
  if (source === "given" && isContradicted) return convention;
  if (sceau?.etat !== "inchange" || sceau.convention.id === convention.id) {
    const isOther =
      sceau?.etat === "inchange" && source === "given" && sceau.empreinte !== empreinteDuSigne(convention);
    if (isOther) throw new WorkbookError(otherSeal(sceau.convention.intitule));
    return withoutQuestions(convention);
  }
  if (source === "built-in") return withoutQuestions(sceau.convention);
  throw new WorkbookError(otherSeal(sceau.convention.intitule));
}

/** What its definition still asks is not written down as what was signed. */
function withoutQuestions(convention: Convention): Convention {
  const questions = questionsOuvertes(convention);
  if (questions.length > 0) throw new WorkbookError(refusals.openQuestions(nommerQuestions(questions)));
  return convention;
}

const otherSeal = (intitule: string): string =>
  typographie(
    `Le classeur porte déjà le sceau d’un autre contrat signé, ${cite(intitule)} : insérez la feuille « Contrat » sans donner d’autre contrat, ou repartez d’un classeur neuf.`,
  );

const nothingMissing = typographie(
  "Le classeur a déjà tout ce qui était demandé : rien n’a été inséré. Pour insérer une annexe une seconde fois, demandez-la seule.",
);

function composeAll(
  raw: RawWorkbook,
  contrats: Contrats,
  asOf: string,
  requests: readonly AnnexeRequest[],
  source: "built-in" | "given",
): readonly AnnexePlan[] {
  let dossier: Dossier | null = null;
  const annexes: AnnexePlan[] = [];
  for (const request of requests) {
    if (request.kind === "contrat") annexes.push(...composeContract(raw, contrats, request.siManque ?? false));
    else {
      dossier ??= readSound(raw, contrats, asOf, source);
      annexes.push(...composeAnnexe(request, dossier, annexes));
    }
  }
  return annexes;
}

/** No plan where the workbook has such a sheet already, which is the agent's. */
function composeContract(raw: RawWorkbook, contrats: Contrats, siManque: boolean): readonly AnnexePlan[] {
  const [existing] = findContratSheets(raw);
  if (existing && siManque) return [];
  if (existing) {
    throw new WorkbookError(
      typographie(
        `Le classeur a déjà sa feuille du contrat, ${cite(existing.name)} : modifiez-la, ou supprimez-la pour en insérer une nouvelle.`,
      ),
    );
  }
  const { kind, ...layout } = composeContratSheet(recogniseContrat(raw, contrats).convention);
  return [{ ...layout, names: [], mark: kind }];
}

/** The dossier, where its contract is known to be right: no annexe is laid out from another one. */
function readSound(raw: RawWorkbook, contrats: Contrats, asOf: string, source: "built-in" | "given"): Dossier {
  const dossier = readDossier(raw, contrats, asOf, source);
  const [mistake] = dossier.feuilleContrat?.erreurs ?? [];
  if (mistake) throw new WorkbookError(refusals.mistakenContract(mistake.cell, mistake.message));
  // A workbook of another contract may become this one's, where the agent says so.
  const { contratInconnu, autreContrat } = dossier;
  if (contratInconnu !== undefined && autreContrat !== true) throw new WorkbookError(contratInconnu);
  return dossier;
}

async function insertAt(
  workbook: WorkbookPort,
  raw: RawWorkbook,
  cell: CellRef,
  annexes: readonly AnnexePlan[],
): Promise<ApplyReport> {
  const [annexe, another] = annexes;
  if (!annexe || another) throw new WorkbookError(refusals.severalAtCell(annexes.length));
  if (annexe.mark) throw new WorkbookError(refusals.contractAtCell);
  const sheet = writableSheet(raw, cell);
  const origin = { ...cell, sheet: sheet.name };
  const area = areaOf(annexe, origin);
  checkWithinSheet(area);
  // What the values show is refused first: asking Excel for merged cells costs the agent his undo.
  checkFree(sheet, area, []);
  const { obstacles, names } = await workbook.survey(area);
  checkFree(sheet, area, obstacles);
  const placed = placeAnnexe(annexe, origin, sheet, names);
  return workbook.apply({ highlights: null, sheets: [], placed }, raw);
}
