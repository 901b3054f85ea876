// The signed contract is sealed: every alteration of the sheet « Contrat » is an error at its cell, for any contract; settings are free.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { listClauses } from "../../../src/core/contract/clauses/list-clauses";
import type { Convention } from "../../../src/core/contract/convention";
import { formatCellRef } from "xlsx-model/cell-ref";
import { causesOf } from "../../../src/core/why/consequences";
import { empreinteCourte, empreinteDuSigne, sceller } from "../../../src/core/contract/signed/sceau";
import rule from "../../../src/core/rules/contrat-signe";
import { verify } from "../../../src/core/verify";
import { composeVerification } from "../../../src/core/sheets/compose-verification";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { contratDuDepartement } from "../../contracts/departement-invente";
import { find, put, putAvenant, putParametre, type Edit } from "../reading/contrat/contrat-edits";
import { cellOf, check, errorsOf, parametreCell, START } from "./contrat-signe-workbook";
import { misquoted } from "./rule-tester";

test("the page quotes what is said of a threshold lowered", () => {
  const { findings } = check(contratIntegre, [putParametre("Cofinancement minimum", 0.4)]);
  expect(misquoted(rule.meta, findings)).toEqual([]);
});

type Alteration = readonly [readonly Edit[], (convention: Convention) => readonly string[]];

const one = (section: string, line: number, heading: string, value: string | number) => (): Alteration => [
  [put(section, line, heading, value)],
  (convention) => [cellOf(convention, section, line, heading)],
];

const parametre = (name: string, value: string | number) => (): Alteration => [
  [putParametre(name, value)],
  (convention) => [parametreCell(convention, name)],
];

const ALTERATIONS: readonly (readonly [string, () => Alteration])[] = [
  ["the threshold lowered", parametre("Cofinancement minimum", 0.3)],
  ["another bank account, valid", parametre("IBAN", "FR14 2004 1010 0505 0001 3M02 606")],
  ["another RIB", parametre("RIB", "20041 01005 0500013M026 06")],
  ["another BIC", parametre("BIC", "PSSTFRPPLIL")],
  ["the account's holder", parametre("Titulaire du compte", "Association des amis")],
  ["the end of the contract", parametre("Fin du contrat", "31/12/2028")],
  ["its first day", parametre("Début du contrat", "02/01/2024")],
  ["who signed", parametre("Collectivité – représentant", "Camille AUTRE")],
  ["its name", parametre("Repère du contrat", "autre-contrat")],
  ["its title", parametre("Intitulé du contrat", "Un autre contrat")],
  ["the programme", parametre("Programme budgétaire", "177")],
  ["a year set firm", one("Années et crédits de l’État", 2, "Statut", "ferme")],
  ["the State's amount of a year", one("Années et crédits de l’État", 2, "Crédits de l’État", 360000)],
  ["the split of an axe", one("Années et crédits de l’État", 1, "Axe 1", 80000)],
  ["the last day of a year", one("Années et crédits de l’État", 1, "Dernier jour", "30/12/2024")],
  ["an amount of an action, by one cent", one("Actions et montants", 1, "État 2025", 49999.99)],
  ["the axe of an action", one("Actions et montants", 1, "Axe", 2)],
  ["the label of an action", one("Actions et montants", 2, "Intitulé", "Faire tout autre chose")],
  ["the label of an axe", one("Axes du contrat", 1, "Intitulé", "Un tout autre axe")],
  ["a target", one("Indicateurs et cibles", 1, "Cible 2024", 81)],
  ["a target made nd", one("Indicateurs et cibles", 1, "Cible 2025", "nd")],
  ["a starting value", one("Indicateurs et cibles", 1, "Situation T0", 63)],
  ["the label of an indicator", one("Indicateurs et cibles", 1, "Intitulé", "Nombre de sourires")],
  ["an activity code", one("Imputation des crédits au contrat", 1, "Code activité", "030450232399")],
  ["an amount of the imputation", one("Imputation des crédits au contrat", 1, "Montant", 1)],
  ["the sub-action of the imputation", one("Imputation des crédits au contrat", 1, "Sous-action", "29")],
];

