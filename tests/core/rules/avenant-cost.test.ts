// A mistaken line of the register costs exactly what it would have changed: no rule more, no comparison less.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { OBJETS, type Objet } from "../../../src/core/contract/clauses/sheet-words";
import { putAvenant } from "../reading/contrat/contrat-edits";
import { check, type Line, sound, amount } from "./register-check";

const parametre = (name: string, value: string | number | null): Line => ({
  "Avenant n°": 1,
  Objet: "Paramètre",
  "Intitulé (nouveautés)": name,
  "Nouvelle valeur": value,
});

describe("one bad line costs exactly what it changes", () => {
  const clean = check(putAvenant(1, sound)).verification;
  const lost = (line: Line) => {
    const { verification } = check(putAvenant(1, sound), putAvenant(2, line));
    return verification.rules.flatMap(({ rule, coverage, reason }, index) => {
      const before = clean.rules[index]?.coverage;
      const less = (before?.compared ?? 0) - (before?.of ?? 0) - (coverage.compared - coverage.of);
      if (less !== 0 && rule !== "avenant-lisible") expect(reason).toContain("Avenant n°");
      return less === 0 || rule === "avenant-lisible" ? [] : [[rule, less]];
    });
  };

  test.each<[string, Line, readonly (readonly [string, number])[]]>([
    ["an amount of one party", { ...amount, "Nouvelle valeur": "à voir" }, [["montant-contractualise", 1]]],
    ["an amount of no party that is known", { ...amount, Partie: "Région" }, [["montant-contractualise", 2]]],
    ["an amount of no year", { ...amount, Année: "bientôt" }, [["montant-contractualise", 4]]],
    [
      "the State's amount of a year",
      { ...sound, Année: 2026, "Nouvelle valeur": "?" },
      [
        ["enveloppe-annuelle", 1],
        ["avenant-annuel", 1],
      ],
    ],
    [
      "a target",
      { "Avenant n°": 1, Objet: "Cible", Action: 1, Indicateur: 1, Année: 2025, "Nouvelle valeur": "beaucoup" },
      [["cible-contractualisee", 1]],
    ],
    [
      "the threshold",
      {
        "Avenant n°": 1,
        Objet: "Paramètre",
        "Intitulé (nouveautés)": "Cofinancement minimum",
        "Nouvelle valeur": "moitié",
      },
      [["cofinancement-minimum", 32]],
    ],
    [
      "the State's amount of an axe",
      { ...sound, Année: 2024, Axe: 2, "Nouvelle valeur": "?" },
      [
        ["enveloppe-annuelle", 1],
        ["repartition-par-axe", 1],
        ["imputation-du-contrat", 2],
      ],
    ],
    [
      "a starting value",
      { "Avenant n°": 1, Objet: "Situation T0", Action: 1, Indicateur: 1, "Nouvelle valeur": "peu" },
      [["t0-contractualise", 1]],
    ],
    [
      "the axe of an action",
      { "Avenant n°": 1, Objet: "Axe d’une action", Action: 3, Axe: 9 },
      [["action-dans-son-axe", 1]],
    ],
    ["the account", parametre("IBAN", null), [["coordonnees-bancaires", 1]]],
    ["the bank", parametre("BIC", null), [["coordonnees-bancaires", 1]]],
    ["the holder of the account", parametre("Titulaire du compte", null), []],
    [
      "an activity code",
      { "Avenant n°": 1, Objet: "Code activité", Année: 2024, Axe: 2, "Nouvelle valeur": "douze" },
      [["imputation-du-contrat", 1]],
    ],
    [
      "a deadline",
      {
        "Avenant n°": 1,
        Objet: "Date d’une échéance",
        "Intitulé (nouveautés)": contratIntegre.echeances.find(({ id }) => id === "rapport-execution")?.intitule ?? "",
        "Nouvelle valeur": "plus tard",
      },
      [["echeances", 1]],
    ],
    ["an action that does not exist", { ...amount, Action: 42 }, []],
    [
      "an amount, in words for its kind that nobody knows",
      { ...amount, Objet: "Divers" },
      [["montant-contractualise", 1]],
    ],
    [
      "an action by its number and its label",
      { ...amount, Action: "1 – Prévenir le décrochage" },
      [["montant-contractualise", 1]],
    ],
    [
      "an increase, where the amount itself is asked for",
      { ...amount, "Nouvelle valeur": "+ 5 000 €" },
      [["montant-contractualise", 1]],
    ],
    ["nothing that can be told", { "Avenant n°": 1, "Nouvelle valeur": 5 }, []],
  ])("%s", (_, line, expected) => {
    expect(lost(line)).toEqual(expected);
  });
});

