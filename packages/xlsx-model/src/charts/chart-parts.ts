// The parts of a package that hold charts: added with their types and relationships, taken away without a trace.
import { addContentType } from "../package/content-types";
import type { OpcPackage } from "../package/opc-package";
import { addRelationship } from "../package/relationships";
import type { AddedPart } from "../package/remove-part";
import { EMPTY_DRAWING } from "./anchor";

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

function freePath(pack: OpcPackage, stem: string): string {
  let number = 1;
  while (pack.has(`${stem}${number}.xml`)) number++;
  return `${stem}${number}.xml`;
}

/** The number of a chart that was deleted goes to no other: by its path it is known. */
function freshChartPath(pack: OpcPackage): string {
  let number = 1;
  while (pack.hasHad(`xl/charts/chart${number}.xml`)) number++;
  return `xl/charts/chart${number}.xml`;
}

/** An empty drawing for a sheet that has none. */
export function addDrawing(pack: OpcPackage, sheet: string): AddedPart {
  return addPart(pack, sheet, freePath(pack, "xl/drawings/drawing"), DRAWING_TYPE, "drawing", EMPTY_DRAWING);
}

export function addChartPart(pack: OpcPackage, drawing: string, text: string): AddedPart {
  return addPart(pack, drawing, freshChartPath(pack), CHART_TYPE, "chart", text);
}

function addPart(pack: OpcPackage, owner: string, path: string, type: string, kind: string, text: string): AddedPart {
  pack.setText(path, text);
  addContentType(pack, path, type);
  return { path, relationship: addRelationship(pack, owner, kind, `/${path}`) };
}
