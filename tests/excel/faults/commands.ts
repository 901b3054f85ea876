// Every command of the add-in as the fault matrix runs it: the workbook it begins with, and what it tells the agent.
import type { AvenantSaisi } from "../../../src/core/avenants/avenant-saisi";
import type { Finding } from "../../../src/core/verification";
import type { WorkbookPort } from "../../../src/core/workbook-port";
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { WorkbookModel } from "xlsx-model/workbook-model";
import { DiffersFromShown } from "../../../src/usecases/as-shown";
import { applyCorrections, previewCorrections, undoCorrections } from "../../../src/usecases/correct-findings";
import { justifyFinding, type Entry } from "../../../src/usecases/justify-finding";
import { answerQuestions } from "../../../src/usecases/answer-questions";
import { clearHighlights } from "../../../src/usecases/clear-highlights";
import { establishProcesVerbal } from "../../../src/usecases/establish-proces-verbal";
import { insertAnnexe } from "../../../src/usecases/insert-annexe";
import { previewAvenant, recordAvenant } from "../../../src/usecases/record-avenant";
import { applyTotals, previewTotals } from "../../../src/usecases/refresh-totals";
import { verifyWorkbook } from "../../../src/usecases/verify-workbook";
import { writeBilan } from "../../../src/usecases/write-bilan";
import { ecartsColumn } from "../../../src/core/domain/ecarts-columns";
import { budgetRows, indicatorRows } from "../../contracts/annex-workbook";
import { fill, sheetNamed, workbookOf, type Cells } from "../simulated-excel";
import { petitContrat } from "./small-contract";

const NAME = "classeur.xlsx";
const AS_OF = "2024-06-30";
const BUDGET = "Tableau budgétaire";

export interface Command {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Answers the sentences that the agent reads of what was not done; throws WorkbookError where it fails. */
  readonly run: (port: WorkbookPort) => Promise<readonly string[]>;
  /** What somebody typed and no fault may lose. */
  readonly reasons: readonly string[];
  /** Of what one request may hold; left out for Excel's own limit. */
  readonly bytesPerRequest?: number;
  /** An earlier run of the same session, which the next one remembers. */
  readonly earlier?: (port: WorkbookPort) => Promise<unknown>;
}

const verifyIt = (port: WorkbookPort, asOf = AS_OF) =>
  verifyWorkbook(port, petitContrat, asOf).then(({ refusals }) => refusals);

function budget(change: (cells: unknown[][]) => void = () => {}): Cells {
  const cells = budgetRows(petitContrat);
  change(cells);
  return cells as Cells;
}

function agentWorkbook(): WorkbookModel {
  const cells = budget((rows) => {
    const [line, another] = [rows[3], rows[6]];
    if (line) line[3] = 64_999.99;
    if (another) another[1] = 999;
  });
  return workbookOf(
    { [BUDGET]: cells, Indicateurs: indicatorRows(petitContrat) as Cells, Notes: [["à garder"], [12]] },
    NAME,
  );
}

function executedWorkbook(): WorkbookModel {
  const model = workbookOf({ [BUDGET]: budget(), Indicateurs: indicatorRows(petitContrat) as Cells }, NAME);
  fill(model.addSheet("Exécution"), [
    ["Actions", 2024, null, 2025, null],
    [null, "Exécuté Etat", "Exécuté DM", "Exécuté Etat", "Exécuté DM"],
    [budget()[3]?.[0] ?? null, 65_000, 65_000, 60_000, 64_000],
    [budget()[5]?.[0] ?? null, 25_000, 24_000, null, null],
  ]);
  return model;
}

async function onFile(bytes: Uint8Array, ...works: readonly ((port: WorkbookPort) => Promise<unknown>)[]) {
  const { port, model } = openFileWorkbook(bytes, NAME);
  for (const work of works) await work(port);
  return model;
}

/** Verified, with a reason beside a finding, one for a finding that has gone since, and a row that the agent removed. */
async function justified(): Promise<{ readonly bytes: Uint8Array; readonly reasons: readonly string[] }> {
  const model = await onFile(agentWorkbook().save(), verifyIt);
  const sheet = sheetNamed(model, "Écarts");
  const column = ecartsColumn("justification");
  const used = sheet.usedRange(true)?.bottom ?? 0;
  const rows = Array.from({ length: used }, (_, row) => row).filter((row) =>
    /\/\d|avenant|cible/.test(String(sheet.content(row, ecartsColumn("identifiant")).value ?? "")),
  );
  const reasons: string[] = [];
  for (const [index, row] of rows.slice(0, 3).entries()) {
    const text = `Raison ${index + 1} : convenu avec la DDETS`;
    reasons.push(text);
    sheet.setContent(row, column, { value: text, formula: null });
    sheet.setContent(row, column + 1, { value: `Agent ${index + 1}`, formula: null });
    sheet.setContent(row, column + 2, { value: 45_400 + index, formula: null });
  }
  // The finding of the first reason goes, and another comes: rows move.
  sheetNamed(model, BUDGET).setContent(3, 3, { value: 65_000, formula: null });
  sheetNamed(model, BUDGET).setContent(5, 6, { value: 20_000, formula: null });
  return { bytes: model.save(), reasons };
}

