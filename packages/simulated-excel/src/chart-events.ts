// Charts that are added, deleted and brought to the front by a click, as their listeners are told.
import type { OpenChart } from "xlsx-model/charts/open-chart";
import type { SheetModel } from "xlsx-model/workbook-model";
import type { EventKey } from "./object-table";

/** Message types of the client library. */
export const CHART_EVENT = { added: 50, activated: 51, deactivated: 52, deleted: 53 } as const;

export interface ActiveChart {
  readonly sheet: SheetModel;
  readonly chart: OpenChart;
}

export class ChartEvents {
  #active: ActiveChart | null = null;

  constructor(private readonly notify: (notice: EventKey & { readonly details: () => unknown }) => void) {}

  /** Null while cells are selected, and for one that has gone. */
  get active(): ActiveChart | null {
    const active = this.#active;
    return active?.sheet.drawnCharts.opened().some(({ path }) => path === active.chart.path) ? active : null;
  }

  added(sheet: SheetModel, chart: OpenChart): void {
    this.#tell(CHART_EVENT.added, { sheet, chart }, { source: "Local" });
  }

  /** To be said while it is still there. */
  deleted(sheet: SheetModel, chart: OpenChart): void {
    if (this.#active?.chart.path === chart.path) this.#active = null;
    this.#tell(CHART_EVENT.deleted, { sheet, chart }, { source: "Local" });
  }

  activate(sheet: SheetModel, chart: OpenChart): void {
    if (this.active?.chart.path === chart.path) return;
    this.leave();
    this.#active = { sheet, chart };
    this.#tell(CHART_EVENT.activated, this.#active);
  }

  /** Another workbook is open. */
  forget(): void {
    this.#active = null;
  }

  /** Something else is selected. */
  leave(): void {
    const { active } = this;
    this.#active = null;
    if (active) this.#tell(CHART_EVENT.deactivated, active);
  }

  /** The chart's own listeners, and those of the sheet's charts. */
  #tell(type: number, { sheet, chart }: ActiveChart, more: Readonly<Record<string, unknown>> = {}): void {
    const details = { chartId: chart.path, worksheetId: sheet.id, ...more };
    for (const target of [chart.path, sheet.id]) this.notify({ type, target, details: () => details });
  }
}
