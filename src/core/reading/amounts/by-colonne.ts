// One thing for each column of a year: those of the two parties, and their total.
import type { Colonne, MontantCell } from "../../domain/dossier";

export type ByColonne<Value> = Readonly<Record<Colonne, Value | null>>;
export type Cells = ByColonne<MontantCell>;

export const byColonne = <Value>(of: (colonne: Colonne) => Value | null): ByColonne<Value> => ({
  etat: of("etat"),
  collectivite: of("collectivite"),
  total: of("total"),
});