describe.each([
  ["Dijon", contratIntegre],
  ["an invented département", contratDuDepartement],
])("%s: an alteration is an error at its cell", (_, convention) => {
  test("the sheet as it is written holds, whole", () => {
    const { rule, findings, verification } = check(convention, []);
    expect(findings).toEqual([]);
    expect(rule).toMatchObject({ status: "compliant", coverage: { missing: [] } });
    const stated = listClauses(convention).filter(({ setting }) => !setting).length;
    // The seal and the printed fingerprint besides.
    expect(rule?.coverage).toMatchObject({ compared: stated + 2, of: stated + 2 });
    expect(verification.contract.seal).toBe(empreinteDuSigne(convention));
  });

  test.each(ALTERATIONS)("%s", (what, alteration) => {
    const [edits, cells] = alteration();
    // The invented contract states no account: what is added to it is as wrong as what is changed in it.
    const found = check(convention, edits);
    expect(errorsOf(found).map(({ rule }) => rule)).toContain("contrat-signe");
    const places = found.findings.flatMap(({ cells: own }) => own.map(({ row, column }) => `${row}/${column}`));
    expect(places, what).toEqual(expect.arrayContaining([...cells(convention)]));
    expect(found.rule?.status).toBe("discrepancy");
    // The workbook is still held against what was signed.
    expect(found.verification.contract.id).toBe(convention.id);
    expect(found.verification.contract.seal).toBe(empreinteDuSigne(convention));
    expect(
      errorsOf(found).filter(({ rule }) => rule === "montant-contractualise" || rule === "cible-contractualisee"),
    ).toEqual([]);
    // Put back as it was signed, the cell settles all that is said of it: one card, not two.
    const cards = causesOf(found.verification.findings).map(({ cells: [first] }) => first && formatCellRef(first));
    expect(cards).toEqual([...new Set(cards)]);
  });

  test("money taken from an action, its axe, its year and its imputation alike", () => {
    const [first] = convention.actions;
    const [year] = convention.creditsEtat;
    const part = year?.repartition?.[0];
    if (!first || !year || !part) throw new Error("the contract has an action and a split");
    const less = (centimes: number) => (centimes - 1_000_000) / 100;
    const column = `${convention.collectivite.designation} ${year.annee}`;
    const found = check(convention, [
      put("Actions et montants", 1, `État ${year.annee}`, less(first.montants[0]?.etat ?? 0)),
      put("Actions et montants", 1, column, less(first.montants[0]?.collectivite ?? 0)),
      put("Années et crédits de l’État", 1, "Axe 1", less(part.montant)),
      put("Années et crédits de l’État", 1, "Crédits de l’État", less(year.montant)),
      put("Imputation des crédits au contrat", 1, "Montant", less(part.montant)),
    ]);
    expect(found.findings.map(({ figures }) => figures?.unit)).toEqual(Array(5).fill("montant"));
    expect(errorsOf(found)).toHaveLength(5);
  });

  test("a row that is gone, an action, an indicator, a year", () => {
    const without =
      (section: string, line: number, heading: string): Edit =>
      (cells) => {
        const { row } = find(cells, section, line, heading);
        cells.splice(row, 1);
      };
    const action = check(convention, [without("Actions et montants", 2, "Axe")]);
    expect(action.findings.map(({ id }) => id)).toContain("contrat-signe/2/actions-2");
    const axe = check(convention, [without("Axes du contrat", 2, "Axe")]);
    expect(axe.findings.map(({ id }) => id)).toContain("contrat-signe/axe-2/axes-2");
  });

  test("settings are free", () => {
    const found = check(convention, [
      putParametre("Alerte de sous-consommation (réglage)", 0.6),
      putParametre("Alerte sur les cibles (réglage)", 0.7),
      put("Axes du contrat", 1, "Autres intitulés", "Enfance"),
      put("Actions et montants", 1, "Autres intitulés", "Autre nom"),
    ]);
    expect(errorsOf(found)).toEqual([]);
    expect(found.dossier.convention.reglages).toEqual({ alerteSousConsommation: 0.6, alerteCible: 0.7 });
    expect(found.dossier.convention.axes[0]?.alias).toEqual(["Enfance"]);
  });

  test("what an avenant in force changed may be written in its place, a draft's not", () => {
    const [, second] = convention.annees;
    const year = second?.annee ?? 2025;
    const line = {
      "Avenant n°": 1,
      Objet: "Montant d’une action",
      Année: year,
      Action: 1,
      Partie: convention.collectivite.designation,
      "Nouvelle valeur": 90000,
    };
    const written = put("Actions et montants", 1, `${convention.collectivite.designation} ${year}`, 90000);
    const signed = check(convention, [putAvenant(1, { ...line, "Signé le": "01/07/2024" }), written]);
    expect(signed.findings).toEqual([]);
    expect(signed.verification.contract.avenants).toEqual([1]);
    const draft = check(convention, [putAvenant(1, line), written]);
    expect(draft.findings).toHaveLength(1);
    expect(draft.verification.contract.avenants).toEqual([]);
  });
});

