// For which party reasons that do not say it are given: said on the command line, written beside them, and no answer to any.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runVerifier } from "../../src/cli/verifier/run-verifier";
import { ecartsColumn, type EcartsColumn } from "../../src/core/domain/ecarts-columns";
import type { Verification } from "../../src/core/verification";
import { openXlsx } from "xlsx-model/open-xlsx";
import type { SheetModel } from "xlsx-model/workbook-model";
import { runHere } from "./run-here";

const EXAMPLE = fileURLToPath(new URL("../../exemples/classeur-conforme.xlsx", import.meta.url));
const TODAY = "2026-11-24";
const ID = "sous-consommation/2/2025";

let folder: string;
let reasoned: string;
const at = (name: string): string => join(folder, name);
const open = (path: string) => openXlsx(readFileSync(path), "classeur.xlsx");

function sheetOf(path: string, name: string) {
  const model = open(path);
  const sheet = model.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return { model, sheet };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "partie-"));
  reasoned = at("motif.xlsx");
  // Action 2 in 2025, and the reason beside it in the table's own column.
  const { model, sheet } = sheetOf(EXAMPLE, "Exécution");
  sheet.setContent(6, 5, { value: 9000, formula: null });
  sheet.setContent(6, 6, { value: 9000, formula: null });
  sheet.setContent(6, 8, { value: "Recrutement reporté", formula: null });
  writeFileSync(reasoned, model.save());
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function verifier(...args: readonly string[]) {
  const { status, out, err } = await runHere(runVerifier, [...args, "--date", TODAY, "--json"], TODAY);
  const verification = out === "" ? null : (JSON.parse(out) as Verification);
  const found = verification?.findings.find(({ id }) => id.startsWith(ID));
  return { status, err, verification, found, reason: found?.justification };
}

const rowOf = (sheet: SheetModel, id: string): number => {
  for (let row = 0; row < 200; row += 1) {
    if (String(sheet.content(row, ecartsColumn("identifiant")).value).startsWith(id)) return row;
  }
  throw new Error(`no row of ${id}`);
};

const typed = (sheet: SheetModel, key: EcartsColumn) => sheet.content(rowOf(sheet, ID), ecartsColumn(key)).value;

describe("--partie", () => {
  it("is said of the reason typed in the execution table, in the result and in the annotated copy", async () => {
    expect((await verifier(reasoned)).reason).toMatchObject({ text: "Recrutement reporté", party: null });
    const sortie = at("annote.xlsx");
    const { reason, verification } = await verifier(reasoned, "--partie", "collectivite", "--sortie", sortie);
    expect(reason).toMatchObject({ text: "Recrutement reporté", party: "local", decision: null });
    expect(reason?.remark).not.toContain("partie");
    expect(verification?.speaksFor).toBe("local");
    const { sheet } = sheetOf(sortie, "Écarts");
    expect([typed(sheet, "justification"), typed(sheet, "partie")]).toEqual(["Recrutement reporté", "Métropole"]);
    // Once it stands there, it needs no option any more.
    expect((await verifier(sortie)).reason).toMatchObject({ party: "local" });
    expect((await verifier(sortie, "--partie", "etat")).reason).toMatchObject({ party: "local" });
  });

  it.each(["etat", "État", "collectivité"])("takes %s", async (word) => {
    expect((await verifier(reasoned, "--partie", word)).reason?.party).toBe(word.startsWith("c") ? "local" : "etat");
  });

  it("answers nothing, and completes no reason that has its answer already: nobody accepts his own by it", async () => {
    const sortie = at("decide.xlsx");
    await verifier(reasoned, "--sortie", sortie);
    const { model, sheet } = sheetOf(sortie, "Écarts");
    const answered = {
      par: "Mme Roy",
      le: 46_340,
      decision: "Acceptée",
      decideePar: "M. Petit",
      decideePartie: "État",
      decideeLe: 46_341,
    };
    for (const [key, value] of Object.entries(answered))
      sheet.setContent(rowOf(sheet, ID), ecartsColumn(key as EcartsColumn), { value, formula: null });
    writeFileSync(sortie, model.save());
    for (const options of [[], ["--partie", "collectivite"], ["--partie", "etat"]]) {
      const { reason, verification } = await verifier(sortie, ...options);
      expect(reason).toMatchObject({ party: null, decision: null });
      expect(reason?.remark).toContain("pour quelle partie");
      expect(verification?.summary.accepted).toBe(0);
    }
  });

  it("is refused with what is accepted", async () => {
    const { status, err } = await verifier(reasoned, "--partie", "mairie");
    expect([status, err]).toEqual([2, "--partie mairie : ce n’est pas une partie. Écrivez etat ou collectivite.\n"]);
  });
});

