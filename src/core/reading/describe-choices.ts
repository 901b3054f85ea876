// The tables that the agent has to choose between, or chose between, as the verification shows them.
import { formatCellRef, formatLocalRange } from "../domain/cell-ref";
import type { ChoixTableau } from "../domain/dossier";
import type { TableChoice } from "../verification";

export function describeChoices(choix: readonly ChoixTableau[]): TableChoice[] {
  return choix
    .filter(({ candidats }) => candidats.length > 0)
    .map(({ kind, candidats }) => ({
      kind,
      candidates: candidats.map(({ range, heading, actions, annees, retenu }) => ({
        sheet: range.sheet,
        range: formatLocalRange(range),
        heading: formatCellRef(heading),
        actions,
        years: annees,
        chosen: retenu,
      })),
    }));
}
