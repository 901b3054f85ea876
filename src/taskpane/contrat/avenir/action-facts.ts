// What is shown of an action beside the amounts to type: what was contracted, executed, paid, not used and could be reduced, as words.
import { formatTaux } from "../../../core/domain/values/taux";
import { sayReason } from "../../../core/domain/known";
import type { LigneDuTableau, TableauDeLAvenant } from "../../../core/reports/avenant/tableau";
import { shortAmount } from "./short-amount";
import { avenirTexts } from "./texts";

export interface Facts {
  readonly executed: string;
  readonly rate: string | null;
  /** Null where no table shows what the State paid for this action. */
  readonly paid: string | null;
  readonly unused: string;
  readonly reduction: { readonly montant: string; readonly state: string } | null;
}

export function factsOf({ total }: TableauDeLAvenant, ligne: LigneDuTableau | null): Facts {
  const realise = ligne === null ? null : ligne.realise;
  if (!ligne || !realise) {
    return { executed: avenirTexts.noneKnown, rate: null, paid: null, unused: avenirTexts.noneKnown, reduction: null };
  }
  const { execute, taux, verse } = realise;
  const isPaidShown = total.realise?.verse.value !== null || verse.value !== null;
  return {
    executed: execute.total.value === null ? sayReason(execute.total.reason) : shortAmount(execute.total.value),
    rate: taux ? formatTaux(taux.numerateur, taux.denominateur) : null,
    paid: !isPaidShown ? null : verse.value === null ? sayReason(verse.reason) : shortAmount(verse.value),
    unused: ligne.nonUtilise === null ? avenirTexts.noneKnown : shortAmount(ligne.nonUtilise),
    reduction: ligne.reduction && {
      montant: shortAmount(ligne.reduction.montant),
      state: avenirTexts.reductionOn(ligne.reduction),
    },
  };
}
