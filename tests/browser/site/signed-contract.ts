// An invented contract as it was signed: a Word document, and its annexes as a workbook apart.
import { openFileWorkbook } from "../../../src/files/file-workbook";
import { createXlsx } from "../../../src/files/create-xlsx";
import { budgetRows, indicatorRows } from "../../contracts/annex-workbook";
import { contratDuDepartement } from "../../contracts/departement-invente";
import { textOf } from "../../contracts/invented-document";
import { INVENTES } from "../../contracts/invented-documents";
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

/** It says its least share twice, and not alike. */
export function doubtfulContract(): WorkbookFile {
  const [, invente] = INVENTES.find(([name]) => name === "years from July to June") ?? [];
  const text = textOf(invente?.lignes ?? []).replace(
    /La part du Département, pour chaque action.*/,
    "$& Le Département apporte au moins 30 % des crédits de chaque action.",
  );
  return { name: "contrat-signe.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
}
