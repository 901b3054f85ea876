// What recording an avenant would write: read back by the reader of the sheet, it says what was typed, or what is wrong.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { QUESTIONS, type AvenantSaisi, type LigneSaisie } from "../../../src/core/avenants/avenant-saisi";
import { planAvenant } from "../../../src/core/avenants/plan-avenant";
import { withCells } from "../../../src/core/avenants/with-cells";
import { OBJETS, type Objet } from "../../../src/core/contract/clauses/sheet-words";
import { situate } from "../../../src/core/situation/situation";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { contratSheet, put, putAvenant, type Edit } from "../reading/contrat/contrat-edits";
import { annexesWorkbook } from "../sheets/annexes-workbook";

const AS_OF = "2026-11-24";
const withContrat = (...edits: readonly Edit[]): RawWorkbook => {
  const raw = annexesWorkbook();
  return { ...raw, sheets: [...raw.sheets, contratSheet(contratIntegre, ...edits)] };
};
const saisi = (lignes: readonly LigneSaisie[], changes: Partial<AvenantSaisi> = {}): AvenantSaisi => ({
  numero: "1",
  signeLe: "2026-02-10",
  effetLe: "",
  clause: "",
  lignes,
  ...changes,
});
const MONTANT: LigneSaisie = {
  objet: "montant",
  champs: { action: "8", annee: "2026", partie: "etat", valeur: "47 500,50" },
};
/** Nothing is held against it. */
const COMPTABLE: LigneSaisie = { objet: "parametre", champs: { intitule: "Comptable", valeur: "Direction régionale" } };
const plain = (text: string | null | undefined) => text?.replaceAll("\u00a0", " ");

/** One line of each kind, as an agent would type it. */
const LINES: Readonly<Record<Objet, LigneSaisie["champs"]>> = {
  credits: { annee: "2026", valeur: "360 000" },
  montant: MONTANT.champs,
  cible: { action: "1", indicateur: "1", annee: "2026", valeur: "250" },
  actionNouvelle: { action: "9", axe: "2", intitule: "Une action de plus" },
  actionTerminee: { action: "8", annee: "2027" },
  indicateurNouveau: { action: "1", indicateur: "9", intitule: "Personnes rencontrées", valeur: "nd" },
  indicateurSupprime: { action: "1", indicateur: "1" },
  t0: { action: "1", indicateur: "1", valeur: "12" },
  axeAction: { action: "8", axe: "1" },
  intitule: { action: "1", intitule: "Aller vers, autrement" },
  ficheAction: { action: "1", intitule: "Public cible", valeur: "Les 16-25 ans" },
  echeance: { intitule: contratIntegre.echeances[0]?.intitule ?? "", valeur: "2026-09-30" },
  echeanceNouvelle: { intitule: "Rapport final", valeur: "2028-03-31" },
  code: { annee: "2024", axe: "1", valeur: "030450161301" },
  parametre: { intitule: "Fin du contrat", valeur: "31/12/2028" },
  suppression: { intitule: "Comptable" },
};

describe("each kind of line", () => {
  it.each(Object.keys(OBJETS) as Objet[])("%s is read back as it was typed, without a mistake", (objet) => {
    const plan = planAvenant(withContrat(), contratIntegre, AS_OF, saisi([{ objet, champs: LINES[objet] }]));
    expect(plan.lignes.flatMap(({ erreurs }) => erreurs)).toEqual([]);
    const { registre } = situate(withCells(withContrat(), plan.cells), contratIntegre, AS_OF);
    expect(registre.map(({ numero, etat }) => [numero, etat])).toEqual([[1, "en-vigueur"]]);
    expect(registre[0]?.libelle).toBe(plan.lignes[0]?.libelle);
    for (const champ of QUESTIONS[objet].champs) {
      const isFree = QUESTIONS[objet].libres?.includes(champ) ?? false;
      expect(isFree || (LINES[objet][champ] ?? "") !== "").toBe(true);
    }
  });
});

