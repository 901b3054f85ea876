// The note for the « dialogue de gestion » as a sheet: the same parts as the Word document, one below the other.
import {
  isColonneDeChiffres,
  RIEN,
  type CelluleDePiece,
  type LigneDePiece,
  type Piece,
  type TableDePiece,
} from "../../reports/avenant/piece";
import { toEuros } from "../../domain/values/montant";
import { roundRate } from "../../domain/values/taux";
import type { PlannedCell, SheetPlan } from "../../workbook-port";
import type { CellStyle } from "xlsx-model/plan";
import { estimateLines, SheetBuilder, textCell } from "../parts/sheet-builder";
import { FORMATS, STYLES } from "../parts/sheet-style";

/** As many columns as the widest table, each wide enough for an amount. */
const WIDTHS = [36, 13.5, 13.5, 13.5, 13.5, 18, 13.5, 13.5, 12] as const;
const LAST = WIDTHS.length - 1;
const TEXT: CellStyle = { wrap: true };
const FIGURE: CellStyle = { horizontal: "right" };

function cellOf(cellule: CelluleDePiece): readonly [PlannedCell, CellStyle] {
  if (cellule === RIEN) return [textCell(cellule), FIGURE];
  if (typeof cellule === "string") return [textCell(cellule), { numberFormat: FORMATS.text }];
  if ("montant" in cellule) return [{ value: toEuros(cellule.montant) }, { ...FIGURE, numberFormat: FORMATS.euros }];
  if ("ecart" in cellule) return [{ value: toEuros(cellule.ecart) }, { ...FIGURE, numberFormat: FORMATS.eurosGap }];
  const { numerateur, denominateur } = cellule.taux;
  return [{ value: roundRate(numerateur, denominateur) }, { ...FIGURE, numberFormat: FORMATS.part }];
}

const LOOKS: Readonly<Record<NonNullable<LigneDePiece["look"]>, CellStyle>> = {
  line: STYLES.line,
  axe: { ...STYLES.line, ...STYLES.total },
  total: { ...STYLES.line, ...STYLES.total },
};

/** The last column takes what is left of the width where it holds texts. */
function addTable(builder: SheetBuilder, table: TableDePiece): void {
  const { entetes, lignes } = table;
  const last = entetes.length - 1;
  const end = isColonneDeChiffres(table, last) ? last : LAST;
  const heading = builder.addRow(
    entetes.map(textCell),
    Math.max(...entetes.map((text, column) => estimateLines(text, WIDTHS[column] ?? 10))),
  );
  builder.style(heading, 0, end, STYLES.heading);
  builder.merge(heading, last, end);
  for (const { look = "line", cellules } of lignes) {
    const cells = cellules.map(cellOf);
    const lines = cellules.map((cellule, column) => {
      const width = column === last ? builder.widthOf(last, end) : (WIDTHS[column] ?? 10);
      return typeof cellule === "string" && look !== "axe" ? estimateLines(cellule, width) : 1;
    });
    const row = builder.addRow(
      cells.map(([cell]) => cell),
      Math.max(...lines),
    );
    builder.style(row, 0, end, LOOKS[look]);
    cells.forEach(([, style], column) => builder.style(row, column, column, style));
    if (look === "axe") builder.merge(row, 0, end);
    else builder.merge(row, last, end);
  }
  builder.addRow([]);
}

export function composeNoteSheet({ titre, sousTitre, asOf, parties, annexe }: Piece): SheetPlan {
  const builder = new SheetBuilder(WIDTHS);
  builder.addBanner(titre, STYLES.title, 27);
  builder.addBanner(sousTitre, STYLES.subtitle);
  for (const partie of parties) {
    if (partie.kind === "titre") builder.addBanner(partie.texte, STYLES.section, 20);
    if (partie.kind === "texte") builder.addBanner(partie.texte, TEXT);
    if (partie.kind === "liste") for (const texte of partie.textes) builder.addBanner(`– ${texte}`, TEXT);
    if (partie.kind === "table") addTable(builder, partie.table);
  }
  const second = builder.height;
  if (annexe) {
    builder.addBanner(annexe.titre, STYLES.section, 20);
    builder.addBanner(annexe.texte, TEXT);
    addTable(builder, annexe.table);
  }
  const plan = builder.build({
    kind: "avenant-note",
    name: "Note de l’avenant",
    base: STYLES.base,
    asOf,
    headingRow: null,
    frozenRows: 0,
  });
  return { ...plan, page: { ...plan.page, breaks: annexe ? [second] : [] } };
}
