// The sheet « Contrat »: the parameters of a contract in plain cells, for the agent to keep up to date.
import type { Convention } from "../../domain/contrat/convention";
import {
  PARAMETRES,
  SECTION_COLUMNS,
  SECTION_TITLES,
  type ContratSection,
  type Parametre,
  type TableSection,
} from "../../domain/contrat/contrat-layout";
import { typographie } from "../../domain/words/typographie";
import type { CellStyle, EntryControl, GridRange, PlannedCell, SheetPlan } from "../../workbook-port";
import {
  actionRows,
  anneeRows,
  axeRows,
  echeanceRows,
  ficheRows,
  imputationRows,
  indicateurRows,
  nationalRows,
  parametreValues,
  type ContratCell,
} from "./contrat-rows";
import { avenantRows } from "./contrat-avenants";
import {
  choicesOnly,
  datesOnly,
  isChoiceList,
  montantsOnly,
  numerosOnly,
  partsOnly,
  valeursOnly,
} from "../sheets/entry-controls";
import { sectionBreaks } from "../sheets/section-breaks";
import { estimateLines, SheetBuilder, textCell } from "../sheets/sheet-builder";
import { FORMATS, STYLES } from "../sheets/sheet-style";

const WIDTHS = [11, 13, 46, 30, 15, 15, 15, 15, 15, 15, 15, 15];

const GUIDE =
  "Cette feuille est à vous : la vérification la lit et ne la réécrit jamais. Modifiez les valeurs, ajoutez ou insérez des lignes, déplacez-la ; " +
  "gardez les titres des parties et les en-têtes des colonnes. Chaque avenant signé s’ajoute en bas, dans la partie « Avenants », une ligne par chiffre : " +
  "ne changez pas pour cela les montants du contrat signé.";

const NOTES: Readonly<Partial<Record<ContratSection, string>>> = {
  annees:
    "Statut : « ferme » ou « provisionnel ». Les colonnes « Axe 1 », « Axe 2 »… portent la répartition des crédits, laissées vides tant qu’elle n’est pas fixée.",
  axes: "Autres intitulés : un par ligne dans la cellule (Alt+Entrée).",
  indicateurs: "« nd » tant que la valeur reste à préciser.",
  echeances: "La date de réalisation s’écrit dans « Fait le ».",
  avenants:
    "Une ligne par chiffre. Crédits de l’État : l’année, l’axe s’il s’agit de sa part, le montant. Montant d’une action : l’année, l’action, la partie, le montant. " +
    "Cible : l’année, l’action, l’indicateur, la valeur. Action nouvelle : l’action, l’axe, l’intitulé, puis ses montants. Indicateur nouveau : l’action, l’indicateur, l’intitulé, son T0 comme valeur, puis ses cibles. Action terminée : l’action et la première année sans elle.",
};

/** Rows that wait for the next avenants. */
const SPARE_AVENANT_ROWS = 12;

/** Of the columns that do not depend on the contract. */
const FIXED_WIDTH =
  1 +
  Math.max(...Object.values(SECTION_COLUMNS).flatMap((columns) => Object.values(columns).map(({ place }) => place)));

const STYLE_OF: Readonly<Record<ContratCell["kind"], CellStyle>> = {
  texte: { ...STYLES.input, numberFormat: FORMATS.text },
  montant: { ...STYLES.input, numberFormat: FORMATS.euros, horizontal: "right" },
  nombre: { ...STYLES.input, numberFormat: FORMATS.nombre, horizontal: "right" },
  numero: { ...STYLES.input, numberFormat: FORMATS.year, horizontal: "center" },
  date: { ...STYLES.input, numberFormat: FORMATS.date, horizontal: "center" },
  part: { ...STYLES.input, numberFormat: FORMATS.part, horizontal: "left" },
};

const planned = ({ kind, value }: ContratCell): PlannedCell =>
  kind === "texte" && typeof value === "string" ? textCell(value) : { value };

/** What the reader of the sheet takes for a date. */
const DATES = ["1990-01-02", "2109-12-31"] as const;

/** Null for free text. */
function controlOf({ kind, choices }: ContratCell, range: GridRange): EntryControl | null {
  switch (kind) {
    case "montant":
      return montantsOnly(range);
    case "nombre":
      return valeursOnly(range);
    case "numero":
      return numerosOnly(range);
    case "date":
      return datesOnly(range, ...DATES);
    case "part":
      return partsOnly(range);
    case "texte":
      return choices && isChoiceList(choices) ? choicesOnly(range, choices) : null;
  }
}

export interface ContratPlan extends SheetPlan {
  readonly controls: readonly EntryControl[];
}

class ContratBuilder {
  private readonly sheet: SheetBuilder;
  private readonly controls: EntryControl[] = [];
  /** First row of each. */
  private readonly sections: number[] = [];

  constructor(private readonly width: number) {
    this.sheet = new SheetBuilder(Array.from({ length: width }, (_, column) => WIDTHS[column] ?? 15));
  }

  addTitle(title: string): void {
    this.sheet.addBanner(title, STYLES.title, 27);
    this.sheet.addBanner(GUIDE, STYLES.note);
  }

