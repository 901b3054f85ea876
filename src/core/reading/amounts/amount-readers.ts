// How the figures of a table become amounts, by the unit of their column.
import type { MontantLu } from "../../domain/dossier";
import { lireMontant } from "../../domain/values/lire-montant";
import type { Unite } from "../../domain/values/unite";
import { rememberFigures, type ReadFigure } from "../remember-figures";

const readerOf = (unit: Unite): ReadFigure<MontantLu> =>
  rememberFigures((value, numberFormat) => lireMontant(value, numberFormat, unit));

export const amountReaders = (): Readonly<Record<Unite, ReadFigure<MontantLu>>> => ({
  "€": readerOf("€"),
  "k€": readerOf("k€"),
  "M€": readerOf("M€"),
});
