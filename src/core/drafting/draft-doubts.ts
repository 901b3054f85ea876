// What tables say without words for it: targets that fall, totals that hold more than the two parts.
import { montantFromEuros, subtractMontants } from "../domain/values/montant";
import { accord } from "../domain/words/accord";
import { formatMontant } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import type { ConventionDefinition } from "../contract/convention";
import type { QuestionOuverte } from "../contract/definition/questions";
import { amountAt } from "../domain/amounts";
import type { TableauBudgetaire } from "../domain/dossier";

type Actions = ConventionDefinition["actions"];

/** Asks whether an indicator must fall: its last figure below its first may mean that, or be a slip. */
export function fallingIndicators(actions: Actions): readonly QuestionOuverte[] {
  return actions.flatMap(({ indicateurs }, index) =>
    indicateurs.flatMap(({ intitule, t0, cibles }, rank): QuestionOuverte[] => {
      const figures = [t0, ...cibles.map(({ valeur }) => valeur)].filter((valeur) => typeof valeur === "number");
      const [first = 0, last = first] = [figures[0], figures.at(-1)];
      if (last >= first) return [];
      const question = `${cite(intitule)} : ses cibles baissent. S’il doit diminuer, ajoutez "sens": "baisse" ; sinon, vérifiez ses valeurs.`;
      return [{ champ: `actions[${index}].indicateurs[${rank}].sens`, question }];
    }),
  );
}

/** Another financing party, or a mistake: either way it is money that the definition does not have. */
export function totalsInDoubt(
  { lignesAction }: TableauBudgetaire,
  actions: Actions,
  annees: readonly number[],
): readonly QuestionOuverte[] {
  return annees.flatMap((annee): QuestionOuverte[] => {
    const gaps = actions.flatMap(({ numero, montants }) => {
      const row = lignesAction.find(({ action }) => action?.numero === numero);
      const total = row && amountAt(row, annee, "total");
      const own = montants.find((montant) => montant.annee === annee);
      if (total?.known.reason !== null || !own) return [];
      const gap = subtractMontants(total.known.value, montantFromEuros(own.etat + own.collectivite));
      return gap === 0 ? [] : [{ numero, gap }];
    });
    const [first] = gaps;
    if (!first) return [];
    const others = gaps.length > 1 ? `, et ${accord(gaps.length - 1, "autre action", "autres actions")}` : "";
    const question =
      `${annee} : le total du tableau n’est pas la somme des deux parts (action ${first.numero}, écart de ${formatMontant(first.gap)}${others}). ` +
      "Si d’autres financeurs y sont compris, ajoutez-les (autresFinanceurs, actions[].autres) ; sinon, corrigez.";
    return [{ champ: "actions[].autres", question }];
  });
}
