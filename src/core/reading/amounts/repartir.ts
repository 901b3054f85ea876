// A contract that settles its amounts for each axe or for the whole leaves it to the parties what each action gets: that is what their budget table says.
import { estRegle } from "../../contract/in-force/montants-regles";
import type { Action, Convention } from "../../contract/convention";
import { partsOf } from "../../domain/amounts";
import type { TableauBudgetaire } from "../../domain/dossier";
import type { NumeroAction } from "../../domain/values/numero-action";
import { addMontants, ZERO, type Montant } from "../../domain/values/montant";

/** The contract with what the table gives to each action in each year for which the contract itself settles nothing. */
export function repartir(convention: Convention, { lignesAction }: TableauBudgetaire): Convention {
  const shown = new Map<string, Montant>();
  const keyOf = (numero: NumeroAction, annee: number, part: string): string => `${numero}/${annee}/${part}`;
  for (const ligne of lignesAction) {
    if (!ligne.action) continue;
    for (const { year, column, cell } of partsOf(ligne)) {
      const key = keyOf(ligne.action.numero, year, column);
      shown.set(key, addMontants(shown.get(key) ?? ZERO, cell.known.value ?? ZERO));
    }
  }
  const shared = (action: Action): Action => {
    const open = action.montants.filter((each) => !estRegle(convention, action, each));
    if (open.length === 0) return action;
    const of = (annee: number, part: string): Montant => shown.get(keyOf(action.numero, annee, part)) ?? ZERO;
    const montants = action.montants.map((each) =>
      open.includes(each)
        ? { ...each, etat: of(each.annee, "etat"), collectivite: of(each.annee, "collectivite") }
        : each,
    );
    return { ...action, montants, reparti: new Set(open.map(({ annee }) => annee)) };
  };
  return { ...convention, actions: convention.actions.map(shared) };
}
