// Workbooks that are verified, asked about and answered round by round, as a person does.
import { contratIntegre } from "../../src/contracts/built-in";
import type { Question, Reponse, Role } from "../../src/core/domain/question";
import { verify } from "../../src/core/verify";
import type { RawWorkbook } from "../../src/core/workbook-port";

const ROUNDS = 5;

export function say(raw: RawWorkbook) {
  const { verification } = verify(raw, contratIntegre, "2024-06-30");
  return {
    questions: verification.verdict.questions ?? [],
    state: verification.verdict.state,
    accused: verification.findings.filter(({ severity }) => severity !== "info").map(({ id }) => id),
  };
}

/** Answers what is asked after what was answered; `round` sees what is said each time. */
export function answered(
  raw: RawWorkbook,
  answer: (question: Question) => Role | null,
  round: (said: ReturnType<typeof say>) => void = () => undefined,
): ReturnType<typeof say> {
  let reponses: readonly Reponse[] = [];
  for (let count = 0; count < ROUNDS; count += 1) {
    const said = say({ ...raw, reponses });
    round(said);
    const given = said.questions.flatMap((question): Reponse[] => {
      const role = answer(question);
      return role
        ? [{ key: question.key, answer: role, by: "C. Agent", on: "2024-06-01", speaksFor: "collectivite" }]
        : [];
    });
    if (given.length === 0) return said;
    reponses = [...reponses, ...given];
  }
  return say({ ...raw, reponses });
}
