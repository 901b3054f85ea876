// The avenant to come, tried on the example workbook: its table, what a variant makes of the contract.
import { beforeAll, describe, expect, it } from "vitest";
import { contratIntegre, contratsIntegres } from "../../../src/contracts/built-in";
import {
  changerAxe,
  creerAction,
  direPourquoi,
  ecrireEnveloppe,
  ecrireMontant,
  fixerCible,
  nouvelleVariante,
  retablirAction,
  terminerAction,
  transferer,
} from "../../../src/core/preparation/changements";
import { comparerVariantes } from "../../../src/core/preparation/comparer-variantes";
import { lireVariante } from "../../../src/core/preparation/lire-variante";
import { preparer, type Preparation } from "../../../src/core/preparation/preparer";
import { proposer } from "../../../src/core/preparation/proposer";
import { montantFromEuros } from "../../../src/core/domain/values/montant";
import { ecrireVariantes, ENVELOPPE, lireVariantes, type Variante } from "../../../src/core/domain/variante";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { executed2025, readExample } from "./example";

const AS_OF = "2026-11-29";
let raw: RawWorkbook;
let preparation: Preparation;
let vide: Variante;

beforeAll(async () => {
  raw = await readExample();
  preparation = preparer(raw, { contrats: contratsIntegres, asOf: AS_OF, annee: null });
  vide = nouvelleVariante("V1", 2027, AS_OF);
});

const ecrire = (from: Variante, action: number, etat: string, local: string): Variante => {
  const { tableau } = preparation;
  return ecrireMontant(ecrireMontant(from, tableau, action, "etat", etat), tableau, action, "collectivite", local);
};
/** The drawn one: action 3 gains what action 4 loses, and lacks 2 000 € of the Métropole. */
const dessin = (): Variante => ecrire(ecrire(vide, 3, "30 000", "28 000"), 4, "15 000", "15 000");

const euros = (centimes: number | null | undefined): number | null =>
  centimes === null || centimes === undefined ? null : centimes / 100;

describe("the table to start from", () => {
  it("is for the next year that nothing fixes, beside the last closed one", () => {
    const { annee, reference, pasEncoreDue, isFirm, credits } = preparation.tableau;
    expect({ annee, reference, pasEncoreDue, isFirm, credits }).toEqual({
      annee: 2027,
      reference: 2025,
      pasEncoreDue: { annee: 2026, le: "2027-02-01" },
      isFirm: false,
      credits: montantFromEuros(350_000),
    });
  });

  it("shows of each action what its cells and the contract say", () => {
    const cells = executed2025(raw);
    expect(cells.size).toBe(8);
    for (const { action, contrat, realise, nonUtilise } of preparation.tableau.lignes) {
      const own = contratIntegre.actions.find(({ numero }) => numero === action.numero);
      const year = own?.montants.find(({ annee }) => annee === 2027);
      const before = own?.montants.find(({ annee }) => annee === 2025);
      const cell = cells.get(Number(action.numero));
      expect(contrat.etat).toBe(year?.etat);
      expect(euros(realise?.execute.total.value)).toBe(cell?.total);
      expect(nonUtilise).toBe(Math.max(0, (before?.etat ?? 0) - Math.round((cell?.etat ?? 0) * 100)));
    }
  });

  it("gives the reduction that a closed year allows, on the year after it, with its reason", () => {
    const found = preparation.tableau.lignes.filter(({ reduction }) => reduction !== null);
    expect(
      found.map(({ action, reduction }) => [action.numero, reduction?.montant, reduction?.surAnnee, reduction?.motif]),
    ).toEqual([[4, montantFromEuros(6_000), 2026, "en-attente"]]);
  });

  it("refuses a year that is none of the contract's", () => {
    expect(() => preparer(raw, { contrats: contratsIntegres, asOf: AS_OF, annee: 2031 })).toThrow(/2031/u);
  });
});

