// Drawings beside cells that are inserted or deleted: each keeps of its place and size what its placement says.
import type { ChartPlace, OpenChart } from "xlsx-model/charts/open-chart";
import { isWhole } from "xlsx-model/drawings/shift-anchors";
import type { OpenShape } from "xlsx-model/drawings/open-shape";
import type { Shift } from "xlsx-model/formulas/shift-references";
import type { SheetModel } from "xlsx-model/workbook-model";
import { boxOfPlace, movedTo } from "./classes/charts/chart-place";
import { NotSimulated } from "./wire";

type Drawn = Pick<OpenChart | OpenShape, "anchor" | "place" | "setPlace">;

/** To be asked before the cells move: answers what to do once they have. "OneCell" moves and keeps its size, "Absolute" stays. */
export function keepPlacements(sheet: SheetModel, shift: Shift): () => void {
  const drawn: Drawn[] = [...sheet.drawnCharts.opened(), ...sheet.shapes.list()];
  const kept = drawn.flatMap((each) => {
    const { place } = each;
    if (!place) return [];
    const box = boxOfPlace(sheet, each);
    refuseUnknown("to" in place ? place : movedTo(sheet, box), shift);
    const placement = each.anchor.get("editAs");
    return "to" in place && (placement === "oneCell" || placement === "absolute") ? [{ each, box, placement }] : [];
  });
  return () => {
    for (const { each, box, placement } of kept) {
      const { Left, Top } = placement === "absolute" ? box : boxOfPlace(sheet, each);
      each.setPlace(movedTo(sheet, { ...box, Left, Top }));
    }
  };
}

function refuseUnknown({ from, to }: ChartPlace, { range, towards }: Shift): void {
  const isVertical = towards === "down" || towards === "up";
  const [first, last] = isVertical ? [range.top, range.bottom] : [range.left, range.right];
  const axis = isVertical ? "row" : "col";
  const ends = (at: "row" | "col") => to[at] - (to[`${at}Off`] > 0 ? 0 : 1);
  if (isWhole({ range, towards })) {
    const isDeleted = towards === "up" || towards === "left";
    if (isDeleted && from[axis] >= first && ends(axis) <= last)
      throw new NotSimulated("the deletion of all cells that a drawing lies on");
    return;
  }
  const [across, left, right] = isVertical
    ? (["col", range.left, range.right] as const)
    : (["row", range.top, range.bottom] as const);
  if (ends(axis) >= first && from[across] <= right && ends(across) >= left)
    throw new NotSimulated("cells that move beneath a drawing without their whole rows or columns");
}
