// The « Versements » annexe: what the State paid, one line each, and what was decided of what was not used; both are read.
import { formatLocalCell } from "xlsx-model/local-cell";
import { SUITES } from "../../domain/parts";
import { citerArticles } from "../../contract/clauses/articles";
import { articleDe } from "../../contract/clauses/articles-du-contrat";
import type { AnnexePlan, PlannedCell } from "../../workbook-port";
import { choicesOnly, montantsOnly } from "../parts/entry-controls";
import { textCell } from "../parts/sheet-builder";
import { A_COMPLETER, AnnexeSheet, amountWidth, BLANK, type EnVigueur } from "./annexe-sheet";
import { ANNEXE_FORMATS, ANNEXE_STYLES } from "./annexe-style";

const NAME = "Versements";
const AMOUNT = { numberFormat: ANNEXE_FORMATS.montant, horizontal: "right" } as const;
const DATE = { numberFormat: ANNEXE_FORMATS.date, horizontal: "center" } as const;
const PAYMENTS = ["Date", "Montant versé", "Année", "Action ou axe", "Acte", "Référence", "Observations"];
const DECISIONS = ["Décidé le", "Montant", "Année", "Action ou axe", "Suite donnée", "Sur l’année", "Acte"];
const COLUMN = { date: 0, montant: 1, annee: 2, suite: 4, vers: 5 } as const;
/** An advance and a balance for each axe of a year, and some more. */
const PAYMENT_LINES = 16;
const DECISION_LINES = 8;

export function composeVersements(enVigueur: EnVigueur): AnnexePlan {
  const { convention } = enVigueur;
  const sheet = new AnnexeSheet(enVigueur, [12, amountWidth(convention, 15), 9, 34, 18, 14, 22]);
  const articles = citerArticles([articleDe(convention, ["versement"]), articleDe(convention, ["controle"])]);
  sheet.addTitle("Versements de l’État", `${articles} ${A_COMPLETER}`.trim());
  const years = convention.annees.map(({ annee }) => String(annee));

  /** Empty lines under a heading; answers the first and the last. */
  const addLines = (count: number): readonly [number, number] => {
    const rows = Array.from({ length: count }, () => {
      const cells = Array<PlannedCell>(PAYMENTS.length).fill(BLANK);
      const row = sheet.addLine(cells, ANNEXE_STYLES.line);
      sheet.rows.style(row, COLUMN.date, COLUMN.date, DATE);
      sheet.rows.style(row, COLUMN.montant, COLUMN.montant, AMOUNT);
      sheet.rows.style(row, COLUMN.annee, COLUMN.annee, ANNEXE_STYLES.centered);
      sheet.markBlanks(row, cells, 0);
      return row;
    });
    const [top, bottom] = [rows[0] ?? 0, rows.at(-1) ?? 0];
    const column = (at: number) => ({ top, left: at, bottom, right: at });
    sheet.controlDates(column(COLUMN.date));
    sheet.control(montantsOnly(column(COLUMN.montant)));
    sheet.control(choicesOnly(column(COLUMN.annee), years));
    return [top, bottom];
  };

  sheet.addWide(
    "Une ligne par versement reçu de l’État. « Action ou axe » : « Action 3 », « Axe 2 », ou rien pour l’année entière.",
    ANNEXE_STYLES.note,
  );
  const heading = sheet.addHeading(PAYMENTS, 20);
  const [first, last] = addLines(PAYMENT_LINES);
  const paid = `${formatLocalCell(first, COLUMN.montant)}:${formatLocalCell(last, COLUMN.montant)}`;
  // Of no payment at all the sum is not 0.
  const sum = { value: "", formula: `=IF(COUNT(${paid})=0,"",SUM(${paid}))` };
  const total = sheet.addLine([textCell("TOTAL"), sum], ANNEXE_STYLES.total);
  sheet.rows.style(total, COLUMN.montant, COLUMN.montant, AMOUNT);

  sheet.rows.addRow([]);
  sheet.addWide("Sommes versées et non utilisées : ce qui a été décidé", ANNEXE_STYLES.axe);
  sheet.addWide(
    "Une ligne par décision. « Année » : celle où la somme n’a pas été utilisée ; « Sur l’année » : celle qui reçoit le report ou la déduction (à défaut, la suivante). Sans date, rien n’est décidé.",
    ANNEXE_STYLES.note,
  );
  sheet.addHeading(DECISIONS, 20);
  const [top, bottom] = addLines(DECISION_LINES);
  sheet.control(choicesOnly({ top, left: COLUMN.suite, bottom, right: COLUMN.suite }, Object.values(SUITES)));
  sheet.control(choicesOnly({ top, left: COLUMN.vers, bottom, right: COLUMN.vers }, years));
  for (const column of [COLUMN.suite, COLUMN.vers])
    for (let row = top; row <= bottom; row += 1) sheet.rows.style(row, column, column, ANNEXE_STYLES.centered);
  return sheet.build({ name: NAME, orientation: "portrait", titleRows: [heading, heading], frozenRows: heading + 1 });
}