describe("what a variant makes of the contract", () => {
  it("changes nothing, and breaks nothing, without a line", () => {
    const { rompus, lignes, enveloppe, aJustifier } = proposer(preparation, vide);
    expect(rompus).toEqual([]);
    expect(enveloppe.reste).toBe(0);
    expect(lignes.every(({ sort }) => sort === "inchangee")).toBe(true);
    expect(aJustifier).toHaveLength(2);
  });

  it.each([
    ["29 999,99", 1],
    ["30 000", 0],
    ["30 000,01", 0],
  ])("beside 30 000 € of the State, %s € of the Métropole break %i rule", (local, count) => {
    const { rompus } = proposer(preparation, ecrire(ecrire(vide, 3, "30 000", local), 4, "15 000", "15 000"));
    expect(rompus).toHaveLength(count);
    expect(rompus.map(({ remede, action }) => [remede, action])).toEqual(
      count === 0 ? [] : [[montantFromEuros(30_000), 3]],
    );
  });

  it.each([
    ["24 999,99", "warning", montantFromEuros(0.01)],
    ["25 000", null, 0],
    ["25 000,01", "error", montantFromEuros(-0.01)],
  ])("with %s € for action 3, says %s of the envelope", (etat, severity, reste) => {
    const { rompus, enveloppe, lignesDuProjet } = proposer(preparation, ecrire(vide, 3, etat, "26 000"));
    expect(rompus.map((each) => each.severity)).toEqual(severity === null ? [] : [severity]);
    expect(enveloppe.reste).toBe(reste);
    // It is tried, not signed.
    expect(rompus.map(({ phrase }) => phrase).join(" ")).not.toMatch(/fixés par/u);
    // The year is fixed by axe where the axes make up the envelope, else as a whole.
    expect(lignesDuProjet.filter(({ objet }) => objet === "credits")).toHaveLength(severity === null ? 4 : 1);
  });

  it("moves between actions no more than there is, and back to the contract leaves no line", () => {
    const { tableau } = preparation;
    const montant = montantFromEuros(1_000_000);
    const moved = transferer(vide, tableau, { de: 3, vers: 1, partie: "etat", montant });
    expect(
      proposer(preparation, moved)
        .lignes.filter(({ sort }) => sort === "modifiee")
        .map(({ apres }) => euros(apres.etat)),
    ).toEqual([90_000, 0]);
    const back = transferer(moved, tableau, { de: 1, vers: 3, partie: "etat", montant: montantFromEuros(25_000) });
    expect(back.lignes).toEqual([]);
  });

  it("creates, ends and moves actions, and sets targets", () => {
    const { tableau } = preparation;
    const created = creerAction(vide, tableau, {
      numero: 9,
      axe: 2,
      intitule: "Aller vers",
      etat: "35 000",
      collectivite: "35 000",
    });
    const changed = fixerCible(changerAxe(terminerAction(created, 8), 7, 1, 4), {
      action: 1,
      indicateur: 1,
      valeur: "510",
    });
    const { lignes, axes, cibles, effetLe, rompus, aJustifier } = proposer(preparation, changed);
    expect(
      lignes
        .filter(({ sort }) => sort !== "inchangee")
        .map(({ action, sort, axeAvant }) => [action.numero, sort, axeAvant]),
    ).toEqual([
      [7, "modifiee", 4],
      [8, "terminee", null],
      [9, "nouvelle", null],
    ]);
    expect(axes.map(({ apres }) => euros(apres))).toEqual([110_000, 80_000, 160_000, 0]);
    expect(cibles.map(({ action, annee, avant, apres }) => [action, annee, avant, apres])).toContainEqual([
      1,
      2027,
      "500",
      "510",
    ]);
    expect(effetLe).toBe("2027-01-01");
    expect(rompus).toEqual([]);
    expect(aJustifier.join(" ")).toMatch(/Action 9, nouvelle/u);
    expect(retablirAction(retablirAction(retablirAction(retablirAction(changed, 9), 8), 7), 1).lignes).toEqual([]);
  });

  it.each([
    ["339 999,99", ["error"], -0.01, 1],
    ["340 000", [], 0, 4],
    ["340 000,01", ["warning"], 0.01, 1],
  ])("with an envelope of %s € for actions of 340 000 €, finds %j", (text, severities, reste, lines) => {
    const less = ecrire(vide, 1, "55 000", "65 000");
    const { rompus, enveloppe, aJustifier, lignesDuProjet } = proposer(
      preparation,
      ecrireEnveloppe(less, preparation.tableau, text),
    );
    expect(rompus.map(({ severity }) => severity)).toEqual(severities);
    expect([euros(enveloppe.avant), euros(enveloppe.reste)]).toEqual([350_000, reste]);
    expect(aJustifier.join(" ")).toMatch(/Enveloppe de l’État.2027.: dire pourquoi/u);
    expect(lignesDuProjet.filter(({ objet }) => objet === "credits")).toHaveLength(lines);
  });

  it("changes the envelope with its reason, by a file as well, and back to the contract leaves no line", () => {
    const { tableau } = preparation;
    const changed = direPourquoi(ecrireEnveloppe(vide, tableau, "360 000"), ENVELOPPE, "Crédits nouveaux.");
    const { aJustifier, enveloppe } = proposer(preparation, changed);
    expect(aJustifier.join(" ")).not.toMatch(/Enveloppe/u);
    expect(euros(enveloppe.reste)).toBe(10_000);
    const csv = "action;état;pourquoi\nenveloppe;360 000;Crédits nouveaux.";
    expect(lireVariante({ nom: "V1", text: csv, par: "", le: AS_OF }, tableau)).toEqual({
      ok: true,
      variante: changed,
    });
    expect(ecrireEnveloppe(changed, tableau, "350 000,00").lignes).toEqual([]);
    const byAxe = [90_000, 45_000, 160_000, 65_000].map((valeur, index) => ({
      objet: "credits" as const,
      champs: { annee: "2027", axe: String(index + 1), valeur: String(valeur) },
    }));
    expect(euros(proposer(preparation, { ...vide, lignes: byAxe }).enveloppe.credits)).toBe(360_000);
  });

  it("says what cannot be read, and judges nothing of it", () => {
    const { erreurs, rompus } = proposer(preparation, ecrire(vide, 5, "abc", "60 000"));
    expect(erreurs).toHaveLength(1);
    expect(rompus).toEqual([]);
  });

  it("is compared with another by what differs", () => {
    const other = ecrire(ecrire(vide, 3, "28 000", "28 000"), 4, "17 000", "17 000");
    const { actions, axes, aRegler, enveloppe } = comparerVariantes(
      [dessin(), other].map((each) => proposer(preparation, each)),
    );
    expect(actions.map(({ montants }) => montants.map(euros))).toEqual([
      [30_000, 28_000],
      [15_000, 17_000],
    ]);
    expect(axes).toEqual([]);
    expect(enveloppe.map(euros)).toEqual([350_000, 350_000]);
    expect(aRegler).toEqual([1, 0]);
  });
});