describe("an amount", () => {
  it("shows what it was and what it becomes, to the centime, and changes the contract in force by that alone", () => {
    const raw = withContrat();
    const plan = planAvenant(raw, contratIntegre, AS_OF, saisi([MONTANT]));
    const known = contratIntegre.actions.find(({ numero }) => numero === 8)?.montants.find((one) => one.annee === 2026);
    const [ligne] = plan.lignes;
    expect(plain(ligne?.libelle)).toBe("Action 8 – 2026 – part État");
    expect(plain(ligne?.nouvelle)).toBe("47 500,50 €");
    expect(
      Number(
        plain(ligne?.ancienne)
          ?.replaceAll(/[^\d,]/g, "")
          .replace(",", "."),
      ),
    ).toBe((known?.etat ?? 0) / 100);
    const { historique } = situate(withCells(raw, plan.cells), contratIntegre, AS_OF);
    expect(historique.map(({ cle }) => cle)).toEqual(["actions/8/montants/2026/etat"]);
  });

  it.each([
    ["12,345", false],
    ["-1", false],
    ["beaucoup", false],
    ["0", true],
    ["0,01", true],
  ])("of « %s » is accepted: %s", (valeur, isFine) => {
    const ligne = { ...MONTANT, champs: { ...MONTANT.champs, valeur } };
    const plan = planAvenant(withContrat(), contratIntegre, AS_OF, saisi([ligne]));
    expect(plan.lignes[0]?.erreurs.length === 0).toBe(isFine);
  });
});

describe("whether a year is fixed or announced", () => {
  const credits = (annee: string, statut = ""): LigneSaisie => ({
    objet: "credits",
    champs: { annee, valeur: "360 000", statut },
  });
  const typed = (lignes: readonly LigneSaisie[], changes: Partial<AvenantSaisi> = {}) => {
    const plan = planAvenant(withContrat(), contratIntegre, AS_OF, saisi(lignes, changes));
    const { registre, annees } = situate(withCells(withContrat(), plan.cells), contratIntegre, AS_OF);
    expect(plan.lignes.map(({ statut }) => statut)).toEqual(registre.map(({ statut }) => statut));
    return [registre.map(({ statut }) => statut), annees.map(({ statut }) => statut)];
  };

  it("is what the line says, and without a word the year that the avenant is made for", () => {
    expect(typed([credits("2026"), credits("2027")])[0]).toEqual(["ferme", "provisionnel"]);
    const [lines, years] = typed([credits("2026", "provisionnel"), credits("2027", "ferme")]);
    expect(lines).toEqual(["provisionnel", "ferme"]);
    expect(years).toEqual(["ferme", "provisionnel", "provisionnel", "ferme"]);
  });

  it("is shown of a draft too, of which only its own years tell which one it is made for", () => {
    expect(typed([credits("2026"), credits("2027")], { signeLe: "" })[0]).toEqual(["ferme", "provisionnel"]);
  });

  it("is not written where the register has no column for it, and that is said", () => {
    const raw = withContrat(put("Avenants", 0, "Statut", null));
    expect(() => planAvenant(raw, contratIntegre, AS_OF, saisi([credits("2026", "ferme")]))).toThrow(
      /colonne «.Statut.»/,
    );
  });
});

describe("what the contract has not yet", () => {
  const point = (intitule: string, valeur: string): LigneSaisie => ({
    objet: "parametre",
    champs: { intitule, valeur },
  });

  it("is added with its money, in figures and to the centime", () => {
    const raw = withContrat();
    const lignes: readonly LigneSaisie[] = [
      point("Autre financeur 1 – nom", "CAF des Collines"),
      { objet: "montant", champs: { action: "1", annee: "2026", partie: "CAF des Collines", valeur: "250,25" } },
      point("Enveloppe « Part Région » – 2026", "1 000,50"),
      point("Enveloppe « Part Région » – intitulé", "Part Région"),
    ];
    const plan = planAvenant(raw, contratIntegre, AS_OF, saisi(lignes));
    expect(plan.lignes.flatMap(({ erreurs }) => erreurs)).toEqual([]);
    expect(plan.lignes.map(({ nouvelle }) => plain(nouvelle))).toEqual([
      "CAF des Collines",
      "250,25 €",
      "1 000,50 €",
      "Part Région",
    ]);
    expect(plan.cells.flatMap(({ content }) => (typeof content.value === "number" ? [content.value] : []))).toEqual(
      expect.arrayContaining([250.25, 1000.5]),
    );
    const { historique, choix } = situate(withCells(raw, plan.cells), contratIntegre, AS_OF);
    expect(historique.map(({ cle }) => cle)).toEqual([
      "enveloppes/part-region/intitule",
      "enveloppes/part-region/2026/montant",
      "enveloppes/part-region/2026/statut",
      "financeurs/1/nom",
      "actions/1/autres/caf-des-collines/2026",
    ]);
    // And may be given more of by the next one.
    expect(choix.parties.autres).toEqual(["CAF des Collines"]);
    expect(choix.points).toEqual(
      expect.arrayContaining(["Autre financeur 2 – nom", "Enveloppe « Part Région » – 2026"]),
    );
  });
});

