// `nouveau-contrat` on several files, on hostile ones, and in a process that is lost.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runNouveauContrat } from "../../src/cli/nouveau-contrat/run-nouveau-contrat";
import { cell, rawDocx, row, table } from "../documents/raw-docx";
import { rawPdf } from "../documents/raw-pdf";
import { contratEnMilliers, CONTRAT_EN_TEXTE } from "../contracts/other-documents";
import { runCls } from "./run-cls";
import { runHere } from "./run-here";

const folder = mkdtempSync(join(tmpdir(), "cls-documents-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const put = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const run = (...args: readonly string[]) => runHere(runNouveauContrat, args, "2026-11-30");

const rows = CONTRAT_EN_TEXTE.split("\n");
const at = rows.indexOf("Tableau budgétaire");

describe("several files", () => {
  it("are one contract, and each place names its file", async () => {
    const [articles, annexes] = [
      put("articles.txt", rows.slice(0, at).join("\n")),
      put("annexes.txt", rows.slice(at).join("\n")),
    ];
    const whole = await run(put("entier.txt", CONTRAT_EN_TEXTE));
    const { status, out, err } = await run(articles, annexes);
    expect(status).toBe(1);
    const own = { id: null, origine: null, questions: null, sources: null };
    expect({ ...(JSON.parse(out) as object), ...own }).toEqual({ ...(JSON.parse(whole.out) as object), ...own });
    expect(err).toContain("(articles.txt, ligne 5)");
    expect(err).toContain("(annexes.txt, tableau 2 (ligne 8), ligne 3)");
    expect(JSON.parse(out)).toMatchObject({
      origine: { nature: "contrat-signe", fichier: "articles.txt, annexes.txt" },
    });
  });

  it("may have their annexes in a workbook, whose cells are named", async () => {
    const articles = put("convention.txt", rows.slice(0, at).join("\n"));
    const { out, err } = await run(articles, "exemples/classeur-exemple.xlsx");
    const definition = JSON.parse(out) as { actions: unknown[]; coordonneesBancaires: unknown };
    expect(definition.actions).toHaveLength(8);
    expect(definition.coordonneesBancaires).toMatchObject({ bic: "PSSTFRPPLIL" });
    expect(err).toMatch(/classeur-exemple\.xlsx, feuille « [^»]+ »/);
  });

  it("without the contract's own words are refused, and none at all too", async () => {
    const workbook = "exemples/classeur-exemple.xlsx";
    expect(await run(workbook, put("copie.xlsx", readFileSync(workbook)))).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^Aucun de ces fichiers n’est le contrat signé/) as string,
    });
    expect(await run()).toMatchObject({ status: 2, err: expect.stringMatching(/^Aucun fichier indiqué/) as string });
  });
});

describe("a PDF, as the command is built", () => {
  it("gives what the Word document gives, each place with its page", () => {
    const pdf = runCls("nouveau-contrat", "tests/fixtures/contrat-en-milliers.pdf");
    expect(pdf.status).toBe(1);
    expect((JSON.parse(pdf.stdout) as { actions: unknown[] }).actions).toHaveLength(3);
    expect(pdf.stderr.replaceAll("\u00a0", " ")).toContain(
      "d’après « Annexe financière (en k€) » (page 1, paragraphe 3)",
    );
  });

  it("is refused where it has no text, in one sentence", () => {
    const { status, stderr } = runCls("nouveau-contrat", put("scan.pdf", rawPdf([{}])));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^\S+scan\.pdf : ce PDF est une image [^\n]+\n$/);
  });
});

describe("a hostile document", () => {
  it("is refused in one sentence that names it, beside a sound one", async () => {
    const bad = put("large.docx", rawDocx(table(row(cell("x", '<w:gridSpan w:val="1000000000"/>')))));
    const sound = put("sain.docx", await contratEnMilliers());
    const { status, err } = await run(sound, bad);
    expect(status).toBe(2);
    expect(err).toMatch(/^\S+large\.docx : ce document a plus de 256 colonnes dans un tableau : [^\n]+\n$/);
  });

  it("costs its own process only, as the command is built", () => {
    const bad = put("long.txt", "a\tb\tc\n".repeat(300_000));
    const { status, stdout, stderr } = runCls("nouveau-contrat", bad);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^\S+long\.txt : ce document a plus de [^\n]+\n$/);
  });

  it("is said to have taken too much where its process is lost", async () => {
    let stopped = 0;
    const said: string[] = [];
    const status = await runNouveauContrat([put("seul.txt", "x")], {
      out: () => {},
      err: (text) => said.push(text),
      today: () => "2026-11-30",
      styled: false,
      helpers: {
        count: 2,
        start: () => ({ ask: () => Promise.reject(new Error("lost")), stop: () => (stopped += 1) }),
      },
    });
    expect({ status, stopped }).toEqual({ status: 2, stopped: 1 });
    expect(said.join("")).toMatch(/seul\.txt : la lecture a pris plus de deux minutes ou plus d’un gigaoctet/);
  });
});
