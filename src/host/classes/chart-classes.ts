// Charts: listing those of a sheet, adding column charts with lines over them, changing and deleting them.
import type { SheetModel } from "../../files/workbook-model";
import { boxOf } from "../box";
import type { ExcelState } from "../excel-state";
import {
  booleanArgument,
  choiceArgument,
  hostClass,
  numberArgument,
  textArgument,
  type ClassTables,
  type HostObject,
} from "../object-table";
import { hostErrors } from "../wire";
import { draftOfPlan, newDraft, newSeries, planOfDraft, type ChartDraft, type DraftSeries } from "./chart-draft";
import { isRangeObject, toRange, type SheetObject } from "./objects";
import { color } from "./range-format-classes";
import { boxGetters } from "./sheet-object-classes";

interface ChartObject extends HostObject {
  readonly sheet: SheetModel;
  /** By which it is found again; the add-in may change it. */
  readonly identity: { name: string };
}

interface SeriesObject extends ChartObject {
  readonly index: number;
}

const COLUMNS = ["ColumnClustered", "ColumnStacked"] as const;
const LINE_STYLES = ["Continuous", "None"] as const;

export function chartClasses(state: ExcelState): ClassTables {
  const drafts = new Map<SheetModel, ChartDraft[]>();
  const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

  /** What the add-in says of charts is written when its request ends, or when it asks for something. */
  const keep = (sheet: SheetModel, draft: ChartDraft) => {
    state.writable(sheet);
    drafts.set(sheet, [...(drafts.get(sheet) ?? []), draft]);
    state.finishLater(() => {
      drafts.set(sheet, drafts.get(sheet)?.filter((other) => other !== draft) ?? []);
      const plan = planOfDraft(draft);
      if (typeof plan === "string") return plan;
      if (draft.original !== null && !sameName(draft.original, draft.name)) sheet.removeChart(draft.original);
      state.writable(sheet).setChart(plan);
      return null;
    });
    return draft;
  };
  const known = (sheet: SheetModel, name: string): ChartDraft | null => {
    const plan = sheet.charts.find((chart) => sameName(chart.name, name))?.plan;
    return drafts.get(sheet)?.find((draft) => sameName(draft.name, name)) ?? (plan ? draftOfPlan(plan) : null);
  };
  const draftOf = ({ sheet, identity }: ChartObject): ChartDraft => {
    const draft = known(sheet, identity.name);
    if (!draft) throw hostErrors.invalidOperation("Charts of this type are not simulated.");
    return drafts.get(sheet)?.includes(draft) ? draft : keep(sheet, draft);
  };
  const seriesOf = (object: SeriesObject): DraftSeries => {
    const series = draftOf(object).series[object.index];
    if (!series) throw hostErrors.itemNotFound();
    return series;
  };

  const names = (sheet: SheetModel) => [
    ...sheet.charts.map(({ name }) => name),
    ...(drafts.get(sheet) ?? []).flatMap(({ original, name }) => (original === null ? name : [])),
  ];
  const chartObject = (sheet: SheetModel, name: string): ChartObject => ({
    className: "Chart",
    sheet,
    identity: { name },
  });
  const find = ({ sheet }: SheetObject, key: unknown) => {
    const name = names(sheet).find((candidate) => sameName(candidate, textArgument(key)));
    return name === undefined ? null : chartObject(sheet, name);
  };
  const part =
    <T extends ChartObject>(className: string) =>
    (object: T): T => ({ ...object, className });
  const series = (object: ChartObject, index: number): SeriesObject => ({ ...object, className: "ChartSeries", index });
  const draftRange = ({ sheet }: ChartObject, reference: unknown) => {
    const found = toRange(state, sheet, reference);
    if (found.sheet !== sheet) throw hostErrors.invalidArgument("Only cells of the chart's own sheet.");
    return found.range;
  };
  const checked = (check: (value: unknown) => unknown) => (_: unknown, value: unknown) => void check(value);

  return {
    ChartCollection: hostClass<SheetObject>({
      items: ({ sheet }) => names(sheet).map((name) => chartObject(sheet, name)),
      call: {
        Add({ sheet }, type, source, by) {
          if (!isRangeObject(source) || source.sheet !== sheet) throw hostErrors.invalidArgument();
          const { top, left, bottom, right } = source.range;
          const isOne = choiceArgument(by, ["Columns", "Rows"]) === "Columns" ? left === right : top === bottom;
          if (!isOne) throw hostErrors.invalidArgument("Only from the cells of one series.");
          let number = names(sheet).length + 1;
          while (names(sheet).some((name) => sameName(name, `Graphique ${number}`))) number += 1;
          const name = `Graphique ${number}`;
          keep(sheet, newDraft(name, choiceArgument(type, COLUMNS), source.range));
          return chartObject(sheet, name);
        },
        GetItem(object, key) {
          const chart = find(object, key);
          if (!chart) throw hostErrors.itemNotFound();
          return chart;
        },
        GetItemOrNullObject: find,
      },
    }),
    Chart: hostClass<ChartObject>({
      key: ({ identity }) => ({ Id: identity.name }),
      get: {
        Id: ({ identity }) => identity.name,
        Name: ({ identity }) => identity.name,
        ...boxGetters(({ sheet, identity }: ChartObject) => {
          const placed = sheet.objects.find(({ kind, name }) => kind === "drawing" && name === identity.name);
          if (!placed) throw hostErrors.itemNotFound();
          return boxOf(sheet, placed.range);
        }),
      },
      set: {
        ChartType(object, value) {
          const draft = draftOf(object);
          draft.type = choiceArgument(value, COLUMNS);
          for (const each of draft.series) each.type = draft.type;
        },
        Name(object, value) {
          const draft = draftOf(object);
          draft.name = textArgument(value);
          object.identity.name = draft.name;
        },
      },
      nav: {
        Axes: part("ChartAxes"),
        Format: part("ChartAreaFormat"),
        Legend: part("ChartLegend"),
        Series: part("ChartSeriesCollection"),
        Title: part("ChartTitle"),
      },
      call: {
        Delete: ({ sheet, identity }) => state.writable(sheet).removeChart(identity.name),
        SetPosition(object, start, end) {
          const [first, last] = [draftRange(object, start), draftRange(object, end)];
          draftOf(object).place = { top: first.top, left: first.left, bottom: last.bottom, right: last.right };
        },
      },
    }),
    ChartSeriesCollection: hostClass<ChartObject>({
      items: (object) => (known(object.sheet, object.identity.name)?.series ?? []).map((_, at) => series(object, at)),
      call: {
        Add(object, name) {
          const draft = draftOf(object);
          draft.series.push(newSeries(textArgument(name), draft.type, null));
          return series(object, draft.series.length - 1);
        },
        GetItemAt(object, index) {
          if (!draftOf(object).series[numberArgument(index)]) throw hostErrors.itemNotFound();
          return series(object, numberArgument(index));
        },
      },
    }),
    ChartSeries: hostClass<SeriesObject>({
      get: { Name: ({ sheet, identity, index }) => known(sheet, identity.name)?.series[index]?.name ?? "" },
      set: {
        ChartType: (object, value) => (seriesOf(object).type = choiceArgument(value, [...COLUMNS, "LineMarkers"])),
        GapWidth: checked(numberArgument),
        MarkerBackgroundColor: (object, value) => (seriesOf(object).marker = color(value)),
        MarkerForegroundColor: checked(color),
        MarkerSize: checked(numberArgument),
        MarkerStyle: checked((value) => choiceArgument(value, ["Circle", "Dash"])),
        Name: (object, value) => (seriesOf(object).name = textArgument(value)),
        Overlap: checked(numberArgument),
      },
      nav: { Format: part("ChartSeriesFormat") },
      call: {
        Delete: (object) => void draftOf(object).series.splice(object.index, 1),
        SetValues: (object, cells) => void (seriesOf(object).values = draftRange(object, cells)),
        SetXAxisValues: (object, cells) => void (seriesOf(object).categories = draftRange(object, cells)),
      },
    }),
    ChartSeriesFormat: hostClass<SeriesObject>({ nav: { Fill: part("ChartFill"), Line: part("ChartLineFormat") } }),
    ChartFill: hostClass<SeriesObject>({
      call: { SetSolidColor: (object, value) => void (seriesOf(object).fill = color(value)) },
    }),
    ChartLineFormat: hostClass<ChartObject & { readonly index?: number }>({
      set: {
        Color(object, value) {
          const given = color(value);
          if (object.index !== undefined) seriesOf({ ...object, index: object.index }).line = given;
        },
        LineStyle(object, value) {
          const style = choiceArgument(value, LINE_STYLES);
          if (object.index !== undefined) seriesOf({ ...object, index: object.index }).isLineDrawn = style !== "None";
        },
        Weight: checked(numberArgument),
      },
    }),
    ChartTitle: hostClass<ChartObject>({
      set: { Text: (object, value) => (draftOf(object).title = textArgument(value)) },
      nav: { Format: part("ChartTitleFormat") },
    }),
    ChartLegend: hostClass<ChartObject>({
      set: {
        Position: (object, value) => (draftOf(object).legend = choiceArgument(value, ["Bottom"])),
        Visible: checked(booleanArgument),
      },
    }),
    ChartAxes: hostClass<ChartObject>({ nav: { ValueAxis: part("ChartAxis") } }),
    ChartAxis: hostClass<ChartObject>({
      set: {
        Minimum: (object, value) => (draftOf(object).minimum = value === "" ? null : numberArgument(value)),
        NumberFormat: (object, value) => (draftOf(object).valueFormat = textArgument(value)),
      },
      nav: { MajorGridlines: part("ChartGridlines") },
    }),
    ChartGridlines: hostClass<ChartObject>({ nav: { Format: part("ChartGridlinesFormat") } }),
    ChartGridlinesFormat: hostClass<ChartObject>({ nav: { Line: part("ChartLineFormat") } }),
    ChartAreaFormat: hostClass<ChartObject>({ nav: { Font: part("ChartFont") } }),
    ChartTitleFormat: hostClass<ChartObject>({ nav: { Font: part("ChartFont") } }),
    ChartFont: hostClass<ChartObject>({
      set: { Bold: checked(booleanArgument), Color: checked(color), Size: checked(numberArgument) },
    }),
  };
}