describe("--reprendre", () => {
  /** The copy as the officer sends it back, his answer typed in « Écarts » by hand. */
  async function returned(name: string, more: object = {}, figure?: number): Promise<[mine: string, theirs: string]> {
    const [mine, theirs] = [at(`${name}-ici.xlsx`), at(`${name}-retour.xlsx`)];
    await verifier(reasoned, "--partie", "collectivite", "--sortie", mine);
    const { model, sheet } = sheetOf(mine, "Écarts");
    const write = (of: SheetModel, given: object) => {
      for (const [key, value] of Object.entries(given))
        of.setContent(rowOf(of, ID), ecartsColumn(key as EcartsColumn), { value, formula: null });
    };
    write(sheet, { par: "Mme Roy", le: 46_340 });
    writeFileSync(mine, model.save());
    const answer = {
      decision: "Refusée : la suite ?",
      decideePar: "M. Petit",
      decideePartie: "État",
      decideeLe: 46_341,
    };
    const copy = sheetOf(mine, "Écarts");
    write(copy.sheet, { ...answer, ...more });
    if (figure !== undefined)
      copy.model.sheets
        .find(({ name: own }) => own === "Exécution")
        ?.setContent(6, 5, { value: figure, formula: null });
    writeFileSync(theirs, copy.model.save());
    return [mine, theirs];
  }

  it("takes the answer beside the reason that it answers, and who verifies is kept", async () => {
    const [mine, theirs] = await returned("simple");
    const sortie = at("repris.xlsx");
    const who = ["--nom", "Mme Roy", "--qualite", "directrice", "--partie", "collectivite"];
    const taken = await verifier(mine, "--reprendre", theirs, "--sortie", sortie, ...who);
    expect(taken.reason).toMatchObject({ decision: "refused", decidedBy: "M. Petit", decidedWhy: "la suite ?" });
    expect(taken.verification).toMatchObject({
      taken: {
        differences: [],
        conflicts: [],
        words: [{ kind: "answer", decision: "refused", version: 1, party: "etat" }],
      },
    });
    const again = await verifier(sortie, "--reprendre", theirs);
    expect(again.verification).toMatchObject({
      taken: { words: [] },
      declarations: [{ name: "Mme Roy", capacity: "directrice", party: "local" }],
    });
    const { out } = await runHere(runVerifier, [mine, "--reprendre", theirs, "--date", TODAY], TODAY);
    expect(out.replace(/\s/g, " ")).toMatch(
      /Réponses reprises de « simple-retour\.xlsx ».* : Refusé « la suite \? » \(M\. Petit, État, /,
    );
  });

  it("says figures that differ first, and an answer to other figures counts for nothing", async () => {
    const [mine, theirs] = await returned("chiffres", {}, 8000);
    const { reason, verification } = await verifier(mine, "--reprendre", theirs);
    expect(reason).toMatchObject({
      decision: null,
      versions: [{ answers: [{ decision: "refused", forOtherFigures: true }] }],
    });
    expect(verification).toMatchObject({
      taken: {
        differences: expect.arrayContaining([expect.objectContaining({ received: expect.stringContaining("8") })]),
      },
    });
  });

  it("says an answer that lacks something instead of taking it", async () => {
    const [mine, theirs] = await returned("incomplet", { decideeLe: null });
    const { reason, verification } = await verifier(mine, "--reprendre", theirs);
    expect(reason?.decision).toBeNull();
    expect(verification).toMatchObject({ taken: { words: [], leftAside: [expect.stringContaining("à quelle date")] } });
  });
});
