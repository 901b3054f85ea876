import { describe, expect, test } from "vitest";
import { conventionEnVigueur } from "../../../../src/core/contract/in-force/en-vigueur";
import { contractAmount } from "../../../../src/core/contract/in-force/contract-amounts";
import { isFirm } from "../../../../src/core/contract/avenants/fermete";
import type { Avenant, Convention } from "../../../../src/core/contract/convention";
import { montantFromEuros } from "../../../../src/core/domain/values/montant";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { contratAmende } from "../../../contracts/avenants";
import { CHANGES_NOTHING } from "../../empty-avenant";

const euros = montantFromEuros;

const amount = (convention: Convention, numero: number, annee: number, colonne: "etat" | "collectivite") => {
  const action = convention.actions.find((candidate) => candidate.numero === numero);
  return action && contractAmount(action, annee, colonne);
};
const credit = (convention: Convention, annee: number) =>
  convention.creditsEtat.find((candidate) => candidate.annee === annee);
const target = (convention: Convention, numero: number, indicateur: number, annee: number) =>
  convention.actions
    .find((action) => action.numero === numero)
    ?.indicateurs.find((candidate) => candidate.numero === indicateur)
    ?.cibles.find((cible) => cible.annee === annee)?.valeur;

const avenant = (changes: Partial<Avenant>): Avenant => ({
  numero: 1,
  signeLe: "2025-02-10",
  ...CHANGES_NOTHING,
  ...changes,
});
const amendedBy = (...avenants: Avenant[]) =>
  conventionEnVigueur({ ...contratIntegre, avenants }, "2026-11-24").convention;

describe("the as-of date picks the avenants", () => {
  test.each([
    ["2025-02-09", []],
    ["2025-02-10", [1]],
    ["2026-03-11", [1]],
    ["2026-03-12", [1, 2]],
    ["2026-11-24", [1, 2, 3]],
  ])("%s", (asOf, numeros) => {
    const { avenants } = conventionEnVigueur(contratAmende, asOf);
    expect(avenants.map(({ numero }) => numero)).toEqual(numeros);
  });

  test("before the first one the contract is the signed one", () => {
    const { convention } = conventionEnVigueur(contratAmende, "2025-02-09");
    expect({ ...convention, avenants: [] }).toEqual(contratIntegre);
  });

  test("they are in the order of their signature, whatever their order in the contract", () => {
    const reversed = { ...contratAmende, avenants: [...contratAmende.avenants].reverse() };
    expect(conventionEnVigueur(reversed, "2026-11-24").convention.actions).toEqual(
      conventionEnVigueur(contratAmende, "2026-11-24").convention.actions,
    );
  });
});

