// Workbooks whose columns or rows do not say enough, the questions put about them, and what is said once they are answered.
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Answer, Question, Reponse } from "../../../../src/core/domain/question";
import { verificationJson } from "../../../../src/core/verification-json";
import { verify } from "../../../../src/core/verify";
import type { RawWorkbook } from "../../../../src/core/workbook-port";
import { tableauIndicateurs } from "../annexes";
import type { Grid } from "../figures";
import { actionLabel, euros } from "../layouts";
import { rawWorkbook, type CellLiteral } from "../raw-workbook-builder";

const { actions } = contratIntegre;
export const YEARS = [2024, 2025, 2026, 2027];
export const PARTS = ["etat", "collectivite", "total"] as const;
export type Part = (typeof PARTS)[number];

const columns = YEARS.flatMap((annee) => PARTS.map((part) => ({ annee, part })));
export const heads = (name: (annee: number, part: Part) => CellLiteral): readonly CellLiteral[] =>
  columns.map(({ annee, part }) => name(annee, part));
export const amountsOf = (action: (typeof actions)[number]): readonly number[] =>
  columns.map(({ annee, part }) => euros(action, annee, part));

/** The budget of the annex under other headings. */
export const budget = (...rows: readonly (readonly CellLiteral[])[]): Grid => [
  ...rows,
  ...actions.map((action) => [actionLabel(action), ...amountsOf(action)]),
];

export const WORDS: Readonly<Record<Part, string>> = { etat: "Etat", collectivite: "Métropole", total: "Total" };
export const PLAIN = ["Action", ...heads((annee, part) => `${WORDS[part]} ${annee}`)];

export const workbook = (sheets: Readonly<Record<string, Grid>>): RawWorkbook =>
  rawWorkbook({ ...sheets, Indicateurs: tableauIndicateurs });

export function say(raw: RawWorkbook, asOf = "2024-06-30") {
  const { verification, dossier } = verify(raw, contratIntegre, asOf);
  const json = verificationJson(verification);
  return {
    dossier,
    json,
    state: json.verdict.state,
    sentence: json.verdict.sentence,
    questions: verification.verdict.questions ?? [],
    accused: json.findings.filter(({ severity }) => severity !== "info").map(({ id }) => id),
    status: (rule: string) => json.rules.find((one) => one.rule === rule)?.status,
  };
}

export const answer = (
  raw: RawWorkbook,
  choose: (question: Question) => Answer | null | undefined,
): ReturnType<typeof say> => {
  const reponses = say(raw).questions.flatMap((question): Reponse[] => {
    const chosen = choose(question);
    return chosen
      ? [{ key: question.key, answer: chosen, by: "C. Agent", on: "2024-06-01", speaksFor: "collectivite" }]
      : [];
  });
  return say({ ...raw, reponses });
};

export const supposed = ({ supposed: one }: Question): Answer | null => one;
