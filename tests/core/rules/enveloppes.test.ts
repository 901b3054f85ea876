// What a contract settles above its actions, for an axe or for all of it, is compared with the sums of the table, and its actions share it out.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { listClauses } from "../../../src/core/contract/clauses/list-clauses";
import { sceller } from "../../../src/core/contract/signed/sceau";
import { montantFromEuros as euros, ZERO } from "../../../src/core/domain/values/montant";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { addFinancer, annexWorkbook } from "../../contracts/annex-workbook";
import { contratRiche } from "../../contracts/contrat-riche";
import { rawWorkbook } from "../reading/raw-workbook-builder";
import { contratSheet, readEdited } from "../reading/contrat/contrat-edits";

type Enveloppe = NonNullable<Convention["enveloppes"]>[number];

const enveloppe = (montant: number, more: Partial<Enveloppe> = {}): Enveloppe => ({
  ...{ id: "part", intitule: "Part", financeur: "Département" },
  montants: [{ annee: 2024, montant: euros(montant), statut: "ferme" }],
  ...more,
});

const withEnveloppe = (own: Enveloppe): Convention => ({ ...contratRiche, enveloppes: [own] });

function told(convention: Convention, raw: RawWorkbook, asOf = "2024-10-31") {
  const json = verificationJson(verify(raw, convention, asOf, "given").verification);
  const rule = json.rules.find((each) => each.rule === "montant-contractualise");
  return {
    json,
    rule,
    findings: json.findings
      .filter(({ id }) => id.includes("enveloppe-part"))
      .map(({ severity, found, expected, cells }) => [severity, found, expected, cells[0]]),
  };
}

/** The Région has a column of its own, 250,25 for each of the six actions. */
const shown = (): RawWorkbook =>
  annexWorkbook(contratRiche, (budget) => {
    addFinancer(budget, 3, "Région", (_, year) => (year === 0 ? 250.25 : null));
  });

const TOTAL = "'Tableau budgétaire'!D12";

describe("the sum of a party's parts", () => {
  test.each<[string, Enveloppe, readonly unknown[]]>([
    ["one centime above what the table shows", enveloppe(6003.01), ["error", 6003, 6003.01, TOTAL]],
    ["one centime below: it brings more", enveloppe(6002.99), ["info", 6003, 6002.99, TOTAL]],
    [
      "foreseen only",
      enveloppe(6003.01, { montants: [{ annee: 2024, montant: euros(6003.01), statut: "provisionnel" }] }),
      ["warning", 6003, 6003.01, TOTAL],
    ],
    ["of an axe", enveloppe(2001.01, { axe: 2 }), ["error", 2001, 2001.01, "'Tableau budgétaire'!D7"]],
    [
      "of another party",
      enveloppe(1501.49, { financeur: "Région" }),
      ["warning", 1501.5, 1501.49, "'Tableau budgétaire'!E12"],
    ],
  ])("%s", (_, own, expected) => {
    expect(told(withEnveloppe(own), shown()).findings).toEqual([expected]);
  });

  test.each<[string, Enveloppe]>([
    ["of the whole contract", enveloppe(6003)],
    ["of an axe", enveloppe(2001, { axe: 3 })],
    ["of another party", enveloppe(1501.5, { financeur: "Région" })],
    ["whom only its title names", { ...enveloppe(1501.5), financeur: undefined, intitule: "Part de la Région" }],
  ])("holds to the centime: %s", (_, own) => {
    const { findings, rule } = told(withEnveloppe(own), shown());
    expect([findings, rule?.status, rule?.coverage.missing]).toEqual([[], "compliant", []]);
  });

  test.each<[string, Enveloppe, RegExp]>([
    ["nobody’s column", enveloppe(1, { financeur: "Fondation" }), /n’a pas de montants de « Fondation »/],
    [
      "the State’s, under another name",
      enveloppe(1, { financeur: "État" }),
      /ne la distingue pas des crédits de l’État/,
    ],
  ])("is not said to be kept where it cannot be compared: %s", (_, own, why) => {
    const { findings, rule } = told(withEnveloppe(own), shown());
    expect(findings).toEqual([]);
    expect(rule?.status).toBe("not-checkable");
    expect(rule?.reason?.replace(/\u00a0/g, " ")).toMatch(why);
  });
});

