// The « Tableau des actions et suivi de leurs indicateurs » annexe: T0, targets and, when asked, what was achieved.
import type { Action, Indicateur, Valeur } from "../../contract/convention";
import { estEnMots } from "../../facts/lines/mesure";
import type { AnnexePlan, PlannedCell } from "../../workbook-port";
import { valeursOnly } from "../parts/entry-controls";
import { estimateLines, textCell } from "../parts/sheet-builder";
import { A_COMPLETER, AnnexeSheet, BLANK, actionsByAxe, axeLabel, type EnVigueur } from "./annexe-sheet";
import { ANNEXE_FORMATS, ANNEXE_STYLES } from "./annexe-style";

const TITRE = "Tableau des actions et suivi de leurs indicateurs";
const ACTION_WIDTH = 44;
const INDICATOR_WIDTH = 52;
const VALUE_WIDTH = 10.5;
const LINE_HEIGHT = 13.5;
/** Action, indicator, T0. */
const FIRST_YEAR = 3;
const VALUE = { numberFormat: ANNEXE_FORMATS.nombre, horizontal: "center" } as const;

const PART = { numberFormat: ANNEXE_FORMATS.part } as const;

/** Words where the contract gives some; a share as the figure that Excel shows as one. */
function shown(valeur: Valeur, mots: string | undefined, { unite }: Indicateur): Valeur | string {
  if (valeur === "nd" && mots !== undefined) return mots;
  return typeof valeur === "number" && unite === "pourcentage" ? valeur / 100 : valeur;
}

/** The contract marks an action whose values are left open with an asterisk. */
function hasOpenValue({ indicateurs }: Action): boolean {
  return indicateurs.some(
    ({ t0, t0Texte, cibles }) =>
      (t0 === "nd" && t0Texte === undefined) ||
      cibles.some(({ valeur, texte }) => valeur === "nd" && texte === undefined),
  );
}

/** Its targets and what is achieved count from the first day: the reader of labels leaves stars out. */
const intituleAffiche = ({ intitule, cumul }: Indicateur): string => (cumul === true ? `${intitule} **` : intitule);

const NOTE_CUMUL =
  "** Valeurs cumulées depuis le début du contrat : la cible et le réalisé d’une année comprennent ceux des années précédentes.";

class IndicatorRows {
  private readonly perYear: number;
  /** Rows whose values are words: no control of numbers over these. */
  private readonly inWords: number[] = [];

  constructor(
    private readonly sheet: AnnexeSheet,
    private readonly annees: readonly number[],
    realises: boolean,
  ) {
    this.perYear = realises ? 2 : 1;
  }

  private cells(label: string | null, intitule: string, indicateur: Indicateur | null): PlannedCell[] {
    const values = this.annees.flatMap((annee) => {
      const cible = indicateur?.cibles.find((each) => each.annee === annee);
      const value = cible && indicateur ? shown(cible.valeur, cible.texte, indicateur) : null;
      return [{ value }, BLANK].slice(0, this.perYear);
    });
    const t0 = indicateur && shown(indicateur.t0, indicateur.t0Texte, indicateur);
    return [textCell(label), textCell(intitule), { value: t0 }, ...values];
  }

  private addRow(cells: readonly PlannedCell[], least: number): number {
    const row = this.sheet.addLine(cells, ANNEXE_STYLES.line, least);
    this.sheet.rows.style(row, 2, this.sheet.last, VALUE);
    this.sheet.markBlanks(row, cells, 2);
    return row;
  }

