// Each part of each action and year is the amount of the contract in force.
import { defineRule } from "../rule";
import { regleParAction } from "../../contract/in-force/montants-regles";
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
    const { execution, convention } = dossier;
    if (!regleParAction(convention))
      asked.notDue("Le contrat n’arrête aucun montant d’action que le tableau puisse contredire.");
    compareBudget(dossier, asked);
    compareAutres(dossier, asked);
    compareSousActions(dossier, asked);
    compareEnveloppes(dossier, asked);
    if (!execution) return;
    compareRepeated(dossier, execution, asked);
    compareRepeatedSums(dossier, execution, asked);
  },
});
