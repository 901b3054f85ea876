// The total of the imputation follows from the one amount that stands as a text, which SUM passes over.
import type { Finding } from "../../verification";

const isTotal = ({ rule, subject, explanation }: Finding): boolean =>
  rule === "imputation-du-contrat" && subject.axe === undefined && explanation !== null;

const isText = ({ rule, id, found }: Finding): boolean =>
  rule === "montant-lisible" && found !== null && id.endsWith("/imputation");

export function* imputationCauses(findings: readonly Finding[]): Generator<readonly [Finding, Finding]> {
  for (const total of findings.filter(isTotal)) {
    const [text, another] = findings.filter((other) => isText(other) && other.subject.year === total.subject.year);
    if (text && !another) yield [total, text];
  }
}
