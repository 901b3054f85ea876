// The subtotals and the total of what the execution table says again.
import { chiffreInconnu } from "../../contract/avenants/registre";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import { isFirm } from "../../contract/avenants/fermete";
import { sourceDuChiffre } from "../../contract/avenants/fixation";
import { readTogether } from "../../facts/lecture";
import { locate } from "../../facts/lines/budget-lines";
import { repeatedSums } from "../../facts/asked-sums";
import { executionTable } from "../../facts/fact-tables";
import type { Dossier, TableauExecution } from "../../domain/dossier";
import { addMontants } from "../../domain/values/montant";
import { HOLDS, notComparable } from "../rule";
import { nameRepeated, type Asked } from "./meta";

type Source = Pick<Dossier, "convention" | "avenants" | "feuilleContrat">;

/** Each must be the sum of what the contract gives, or else the sum of the rows above it. */
export function compareRepeatedSums(
  { convention, avenants, feuilleContrat }: Source,
  execution: TableauExecution,
  asked: Asked,
): void {
  for (const { fact, colonne, addends, actions } of repeatedSums(convention, executionTable(execution))) {
    const { cell, year: annee } = fact;
    const { ligne } = fact.row;
    const rows = addends.map((addend) => addend.cell);
    const place = nameRepeated(convention, ligne, annee, colonne);
    asked.compare(place, (lecture) => {
      const inconnu = actions
        .map(({ numero }) => chiffreInconnu(feuilleContrat?.registre, { objet: "montant", annee, action: numero }))
        .find((why) => why !== null);
      if (inconnu !== undefined) return notComparable(inconnu);
      const [lu, under] = [lecture.montant(cell), readTogether(lecture, rows)];
      if ([lu, under].some(({ reason }) => reason === "unreadable"))
        return notComparable(`${place} : un montant est illisible.`);
      const expected = addMontants(...actions.map((action) => contractAmount(action, annee, colonne)));
      if (lu.reason !== null || lu.value === expected) return HOLDS;
      if (under.reason === null && lu.value === under.value) return HOLDS;
      const { subject, key } = locate(ligne, annee, colonne);
      const report = {
        subject,
        key: key === undefined ? "repete" : `${key}-repete`,
        cells: [cell.ref],
        figures: { unit: "montant", found: lu.value, expected },
        data: { place },
      } as const;
      if (!isFirm(convention, annee)) return () => ({ ...report, message: "different-provisionnel" });
      const source = sourceDuChiffre({ convention, avenants }, { kind: "credits", annee });
      return () => ({ ...report, message: "different-ferme", data: { place, source } });
    });
  }
}
