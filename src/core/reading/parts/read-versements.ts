// Reads lists of payments: a date and an amount a line, and what each is for; what only a person can tell of one is asked in ask-versements.ts.
import type { Convention } from "../../contract/convention";
import type { LigneIgnoree, LigneVersement, ListeVersements, ObjetVersement } from "../../domain/dossier";
import type { Reponse } from "../../domain/question";
import { isoDate } from "xlsx-model/values/date-serial";
import { lireDate } from "../../domain/values/dates-francaises";
import { lireMontant } from "../../domain/values/lire-montant";
import { isDateFormat, isMissingWord } from "../../domain/values/parse-nombre";
import { announcedUnit } from "../../domain/values/unite";
import { foldText } from "../../domain/words/label";
import { figureAt } from "../account/figure-cells";
import { isYear } from "../headings/heading-cells";
import type { HeadingReader } from "../headings/headings";
import type { LabelReader } from "../labels/label-reader";
import { plainText } from "../labels/plain-text";
import { LIMITS } from "../limits";
import { listSaid } from "../roles/ask-versements";
import { numbersSaid, type ObjetNumerote } from "../roles/ask-numbers";
import { readCell, readFigure, rowsUnder, type GridRow, type SheetGrid } from "../sheet-grid";
import { findCodeHeading } from "./locate-imputation";
import { pillarNumber } from "./part-words";
import { decisionColumns } from "./decision-words";
import { isOfOthers, isOfState, isPayment, readPaymentHeading, type PaymentColumn } from "./payment-words";

interface Header {
  readonly row: GridRow;
  readonly columns: readonly { readonly role: PaymentColumn; readonly column: number; readonly text: string }[];
  /** The words above it and of its headings. */
  readonly words: string;
  /** The one of them that speaks of others than the State's payments. */
  readonly others: string | undefined;
  /** The year that its title names, where it is one. */
  readonly annee: number | null;
}

export interface ListReaders {
  readonly convention: Convention;
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
  readonly reponses: readonly Reponse[];
}

/** The readers of one list, with what a person said of the numbers that stand alone under « Action ou axe ». */
interface PlaceReaders extends ListReaders {
  readonly numeros: ObjetNumerote | null;
}

export const placeReaders = (readers: ListReaders, sheet: string): PlaceReaders => ({
  ...readers,
  numeros: numbersSaid(readers.reponses, sheet),
});

const TITLE_ROWS = 4;

function readHeader(grid: SheetGrid, row: GridRow, { headings: { years } }: ListReaders): Header | null {
  const columns = row.texts.flatMap(({ column, text }) => {
    const role = readPaymentHeading(text);
    return role ? [{ role, column, text }] : [];
  });
  const count = (role: PaymentColumn): number => columns.filter((one) => one.role === role).length;
  if (decisionColumns(row) !== null || count("date") !== 1 || count("montant") !== 1 || findCodeHeading(row) !== null)
    return null;
  const above = Array.from({ length: TITLE_ROWS }, (_, index) => grid.row(row.row - 1 - index)).flatMap(
    (one) => one?.texts.map(({ text }) => text) ?? [],
  );
  const titles = [grid.sheet, ...above];
  const texts = [...row.texts.map(({ text }) => text), ...titles];
  const words = texts.join(" – ");
  if (!isPayment(words)) return null;
  const named = new Set(titles.flatMap((text) => years.inTitle(text) ?? []).filter((annee) => years.has(annee)));
  const [annee = null] = named.size === 1 ? named : [];
  return { row, columns, words, others: texts.find(isOfOthers), annee };
}

const columnOf = ({ columns }: Header, role: PaymentColumn): number | undefined =>
  columns.find((one) => one.role === role)?.column;

export function readDate(row: GridRow, column: number | undefined): string | null {
  if (column === undefined) return null;
  const value = row.value(column);
  if (typeof value === "number") return isDateFormat(row.numberFormat(column)) ? isoDate(value) : null;
  return typeof value === "string" ? lireDate(value) : null;
}

const bareNumber = (value: unknown): number | null =>
  typeof value === "number" ? value : /^\d{1,3}$/.test(String(value ?? "")) ? Number(value) : null;

