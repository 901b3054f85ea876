// Cases of echeances: what the list of deadlines says of each date and of who fixes it, held against the contract.
import { contratIntegre } from "../../../src/contracts/built-in";
import { buildEcheancier } from "./part-builder";

export const REPORT = "rapport-execution";
export const only = (ids: readonly string[]) => ({
  ...contratIntegre,
  echeances: contratIntegre.echeances.filter(({ id }) => ids.includes(id)),
});
export const convention = only([REPORT]);
type Line = NonNullable<Parameters<typeof buildEcheancier>[0]>[number];
export const line = (ligne: Omit<Line, "id"> = {}) => ({ echeancier: buildEcheancier([{ id: REPORT, ...ligne }]) });
export const passee = {
  message: "passee",
  id: `echeances/${REPORT}`,
  severity: "warning",
  cells: ["Échéancier!A2", "Échéancier!D2"],
} as const;
export const SETTING = "indicateurs-2024";
const autreDate = {
  message: "autre-date",
  id: `echeances/${REPORT}-date`,
  severity: "warning",
  cells: ["Échéancier!B2"],
} as const;

export const compliantLines = [
  ...(
    [
      [REPORT, "le contrat"],
      [REPORT, "Article 2.3"],
      [REPORT, null],
      [SETTING, "réglage, libre"],
      [SETTING, "date indicative"],
    ] as const
  ).map(([id, origine]) => ({
    name: `${id}, at its date, said to be fixed by ${origine ?? "nobody"}`,
    convention: only([id]),
    asOf: "2024-01-01",
    parts: {
      echeancier: buildEcheancier([{ id, origine, date: id === REPORT ? "2026-03-31" : "2024-12-31" }]),
    },
  })),
];

export const otherLines = [
  {
    name: "another date in the sheet changes nothing, and is a finding of its own",
    convention,
    asOf: "2026-04-01",
    parts: line({ date: "2026-06-30" }),
    findings: [passee, autreDate],
  },
  ...["2026-03-30", "2026-04-01", "fin mars"].map((date) => ({
    name: `a date that is not the contract’s, long before: ${date}`,
    convention,
    asOf: "2025-01-01",
    parts: line({ date }),
    findings: [autreDate],
  })),
  {
    name: "done, with another date beside it",
    convention,
    asOf: "2026-11-24",
    parts: line({ fait: "2026-03-12", date: "2026-06-30" }),
    findings: [autreDate],
  },
  {
    name: "another date of a setting",
    convention: only([SETTING]),
    asOf: "2024-01-01",
    parts: { echeancier: buildEcheancier([{ id: SETTING, date: "2025-01-31" }]) },
    findings: [
      { ...autreDate, message: "autre-reglage" as const, severity: "info" as const, id: `echeances/${SETTING}-date` },
    ],
  },
  ...(
    [
      [REPORT, "réglage, libre", "autre-origine", "warning"],
      [REPORT, "avenant n° 1", "autre-origine", "warning"],
      [REPORT, "la préfecture", "origine-inconnue", "info"],
      [SETTING, "le contrat", "autre-origine", "warning"],
      [SETTING, "article 2.3", "autre-origine", "warning"],
      [SETTING, "avenant", "autre-origine", "warning"],
    ] as const
  ).map(([id, origine, message, severity]) => ({
    name: `${id}, said to be fixed by ${origine}`,
    convention: only([id]),
    asOf: "2024-01-01",
    parts: { echeancier: buildEcheancier([{ id, origine }]) },
    findings: [
      {
        message,
        id: `echeances/${id}-origine`,
        severity,
        cells: ["Échéancier!C2"],
        fix: [{ cell: "Échéancier!C2", value: id === REPORT ? "le contrat" : "réglage, libre" }],
      },
    ],
  })),
  {
    name: "twice in the sheet, each with another date",
    convention,
    asOf: "2025-01-01",
    parts: {
      echeancier: buildEcheancier([
        { id: REPORT, date: "2026-04-30" },
        { id: REPORT, date: "2026-05-31" },
      ]),
    },
    findings: [autreDate, { ...autreDate, id: `echeances/${REPORT}-2-date`, cells: ["Échéancier!B3"] }],
  },
];
