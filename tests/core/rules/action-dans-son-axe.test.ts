// Actions stand under their axe.
import rule from "../../../src/core/rules/action-dans-son-axe";
import { flat, moved, unknownAction, unknownAxe } from "./budget-rows";
import { testRule } from "./rule-tester";

testRule(rule, {
  compliant: [
    { name: "the annex" },
    {
      name: "an unknown action has no axe of its own",
      budget: { rows: (rows) => [unknownAction("Épicerie mobile", [1, 1]), ...rows] },
    },
  ],
  discrepancy: [
    {
      name: "the heading of an axe is missing: its actions stand under the one above",
      budget: { rows: (rows) => rows.filter((row) => row.kind !== "axe" || row.axe?.numero !== 2) },
      findings: [
        {
          message: "tout-l-axe",
          severity: "error",
          id: "action-dans-son-axe/axe-2/sous-1",
          cells: ["Budget!A6", "Budget!A7"],
          found: 2,
          expected: 0,
          gap: 2,
        },
      ],
    },
    {
      name: "an action under another axe",
      budget: { rows: moved(3, 1) },
      findings: [
        {
          message: "autre-axe",
          id: "action-dans-son-axe/3",
          severity: "error",
          cells: ["Budget!A5"],
          found: 1,
          expected: 2,
        },
      ],
    },
    {
      name: "an action above the first axe",
      budget: { rows: ([first, action, ...rows]) => (first && action ? [action, first, ...rows] : rows) },
      findings: [
        { message: "hors-axe", id: "action-dans-son-axe/1", severity: "error", cells: ["Budget!A3"], expected: 1 },
      ],
    },
  ],
  notCheckable: [
    {
      name: "an action without any row: it is in no axe",
      budget: { rows: (rows) => rows.filter((row) => row.kind !== "action" || row.action?.numero !== 3) },
      coverage: [7, 8],
      notCheckable: 1,
    },
    { name: "a table without axes", budget: { rows: flat }, notCheckable: 1 },
    {
      name: "a heading that is no axe of the contract",
      budget: { rows: ([, ...rows]) => [unknownAxe("Axe « Culture »"), ...rows] },
      notCheckable: 1,
    },
  ],
});
