// The sheet « Contrat »: the parameters of a contract in plain cells, for the agent to keep up to date.
import type { Convention } from "../../contract/convention";
import { direEmpreinte, empreinteDuSigne } from "../../contract/signed/sceau";
import { columnsOf, SECTION_COLUMNS, type TableSection } from "../../contract/clauses/sections";
import { RARE_SECTIONS } from "../../contract/clauses/section-titles";
import { SECTION_TITLES } from "../../contract/clauses/section-titles";
import { type ContratSection } from "../../contract/clauses/section-titles";
import { typographie } from "../../domain/words/typographie";
import type { PlannedCell, SheetPlan } from "../../workbook-port";
import type { CellStyle, EntryControl, GridRange } from "xlsx-model/plan";
import { parametreLines, type ContratCell } from "./contrat-rows";
import { tableOf } from "./contrat-tables";
import { amountWidth } from "../annexes/annexe-sheet";
import {
  choicesOnly,
  datesOnly,
  isChoiceList,
  montantsOnly,
  numerosOnly,
  partsOnly,
  valeursOnly,
} from "../parts/entry-controls";
import { footText, widthLeft } from "../parts/paper";
import { sectionBreaks } from "../parts/section-breaks";
import { estimateLines, SheetBuilder, textCell, typedCell } from "../parts/sheet-builder";
import { FORMATS, STYLES } from "../parts/sheet-style";

/** As narrow as their words allow: what is spared here is legible on paper. */
const WIDTHS = [6, 9, 23, 13];
const USUAL_WIDTH = 12.2;

const GUIDE =
  "Cette feuille reprend le contrat tel qu’il a été signé, scellé dans le classeur : un chiffre, un libellé, un code, un compte ou une date changé ici sans avenant est une erreur. " +
  "Chaque avenant signé s’ajoute en bas, dans la partie « Avenants », une ligne par changement. Les cellules sur fond jaune sont des réglages ou des saisies : elles sont libres. " +
  "La vérification lit cette feuille et ne la réécrit jamais ; déplacez-la, insérez des lignes, mais gardez les titres des parties et les en-têtes des colonnes.";

const NOTES: Readonly<Partial<Record<ContratSection, string>>> = {
  annees:
    "Statut : « ferme » ou « provisionnel ». Les colonnes « Axe 1 », « Axe 2 »… portent la répartition des crédits, laissées vides tant qu’elle n’est pas fixée.",
  axes: "Autres intitulés : un par ligne dans la cellule (Alt+Entrée).",
  seuils: "La part minimale d’un axe, d’une année ou des deux ; la plus précise l’emporte sur celle du contrat.",
  financeursLies:
    "Tenus à une part minimale comme la collectivité : leurs apports entrent dans ce dont elle est une part.",
  autres: "Dans le coût total des actions, hors du cofinancement minimum et des crédits de l’État.",
  indicateurs: "« nd » tant que la valeur reste à préciser.",
  echeances:
    "La date de réalisation s’écrit dans « Fait le ». Une date « fixée par le contrat » ne change que par avenant ; une date en réglage est à la main des parties.",
  sources:
    "Où le contrat signé dit chaque valeur, et si elle a été lue, supposée ou confirmée. Cette partie est scellée avec le contrat : ce qu’on y écrit est sans effet.",
  avenants:
    "Une ligne par changement, avec l’ancienne et la nouvelle valeur ; sans date de signature, l’avenant est un projet et reste sans effet. " +
    "Crédits de l’État : l’année, l’axe s’il s’agit de sa part, le montant. Montant d’une action : l’année, l’action, la partie, le montant. " +
    "Cible : l’année, l’action, l’indicateur, la valeur. Situation T0 : de même, sans l’année. Action nouvelle : l’action, l’axe, l’intitulé, puis ses montants. Indicateur nouveau : l’action, l’indicateur, l’intitulé, son T0 comme valeur, puis ses cibles. Action terminée : l’action et la première année sans elle. " +
    "Axe d’une action : l’action et son nouvel axe. Intitulé : l’axe, l’action ou l’indicateur, et le nouvel intitulé. Fiche d’une action : l’action, le champ dans « Intitulé », le nouveau texte. Échéance nouvelle : son intitulé et sa date. Date d’une échéance, Paramètre (IBAN, Fin du contrat, Cofinancement minimum…) : son nom dans « Intitulé » et la nouvelle valeur ; de même tout autre point du contrat, sous le nom que la vérification lui donne. Suppression : dans « Intitulé », ce qui part (« Signataire « CAF » », « Autre financeur « Région » », « Enveloppe « … » », « Axe 4 », « Action 1 – sous-action 1.1 »…), une fois que plus rien n’en dépend. Code activité : l’année, l’axe et le code. " +
    "Statut : « ferme » pour un montant que l’avenant fixe, « provisionnel » pour un montant qu’il annonce ; laissé vide, il fixe les années jusqu’à celle pour laquelle il est fait. Délibéré le : le jour de la délibération qui autorise à le signer.",
};

