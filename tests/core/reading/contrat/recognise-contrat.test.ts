// How near another contract must come to be asked about: one figure less, exactly, and one more.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Convention } from "../../../../src/core/contract/convention";
import { montantFromCentimes } from "../../../../src/core/domain/values/montant";
import { recogniseContrat } from "../../../../src/core/reading/contrat/recognise-contrat";
import { readDossier } from "../../../../src/core/reading/read-dossier";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";

const YEARS = [2024, 2025, 2026, 2027];
const AS_OF = "2024-06-30";

/** Four actions of the same titles: 32 amounts, of which `own` are not those of the first contract of the kind. */
function contract(id: string, own: number): Convention {
  let left = own;
  const amount = (action: number, year: number, party: number): ReturnType<typeof montantFromCentimes> => {
    left -= 1;
    return montantFromCentimes(1_000_000 + action * 10_000 + year * 100 + party * 10 + (left >= 0 ? 5 : 0));
  };
  const actions = [1, 2, 3, 4].map((numero) => ({
    numero,
    axe: 1,
    intitule: `Accompagner le public n° ${numero} du territoire`,
    alias: [],
    indicateurs: [],
    montants: YEARS.map((annee, year) => ({
      annee,
      etat: amount(numero, year, 0),
      collectivite: amount(numero, year, 1),
    })),
  }));
  return { ...contratIntegre, id, collectivite: { ...contratIntegre.collectivite, nom: id }, actions, avenants: [] };
}

/** A budget of the contract; so many of its amounts are nobody's. */
function workbook({ actions }: Convention, wrong = 0) {
  let left = wrong;
  const off = (): number => {
    left -= 1;
    return left >= 0 ? 0.77 : 0;
  };
  const rows = actions.map(({ numero, intitule, montants }): CellLiteral[] => [
    `${numero} ${intitule}`,
    ...montants.flatMap(({ etat, collectivite }) => [etat / 100 + off(), collectivite / 100 + off()]),
  ]);
  const years = YEARS.flatMap((annee): CellLiteral[] => [annee, null]);
  return rawWorkbook({
    Budget: [["Année", ...years], [null, ...YEARS.flatMap(() => ["Etat", "Métropole"])], ...rows],
  });
}

const [un, autre] = [contract("un", 0), contract("autre", 32)];

describe("two contracts of the same titles", () => {
  // All 4 actions and 32 amounts stand there of the one; half of these 36 is 18 : 4 actions and 14 amounts of the other.
  it.each([
    [19, false],
    [18, false],
    [17, true],
  ])("where %i amounts of the other differ, it is asked: %s", (own, isAsked) => {
    const other = contract("proche", own);
    for (const known of [
      [un, other],
      [other, un],
    ] as const) {
      const { convention, candidats } = recogniseContrat(workbook(un), known);
      expect([convention.id, candidats.map((each) => each.convention.id)]).toEqual([
        "un",
        isAsked ? ["un", "proche"] : [],
      ]);
    }
  });

  it("are told apart by the name of the file where they are near, and asked about where the other one stands there plainly", () => {
    const states = [17, 18, 19].map((own) => {
      const nomme = contract("proche", own);
      return recogniseContrat(workbook(un), { connus: [un, nomme], nomme }).candidats.length;
    });
    expect(states).toEqual([0, 2, 2]);
    expect(recogniseContrat(workbook(un), { connus: [autre, un], nomme: un })).toMatchObject({
      convention: { id: "un" },
      candidats: [],
    });
  });
});

describe("a contract that shared titles alone designate", () => {
  it("is asked about where fewer than a quarter of its amounts stand there", () => {
    const states = [23, 24, 25].map((wrong) => {
      const { question, autreContrat } = readDossier(workbook(un, wrong), [un, contratIntegre], AS_OF);
      return autreContrat ? "autre" : question ? "demandé" : "sien";
    });
    expect(states).toEqual(["sien", "sien", "demandé"]);
  });

  it("is not asked about where it is the only one that is known", () => {
    expect(readDossier(workbook(un, 32), un, AS_OF).question).toBeUndefined();
  });
});