test("a sum of the contract that lacks what a mistaken line gives is no mistake of its own", () => {
  const axes = (third: string | number): Line[] =>
    [85000, 45000, third, 60000].map((value, index) => ({
      ...sound,
      Année: 2026,
      Axe: index + 1,
      "Nouvelle valeur": value,
    }));
  const coherent = (third: string | number) => {
    const lines = [{ ...sound, Année: 2026, "Nouvelle valeur": 350000 }, ...axes(third)];
    const { verification } = check(...lines.map((line, index) => putAvenant(index + 1, line)));
    const { status, coverage } = verification.rules.find(({ rule }) => rule === "contrat-coherent") ?? {};
    return [
      status,
      coverage?.missing,
      verification.findings.map(({ rule }) => rule).filter((rule) => rule === "contrat-coherent").length,
    ];
  };
  expect(coherent(160000)).toEqual(["compliant", [], 0]);
  expect(coherent("à voir")).toEqual(["not-checkable", ["Crédits de l’État 2026"], 0]);
  // Every figure can be read: the sum of the axes is wrong, and that of the actions of the axe.
  expect(coherent(159999.99)).toEqual(["discrepancy", [], 2]);
});

/** A sound line of every kind; each of its cells is then spoilt in turn. */
const KINDS: Readonly<Record<Objet, Line>> = {
  credits: { Année: 2026, "Nouvelle valeur": 350000 },
  montant: { Année: 2026, Action: 1, Partie: "Métropole", "Nouvelle valeur": 65000 },
  cible: { Année: 2026, Action: 1, Indicateur: 1, "Nouvelle valeur": 480 },
  actionNouvelle: { Action: 9, Axe: 2, "Intitulé (nouveautés)": "Accueillir" },
  actionTerminee: { Action: 8, Année: 2027 },
  indicateurNouveau: { Action: 1, Indicateur: 2, "Intitulé (nouveautés)": "Familles suivies", "Nouvelle valeur": 0 },
  indicateurSupprime: { Action: 5, Indicateur: 2 },
  t0: { Action: 1, Indicateur: 1, "Nouvelle valeur": 420 },
  axeAction: { Action: 3, Axe: 2 },
  intitule: { Action: 3, "Intitulé (nouveautés)": "Remobiliser les personnes éloignées de l’emploi" },
  ficheAction: { Action: 1, "Intitulé (nouveautés)": "Public cible", "Nouvelle valeur": "Les jeunes" },
  echeance: { "Intitulé (nouveautés)": "Rapport d’exécution", "Nouvelle valeur": "30/06/2026" },
  echeanceNouvelle: { "Intitulé (nouveautés)": "Rapport final", "Nouvelle valeur": "31/03/2028" },
  code: { Année: 2024, Axe: 1, "Nouvelle valeur": "030450232301" },
  parametre: { "Intitulé (nouveautés)": "Signataire 1 – nom", "Nouvelle valeur": "CAF des Collines" },
  suppression: { "Intitulé (nouveautés)": "Comptable" },
};
/** Any words are a label, a text or a name. */
const ANY_WORDS = new Set(
  ["actionNouvelle", "indicateurNouveau", "echeanceNouvelle", "intitule"].map(
    (objet) => `${objet}/Intitulé (nouveautés)`,
  ),
);
for (const objet of ["ficheAction", "parametre"]) ANY_WORDS.add(`${objet}/Nouvelle valeur`);

describe("a line of any kind, spoilt in any of its cells", () => {
  const clean = check(putAvenant(1, sound)).verification;
  const known = new Set(clean.findings.map(({ id }) => id));

  test.each(Object.entries(KINDS) as [Objet, Line][])("%s", (objet, line) => {
    for (const heading of Object.keys(line).filter((name) => !ANY_WORDS.has(`${objet}/${name}`))) {
      const spoilt = { "Avenant n°": 1, Objet: OBJETS[objet], ...line, [heading]: "???" };
      const { verification, found, dossier } = check(putAvenant(1, sound), putAvenant(2, spoilt));
      const where = `${objet}, ${heading}`;
      expect([where, found.map(([, severity]) => severity)]).toEqual([where, ["error"]]);
      // The other line of the same avenant keeps its effect, and nothing else is held against the workbook.
      expect(verification.contract.avenants).toEqual([1]);
      expect(dossier.feuilleContrat?.registre?.map(({ etat }) => etat)).toEqual(["en-vigueur", "illisible"]);
      expect(verification.findings.filter(({ id, rule }) => rule !== "avenant-lisible" && !known.has(id))).toEqual([]);
      for (const [index, { rule, coverage, reason }] of verification.rules.entries()) {
        const before = clean.rules[index]?.coverage;
        if (rule === "avenant-lisible" || !before) continue;
        const lost = before.compared - before.of - (coverage.compared - coverage.of);
        if (lost !== 0) expect([where, rule, reason]).toEqual([where, rule, expect.stringContaining("Avenant n°")]);
      }
    }
  });
});
