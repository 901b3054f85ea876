// The « Échéancier » annexe: what the contract asks for by when, and the day it was done.
import { compareTexts } from "../../domain/words/compare-texts";
import { dateSerial } from "xlsx-model/values/date-serial";
import { citerArticles } from "../../contract/clauses/articles";
import { avenantQuiDate } from "../../contract/avenants/fixation";
import { isRapport } from "../../domain/contrat/echeances";
import { ecrireOrigine } from "../../domain/contrat/origine-date";
import { echeanceAttendue } from "../../contract/in-force/annees-closes";
import type { Convention } from "../../contract/convention";
import type { AnnexePlan, PlannedCell } from "../../workbook-port";
import { textCell } from "../parts/sheet-builder";
import { A_COMPLETER, AnnexeSheet, BLANK, type EnVigueur } from "./annexe-sheet";
import { ANNEXE_FORMATS, ANNEXE_STYLES } from "./annexe-style";

const NAME = "Échéancier";
const WIDTHS = [34, 8, 12, 14, 12, 12, 12, 24];
const DATE = { numberFormat: ANNEXE_FORMATS.date, horizontal: "center" } as const;
const ARTICLE = { ...ANNEXE_STYLES.text, ...ANNEXE_STYLES.centered } as const;
const SPARE_LINES = 10;
/** Room for what was observed. */
const LEAST_LINES = 2;
const NONE = textCell("–");
const COLUMN = { article: 1, date: 2, origin: 3, made: 4, deliberated: 5, done: 6 } as const;

const articlesOf = ({ echeances }: Convention): string =>
  citerArticles([...new Set(echeances.map(({ article }) => article))].sort());

export function composeEcheancier(enVigueur: EnVigueur): AnnexePlan {
  const sheet = new AnnexeSheet(enVigueur, WIDTHS);
  sheet.addTitle(NAME, `${articlesOf(enVigueur.convention)} ${A_COMPLETER}`.trim());
  const heading = sheet.addHeading(
    ["Échéance", "Article", "Date", "Date fixée par", "Établi le", "Délibéré le", "Fait le", "Observations"],
    20,
  );
  const { convention, asOf } = enVigueur;
  const due = convention.echeances.map((asked) => ({ asked, echeance: echeanceAttendue(convention, asked) }));
  const echeances = due.sort((a, b) => compareTexts(a.echeance.date, b.echeance.date));
  const lines = echeances.map(({ asked, echeance }) => [
    textCell(echeance.intitule),
    textCell(echeance.article),
    { value: dateSerial(echeance.date) },
    textCell(ecrireOrigine({ echeance, avenant: avenantQuiDate(enVigueur, asked, asOf) })),
  ]);
  // A contract that dates nothing has lines to fill in.
  const spare =
    lines.length > 0 ? [] : Array.from({ length: SPARE_LINES }, () => Array<PlannedCell>(COLUMN.made).fill(BLANK));
  // Two acts come before the handing over of a report: of anything else there is nothing to fill in.
  const acts = echeances.map(({ echeance }) => (isRapport(echeance) ? BLANK : NONE));
  for (const [index, line] of [...lines, ...spare].entries()) {
    const act = acts[index] ?? BLANK;
    const cells = [...line, act, act, BLANK, BLANK];
    const row = sheet.addLine(cells, ANNEXE_STYLES.line, LEAST_LINES);
    // "2.3" is a number of article, not two and three tenths.
    sheet.rows.style(row, COLUMN.article, COLUMN.article, ARTICLE);
    sheet.rows.style(row, COLUMN.date, COLUMN.date, DATE);
    sheet.rows.style(row, COLUMN.origin, COLUMN.origin, ANNEXE_STYLES.centered);
    sheet.rows.style(row, COLUMN.made, COLUMN.done, DATE);
    sheet.markBlanks(row, cells, 0);
  }
  const [top, bottom] = [heading + 1, sheet.rows.height - 1];
  sheet.controlDates({ top, left: COLUMN.date, bottom, right: COLUMN.date });
  sheet.controlDates({ top, left: COLUMN.made, bottom, right: COLUMN.done });
  return sheet.build({ name: NAME, orientation: "landscape", titleRows: [heading, heading], frozenRows: heading + 1 });
}
