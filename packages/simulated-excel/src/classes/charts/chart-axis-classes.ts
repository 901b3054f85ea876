// The axes of a chart: scale, format of the figures, ticks, gridlines, title.
import type { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../../excel-state";
import {
  booleanArgument,
  hostClass,
  numberArgument,
  textArgument,
  wholeArgument,
  type ClassTables,
} from "../../object-table";
import { isNumberFormat } from "../../number-format";
import { hostErrors, NotSimulated } from "../../wire";
import { words } from "../../words";
import { titleMembers } from "./chart-label-classes";
import { lookOf } from "./chart-look-classes";
import { isRangeObject } from "../objects";
import type { RangeObject } from "../range-object";
import { changer, plotArea, seriesOf, within, type PartObject } from "./chart-object";
import { referenceNode } from "./new-chart";
import { isOn, made, need, put, setValueAt, valueAt } from "./chart-xml";

type AxisType = "Category" | "Value" | "Series";
interface AxisObject extends PartObject {
  readonly axis: AxisType;
}

const TICKS = words("None none, Cross cross, Inside in, Outside out");
const LABELS = words("NextToAxis nextTo, High high, Low low, None none");
const POSITIONS = words("Automatic autoZero, Maximum max, Minimum min");
const UNITS = words(
  "Hundreds hundreds, Thousands thousands, TenThousands tenThousands, HundredThousands hundredThousands, Millions millions, " +
    "TenMillions tenMillions, HundredMillions hundredMillions, Billions billions, Trillions trillions",
);

export function chartAxisClasses(state: ExcelState): ClassTables {
  const change = changer(state);
  const axis =
    (type: AxisType) =>
    (object: PartObject): AxisObject => {
      const { sheet, chart } = object;
      const read = () => axisOf(object, type);
      return { className: "ChartAxis", sheet, chart, axis: type, read, write: () => read() };
    };
  /** An empty text gives the choice back to Excel, which computes it: what it then is, is not known here. */
  const bound = (...path: readonly [string, ...string[]]) => limited(-Infinity, Infinity, ...path);
  const limited = (least: number, most: number, ...path: readonly [string, ...string[]]) => {
    const local = path.at(-1) ?? "";
    const owner = (node: XmlNode) => need(node, ...path.slice(0, -1));
    return {
      get(object: AxisObject) {
        const said = valueAt(object.read(), ...path);
        if (said === undefined) throw new NotSimulated(`the ${local} that Excel chooses for an axis`);
        return Number(said);
      },
      set(object: AxisObject, value: unknown) {
        const number = value === "" ? null : numberArgument(value);
        if (number !== null && (number < least || number > most)) throw hostErrors.invalidArgument();
        change(object, () => setValueAt(owner(object.write()), local, number));
      },
    };
  };
  const choice = (local: string, list: typeof TICKS, unsaid: string) => ({
    get: (object: AxisObject) => list.toApi(valueAt(object.read(), local) ?? unsaid),
    set: (object: AxisObject, value: unknown) =>
      change(object, () => setValueAt(object.write(), local, list.toFile(value))),
  });
  const spacing = (local: string) => ({
    get: (object: AxisObject) => Number(valueAt(object.read(), local) ?? 1),
    set(object: AxisObject, value: unknown) {
      const number = wholeArgument(value, 1, 31_999);
      change(object, () => setValueAt(object.write(), local, number));
    },
  });
  const [minimum, maximum] = [bound("scaling", "min"), bound("scaling", "max")];
  const [majorUnit, minorUnit] = [bound("majorUnit"), bound("minorUnit")];
  const [majorTick, minorTick] = [choice("majorTickMark", TICKS, "cross"), choice("minorTickMark", TICKS, "cross")];
  const labels = choice("tickLblPos", LABELS, "nextTo");
  const crosses = choice("crosses", POSITIONS, "autoZero");
  const [labelSpacing, markSpacing] = [spacing("tickLblSkip"), spacing("tickMarkSkip")];
  // The bounds are those of the file's schema, which is all that is said of it.
  const logBase = limited(2, 1000, "scaling", "logBase");
  const gridlines = (local: string) => (object: PartObject) =>
    within(
      "ChartGridlines",
      object,
      (node) => node.find(local),
      (node) => need(node, local),
    );
  const title = titleMembers(state);

  return {
    ChartAxes: hostClass<PartObject>({
      nav: { CategoryAxis: axis("Category"), SeriesAxis: axis("Series"), ValueAxis: axis("Value") },
      call: {
        GetItem(object, type, group) {
          if (group !== undefined && group !== null && group !== "Primary") throw new NotSimulated("secondary axes");
          if (type === "Invalid") throw hostErrors.invalidArgument();
          return axis(type as AxisType)(object);
        },
      },
    }),
    ChartAxis: hostClass<AxisObject>({
      get: {
        AxisGroup: () => "Primary",
        CategoryType: (object) => (isOn(valueAt(object.read(), "auto"), true) ? "Automatic" : "TextAxis"),
        CustomDisplayUnit: (object) => Number(valueAt(object.read(), "dispUnits", "custUnit") ?? 0),
        DisplayUnit(object) {
          const units = object.read()?.find("dispUnits");
          if (!units) return "None";
          const known = valueAt(units, "builtInUnit");
          return known === undefined ? "Custom" : UNITS.toApi(known);
        },
        IsBetweenCategories: (object) => valueAt(axisOf(object, "Value"), "crossBetween") !== "midCat",
        LinkNumberFormat: (object) => isOn(object.read()?.find("numFmt")?.get("sourceLinked"), true),
        LogBase: logBase.get,
        MajorTickMark: majorTick.get,
        MajorUnit: majorUnit.get,
        Maximum: maximum.get,
        Minimum: minimum.get,
        MinorTickMark: minorTick.get,
        MinorUnit: minorUnit.get,
        MultiLevel: (object) => !isOn(valueAt(object.read(), "noMultiLvlLbl"), false),
        NumberFormat: (object) => object.read()?.find("numFmt")?.get("formatCode") ?? "General",
        Offset: (object) => Number(valueAt(object.read(), "lblOffset") ?? 100),
        Position: (object) => (object.read()?.find("crossesAt") ? "Custom" : crosses.get(object)),
        PositionAt: (object) => Number(valueAt(object.read(), "crossesAt") ?? 0),
        ShowDisplayUnitLabel: (object) => object.read()?.find("dispUnits", "dispUnitsLbl") !== undefined,
        ReversePlotOrder: (object) => valueAt(object.read(), "scaling", "orientation") === "maxMin",
        ScaleType: (object) => (object.read()?.find("scaling", "logBase") ? "Logarithmic" : "Linear"),
        TickLabelPosition: labels.get,
        TickLabelSpacing: labelSpacing.get,
        TickMarkSpacing: markSpacing.get,
        Type: ({ axis: type }) => type,
        Visible: (object) => !isOn(valueAt(object.read(), "delete"), false),
      },
      set: {
        CategoryType(object, value) {
          if (value === "DateAxis") throw new NotSimulated("axes of dates");
          change(object, () => setValueAt(object.write(), "auto", value === "Automatic"));
        },
        DisplayUnit: (object, value) =>
          change(object, () => {
            object.write().remove("dispUnits");
            if (value !== "None") setValueAt(need(object.write(), "dispUnits"), "builtInUnit", UNITS.toFile(value));
          }),
        IsBetweenCategories: (object, value) =>
          change(object, () =>
            setValueAt(axisOf(object, "Value"), "crossBetween", booleanArgument(value) ? "between" : "midCat"),
          ),
        LinkNumberFormat: (object, value) =>
          change(object, () => need(object.write(), "numFmt").set("sourceLinked", booleanArgument(value))),
        LogBase: logBase.set,
        MajorTickMark: majorTick.set,
        MajorUnit: majorUnit.set,
        Maximum: maximum.set,
        Minimum: minimum.set,
        MinorTickMark: minorTick.set,
        MinorUnit: minorUnit.set,
        MultiLevel: (object, value) =>
          change(object, () => setValueAt(object.write(), "noMultiLvlLbl", !booleanArgument(value))),
        NumberFormat(object, value) {
          const code = textArgument(value);
          if (!isNumberFormat(code)) throw hostErrors.invalidArgument();
          change(object, () => need(object.write(), "numFmt").set("formatCode", code).set("sourceLinked", false));
        },
        Offset(object, value) {
          const number = wholeArgument(value, 0, 1000);
          change(object, () => setValueAt(object.write(), "lblOffset", number));
        },
        Position(object, value) {
          crosses.set(object, value);
          change(object, () => object.write().remove("crossesAt"));
        },
        ReversePlotOrder: (object, value) =>
          change(object, () =>
            setValueAt(need(object.write(), "scaling"), "orientation", booleanArgument(value) ? "maxMin" : "minMax"),
          ),
        ScaleType: (object, value) =>
          change(object, () =>
            setValueAt(need(object.write(), "scaling"), "logBase", value === "Logarithmic" ? 10 : null),
          ),
        ShowDisplayUnitLabel: (object, value) =>
          change(object, () => {
            const units = object.write().find("dispUnits");
            units?.remove("dispUnitsLbl");
            if (units && booleanArgument(value)) need(units, "dispUnitsLbl");
          }),
        TickLabelPosition: labels.set,
        TickLabelSpacing: labelSpacing.set,
        TickMarkSpacing: markSpacing.set,
        Visible: (object, value) => change(object, () => setValueAt(object.write(), "delete", !booleanArgument(value))),
      },
      nav: {
        Format: lookOf("ChartAxisFormat"),
        MajorGridlines: gridlines("majorGridlines"),
        MinorGridlines: gridlines("minorGridlines"),
        Title: (object) => within("ChartAxisTitle", object, (node) => node.find("title"), newTitle),
      },
      call: {
        SetCategoryNames(object, cells) {
          if (!isRangeObject(cells) || object.axis !== "Category") throw hostErrors.invalidArgument();
          change(object, () => {
            for (const { ser, group } of seriesOf(object)) categorise(ser, group, cells);
          });
        },
        SetCustomDisplayUnit(object, value) {
          const unit = numberArgument(value);
          if (unit <= 0) throw hostErrors.invalidArgument();
          change(object, () => {
            object.write().remove("dispUnits");
            setValueAt(need(object.write(), "dispUnits"), "custUnit", unit);
          });
        },
        SetPositionAt: (object, value) =>
          change(object, () => {
            object.write().remove("crosses");
            setValueAt(object.write(), "crossesAt", numberArgument(value));
          }),
      },
    }),
    ChartAxisFormat: hostClass<PartObject>({
      nav: { Fill: lookOf("ChartFill"), Font: lookOf("ChartFont"), Line: lookOf("ChartLineFormat") },
    }),
    ChartAxisTitle: hostClass<PartObject>({
      get: { ...title.get, Visible: (object) => object.read() !== undefined },
      set: {
        ...title.set,
        Visible: (object, value) =>
          change(object, () => {
            const owner = object.write();
            if (booleanArgument(value)) return;
            for (const each of plotArea(object).children) each.detach(owner);
          }),
      },
      nav: { Format: lookOf("ChartAxisTitleFormat") },
    }),
    ChartAxisTitleFormat: hostClass<PartObject>({
      nav: { Border: lookOf("ChartBorder"), Fill: lookOf("ChartFill"), Font: lookOf("ChartFont") },
    }),
    ChartGridlines: hostClass<PartObject>({
      get: { Visible: (object) => object.read() !== undefined },
      set: {
        Visible: (object, value) =>
          change(object, () => {
            const lines = object.write();
            if (booleanArgument(value)) return;
            for (const each of plotArea(object).children) each.detach(lines);
          }),
      },
      nav: { Format: lookOf("ChartGridlinesFormat") },
    }),
    ChartGridlinesFormat: hostClass<PartObject>({ nav: { Line: lookOf("ChartLineFormat") } }),
  };
}

function categorise(ser: XmlNode, group: XmlNode, { sheet, range }: RangeObject): void {
  const name = /^(?:scatter|bubble)/.test(group.local) ? "xVal" : "cat";
  ser.remove(name);
  put(ser, made(name)).append(referenceNode("str", sheet, range));
}

function newTitle(axis: XmlNode): XmlNode {
  const known = axis.find("title");
  if (known) return known;
  const title = put(axis, made("title"));
  setValueAt(title, "overlay", false);
  return title;
}

/** The axis of that type; of two axes of values, the first one is the horizontal one. */
function axisOf(object: PartObject, type: AxisType): XmlNode {
  const axes = plotArea(object).children.filter(({ local }) => local.endsWith("Ax"));
  const ofValues = axes.filter(({ local }) => local === "valAx");
  const found = {
    Category:
      axes.find(({ local }) => local === "catAx" || local === "dateAx") ??
      (ofValues.length > 1 ? ofValues[0] : undefined),
    Value: ofValues.at(-1),
    Series: axes.find(({ local }) => local === "serAx"),
  }[type];
  if (!found) throw hostErrors.invalidOperation("The chart has no such axis.");
  return found;
}