function twoTables(): Uint8Array {
  const old = budget((rows) => {
    const line = rows[3];
    if (line) line[3] = 64_000;
  });
  return workbookOf({ Budget: budget(), "Budget d’avant": old }, NAME).save();
}

/** The table that is asked for, answered; an answer that stands there already, of which a part may lack, is shown and given again. */
async function choose(bytes: Uint8Array): Promise<Command["run"]> {
  const { port: shown } = openFileWorkbook(bytes, NAME);
  const { verdict } = (await verifyWorkbook({ ...shown, apply: () => nothing }, petitContrat, AS_OF)).verification;
  const question = verdict.questions?.find(({ about }) => about === "table");
  const answer = question?.answers.find(({ of }) => of === "Budget");
  if (!question || !answer) throw new Error("nothing to choose");
  const { key } = question;
  return async (port) => {
    const { reponses = [] } = await port.read();
    const given = { key, answer, by: "C. Agent", on: AS_OF, speaksFor: "collectivite" } as const;
    await answerQuestions(port, [given], reponses);
    return [];
  };
}

const nothing = Promise.resolve({ refusals: [], sheetNames: [] });

async function totals(port: WorkbookPort): Promise<readonly string[]> {
  const preview = await previewTotals(port, petitContrat, AS_OF);
  return (await applyTotals(port, petitContrat, AS_OF, preview)).remarks;
}

const establish =
  (replace: string | null = null, asOf = AS_OF) =>
  async (port: WorkbookPort) => {
    const established = await establishProcesVerbal(port, petitContrat, asOf, replace);
    return established.kind === "established" ? established.refusals : [];
  };

/** The procès-verbal of the workbook, as it is shown. */
async function standingIn(bytes: Uint8Array): Promise<string> {
  const shown = await establishProcesVerbal(openFileWorkbook(bytes, NAME).port, petitContrat, AS_OF, null);
  if (shown.kind !== "exists") throw new Error("nothing to replace");
  return shown.standing;
}

const bilan = (port: WorkbookPort) =>
  writeBilan(port, petitContrat, { periode: "mi-parcours", asOf: "2026-02-15" }).then(({ refusals }) => refusals);

const annexes =
  (...kinds: readonly ("contrat" | "echeancier" | "budget")[]) =>
  async (port: WorkbookPort) => {
    const requests = kinds.map((kind) => (kind === "budget" ? { kind, sousTotaux: true } : { kind }));
    await insertAnnexe(port, petitContrat, AS_OF, requests);
    return [];
  };

async function placed(port: WorkbookPort): Promise<readonly string[]> {
  const cell = { sheet: "Notes", row: 5, column: 2 };
  await insertAnnexe(port, petitContrat, AS_OF, [{ kind: "echeancier" }], "built-in", { cell });
  return [];
}

const correct =
  (ids: readonly string[]) =>
  async (port: WorkbookPort): Promise<readonly string[]> => {
    const [accepted] = await previewCorrections(port, petitContrat, AS_OF, ids);
    if (!accepted) throw new Error("nothing to correct");
    await applyCorrections(port, petitContrat, AS_OF, accepted);
    return [];
  };

async function findingIds(port: WorkbookPort): Promise<readonly string[]> {
  const { verification } = await verifyWorkbook({ ...port, apply: () => nothing }, petitContrat, AS_OF);
  return verification.findings.map(({ id }) => id);
}

/** The workbook corrected, what was written into it, and the discrepancies that went with that. */
async function corrected(bytes: Uint8Array) {
  const { port, model } = openFileWorkbook(bytes, NAME);
  const found = await findingIds(port);
  const [accepted] = await previewCorrections(port, petitContrat, AS_OF, found);
  if (!accepted || accepted.corrections.length < 2) throw new Error("less than two to correct");
  const done = await applyCorrections(port, petitContrat, AS_OF, accepted);
  const left = new Set(await findingIds(port));
  return { bytes: model.save(), done, ids: found.filter((id) => !left.has(id)) };
}

const undo =
  (done: Awaited<ReturnType<typeof corrected>>["done"]) =>
  async (port: WorkbookPort): Promise<readonly string[]> => {
    await undoCorrections(port, done);
    return [];
  };

const AVENANT: AvenantSaisi = {
  numero: "1",
  signeLe: "2025-03-12",
  effetLe: "2025-04-01",
  clause: "Article 2",
  lignes: [
    { objet: "credits", champs: { annee: "2025", valeur: "92 500" } },
    { objet: "parametre", champs: { intitule: "Comptable", valeur: "Direction régionale" } },
  ],
};