  addAction(action: Action): void {
    const label = `Action n°${action.numero} - ${action.intitule}${hasOpenValue(action) ? "*" : ""}`;
    const lines = action.indicateurs.map((each) => estimateLines(intituleAffiche(each), INDICATOR_WIDTH));
    const missing = estimateLines(label, ACTION_WIDTH) - lines.reduce((sum, line) => sum + line, 0);
    const top = this.sheet.rows.height;
    if (action.indicateurs.length === 0) this.addRow(this.cells(label, "", null), 1);
    for (const [index, indicateur] of action.indicateurs.entries()) {
      const cells = this.cells(index === 0 ? label : null, intituleAffiche(indicateur), indicateur);
      const row = this.addRow(cells, 1);
      if (indicateur.unite === "pourcentage") this.sheet.rows.style(row, 2, this.sheet.last, PART);
      if (estEnMots(indicateur)) this.inWords.push(row);
      // The action's name, merged over its indicators, may ask for more than they do.
      const own = (lines[index] ?? 1) + (index === action.indicateurs.length - 1 ? Math.max(0, missing) : 0);
      this.sheet.rows.setHeight(row, own * LINE_HEIGHT + 6);
    }
    this.sheet.rows.mergeArea({ top, left: 0, bottom: this.sheet.rows.height - 1, right: 0 });
  }

  addNational(intitule: string): void {
    this.addRow(this.cells(null, intitule, null), 1);
  }

  /** From the first row of values to the last one. */
  control(first: number): void {
    const ends = [...this.inWords, this.sheet.rows.height];
    let top = first;
    for (const end of ends) {
      if (end > top) this.sheet.control(valeursOnly({ top, left: 2, bottom: end - 1, right: this.sheet.last }));
      top = end + 1;
    }
  }
}

export function composeTableauIndicateurs(enVigueur: EnVigueur, options: { readonly realises: boolean }): AnnexePlan {
  const { convention } = enVigueur;
  const annees = convention.annees.map(({ annee }) => annee);
  const perYear = options.realises ? 2 : 1;
  const widths = [
    ACTION_WIDTH,
    INDICATOR_WIDTH,
    VALUE_WIDTH,
    ...Array<number>(annees.length * perYear).fill(VALUE_WIDTH),
  ];
  const sheet = new AnnexeSheet(enVigueur, widths);
  const isToFill = options.realises || convention.indicateursNationaux.length > 0;
  sheet.addTitle(TITRE, isToFill ? A_COMPLETER : "");

  const heading = ["Actions", "Indicateurs", "Situation T0"];
  const top = sheet.addHeading(
    [...heading, ...annees.flatMap((annee) => (options.realises ? [annee, ""] : [annee]))],
    options.realises ? 18 : 30,
  );
  let bottom = top;
  if (options.realises) {
    bottom = sheet.addHeading(["", "", "", ...annees.flatMap(() => ["Cible", "Réalisé"])], 18);
    for (const index of annees.keys()) {
      const left = FIRST_YEAR + index * perYear;
      sheet.rows.merge(top, left, left + 1);
    }
    for (const column of heading.keys()) sheet.rows.mergeArea({ top, left: column, bottom, right: column });
  }

  const rows = new IndicatorRows(sheet, annees, options.realises);
  const first = sheet.rows.height;
  for (const { axe, actions } of actionsByAxe(convention)) {
    sheet.addWide(axeLabel(axe), ANNEXE_STYLES.axe);
    for (const action of actions) rows.addAction(action);
  }
  if (convention.indicateursNationaux.length > 0) {
    sheet.addWide("Indicateurs nationaux", ANNEXE_STYLES.axe);
    for (const intitule of convention.indicateursNationaux) rows.addNational(intitule);
  }
  rows.control(first);
  if (convention.actions.some(hasOpenValue)) {
    sheet.addWide(
      "* nd : la valeur n’était pas déterminée à la date de signature du contrat ; elle est à préciser.",
      ANNEXE_STYLES.note,
    );
  }
  if (convention.actions.some(({ indicateurs }) => indicateurs.some(({ cumul }) => cumul === true))) {
    sheet.addWide(NOTE_CUMUL, ANNEXE_STYLES.note);
  }
  return sheet.build({
    name: "Suivi des indicateurs",
    orientation: "landscape",
    titleRows: [top, bottom],
    frozenRows: bottom + 1,
    frozenColumns: 2,
  });
}
