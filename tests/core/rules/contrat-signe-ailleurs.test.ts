// What only some contracts have stands on the sheet « Contrat », is read back as it was signed, and each alteration of it is an error at its cell.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { conventionEnVigueur } from "../../../src/core/contract/in-force/en-vigueur";
import { listClauses } from "../../../src/core/contract/clauses/list-clauses";
import { RARE_SECTIONS, SECTION_TITLES } from "../../../src/core/contract/clauses/section-titles";
import { sceller } from "../../../src/core/contract/signed/sceau";
import { formatLocalCell } from "xlsx-model/local-cell";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { contratRiche } from "../../contracts/contrat-riche";
import { contratDuDepartement } from "../../contracts/departement-invente";
import {
  contratSheet,
  find,
  mistakes,
  plain,
  put,
  putAvenant,
  readEdited,
  type Cells,
  type Edit,
} from "../reading/contrat/contrat-edits";

function check(edits: readonly Edit[], asOf = "2025-03-31") {
  const raw = annexWorkbook(contratRiche);
  const sheet = { ...contratSheet(contratRiche, ...edits), id: "contrat" };
  const seal = sceller(contratRiche).texte;
  const json = verificationJson(
    verify({ ...raw, seal, sheets: [...raw.sheets, sheet] }, contratIntegre, asOf).verification,
  );
  const findings = json.findings.filter(({ rule }) => rule === "contrat-signe");
  return { json, findings, rule: json.rules.find(({ rule }) => rule === "contrat-signe") };
}

function addressOf(section: string, line: number, heading: string): string {
  let address = "";
  contratSheet(contratRiche, (cells: Cells) => {
    const { row, column } = find(cells, section, line, heading);
    address = `Contrat!${formatLocalCell(row, column)}`;
  });
  return address;
}

test("envelopes without an identifier are told apart by their names", () => {
  const [own] = contratRiche.enveloppes ?? [];
  if (!own) throw new Error("no envelope");
  const two = { ...contratRiche, enveloppes: [own, { ...own, id: "part-de-la-caf", intitule: "Part de la CAF" }] };
  const blank = [1, 2].map((line) => put("Autres enveloppes", line, "Repère", null));
  const { convention } = readEdited(two, ...blank);
  expect(convention?.enveloppes?.map(({ intitule, montants }) => [intitule, montants.length])).toEqual([
    [own.intitule, 1],
    ["Part de la CAF", 1],
  ]);
});

test("the sheet of a contract that has none of it has none of these sections", () => {
  const titles = RARE_SECTIONS.map((section) => SECTION_TITLES[section]);
  for (const convention of [{ ...contratIntegre, sources: undefined }, contratDuDepartement]) {
    contratSheet(convention, (cells) => {
      expect(cells.flat().filter((value) => titles.includes(String(value)))).toEqual([]);
    });
  }
});

test("the sheet says all of it, and is read back as the contract that it was written from", () => {
  const { convention, feuille } = readEdited(contratRiche);
  expect(feuille.erreurs).toEqual([]);
  expect(convention).toEqual({
    ...contratRiche,
    actions: contratRiche.actions.map((action) => ({ ...action })),
  });
  const { rule } = check([]);
  const stated = listClauses(contratRiche).filter(({ setting }) => !setting).length;
  expect(rule).toMatchObject({ status: "compliant", coverage: { compared: stated + 2, of: stated + 2, missing: [] } });
});

test.each<readonly [string, number, string, string | number]>([
  ["Autres signataires", 1, "Signataire", "CAF d’ailleurs"],
  ["Autres signataires", 1, "Rôle", "payeur"],
  ["Autres signataires", 1, "Représentant", "Camille AUTRE"],
  ["Cofinancements minimums particuliers", 1, "Cofinancement minimum", 0.39],
  ["Cofinancements minimums particuliers", 3, "Cofinancement minimum", 0.5],
  ["Autres enveloppes", 1, "Montant", 119_999.99],
  ["Autres enveloppes", 1, "Statut", "provisionnel"],
  ["Autres enveloppes", 1, "Financeur", "Région"],
  ["Autres enveloppes", 1, "Enveloppe", "Part d’un autre"],
  ["Autres financements des actions", 1, "Montant 2024", 250.24],
  ["Autres financements des actions", 6, "Montant 2024", 0],
  ["Opérateurs des actions", 2, "Opérateurs", "CCAS"],
  ["Sous-actions", 1, "Intitulé", "Un tout autre volet"],
  ["Sous-actions", 1, "Opérateur", "Association des Collines"],
  ["Sous-actions", 2, "État 2024", 500.01],
  ["Sous-actions", 2, "Département 2024", 499.99],
  ["Mesure des indicateurs", 1, "Sens", "hausse"],
  ["Mesure des indicateurs", 1, "Unité", "nombre"],
  ["Mesure des indicateurs", 2, "T0 en mots", "bonne"],
  ["Mesure des indicateurs", 2, "Cible en mots 2025", "excellente"],
  ["Indicateurs nationaux", 1, "Code", "PNS-13"],
  ["Indicateurs nationaux", 1, "Unité", "ménages"],
])("an alteration is an error at its cell: %s, line %s, %s", (section, line, heading, value) => {
  const { findings, json } = check([put(section, line, heading, value)]);
  expect(findings).toMatchObject([{ severity: "error", cells: [addressOf(section, line, heading)] }]);
  // Nothing else is held against what the sheet says.
  expect(json.findings.filter(({ severity, rule }) => severity === "error" && rule !== "contrat-signe")).toEqual([]);
});

