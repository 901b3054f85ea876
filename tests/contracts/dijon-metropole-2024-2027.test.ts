import { describe, expect, test } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { addMontants, montantFromEuros } from "../../src/core/domain/values/montant";

const sum = (annee: number, axe?: number) =>
  contratIntegre.actions
    .filter((action) => axe === undefined || action.axe === axe)
    .map(({ montants }) => montants.find((montant) => montant.annee === annee));

describe("the contract of Dijon métropole", () => {
  test.each([
    [2024, 332500, "ferme"],
    [2025, 350000, "provisionnel"],
    [2026, 350000, "provisionnel"],
    [2027, 350000, "provisionnel"],
  ])("%d: the actions sum to the State's %d €, and the local party gives as much", (annee, montant, statut) => {
    const credit = contratIntegre.creditsEtat.find((candidate) => candidate.annee === annee);
    expect(credit).toMatchObject({ montant: montantFromEuros(montant), statut });
    const montants = sum(annee);
    expect(addMontants(...montants.map((m) => m?.etat ?? montantFromEuros(0)))).toBe(montantFromEuros(montant));
    expect(montants.map((m) => m?.collectivite)).toEqual(montants.map((m) => m?.etat));
  });

  test("the 2024 split and the imputation are the axes' sums", () => {
    const [credit] = contratIntegre.creditsEtat;
    for (const { axe, montant } of credit?.repartition ?? []) {
      expect(addMontants(...sum(2024, axe).map((m) => m?.etat ?? montantFromEuros(0)))).toBe(montant);
    }
    expect(contratIntegre.imputation.lignes.map(({ axe, montant, code }) => ({ axe, montant, code }))).toEqual(
      (credit?.repartition ?? []).map(({ axe, montant }) => ({ axe, montant, code: `03045023${22 + axe}02` })),
    );
  });

  test("has 4 axes, 8 actions and 11 indicators, of which actions 4 and 8 leave their targets open", () => {
    expect(contratIntegre.axes.map(({ numero }) => numero)).toEqual([1, 2, 3, 4]);
    expect(contratIntegre.actions.map(({ numero }) => numero)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const indicateurs = contratIntegre.actions.flatMap((action) =>
      action.indicateurs.map((indicateur) => ({ action, indicateur })),
    );
    expect(indicateurs).toHaveLength(11);
    const open = indicateurs.filter(({ indicateur }) => indicateur.cibles.every(({ valeur }) => valeur === "nd"));
    expect(open.map(({ action }) => action.numero)).toEqual([4, 8, 8]);
  });

  test("every action has its fiche within the period", () => {
    for (const { fiche } of contratIntegre.actions) {
      expect(fiche).toMatchObject({ debut: contratIntegre.periode.debut, fin: contratIntegre.periode.fin });
    }
    expect(
      contratIntegre.actions.filter(({ fiche }) => fiche?.sousAxe === undefined).map(({ numero }) => numero),
    ).toEqual([3, 4]);
  });

  test("IBAN and RIB are of the same account", () => {
    const { iban = "", rib = "" } = contratIntegre.coordonneesBancaires ?? {};
    const account = iban.replaceAll(" ", "");
    expect(account.slice(4)).toBe(rib.replaceAll(" ", ""));
    const digits = [...(account.slice(4) + account.slice(0, 4))].map((c) => Number.parseInt(c, 36)).join("");
    expect(BigInt(digits) % 97n).toBe(1n);
  });

  test("the report of execution is due on 31 March 2026", () => {
    expect(contratIntegre.echeances.find(({ id }) => id === "rapport-execution")?.date).toBe("2026-03-31");
  });
});
