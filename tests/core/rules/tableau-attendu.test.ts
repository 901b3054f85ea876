// A budget table and an indicator table are expected in the workbook.
import rule from "../../../src/core/rules/tableau-attendu";
import { testRule } from "./rule-tester";

const absent = { severity: "error", cells: [], found: 0, expected: 1, gap: -1 } as const;

testRule(rule, {
  compliant: [
    { name: "both tables are there" },
    { name: "no execution table", absences: [{ kind: "execution", reason: "aucun", sheets: [] }] },
  ],
  discrepancy: [
    {
      name: "no budget table on the sheets looked at",
      budget: null,
      absences: [{ kind: "budget", reason: "aucun", sheets: [{ sheet: "Notes", why: "aucune colonne d’année" }] }],
      findings: [{ message: "absent", id: "tableau-attendu/tableau-budgetaire", ...absent }],
    },
    {
      name: "an empty workbook",
      budget: null,
      indicateurs: null,
      absences: [
        { kind: "budget", reason: "aucun", sheets: [] },
        { kind: "indicators", reason: "aucun", sheets: [] },
      ],
      findings: [
        { message: "vide", id: "tableau-attendu/tableau-budgetaire", ...absent },
        { message: "vide", id: "tableau-attendu/tableau-des-indicateurs", ...absent },
      ],
    },
    {
      name: "two candidates for the indicator table",
      indicateurs: null,
      absences: [
        {
          kind: "indicators",
          reason: "plusieurs",
          sheets: [
            { sheet: "Suivi", why: "A1:G12" },
            { sheet: "Suivi (2)", why: "A1:G12" },
          ],
        },
      ],
      findings: [
        {
          message: "plusieurs",
          id: "tableau-attendu/tableau-des-indicateurs",
          severity: "error",
          cells: [],
          found: 2,
          expected: 1,
          gap: 1,
        },
      ],
    },
    {
      name: "two execution tables, and a choice that is no longer there",
      absences: [
        {
          kind: "execution",
          reason: "plusieurs",
          sheets: [
            { sheet: "Réalisé", why: "A1:G12" },
            { sheet: "Réalisé (2)", why: "A1:G12" },
          ],
        },
      ],
      choix: [{ kind: "execution", candidats: [], choixPerdu: true }],
      findings: [
        {
          message: "plusieurs",
          id: "tableau-attendu/tableau-d-execution",
          severity: "error",
          cells: [],
          found: 2,
          expected: 1,
          gap: 1,
          explained: true,
        },
      ],
    },
  ],
});
