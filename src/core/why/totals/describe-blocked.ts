// Totals that cannot be computed, told once per cell at fault: which cell, why, what to do, and the totals that wait for it.
import { addressFrom, formatCellRef } from "xlsx-model/cell-ref";
import { situateInBand, type Band } from "../../facts/bands";
import type { YearFact } from "../../facts/fact";
import type { Convention } from "../../contract/convention";
import { formatListeCourte } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import type { Obstacle } from "./band-totals";

const NAMED = 4;

interface Group {
  readonly kind: Obstacle["kind"];
  readonly fact: YearFact;
  readonly totals: YearFact[];
}

export class BlockedTotals {
  private readonly groups = new Map<string, Group>();

  constructor(
    private readonly convention: Convention,
    private readonly band: Band,
  ) {}

  add(total: YearFact, obstacles: readonly Obstacle[]): void {
    for (const { kind, fact } of obstacles) {
      const at = fact ?? total;
      const { sheet, row } = at.cell.ref;
      // An axe without actions lacks them in each year; where the axes stand concerns them all.
      const places = { "sans-action": `${sheet}/${row}`, "axe-dessous": sheet };
      const key = `${kind}/${kind === "sans-action" || kind === "axe-dessous" ? places[kind] : formatCellRef(at.cell.ref)}`;
      const group = this.groups.get(key) ?? { kind, fact: at, totals: [] };
      this.groups.set(key, group);
      if (group.totals.at(-1) !== total) group.totals.push(total);
    }
  }

  sentences(): readonly string[] {
    return [...this.groups.values()].map((group) => typographie(this.describe(group)));
  }

  private describe({ kind, fact, totals }: Group): string {
    const { place } = situateInBand(this.convention, this.band, fact);
    const { ref, text } = fact.cell;
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
