// An avenant adds what the contract stated nothing of: every point that the register offers, on a contract that has none of them and on one that has all.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { conventionEnVigueur } from "../../../src/core/contract/in-force/en-vigueur";
import { cleNommee, nomsDuContrat } from "../../../src/core/contract/clauses/clauses-nommees";
import { listClauses } from "../../../src/core/contract/clauses/list-clauses";
import { genreDe } from "../../../src/core/contract/clauses/types-de-clause";
import type { Convention } from "../../../src/core/contract/convention";
import { sceller } from "../../../src/core/contract/signed/sceau";
import { foldText } from "../../../src/core/domain/words/label";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { contratRiche } from "../../contracts/contrat-riche";
import { contratSheet, find, mistakes, put, putAvenant, readEdited, type Edit } from "../reading/contrat/contrat-edits";

const AS_OF = "2025-03-31";
const signed = { "Avenant n°": 1, "Signé le": "01/02/2025" };
type Line = Readonly<Record<string, string | number>>;

const point = (nom: string, valeur: string | number): Line => ({
  ...signed,
  Objet: "Paramètre",
  "Intitulé (nouveautés)": nom,
  "Nouvelle valeur": valeur,
});

/** Those of the first action stand for all of them. */
function added(convention: Convention): readonly string[] {
  const stated = new Set(listClauses(convention).map(({ label }) => foldText(label)));
  return nomsDuContrat(convention).filter(
    (nom) => !stated.has(foldText(nom)) && (!nom.startsWith("Action ") || nom.startsWith("Action 1 ")),
  );
}

const COMPTE: Readonly<Record<string, string>> = {
  IBAN: "FR14 2004 1010 0505 0001 3M02 606",
  RIB: "20041 01005 0500013M026 06",
  BIC: "PSSTFRPPLIL",
};

function valueFor(convention: Convention, nom: string): string | number {
  const genre = genreDe(cleNommee(convention, nom) ?? "");
  const [, account = ""] = /(\w+)$/.exec(nom) ?? [];
  const compte = COMPTE[account];
  if (compte !== undefined) return compte;
  if (nom.endsWith("avenant pour")) return 2026;
  if (nom.endsWith("nature")) return "droit";
  if (nom.startsWith("Enveloppe") && nom.endsWith("intitulé")) return "À nommer";
  return genre === "montant" ? 1234.56 : genre === "part" ? 0.45 : `Dit de ${nom}`;
}

/** The register is the last section: an agent goes on below the rows that it has. */
const withRows: Edit = (cells) => {
  const width = cells[0]?.length ?? 0;
  for (let row = 0; row < 60; row += 1) cells.push(Array.from({ length: width }, () => null));
};
const register = (lines: readonly Line[]) => [withRows, ...lines.map((line, index) => putAvenant(index + 1, line))];

function inForce(convention: Convention, lines: readonly Line[]) {
  const read = readEdited(convention, ...register(lines));
  expect(mistakes(read)).toEqual([]);
  if (!read.convention) throw new Error("the sheet is read");
  return { written: read.convention, convention: conventionEnVigueur(read.convention, AS_OF).convention };
}

describe.each([
  ["a contract that has none of it", contratIntegre, 20],
  ["a contract that has all of it", contratRiche, 15],
] as const)("%s", (_, convention, least) => {
  const names = added(convention);
  const lines = names.map((nom) => point(nom, valueFor(convention, nom)));

  test("takes every point that is offered, in whatever order the lines stand", () => {
    expect(names.length).toBeGreaterThanOrEqual(least);
    const before = new Map(listClauses(convention).map(({ key, label }) => [key, label]));
    for (const order of [lines, [...lines].reverse()]) {
      const { convention: after } = inForce(convention, order);
      const news = listClauses(after).filter(({ key }) => !before.has(key));
      // The other party of a sub-action's year, which begins at nothing, is one of them.
      expect(news.map(({ key }) => key)).toEqual(
        expect.arrayContaining(names.map((nom) => cleNommee(convention, nom))),
      );
    }
  });

  test("is written as it is read", () => {
    const { written } = inForce(convention, lines);
    const again = readEdited(written);
    expect(mistakes(again)).toEqual([]);
    expect(again.convention).toEqual(written);
  });

  test("has it in its history, and holds nothing against it", () => {
    const raw = annexWorkbook(convention);
    const sheet = { ...contratSheet(convention, ...register(lines)), id: "contrat" };
    const seal = sceller(convention).texte;
    const { contract, findings } = verificationJson(
      verify({ ...raw, seal, sheets: [...raw.sheets, sheet] }, contratIntegre, AS_OF).verification,
    );
    expect(contract.history?.every(({ state }) => state === "in-force")).toBe(true);
    // Each amount of an envelope is firm from then on.
    const firm = names.filter((nom) => /^Enveloppe .*\d{4}$/.test(nom)).length;
    expect(contract.history?.length).toBe(lines.length + firm);
    const own = ["contrat-signe", "avenant-lisible", "contrat-coherent"];
    expect(findings.filter(({ rule }) => own.includes(rule))).toEqual([]);
  });
});

