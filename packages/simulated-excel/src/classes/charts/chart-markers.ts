// The marks of a series or of one of its points: their form, size and colours.
import type { XmlNode } from "xlsx-model/xml/xml-node";
import type { ExcelState } from "../../excel-state";
import { color } from "../../named-colors";
import { numberArgument } from "../../object-table";
import { words } from "../../words";
import { HostError, hostErrors } from "../../wire";
import { colorOf, solid } from "./chart-look-classes";
import { changer, type PartObject } from "./chart-object";
import { need, setValueAt, valueAt } from "./chart-xml";

const MARKERS = words(
  "Automatic auto, None none, Square square, Diamond diamond, Triangle triangle, X x, Star star, Dot dot, Dash dash, Circle circle, Plus plus",
);
const MARKER_SIZES = { least: 2, most: 72 };

export function markerMembers(state: ExcelState) {
  const change = changer(state);
  const spot = (object: PartObject) => object.read()?.find("marker");
  const edit = (object: PartObject, work: (marker: XmlNode) => void) =>
    change(object, () => work(need(object.write(), "marker")));
  return {
    get: {
      MarkerBackgroundColor: (object: PartObject) => colorOf(spot(object)?.find("spPr")) ?? "",
      MarkerForegroundColor: (object: PartObject) => colorOf(spot(object)?.find("spPr", "ln")) ?? "",
      MarkerSize: (object: PartObject) => Number(valueAt(spot(object), "size") ?? 5),
      MarkerStyle: (object: PartObject) => MARKERS.toApi(valueAt(spot(object), "symbol") ?? "auto"),
    },
    set: {
      MarkerBackgroundColor: (object: PartObject, value: unknown) =>
        edit(object, (found) => solid(need(found, "spPr"), color(value))),
      MarkerForegroundColor: (object: PartObject, value: unknown) =>
        edit(object, (found) => solid(need(found, "spPr", "ln"), color(value))),
      MarkerSize(object: PartObject, value: unknown) {
        const size = numberArgument(value);
        if (size < MARKER_SIZES.least || size > MARKER_SIZES.most) throw hostErrors.invalidArgument();
        edit(object, (found) => setValueAt(found, "size", Math.round(size)));
      },
      MarkerStyle(object: PartObject, value: unknown) {
        if (state.hasBug("marker-style-fails"))
          throw new HostError("GeneralException", "An internal error has occurred.");
        const symbol = MARKERS.toFile(value);
        edit(object, (found) => setValueAt(found, "symbol", symbol === "auto" ? null : symbol));
      },
    },
  };
}
