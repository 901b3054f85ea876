// The tableau de bord of a folder of invented contracts, against figures computed from the invention and not from the workbooks.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AS_OF, CLOSED, definitionOf, inventRegion, YEARS, type RegionContract } from "../../scripts/region/region";
import { workbookOf } from "../../scripts/region/region-workbook";
import { runTableau } from "../../src/cli/tableau-de-bord/run-tableau";
import type { ConstatContrat } from "../../src/core/reports/tableau-de-bord/constat";
import type { Tableau } from "../../src/core/reports/tableau-de-bord/tableau";
import { openXlsx } from "xlsx-model/open-xlsx";
import { runCls } from "./run-cls";
import { runHere } from "./run-here";

const REGION = inventRegion(10);
let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "region-"));
  for (const name of ["classeurs", "classeurs/sud", "contrats"]) mkdirSync(at(name));
  for (const [index, contract] of REGION.entries()) {
    const place = index % 2 === 0 ? at("classeurs") : at("classeurs", "sud");
    writeFileSync(join(place, `${contract.nom}.xlsx`), workbookOf(contract));
    writeFileSync(at("contrats", `${contract.nom}.json`), JSON.stringify(definitionOf(contract)));
  }
  writeFileSync(at("classeurs", "abime.xlsx"), "pas un classeur");
  writeFileSync(at("classeurs", "~$contrat-001.xlsx"), "verrou d’Excel");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => runHere(runTableau, args, AS_OF);

const readJson = (path: string): Tableau => JSON.parse(readFileSync(path, "utf8")) as Tableau;

function constatOf(tableau: Tableau, nom: string): ConstatContrat {
  const found = tableau.constats.find((constat) => constat.classeur.endsWith(`${nom}.xlsx`));
  if (found?.etat !== "lu") throw new Error(`no ${nom}`);
  return found;
}

/** From the invention alone: whole centimes. */
function expected({ actions, avenants, sousLeSeuil }: RegionContract) {
  const known = actions.flatMap(({ executes, montants }) =>
    executes.flatMap((executed, index) => {
      const contracted = montants[index];
      return executed && contracted ? [{ ...executed, contracte: contracted.etat + contracted.collectivite }] : [];
    }),
  );
  const sum = (of: (one: (typeof known)[number]) => number): number => known.reduce((all, one) => all + of(one), 0);
  return {
    contractualise: actions.reduce((all, { montants }) => all + montants.reduce((own, { etat }) => own + etat, 0), 0),
    verse: sum(({ verse }) => verse),
    executeEtat: sum(({ etat }) => etat),
    executeTotal: sum(({ etat, collectivite }) => etat + collectivite),
    contractualiseConnu: sum(({ contracte }) => contracte),
    hors: actions.length * CLOSED.length - known.length,
    // Of each action and year: what one used beyond what it was paid hides nothing of another.
    aReverser: sum(({ verse, etat }) => Math.max(0, verse - etat)),
    ensemble: known.length,
    avenantsManquants: [2025, 2026].filter((annee) => !avenants.includes(annee)),
    avenants: avenants.map((_, index) => index + 1),
    sousLeSeuil: sousLeSeuil.length,
    cibles: {
      attendues: actions.length * CLOSED.length,
      renseignees: actions.flatMap(({ indicateur }) => indicateur.realises).filter((realise) => realise !== null)
        .length,
      atteintes: actions.flatMap(({ indicateur: { realises, cibles } }) =>
        realises.filter((realise, index) => realise !== null && realise >= (cibles[index] ?? Infinity)),
      ).length,
    },
  };
}

function found({ comptes, annees, contrat, ...constat }: ConstatContrat): ReturnType<typeof expected> {
  const closed = comptes.filter(({ annee }) => annees.some((one) => one.annee === annee && one.close));
  const sum = (of: (compte: (typeof comptes)[number]) => number, among = closed): number =>
    among.reduce((all, compte) => all + of(compte), 0);
  return {
    contractualise: sum(({ contractualise }) => contractualise.etat, [...comptes]),
    verse: sum(({ verse }) => verse.montant),
    executeEtat: sum(({ execute }) => execute.etat),
    executeTotal: sum(({ execute }) => execute.total),
    contractualiseConnu: sum(({ execute }) => execute.contractualise),
    hors: sum(({ execute }) => execute.hors),
    aReverser: constat.aReverser ?? -1,
    ensemble: sum(({ ensemble }) => ensemble.actions),
    avenantsManquants: [...constat.avenantsManquants],
    avenants: [...contrat.avenants],
    sousLeSeuil: constat.sousLeSeuil,
    cibles: constat.cibles,
  };
}