describe("what an avenant changes", () => {
  const { convention } = conventionEnVigueur(contratAmende, "2026-11-24");

  test("State amounts and their split, firm from then on", () => {
    expect(credit(convention, 2025)).toMatchObject({ montant: euros(360000.5), statut: "ferme" });
    expect(credit(convention, 2025)?.repartition).toHaveLength(4);
    expect(credit(convention, 2026)).toEqual({ annee: 2026, montant: euros(340000), statut: "ferme", fixePar: 2 });
    expect([2024, 2025, 2026, 2027].map((annee) => isFirm(convention, annee))).toEqual([true, true, true, false]);
  });

  test("one part of an action, each figure by itself", () => {
    expect(amount(convention, 8, 2025, "etat")).toBe(euros(45000.5));
    expect(amount(convention, 8, 2026, "etat")).toBe(euros(35000));
    // Fixed by two avenants, one part each.
    expect(amount(convention, 3, 2026, "etat")).toBe(euros(15000));
    expect(amount(convention, 3, 2026, "collectivite")).toBe(euros(30000));
  });

  test("new actions, from the year for which they have amounts", () => {
    expect(amount(convention, 9, 2025, "etat")).toBe(0);
    expect(amount(convention, 9, 2026, "etat")).toBe(euros(25000));
    expect(target(convention, 9, 1, 2026)).toBe(400);
  });

  test("ended actions, which keep the years before", () => {
    expect(amount(convention, 7, 2025, "etat")).toBe(euros(25000));
    expect(amount(convention, 7, 2026, "etat")).toBe(0);
    expect(target(convention, 7, 1, 2025)).toBe(90);
    expect(target(convention, 7, 1, 2026)).toBeUndefined();
  });

  test("targets", () => {
    expect(target(convention, 4, 1, 2025)).toBe(80);
    expect(target(convention, 4, 1, 2026)).toBe("nd");
  });

  test("an indicator of an action that exists", () => {
    expect(convention.actions[0]?.indicateurs).toEqual([
      ...(contratAmende.actions[0]?.indicateurs ?? []),
      {
        numero: 2,
        intitule: "Nombre de familles suivies",
        alias: ["Familles suivies"],
        t0: 0,
        cibles: [{ annee: 2026, valeur: 60 }],
      },
    ]);
  });

  test("what it leaves alone is the same object as before", () => {
    expect(convention.axes).toBe(contratAmende.axes);
    expect(convention.actions[1]).toBe(contratAmende.actions[1]);
  });
});

describe("later avenants win, figure by figure", () => {
  const split = [
    { axe: 1, montant: euros(100000) },
    { axe: 2, montant: euros(50000) },
    { axe: 3, montant: euros(150000) },
    { axe: 4, montant: euros(50000) },
  ];
  const first = avenant({ creditsEtat: [{ annee: 2026, montant: euros(350000), repartition: split }] });

  test("one axe changes, the others stay, and the year is their sum", () => {
    const later = avenant({
      numero: 2,
      signeLe: "2026-01-10",
      creditsEtat: [{ annee: 2026, repartition: [{ axe: 4, montant: euros(60000) }] }],
    });
    expect(credit(amendedBy(first, later), 2026)).toEqual({
      annee: 2026,
      montant: euros(360000),
      statut: "ferme",
      fixePar: 1,
      repartition: [...split.slice(0, 3), { axe: 4, montant: euros(60000) }],
    });
  });

  test("another amount for the year takes its old split away", () => {
    const later = avenant({ numero: 2, signeLe: "2026-01-10", creditsEtat: [{ annee: 2026, montant: euros(340000) }] });
    expect(credit(amendedBy(first, later), 2026)).toEqual({
      annee: 2026,
      montant: euros(340000),
      statut: "ferme",
      fixePar: 1,
    });
  });

  test("the same amount confirmed keeps it", () => {
    const later = avenant({ numero: 2, signeLe: "2026-01-10", creditsEtat: [{ annee: 2026, montant: euros(350000) }] });
    expect(credit(amendedBy(first, later), 2026)?.repartition).toEqual(split);
  });

  test("on one day the higher number is the later one", () => {
    const montants = (montant: number) => [
      { action: 1, annee: 2026, partie: "etat" as const, montant: euros(montant) },
    ];
    const both = [avenant({ numero: 3, montants: montants(3) }), avenant({ numero: 2, montants: montants(2) })];
    expect(amount(amendedBy(...both), 1, 2026, "etat")).toBe(euros(3));
  });

  test("an action that had ended is taken up again", () => {
    const ended = avenant({ actionsTerminees: [{ action: 1, aPartirDe: 2026 }] });
    const again = avenant({
      numero: 2,
      signeLe: "2026-05-02",
      montants: [{ action: 1, annee: 2027, partie: "collectivite", montant: euros(10) }],
    });
    const convention = amendedBy(ended, again);
    expect(amount(convention, 1, 2026, "etat")).toBe(0);
    expect(amount(convention, 1, 2027, "etat")).toBe(0);
    expect(amount(convention, 1, 2027, "collectivite")).toBe(euros(10));
  });
});
