// The sheet « Écarts du bilan »: what lacks before it can be handed over, the open discrepancies, and those justified.
import type { Finding } from "../../verification";
import type { Manque } from "../../reports/bilan/bilan";
import { describeMotif } from "../../domain/describe-motif";
import type { PlannedCell, SheetPlan } from "../../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { linkCell } from "../parts/link-cell";
import { estimateLines, SheetBuilder, textCell } from "../parts/sheet-builder";
import { SEVERITY_STYLES, SEVERITY_WORDS, STYLES } from "../parts/sheet-style";
import type { BilanSource } from "./bilan-source";
import { addBilanBanner } from "./bilan-style";

const WIDTHS = [20, 68, 30, 38] as const;
const HEADINGS = ["Nature", "Objet", "Cellule", "Justification"] as const;

const NATURES: Readonly<Record<Manque["kind"], string>> = {
  contrat: "Contrat",
  annee: "Année en cours",
  tableau: "Tableau",
  "annee-execution": "Exécution",
  execution: "Exécution",
  "hors-contrat": "Hors contrat",
  "colonne-realise": "Indicateur",
  realise: "Indicateur",
  "indicateur-national": "Indicateur national",
  justification: "Justification",
  fiche: "Fiche action",
  erreur: "Erreur",
};

const PLAIN: CellStyle = { font: { underline: false, color: "#4B5563" } };

function addLine(builder: SheetBuilder, cells: readonly PlannedCell[], nature: CellStyle | null): void {
  const lines = cells.reduce((most, { value }, column) => {
    return typeof value === "string" ? Math.max(most, estimateLines(value, WIDTHS[column] ?? 10)) : most;
  }, 1);
  const row = builder.addRow(cells, lines);
  if (lines === 1) builder.setHeight(row, 17);
  builder.style(row, 0, builder.width - 1, STYLES.line);
  if (nature) builder.style(row, 0, 0, nature);
  builder.style(row, 2, 2, STYLES.link);
  if (cells[2]?.formula === undefined) builder.style(row, 2, 2, PLAIN);
}

function addSection(builder: SheetBuilder, title: string, empty: string, count: number): void {
  builder.addHead(count === 0 ? title : `${title} (${count})`, STYLES.section, 22);
  if (count === 0) builder.addBanner(empty, STYLES.line);
}

function addFinding(builder: SheetBuilder, finding: Finding, localParty: string): void {
  const { severity, message, explanation, cells, justification } = finding;
  const text = [message, explanation].filter((line) => line !== null).join("\n");
  addLine(
    builder,
    [
      textCell(SEVERITY_WORDS[severity]),
      textCell(text),
      linkCell(cells),
      textCell(justification && describeMotif(justification, localParty)),
    ],
    SEVERITY_STYLES[severity],
  );
}

export function composeEcartsBilanSheet({ bilan }: BilanSource): SheetPlan {
  const { entete, etats, manques, ecartsOuverts, ecartsJustifies, ecartsAcceptes } = bilan;
  const builder = new SheetBuilder(WIDTHS);
  addBilanBanner(builder, bilan, "Écarts et justifications du bilan");
  builder.addBanner(
    "Les justifications se saisissent dans la feuille « Écarts », ou dans la colonne de justification du tableau d’exécution ; les remarques de forme n’y figurent pas.",
    STYLES.note,
  );
  const headingRow = builder.addRow(HEADINGS.map(textCell));
  builder.style(headingRow, 0, builder.width - 1, STYLES.heading);
  builder.setHeight(headingRow, 20);
  for (const etat of [etats.chiffres, etats.textes, etats.deliberation]) builder.addBanner(etat, STYLES.line);
  addSection(builder, "Ce qui manque dans les chiffres", "Rien ne manque.", manques.length);
  for (const { kind, texte, cells } of manques) {
    const line = [textCell(NATURES[kind]), textCell(texte), linkCell(cells)];
    addLine(builder, line, STYLES.strong);
  }
  addSection(builder, "Écarts ouverts", "Aucun écart ouvert sur la période.", ecartsOuverts.length);
  const { designation } = entete.collectivite;
  for (const finding of ecartsOuverts) addFinding(builder, finding, designation);
  addSection(
    builder,
    "Écarts justifiés, en attente de l’autre partie",
    "Aucun écart justifié n’attend l’autre partie.",
    ecartsJustifies.length,
  );
  for (const finding of ecartsJustifies) addFinding(builder, finding, designation);
  addSection(builder, "Écarts acceptés par l’autre partie", "Aucun écart accepté.", ecartsAcceptes.length);
  for (const finding of ecartsAcceptes) addFinding(builder, finding, designation);
  return builder.build({
    kind: "bilan-ecarts",
    name: "Écarts du bilan",
    base: STYLES.base,
    asOf: entete.asOf,
    headingRow,
    frozenRows: headingRow + 1,
  });
}
