// Reads a procès-verbal back from its sheet, wherever rows were inserted above or columns moved.
import { digestOfMark } from "../../domain/row-mark";
import type { RawBlock, RawWorkbook } from "../../workbook-port";
import type { CellValue } from "xlsx-model/plan";
import type { Chiffre } from "./chiffres";
import { COLONNES_DE_COMPTE, type CompteArticle } from "./comptes";
import { lireEmpreinte } from "./empreinte";
import { COMPTES, COMPTES_D_AVANT, LISTE, LISTE_DES_ECARTS, RUBRIQUES, TOTAL_DES_COMPTES } from "./rubriques";

export interface ProcesVerbalLu {
  /** ISO date; null when it cannot be read. */
  readonly situation: string | null;
  readonly empreinte: string | null;
  readonly empreinteDuContrat: string | null;
  /** The text beside each heading of the page; "" for one that has gone. */
  readonly rubriques: Readonly<Record<keyof typeof RUBRIQUES, string>>;
  /** The article as the sheet names it, and the counts of its line; the line of the whole comes last. */
  readonly comptes: readonly (Omit<CompteArticle, "article"> & { readonly nom: string; readonly regles: number })[];
  /** Ids of the discrepancies that followed from no other; null when the list is not there: older ones have none. */
  readonly ecarts: readonly string[] | null;
  /** Null when the list is not there. */
  readonly chiffres: readonly Chiffre[] | null;
}

/** As an adapter reads it, or as a plan is about to write it. */
interface ReadSheet {
  readonly blocks: readonly Pick<RawBlock, "column" | "values">[];
}

/** The values of one row, by column of the sheet. */
type Row = ReadonlyMap<number, string>;

const asText = (value: CellValue): string => (value === null ? "" : String(value).trim());

function* rowsOf({ blocks }: ReadSheet): Generator<Row> {
  for (const { column, values } of blocks) {
    for (const row of values) {
      const filled = row.flatMap((value, index) => {
        const text = asText(value);
        return text === "" || digestOfMark(text) !== null ? [] : [[column + index, text] as const];
      });
      if (filled.length > 0) yield new Map(filled);
    }
  }
}

const texts = (row: Row): string[] => [...row.values()];

function readRubriques(rows: readonly Row[]): ProcesVerbalLu["rubriques"] {
  const byLabel = new Map<string, string>();
  for (const row of rows) {
    const [label, text] = texts(row);
    if (label !== undefined && text !== undefined && !byLabel.has(label)) byLabel.set(label, text);
  }
  const entries = Object.entries(RUBRIQUES).map(([key, label]) => [key, byLabel.get(label) ?? ""]);
  return Object.fromEntries(entries) as Record<keyof typeof RUBRIQUES, string>;
}

function readDate(text: string): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}

function readComptes(rows: readonly Row[]): ProcesVerbalLu["comptes"] {
  const headed = (words: readonly string[]) =>
    rows.findIndex((row) => words.every((word, index) => texts(row)[index] === word));
  const isFormer = headed(COMPTES) < 0;
  const heading = headed(isFormer ? COMPTES_D_AVANT : COMPTES);
  if (heading < 0) return [];
  const keys = COLONNES_DE_COMPTE.filter((key) => !isFormer || key !== "acceptes");
  const rest = rows.slice(heading + 1);
  const end = rest.findIndex((row) => texts(row)[0] === TOTAL_DES_COMPTES);
  return rest.slice(0, end + 1).map((row) => {
    const [nom = "", regles, ...counts] = texts(row);
    const compte = { acceptes: 0, ...Object.fromEntries(keys.map((key, index) => [key, Number(counts[index])])) };
    return { nom, regles: Number(regles), ...(compte as Omit<CompteArticle, "article">) };
  });
}

type Cells<Key extends string> = (key: Key) => string;

/** The rows of the list that bears these headings, wherever its columns now stand; null where it does not stand. */
function readListe<Key extends string>(rows: readonly Row[], headings: Readonly<Record<Key, string>>) {
  const words = Object.entries<string>(headings);
  const heading = rows.findIndex((row) => words.every(([, word]) => texts(row).includes(word)));
  const titles = rows[heading];
  if (!titles) return null;
  const columns = new Map(words.map(([key, word]) => [key, [...titles].find(([, text]) => text === word)?.[0] ?? -1]));
  return rows.slice(heading + 1).map(
    (row): Cells<Key> =>
      (key) =>
        row.get(columns.get(key) ?? -1) ?? "",
  );
}

function readChiffres(rows: readonly Row[]): Chiffre[] | null {
  const liste = readListe(rows, LISTE);
  return (
    liste?.flatMap((at) => {
      const cle = at("cle");
      return cle === "" ? [] : [{ cle, libelle: at("chiffre"), valeur: at("valeur"), cellule: at("cellule") }];
    }) ?? null
  );
}

function readEcarts(rows: readonly Row[]): string[] | null {
  const figures = rows.findIndex((row) => Object.values(LISTE).every((word) => texts(row).includes(word)));
  const liste = readListe(figures < 0 ? rows : rows.slice(0, figures), LISTE_DES_ECARTS);
  return liste?.map((at) => at("cle")).filter((cle) => cle !== "") ?? null;
}

export function lireProcesVerbal(sheet: ReadSheet): ProcesVerbalLu {
  const rows = [...rowsOf(sheet)];
  const rubriques = readRubriques(rows);
  return {
    situation: readDate(rubriques.situation),
    empreinte: lireEmpreinte(rubriques.empreinte),
    empreinteDuContrat: lireEmpreinte(rubriques.empreinteDuContrat),
    rubriques,
    comptes: readComptes(rows),
    ecarts: readEcarts(rows),
    chiffres: readChiffres(rows),
  };
}

/** An earlier run began to write the procès-verbal and did not end: half of one is none. */
export function isUnfinished({ unfinished = [] }: RawWorkbook): boolean {
  return unfinished.some(({ kind, range }) => kind === "proces-verbal" && range !== null);
}
