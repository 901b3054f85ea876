// Amount cells are numbers; a text that plainly is an amount can be converted.
import { UNCOMPUTED } from "xlsx-model/values/uncomputed";
import rule from "../../../src/core/rules/montant-lisible";
import { annexWithSubtotals, unknownAction } from "./budget-rows";
import { buildImputation } from "./part-builder";
import { testRule } from "./rule-tester";

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "missing amounts are not unreadable", budget: { cells: { C4: null, D4: "nd" } } },
    { name: "a formula with a number", budget: { cells: { B4: { formula: "=C4+D4", euros: 130000 } } } },
  ],
  discrepancy: [
    {
      name: "a number whose format shows another amount",
      budget: { cells: { C4: { euros: 65000, format: "0," } } },
      findings: [
        {
          message: "format",
          id: "montant-lisible/1/2024/etat",
          severity: "warning",
          cells: ["Budget!C4"],
          found: 65000,
        },
      ],
    },
    {
      name: "three numbers whose format shows other amounts",
      budget: {
        cells: Object.fromEntries(
          ["C4", "D4", "B4"].map((cell) => [cell, { euros: cell === "B4" ? 130000 : 65000, format: '0" k€"' }]),
        ),
      },
      findings: [
        {
          message: "formats",
          id: "montant-lisible/formats-tableau-budgetaire",
          severity: "warning",
          cells: ["Budget!C4", "Budget!D4", "Budget!B4"],
          found: 3,
          expected: 0,
          gap: 3,
        },
      ],
    },
    {
      name: "three texts of a table are one finding",
      budget: {
        cells: {
          C4: { text: "65 000", euros: 65000 },
          D4: { text: "65 000", euros: 65000 },
          C5: { text: "20 000", euros: 20000 },
        },
      },
      findings: [
        {
          message: "textes",
          id: "montant-lisible/textes-tableau-budgetaire",
          severity: "warning",
          cells: ["Budget!C4", "Budget!D4", "Budget!C5"],
          found: 3,
          expected: 0,
          gap: 3,
          fix: [
            { cell: "Budget!C4", value: 65000 },
            { cell: "Budget!D4", value: 65000 },
            { cell: "Budget!C5", value: 20000 },
          ],
        },
      ],
    },
    {
      name: "three cells with the same words around other figures",
      budget: { cells: { C4: "65 000 env.", D4: "65 000 env.", C5: "20 000 env." } },
      findings: [
        {
          message: "illisibles",
          id: "montant-lisible/illisibles-tableau-budgetaire-env",
          severity: "error",
          cells: ["Budget!C4", "Budget!D4", "Budget!C5"],
          found: 3,
          expected: 0,
          gap: 3,
        },
      ],
    },
    {
      name: "three formulas whose result the workbook does not hold",
      budget: {
        cells: Object.fromEntries(
          ["B4", "B5", "B7"].map((cell) => [cell, { formula: "=VLOOKUP(A4,Base!A:B,2,0)", error: UNCOMPUTED }]),
        ),
      },
      findings: [
        {
          message: "non-calculees",
          id: "montant-lisible/non-calculees-tableau-budgetaire",
          severity: "error",
          cells: ["Budget!B4", "Budget!B5", "Budget!B7"],
          found: 3,
          expected: 0,
          gap: 3,
        },
      ],
    },
    {
      name: "the execution table, and what the State has paid",
      budget: { cells: { C4: "?" } },
      execution: { verses: [2024], cells: { C4: "?", N5: { text: "20 k€", euros: 20000 } } },
      findings: [
        { message: "illisible", id: "montant-lisible/1/2024/etat", severity: "error", cells: ["Budget!C4"] },
        {
          message: "illisible",
          id: "montant-lisible/1/2024/etat/execution",
          severity: "error",
          cells: ["Exécution!C4"],
        },
        {
          message: "texte",
          id: "montant-lisible/2/2024/etat/verse",
          severity: "warning",
          cells: ["Exécution!N5"],
          found: 20000,
          fix: [{ cell: "Exécution!N5", value: 20000 }],
        },
      ],
    },
    {
      name: "a text that gives its amount, with its conversion",
      budget: { cells: { C4: { text: "65 000 €", euros: 65000 } } },
      findings: [
        {
          message: "texte",
          id: "montant-lisible/1/2024/etat",
          severity: "warning",
          cells: ["Budget!C4"],
          found: 65000,
          fix: [{ cell: "Budget!C4", value: 65000 }],
        },
      ],
    },
    {
      name: "a text in a table in thousands is converted to its unit",
      budget: { unit: "k€", cells: { D4: { text: "65 000,50 €", euros: 65000.5 } } },
      findings: [
        {
          message: "texte",
          id: "montant-lisible/1/2024/metropole",
          severity: "warning",
          cells: ["Budget!D4"],
          found: 65000.5,
          fix: [{ cell: "Budget!D4", value: 65.0005 }],
        },
      ],
    },
    {
      name: "a formula that gives a text is left to the agent",
      budget: { cells: { C15: { text: "332 500", euros: 332500, formula: '=TEXT(SUM(C4:C14),"# ##0")' } } },
      findings: [
        {
          message: "texte",
          id: "montant-lisible/2024/etat",
          severity: "warning",
          cells: ["Budget!C15"],
          found: 332500,
        },
      ],
    },
    {
      name: "a formula that shows an error, with the word that it stumbles over where it can be told",
      budget: {
        cells: {
          C4: "nd",
          B4: { formula: "=C4+D4", error: "#VALEUR!" },
          E4: { formula: "=VLOOKUP(A4,Base!A:B,2,0)", error: "#N/A" },
          H4: { formula: "=VLOOKUP(A4,Base!A:B,2,0)", error: UNCOMPUTED },
        },
      },
      findings: [
        {
          message: "illisible-formule",
          id: "montant-lisible/1/2024/total",
          severity: "error",
          cells: ["Budget!B4"],
          explained: true,
        },
        { message: "illisible-formule", id: "montant-lisible/1/2025/total", severity: "error", cells: ["Budget!E4"] },
        { message: "non-calculee", id: "montant-lisible/1/2026/total", severity: "error", cells: ["Budget!H4"] },
      ],
    },
    {
      name: "one wrong cell elsewhere in every formula that reads it: one finding from three on",
      budget: {
        cells: {
          C4: { formula: "=Hypotheses!B2", error: "#REF!" },
          F4: { formula: "=Hypotheses!B2", error: "#REF!" },
          I4: { formula: "=Hypotheses!B2*2", error: "#REF!" },
        },
      },
      findings: [
        {
          message: "illisibles-formules",
          id: "montant-lisible/formules-tableau-budgetaire-ref",
          severity: "error",
          cells: ["Budget!C4", "Budget!F4", "Budget!I4"],
          found: 3,
          expected: 0,
          gap: 3,
        },
      ],
    },
    {
      name: "unreadable cells of an action, of a subtotal and of an unknown action",
      budget: {
        rows: (rows) => [...annexWithSubtotals(rows), unknownAction("Bus de nuit", [0, 0])],
        cells: { G4: "Entre 200 et 500", C3: "#REF!", C16: "voir note" },
      },
      findings: [
        { message: "illisible", id: "montant-lisible/1/2025/metropole", severity: "error", cells: ["Budget!G4"] },
        {
          message: "illisible",
          id: "montant-lisible/2024/etat/action-bus-de-nuit",
          severity: "error",
          cells: ["Budget!C16"],
        },
        { message: "illisible", id: "montant-lisible/axe-1/2024/etat", severity: "error", cells: ["Budget!C3"] },
      ],
    },
    {
      name: "amounts of the imputation: of an axe, of a row that is none, and the total",
      parts: {
        imputation: buildImputation({
          lignes: (lignes) => [
            ...lignes.map((ligne) => ({
              ...ligne,
              montants: [ligne.axe === 2 ? { text: "45 k€", euros: 45000 } : 0],
            })),
            { axe: null, label: "Autre", code: "0304", montants: ["à voir"] },
          ],
          total: ["voir Chorus"],
        }),
      },
      findings: [
        {
          message: "texte",
          id: "montant-lisible/axe-2/2024/imputation",
          severity: "warning",
          cells: ["Imputation!C3"],
          found: 45000,
          fix: [{ cell: "Imputation!C3", value: 45000 }],
        },
        {
          message: "illisible",
          id: "montant-lisible/2024/imputation-autre",
          severity: "error",
          cells: ["Imputation!C6"],
        },
        {
          message: "illisible",
          id: "montant-lisible/2024/imputation-total",
          severity: "error",
          cells: ["Imputation!C7"],
        },
      ],
    },
  ],
});