/** Settled by axe: nothing is said of the actions. */
const parAxe: Convention = {
  ...contratRiche,
  montantsPour: "axe",
  autresFinanceurs: undefined,
  cofinancement: { seuil: 0.5, niveau: "axe" },
  creditsEtat: contratRiche.creditsEtat.map((credit) => ({
    ...credit,
    repartition: [1, 2, 3].map((axe) => ({ axe, montant: euros(2001) })),
  })),
  enveloppes: [1, 2, 3].map((axe) => ({
    ...{ id: `part-${axe}`, intitule: `Part de l’axe ${axe}`, financeur: "Département", axe },
    montants: [2024, 2025, 2026].map((annee) => ({ annee, montant: euros(2001), statut: "ferme" as const })),
  })),
  actions: contratRiche.actions.map((action) => ({
    ...action,
    autres: undefined,
    sousActions: undefined,
    montants: action.montants.map(({ annee }) => ({ annee, etat: ZERO, collectivite: ZERO })),
  })),
};

/** The actions 1 and 4 are of the first axe. */
const sharedOut = (etat: readonly [number, number], edit: (rows: unknown[][]) => void = () => {}): RawWorkbook => {
  const actions = contratRiche.actions.map((action) => {
    const own = action.numero === 1 ? etat[0] : action.numero === 4 ? etat[1] : 1000.5;
    return { ...action, montants: action.montants.map((each) => ({ ...each, etat: euros(own) })) };
  });
  return annexWorkbook({ ...contratRiche, actions }, edit);
};

describe("a contract that settles its amounts by axe", () => {
  const messages = (raw: RawWorkbook) =>
    told(parAxe, raw)
      .json.findings.filter(({ severity }) => severity !== "info")
      .map(({ id }) => id);

  test("leaves it to the workbook what each action gets", () => {
    for (const raw of [sharedOut([1000.5, 1000.5]), sharedOut([1000.49, 1000.51])]) {
      const { json, rule } = told(parAxe, raw);
      expect(messages(raw)).toEqual([]);
      expect([json.verdict.state, rule?.status]).toEqual(["conforming", "compliant"]);
    }
  });

  test("holds the sum of each axe", () => {
    const found = messages(sharedOut([1000.5, 1000.51]));
    expect(found).toContain("repartition-par-axe/axe-1/2024/etat");
    expect(found.filter((id) => id.startsWith("montant-contractualise"))).toEqual([]);
  });

  test("stands on its sheet, and is read, sealed and verified by it as it was signed", () => {
    const { convention, feuille } = readEdited(parAxe);
    expect(feuille.erreurs).toEqual([]);
    expect(convention).toEqual(parAxe);
    expect(listClauses(parAxe).filter(({ key }) => /^actions\/\d+\/montants/.test(key))).toEqual([]);
    const raw = sharedOut([1000.49, 1000.51]);
    const sheet = { ...contratSheet(parAxe), id: "contrat" };
    const sealed = { ...raw, seal: sceller(parAxe).texte, sheets: [...raw.sheets, sheet] };
    const json = verificationJson(verify(sealed, contratIntegre, "2024-10-31").verification);
    expect(json.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    const held = ["contrat-signe", "contrat-coherent", "montant-contractualise", "repartition-par-axe"];
    expect(json.rules.filter(({ rule, status }) => held.includes(rule) && status === "compliant").length).toBe(4);
  });

  test("an avenant may settle the amount of one action, which is then compared", () => {
    const montants = [
      { action: 1, annee: 2024, partie: "etat" as const, montant: euros(900), statut: "ferme" as const },
    ];
    const signed = {
      numero: 1,
      signeLe: "2024-08-01",
      creditsEtat: [],
      montants,
      actionsNouvelles: [],
      indicateursNouveaux: [],
      actionsTerminees: [],
      cibles: [],
    };
    const amended: Convention = { ...parAxe, avenants: [signed] };
    const { json } = told(amended, sharedOut([1000.5, 1000.5]));
    expect(json.findings.map(({ id }) => id)).toContain("montant-contractualise/1/2024/etat");
  });

  test("what was executed is held against the shares", () => {
    const rows = contratRiche.actions.map(({ numero, intitule }) => [`${numero} ${intitule}`, 2001, 1000.5, 1000.5]);
    const { sheets } = rawWorkbook({
      Exécution: [["Année", "Réalisé 2024", null, null], [null, "Total", "Etat", "Département"], ...rows],
    });
    const raw = sharedOut([1000.49, 1000.51]);
    const { json } = told(parAxe, { ...raw, sheets: [...raw.sheets, ...sheets] }, "2025-03-31");
    const above = json.findings.filter(({ rule }) => rule === "sur-execution");
    expect(above.map(({ subject, found, expected }) => [subject.action, found, expected])).toEqual([
      [1, 2001, 2000.99],
    ]);
  });
});
