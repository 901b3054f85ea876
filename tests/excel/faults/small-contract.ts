// A contract of two actions over two years: what a command does in a big workbook it does here in a third of the time.
import { contratIntegre } from "../../../src/contracts/built-in";
import type { Convention } from "../../../src/core/contract/convention";
import { addMontants, montantFromEuros } from "../../../src/core/domain/values/montant";

const ACTIONS = [1, 3];
const YEARS = [2024, 2025];
const DEADLINES = 2;

function smallContract(): Convention {
  const { actions, axes, annees, creditsEtat, imputation, echeances, ...rest } = contratIntegre;
  const isYear = ({ annee }: { readonly annee: number }) => YEARS.includes(annee);
  const kept = actions
    .filter(({ numero }) => ACTIONS.includes(Number(numero)))
    .map(({ numero, axe, intitule, alias, montants, indicateurs }) => ({
      ...{ numero, axe, intitule, alias },
      montants: montants.filter(isYear),
      indicateurs: indicateurs.map((one) => ({ ...one, cibles: one.cibles.filter(isYear) })),
    }));
  const ofState = (annee: number, axe?: number) =>
    addMontants(
      montantFromEuros(0),
      ...kept
        .filter((action) => axe === undefined || action.axe === axe)
        .flatMap(({ montants }) => montants.filter((one) => one.annee === annee).map(({ etat }) => etat)),
    );
  const keptAxes = axes.filter(({ numero }) => kept.some(({ axe }) => axe === numero));
  return {
    ...rest,
    annees: annees.filter(isYear),
    periode: { ...rest.periode, fin: "2025-12-31" },
    axes: keptAxes,
    actions: kept,
    creditsEtat: creditsEtat.filter(isYear).map(({ repartition, ...credit }) => ({
      ...credit,
      montant: ofState(credit.annee),
      ...(repartition && {
        repartition: keptAxes.map(({ numero }) => ({ axe: numero, montant: ofState(credit.annee, numero) })),
      }),
    })),
    ...(imputation && {
      imputation: {
        ...imputation,
        lignes: imputation.lignes.filter(({ axe }) => keptAxes.some(({ numero }) => numero === axe)),
      },
    }),
    echeances: echeances.slice(0, DEADLINES),
  };
}

export const petitContrat = smallContract();
