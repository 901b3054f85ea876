// The « Synthèse par axe » sheet: what each party gives per axe and year, beside what the contract asks.
import { describeContract } from "../domain/contrat-servi";
import type { Dossier } from "../domain/dossier";
import { NBSP, formatPart } from "../domain/format";
import { sheetsOf } from "../domain/table-places";
import type { Verification } from "../verification";
import type { CellStyle, RawWorkbook, SheetPlan } from "../workbook-port";
import { indexRawValues } from "./raw-values";
import { estimateLines, SheetBuilder, textCell } from "./sheet-builder";
import { FORMATS, STYLES } from "./sheet-style";
import { groupByAxe, stateAmount, stateEnvelope } from "../domain/axe-groups";
import { composeAxeRow, composeTotalRow, SYNTHESE_WIDTHS, type SyntheseRow } from "./synthese-rows";

const AMOUNT = { numberFormat: FORMATS.euros, horizontal: "right" } as const;
const COLUMN_STYLES: readonly CellStyle[] = [
  { ...STYLES.centered, numberFormat: FORMATS.year },
  STYLES.wrapped,
  AMOUNT,
  AMOUNT,
  AMOUNT,
  { numberFormat: FORMATS.part, horizontal: "right" },
  AMOUNT,
  { numberFormat: FORMATS.liveGap, horizontal: "right" },
  { ...STYLES.centered, ...STYLES.strong, wrap: true },
  { ...STYLES.wrapped, font: { size: 9, color: "#4B5563" } },
];

function addSyntheseRow(builder: SheetBuilder, { cells }: SyntheseRow, isTotal: boolean): void {
  const lines = cells.reduce((most, { value }, column) => {
    return typeof value === "string" ? Math.max(most, estimateLines(value, SYNTHESE_WIDTHS[column] ?? 10)) : most;
  }, 1);
  const row = builder.addRow(cells, lines);
  if (lines === 1) builder.setHeight(row, isTotal ? 19 : 17);
  builder.style(row, 0, builder.width - 1, STYLES.centredBody);
  for (const [column, style] of COLUMN_STYLES.entries()) builder.style(row, column, column, style);
  if (isTotal) builder.style(row, 0, builder.width - 1, STYLES.total);
}

function explainAbsence({ absences, contratInconnu }: Dossier): string {
  if (contratInconnu !== undefined) return `Pas de synthèse. ${contratInconnu}`;
  const absence = absences.find(({ kind }) => kind === "budget");
  const why =
    absence?.reason === "plusieurs"
      ? "plusieurs feuilles peuvent être le tableau budgétaire, et rien ne dit laquelle"
      : "aucun tableau budgétaire n’a été reconnu dans le classeur";
  return `Pas de synthèse${NBSP}: ${why}. La feuille «${NBSP}Écarts${NBSP}» dit ce qui a été regardé.`;
}

export function composeSyntheseSheet(verification: Verification, dossier: Dossier, raw: RawWorkbook): SheetPlan {
  const { convention, budget } = dossier;
  const { designation } = convention.collectivite;
  const builder = new SheetBuilder(SYNTHESE_WIDTHS);
  builder.addBanner(`Synthèse par axe – ${convention.intitule}`, STYLES.title, 27);
  builder.addBanner(
    `Classeur${NBSP}: ${verification.workbook}. ${describeContract(verification)}.`,
    STYLES.subtitle,
    16,
  );
  const sheet = { kind: "synthese", name: "Synthèse par axe", base: STYLES.base } as const;
  const source = { workbook: verification.workbook, asOf: verification.asOf };
  if (!budget || dossier.contratInconnu !== undefined) {
    builder.addBanner(explainAbsence(dossier), STYLES.caution);
    return builder.build({ ...sheet, ...source, headingRow: null, frozenRows: 0 });
  }
  builder.addBanner(
    `Les montants sont des formules qui suivent vos cellules. Une ligne est conforme quand la part État est celle du contrat et que la part ` +
      `${designation} atteint ${formatPart(convention.cofinancement.seuil)} du total. Ces sommes par axe ne remplacent pas la vérification de ` +
      `chaque action, dans la feuille «${NBSP}Écarts${NBSP}».`,
    STYLES.note,
  );
  const headings = [
    "Année",
    "Axe",
    "État",
    designation,
    "Total",
    `Part ${designation}`,
    "État au contrat",
    "Écart État",
    "Conformité",
    "Remarques",
  ];
  const headingRow = builder.addRow(headings.map(textCell));
  builder.style(headingRow, 0, builder.width - 1, STYLES.heading);
  builder.setHeight(headingRow, 30);

  const groups = groupByAxe(convention, budget);
  const rows = { convention, budget, rawValue: indexRawValues(raw, sheetsOf(budget)) };
  for (const { annee } of convention.annees) {
    const axes = groups.map((groupe, index) =>
      composeAxeRow(rows, groupe, annee, stateAmount(convention, groupe.axe, annee), builder.height + index),
    );
    for (const row of axes) addSyntheseRow(builder, row, false);
    const total = composeTotalRow(rows, annee, axes, stateEnvelope(convention, annee), builder.height);
    addSyntheseRow(builder, total, true);
  }
  return builder.build({ ...sheet, ...source, headingRow, frozenRows: headingRow + 1 });
}
