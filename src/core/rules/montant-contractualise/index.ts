// Each part of each action and year is the amount of the contract in force.
import { defineRule } from "../rule";
import { compareAutres } from "./compare-autres";
import { compareBudget } from "./compare-budget";
import { compareEnveloppes } from "./compare-enveloppes";
import { compareRepeated } from "./compare-repeated";
import { compareRepeatedSums } from "./compare-repeated-sums";
import { compareSousActions } from "./compare-sous-actions";
import { meta } from "./meta";

export default defineRule({
  meta,
  compare(dossier, asked) {
    const { execution, convention, budget } = dossier;
    const { enveloppes = [], actions } = convention;
    const isNothingSettled = actions.every(({ montants, reparti }) => montants.length === reparti?.size);
    if (isNothingSettled && enveloppes.length === 0 && !budget.lignesSousAction)
      asked.notDue(
        "Le contrat n’arrête que les crédits de l’État : ce que chaque action reçoit est réparti par le classeur.",
      );
    compareBudget(dossier, asked);
    compareAutres(dossier, asked);
    compareSousActions(dossier, asked);
    compareEnveloppes(dossier, asked);
    if (!execution) return;
    compareRepeated(dossier, execution, asked);
    compareRepeatedSums(dossier, execution, asked);
  },
});