const SECTIONS = Object.keys(SECTION_TITLES).filter((section) => section in SECTION_COLUMNS) as TableSection[];

/** How many columns there are that do not depend on the contract. */
const FIXED_WIDTH = 1 + Math.max(...SECTIONS.flatMap((section) => columnsOf(section).map(([, { place }]) => place)));

const STYLE_OF: Readonly<Record<ContratCell["kind"], CellStyle>> = {
  texte: { numberFormat: FORMATS.text },
  montant: { numberFormat: FORMATS.euros, horizontal: "right" },
  nombre: { numberFormat: FORMATS.nombre, horizontal: "right" },
  numero: { numberFormat: FORMATS.year, horizontal: "center" },
  date: { numberFormat: FORMATS.date, horizontal: "center" },
  part: { numberFormat: FORMATS.part, horizontal: "left" },
  libre: { numberFormat: FORMATS.nombre, horizontal: "right" },
};

/** What an agent may fill in or set has the look of an entry; what was signed has not. */
function styleOf({ kind, isFree }: ContratCell, isEntry: boolean): CellStyle {
  return { ...(isFree || isEntry ? STYLES.input : STYLES.line), ...STYLE_OF[kind] };
}

const planned = ({ kind, value }: ContratCell): PlannedCell =>
  kind === "texte" && typeof value === "string" ? typedCell(value) : { value };

/** What the reader of the sheet takes for a date. */
const DATES = ["1990-01-02", "2109-12-31"] as const;

/** Null for free text. */
function controlOf({ kind, choices, isOpen }: ContratCell, range: GridRange): EntryControl | null {
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
      if (!choices || !isChoiceList(choices)) return null;
      return { ...choicesOnly(range, choices, shownOf(choices)), ...(isOpen && { isAdvice: true }) };
    case "libre":
      return null;
  }
}

/** Excel's message is short; the list itself shows the rest. */
function shownOf(choices: readonly string[]): readonly string[] {
  return choices.length > MOST_SHOWN ? choices.slice(0, MOST_SHOWN) : choices;
}
const MOST_SHOWN = 6;

export interface ContratPlan extends SheetPlan {
  readonly controls: readonly EntryControl[];
}

class ContratBuilder {
  private readonly sheet: SheetBuilder;
  private readonly controls: EntryControl[] = [];
  /** First row of each. */
  private readonly sections: number[] = [];

