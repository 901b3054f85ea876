// An invented contract as it was signed: a Word document, and its annexes as a workbook apart.
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { createXlsx } from "xlsx-model/create-xlsx";
import { budgetRows, indicatorRows } from "../../contracts/annex-workbook";
import { contratDuDepartement } from "../../contracts/departement-invente";
import { troisPiliers } from "../../contracts/invented-counties";
import { budget, every, textOf } from "../../contracts/invented-document";
import { signedDocument } from "../../contracts/signed-document";
import type { WorkbookFile } from "./workbooks";

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** Its own words, then its two tables. */
export async function signedContract(): Promise<readonly [WorkbookFile, WorkbookFile]> {
  const bytes = await signedDocument(contratDuDepartement, { sansAnnexes: true });
  const contract = {
    name: "contrat-signe.docx",
    mimeType: `${OFFICE}.wordprocessingml.document`,
    buffer: Buffer.from(bytes),
  };
  return [contract, annexes()];
}

function annexes(): WorkbookFile {
  const name = "annexe-1.xlsx";
  const { model, save } = openFileWorkbook(new Uint8Array(createXlsx(name).save()), name);
  const rows = [...budgetRows(contratDuDepartement), [], ...indicatorRows(contratDuDepartement)];
  rows.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (value !== null && typeof value !== "object")
        model.activeSheet.setContent(row, column, { value, formula: null });
    });
  });
  return { name, mimeType: `${OFFICE}.spreadsheetml.sheet`, buffer: Buffer.from(save()) };
}

/** Twelve actions; a share of all and one of an axe, an article that its table contradicts, a sentence that may change the one before it. */
export function doubtfulContract(): WorkbookFile {
  const rows = (axe: string, from: number, parts: readonly (readonly [string, string, string, string])[]) => [
    [axe],
    ...parts.map(([label, ...own], rank) => every(`${from + rank}. ${label}`, 4, ...own)),
  ];
  const table = budget(["2024", "2025", "2026", "2027"], "Département", [
    ...rows(
      "Axe 1 : Enfance et parentalité",
      1,
      ["Accueillir les familles", "Aider aux devoirs", "Ouvrir la crèche", "Partir en vacances", "Lire ensemble"].map(
        (label) => [label, "10 000", "10 000", "20 000"] as const,
      ),
    ),
    ...rows(
      "Axe 2 : Accès aux droits",
      6,
      ["Ouvrir des permanences", "Aller vers les isolés", "Traduire", "Domicilier"].map(
        (label) => [label, "7 500", "10 000", "17 500"] as const,
      ),
    ),
    ...rows("Axe 3 : Transition solidaire", 10, [
      ["Réparer des vélos", "7 000", "7 000", "14 000"],
      ["Cuisiner", "7 000", "7 000", "14 000"],
      ["Prêter des outils", "6 000", "4 000", "10 000"],
    ]),
  ]);
  const text = textOf([...troisPiliers.lignes.filter((ligne) => typeof ligne === "string"), table])
    .replace(
      "apporte au moins 50 % des crédits de chaque action.",
      "$& L’axe 3 fait exception : le Département y apporte au moins 40 %.",
    )
    .replace(
      "100 000 € pour chacune des années 2025, 2026 et 2027",
      "102 000 € en 2025, de 100 000 € en 2026 et de 100 000 € en 2027",
    )
    .replace("par lettre recommandée.", "$& Pour le Département, ce délai est porté à six mois.");
  return { name: "contrat-signe.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
}
