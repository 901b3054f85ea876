// What a seal tells of what was done to it, and what it does not: a checksum is no signature.
import { expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { parseConvention } from "../../../../src/contracts/parse-convention";
import type { Convention } from "../../../../src/core/contract/convention";
import { estMemeContrat, trouverContrat } from "../../../../src/core/contract/signed/meme-contrat";
import { definitionOf, lireSceau, sceller } from "../../../../src/core/contract/signed/sceau";
import { signeDe, signeDonne } from "../../../../src/core/reading/contrat/contrat-signe";
import { contratAmende } from "../../../contracts/avenants";
import { contratRiche } from "../../../contracts/contrat-riche";

/** The contract with one text of its definition written otherwise. */
function changed(find: string | RegExp, by: string): Convention {
  const before = JSON.stringify(definitionOf(contratIntegre));
  const after = before.replace(find, by);
  expect(after).not.toBe(before);
  const parsed = parseConvention(JSON.parse(after));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

test.each([true, false])("a seal reads back as it was put (from the sheet: %s)", (depuisLaFeuille) => {
  const { texte, empreinte } = sceller(contratRiche, depuisLaFeuille);
  expect(lireSceau(texte)).toMatchObject({ etat: "inchange", empreinte, depuisLaFeuille });
});

test("the fingerprint is of what was signed: the same whichever way it was sealed, so that both parties may compare it", () => {
  expect(sceller(contratIntegre, true).empreinte).toBe(sceller(contratIntegre, false).empreinte);
});

test("the letter of the origin cannot be replaced", () => {
  const { texte } = sceller(contratIntegre, true);
  expect(lireSceau(texte.replace(/^2f/, "2d"))).toMatchObject({ etat: "rompu" });
  expect(lireSceau(sceller(contratIntegre).texte.replace(/^2d/, "2f"))).toMatchObject({ etat: "rompu" });
});

test("a seal cut, or with another body or fingerprint, is broken; so is one that takes the format of before", () => {
  const { texte } = sceller(contratIntegre);
  const other = sceller(changed('"etat":65000', '"etat":65000.01')).texte;
  const [head, empreinte, somme, body] = texte.split(".");
  const [, otherPrint = "", otherSum, otherBody = ""] = other.split(".");
  for (const made of [
    texte.slice(0, -1),
    texte.slice(0, -8),
    [head, empreinte, somme, otherBody].join("."),
    [head, otherPrint, somme, body].join("."),
    [head, otherPrint, otherSum, body].join("."),
    ["1d", empreinte, somme, body].join("."),
    ["1d", otherPrint, body].join("."),
  ]) {
    expect(lireSceau(made), made.slice(0, 80)).toMatchObject({ etat: "rompu" });
  }
});

test("a setting that is no clause is held by the seal too", () => {
  const { texte } = sceller(contratIntegre);
  const [head, empreinte, somme] = texte.split(".");
  const other = sceller({
    ...contratIntegre,
    collectivite: { ...contratIntegre.collectivite, motsColonne: ["ville"] },
  });
  expect(other.empreinte).toBe(empreinte);
  expect(lireSceau([head, empreinte, somme, other.texte.split(".")[3]].join("."))).toMatchObject({ etat: "rompu" });
});

const DEUX = [contratRiche, contratIntegre];
const amount = () => changed('"etat":65000', '"etat":65000.01');

test.each([
  ["one centime more under the same identifier", () => amount()],
  ["one centime more under another identifier", () => ({ ...amount(), id: "un-autre" })],
  ["a last day earlier", () => changed(/"fin":"2027-12-31"/g, '"fin":"2027-12-30"')],
  ["another account under another identifier", () => ({ ...changed("BDFEFRPPCCT", "BDFEFRPPXXX"), id: "un-autre" })],
])("a sealed contract that a known one states otherwise is said: %s", (_, make) => {
  const sceau = lireSceau(sceller(make()).texte);
  expect(signeDe(sceau, DEUX, null, true)).toMatchObject({
    sceau: "autre",
    source: "produit",
    convention: { id: contratIntegre.id },
  });
});

test("the known contract under another identifier is the known contract", () => {
  const sceau = lireSceau(sceller({ ...contratIntegre, id: "un-autre" }).texte);
  expect(signeDe(sceau, DEUX, null, true)).toMatchObject({ sceau: "inchange", source: "sceau" });
  expect(signeDe(null, DEUX, { ...contratIntegre, id: "un-autre" }, true)).toMatchObject({ source: "produit" });
});

test("words that somebody else wrote in the same contract's definition accuse nobody", () => {
  const [first, ...actions] = contratIntegre.actions;
  if (!first) throw new Error("no action");
  const sceau = lireSceau(
    sceller({ ...contratIntegre, id: "un-autre", actions: [{ ...first, intitule: "Prévention" }, ...actions] }).texte,
  );
  expect(signeDe(sceau, DEUX, null, true)).toMatchObject({ sceau: "inchange" });
});

test("a seal that is not that of the contract which is given is said to be another's", () => {
  const sceau = lireSceau(sceller(amount()).texte);
  expect(signeDonne(contratIntegre, "given", sceau)).toMatchObject({ source: "donne", sceau: "autre" });
  expect(signeDonne(contratIntegre, "given", lireSceau(sceller(contratIntegre).texte))).toMatchObject({
    sceau: "inchange",
  });
});

test("a contract is known by its parties and its years, the day after the last one excepted", () => {
  const years = (debut: string, fin: string) => ({ ...contratIntegre, id: "x", periode: { debut, fin } });
  expect(estMemeContrat(contratIntegre, years("2027-12-30", "2030-12-31"))).toBe(true);
  expect(estMemeContrat(contratIntegre, years("2027-12-31", "2030-12-31"))).toBe(true);
  expect(estMemeContrat(contratIntegre, years("2028-01-01", "2031-12-31"))).toBe(false);
  const elsewhere = { ...contratIntegre, collectivite: { ...contratIntegre.collectivite, nom: "Ailleurs" } };
  expect(estMemeContrat(contratIntegre, elsewhere)).toBe(false);
  expect(trouverContrat(elsewhere, DEUX)).toBe(contratIntegre);
  expect(trouverContrat({ ...elsewhere, id: "x" }, DEUX)).toBeNull();
});

test("the day on which it was sealed is told, held by the checksum, and may be missing", () => {
  const { texte, empreinte } = sceller(contratIntegre, false, "2024-06-30");
  expect(lireSceau(texte)).toMatchObject({ etat: "inchange", empreinte, poseLe: "2024-06-30" });
  expect(lireSceau(sceller(contratIntegre).texte)).toMatchObject({ poseLe: null });
  for (const made of [texte.replace("20240630", "20240629"), texte.replace("20240630", "")])
    expect(lireSceau(made)).toMatchObject({ etat: "rompu" });
});

/** What a seal of the format 2 says once its body alone is replaced by that of this contract. */
function replaced(by: Convention): string {
  const [head, empreinte, somme] = sceller(contratIntegre).texte.split(".");
  return lireSceau([head, empreinte, somme, sceller(by).texte.split(".")[3]].join(".")).etat;
}

const [source] = Object.keys(contratIntegre.sources ?? {});

test.each<[string, Convention]>([
  [
    "where a value stands",
    { ...contratIntegre, sources: { ...contratIntegre.sources, [source ?? ""]: { lieu: "x" } } },
  ],
  ["who confirmed it", { ...contratIntegre, relecture: { par: "Mme Inconnue", le: "2024-07-01" } }],
  ["the number of an article", { ...contratIntegre, articles: { ...contratIntegre.articles, suivi: "2.4" } }],
  ["a setting", { ...contratIntegre, reglages: { ...contratIntegre.reglages, alerteCible: 0.79 } }],
])("is broken by what the fingerprint does not hold: %s", (_, by) => {
  expect(sceller(by).empreinte).toBe(sceller(contratIntegre).empreinte);
  expect(replaced(by)).toBe("rompu");
});

test("avenants are no part of it: each is signed in its turn", () => {
  const { avenants } = contratAmende;
  expect(avenants.length).toBeGreaterThan(0);
  expect(sceller({ ...contratIntegre, avenants }).texte).toBe(sceller(contratIntegre).texte);
});

test("whoever makes it again from other figures makes a sound seal: only the fingerprint tells", () => {
  const again = sceller({ ...amount(), id: "un-autre" });
  expect(lireSceau(again.texte).etat).toBe("inchange");
  expect(again.empreinte).not.toBe(sceller(contratIntegre).empreinte);
});
