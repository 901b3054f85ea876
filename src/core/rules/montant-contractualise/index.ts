// Each part of each action and year is the amount of the contract in force.
import { defineRule } from "../rule";
import { compareAutres } from "./compare-autres";
import { compareBudget } from "./compare-budget";
import { compareRepeated } from "./compare-repeated";
import { compareRepeatedSums } from "./compare-repeated-sums";
import { compareSousActions } from "./compare-sous-actions";
import { meta } from "./meta";

export default defineRule({
  meta,
  compare(dossier, asked) {
    const { execution } = dossier;
    compareBudget(dossier, asked);
    compareAutres(dossier, asked);
    compareSousActions(dossier, asked);
    if (!execution) return;
    compareRepeated(dossier, execution, asked);
    compareRepeatedSums(dossier, execution, asked);
  },
});
