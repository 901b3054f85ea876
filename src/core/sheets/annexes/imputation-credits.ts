// The « Imputation des crédits » annexe: on what the State's credits are charged, how much per axe, and when it was paid.
import { formatLocalCell } from "xlsx-model/local-cell";
import { citerArticles } from "../../contract/clauses/articles";
import { articleDe } from "../../contract/clauses/articles-du-contrat";
import { compactCompte, formatIban } from "../../contract/compte-bancaire";
import type { Convention } from "../../contract/convention";
import { formatCode } from "../../facts/lines/imputation-lines";
import { addMontants, toEuros, ZERO } from "../../domain/values/montant";
import type { AnnexePlan, PlannedCell } from "../../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { montantsOnly } from "../parts/entry-controls";
import { textCell } from "../parts/sheet-builder";
import { A_COMPLETER, AnnexeSheet, BLANK, amountWidth, axeLabel, type EnVigueur } from "./annexe-sheet";
import { chargesDuContrat, type Charge } from "./charges";
import { ANNEXE_FORMATS, ANNEXE_STYLES } from "./annexe-style";

const TITRE = "Imputation des crédits";
const LABEL_WIDTHS = [32, 22, 9, 26, 24, 16];
const AMOUNT_WIDTH = 13;
const DATE_WIDTH = 11;
const HEADINGS = ["Axe", "Programme", "Action", "Sous-action", "Activité de programmation", "Code activité"];
const CENTRED: CellStyle = { vertical: "center" };
const AMOUNT: CellStyle = { numberFormat: ANNEXE_FORMATS.montant, horizontal: "right" };
const DATE: CellStyle = { numberFormat: ANNEXE_FORMATS.date, horizontal: "center" };

function chargeLabels({ axe, ligne }: Charge, { imputation }: Convention): PlannedCell[] {
  const quoted = (number: string, label: string) => `${number} «\u00a0${label}\u00a0»`;
  const programme = quoted(imputation.programme, imputation.intitule);
  const labels = ligne
    ? [
        ligne.action,
        quoted(ligne.sousAction, ligne.intitule),
        quoted(ligne.activite, ligne.intituleActivite),
        formatCode(ligne.code),
      ]
    : [null, null, null, null];
  return [axeLabel(axe), programme, ...labels].map(textCell);
}

function addDetails(sheet: AnnexeSheet, convention: Convention): void {
  const { coordonneesBancaires: bank, autresComptes = [], ordonnateur, comptable } = convention;
  const details: [string, string | undefined][] = [
    ["Titulaire du compte", bank?.titulaire],
    ["Domiciliation", bank?.domiciliation],
    ["RIB", bank?.rib],
    ["IBAN", bank?.iban],
    ["BIC", bank?.bic],
    ...autresComptes.map(({ titulaire, iban, bic }): [string, string] => [
      "Autre compte",
      [titulaire, formatIban(compactCompte(iban)), ...(bic === undefined ? [] : [bic])].join(" – "),
    ]),
    ["Ordonnateur de la dépense", ordonnateur],
    ["Comptable assignataire", comptable],
  ];
  const known = details.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const]));
  if (known.length === 0) return;
  sheet.rows.addRow([]);
  sheet.addWide("Versement", ANNEXE_STYLES.axe);
  for (const [label, text] of known) {
    const row = sheet.rows.addRow([textCell(label), textCell(text)]);
    sheet.rows.setHeight(row, 20);
    sheet.rows.merge(row, 1, sheet.last);
    sheet.rows.style(row, 0, 0, ANNEXE_STYLES.label);
    sheet.rows.style(row, 0, sheet.last, CENTRED);
    sheet.rows.style(row, 1, sheet.last, ANNEXE_STYLES.line);
    sheet.rows.style(row, 1, 1, ANNEXE_STYLES.text);
  }
}

export function composeImputation(enVigueur: EnVigueur): AnnexePlan {
  const { convention } = enVigueur;
  const { annees, charges } = chargesDuContrat(convention);
  const widths = [...LABEL_WIDTHS, ...annees.flatMap(() => [amountWidth(convention, AMOUNT_WIDTH), DATE_WIDTH])];
  const sheet = new AnnexeSheet(enVigueur, widths);
  const article = citerArticles([articleDe(enVigueur.convention, ["versement"])]);
  sheet.addTitle(TITRE, `${article} ${A_COMPLETER}`.trim());
  const heading = sheet.addHeading(
    [
      ...HEADINGS,
      ...annees.flatMap((annee) => [`Montant ${annee}`, annees.length > 1 ? `Versé le (${annee})` : "Versé le"]),
    ],
    30,
  );

  const first = heading + 1;
  const styleValues = (row: number) => {
    for (const index of annees.keys()) {
      const column = HEADINGS.length + 2 * index;
      sheet.rows.style(row, column, column, AMOUNT);
      sheet.rows.style(row, column + 1, column + 1, DATE);
    }
  };
  for (const charge of charges) {
    const amounts = annees.flatMap((annee): PlannedCell[] => {
      const montant = charge.montants.get(annee);
      return [{ value: montant === undefined ? null : toEuros(montant) }, BLANK];
    });
    const cells = [...chargeLabels(charge, convention), ...amounts];
    const row = sheet.addLine(cells, ANNEXE_STYLES.line);
    // A code is no number: its leading zero stays.
    sheet.rows.style(row, 1, HEADINGS.length - 1, ANNEXE_STYLES.text);
    for (const column of [2, HEADINGS.length - 1]) sheet.rows.style(row, column, column, ANNEXE_STYLES.centered);
    styleValues(row);
    sheet.markBlanks(row, cells, 1);
  }
  const last = sheet.rows.height - 1;
  const sums = annees.flatMap((annee, index): PlannedCell[] => {
    const column = HEADINGS.length + 2 * index;
    const sum = charges.reduce((total, { montants }) => addMontants(total, montants.get(annee) ?? ZERO), ZERO);
    const cells = `${formatLocalCell(first, column)}:${formatLocalCell(last, column)}`;
    return [{ value: toEuros(sum), formula: `=SUM(${cells})` }, BLANK];
  });
  const total = sheet.addLine([textCell("TOTAL"), ...HEADINGS.slice(1).map(() => BLANK), ...sums], ANNEXE_STYLES.total);
  styleValues(total);
  for (const index of annees.keys()) {
    const column = HEADINGS.length + 2 * index;
    sheet.control(montantsOnly({ top: first, left: column, bottom: last, right: column }));
    sheet.controlDates({ top: first, left: column + 1, bottom: last, right: column + 1 });
  }
  addDetails(sheet, convention);
  return sheet.build({
    name: TITRE,
    orientation: "landscape",
    titleRows: [heading, heading],
    frozenRows: heading + 1,
    frozenColumns: 1,
  });
}
