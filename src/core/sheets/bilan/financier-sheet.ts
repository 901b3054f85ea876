// The sheet « Bilan financier »: contracted and executed per action, one section a year and one for all of them.
import { sayReason } from "../../domain/known";
import type { EcritureAnnuelle, GroupeFinancier, LigneFinanciere } from "../../reports/bilan/bilan";
import type { Ecriture } from "../../facts/ledger/ecriture";
import { formatListe, formatPart, NBSP } from "../../domain/words/format";
import type { PlannedCell, SheetPlan } from "../../workbook-port";
import { estimateLines, SheetBuilder, textCell } from "../parts/sheet-builder";
import { sectionBreaks } from "../parts/section-breaks";
import { STYLES } from "../parts/sheet-style";
import type { BilanSource } from "./bilan-source";
import { addBilanBanner, BILAN_STYLES } from "./bilan-style";
import {
  actionAmounts,
  addAmountRow,
  Columns,
  remarkOfPeriod,
  remarkOfYear,
  summedAmounts,
  type ColumnKey,
} from "./financier-rows";

interface Section {
  readonly title: string;
  /** "2024", "2024-2025". */
  readonly name: string;
  readonly total: Ecriture;
  ofGroup(groupe: GroupeFinancier): Ecriture;
  addAction(ligne: LigneFinanciere): number;
}

/** The rows of the actions, in order, for the section that adds them up. */
function addSection(
  builder: SheetBuilder,
  columns: Columns,
  groupes: readonly GroupeFinancier[],
  section: Section,
): readonly number[] {
  builder.addHead(section.title, STYLES.section, 22);
  const subtotals: number[] = [];
  const actions: number[] = [];
  for (const groupe of groupes) {
    const { numero, intitule } = groupe.axe;
    builder.addHead(`Axe ${numero} – ${intitule}`, { ...STYLES.centredBody, ...BILAN_STYLES.axe }, 17);
    const rows = groupe.lignes.map((ligne) => section.addAction(ligne));
    actions.push(...rows);
    const execution = section.ofGroup(groupe);
    const amounts = summedAmounts(columns, execution, rows, true);
    const text = { label: `Sous-total axe ${numero}`, remark: "", alert: null };
    subtotals.push(addAmountRow(builder, columns, text, amounts, execution, "subtotal"));
  }
  const text = { label: `TOTAL ${section.name}`, remark: "", alert: null };
  addAmountRow(builder, columns, text, summedAmounts(columns, section.total, subtotals, false), section.total, "total");
  return actions;
}

