// What stands below the table of findings: how far the verification went, and what it leaves to a person.
import { ecartsColumn } from "../domain/ecarts-columns";
import { typographie } from "../domain/typographie";
import type { BeyondCalculation, Verification } from "../verification";
import { describeContents, describeIgnored, describeReason, groupRules, nameTable } from "./describe-verification";
import { estimateLines, textCell, type SheetBuilder } from "./sheet-builder";
import { FORMATS, STYLES } from "./sheet-style";

const ARTICLE = ecartsColumn("article");
const REST = ARTICLE + 1;
const ARTICLE_STYLE = { ...STYLES.centered, numberFormat: FORMATS.text } as const;

export function addSection(builder: SheetBuilder, title: string, intro?: string): void {
  builder.addRow([]);
  builder.addBanner(title, STYLES.section, 21);
  if (intro) builder.addBanner(intro, STYLES.note);
}

/** A label, an article or a place, and a text over the rest of the width. */
function addLine(builder: SheetBuilder, label: string, article: string, text: string): void {
  const last = builder.width - 1;
  const lines = Math.max(
    estimateLines(label, builder.widthOf(0, 0)),
    estimateLines(article, builder.widthOf(ARTICLE, ARTICLE)),
    estimateLines(text, builder.widthOf(REST, last)),
  );
  const row = builder.addRow([textCell(typographie(label)), textCell(article), textCell(typographie(text))], lines);
  builder.merge(row, REST, last);
  builder.style(row, 0, last, STYLES.body);
  builder.style(row, 0, last, STYLES.wrapped);
  builder.style(row, ARTICLE, ARTICLE, ARTICLE_STYLE);
}

export function addCoverage(
  builder: SheetBuilder,
  verification: Verification,
  beyond: readonly BeyondCalculation[],
): void {
  const { compliant, notCheckable } = groupRules(verification.rules);
  if (notCheckable.length > 0) {
    addSection(
      builder,
      "Règles non vérifiables",
      "Une règle qui n’a pas pu être vérifiée n’est pas une règle respectée.",
    );
    for (const rule of notCheckable) addLine(builder, rule.title, rule.article, describeReason(rule));
  }
  addSection(builder, "Règles respectées");
  for (const rule of compliant) addLine(builder, rule.title, rule.article, "Respectée");
  if (compliant.length === 0) addLine(builder, "Aucune", "", "Aucune règle vérifiée n’est entièrement respectée.");
  if (beyond.length > 0) {
    addSection(builder, "Ce qu’aucun calcul ne peut vérifier", "À apprécier par une personne.");
    for (const { subject, article, reason } of beyond) addLine(builder, subject, article, reason);
  }
  addSection(builder, "Ce qui a été lu");
  for (const table of verification.read) {
    const place = `Feuille « ${table.sheet} », plage ${table.range}`;
    addLine(builder, nameTable(table), "", `${place} : ${describeContents(table)} ; ${describeIgnored(table)}.`);
  }
  if (verification.read.length === 0)
    addLine(builder, "Aucun tableau", "", "Aucun tableau du contrat n’a été reconnu.");
}
