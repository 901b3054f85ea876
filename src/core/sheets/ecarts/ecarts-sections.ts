// What stands below the table of findings: how far the verification went, and what it leaves to a person.
import { describeAnswers } from "../../domain/describe-answers";
import { describeDeclaration, describeVersions } from "../../domain/describe-motif";
import { ecartsColumn } from "../../domain/ecarts-columns";
import { typographie } from "../../domain/words/typographie";
import type { Verification } from "../../verification";
import type { PlannedCell } from "../../workbook-port";
import {
  describeLeftAside,
  describeReading,
  describeUnread,
  groupRules,
  nameRule,
  nameTable,
} from "../describe-verification";
import { estimateLines, textCell, type SheetBuilder } from "../parts/sheet-builder";
import { nameFinding } from "./order-findings";
import { STYLES } from "../parts/sheet-style";

/** A label takes the columns up to the cell's, the text the others. */
const LAST_OF_LABEL = ecartsColumn("cellule");

const NO_REASON = "Aucune raison n’est connue.";

export function addSection(builder: SheetBuilder, title: string, intro?: string): void {
  builder.addRow([]);
  builder.addHead(title, STYLES.section, 21);
  if (intro) builder.addBanner(intro, STYLES.note);
}

export function addLine(builder: SheetBuilder, label: string, text: string): void {
  const [start, last] = [LAST_OF_LABEL + 1, builder.width - 1];
  const lines = Math.max(
    estimateLines(label, builder.widthOf(0, LAST_OF_LABEL)),
    estimateLines(text, builder.widthOf(start, last)),
  );
  const cells = Array<PlannedCell>(start).fill({ value: null });
  const row = builder.addRow([textCell(typographie(label)), ...cells.slice(1), textCell(typographie(text))], lines);
  builder.merge(row, 0, LAST_OF_LABEL);
  builder.merge(row, start, last);
  builder.style(row, 0, last, STYLES.line);
}

/** The words that the table no longer shows: earlier versions, what was answered to them, comments. */
function addExchanges(
  builder: SheetBuilder,
  { findings, contract: { localParty }, declarations = [] }: Verification,
): void {
  const said = findings.flatMap((finding) => {
    const { versions = [] } = finding.justification ?? finding.former ?? {};
    const isMore =
      versions.length > 1 || versions.some(({ answers, comments }) => answers.length > 1 || comments.length > 0);
    return isMore ? [{ finding, versions }] : [];
  });
  if (said.length > 0) {
    addSection(
      builder,
      "Échanges sur les écarts",
      "Rien de ce qui a été écrit n’est effacé : chaque version, sa réponse et les commentaires.",
    );
    for (const { finding, versions } of said) {
      addLine(builder, nameFinding(finding), describeVersions(versions, localParty).join("\n"));
    }
  }
  if (declarations.length > 0) {
    addSection(
      builder,
      "Personnes",
      "Ce que chacune a déclaré être. Rien ici ne le prouve : seules les deux signatures engagent.",
    );
    for (const one of declarations) addLine(builder, one.name, describeDeclaration(one, localParty));
  }
}

export function addCoverage(builder: SheetBuilder, verification: Verification): void {
  const answers = describeAnswers(verification.answers, verification.contract.localParty);
  if (answers.length > 0) {
    addSection(
      builder,
      "Réponses données sur les colonnes et les lignes",
      "Ce que les intitulés ne disent pas, et que des personnes ont dit : la vérification s’y tient. Chacune se change dans le volet.",
    );
    for (const { what, said } of answers) addLine(builder, what, said);
  }
  addExchanges(builder, verification);
  const { compliant, notCheckable, partly } = groupRules(verification.rules);
  if (notCheckable.length > 0) {
    addSection(
      builder,
      "Règles non vérifiables",
      "Une règle qui n’a pas pu être vérifiée n’est pas une règle respectée.",
    );
    for (const rule of notCheckable) addLine(builder, nameRule(rule), rule.reason ?? NO_REASON);
  }
  if (partly.length > 0) {
    addSection(builder, "Règles vérifiées en partie", "Ce qui n’a pas pu être vérifié :");
    for (const rule of partly) addLine(builder, nameRule(rule), rule.reason ?? NO_REASON);
  }
  addSection(builder, "Règles respectées");
  for (const rule of compliant) {
    addLine(
      builder,
      nameRule(rule),
      rule.reason === undefined ? "Respectée" : "Respectée dans ce qui a pu être vérifié",
    );
  }
  if (compliant.length === 0) addLine(builder, "Aucune", "Aucune règle vérifiée n’est respectée.");
  addSection(
    builder,
    "Ce qu’aucun calcul ne peut vérifier",
    "Ces points du contrat demandent l’appréciation d’une personne.",
  );
  for (const { subject, article, reason } of verification.beyond)
    addLine(builder, nameRule({ title: subject, article }), reason);
  addSection(builder, "Ce qui a été lu");
  for (const table of verification.read) {
    addLine(builder, `${nameTable(table)} : feuille « ${table.sheet} », plage ${table.range}`, describeReading(table));
  }
  if (verification.read.length === 0) addLine(builder, "Aucun tableau", "Aucun tableau du contrat n’a été reconnu.");
  const aside = describeLeftAside(verification);
  if (aside !== null) addLine(builder, "Ce qui a été laissé de côté", aside);
  const unread = describeUnread(verification);
  if (unread !== null) addLine(builder, "Ce qui n’a pas été lu", unread);
}
