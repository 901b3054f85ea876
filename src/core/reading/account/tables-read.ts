// Which tables a dossier is made of, wherever they stand, and which of those that were found it is not made of.
import { overlaps } from "xlsx-model/cell-ref";
import type { Dossier } from "../../domain/dossier";
import type { Tableau } from "../gather-tables";
import type { TableRead } from "./account-for";

export function tablesRead({ budget, execution, indicators, recapitulatifs = [] }: Dossier): readonly TableRead[] {
  const amounts = [
    ...(budget ? [{ sujet: "budget", table: budget } as const] : []),
    ...(execution ? [{ sujet: "execution", table: execution } as const] : []),
    ...recapitulatifs.map(({ de, tableau }) => ({ sujet: de, table: tableau })),
  ];
  const ofAmounts = amounts.flatMap(({ sujet, table }) =>
    (table.plages ?? [table]).map(({ range, unit }) => ({ sujet, range, unit })),
  );
  const ofFigures = indicators ? (indicators.plages ?? [indicators]) : [];
  return [...ofAmounts, ...ofFigures.map(({ range }) => ({ sujet: "indicators", range, unit: "€" }) as const)];
}

/** Rivals, copies and less telling tables: a choice or a note says that they are there. */
export function leftAside(found: readonly Tableau[], dossier: Dossier): readonly Tableau[] {
  const read = tablesRead(dossier);
  return found.filter((table) => !read.some(({ range }) => overlaps(range, table.range)));
}
