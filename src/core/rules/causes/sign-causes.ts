// A figure that is negative follows from the finding that says which figure the contract gives that very cell.
import type { Finding } from "../../verification";

/** What says that a figure is negative, by what says which one the contract gives, outside the tables of amounts. */
const CONTRACTED = new Map([
  ["montant-positif", "imputation-du-contrat"],
  ["indicateur-lisible", "cible-contractualisee"],
]);

export function* signCauses(findings: readonly Finding[]): Generator<readonly [Finding, Finding]> {
  for (const finding of findings) {
    const rule = CONTRACTED.get(finding.rule);
    if (rule === undefined || finding.found === null || finding.found >= 0) continue;
    const cause = findings.find(
      (other) => other.rule === rule && other.expected !== null && other.cells.join() === finding.cells.join(),
    );
    if (cause) yield [finding, cause];
  }
}
