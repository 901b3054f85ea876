// How the figures of a table become amounts: one that stands in many cells, as those of an action year after year, is made once.
import type { MontantLu } from "../../domain/dossier";
import { lireMontant } from "../../domain/values/lire-montant";
import type { Unite } from "../../domain/values/unite";
import type { CellValue } from "../../workbook-port";

export type ReadAmount = (value: CellValue, numberFormat: string) => MontantLu;

/** A table of as many different amounts would fill memory with them. */
const MOST_KNOWN = 1000;

function readerOf(unit: Unite): ReadAmount {
  const known = new Map<number, MontantLu>();
  let format = "";
  return (value, numberFormat) => {
    if (typeof value !== "number") return lireMontant(value, numberFormat, unit);
    if (numberFormat !== format || known.size === MOST_KNOWN) {
      known.clear();
      format = numberFormat;
    }
    let lu = known.get(value);
    if (!lu) known.set(value, (lu = lireMontant(value, numberFormat, unit)));
    return lu;
  };
}

export const amountReaders = (): Readonly<Record<Unite, ReadAmount>> => ({
  "€": readerOf("€"),
  "k€": readerOf("k€"),
  "M€": readerOf("M€"),
});
