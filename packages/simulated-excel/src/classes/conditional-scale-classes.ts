// Conditional formats without a condition: colour scales, data bars and icon sets.
import type { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../excel-state";
import { color } from "../named-colors";
import { booleanArgument, hostClass, recordsArgument, textArgument, type ClassTables } from "../object-table";
import { checkRuleFormula } from "../formula/entered-formula";
import { hostErrors, NotSimulated } from "../wire";
import { boundFormula, BOUNDS, iconSet, ICONS, openRule, type FormatObject } from "./conditional-rules";

interface Bound {
  readonly type?: string;
  readonly formula?: string | number;
  readonly color?: string;
  readonly operator?: string;
}

export function conditionalScaleClasses(state: ExcelState): ClassTables {
  const part = (className: string) => (object: FormatObject) => ({ ...object, className }) satisfies FormatObject;
  const make = (object: FormatObject) => (local: string) => object.sheet.conditionalRules.node(local);
  const scale = (object: FormatObject) => {
    const [found] = openRule(object).rule.children.filter(({ local }) =>
      /^(?:colorScale|dataBar|iconSet)$/.test(local),
    );
    if (!found) throw hostErrors.itemNotFound();
    return found;
  };
  const change = (object: FormatObject) => (state.writable(object.sheet), scale(object));
  const colorOf = (node: XmlNode | undefined) => `#${(node?.get("rgb") ?? "FF000000").slice(-6).toUpperCase()}`;
  const boundNode = (object: FormatObject, { type, formula }: Bound, isAutomatic: string) => {
    const file = type === undefined || type === "Automatic" ? isAutomatic : BOUNDS.toFile(type);
    const node = make(object)("cfvo").set("type", file);
    if (file === "min" || file === "max") return node;
    if (formula === undefined) throw hostErrors.invalidArgument();
    const given = boundFormula(formula);
    checkRuleFormula(state, object.sheet.id, `=${given}`);
    return node.set("val", given);
  };
  const boundOf = (node: XmlNode | undefined): Bound => ({
    type: BOUNDS.toApi(node?.get("type") ?? "num"),
    ...(node?.get("val") === undefined ? {} : { formula: `=${node.get("val") ?? ""}` }),
  });
  /** Only in Excel's extension of the format, which is kept and not read. */
  const fixed = (value: unknown) => ({
    get: () => value,
    set(_: unknown, given: unknown) {
      if (given !== value) throw new NotSimulated(`the value ${JSON.stringify(given)}`);
    },
  });
  const members = (parts: Readonly<Record<string, ReturnType<typeof fixed>>>) => ({
    get: Object.fromEntries(Object.entries(parts).map(([name, { get }]) => [name, get])),
    set: Object.fromEntries(Object.entries(parts).map(([name, { set }]) => [name, set])),
  });
  const setBound = (object: FormatObject, at: 0 | 1, value: unknown) => {
    const bound = value as Bound;
    textArgument(bound.type);
    const node = boundNode(object, bound, at === 0 ? "min" : "max");
    const bar = change(object);
    const old = bar.all("cfvo")[at];
    const place = old ? bar.content.indexOf(old) : 0;
    bar.content.splice(place, old ? 1 : 0, node);
  };
  const bar = members({ AxisColor: fixed("#000000"), AxisFormat: fixed("Automatic"), BarDirection: fixed("Context") });
  const positive = members({ BorderColor: fixed(""), GradientFill: fixed(true) });
  const negative = members({
    BorderColor: fixed(""),
    FillColor: fixed("#FF0000"),
    MatchPositiveBorderColor: fixed(true),
    MatchPositiveFillColor: fixed(false),
  });

  return {
    ColorScaleConditionalFormat: hostClass<FormatObject>({
      get: {
        Criteria(object) {
          const [bounds, colors] = [scale(object).all("cfvo"), scale(object).all("color")];
          const at = (index: number) => ({ ...boundOf(bounds.at(index)), color: colorOf(colors.at(index)) });
          return { minimum: at(0), ...(bounds.length === 3 ? { midpoint: at(1) } : {}), maximum: at(-1) };
        },
        ThreeColorScale: (object) => scale(object).all("cfvo").length === 3,
      },
      set: {
        Criteria(object, value) {
          const { minimum, midpoint, maximum } = value as Readonly<Record<string, Bound | undefined>>;
          if (!minimum || !maximum) throw hostErrors.invalidArgument();
          const bounds = [minimum, ...(midpoint ? [midpoint] : []), maximum];
          const colors = bounds.map((bound) => make(object)("color").set("rgb", `FF${color(bound.color).slice(1)}`));
          const nodes = bounds.map((bound, at) => boundNode(object, bound, at === 0 ? "min" : "max"));
          const node = change(object);
          node.content.splice(0, Infinity, ...nodes, ...colors);
        },
      },
    }),
    DataBarConditionalFormat: hostClass<FormatObject>({
      get: {
        ...bar.get,
        LowerBoundRule: (object) => boundOf(scale(object).all("cfvo")[0]),
        ShowDataBarOnly: (object) => scale(object).get("showValue") === "0",
        UpperBoundRule: (object) => boundOf(scale(object).all("cfvo")[1]),
      },
      set: {
        ...bar.set,
        LowerBoundRule: (object, value) => setBound(object, 0, value),
        ShowDataBarOnly: (object, value) => void change(object).set("showValue", booleanArgument(value) ? "0" : null),
        UpperBoundRule: (object, value) => setBound(object, 1, value),
      },
      nav: {
        NegativeFormat: part("ConditionalDataBarNegativeFormat"),
        PositiveFormat: part("ConditionalDataBarPositiveFormat"),
      },
    }),
    ConditionalDataBarPositiveFormat: hostClass<FormatObject>({
      get: { ...positive.get, FillColor: (object) => colorOf(scale(object).find("color")) },
      set: {
        ...positive.set,
        FillColor: (object, value) =>
          void change(object)
            .find("color")
            ?.set("rgb", `FF${color(value).slice(1)}`),
      },
    }),
    ConditionalDataBarNegativeFormat: hostClass<FormatObject>(negative),
    IconSetConditionalFormat: hostClass<FormatObject>({
      get: {
        Criteria: (object) =>
          scale(object)
            .all("cfvo")
            .map((node, at) =>
              at === 0
                ? { type: "Invalid", formula: "", operator: "Invalid" }
                : { ...boundOf(node), operator: node.get("gte") === "0" ? "GreaterThan" : "GreaterThanOrEqual" },
            ),
        ReverseIconOrder: (object) => scale(object).get("reverse") === "1",
        ShowIconOnly: (object) => scale(object).get("showValue") === "0",
        Style: (object) => ICONS.toApi(scale(object).get("iconSet") ?? "3TrafficLights1"),
      },
      set: {
        Criteria(object, value) {
          const bounds = recordsArgument(value) as readonly Bound[];
          const node = change(object);
          if (bounds.length !== node.all("cfvo").length) throw hostErrors.invalidArgument();
          // The first one is whatever lies below the second.
          const nodes = bounds.map((bound, at) =>
            at === 0
              ? make(object)("cfvo").set("type", "percent").set("val", "0")
              : boundNode(object, bound, "num").set("gte", bound.operator === "GreaterThan" ? "0" : null),
          );
          node.content.splice(0, Infinity, ...nodes);
        },
        ReverseIconOrder: (object, value) => void change(object).set("reverse", booleanArgument(value) ? "1" : null),
        ShowIconOnly: (object, value) => void change(object).set("showValue", booleanArgument(value) ? "0" : null),
        Style(object, value) {
          const fresh = iconSet(ICONS.toFile(textArgument(value)), make(object));
          const node = change(object);
          node.set("iconSet", fresh.get("iconSet") ?? "");
          node.content.splice(0, Infinity, ...fresh.content);
        },
      },
    }),
  };
}