describe("a variant from a file, and kept", () => {
  const source = (text: string) => ({ nom: "v", text, par: "", le: AS_OF });
  it("reads a table of amounts as a spreadsheet saves it, or the lines of the register", () => {
    const csv = '\uFEFFAction;État;Métropole;Pourquoi\r\n3;"30 000";28 000;"dit ""ainsi"" ; voilà"\r\n4;15 000;;\r\n';
    const lue = lireVariante(source(csv), preparation.tableau);
    const expected = direPourquoi(
      ecrireMontant(ecrire(vide, 3, "30 000", "28 000"), preparation.tableau, 4, "etat", "15 000"),
      3,
      'dit "ainsi" ; voilà',
    );
    expect(lue).toEqual({ ok: true, variante: { ...expected, nom: "v" } });
    const json = JSON.stringify({ lignes: expected.lignes, motifs: expected.motifs });
    expect(lireVariante(source(json), preparation.tableau)).toEqual(lue);
  });
  it.each([
    ["action;état\n12;3", /« 12 »/u],
    ["nom;montant\n3;4", /première ligne/u],
    ["{", /JSON/u],
    ['{"annee":2026,"lignes":[]}', /2026/u],
    ['{"lignes":[{"objet":"autre","champs":{}}]}', /lignes/u],
  ])("refuses %s", (text, why) => {
    const lue = lireVariante(source(text), preparation.tableau);
    expect(lue.ok ? "" : lue.pourquoi).toMatch(why);
  });
  it("comes back from what a workbook keeps, and nothing comes of what is none", () => {
    const one = direPourquoi(dessin(), 3, "Montée en charge : l’« accueil »");
    expect(lireVariantes(ecrireVariantes([one]))).toEqual([one]);
    expect(ecrireVariantes([one])).toMatch(/^[!#-~]+$/u);
    expect(lireVariantes(encodeURIComponent('[{"nom":""}]'))).toEqual([]);
    expect(lireVariantes("%")).toEqual([]);
  });
});
