// Totals that cannot be computed, told once per cell at fault: which cell, why, what to do, and the totals that wait for it.
import { addressFrom, type Entree } from "../facts/lines/amount-entries";
import type { TableMontants } from "../facts/lines/amount-tables";
import { situate } from "../facts/lines/amount-tables";
import { formatCellRef } from "../domain/cell-ref";
import type { Convention } from "../contract/convention";
import { formatListeCourte } from "../domain/words/format";
import { cite, typographie } from "../domain/words/typographie";
import type { Obstacle } from "./table-totals";

const NAMED = 4;

interface Group {
  readonly kind: Obstacle["kind"];
  readonly entree: Entree;
  readonly totals: Entree[];
}

export class BlockedTotals {
  private readonly groups = new Map<string, Group>();

  constructor(
    private readonly convention: Convention,
    private readonly table: TableMontants,
  ) {}

  add(total: Entree, obstacles: readonly Obstacle[]): void {
    for (const { kind, entree } of obstacles) {
      const at = entree ?? total;
      const { sheet, row } = at.cell.ref;
      // An axe without actions lacks them in each year; where the axes stand concerns them all.
      const places = { "sans-action": `${sheet}/${row}`, "axe-dessous": sheet };
      const key = `${kind}/${kind === "sans-action" || kind === "axe-dessous" ? places[kind] : formatCellRef(at.cell.ref)}`;
      const group = this.groups.get(key) ?? { kind, entree: at, totals: [] };
      this.groups.set(key, group);
      if (group.totals.at(-1) !== total) group.totals.push(total);
    }
  }

  sentences(): readonly string[] {
    return [...this.groups.values()].map((group) => typographie(this.describe(group)));
  }

  private describe({ kind, entree, totals }: Group): string {
    const { place } = situate(this.convention, this.table, entree);
    const { ref, text } = entree.cell;
    const where = `${place} (${formatCellRef(ref)})`;
    const waiting = formatListeCourte(
      totals.map(({ cell }) => addressFrom(cell.ref, ref.sheet)),
      NAMED,
    );
    const several = totals.length > 1;
    const then = `${several ? "Les totaux" : "Le total"} ${waiting} ${several ? "ne sont pas actualisés" : "n’est pas actualisé"}`;
    switch (kind) {
      case "illisible":
        return `${where} : montant illisible, ${cite(text)}. ${then} : corrigez le montant, puis recommencez.`;
      case "texte":
        return `${where} : montant saisi en texte, ${cite(text)}, qu’une formule laisserait de côté. ${then} : saisissez-le en chiffres, puis recommencez.`;
      case "unites":
        return `${where} : les montants à additionner ne sont pas tous dans l’unité du total. ${then} : donnez la même unité aux colonnes, puis recommencez.`;
      case "trop-long":
        return `${where} : les cellules à additionner sont trop dispersées pour une formule. ${then}.`;
      case "sans-action":
        return `${where} : aucune action à additionner. ${then}.`;
      case "axe-dessous":
        return `${cite(ref.sheet)} : les lignes d’axe semblent placées sous leurs actions, et non au-dessus comme dans l’annexe. ${then}, pour ne pas y mettre la somme d’un autre axe : placez chaque ligne d’axe au-dessus de ses actions, puis recommencez.`;
    }
  }
}
