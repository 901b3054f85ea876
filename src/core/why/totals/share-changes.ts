// The shares per axe of one table as changes, and what is to be said of those that cannot be told.
import type { FactTable } from "../../facts/fact-tables";
import { nameAxeRows, namePart } from "../../facts/lines/budget-lines";
import { formatCellRef } from "xlsx-model/cell-ref";
import type { Convention } from "../../contract/convention";
import type { TableauBudgetaire } from "../../domain/dossier";
import { formatListeCourte } from "../../domain/words/format";
import { typographie } from "../../domain/words/typographie";
import { isUnfitFormat, type RawCells } from "./raw-cells";
import type { SharePlace } from "./share-places";
import { Shares, type ShareChange } from "./share-totals";
import type { BandTotals } from "./band-totals";
import type { TotalChange } from "./total-change";

const NAMED = 4;
const PERCENT = "0.00%";

function toChange({ place, formula, part, scale, before }: ShareChange, label: string, cells: RawCells): TotalChange {
  const { cell } = place;
  const value = cells.value(cell);
  const format = cells.numberFormat(cell);
  // A share in an empty cell of no format would read 0,2563.
  const isBare = value === null && format === "General" && scale === 1;
  return {
    cell,
    label,
    grandeur: "part",
    before: { formula: cells.formula(cell), text: value === null ? "" : String(value), figure: before },
    formula,
    after: part,
    value: part * scale,
    numberFormat: isUnfitFormat(format) || isBare ? PERCENT : null,
    isHidden: cells.isHidden(cell),
  };
}

function namer(convention: Convention, { tableau, key, nom }: FactTable): (place: SharePlace) => string {
  const rows = nameAxeRows(tableau.lignesAxe);
  return ({ axe, annee, colonne }) => {
    const of = colonne === "total" ? "" : ` (${namePart(convention, colonne)})`;
    return `${key === null ? "" : `${nom}, `}${rows[axe]?.nom ?? "Axe"} – ${annee} – part de l’axe${of}`;
  };
}

export function planShares(
  convention: Convention,
  totals: BandTotals,
  others: readonly TableauBudgetaire[],
  cells: RawCells,
): { readonly changes: readonly TotalChange[]; readonly unchanged: number; readonly blocked: readonly string[] } {
  const { changes, unchanged, undated, blocked } = new Shares(totals, others, cells).plan();
  const nameOf = namer(convention, totals.band.table);
  const waiting = formatListeCourte(
    blocked.map(({ cell }) => formatCellRef(cell)),
    NAMED,
  );
  return {
    changes: changes.map((change) => toChange(change, nameOf(change.place), cells)),
    unchanged,
    blocked: [
      ...undated.map(
        (heading) =>
          `Colonne de parts ${heading} : rien ne dit de quelle année elle donne la part par axe. Elle ne change pas.`,
      ),
      ...(blocked.length > 0
        ? [
            `${totals.band.table.nom}, part par axe en ${waiting} : un des montants ne peut pas être calculé. Elle ne change pas.`,
          ]
        : []),
    ].map(typographie),
  };
}
