// What a comparison and its finding are about, and how grave it is when the comparison does not hold.
import type { Colonne } from "../contract/convention";
import type { NumeroAction } from "./values/numero-action";

export type Severity = "error" | "warning" | "info";

export interface Subject {
  readonly axe?: number;
  readonly action?: NumeroAction;
  /** Position of the indicator under its action, from 1. */
  readonly indicator?: number;
  readonly year?: number;
  readonly party?: Colonne;
}
