// Says which amounts come from another workbook: their last saved value is what was read.
import { formatLocalCell, type CellRef } from "../../domain/cell-ref";
import type { MontantsParAnnee } from "../../domain/dossier";

/** "[Budget.xlsx]Feuil1!A1", "'C:\\…\\[Budget.xlsx]Feuil 1'!A1", "[1]Feuil1!A1"; a table's column is followed by no "!". */
const EXTERNAL = /'[^'[\]]*\[[^\]]+\](?:[^']|'')*'!|(?:^|[^\p{L}\p{N}_.\]])\[[^[\]]+\][\p{L}\p{N}_.]*!/u;
const NAMED_CELLS = 5;

export interface LinkCollector {
  add(montants: MontantsParAnnee): void;
  notes(): { readonly notes?: readonly string[] };
}

export function collectLinks(): LinkCollector {
  const refs: CellRef[] = [];
  return {
    add: (montants) => {
      for (const cells of montants.values()) {
        for (const cell of [cells.total, cells.etat, cells.collectivite]) {
          const formula = cell?.formula ?? null;
          if (cell && formula !== null && formula.includes("[") && EXTERNAL.test(formula)) refs.push(cell.ref);
        }
      }
    },
    notes: () => {
      if (refs.length === 0) return {};
      const named = refs.slice(0, NAMED_CELLS).map(({ row, column }) => formatLocalCell(row, column));
      const rest = refs.length - named.length;
      const where = rest > 0 ? `${named.join(", ")} et ${rest} autre${rest > 1 ? "s" : ""}` : named.join(", ");
      return {
        notes: [`Formules liées à un autre classeur (${where}) : leur dernière valeur enregistrée a été lue.`],
      };
    },
  };
}
