// Answers about columns are kept in the workbook and taken back from it; never over what a colleague answered meanwhile.
import { expect, it } from "vitest";
import type { Reponse } from "../../src/core/domain/question";
import { openFileWorkbook } from "../../src/files/file-workbook";
import { answerQuestions } from "../../src/usecases/answer-questions";
import { DiffersFromShown } from "../../src/usecases/as-shown";
import { createXlsx } from "xlsx-model/create-xlsx";

const answer = (by: string, heading = "BP 2024 Etat"): Reponse => ({
  key: { kind: "column", path: [heading], sheet: "Budget" },
  answer: { role: "voté", year: 2024, party: "etat", nature: "contracted" },
  ...{ by, on: "2026-11-24", speaksFor: "collectivite" },
});

it("keeps, replaces and takes back answers as they were shown", async () => {
  const { port } = openFileWorkbook(createXlsx("suivi.xlsx").save(), "suivi.xlsx");
  const kept = async () => (await port.read()).reponses ?? [];
  const [ana, bob, other] = [answer("Ana"), answer("Bob"), answer("Ana", "CA 2024")];
  await answerQuestions(port, [ana, other], []);
  expect(await kept()).toEqual([ana, other]);
  await expect(answerQuestions(port, [bob], [])).rejects.toThrow(DiffersFromShown);
  await expect(answerQuestions(port, [], [bob], [bob])).rejects.toThrow(DiffersFromShown);
  expect(await kept()).toEqual([ana, other]);
  await answerQuestions(port, [bob], [ana, other]);
  expect(await kept()).toEqual([other, bob]);
  await answerQuestions(port, [], [bob], [bob]);
  expect(await kept()).toEqual([other]);
});