const mayBe = (heading: string): readonly ObjetNumerote[] => {
  const folded = foldText(heading);
  const isOfAction = folded.includes("action");
  const isOfAxe = /axe|pilier/.test(folded);
  return [...(isOfAction ? (["action"] as const) : []), ...(isOfAxe || !isOfAction ? (["axe"] as const) : [])];
};

/** A number alone that is that of an action and of an axe, under a heading of both. */
function isAmbiguous(value: unknown, heading: string, { convention }: ListReaders): boolean {
  const number = bareNumber(value);
  const isOne = ({ numero }: { readonly numero: unknown }): boolean => numero === number;
  return number !== null && mayBe(heading).length > 1 && convention.actions.some(isOne) && convention.axes.some(isOne);
}

/** What a cell says that the payment is for: undefined for one that is empty, null for words of nothing that the contract has. */
export function readPlace(
  value: unknown,
  heading: string,
  { convention, labels, numeros }: PlaceReaders,
): ObjetVersement | null | undefined {
  const number = bareNumber(value);
  if (number !== null) {
    const kinds = mayBe(heading).filter((kind, _, all) => all.length === 1 || numeros === null || kind === numeros);
    const action = kinds.includes("action") && convention.actions.find(({ numero }) => numero === number);
    const axe = kinds.includes("axe") && convention.axes.find(({ numero }) => numero === number);
    if (action && axe) return null;
    return action ? { kind: "action", action } : axe ? { kind: "axe", axe } : null;
  }
  const text = typeof value === "string" ? value : "";
  if (isMissingWord(foldText(text))) return undefined;
  const said = text
    .trimEnd()
    .replace(/\(?20\d\d\)?$/, "")
    .replace(/(?<![\s,–-])[\s,–-]{1,4}$/, "");
  const { action, axe } = labels.read(said);
  if (action) return { kind: "action", action };
  const pillar = convention.axes.find(({ numero }) => numero === pillarNumber(said));
  if (axe ?? pillar) return { kind: "axe", axe: (axe ?? pillar) as NonNullable<typeof axe> };
  return isOfWholeYear(said) ? { kind: "annee" } : null;
}

const isOfWholeYear = (text: string): boolean =>
  /\b(?:annee|annuel(?:le)?|contrat|convention|contribution|credits?|dotation|enveloppe|ensemble|toutes?|tous|solde|acompte|avance|versement|total(?:ite)?)\b/.test(
    foldText(text),
  );

/** The finest that the row says. */
function readObjet(row: GridRow, header: Header, readers: PlaceReaders): ObjetVersement | null {
  const said = header.columns
    .filter(({ role }) => role === "objet")
    .map(({ column, text }) => readPlace(row.value(column), text, readers));
  return finestOf(said);
}

/** Null where none of what is said is the contract's. */
export function finestOf(all: readonly (ObjetVersement | null | undefined)[]): ObjetVersement | null {
  const said = all.filter((objet) => objet !== undefined);
  if (said.length === 0) return { kind: "annee" };
  const finest = said.find((objet) => objet?.kind === "action") ?? said.find((objet) => objet?.kind === "axe");
  return finest ?? said.find((objet) => objet !== null) ?? null;
}

export function yearIn(text: string): number | null {
  const found = new Set((text.match(/\b20\d\d\b/g) ?? []).map(Number));
  const [year = null] = found.size === 1 ? found : [];
  return year;
}

/** In its column, in what the payment is for, in the title, or as a person said. */
function readAnnee(row: GridRow, header: Header, date: string | null, readers: ListReaders): number | null {
  const column = columnOf(header, "annee");
  const value = column === undefined ? null : row.value(column);
  if (typeof value === "number" && isYear(value)) return value;
  if (typeof value === "string" && yearIn(value) !== null) return yearIn(value);
  const objets = header.columns.filter(({ role }) => role === "objet").map((one) => row.text(one.column) ?? "");
  const said = yearIn(objets.join(" ")) ?? header.annee;
  if (said !== null) return said;
  const answer = listSaid(readers.reponses, row.sheet);
  if (!answer) return null;
  if (answer.year !== undefined) return answer.year;
  const { annees } = readers.convention;
  return annees.find(({ debut, fin }) => date !== null && debut <= date && date <= fin)?.annee ?? null;
}

