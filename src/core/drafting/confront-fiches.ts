// The budget that a fiche shows against the amounts of the annex: where they differ, which one was signed is a question.
import type { ConventionDefinition } from "../contract/convention";
import type { QuestionOuverte } from "../contract/definition/questions";
import { montantFromEuros } from "../domain/values/montant";
import { formatMontant } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import { isState, isTotal, type ActionLue, type MontantLu } from "./regroup-budgets";
import { numeroDit } from "../domain/values/numero-action";

const figureOf = (texte: string): number => Number(texte.replace(/[^\d,-]/g, "").replace(",", "."));

/** A fiche may write thousands where the annex writes euros. */
const isSame = (said: number, taken: number): boolean =>
  Math.abs(said - taken) < 0.005 || Math.abs(said * 1000 - taken) < 0.005;

export function confrontFiches(
  fiches: readonly ActionLue[],
  { actions }: Pick<ConventionDefinition, "actions">,
): readonly QuestionOuverte[] {
  return fiches.flatMap(({ label, montants }) => {
    const numero = numeroDit(label);
    const index = actions.findIndex((action) => action.numero === numero);
    const action = actions[index];
    if (!action) return [];
    const locals = new Set(montants.map(({ partie }) => partie).filter((each) => !isState(each) && !isTotal(each)));
    const takenOf = ({ annee, partie }: MontantLu): number | undefined => {
      const taken = action.montants.find((each) => each.annee === annee);
      if (isState(partie)) return taken?.etat;
      // Of several other parties it is not known which one is the contract's.
      return locals.size === 1 && locals.has(partie) ? taken?.collectivite : undefined;
    };
    return montants.flatMap((montant): QuestionOuverte[] => {
      const taken = takenOf(montant);
      if (taken === undefined || isSame(figureOf(montant.texte), taken)) return [];
      const { partie, annee, texte, lieu } = montant;
      const question = `Action ${numero}, ${annee}, ${cite(partie)} : la fiche dit ${texte.trim()} (${lieu}), le tableau ${formatMontant(montantFromEuros(taken))}.`;
      return [{ champ: `actions[${index}].montants`, question }];
    });
  });
}
