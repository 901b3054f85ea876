// The « Écarts » sheet: the findings with room for their justification, and how far the verification went.
import { describeContract } from "../../domain/contrat/contrat-servi";
import { ECARTS_COLUMNS } from "../../domain/ecarts-columns";
import { NBSP } from "../../domain/words/format";
import type { BeyondCalculation, Finding, Verification } from "../../verification";
import type { SheetPlan } from "../../workbook-port";
import { describeCounts, describeNoFinding } from "../describe-verification";
import { addCoverage, addSection } from "./ecarts-sections";
import { addFinding, addToReview } from "./ecarts-table";
import type { PlacedJustifications } from "./place-justifications";
import { describeConsequences, nameFinding, orderFindings } from "./order-findings";
import { SheetBuilder, textCell } from "../sheets/sheet-builder";
import { STYLES } from "../sheets/sheet-style";

const GUIDE =
  "La colonne « Cellule » mène à la cellule en cause. Les colonnes « Justification », « Par » et « Le » sont à vous : elles sont " +
  "reprises à chaque vérification, tout le reste de la feuille est réécrit. Une justification vaut tant que les montants sont les mêmes.";

export function composeEcartsSheet(
  verification: Verification,
  contrat: string,
  justifications: PlacedJustifications,
  beyond: readonly BeyondCalculation[],
): SheetPlan {
  const builder = new SheetBuilder(ECARTS_COLUMNS.map(({ width }) => width));
  builder.addBanner(`Écarts – ${contrat}`, STYLES.title, 27);
  builder.addBanner(
    `Classeur${NBSP}: ${verification.workbook}. ${describeContract(verification)}.`,
    STYLES.subtitle,
    16,
  );
  builder.addBanner(describeCounts(verification), STYLES.counts, 18);
  builder.addBanner(GUIDE, STYLES.note);
  const headingRow = builder.addRow(ECARTS_COLUMNS.map(({ heading }) => textCell(heading)));
  builder.style(headingRow, 0, builder.width - 1, STYLES.heading);
  builder.setHeight(headingRow, 22);

  const verdict = describeNoFinding(verification);
  if (verdict !== null) {
    const everythingHolds = verification.rules.every(({ status }) => status === "compliant");
    builder.addBanner(verdict, everythingHolds ? STYLES.good : STYLES.caution);
  }
  const titles = new Map(verification.rules.map(({ rule, title }) => [rule, title]));
  for (const { cause, consequences } of orderFindings(verification.findings, verification.rules)) {
    const add = (finding: Finding, attachment: string | null): void => {
      const title = titles.get(finding.rule) ?? finding.rule;
      addFinding(builder, finding, { title, attachment, inscription: justifications.byFinding.get(finding.id) });
    };
    add(cause, describeConsequences(consequences));
    for (const consequence of consequences) add(consequence, `Découle de${NBSP}: ${nameFinding(cause)}.`);
  }
  if (justifications.toReview.length > 0) {
    addSection(
      builder,
      "Justifications à revoir",
      "Leur écart a disparu ou a changé ; voici les chiffres pour lesquels elles avaient été données. " +
        "Pour retirer une ligne, videz ses cellules « Justification », « Par » et « Le ».",
    );
    for (const saisie of justifications.toReview) addToReview(builder, saisie);
  }
  addCoverage(builder, verification, beyond);
  return builder.build({
    kind: "ecarts",
    name: "Écarts",
    base: STYLES.base,
    workbook: verification.workbook,
    asOf: verification.asOf,
    headingRow,
    frozenRows: headingRow + 1,
  });
}
