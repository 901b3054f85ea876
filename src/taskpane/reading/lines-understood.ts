// How many columns and rows are understood, of all that hold figures; a whole table that is asked about counts as one more.
import type { LigneDeLecture, TableauDeLecture } from "../../core/domain/lecture";
import type { Question } from "../../core/domain/question";
import { cleReponse } from "../../core/domain/reponses";

export interface LinesUnderstood {
  readonly understood: number;
  readonly all: number;
  /** Some of what is asked is no column and no row. */
  readonly hasTables: boolean;
}

const keysOf = ({ key }: LigneDeLecture): readonly string[] =>
  key === null ? [] : [cleReponse({ key }), cleReponse({ key: { kind: key.kind, path: key.path } })];

export function linesUnderstood(tables: readonly TableauDeLecture[], questions: readonly Question[]): LinesUnderstood {
  const lines = tables.flatMap(({ columns, rows }) => [...columns, ...rows]);
  const asked = lines.filter(({ state }) => state === "asked");
  const listed = new Set(asked.flatMap(keysOf));
  const others = questions.filter((question) => !listed.has(cleReponse(question)));
  return {
    understood: lines.length - asked.length,
    all: lines.length + others.length,
    hasTables: others.some(({ about }) => about !== "column" && about !== "row"),
  };
}
