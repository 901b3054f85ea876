// A pane whose workbook asks of its columns, keeps the answers and tells what they change, as the core does.
import { screen } from "@testing-library/react";
import { vi } from "vitest";
import type { TableauDeLecture } from "../../src/core/domain/lecture";
import type { Answer, Question, Reponse } from "../../src/core/domain/question";
import { A_IGNORER } from "../../src/core/domain/question";
import { cleReponse, joindreReponses } from "../../src/core/domain/reponses";
import type { ReadingProgress } from "../../src/core/reading-progress";
import type { Verification } from "../../src/core/verification";
import { readingTexts } from "../../src/taskpane/reading/texts";
import { texts } from "../../src/taskpane/texts";
import { DiffersFromShown } from "../../src/usecases/as-shown";
import { showPane } from "./pane";
import { cellsAt, verification } from "./sample-verification";

const role = (year: number, party: "etat" | "collectivite", nature: "contracted" | "executed"): Answer => {
  const short = `${party === "etat" ? "L’État" : "La part Métropole"} : ${nature === "contracted" ? "voté" : "dépensé"}`;
  return { role: nature, year, party, nature, short, label: `${short} ${year}` };
};
export const IGNORED: Answer = { role: A_IGNORER, label: "Ne pas comparer" };

function question(column: number, heading: string, years: readonly number[], isSupposed = true): Question {
  const [year = 2024] = years;
  return {
    about: "column",
    key: { kind: "column", path: [heading], sheet: "Budget" },
    text: `Colonne ${heading} : est-ce cela ?`,
    place: `Colonne ${heading}`,
    asked: `Est-ce la part de l’État votée pour ${year} ?`,
    range: { sheet: "Budget", top: 3, bottom: 10, left: column, right: column },
    supposed: isSupposed ? role(year, "etat", "contracted") : null,
    evidence: ["ses montants sont ceux du contrat"],
    answers: [
      ...years.flatMap((each) => [role(each, "etat", "contracted"), role(each, "collectivite", "contracted")]),
      role(year, "etat", "executed"),
      IGNORED,
    ],
    amounts: 8,
    sample: {
      columns: [
        { name: "A", heading: "Action", isAsked: false },
        { name: "C", heading, isAsked: true },
      ],
      rows: [{ number: 4, cells: ["1 Prévenir", "65 000"], isAsked: false }],
    },
    ...(isSupposed && { sameAsContract: { same: 8, of: 8, year, party: "etat", what: "la part de l’État votée" } }),
  };
}

export const BP_2024 = question(2, "BP 2024 Etat", [2024]);
export const BP_2025 = question(5, "BP 2025 Etat", [2025]);
const revised = question(8, "BP 2026 Etat révisé", [2026]);
/** It says more than its neighbours, and two of its amounts are others. */
export const REVISED: Question = {
  ...revised,
  ...(revised.sameAsContract && { sameAsContract: { ...revised.sameAsContract, same: 6 } }),
};
export const FONDS = question(13, "Fonds", [2024, 2025], false);

/** A column that is read, beside those that are asked. */
export const READ = { ...question(3, "Métropole 2024", [2024], false), asked: "À quoi correspondent ces montants ?" };
const range = { sheet: "Budget", top: 3, bottom: 10, left: 3, right: 3 };
const TABLE: TableauDeLecture = {
  range: { ...range, top: 2, left: 0 },
  heading: 2,
  columns: [
    {
      about: "column",
      name: "A",
      words: "Action",
      as: "Intitulés des lignes",
      state: "read",
      key: null,
      role: null,
      reponse: null,
      range,
    },
    {
      ...{ about: "column", name: "D", words: "Métropole 2024", as: "Métropole, voté 2024", state: "read" },
      ...{ key: READ.key, role: role(2024, "collectivite", "contracted"), reponse: null, range },
    },
  ],
  rows: [],
  counts: { contracted: 8, aside: 2 },
};

