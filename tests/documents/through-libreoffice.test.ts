// Word documents that LibreOffice turns into PDFs: the same definition comes out of both, and the fixtures of the first tier are such PDFs.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readDocx } from "../../src/documents/docx/read-docx";
import { readPdf } from "../../src/documents/pdf/read-pdf";
import { contratDuDepartement } from "../contracts/departement-invente";
import { contratEnMilliers } from "../contracts/other-documents";
import { signedDocument } from "../contracts/signed-document";
import { converted } from "../libreoffice";
import { bocageDocx } from "./forms";
import { contentOf, definitionOf } from "./same-contract";

it.each([
  ["an invented département's", () => signedDocument(contratDuDepartement), null],
  ["one in thousands", contratEnMilliers, "contrat-en-milliers"],
  ["one with notes and a running title", bocageDocx, "contrat-du-bocage"],
])("%s", { timeout: 120_000 }, async (_, make, fixture) => {
  const word = await make();
  const pdf = await readPdf(converted(word, "docx", "pdf"), "x");
  expect(definitionOf(pdf)).toEqual(definitionOf(readDocx(word, "x")));
  if (fixture === null) return;
  const kept = await readPdf(new Uint8Array(readFileSync(`tests/fixtures/${fixture}.pdf`)), "x");
  expect(contentOf(kept)).toEqual(contentOf(pdf));
});