test("a financing party and its money, by one avenant", () => {
  const money = { ...signed, Action: 1, Année: 2025, Partie: "CAF des Collines", "Nouvelle valeur": 250.25 };
  const lines = [money, point("Autre financeur 1 – nom", "CAF des Collines")];
  const { convention, written } = inForce(contratIntegre, lines);
  expect(convention.autresFinanceurs).toEqual([{ nom: "CAF des Collines" }]);
  expect(convention.actions[0]?.autres).toEqual([{ financeur: "CAF des Collines", annee: 2025, montant: 25_025 }]);
  expect(readEdited(written).convention).toEqual(written);
});

test("another account by its IBAN alone: the RIB is that of the same account, and the other way round", () => {
  const { IBAN: iban = "", RIB: rib = "", BIC: bic = "" } = COMPTE;
  const { convention: byIban } = inForce(contratIntegre, [point("IBAN", iban)]);
  expect(byIban.coordonneesBancaires).toMatchObject({ iban, rib });
  const { convention: byRib } = inForce(contratIntegre, [point("RIB", rib)]);
  expect(byRib.coordonneesBancaires).toMatchObject({ iban, rib });
  // By its own digits it is no account: nothing may be paid to it.
  for (const [nom, wrong] of [
    ["IBAN", `${iban.slice(0, -1)}7`],
    ["RIB", `${rib.slice(0, -1)}7`],
    ["BIC", bic.slice(0, -1)],
    ["Autre compte 1 – IBAN", `${iban.slice(0, -1)}7`],
  ] as const) {
    const read = readEdited(contratIntegre, ...register([point(nom, wrong)]));
    expect(mistakes(read)).toEqual([expect.stringMatching(/^K\d+ Avenant n° 1 – nouvelle valeur$/)]);
  }
});

test("an axe and an action of it, by one avenant", () => {
  const { convention, written } = inForce(contratIntegre, [
    { ...signed, Objet: "Action nouvelle", Action: 9, Axe: 5, "Intitulé (nouveautés)": "Accueillir" },
    { ...signed, Objet: "Intitulé", Axe: 5, "Intitulé (nouveautés)": "Un axe de plus" },
  ]);
  expect(convention.axes.at(-1)).toEqual({ numero: 5, intitule: "Un axe de plus", alias: [] });
  expect(convention.actions.at(-1)).toMatchObject({ numero: 9, axe: 5 });
  expect(readEdited(written).convention).toEqual(written);
});

describe("what belongs to nothing is a mistake at its line, alone", () => {
  test.each<[string, Line]>([
    ["the second signatory of none", point("Signataire 2 – nom", "CAF")],
    ["the role of nobody", point("Signataire 1 – rôle", "partenaire")],
    ["an amount of an envelope that is not", point("Enveloppe « Part Région » – 2025", 10)],
    ["an envelope that is named otherwise", point("Enveloppe « Part Région » – intitulé", "Part État")],
    ["a year outside the contract", point("Cofinancement minimum – 2031", 0.4)],
    ["an axe that is not", point("Cofinancement minimum – axe 9", 0.4)],
    ["a share above all", point("Cofinancement minimum – axe 2", 1.01)],
    ["an amount of a sub-action that is not", point("Action 1 – sous-action 1.1 – 2025 – part État", 10)],
    ["an action that is not", point("Action 42 – opérateurs", "CCAS")],
    ["a word that is none", point("Action 1 – indicateur 1 – sens", "oblique")],
    ["a target in words where a number stands", point("Action 1 – indicateur 1 – cible 2025 en mots", "bonne")],
    ["a sixth axe before the fifth", { ...signed, Objet: "Intitulé", Axe: 6, "Intitulé (nouveautés)": "Trop loin" }],
  ])("%s", (_, line) => {
    const sound = point("Signataire 1 – nom", "CAF des Collines");
    const lines = line["Intitulé (nouveautés)"] === "Signataire 1 – rôle" ? [line] : [line, sound];
    const read = readEdited(contratIntegre, ...register(lines));
    expect(read.feuille.registre?.map(({ etat }) => etat)).toEqual(
      lines.map((each) => (each === line ? "illisible" : "en-vigueur")),
    );
    const places = new Set(read.feuille.registre?.flatMap(({ erreurs }) => erreurs.map(({ cell }) => cell.row)));
    let row = -1;
    readEdited(contratIntegre, (cells) => void (row = find(cells, "Avenants", 1, "Objet").row));
    expect([...places]).toEqual([row]);
  });
});

test("what was added may be written in its place once it is in force", () => {
  const after = inForce(contratRiche, [point("Signataire 1 – nom", "CAF d’ailleurs")]);
  expect(after.convention.signataires?.[0]?.nom).toBe("CAF d’ailleurs");
  const raw = annexWorkbook(contratRiche);
  const sheet = contratSheet(
    contratRiche,
    putAvenant(1, point("Signataire 1 – nom", "CAF d’ailleurs")),
    put("Autres signataires", 1, "Signataire", "CAF d’ailleurs"),
  );
  const seal = sceller(contratRiche).texte;
  const sheets = [...raw.sheets, { ...sheet, id: "contrat" }];
  const { findings } = verificationJson(verify({ ...raw, seal, sheets }, contratIntegre, AS_OF).verification);
  expect(findings.filter(({ rule }) => rule === "contrat-signe")).toEqual([]);
});