test("dates that the contract does not state are settings, those that it states are not", () => {
  const lineOf = (id: string) => contratIntegre.echeances.findIndex((echeance) => echeance.id === id) + 1;
  const moved = (id: string) => put("Échéances du contrat", lineOf(id), "Date", "30/06/2026");
  const free = check(contratIntegre, [moved("indicateurs-2025")]);
  expect(free.findings).toEqual([]);
  expect(free.dossier.convention.echeances.find(({ id }) => id === "indicateurs-2025")?.date).toBe("2026-06-30");
  const stated = check(contratIntegre, [moved("rapport-execution")]);
  expect(stated.findings.map(({ id }) => id)).toEqual(["contrat-signe/echeances-rapport-execution-date"]);
  expect(stated.dossier.convention.echeances.find(({ id }) => id === "rapport-execution")?.date).toBe("2026-03-31");
});

describe("the seal itself", () => {
  const seal = sceller(contratDuDepartement).texte;
  const cut = `${seal.slice(0, 400)}${seal[400] === "A" ? "B" : "A"}${seal.slice(401)}`;

  test.each([
    ["changed by a letter", cut],
    ["cut", seal.slice(0, -240)],
    ["taken away while the sheet prints its fingerprint", null],
  ])("%s", (_, broken) => {
    const found = check(contratDuDepartement, [], { seal: broken });
    expect(found.findings.map(({ id, severity }) => [id, severity])).toEqual([["contrat-signe/sceau", "error"]]);
    // Nothing says any more what was signed, and the workbook is not sealed again with what may have been changed.
    expect(composeVerification(found.verification, found.dossier, found.raw).seal).toBeUndefined();
  });

  test("replaced by that of a contract of the same name that states more", () => {
    const altered = { ...contratIntegre, signataires: [{ nom: "CAF de la Côte-d’Or" }] };
    const found = check(contratIntegre, [], { seal: sceller(altered).texte });
    expect(found.findings.map(({ message }) => message)).toEqual([
      expect.stringContaining("il en change Signataire 1 – nom."),
    ]);
  });

  test("replaced by that of an altered contract of the same name", () => {
    const altered = { ...contratIntegre, cofinancement: { seuil: 0.4 } };
    const found = check(contratIntegre, [putParametre("Cofinancement minimum", 0.4)], { seal: sceller(altered).texte });
    expect(found.findings.map(({ id }) => id)).toContain("contrat-signe/sceau");
    expect(found.findings.map(({ id }) => id)).toContain("contrat-signe/cofinancement-seuil");
    expect(found.dossier.convention.cofinancement.seuil).toBe(0.5);
  });

  test("the printed fingerprint changed", () => {
    const found = check(contratIntegre, [putParametre("Empreinte du contrat signé", "0000 0000 0000 0000")]);
    expect(found.findings.map(({ id }) => id)).toEqual(["contrat-signe/empreinte"]);
    expect(empreinteCourte(empreinteDuSigne(contratIntegre))).toMatch(/^[0-9A-F]{4}( [0-9A-F]{4}){3}$/);
  });

  test("a sheet of the built-in contract without a seal is held against the product, and sealed", () => {
    const found = check(contratIntegre, [putParametre("Cofinancement minimum", 0.4)], { seal: null });
    expect(found.findings.map(({ id, severity }) => [id, severity])).toEqual([
      ["contrat-signe/cofinancement-seuil", "error"],
      ["contrat-signe/sceau", "info"],
    ]);
    expect(composeVerification(found.verification, found.dossier, found.raw).seal).toBe(sceller(contratIntegre).texte);
  });

  test("the line of the fingerprint taken away", () => {
    const without: Edit = (cells) => {
      const at = cells.findIndex((values) => values[0] === "Empreinte du contrat signé");
      cells.splice(at, 1);
    };
    const found = check(contratDuDepartement, [without]);
    expect(found.findings.map(({ id, severity }) => [id, severity])).toEqual([["contrat-signe/empreinte", "info"]]);
  });

  test("a sheet that was never sealed is sealed as it is, and that is said from then on", () => {
    const old: Edit = (cells) => {
      const at = cells.findIndex((values) => values[0] === "Empreinte du contrat signé");
      cells.splice(at, 1);
    };
    const first = check(contratDuDepartement, [old], { seal: null });
    expect(first.rule?.status).toBe("not-checkable");
    const made = composeVerification(first.verification, first.dossier, first.raw).seal ?? "";
    const then = check(contratDuDepartement, [old], { seal: made });
    expect(then.findings.map(({ id, severity }) => [id, severity])).toEqual([["contrat-signe/origine", "info"]]);
    const altered = check(contratDuDepartement, [old, putParametre("Cofinancement minimum", 0.3)], { seal: made });
    expect(altered.findings.map(({ id }) => id)).toContain("contrat-signe/cofinancement-seuil");
  });

  test("without its sheet what was signed still serves", () => {
    const raw = { ...annexWorkbook(contratDuDepartement), seal };
    const { verification } = verify(raw, contratIntegre, START);
    expect(verification.contract).toMatchObject({ id: contratDuDepartement.id, source: "workbook" });
  });
});
