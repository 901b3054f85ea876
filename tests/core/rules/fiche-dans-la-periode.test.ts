// fiche-dans-la-periode: the first and last day, one day too early and too late, and calendars that cannot be read.
import rule from "../../../src/core/rules/fiche-dans-la-periode";
import { contratIntegre } from "../../../src/contracts/built-in";
import { buildFiche, buildFiches } from "./part-builder";
import { petitContrat } from "./petit-contrat";
import { testRule } from "./rule-tester";

const [action] = contratIntegre.actions;
if (!action) throw new Error("no action");
const withCalendar = (calendrier: string) => ({ fiches: buildFiches({ 5: { calendrier } }) });
const outside = {
  message: "hors-periode",
  id: "fiche-dans-la-periode/5",
  severity: "error",
  cells: ["'Fiche 5'!B4"],
} as const;

testRule(rule, {
  compliant: [
    "du 1er janvier 2024 au 31 décembre 2027",
    "2024-2027",
    "01/01/2024 au 31/12/2027",
    "du 1er janvier au 31 décembre 2027",
    "du 1er janvier 2024 au 31 décembre 2027\n2024 : étude de faisabilité\n2025 : déploiement du réseau",
    "2024, 2025 et 2026",
    "jusqu’au 31 décembre 2027",
    "01/01/2024\n31/12/2027",
    "de juin 2025 à décembre 2027",
    "du 1er janvier 2024 au 31 décembre 2027, à la place d’une aide versée jusqu’en 2023",
  ].map((calendrier) => ({ name: calendrier.replaceAll("\n", " | "), parts: withCalendar(calendrier) })),
  discrepancy: [
    ...[
      "du 1er janvier 2024 au 1er janvier 2028",
      "du 31 décembre 2023 au 31 décembre 2027",
      "2023-2028",
      "2024-2028",
      "01/01/2024\n01/01/2028",
      "du 1er janvier 2024 au 31 décembre 2027\n2028 : évaluation",
      "jusqu’en juin 2028",
      "2029",
      "à partir de janvier 2028",
    ].map((calendrier) => ({
      name: calendrier.replaceAll("\n", " | "),
      parts: withCalendar(calendrier),
      findings: [outside],
    })),
    {
      name: "a contract whose years begin in July",
      convention: petitContrat,
      parts: {
        fiches: buildFiches(
          {
            1: { calendrier: "du 30/06/2024 au 30/06/2026" },
            2: { calendrier: "2024-2025" },
            3: { calendrier: "du 1er juillet 2024 au 30 juin 2026" },
          },
          petitContrat,
        ),
      },
      findings: [
        { message: "hors-periode", id: "fiche-dans-la-periode/1", severity: "error", cells: ["'Fiche 1'!B4"] },
      ],
    },
    {
      name: "two fiches of one action: each has its own",
      parts: { fiches: [1, 2].map(() => buildFiche(action, { calendrier: "2029" })) },
      notCheckable: 1,
      findings: [1, 2].map((rank) => ({
        message: "hors-periode" as const,
        id: `fiche-dans-la-periode/1${rank === 1 ? "" : "/fiche-2"}`,
        severity: "error" as const,
        cells: ["'Fiche 1'!B4"],
      })),
    },
  ],
  notCheckable: [
    "toute la durée du contrat",
    "réunion en mai",
    "31 février 2025",
    "du 31/12/2027 au 01/01/2024",
    "",
    "du 1er janvier 2024 au 31 décembre 2027, suite d’une étude menée en 2021 par la ville",
  ].map((calendrier) => ({ name: `« ${calendrier} »`, parts: withCalendar(calendrier), notCheckable: 1 })),
});
