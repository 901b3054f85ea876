// A folder of definitions as a register: what is listed of each contract, and which of them a workbook is of.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runContrats } from "../../src/cli/contrats/run-contrats";
import { parseConvention } from "../../src/contracts/parse-convention";
import { empreinteCourte, empreinteDuSigne } from "../../src/core/contract/signed/sceau";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { insertAnnexe } from "../../src/usecases/insert-annexe";
import { definitionOf, inventRegion } from "../../scripts/region/region";
import { workbookOf } from "../../scripts/region/region-workbook";
import { runHere } from "./run-here";

const DAY = "2026-11-24";
const folder = mkdtempSync(join(tmpdir(), "contrats-"));
const [first, second] = inventRegion(3);
if (!first || !second) throw new Error("no region");
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

beforeAll(async () => {
  write("un.json", JSON.stringify(definitionOf(first)));
  write("deux.json", JSON.stringify(definitionOf(second)));
  write("sans-sceau.xlsx", workbookOf(first));
  const { port, model, save } = openFileWorkbook(workbookOf(second), "scelle.xlsx");
  const parsed = parseConvention(definitionOf(second));
  if (!parsed.ok) throw new Error(parsed.message);
  await insertAnnexe(port, parsed.convention, DAY, [{ kind: "contrat" }], "given");
  await model.calculate();
  write("scelle.xlsx", save());
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const { status, out, err } = await runHere(runContrats, args, DAY);
  return { status, out: out.replace(/[\u00a0\u202f]/g, " "), err };
}

const empreinteOf = (definition: unknown): string => {
  const parsed = parseConvention(definition);
  return parsed.ok ? empreinteCourte(empreinteDuSigne(parsed.convention)) : "";
};

describe("contrats DOSSIER", () => {
  it("lists the parties, the years and the fingerprint of each", async () => {
    const { status, out, err } = await run(folder);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    for (const contract of [first, second]) {
      const definition = definitionOf(contract);
      expect(out).toContain(`${definition.id}  ${empreinteOf(definition)}`);
      expect(out).toContain(`${definition.etat.nom} et ${definition.collectivite.nom}`);
    }
  });

  it("says of which each workbook is, and whether its seal is that of the definition", async () => {
    const { status, out } = await run(folder, join(folder, "*.xlsx"));
    expect(out).toContain(`sans-sceau.xlsx : ${definitionOf(first).id} (sans sceau)`);
    expect(out).toContain(`scelle.xlsx : ${definitionOf(second).id} (scellé, inchangé)`);
    expect(status).toBe(0);
    const { contrats, classeurs, illisibles } = JSON.parse(
      (await run(folder, "--json", join(folder, "scelle.xlsx"))).out,
    ) as {
      contrats: unknown[];
      classeurs: unknown[];
      illisibles: unknown[];
    };
    expect([contrats.length, illisibles]).toEqual([2, []]);
    expect(classeurs).toEqual([{ classeur: "scelle.xlsx", contrats: [definitionOf(second).id], sceau: "inchange" }]);
  });

  it("says a seal of other amounts, a contract that stands there twice, and a definition that does not read", async () => {
    const other = definitionOf(second);
    const [year] = other.creditsEtat;
    write(
      "deux.json",
      JSON.stringify({
        ...other,
        creditsEtat: [{ ...year, montant: 1, repartition: undefined }, ...other.creditsEtat.slice(1)],
      }),
    );
    const changed = await run(folder, join(folder, "scelle.xlsx"));
    expect(changed.out).toContain("son sceau n’est pas celui de cette définition");
    expect(changed.status).toBe(1);
    write("deux.json", JSON.stringify(other));
    write("encore.json", JSON.stringify({ ...other, id: "encore" }));
    const twice = await run(folder);
    expect(twice.out).toContain("même contrat que deux.json");
    expect(twice.status).toBe(1);
    write("encore.json", "{");
    const broken = await run(folder);
    expect(broken.status).toBe(1);
    expect(broken.err).toContain("encore.json : ");
    rmSync(join(folder, "encore.json"));
  });

  it("refuses a folder without definitions", async () => {
    const empty = mkdtempSync(join(tmpdir(), "vide-"));
    const { status, err } = await run(empty);
    rmSync(empty, { recursive: true });
    expect(status).toBe(2);
    expect(err).toContain("aucune définition de contrat");
  });
});