export function composeFinancierSheet(source: BilanSource, seuilPart: number): SheetPlan {
  const { bilan } = source;
  const { financier, entete, annees, anneesCumulees } = bilan;
  const { groupes } = financier;
  const seuil = formatPart(seuilPart);
  const { designation } = entete.collectivite;
  const columns = new Columns(financier);
  const builder = new SheetBuilder(columns.widths);
  addBilanBanner(builder, bilan, "Bilan financier");
  builder.addBanner(
    `Contractualisé : contrat en vigueur. Exécuté : formules qui suivent vos cellules. Non consommé : contractualisé moins exécuté, négatif pour un ` +
      `dépassement. « Versé et non utilisé » : de chaque action et de chaque année close, sans que le surplus d’une année compense l’autre. Les autres financements comptent dans le coût, et non dans l’exécuté. Le seuil d’alerte de ${seuil} est un réglage, non une règle du contrat. Un total dont un montant manque est « ${sayReason("not-computable")} ».`,
    STYLES.note,
  );
  const HEADINGS: Readonly<Record<ColumnKey, string>> = {
    action: "Action",
    contractEtat: "Contractualisé État",
    contractLocal: `Contractualisé ${designation}`,
    contractTotal: "Contractualisé Total",
    etat: "Exécuté État",
    collectivite: `Exécuté ${designation}`,
    total: "Exécuté Total",
    rate: "Taux",
    rest: "Non consommé",
    autres: "Autres financements",
    cout: "Coût de l’action",
    verse: "Versé par l’État",
    nonUtilise: "Versé et non utilisé (État)",
    justification: "Justification",
  };
  const headingRow = builder.addRow(columns.keys.map((key) => textCell(HEADINGS[key])));
  builder.style(headingRow, 0, builder.width - 1, STYLES.heading);
  builder.setHeight(headingRow, 32);

  const starts: number[] = [];
  const addPart = (section: Section): readonly number[] => {
    starts.push(builder.height);
    return addSection(builder, columns, groupes, section);
  };
  const byYear = annees.map((annee, index) => {
    const rows = addPart({
      title: titleOfYear(annee, anneesCumulees),
      name: `${annee}`,
      total: yearAt(financier.annees, index),
      ofGroup: (groupe) => yearAt(groupe.annees, index),
      addAction: (ligne) => {
        const execution = yearAt(ligne.annees, index);
        const text = { label: nameAction(ligne), ...remarkOfYear(ligne, annee, seuil, designation) };
        const amounts = actionAmounts(source, columns, execution, builder.height);
        return addAmountRow(builder, columns, text, amounts, execution, "action");
      },
    });
    return { annee, rows };
  });
  if (annees.length > 1) {
    const counted = byYear.filter(({ annee }) => anneesCumulees.includes(annee));
    let index = 0;
    const name = formatListe(anneesCumulees.map(String));
    addPart({
      title: anneesCumulees.length === 0 ? "Cumul : aucune année n’est encore exécutée" : `Cumul ${name}`,
      name: anneesCumulees.length === 0 ? "" : name,
      total: financier.cumul,
      ofGroup: (groupe) => groupe.cumul,
      addAction: (ligne) => {
        const rows = counted.flatMap((year) => year.rows[index] ?? []);
        index += 1;
        const text = { label: nameAction(ligne), ...remarkOfPeriod(ligne) };
        const amounts = summedAmounts(columns, ligne.cumul, rows, false);
        return addAmountRow(builder, columns, text, amounts, ligne.cumul, "action");
      },
    });
  }
  addHorsContrat(builder, columns, source);
  const plan = builder.build({
    kind: "bilan-financier",
    name: "Bilan financier",
    base: STYLES.base,
    asOf: entete.asOf,
    headingRow,
    frozenRows: headingRow + 1,
    frozenColumns: 1,
  });
  return { ...plan, page: { ...plan.page, breaks: sectionBreaks(plan, starts, builder.heads) } };
}

/** Each list holds one entry a year of the period. */
function yearAt(years: readonly EcritureAnnuelle[], index: number): EcritureAnnuelle {
  const year = years[index];
  if (!year) throw new Error(`no year at ${index}`);
  return year;
}

function nameAction({ action }: LigneFinanciere): string {
  return `${action.numero}${NBSP}– ${action.intitule}`;
}

function titleOfYear(annee: number, counted: readonly number[]): string {
  return counted.includes(annee) ? `Année ${annee}` : `Année ${annee}, non close : dans aucun cumul`;
}

/** What was executed under a name that the contract does not know; in none of the totals above. */
function addHorsContrat(builder: SheetBuilder, columns: Columns, { bilan, amount }: BilanSource): void {
  const { horsContrat } = bilan.financier;
  if (horsContrat.length === 0) return;
  builder.addHead("Hors contrat : dans aucun des totaux ci-dessus", STYLES.section, 22);
  for (const { libelle, annees } of horsContrat) {
    for (const { annee, total } of annees) {
      const label = `${annee}${NBSP}– ${libelle}`;
      const lines = estimateLines(label, builder.widthOf(0, 0));
      const cells = [textCell(label), ...Array<PlannedCell>(5).fill({ value: null }), amount(total)];
      const row = builder.addRow(cells, lines);
      builder.style(row, 0, builder.width - 1, STYLES.centredBody);
      builder.style(row, 0, 0, STYLES.wrapped);
      builder.style(row, columns.of("total"), columns.of("total"), BILAN_STYLES.amount);
    }
  }
}
