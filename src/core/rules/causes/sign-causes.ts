// A figure that is negative follows from the finding that says which figure the contract gives that very cell.
import type { Finding } from "../../verification";

/** What says that a figure is negative, by what says which one the contract gives, outside the tables of amounts. */
const CONTRACTED = new Map([
  ["montant-positif", "imputation-du-contrat"],
  ["indicateur-lisible", "cible-contractualisee"],
]);

const keyOf = (rule: string, { cells }: Finding): string => `${rule} ${cells.join()}`;

export function* signCauses(findings: readonly Finding[]): Generator<readonly [Finding, Finding]> {
  const contracted = new Map(
    findings.filter(({ expected }) => expected !== null).map((finding) => [keyOf(finding.rule, finding), finding]),
  );
  for (const finding of findings) {
    const rule = CONTRACTED.get(finding.rule);
    if (rule === undefined || finding.found === null || finding.found >= 0) continue;
    const cause = contracted.get(keyOf(rule, finding));
    if (cause) yield [finding, cause];
  }
}
