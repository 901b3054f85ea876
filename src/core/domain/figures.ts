// Figures that were compared, with the gap between them; amounts stay centimes until they leave the product.
import type { Montant } from "./values/montant";

/**
 * A "nombre" counts cells, rows or sheets; a "valeur" is what an indicator or a clause is worth; "numero" is a rank, which
 * has no gap; "euros" are amounts finer than a centime; a "pourcentage" is a share: 0.85.
 */
export type UniteNombre = "nombre" | "valeur" | "numero" | "euros" | "pourcentage" | "jours";

interface Compares<N> {
  /** A side that is no figure is null, and so is the gap then. */
  readonly found: N | null;
  readonly expected: N | null;
}

/** Before the gap is known. */
export type FiguresComparees =
  ({ readonly unit: "montant" } & Compares<Montant>) | ({ readonly unit: UniteNombre } & Compares<number>);

/** The gap is found − expected. */
export type Figures =
  | ({ readonly unit: "montant"; readonly gap: Montant | null } & Compares<Montant>)
  | ({ readonly unit: UniteNombre; readonly gap: number | null } & Compares<number>);
