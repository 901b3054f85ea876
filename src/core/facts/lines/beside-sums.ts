// The sums that a table shows of what stands beside its parts: other financing, and what the State has paid.
import { isSameSheet } from "../../domain/cell-ref";
import type { LigneDeSommes, MontantCell } from "../../domain/dossier";
import type { TableMontants } from "./amount-tables";
import type { Ligne } from "./budget-lines";
import { actionRowsUnder } from "./rows-of-table";
import { versementsGlobaux, type VersementGlobal } from "./versements";

export interface SommeDACote {
  /** "TOTAL – 2024 – versé par l’État". */
  readonly place: string;
  readonly subject: Ligne["place"] & { readonly year: number };
  readonly key: string;
  readonly cell: MontantCell;
  /** The cells of its column that it should add, by index in `lignesAction`, null for an axe's; null where a row has none there. */
  readonly rows: readonly { readonly index: number | null; readonly cell: MontantCell }[] | null;
}

type ParAnnee = ReadonlyMap<number, readonly MontantCell[]>;
type Kind = "autres" | "verse";

const NAMES: Readonly<Record<Kind, string>> = { autres: "autres financeurs", verse: "versé par l’État" };

const isIn = ({ ref }: MontantCell, { ref: { sheet, column } }: MontantCell): boolean =>
  ref.column === column && isSameSheet(ref.sheet, sheet);

interface Addends {
  readonly actions: readonly { readonly index: number; readonly byYear: ParAnnee | undefined }[];
  /** What stands in the row itself is no sum, or has addends that are no actions. */
  readonly globaux: readonly VersementGlobal[];
}

function* sumsOfKind(
  { nom, key }: TableMontants,
  ligne: Ligne,
  heading: number | null,
  kind: Kind,
  shown: ParAnnee,
  { actions, globaux }: Addends,
): Generator<SommeDACote> {
  const cells = [...shown].flatMap(([annee, ofYear]) => ofYear.map((cell, index) => ({ annee, cell, index })));
  // A row of sums may sum some columns only.
  if (cells.every(({ cell }) => cell.lu.kind === "missing")) return;
  for (const { annee, cell, index } of cells) {
    const ofYear = globaux.filter((global) => global.annee === annee);
    if (ofYear.some((global) => global.heading === heading)) continue;
    const rows = actions.flatMap((row) => {
      const own = row.byYear?.get(annee)?.find((other) => isIn(other, cell));
      return own ? { index: row.index, cell: own } : [];
    });
    const others =
      heading === null ? ofYear.flatMap((global) => global.cells.filter((other) => isIn(other, cell))) : [];
    const own = `${ligne.nom} – ${annee} – ${NAMES[kind]}`;
    const parts = [ligne.key, kind, index === 0 ? undefined : `${index + 1}`, key];
    yield {
      place: key === null ? own : `${nom}, ${own}`,
      subject: { ...ligne.place, year: annee },
      key: parts.filter((part) => part !== undefined && part !== null).join("-"),
      cell,
      rows: rows.length === actions.length ? [...rows, ...others.map((other) => ({ index: null, cell: other }))] : null,
    };
  }
}

const NO_ADDENDS: readonly VersementGlobal[] = [];

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
  if (autres) {
    const addends = { actions: columnsOf("autres"), globaux: NO_ADDENDS };
    yield* sumsOfKind(table, ligne, axe, "autres", autres, addends);
  }
  if (verses) {
    const addends = { actions: columnsOf("verses"), globaux: versementsGlobaux(table.tableau) };
    yield* sumsOfKind(table, ligne, axe, "verse", verses, addends);
  }
}
