// The sums that a table shows of what stands beside its parts: other financing, and what the State has paid.
import { isSameSheet } from "../cell-ref";
import type { LigneDeSommes, MontantCell, TableauBudgetaire } from "../dossier";
import { remember } from "../remember";
import type { TableMontants } from "./amount-tables";
import type { Ligne } from "./budget-lines";
import { rowsOfTable, type LigneDeMontants } from "./rows-of-table";

export interface SommeDACote {
  /** "TOTAL – 2024 – versé par l’État". */
  readonly place: string;
  readonly subject: Ligne["place"] & { readonly year: number };
  readonly key: string;
  readonly cell: MontantCell;
  /** The cells of its column that it should add, by index in `lignesAction`; null where a row has none there. */
  readonly rows: readonly { readonly index: number; readonly cell: MontantCell }[] | null;
}

type ParAnnee = ReadonlyMap<number, readonly MontantCell[]>;
type Kind = "autres" | "verse";

const NAMES: Readonly<Record<Kind, string>> = { autres: "autres financeurs", verse: "versé par l’État" };

const isIn = ({ ref }: MontantCell, { ref: { sheet, column } }: MontantCell): boolean =>
  ref.column === column && isSameSheet(ref.sheet, sheet);

function* sumsOfKind(
  { nom, key }: TableMontants,
  ligne: Ligne,
  kind: Kind,
  shown: ParAnnee,
  under: readonly { readonly index: number; readonly byYear: ParAnnee | undefined }[],
): Generator<SommeDACote> {
  const cells = [...shown].flatMap(([annee, ofYear]) => ofYear.map((cell, index) => ({ annee, cell, index })));
  // A row of sums may sum some columns only.
  if (cells.every(({ cell }) => cell.lu.kind === "missing")) return;
  for (const { annee, cell, index } of cells) {
    const rows = under.flatMap((row) => {
      const own = row.byYear?.get(annee)?.find((other) => isIn(other, cell));
      return own ? { index: row.index, cell: own } : [];
    });
    const own = `${ligne.nom} – ${annee} – ${NAMES[kind]}`;
    const parts = [ligne.key, kind, index === 0 ? undefined : `${index + 1}`, key];
    yield {
      place: key === null ? own : `${nom}, ${own}`,
      subject: { ...ligne.place, year: annee },
      key: parts.filter((part) => part !== undefined && part !== null).join("-"),
      cell,
      rows: rows.length === under.length ? rows : null,
    };
  }
}

interface RowUnder {
  readonly row: LigneDeMontants;
  /** In `lignesAction`. */
  readonly index: number;
}

/** The rows of actions under each heading; all of them under null. */
const actionRowsUnder = remember((tableau: TableauBudgetaire): ReadonlyMap<number | null, readonly RowUnder[]> => {
  const all = rowsOfTable(tableau).flatMap((row, index) => (row.rang === "action" ? { row, index } : []));
  const byHeading = new Map<number | null, RowUnder[]>();
  for (const under of all) {
    const heading = tableau.lignesAction[under.index]?.ligneAxe ?? null;
    if (heading === null) continue;
    const known = byHeading.get(heading);
    if (known) known.push(under);
    else byHeading.set(heading, [under]);
  }
  return byHeading.set(null, all);
});

/** `axe` is the index of its heading; null for the TOTAL, which adds every action of the table. */
export function* besideSums(
  table: TableMontants,
  ligne: Ligne,
  { autres, verses }: LigneDeSommes,
  axe: number | null,
): Generator<SommeDACote> {
  if (!autres && !verses) return;
  const under = actionRowsUnder(table.tableau).get(axe) ?? [];
  if (under.length === 0) return;
  const columnsOf = (which: "autres" | "verses") => under.map(({ row, index }) => ({ index, byYear: row[which] }));
  if (autres) yield* sumsOfKind(table, ligne, "autres", autres, columnsOf("autres"));
  if (verses) yield* sumsOfKind(table, ligne, "verse", verses, columnsOf("verses"));
}
