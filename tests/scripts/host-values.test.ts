// What the list of the simulated Excel says of refused values is read out of its source, by whatever way a member comes to it.
import { expect, it } from "vitest";
import { refusedValues } from "../../scripts/host-values";

const refused = refusedValues();

it.each([
  ["WorksheetFreezePanes.freezeAt", "panes frozen from another cell than the first"],
  // By members that another table takes over, and by a function of another file.
  ["Range.copyFrom", "a transposed copy of cells of another sheet"],
  // By a method of the state, and by a function that is given.
  ["TableRow.delete", "the deletion of all cells that a drawing lies on"],
  ["AutoFilter.apply", "criteria of a sheet's own filter"],
])("finds what %s refuses", (member, text) => {
  expect(refused.get(member)?.texts).toContain(text);
});

it("finds the words that a member takes, and nothing of its neighbours", () => {
  expect(refused.get("Application.calculationMode")?.words).toEqual(["Automatic", "Manual"]);
  expect(refused.get("Chart.chartType")?.words).toContain("ColumnClustered");
  expect(refused.get("Range.insert")?.texts).not.toContain("a transposed copy of cells of another sheet");
});
