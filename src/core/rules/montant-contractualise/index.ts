// Each part of each action and year is the amount of the contract in force.
import { isFirm } from "../../contract/in-force/contract-amounts";
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
    const { convention, execution } = dossier;
    const firm = new Set(convention.annees.map(({ annee }) => annee).filter((annee) => isFirm(convention, annee)));
    compareBudget(dossier, firm, asked);
    compareAutres(dossier, asked);
    compareSousActions(dossier, asked);
    if (!execution) return;
    compareRepeated(dossier, execution, firm, asked);
    compareRepeatedSums(dossier, execution, firm, asked);
  },
});
