// An amount where room is scarce: cents only where there are some.
import { formatMontant } from "../../../core/domain/words/format";
import type { Montant } from "../../../core/domain/values/montant";

/** "25 000 €", "49 375,20 €". */
export const shortAmount = (montant: Montant): string => formatMontant(montant).replace(/,00(?=\s€$)/u, "");