/** Whether its line holds a figure of which its heading says nothing: a table of amounts, and no list. */
function hasOtherFigures(row: GridRow, header: Header): boolean {
  const known = new Set(header.columns.map(({ column }) => column));
  return row.filled().some((column) => {
    const figure = known.has(column) ? null : figureAt(row, column);
    return figure !== null && figure.kind !== "code" && figure.kind !== "zero";
  });
}

function readList(grid: SheetGrid, header: Header, lists: ListReaders): ListeVersements | null {
  const readers = placeReaders(lists, grid.sheet);
  const [date, montant, acte] = (["date", "montant", "acte"] as const).map((role) => columnOf(header, role));
  if (date === undefined || montant === undefined) return null;
  const unit = announcedUnit(header.row.text(montant) ?? "") ?? announcedUnit(header.words) ?? "€";
  const amountOf = (row: GridRow) => readFigure(row, montant, (value, format) => lireMontant(value, format, unit));
  const isTotal = (row: GridRow): boolean => row.texts.some(({ text }) => readers.labels.read(text).total !== null);
  const lignes: LigneVersement[] = [];
  const numeros: LigneVersement[] = [];
  const ignored: LigneIgnoree[] = [];
  let total: ListeVersements["total"] = null;
  let bottom = header.row.row;
  for (const row of rowsUnder(grid, header.row.row, LIMITS.gapRows)) {
    if (readHeader(grid, row, readers) || decisionColumns(row) !== null) break;
    const cell = amountOf(row);
    const le = readDate(row, date);
    if (cell.known.reason === "missing" || (le === null && isTotal(row))) {
      if (isTotal(row) && cell.known.reason !== "missing") {
        total = cell;
        bottom = row.row;
        break;
      }
      if (row.texts.length > 0) ignored.push({ row: row.row + 1, text: (row.texts[0]?.text ?? "").trim() });
      continue;
    }
    if (hasOtherFigures(row, header)) return null;
    // Without a day it is no payment, but a note of an amount.
    if (le === null && plainText(row, date) !== "" && cell.known.reason === "unreadable") continue;
    const objet = header.columns.find(({ role, column }) => role === "objet" && row.value(column) !== null);
    const ligne: LigneVersement = {
      label: readCell(row, objet?.column ?? date),
      date: le,
      annee: readAnnee(row, header, le, readers),
      objet: readObjet(row, header, readers),
      montant: cell,
      cells: header.columns.filter(({ column }) => column !== montant).map(({ column }) => readCell(row, column)),
      ...(acte !== undefined && row.value(acte) !== null && { acte: readCell(row, acte) }),
    };
    lignes.push(ligne);
    if (objet && isAmbiguous(row.value(objet.column), objet.text, readers)) numeros.push(ligne);
    bottom = row.row;
  }
  if (!lignes.some((ligne) => ligne.date !== null)) return null;
  // Below lines that are left to be filled in.
  const below = total ? undefined : grid.rows.find((row) => row.row > bottom && !row.isBlank);
  if (below && isTotal(below)) {
    const cell = amountOf(below);
    if (cell.known.reason !== "missing") {
      total = cell;
      bottom = below.row;
    }
  }
  const columns = header.columns.map(({ column }) => column);
  const answer = listSaid(readers.reponses, grid.sheet);
  return {
    range: {
      sheet: grid.sheet,
      top: header.row.row,
      left: Math.min(...columns),
      bottom,
      right: Math.max(...columns),
    },
    heading: { sheet: grid.sheet, row: header.row.row, column: montant },
    unit,
    lignes,
    total,
    lignesIgnorees: ignored.filter(({ row }) => row <= bottom + 1),
    deLEtat: (isOfState(header.words) && header.others === undefined) || answer !== null,
    ...(header.others !== undefined && { aDAutres: header.others }),
    ...(numeros.length > 0 && { numeros }),
  };
}

/** Every list of dated amounts that speaks of payments, whoever paid them. */
export function readVersements(grid: SheetGrid, readers: ListReaders): readonly ListeVersements[] {
  const lists: ListeVersements[] = [];
  let from = 0;
  for (const row of grid.rows) {
    const header = row.isBlank || row.row < from ? null : readHeader(grid, row, readers);
    const list = header && readList(grid, header, readers);
    if (!list) continue;
    lists.push(list);
    from = list.range.bottom + 1;
  }
  return lists;
}
