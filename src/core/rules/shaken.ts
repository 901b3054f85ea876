// What an open question could change: a rule accuses nobody of what may only be a column or a row that was not understood.
import { formatRangeRef, isSameSheet, type RangeRef } from "xlsx-model/cell-ref";
import type { Dossier } from "../domain/dossier";
import { isOfMesure } from "../domain/mesure";
import type { Question, QuestionKind } from "../domain/question";
import type { RuleId } from "./rule-id";
import { notComparable, type NotComparable, type Report, type RuleMeta } from "./rule";

type Said = Pick<Report<RuleMeta>, "message" | "key" | "cells" | "figures">;

interface Shake {
  readonly rule: RuleId;
  readonly about: QuestionKind;
  readonly isMeant: (said: Said, question: Question) => boolean;
}

const rangesOf = ({ range, alsoAt = [] }: Question): readonly RangeRef[] => (range ? [range, ...alsoAt] : []);

const isBeside = ({ cells: [cell] }: Said, question: Question): boolean =>
  cell === undefined ||
  question.range === null ||
  rangesOf(question).some(({ sheet }) => isSameSheet(cell.sheet, sheet));

const isOfIndicators = ({ answers }: Question): boolean => answers.some(({ nature }) => nature === "target");

const isIndicatorRow = ({ answers }: Question): boolean =>
  answers.some(({ of, action }) => of !== undefined && action !== undefined);

/** A finding on the very cells that are asked about needs no line here. */
const SHAKES: readonly Shake[] = [
  {
    rule: "tableau-attendu",
    about: "column",
    isMeant: ({ key }, question) =>
      key === (isOfIndicators(question) ? "tableau-des-indicateurs" : "tableau-budgetaire"),
  },
  // A table whose actions stand in columns is a table all the same.
  ...(["table", "party"] as const).flatMap((about): Shake[] => [
    { rule: "tableau-attendu", about, isMeant: ({ key }) => key === "tableau-budgetaire" },
    // What a table may be of, nobody misses elsewhere.
    {
      rule: "annees-du-contrat",
      about,
      isMeant: ({ message, key }) => message !== "hors-periode" && key !== "indicateurs",
    },
    { rule: "actions-du-contrat", about, isMeant: ({ message }) => message !== "repetee" },
    { rule: "enveloppe-annuelle", about, isMeant: () => true },
    { rule: "repartition-par-axe", about, isMeant: () => true },
  ]),
  {
    rule: "annees-du-contrat",
    about: "column",
    isMeant: (said, question) =>
      said.message !== "hors-periode" &&
      (said.key === "indicateurs") === isOfIndicators(question) &&
      isBeside(said, question),
  },
  // It may be another financing, which belongs to the total.
  {
    rule: "total-de-l-action",
    about: "column",
    isMeant: (said, question) => !isOfIndicators(question) && isBeside(said, question),
  },
  {
    rule: "actions-du-contrat",
    about: "row",
    isMeant: ({ message }, question) => message !== "repetee" && !isIndicatorRow(question),
  },
  {
    rule: "indicateurs-du-contrat",
    about: "row",
    isMeant: ({ message }, question) => message !== "repete" && isIndicatorRow(question),
  },
  // The row below may be what an empty action has.
  {
    rule: "montant-contractualise",
    about: "row",
    isMeant: (said, question) => said.figures?.found === null && isBeside(said, question),
  },
  { rule: "action-dans-son-axe", about: "row", isMeant: isBeside },
  { rule: "enveloppe-annuelle", about: "row", isMeant: isBeside },
  { rule: "repartition-par-axe", about: "row", isMeant: isBeside },
  { rule: "sous-total-axe", about: "row", isMeant: isBeside },
  { rule: "total-general", about: "row", isMeant: isBeside },
  { rule: "formule-incomplete", about: "row", isMeant: isBeside },
];

const stands = ({ cells }: Said, question: Question): boolean =>
  rangesOf(question).some((range) =>
    cells.some(
      ({ sheet, row, column }) =>
        isSameSheet(sheet, range.sheet) &&
        row >= range.top &&
        row <= range.bottom &&
        column >= range.left &&
        column <= range.right,
    ),
  );

/** Null where nothing that is still asked could change what the report says. */
export function shakenBy(rule: string, { questions = [] }: Dossier): (said: Said) => NotComparable | null {
  const own = SHAKES.filter((shake) => shake.rule === rule);
  // Which of several columns is executed changes nothing of what is contracted, but which column comes twice.
  const isShaken = (said: Said, one: Question): boolean =>
    isOfMesure(one.key)
      ? rule === "annees-du-contrat" && isBeside(said, one)
      : own.some(({ about, isMeant }) => about === one.about && isMeant(said, one));
  return (said) => {
    const question = questions.find((one) => stands(said, one) || isShaken(said, one));
    if (!question) return null;
    const place = question.range ? `${formatRangeRef(question.range)}, ` : "";
    return notComparable(`${place}à préciser d’abord.`);
  };
}
