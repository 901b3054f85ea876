// One thing for each column of a year: those of the two parties, and their total.
import type { Colonne, MontantCell } from "../../domain/dossier";

export type ByColonne<Value> = Readonly<Record<Colonne, Value | null>>;
export type Cells = ByColonne<MontantCell>;

export const byColonne = <Value>(of: (colonne: Colonne) => Value | null): ByColonne<Value> => ({
  etat: of("etat"),
  collectivite: of("collectivite"),
  total: of("total"),
});

export const mapParts = <From extends object, To>(
  { etat, collectivite, total }: ByColonne<From>,
  map: (value: From) => To,
): ByColonne<To> => ({
  etat: etat && map(etat),
  collectivite: collectivite && map(collectivite),
  total: total && map(total),
});