test("a financing party renamed is an error at its cell, and its amounts are said once to name nobody", () => {
  const { findings, json } = check([put("Autres financeurs", 1, "Financeur", "Autre région")]);
  expect(findings).toMatchObject([{ severity: "error", cells: [addressOf("Autres financeurs", 1, "Financeur")] }]);
  const others = json.findings.filter(({ severity, rule }) => severity === "error" && rule !== "contrat-signe");
  // It is bound to a share of its own, which the sheet states too.
  expect(others).toMatchObject([
    { rule: "contrat-coherent", id: "contrat-coherent/part-minimale-financeur" },
    { rule: "contrat-coherent", cells: [addressOf("Autres financements des actions", 1, "Financeur")] },
  ]);
  expect(plain(others[0]?.message ?? "")).toContain("n’est pas dans la section « Autres financeurs »");
});

test("other words for the columns of a financing party are free", () => {
  expect(check([put("Autres financeurs", 1, "Mots de ses colonnes", "CR")]).findings).toEqual([]);
});

test("a line that was taken away is one error, under the title of its section or beside its action", () => {
  const without: Edit = (cells) => {
    const { row } = find(cells, "Sous-actions", 2, "Action");
    cells.splice(row, 1);
  };
  const { findings } = check([without]);
  expect(findings).toHaveLength(1);
  expect(plain(findings[0]?.message ?? "")).toContain("Action 1 – sous-action 1.2");
});

test("what was added without an avenant is an error at its cell", () => {
  const { findings } = check([put("Autres financements des actions", 1, "Montant 2025", 10)]);
  expect(findings).toMatchObject([{ cells: [addressOf("Autres financements des actions", 1, "Montant 2025")] }]);
});

describe("an avenant changes it, line by line", () => {
  const dated = { "Avenant n°": 1, "Signé le": "01/02/2025" };
  const parametre = (name: string, value: string | number) => ({
    ...dated,
    Objet: "Paramètre",
    "Intitulé (nouveautés)": name,
    "Nouvelle valeur": value,
  });

  test.each<readonly [string, Readonly<Record<string, string | number | null>>, string, string | number]>([
    [
      "other financing of an action",
      { ...dated, Année: 2024, Action: 1, Partie: "Région", "Nouvelle valeur": 300.5 },
      "actions/1/autres/region/2024",
      30_050,
    ],
    [
      "other financing of a year that had none",
      { ...dated, Année: 2025, Action: 1, Partie: "Conseil régional", "Nouvelle valeur": 10 },
      "actions/1/autres/region/2025",
      1000,
    ],
    [
      "an envelope",
      parametre("Enveloppe « Part France Travail » – 2024", 110_000),
      "enveloppes/france-travail/2024/montant",
      11_000_000,
    ],
    ["a threshold of an axe", parametre("Cofinancement minimum – axe 2", 0.45), "cofinancement/seuils/2/toutes", 0.45],
    [
      "a sub-action",
      parametre("Action 1 – sous-action 1.2 – 2024 – part État", 400),
      "actions/1/sous-actions/1.2/montants/2024/etat",
      40_000,
    ],
    [
      "who runs an action",
      parametre("Action 2 – opérateurs", "CCAS\nMission locale"),
      "actions/2/operateurs",
      "CCAS\nMission locale",
    ],
    [
      "another signatory",
      parametre("Signataire 1 – représentant", "Sacha AUTRE"),
      "signataires/1/representant",
      "Sacha AUTRE",
    ],
    [
      "the way of an indicator",
      parametre("Action 1 – indicateur 1 – sens", "hausse"),
      "actions/1/indicateurs/1/sens",
      "hausse",
    ],
  ])("%s", (_, line, cle, expected) => {
    const read = readEdited(contratRiche, putAvenant(1, line));
    expect(mistakes(read)).toEqual([]);
    if (!read.convention) throw new Error("the sheet is read");
    const inForce = listClauses(conventionEnVigueur(read.convention, "2025-03-31").convention);
    const stated = inForce.find(({ key }) => key === cle);
    expect(Object.values(stated?.value ?? {})).toContain(expected);
    const { json } = check([putAvenant(1, line)]);
    expect(json.contract.history).toMatchObject([{ avenant: 1, state: "in-force" }]);
    expect(json.findings.filter(({ rule }) => rule === "contrat-signe" || rule === "avenant-lisible")).toEqual([]);
  });

  test("is written as it is read", () => {
    const before = readEdited(
      contratRiche,
      putAvenant(1, { ...dated, Année: 2025, Action: 1, Partie: "Région", "Nouvelle valeur": 10 }),
      putAvenant(2, parametre("Enveloppe « Part France Travail » – 2024", 110_000)),
      putAvenant(3, parametre("Cofinancement minimum – axe 2", 0.45)),
      putAvenant(4, parametre("Action 2 – opérateurs", "CCAS")),
    ).convention;
    if (!before) throw new Error("the sheet is read");
    expect(before.avenants).toHaveLength(1);
    const again = readEdited(before);
    expect(mistakes(again)).toEqual([]);
    expect(again.convention).toEqual(before);
  });

  test("a party that is none of the contract's costs its own line alone", () => {
    const wrong = { ...dated, Année: 2025, Action: 1, Partie: "FSE", "Nouvelle valeur": 10 };
    const { json } = check([putAvenant(1, wrong), putAvenant(2, parametre("Cofinancement minimum – axe 2", 0.45))]);
    expect(json.contract.history?.map(({ state }) => state)).toEqual(["in-force", "unreadable"]);
  });
});