  /** `amounts` columns hold amounts of that width; those beyond share what the page has left. */
  constructor(
    private readonly width: number,
    amounts: number,
    amount: number,
  ) {
    const first = [...WIDTHS, ...Array<number>(amounts).fill(amount)];
    const columns = Math.max(1, width - first.length);
    const beyond = widthLeft(first, { least: 9, most: USUAL_WIDTH, columns });
    this.sheet = new SheetBuilder(Array.from({ length: width }, (_, column) => first[column] ?? beyond));
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

  addParametres(lines: ReturnType<typeof parametreLines>): void {
    this.addSectionTitle("parametres");
    const last = Math.min(5, this.width - 1);
    for (const [nom, cell] of lines) {
      const name = typographie(nom);
      const ofValue = typeof cell.value === "string" ? estimateLines(cell.value, this.sheet.widthOf(2, last)) : 1;
      const lines = Math.max(ofValue, estimateLines(name, this.sheet.widthOf(0, 1)));
      const row = this.sheet.addRow([textCell(name), { value: null }, planned(cell)], lines);
      this.sheet.merge(row, 0, 1);
      this.sheet.merge(row, 2, last);
      this.sheet.style(row, 0, 1, STYLES.line);
      this.sheet.style(row, 2, last, { ...styleOf(cell, false), horizontal: "left" });
      this.control(cell, { top: row, left: 2, bottom: row, right: 2 });
    }
  }

  /** `headings` are those of the columns that depend on the contract, after the others. */
  addTable(section: TableSection, { rows, headings }: ReturnType<typeof tableOf>): void {
    this.addSectionTitle(section);
    const columns = columnsOf(section).map(([, { heading }]) => heading);
    const names = [...columns, ...headings];
    const places = placesOf(section, headings.length);
    const reach = new Map(columnsOf(section).map(([, { place, jusqua = place }]) => [place, jusqua]));
    this.addCells(
      names.map((name) => textCell(typographie(name))),
      places,
      reach,
      names.map(() => STYLES.heading),
      true,
    );
    const top = this.sheet.height;
    const bottom = top + rows.length - 1;
    // The last row waits for what comes next: an avenant’s figure is of any kind. What is only shown waits for nothing.
    for (const [index, cell] of section === "sources" ? [] : (rows.at(-1)?.entries() ?? [])) {
      const column = places[index] ?? 0;
      this.control(cell, { top, left: column, bottom, right: column });
    }
    for (const row of rows) {
      this.addCells(
        row.map(planned),
        places,
        reach,
        row.map((cell) => styleOf(cell, section === "avenants")),
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
    reach: ReadonlyMap<number, number>,
    styles: readonly CellStyle[],
    isHeading: boolean,
  ): void {
    const placed: PlannedCell[] = Array.from({ length: this.width }, () => ({ value: null }));
    let lines = 1;
    cells.forEach((cell, index) => {
      const place = places[index] ?? 0;
      placed[place] = cell;
      if (typeof cell.value === "string")
        lines = Math.max(lines, estimateLines(cell.value, this.sheet.widthOf(place, reach.get(place) ?? place)));
    });
    const row = this.sheet.addRow(placed, lines);
    if (isHeading) this.sheet.setHeight(row, 30);
    styles.forEach((style, index) => {
      const place = places[index] ?? 0;
      const last = reach.get(place) ?? place;
      if (last > place) this.sheet.merge(row, place, last);
      this.sheet.style(row, place, last, style);
    });
  }

  build(foot: string): ContratPlan {
    const plan = this.sheet.build({
      kind: "contrat",
      name: "Contrat",
      base: STYLES.base,
      // What it says holds whatever the day.
      asOf: null,
      headingRow: null,
      frozenRows: 0,
    });
    const page = { ...plan.page, footer: footText(foot), breaks: sectionBreaks(plan, this.sections) };
    return { ...plan, page, controls: this.controls };
  }
}

/** The columns before are those of labels. */
const FIRST_NUMBERED = 4;

/** Where the columns of a section stand; those that depend on the contract follow the last one. */
function placesOf(section: TableSection, numbered: number): readonly number[] {
  const fixed = columnsOf(section).map(([, { place }]) => place);
  const next = Math.max(...fixed, FIRST_NUMBERED - 1) + 1;
  return [...fixed, ...Array.from({ length: numbered }, (_, index) => next + index)];
}

export function composeContratSheet(convention: Convention): ContratPlan {
  const tables = SECTIONS.map((section) => ({ section, table: tableOf(convention, section) }));
  const isRare = (section: TableSection): boolean => RARE_SECTIONS.some((rare) => rare === section);
  const present = tables.filter(({ section, table }) => table.rows.length > 0 || !isRare(section));
  const width = Math.max(
    FIXED_WIDTH,
    ...present.map(({ section, table }) => Math.max(...placesOf(section, table.headings.length)) + 1),
  );
  const builder = new ContratBuilder(width, 2 * convention.annees.length, amountWidth(convention, USUAL_WIDTH));
  builder.addTitle(convention.intitule);
  builder.addParametres(parametreLines(convention));
  for (const { section, table } of present) builder.addTable(section, table);
  return builder.build(direEmpreinte(empreinteDuSigne(convention)));
}
