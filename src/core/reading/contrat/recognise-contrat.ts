// Which of the contracts that ship with the product a workbook is about: the one whose actions it names most.
import type { Convention } from "../../domain/contrat/convention";
import { foldLabel } from "../../domain/words/label";
import type { RawWorkbook } from "../../workbook-port";

/** One contract, or several of which the workbook tells; the first serves where it tells nothing. */
export type Contrats = Convention | readonly [Convention, ...Convention[]];

const isOne = (contrats: Contrats): contrats is Convention => !Array.isArray(contrats);

function labelsIn(raw: RawWorkbook): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const { blocks, visibility } of raw.sheets) {
    if (visibility !== "visible") continue;
    for (const value of blocks.flatMap(({ values }) => values).flat()) {
      if (typeof value === "string") labels.add(foldLabel(value));
    }
  }
  return labels;
}

/** A sheet « Contrat » of the workbook, and its avenants, are for later: they say more than any of these. */
export function recogniseContrat(raw: RawWorkbook, contrats: Contrats): Convention {
  if (isOne(contrats)) return contrats;
  const [first, ...others] = contrats;
  if (others.length === 0) return first;
  const labels = labelsIn(raw);
  const named = ({ actions }: Convention): number =>
    actions.filter(({ intitule }) => labels.has(foldLabel(intitule))).length;
  return others.reduce((best, contrat) => (named(contrat) > named(best) ? contrat : best), first);
}