  private addSectionTitle(section: ContratSection): void {
    this.sheet.addRow([]);
    this.sections.push(this.sheet.height);
    this.sheet.addBanner(SECTION_TITLES[section], STYLES.section, 21);
    const note = NOTES[section];
    if (note) this.sheet.addBanner(note, STYLES.note);
  }

  addParametres(values: ReadonlyMap<Parametre, ContratCell>): void {
    this.addSectionTitle("parametres");
    const last = Math.min(5, this.width - 1);
    for (const [parametre, cell] of values) {
      const name = typographie(PARAMETRES[parametre]);
      const ofValue = typeof cell.value === "string" ? estimateLines(cell.value, this.sheet.widthOf(2, last)) : 1;
      const lines = Math.max(ofValue, estimateLines(name, this.sheet.widthOf(0, 1)));
      const row = this.sheet.addRow([textCell(name), { value: null }, planned(cell)], lines);
      this.sheet.merge(row, 0, 1);
      this.sheet.merge(row, 2, last);
      this.sheet.style(row, 0, 1, STYLES.line);
      this.sheet.style(row, 2, last, { ...STYLE_OF[cell.kind], horizontal: "left" });
      this.control(cell, { top: row, left: 2, bottom: row, right: 2 });
    }
  }

  /** `headings` adds the columns that depend on the contract, after the others. */
  addTable(section: TableSection, rows: readonly (readonly ContratCell[])[], headings: readonly string[] = []): void {
    this.addSectionTitle(section);
    const columns = Object.values(SECTION_COLUMNS[section]).map(({ heading }) => heading as string);
    const names = [...columns, ...headings];
    const places = placesOf(section, headings.length);
    this.addCells(
      names.map((name) => textCell(typographie(name))),
      places,
      names.map(() => STYLES.heading),
      true,
    );
    const top = this.sheet.height;
    const bottom = top + rows.length - 1;
    // The last row waits for what comes next: an avenant’s figure is of any kind.
    for (const [index, cell] of rows.at(-1)?.entries() ?? []) {
      const column = places[index] ?? 0;
      this.control(cell, { top, left: column, bottom, right: column });
    }
    for (const row of rows) {
      this.addCells(
        row.map(planned),
        places,
        row.map(({ kind }) => STYLE_OF[kind]),
        false,
      );
    }
  }

  private control(cell: ContratCell, range: GridRange): void {
    const control = controlOf(cell, range);
    if (control) this.controls.push(control);
  }

  private addCells(
    cells: readonly PlannedCell[],
    places: readonly number[],
    styles: readonly CellStyle[],
    isHeading: boolean,
  ): void {
    const placed: PlannedCell[] = Array.from({ length: this.width }, () => ({ value: null }));
    let lines = 1;
    cells.forEach((cell, index) => {
      const place = places[index] ?? 0;
      placed[place] = cell;
      if (typeof cell.value === "string")
        lines = Math.max(lines, estimateLines(cell.value, this.sheet.widthOf(place, place)));
    });
    const row = this.sheet.addRow(placed, lines);
    if (isHeading) this.sheet.setHeight(row, 30);
    styles.forEach((style, index) => {
      const place = places[index] ?? 0;
      this.sheet.style(row, place, place, style);
    });
  }

  build(workbook: string): ContratPlan {
    const plan = this.sheet.build({
      kind: "contrat",
      name: "Contrat",
      base: STYLES.base,
      workbook,
      asOf: "",
      headingRow: null,
      frozenRows: 0,
    });
    // What it says holds whatever the day.
    const header = `Contrat – ${workbook}`.slice(0, 120).replaceAll("&", "&&");
    const page = { ...plan.page, header, breaks: sectionBreaks(plan, this.sections) };
    return { ...plan, page, controls: this.controls };
  }
}

/** Where the columns of a section stand; those that depend on the contract follow the last one. */
function placesOf(section: TableSection, numbered: number): readonly number[] {
  const fixed = Object.values(SECTION_COLUMNS[section]).map(({ place }) => place as number);
  const next = Math.max(...fixed) + 1;
  return [...fixed, ...Array.from({ length: numbered }, (_, index) => next + index)];
}

export function composeContratSheet(convention: Convention, workbook: string): ContratPlan {
  const { annees, axes, collectivite } = convention;
  const years = annees.map(({ annee }) => annee);
  const amounts = years.flatMap((annee) => [`État ${annee}`, `${collectivite.designation} ${annee}`]);
  const width = Math.max(FIXED_WIDTH, 5 + axes.length, 4 + amounts.length, 5 + years.length);
  const builder = new ContratBuilder(width);
  builder.addTitle(convention.intitule);
  builder.addParametres(parametreValues(convention));
  builder.addTable(
    "annees",
    anneeRows(convention),
    axes.map(({ numero }) => `Axe ${numero}`),
  );
  builder.addTable("axes", axeRows(convention));
  builder.addTable("actions", actionRows(convention), amounts);
  builder.addTable(
    "indicateurs",
    indicateurRows(convention),
    years.map((annee) => `Cible ${annee}`),
  );
  builder.addTable("nationaux", nationalRows(convention));
  builder.addTable("imputation", imputationRows(convention));
  builder.addTable("echeances", echeanceRows(convention));
  builder.addTable("fiches", ficheRows(convention));
  builder.addTable("avenants", avenantRows(convention, SPARE_AVENANT_ROWS));
  return builder.build(workbook);
}
