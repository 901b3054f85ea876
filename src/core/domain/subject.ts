// What a comparison and its finding are about, and how grave it is when the comparison does not hold.

export type Severity = "error" | "warning" | "info";

/** "metropole" names the local party of any contract, département or métropole. */
export type Party = "etat" | "metropole" | "total";

export interface Subject {
  readonly axe?: number;
  readonly action?: number;
  /** Position of the indicator under its action, from 1. */
  readonly indicator?: number;
  readonly year?: number;
  readonly party?: Party;
}
