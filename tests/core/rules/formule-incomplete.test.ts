// Formulas that miss, repeat or add a row, whatever their value.
import rule from "../../../src/core/rules/formule-incomplete";
import { annexWithSubtotals } from "./budget-rows";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const incomplete = { message: "incomplete", severity: "warning", explained: true } as const;
const fix = [{ cell: "Budget!C15", formula: "=SUM(C4:C5,C7:C8,C10:C11,C13:C14)" }];

/** A formula in C15 with its value; the right one is 332 500. */
const c15 = (formula: string, euros = 332500) => ({ cells: { C15: { formula, euros } } });
const withSubtotals = (cells: Readonly<Record<string, { formula: string; euros: number }>>) => ({
  rows: annexWithSubtotals,
  cells,
});

/** Without the last action. */
const formula = (column: string, euros: number) => ({ formula: `=SUM(${column}4:${column}13)`, euros });
const whole = (column: string) =>
  `=SUM(${column}4:${column}5,${column}7:${column}8,${column}10:${column}11,${column}13:${column}14)`;

testRule(rule, {
  compliant: [
    ...[
      "=SUM(C3:C14)",
      "=C4+C5+C7+C8+C10+C11+C13+C14",
      "=SUM($C$4:C$5,C7:C8)+SUM(Budget!C10:C14)",
      "=SUBTOTAL(9,C4:C14)",
      "=+SUM(C4:C14)-C5+C5",
      "=ROUND(SUM('Budget'!C4:C14),2)",
      "=(SUM(C4:C8)*2+2*SUM(C10:C14))/2",
    ].map((formula) => ({ name: formula, budget: c15(formula) })),
    { name: "both parts", budget: { cells: { B15: { formula: "=C15+D15", euros: 665000 } } } },
    { name: "the parts of the actions", budget: { cells: { B15: { formula: "=SUM(C4:D14)", euros: 665000 } } } },
    {
      name: "the subtotals, formulas and typed",
      budget: withSubtotals({
        C3: { formula: "=SUM(C4:C5)", euros: 85000 },
        C15: { formula: "=C3+C6+C9+C12", euros: 332500 },
      }),
    },
    {
      name: "SUBTOTAL passes over the subtotals within",
      budget: withSubtotals({
        C3: { formula: "=SUBTOTAL(9,C4:C5)", euros: 85000 },
        C6: { formula: "=SUBTOTAL(9,C7:C8)", euros: 45000 },
        C9: { formula: "=SUBTOTAL(9,C10:C11)", euros: 147500 },
        C12: { formula: "=SUBTOTAL(9,C13:C14)", euros: 55000 },
        C15: { formula: "=SUBTOTAL(9,C3:C14)", euros: 332500 },
      }),
    },
  ],
  discrepancy: [
    ...(
      [
        ["a row missing from the range", "=SUM(C4:C13)", 7],
        ["two rows missing", "=SUM(C5:C13)", 6],
        ["a row missing that is worth nothing any more", "=SUM(C4:C11)+C13", 7],
        ["a row counted twice", "=SUM(C4:C14)+C5", 7],
        ["a row taken away", "=SUM(C4:C13)-C14", 7],
        ["half a row", "=SUM(C4:C13)+C14/2", 7],
      ] as const
    ).map(([name, formula, found]) => ({
      name,
      budget: c15(formula),
      findings: [
        {
          ...incomplete,
          id: "formule-incomplete/2024/etat",
          cells: ["Budget!C15"],
          found,
          expected: 8,
          gap: found - 8,
          fix,
        },
      ],
    })),
    {
      name: "one row left out of two totals: two findings",
      budget: { cells: { C15: formula("C", 277500), D15: formula("D", 277500) } },
      findings: (["C", "D"] as const).map((column) => ({
        ...incomplete,
        id: `formule-incomplete/2024/${column === "C" ? "etat" : "metropole"}`,
        cells: [`Budget!${column}15`],
        found: 7,
        expected: 8,
        gap: -1,
        fix: [{ cell: `Budget!${column}15`, formula: whole(column) }],
      })),
    },
    {
      name: "one row left out of three totals: one finding",
      budget: { cells: { C15: formula("C", 277500), D15: formula("D", 277500), F15: formula("F", 280000) } },
      findings: [
        {
          message: "meme-oubli",
          severity: "warning",
          id: "formule-incomplete/formules-manque-7",
          cells: ["Budget!C15", "Budget!D15", "Budget!F15"],
          found: 3,
          expected: 0,
          gap: 3,
          fix: (["C", "D", "F"] as const).map((column) => ({ cell: `Budget!${column}15`, formula: whole(column) })),
        },
      ],
    },
    {
      name: "another column as well",
      budget: c15("=SUM(C4:C14)+D14"),
      findings: [
        {
          message: "en-trop",
          severity: "warning",
          explained: true,
          id: "formule-incomplete/2024/etat",
          cells: ["Budget!C15"],
          found: 9,
          expected: 8,
          gap: 1,
          fix,
        },
      ],
    },
    {
      name: "one part of an action instead of its total",
      budget: { cells: { B15: { formula: "=SUM(B4:B13)+C14", euros: 635000 } } },
      findings: [
        {
          ...incomplete,
          id: "formule-incomplete/2024/total",
          cells: ["Budget!B15"],
          found: 7,
          expected: 8,
          gap: -1,
          fix: [{ cell: "Budget!B15", formula: "=SUM(B4:B5,B7:B8,B10:B11,B13:B14)" }],
        },
      ],
    },
    {
      name: "the subtotals with their actions, and a subtotal that takes a row of the next axe",
      budget: withSubtotals({
        C6: { formula: "=SUM(C7:C10)", euros: 240000 },
        C15: { formula: "=SUM(C3:C14)", euros: 665000 },
      }),
      findings: [
        {
          message: "en-trop",
          severity: "warning",
          explained: true,
          id: "formule-incomplete/axe-2/2024/etat",
          cells: ["Budget!C6"],
          found: 4,
          expected: 2,
          gap: 2,
          fix: [{ cell: "Budget!C6", formula: "=SUM(C7:C8)" }],
        },
        {
          ...incomplete,
          id: "formule-incomplete/2024/etat",
          cells: ["Budget!C15"],
          found: 0,
          expected: 8,
          gap: -8,
          fix,
        },
      ],
    },
  ],
  notCheckable: [
    { name: "typed totals", notCheckable: 1 },
    ...[
      '=SUMIF(A4:A14,"*",C4:C14)',
      "=SUM(Tableau1[État])",
      "=SUM(MonTotal)",
      "=IF(C4>0,SUM(C4:C14),0)",
      "=SUM([1]Feuil1!C4:C14)",
    ].map((formula) => ({ name: formula, budget: c15(formula), notCheckable: 1 })),
    { name: "a small contract, typed", convention: petitContrat, notCheckable: 1 },
  ],
});
