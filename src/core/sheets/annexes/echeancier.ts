// The « Échéancier » annexe: what the contract asks for by when, and the day it was done.
import { compareTexts } from "../../domain/words/compare-texts";
import { dateSerial } from "../../domain/values/date-serial";
import { citerArticles } from "../../contract/clauses/articles";
import { avenantQuiDate } from "../../contract/avenants/fixation";
import { ecrireOrigine } from "../../domain/contrat/origine-date";
import type { Convention } from "../../contract/convention";
import type { AnnexePlan, PlannedCell } from "../../workbook-port";
import { textCell } from "../parts/sheet-builder";
import { A_COMPLETER, AnnexeSheet, BLANK, type EnVigueur } from "./annexe-sheet";
import { ANNEXE_FORMATS, ANNEXE_STYLES } from "./annexe-style";

const NAME = "Échéancier";
const WIDTHS = [34, 8, 12, 14, 12, 24];
const DATE = { numberFormat: ANNEXE_FORMATS.date, horizontal: "center" } as const;
const ARTICLE = { ...ANNEXE_STYLES.text, ...ANNEXE_STYLES.centered } as const;
const SPARE_LINES = 10;
/** Room for what was observed. */
const LEAST_LINES = 2;
const COLUMN = { article: 1, date: 2, origin: 3, done: 4 } as const;

const articlesOf = ({ echeances }: Convention): string =>
  citerArticles([...new Set(echeances.map(({ article }) => article))].sort());

export function composeEcheancier(enVigueur: EnVigueur): AnnexePlan {
  const sheet = new AnnexeSheet(enVigueur, WIDTHS);
  sheet.addTitle(NAME, `${articlesOf(enVigueur.convention)} ${A_COMPLETER}`.trim());
  const heading = sheet.addHeading(["Échéance", "Article", "Date", "Date fixée par", "Fait le", "Observations"], 20);
  const echeances = [...enVigueur.convention.echeances].sort((a, b) => compareTexts(a.date, b.date));
  const lines = echeances.map((echeance) => [
    textCell(echeance.intitule),
    textCell(echeance.article),
    { value: dateSerial(echeance.date) },
    textCell(ecrireOrigine({ echeance, avenant: avenantQuiDate(enVigueur, echeance, enVigueur.asOf) })),
  ]);
  // A contract that dates nothing has lines to fill in.
  const spare =
    lines.length > 0 ? [] : Array.from({ length: SPARE_LINES }, () => Array<PlannedCell>(COLUMN.done).fill(BLANK));
  for (const line of [...lines, ...spare]) {
    const cells = [...line, BLANK, BLANK];
    const row = sheet.addLine(cells, ANNEXE_STYLES.line, LEAST_LINES);
    // "2.3" is a number of article, not two and three tenths.
    sheet.rows.style(row, COLUMN.article, COLUMN.article, ARTICLE);
    sheet.rows.style(row, COLUMN.date, COLUMN.date, DATE);
    sheet.rows.style(row, COLUMN.origin, COLUMN.origin, ANNEXE_STYLES.centered);
    sheet.rows.style(row, COLUMN.done, COLUMN.done, DATE);
    sheet.markBlanks(row, cells, 0);
  }
  for (const column of [COLUMN.date, COLUMN.done]) {
    sheet.controlDates({ top: heading + 1, left: column, bottom: sheet.rows.height - 1, right: column });
  }
  return sheet.build({ name: NAME, orientation: "portrait", titleRows: [heading, heading], frozenRows: heading + 1 });
}
