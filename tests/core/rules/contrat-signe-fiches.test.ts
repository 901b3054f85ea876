// One cell of a fiche of the sheet « Contrat » that cannot be read costs itself: the others of its row are held against what was signed.
import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../../src/contracts/built-in";
import { sceller } from "../../../src/core/contract/signed/sceau";
import { verificationJson } from "../../../src/core/verification-json";
import { verify } from "../../../src/core/verify";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { addressOf, contratSheet, put, readEdited, type Edit } from "../reading/contrat/contrat-edits";

const SECTION = "Fiches actions";
const raw = annexWorkbook(contratIntegre);
const seal = sceller(contratIntegre).texte;

function check(...edits: readonly Edit[]) {
  const sheet = { ...contratSheet(contratIntegre, ...edits), id: "contrat" };
  const { verification, dossier } = verify(
    { ...raw, seal, sheets: [...raw.sheets, sheet] },
    contratIntegre,
    "2024-09-30",
  );
  const { findings, rules } = verificationJson(verification);
  const coverage = rules.find(({ rule }) => rule === "contrat-signe")?.coverage;
  const own = findings.filter(({ rule }) => rule === "contrat-signe" || rule === "contrat-coherent");
  return { found: own.map(({ rule, cells }) => `${rule} ${cells.join()}`), coverage, convention: dossier.convention };
}

const clean = check();

/** What cannot be read in each column; a text may be anything but nothing. */
const SPOILT: Readonly<Record<string, string | null>> = {
  Début: "bientôt",
  Fin: "plus tard",
  "Public cible": null,
  Nature: null,
  Pilotage: null,
  Partenaires: "#REF!",
  "Actions liées": "les autres",
};

describe.each(Object.entries(SPOILT))("« %s » that cannot be read", (heading, value) => {
  const spoil = put(SECTION, 2, heading, value);
  const at = `Contrat!${addressOf(contratIntegre, SECTION, 2, heading)}`;

  test("is one finding, and one comparison less", () => {
    const { found, coverage, convention } = check(spoil);
    expect(found).toEqual([`contrat-coherent ${at}`]);
    expect(coverage?.of).toBe(clean.coverage?.of);
    expect(coverage?.compared).toBe((clean.coverage?.compared ?? 0) - 1);
    // What was signed is known all the same.
    expect(convention.actions[1]?.fiche).toEqual(clean.convention.actions[1]?.fiche);
  });

  test("hides no other cell of its row", () => {
    const others = Object.keys(SPOILT).filter((other) => other !== heading);
    for (const other of others) {
      const altered =
        other === "Début" || other === "Fin" ? "05/02/2026" : other === "Actions liées" ? "8" : "Autre chose";
      const { found } = check(spoil, put(SECTION, 2, other, altered));
      const where = `Contrat!${addressOf(contratIntegre, SECTION, 2, other)}`;
      expect(found).toEqual(expect.arrayContaining([`contrat-coherent ${at}`, `contrat-signe ${where}`]));
    }
  });
});

test("where the sheet alone says what was signed no calendar is made up, and a text that lacks stays open", () => {
  const fiche = (heading: string, value: string | null) =>
    readEdited(contratIntegre, put(SECTION, 2, heading, value)).convention?.actions[1]?.fiche;
  expect(fiche("Début", "bientôt")).toBeUndefined();
  expect(fiche("Actions liées", "les autres")).toBeUndefined();
  const { debut, fin, publicCible, partenaires } = contratIntegre.actions[1]?.fiche ?? {};
  expect(fiche("Pilotage", null)).toMatchObject({ debut, fin, publicCible, partenaires, pilotage: "" });
});
