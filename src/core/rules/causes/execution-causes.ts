// What is said of an action's cost follows from its executed Total being wrong, where the right one settles it.
import { isBelowShare } from "../../domain/values/taux";
import type { Finding } from "../../verification";

type Settled = (finding: Finding, total: number, seuil: number) => boolean;

/** By rule: whether what it compares would hold with this Total, in euros. */
const SETTLED: Readonly<Record<string, Settled>> = {
  "contribution-plafonnee-au-cout": ({ found }, total) => found !== null && found <= total,
  "sous-consommation": ({ expected }, total, seuil) => expected !== null && !isBelowShare(total, expected, seuil),
  "sur-execution": ({ expected }, total) => expected !== null && total <= expected,
};

const placeOf = ({ subject: { action, year } }: Finding): string => `${action}/${year}`;

/** Whether the finding was made with the Total that is wrong: an action may stand on two rows. */
const isAbout = (finding: Finding, { cells: [total], found }: Finding): boolean =>
  finding.rule === "contribution-plafonnee-au-cout" ? finding.expected === found : finding.cells[0] === total;

export function* executionCauses(findings: readonly Finding[], seuil: number): Generator<readonly [Finding, Finding]> {
  const wrong = findings.filter(({ rule, expected }) => rule === "execution-coherente" && expected !== null);
  if (wrong.length === 0) return;
  const byPlace = new Map(wrong.map((finding) => [placeOf(finding), finding]));
  for (const finding of findings) {
    const isSettled = SETTLED[finding.rule];
    const cause = isSettled && byPlace.get(placeOf(finding));
    if (!cause || cause.expected === null || !isAbout(finding, cause)) continue;
    if (isSettled(finding, cause.expected, seuil)) yield [finding, cause];
  }
}