describe("a mistake", () => {
  it("is told at its line, and not at the others", () => {
    const unknown = { ...MONTANT, champs: { ...MONTANT.champs, action: "99" } };
    const plan = planAvenant(withContrat(), contratIntegre, AS_OF, saisi([MONTANT, unknown]));
    expect(plan.lignes.map(({ erreurs }) => erreurs.length)).toEqual([0, 1]);
  });

  it("of the same figure twice is told", () => {
    const plan = planAvenant(withContrat(), contratIntegre, AS_OF, saisi([MONTANT, MONTANT]));
    expect(plan.lignes.flatMap(({ erreurs }) => erreurs).join(" ")).toMatch(/deux fois/);
  });
});

describe("remarks", () => {
  it.each([
    ["2023-12-31", /hors de la période/],
    ["2024-01-01", null],
    ["2027-12-31", null],
    ["2028-01-01", /hors de la période/],
    ["", /c’est un projet/],
  ])("of a signature on « %s »", (signeLe, words) => {
    const plan = planAvenant(withContrat(), contratIntegre, "2028-06-30", saisi([COMPTABLE], { signeLe }));
    expect(plan.lignes.flatMap(({ erreurs }) => erreurs)).toEqual([]);
    if (words === null) expect(plan.remarques.join(" ")).toEqual("");
    else expect(plan.remarques.join(" ")).toMatch(words);
  });
});

describe("the rows", () => {
  const line = (numero: number) => ({
    "Avenant n°": numero,
    "Signé le": "12/03/2025",
    Objet: "Montant d’une action",
    Année: 2025,
    Action: 8,
    Partie: "État",
    "Nouvelle valeur": 47_500,
  });

  it("follow the last one that is filled, even below a gap", () => {
    const rowsOf = (raw: RawWorkbook) => {
      const { cells } = planAvenant(raw, contratIntegre, AS_OF, saisi([MONTANT], { numero: "2" }));
      return [...new Set(cells.map(({ cell }) => cell.row))];
    };
    const [free = 0] = rowsOf(withContrat());
    expect(rowsOf(withContrat(putAvenant(1, line(1))))).toEqual([free + 1]);
    expect(rowsOf(withContrat(putAvenant(4, line(1))))).toEqual([free + 4]);
  });

  it("are not those of the section below, and that is said", () => {
    const below: Edit = (cells) => {
      const placeOf = (words: string) => cells.findIndex((row) => row.includes(words));
      const moved = cells.splice(placeOf("Indicateurs nationaux"), 1);
      cells.splice(placeOf("Avenants") + 6, 0, ...moved);
    };
    const many = (number: number) => saisi(Array.from({ length: number }, () => MONTANT));
    const refused = (number: number) => {
      try {
        planAvenant(withContrat(below), contratIntegre, AS_OF, many(number));
        return null;
      } catch (error) {
        return String(error);
      }
    };
    const least = [1, 2, 3, 4, 5].find((number) => refused(number) !== null) ?? 0;
    expect(least).toBeGreaterThan(1);
    expect(refused(least)).toMatch(/plus assez de lignes libres/);
    expect(refused(least - 1)).toBeNull();
  });

  it("need a sheet, and something to write", () => {
    expect(() => planAvenant(annexesWorkbook(), contratIntegre, AS_OF, saisi([MONTANT]))).toThrow(/Insérez-la/);
    expect(() => planAvenant(withContrat(), contratIntegre, AS_OF, saisi([]))).toThrow(/ne change encore rien/);
  });
});
