// The version of the rules and of the product, as a procès-verbal names them.
import { accord } from "../domain/accord";
import type { Versions } from "./proces-verbal";

/** "38 règles, version 3f2a9c1b4d5e, logiciel 0.1.0". */
export function nommeVersions({ regles, produit }: Versions, rules: number): string {
  return `${accord(rules, "règle")}, version ${regles}, logiciel ${produit}`;
}
