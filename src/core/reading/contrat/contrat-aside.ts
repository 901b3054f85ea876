// Amounts on the sheet « Contrat » that stand in none of its columns: they state nothing of the contract, and are said to be left aside.
import { NOMS_DES_LIGNES } from "../../contract/clauses/parametres";
import { SECTION_TITLES } from "../../contract/clauses/section-titles";
import { type ContratSection } from "../../contract/clauses/section-titles";
import { findWord } from "../../contract/clauses/sheet-words";
import { rangeAround } from "xlsx-model/cell-ref";
import type { PlageNonLue } from "../../domain/dossier";
import { groupBy } from "../../domain/group-by";
import { cite, typographie } from "../../domain/words/typographie";
import { figuresOf, type Figure } from "../account/figure-cells";
import type { GridRow, SheetGrid } from "../sheet-grid";
import { findTableColumns, type Sections } from "./contrat-sections";
import { findLost } from "./lost-columns";

interface Part {
  readonly rows: readonly GridRow[];
  /** What it is called, with the words over one of its columns. */
  told(column: number): string;
  isRead(row: GridRow, column: number): boolean;
}

function partOf(section: ContratSection, sections: Sections): Part | null {
  const rows = sections.get(section)?.rows ?? [];
  const nom = `hors de la partie ${cite(SECTION_TITLES[section])}`;
  if (section === "parametres") {
    // What stands beside the name of a parameter is its value or an explanation.
    const isRead = ({ texts: [label] }: GridRow) =>
      label !== undefined && findWord(NOMS_DES_LIGNES, label.text) !== null;
    return { rows, told: () => nom, isRead };
  }
  const table = findTableColumns(section, sections);
  if (!table) return null;
  const { columns, numbered, head } = table;
  const read = new Set([
    ...columns.values(),
    ...[...numbered, ...findLost(section, table)].map(({ column }) => column),
  ]);
  const told = (column: number) => {
    const words = head.text(column)?.trim() ?? "";
    return words === "" ? nom : `${cite(words)} : ${nom}`;
  };
  return { rows: table.rows, told, isRead: (_, column) => read.has(column) };
}

/** One range for each column of a part. */
export function contratAside({ sheet }: SheetGrid, sections: Sections): readonly PlageNonLue[] {
  return [...sections.keys()].flatMap((section) => {
    const part = partOf(section, sections);
    const figures = (part?.rows ?? []).flatMap((row) => figuresOf(row, (column) => !part?.isRead(row, column)));
    const amounts = figures.filter(({ kind }) => kind === "amount");
    return [...groupBy(amounts, ({ column }: Figure) => column)].map(([column, own]) => ({
      range: rangeAround(sheet, own),
      pourquoi: typographie(`${part?.told(column) ?? ""}, sans effet sur le contrat`),
    }));
  });
}
