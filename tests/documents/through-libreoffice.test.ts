// Word documents that LibreOffice turns into PDFs: the same definition comes out of both, and the fixtures of the first tier are such PDFs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { readDocx } from "../../src/documents/docx/read-docx";
import { readPdf } from "../../src/documents/pdf/read-pdf";
import { contratDuDepartement } from "../contracts/departement-invente";
import { contratEnMilliers } from "../contracts/other-documents";
import { signedDocument } from "../contracts/signed-document";
import { bocageDocx } from "./forms";
import { contentOf, definitionOf } from "./same-contract";

const folder = mkdtempSync(join(tmpdir(), "cls-pdf-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function toPdf(bytes: Uint8Array): Uint8Array {
  const path = join(folder, "contrat.docx");
  writeFileSync(path, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path], {
    stdio: "ignore",
  });
  return new Uint8Array(readFileSync(join(folder, "contrat.pdf")));
}

it.each([
  ["an invented département's", () => signedDocument(contratDuDepartement), null],
  ["one in thousands", contratEnMilliers, "contrat-en-milliers"],
  ["one with notes and a running title", bocageDocx, "contrat-du-bocage"],
])("%s", { timeout: 120_000 }, async (_, make, fixture) => {
  const word = await make();
  const pdf = await readPdf(toPdf(word), "x");
  expect(definitionOf(pdf)).toEqual(definitionOf(readDocx(word, "x")));
  if (fixture === null) return;
  const kept = await readPdf(new Uint8Array(readFileSync(`tests/fixtures/${fixture}.pdf`)), "x");
  expect(contentOf(kept)).toEqual(contentOf(pdf));
});
