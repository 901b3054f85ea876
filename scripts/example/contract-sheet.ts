// The sheets « Contrat » and « Échéancier » as the add-in inserts them, with avenants and the deadlines that were met written into them.
import { dateSerial } from "xlsx-model/values/date-serial";
import { contratIntegre } from "../../src/contracts/built-in";
import { echeanceAttendue } from "../../src/core/contract/in-force/annees-closes";
import { dijonMetropole20242027 } from "../../src/contracts/dijon-metropole-2024-2027";
import { parseConvention } from "../../src/contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../src/core/contract/convention";
import { openFileWorkbook } from "../../src/files/file-workbook";
import type { SheetModel, WorkbookModel } from "xlsx-model/workbook-model";
import type { AnnexeRequest } from "../../src/core/sheets/annexes/annexe-request";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { typeIn } from "./looks";

/** Everything due on that day has been done. */
const AS_OF = "2026-11-24";

/** What the contract leaves to be set, by the start of the indicator's label: 2024 to 2027. */
export const TARGETS_SET = {
  "Nombre de personnes en recherche d'emploi": [50, 80, 80, 80],
  "Nombre de bénéficiaires": [150, 300, 320, 350],
  "Nombre de participants": [40, 60, 60, 60],
} as const;

const targetsOf = (action: number, indicateur: number, valeurs: readonly number[]) =>
  valeurs.map((valeur, index) => ({ action, indicateur, annee: 2024 + index, valeur }));

const split = [
  { axe: 1, montant: 85_000 },
  { axe: 2, montant: 45_000 },
  { axe: 3, montant: 160_000 },
  { axe: 4, montant: 60_000 },
];

const avenants: ConventionDefinition["avenants"] = [
  {
    numero: 1,
    signeLe: "2024-12-12",
    creditsEtat: [{ annee: 2025, montant: 350_000, repartition: split }],
    cibles: [
      ...targetsOf(4, 1, TARGETS_SET["Nombre de personnes en recherche d'emploi"]),
      ...targetsOf(8, 1, TARGETS_SET["Nombre de bénéficiaires"]),
      ...targetsOf(8, 2, TARGETS_SET["Nombre de participants"]),
    ],
  },
  { numero: 2, signeLe: "2025-12-11", creditsEtat: [{ annee: 2026, montant: 350_000, repartition: split }] },
];

function amended(): Convention {
  const result = parseConvention({ ...dijonMetropole20242027, avenants });
  if (!result.ok) throw new Error(result.message);
  return result.convention;
}

export async function withContractSheet(workbook: WorkbookModel): Promise<WorkbookModel> {
  return withDeadlines(workbook, amended(), { kind: "contrat" }, () => true);
}

/** The report of execution is late: the workbook has room for a reason, or for its day. */
export async function withLateReport(workbook: WorkbookModel): Promise<WorkbookModel> {
  const late = contratIntegre.echeances.find(({ intitule }) => intitule.startsWith("Rapport d’exécution"));
  if (!late) throw new Error("the contract asks for no report");
  return withDeadlines(workbook, contratIntegre, { kind: "echeancier" }, (date) => date !== late.date);
}

async function withDeadlines(
  workbook: WorkbookModel,
  convention: Convention,
  request: AnnexeRequest,
  isMet: (date: string) => boolean,
): Promise<WorkbookModel> {
  const { port, model } = openFileWorkbook(workbook.save(), workbook.name);
  const { sheetNames } = await insertAnnexe(port, convention, AS_OF, [request], "given");
  const [name] = sheetNames;
  const sheet = model.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet of ${request.kind}`);
  meetDeadlines(sheet, isMet);
  const [first] = model.sheets;
  if (first) model.activeSheet = first;
  await model.calculate();
  return model;
}

/** Each was met a week before the day that was set for it: written under « Fait le », in the row of its date. */
function meetDeadlines(sheet: SheetModel, isMet: (date: string) => boolean): void {
  const due = contratIntegre.echeances.filter(({ date }) => date <= AS_OF && isMet(date));
  // The sheet shows that day, or the one on which it is due.
  const days = new Map(
    due.flatMap((echeance) => {
      const met = dateSerial(echeance.date) - 7;
      const shown = [echeance.date, echeanceAttendue(contratIntegre, echeance).date];
      return shown.map((date) => [dateSerial(date), met] as const);
    }),
  );
  const used = sheet.usedRange(true);
  let doneColumn: number | null = null;
  let met = 0;
  for (let row = 0; row <= (used?.bottom ?? -1); row += 1) {
    for (let column = 0; column <= (used?.right ?? -1); column += 1) {
      const { value } = sheet.content(row, column);
      if (value === "Fait le") doneColumn = column;
      if (doneColumn === null || column >= doneColumn || typeof value !== "number") continue;
      const day = days.get(value);
      if (day === undefined) continue;
      typeIn(sheet, row, doneColumn, day);
      met += 1;
    }
  }
  if (met !== due.length) throw new Error(`${met} deadlines met for ${due.length}`);
}
