// A cell of the sheet « Contrat » that two rules hold something against: put back as it was signed, it settles both.
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";

/** The caution about an account comes first, then what was signed, then what does not agree with it. */
const RANKS = { compte: 0, signe: 1, coherent: 2 } as const;

export const cellOfContrat = (cell: CellRef, said: keyof typeof RANKS) => ({
  key: `contrat/${formatCellRef(cell)}`,
  rank: RANKS[said],
});
