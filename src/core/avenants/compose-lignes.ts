// From an avenant as it was typed to cells of the sheet « Contrat »: in which rows, in which columns, as what.
import type { CellRef } from "xlsx-model/cell-ref";
import { cleNommee } from "../contract/clauses/clauses-nommees";
import { type ColumnOf } from "../contract/clauses/sections";
import { SECTION_TITLES } from "../contract/clauses/section-titles";
import { OBJETS } from "../contract/clauses/sheet-words";
import { genreDe } from "../contract/clauses/types-de-clause";
import type { Convention } from "../contract/convention";
import { serialFromIso } from "../domain/justification-saisie";
import { lireDate } from "../domain/values/dates-francaises";
import { lireMontant } from "../domain/values/lire-montant";
import { lireValeur } from "../domain/values/lire-valeur";
import { toEuros } from "../domain/values/montant";
import { cite, typographie } from "../domain/words/typographie";
import { findSections, findTableColumns } from "../reading/contrat/contrat-sections";
import type { SheetGrid } from "../reading/sheet-grid";
import type { CellChange } from "../workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { FORMATS } from "../sheets/parts/sheet-style";
import { QUESTIONS, type AvenantSaisi, type Champ, type LigneSaisie, type Saisie } from "./avenant-saisi";

type Column = ColumnOf<"avenants">;

/** The free rows of the register, and the columns of its heading. */
export interface Registre {
  readonly sheet: string;
  readonly columns: ReadonlyMap<string, number>;
  /** Zero-based. */
  readonly rows: readonly number[];
}

/** Throws WorkbookError where the sheet has no register, or too few free rows before what follows it. */
export function findFreeRows(grid: SheetGrid, wanted: number): Registre {
  const title = SECTION_TITLES.avenants;
  const sections = findSections(grid);
  const section = sections.get("avenants");
  const table = findTableColumns("avenants", sections);
  if (!section || !table) {
    throw new WorkbookError(
      typographie(
        `La partie ${cite(title)} de la feuille ${cite(grid.sheet)} n’a pas été reconnue : rien n’a été écrit. Rétablissez son titre et ses en-têtes.`,
      ),
    );
  }
  const first = (table.rows.at(-1)?.row ?? table.heading.row) + 1;
  const below = [...sections.values()].map((other) => other.title.row).filter((row) => row > section.title.row);
  // A blank row stays between the register and the section after it.
  const free = below.length === 0 ? wanted : Math.max(0, Math.min(...below) - 1 - first);
  if (free < wanted) {
    throw new WorkbookError(
      typographie(
        `La partie ${cite(title)} de la feuille ${cite(grid.sheet)} n’a plus assez de lignes libres : rien n’a été écrit. Insérez ${wanted - free} lignes sous la dernière, puis recommencez.`,
      ),
    );
  }
  return {
    sheet: grid.sheet,
    columns: table.columns,
    rows: Array.from({ length: wanted }, (_, index) => first + index),
  };
}

export type Typed = Pick<CellChange, "content" | "numberFormat">;

/** With a format of its own: what is not known of an empty row is not kept. */
export const asText = (text: string): Typed => ({ content: { value: text }, numberFormat: FORMATS.text });

export function asDate(iso: string): Typed {
  const serial = serialFromIso(iso);
  return serial === null ? asText(iso) : { content: { value: serial }, numberFormat: FORMATS.date };
}

const asNumber = (text: string): Typed =>
  /^\d{1,9}$/.test(text) ? { content: { value: Number(text) }, numberFormat: FORMATS.year } : asText(text);

/** What is no figure is written as it was typed: the reader of the sheet says what is wrong with it. */
function asValue(text: string, saisie: Saisie): Typed {
  if (saisie === "montant") {
    const lu = lireMontant(text, "General", "€");
    return lu.reason === null && lu.euros === undefined
      ? { content: { value: toEuros(lu.value) }, numberFormat: FORMATS.euros }
      : asText(text);
  }
  if (saisie === "nombre") {
    const lu = lireValeur(text, "General");
    return lu.reason === null ? { content: { value: lu.value }, numberFormat: FORMATS.nombre } : asText(text);
  }
  if (saisie === "date") return asDate(text);
  const date = lireDate(text);
  return date === null ? asText(text) : asDate(date);
}

/** What a line names may be an amount. */
function saisieDe({ objet, champs }: LigneSaisie, convention: Convention): Saisie {
  const named = objet === "parametre" ? cleNommee(convention, champs.intitule ?? "") : null;
  if (named !== null && genreDe(named) === "montant") return "montant";
  return QUESTIONS[objet].valeur ?? "texte";
}

function typed(champ: Champ, text: string, { objet, champs }: LigneSaisie, convention: Convention): Typed {
  switch (champ) {
    case "partie":
      if (text === "etat") return asText(convention.etat.nom);
      return asText(text === "collectivite" ? convention.collectivite.designation : text);
    case "intitule":
    case "statut":
      return asText(text);
    case "valeur":
      return asValue(text, saisieDe({ objet, champs }, convention));
    default:
      return asNumber(text);
  }
}

/** `anciennes` are what the contract says before, line by line; null where it says nothing. */
export function composeLignes(
  { numero, signeLe, effetLe, clause, lignes }: AvenantSaisi,
  { sheet, columns, rows }: Registre,
  convention: Convention,
  anciennes: readonly (Typed | null)[] = [],
): readonly CellChange[] {
  return lignes.flatMap((ligne, index) => {
    const row = rows[index] ?? 0;
    const cells: CellChange[] = [];
    const write = (column: Column, content: Typed | null): void => {
      const at = columns.get(column);
      if (content === null || at === undefined || content.content.value === "") return;
      const cell: CellRef = { sheet, row, column: at };
      cells.push({ cell, ...content });
    };
    write("numero", asNumber(numero.trim()));
    write("signeLe", signeLe === "" ? null : asDate(signeLe));
    write("effetLe", effetLe === "" ? null : asDate(effetLe));
    write("clause", asText(clause.trim()));
    write("objet", asText(OBJETS[ligne.objet]));
    for (const champ of QUESTIONS[ligne.objet].champs) {
      write(champ, typed(champ, (ligne.champs[champ] ?? "").trim(), ligne, convention));
    }
    write("ancienne", anciennes[index] ?? null);
    return cells;
  });
}