/** As the core counts it: what is asked no more is compared, and an amount of the local party differs from the contract. */
const progressOf = (kept: readonly Reponse[]): ReadingProgress => ({
  understood: 10 + 8 * kept.length,
  waiting: 0,
  compared: 8 * kept.filter(({ answer }) => answer.nature === "contracted").length,
  discrepancies: kept
    .filter(({ answer }) => answer.party === "collectivite")
    .map(({ key }) => ({
      id: `wrong ${key.path.join()}`,
      cells: cellsAt("Budget!C4", "Budget!C5", "Budget!C6", "Budget!C7"),
    })),
});

/** A workbook that keeps answers and asks the rest. */
export async function show(asked: readonly Question[], begun: readonly Reponse[] = []) {
  let kept: readonly Reponse[] = begun;
  const isKept = (one: Pick<Reponse, "key">) => kept.some((other) => cleReponse(other) === cleReponse(one));
  const verified = (): Verification => {
    const questions = asked.filter((one) => !isKept(one));
    const whole = verification({
      rules: [
        {
          rule: "montant-lisible",
          article: "–",
          title: "",
          status: "compliant",
          needs: [],
          open: [],
          coverage: { compared: 10 + 8 * kept.length, of: 1, missing: [] },
        },
        {
          rule: "montant-contractualise",
          article: "–",
          title: "",
          status: "compliant",
          needs: [],
          open: [],
          coverage: { compared: 0, of: 1, missing: [] },
        },
      ],
      answers: kept.map((reponse) => ({
        reponse,
        label:
          asked
            .find((one) => cleReponse(one) === cleReponse(reponse))
            ?.answers.find(
              ({ role: given, party, year }) =>
                given === reponse.answer.role && party === reponse.answer.party && year === reponse.answer.year,
            )?.label ?? "",
        range: asked.find((one) => cleReponse(one) === cleReponse(reponse))?.range ?? null,
        setAside: null,
      })),
    });
    return {
      ...whole,
      verdict: {
        state: questions.length > 0 ? "to-confirm" : "conforming",
        sentence: "",
        covers: [],
        without: [],
        ...(questions.length > 0 && { questions }),
      },
    };
  };
  const pane = showPane({
    verify: async () => ({ verification: verified(), refusals: [] }),
    questions: async () => ({
      preview: async (_, given) => progressOf(joindreReponses(kept, given)),
      list: async () => [TABLE],
      about: async (_, key) => [...asked, READ].find((one) => cleReponse(one) === cleReponse({ key })) ?? null,
      answer: async (given, shown, gone) => {
        const stands = kept.filter((one) => [...given, ...gone].some((other) => cleReponse(other) === cleReponse(one)));
        const was = shown.filter((one) => [...given, ...gone].some((other) => cleReponse(other) === cleReponse(one)));
        if (JSON.stringify(stands) !== JSON.stringify(was))
          throw new DiffersFromShown("Une réponse a été donnée entre-temps.");
        const left = kept.filter((one) => !gone.some((other) => cleReponse(other) === cleReponse(one)));
        kept = joindreReponses(left, given);
      },
    }),
  });
  const become = (others: readonly Reponse[]) => (kept = others);
  await pane.user.click(screen.getByRole("button", { name: texts.verify }));
  await screen.findByRole("heading", { name: readingTexts.title });
  return { ...pane, kept: () => kept, become };
}

export const button = (name: string | RegExp) => screen.getByRole("button", { name });
export const focusedText = () => document.activeElement?.textContent ?? "";
export const rolesKept = (kept: readonly Reponse[]) =>
  kept.map(({ key, answer: { party, year, nature } }) => [key.path[0], party, year, nature]);

/** As in a pane in which the agent works, whose name is known: here it would not be so where the button that had the focus has gone. */
export function asKnownAgent(): void {
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  localStorage.clear();
  localStorage.setItem("contrat-local-des-solidarites/name", "Claire Martin");
  localStorage.setItem("contrat-local-des-solidarites/party", "local");
}
