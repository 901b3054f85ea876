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
  ],
  notCheckable: [
    {
      name: "two candidates for the indicator table: which of them is asked",
      notCheckable: 1,
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
    },
  ],
});