describe("the tableau de bord of a folder", () => {
  let tableau: Tableau;
  let said: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    const outputs = ["xlsx", "json", "csv"].flatMap((format) => ["--sortie", at(`region.${format}`)]);
    said = await run(at("classeurs"), "--contrats", at("contrats"), "--annotes", at("annotes"), ...outputs);
    tableau = readJson(at("region.json"));
  });

  it("says what is known of each contract", () => {
    for (const contract of REGION)
      expect(found(constatOf(tableau, contract.nom)), contract.nom).toEqual(expected(contract));
  });

  it("names the one that cannot be read, first and once, and stops at none", () => {
    expect(said.status).toBe(1);
    expect(said.err.match(/abime\.xlsx/g)).toHaveLength(2);
    expect(tableau.constats).toHaveLength(REGION.length + 1);
    expect(tableau.constats[0]).toMatchObject({ etat: "illisible", classeur: "abime.xlsx" });
    const worst = tableau.constats.flatMap((constat) => (constat.etat === "lu" ? [constat.erreurs] : []));
    expect(worst).toEqual([...worst].sort((left, right) => right - left));
  });

  it("adds up years and axes to the centime", () => {
    for (const { annee, axes, ...total } of tableau.annees) {
      const index = YEARS.indexOf(annee as 2024);
      const actions = REGION.flatMap((contract) => contract.actions);
      const etat = actions.reduce((sum, { montants }) => sum + (montants[index]?.etat ?? 0), 0);
      expect(total.contractualise.etat).toBe(etat);
      expect(total.execute.etat).toBe(actions.reduce((sum, { executes }) => sum + (executes[index]?.etat ?? 0), 0));
      for (const { axe, contrats, verse } of axes) {
        const own = actions.filter((action) => action.axe === axe);
        expect(contrats).toBe(REGION.filter((contract) => contract.axes.length >= axe).length);
        expect(verse.montant).toBe(own.reduce((sum, { executes }) => sum + (executes[index]?.verse ?? 0), 0));
      }
    }
  });

  it("writes sheets whose sums and links are those, and copies that they lead to", () => {
    const book = openXlsx(readFileSync(at("region.xlsx")), "region.xlsx");
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Tableau de bord", "visible"],
      ["Crédits", "visible"],
      ["Axes et années", "visible"],
      ["Données", "hidden"],
    ]);
    const credits = book.sheets[1];
    const last = credits?.usedRange(true)?.bottom ?? 0;
    const rows = Array.from({ length: last + 1 }, (_, row) => row);
    const total = rows.find((row) => credits?.content(row, 0).value === "TOTAL") ?? -1;
    const euros = REGION.reduce((sum, contract) => sum + expected(contract).contractualise, 0) / 100;
    expect(credits?.content(total, 2)).toMatchObject({
      value: euros,
      formula: expect.stringContaining("SUM(") as string,
    });
    const linked = rows.map((row) => credits?.content(row, 0).formula ?? "").filter((formula) => formula !== "");
    expect(linked).toHaveLength(REGION.length);
    for (const formula of linked) {
      const [, copy = ""] = /^=HYPERLINK\("([^"]+)"/.exec(formula) ?? [];
      expect(openXlsx(readFileSync(at(copy)), "copie.xlsx").sheets.map(({ name }) => name)).toContain("Écarts");
    }
    const csv = readFileSync(at("region.csv"), "utf8");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(REGION.length + 2);
  });

  it("sums nothing where nothing is known of any contract", async () => {
    const { out } = await run("exemples/classeur-exemple.xlsx", "--sortie", at("exemple.xlsx"));
    expect(out).toContain("n’est calculable pour aucun contrat");
    const [, credits] = openXlsx(readFileSync(at("exemple.xlsx")), "exemple.xlsx").sheets;
    const rows = Array.from({ length: (credits?.usedRange(true)?.bottom ?? 0) + 1 }, (_, row) => row);
    const total = rows.find((row) => credits?.content(row, 0).value === "TOTAL") ?? -1;
    expect([2, 3, 4].map((column) => credits?.content(total, column).value)).toEqual([
      1_382_500,
      "non calculable",
      648_580.25,
    ]);
  });

  it("is not read as the tables of a contract where it lies among the workbooks", async () => {
    mkdirSync(at("avec-tableau"));
    writeFileSync(at("avec-tableau", "region-2025.xlsx"), readFileSync(at("region.xlsx")));
    const [one] = REGION;
    if (!one) throw new Error("a contract");
    writeFileSync(at("avec-tableau", `${one.nom}.xlsx`), workbookOf(one));
    await run(at("avec-tableau"), "--contrats", at("contrats"), "--sortie", at("avec-tableau.json"));
    expect(readJson(at("avec-tableau.json")).constats).toMatchObject([
      { etat: "illisible", raison: expect.stringMatching(/^Ce classeur est un tableau de bord/) as string },
      { etat: "lu" },
    ]);
  });

  it("says what changed since the one before, read from either file, and is not disturbed by what it wrote", async () => {
    const [first] = REGION;
    if (!first) throw new Error("no contract");
    const [action, ...others] = first.actions;
    if (!action) throw new Error("no action");
    const before = expected(first);
    const changed = {
      ...first,
      actions: [
        { ...action, executes: action.executes.map(() => ({ etat: 100, collectivite: 100, verse: 100 })) },
        ...others,
      ],
    };
    const kept = readFileSync(at("classeurs", `${first.nom}.xlsx`));
    writeFileSync(at("classeurs", `${first.nom}.xlsx`), workbookOf(changed));
    rmSync(at("classeurs", "abime.xlsx"));
    const args = [at("classeurs"), "--contrats", at("contrats")];
    for (const format of ["xlsx", "json"]) {
      const output = at("classeurs", `suite-${format}.json`);
      const { status } = await run(...args, "--precedent", at(`region.${format}`), "--sortie", output);
      const next = readJson(output);
      expect([status, next.changements.depuis, next.changements.disparus]).toEqual([0, AS_OF, ["abime.xlsx"]]);
      const gap = expected(changed).executeEtat - before.executeEtat;
      const clause = next.changements.contrats[`${first.nom}.xlsx`]?.find((each) => each.startsWith("exécuté État"));
      expect(Number(clause?.replace(/[^\d]/g, ""))).toBe(Math.abs(gap));
      const unchanged = Object.values(next.changements.contrats).filter(({ length }) => length === 0);
      expect(unchanged).toHaveLength(REGION.length - 1);
    }
    // The one that is replaced is the one before, and no contract of its own.
    const own = at("classeurs", "tableau.xlsx");
    await run(...args, "--sortie", own);
    const again = await run(...args, "--sortie", own, "--sortie", at("encore.json"), "--force");
    expect(again.out).toContain("Comparé au tableau du 24/11/2026.");
    expect(readJson(at("encore.json")).constats).toHaveLength(REGION.length);
    rmSync(own);
    writeFileSync(at("classeurs", `${first.nom}.xlsx`), kept);
    writeFileSync(at("classeurs", "abime.xlsx"), "pas un classeur");
  });

  it("is the same whether one process or several read the workbooks", () => {
    const output = at("processus.json");
    const args = [at("classeurs"), "--contrats", at("contrats"), "--sortie", output, "--date", AS_OF];
    const { status, stderr } = runCls("tableau-de-bord", ...args);
    expect([status, stderr.split("\n")]).toEqual([1, [expect.stringMatching(/^abime\.xlsx : /) as string, ""]]);
    expect(readJson(output)).toEqual(tableau);
  });

  it("refuses what cannot be, in one sentence", async () => {
    const sortie = ["--sortie", at("non.xlsx")];
    mkdirSync(at("vide"));
    expect((await run(at("vide"), ...sortie)).err).toContain("ce dossier ne contient aucun classeur");
    expect((await run(at("classeurs"))).err).toContain("--sortie est nécessaire");
    expect((await run(at("classeurs"), "--sortie", at("non.pdf"))).err).toContain(".xlsx, .csv ou .json");
    expect((await run(at("classeurs"), ...sortie, "--precedent", at("contrats", "contrat-001.json"))).err).toContain(
      "ce n’est pas un tableau de bord",
    );
    expect((await run(at("classeurs"), "--annotes", at("classeurs"), ...sortie)).status).toBe(2);
  });
});

describe("a folder to verify", () => {
  it("gives one line of JSON a workbook, in the order of their names, from several processes", () => {
    const { status, stdout, stderr } = runCls("verifier", at("classeurs"), "--json", "--date", AS_OF);
    expect(status).toBe(2);
    const names = stdout
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { workbook: string }).workbook);
    const order = [...REGION.filter((_, index) => index % 2 === 0), ...REGION.filter((_, index) => index % 2 === 1)];
    expect(names).toEqual(order.map(({ nom }) => `${nom}.xlsx`));
    expect(stderr).toContain("abime.xlsx");
  });

  it("takes a pattern where the console leaves it as it is", () => {
    const { stdout } = runCls("verifier", at("classeurs", "contrat-00?.xlsx"), "--json", "--date", AS_OF);
    expect(stdout.trimEnd().split("\n")).toHaveLength(5);
  });
});