async function record(port: WorkbookPort): Promise<readonly string[]> {
  const accepted = await previewAvenant(port, petitContrat, AS_OF, AVENANT);
  await recordAvenant(port, petitContrat, AS_OF, AVENANT, accepted);
  return [];
}

async function shownIn(port: WorkbookPort, id: string): Promise<Finding> {
  const { verification } = await verifyWorkbook({ ...port, apply: () => nothing }, petitContrat, AS_OF);
  const finding = verification.findings.find((each) => each.id === id);
  if (!finding) throw new Error(`nothing to justify at ${id}`);
  return finding;
}

/** As it is shown in the workbook that the command begins with; where half of it stands there, as the pane then shows it anew. */
async function justify(bytes: Uint8Array, id: string, entry: Entry): Promise<Command["run"]> {
  const shown = await shownIn(openFileWorkbook(bytes, NAME).port, id);
  const write = (port: WorkbookPort, finding: Finding) =>
    justifyFinding(port, petitContrat, { finding, asOf: AS_OF }, entry);
  return async (port) => {
    await write(port, shown).catch(async (error: unknown) => {
      if (!(error instanceof DiffersFromShown)) throw error;
      await write(port, await shownIn(port, id));
    });
    return [];
  };
}

function idsOn(bytes: Uint8Array): readonly string[] {
  const sheet = sheetNamed(openXlsx(bytes, NAME), "Écarts");
  const rows = Array.from({ length: sheet.usedRange(true)?.bottom ?? 0 }, (_, row) => row);
  return rows
    .map((row) => String(sheet.content(row, ecartsColumn("identifiant")).value ?? ""))
    .filter((id) => /\/\d/.test(id));
}

export async function commands(): Promise<readonly Command[]> {
  const plain = agentWorkbook().save();
  const tables = twoTables();
  const notes = workbookOf({ Notes: [["à garder"], [12]] }, NAME).save();
  const contracted = (await onFile(notes, annexes("contrat"))).save();
  const again = await justified();
  const highlighted = (await onFile(plain, verifyIt)).save();
  const executed = executedWorkbook().save();
  const fixed = await corrected(plain);
  const found = new Set(await findingIds(openFileWorkbook(again.bytes, NAME).port));
  const [first = "", second = first] = idsOn(again.bytes)
    .filter((id) => found.has(id))
    .slice(-2);
  const reason = {
    kind: "reason",
    text: "Avenant en cours",
    by: "Agent 9",
    party: "collectivite",
    localParty: "Collectivité",
    on: AS_OF,
  } as const;
  const answer = {
    kind: "answer",
    decision: "refused",
    by: "DDETS",
    party: "etat",
    localParty: "Collectivité",
    on: AS_OF,
  } as const;
  const established = (await onFile(plain, establish(null, "2024-03-01"))).save();
  const reported = openXlsx((await onFile(executed, bilan)).save(), NAME);
  sheetNamed(reported, "Bilan financier").setContent(3, 2, { value: "note de l’agent", formula: null });
  return [
    { name: "vérifier, première fois", bytes: plain, run: verifyIt, reasons: [] },
    { name: "vérifier de nouveau", ...again, run: verifyIt },
    { name: "vérifier, en plusieurs demandes", ...again, run: verifyIt, bytesPerRequest: 150_000 },
    { name: "vérifier dans la même séance", ...again, run: verifyIt, earlier: (port) => port.read() },
    { name: "effacer le surlignage", bytes: highlighted, run: clearHighlights, reasons: [] },
    { name: "choisir un tableau", bytes: tables, run: await choose(tables), reasons: [] },
    { name: "actualiser les totaux", bytes: plain, run: totals, reasons: [] },
    { name: "corriger", bytes: plain, run: correct(fixed.ids), reasons: [] },
    { name: "annuler la correction", bytes: fixed.bytes, run: undo(fixed.done), reasons: [] },
    { name: "justifier", ...again, run: await justify(again.bytes, first, reason), bytesPerRequest: 3000 },
    { name: "répondre à une justification", ...again, run: await justify(again.bytes, second, answer) },
    { name: "enregistrer un avenant", bytes: contracted, run: record, reasons: [] },
    { name: "insérer des annexes", bytes: notes, run: annexes("budget", "echeancier"), reasons: [] },
    { name: "insérer le contrat", bytes: notes, run: annexes("contrat"), reasons: [], bytesPerRequest: 400_000 },
    { name: "insérer une annexe à la cellule", bytes: notes, run: placed, reasons: [] },
    { name: "écrire le bilan", bytes: executed, run: bilan, reasons: [] },
    { name: "écrire le bilan de nouveau", bytes: reported.save(), run: bilan, reasons: [], bytesPerRequest: 400_000 },
    { name: "établir le procès-verbal", bytes: plain, run: establish(), reasons: [] },
    {
      name: "remplacer le procès-verbal",
      bytes: established,
      run: establish(await standingIn(established)),
      reasons: [],
    },
  ];
}
