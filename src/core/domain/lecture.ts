// What each column and each row of the tables was read as, for a person who looks it over and may say otherwise.
import type { RangeRef } from "xlsx-model/cell-ref";
import type { QuestionKey, Reponse, Role } from "./question";

/** A column or a row of a table, with what it is read as. */
export interface LigneDeLecture {
  readonly about: "column" | "row";
  /** As Excel shows it: "C", "12". */
  readonly name: string;
  /** Its headings from the top down, or its label, as typed. */
  readonly words: string;
  /** "État, voté 2024"; null where nothing says it. */
  readonly as: string | null;
  /** "asked" where it is a question, whose supposition `as` then is. */
  readonly state: "read" | "asked" | "confirmed";
  /** By what an answer finds it again; null where none can be given. */
  readonly key: QuestionKey | null;
  /** The same as an answer to it would say it; null where none would. */
  readonly role: Role | null;
  /** Who said so; null unless it is confirmed. */
  readonly reponse: Reponse | null;
  readonly range: RangeRef;
}

/** Where a figure of a table is, in the order in which it is told; "asked" waits for an answer, "other" is held against nothing. */
export const LIEUX_DES_NOMBRES = [
  "contracted",
  "executed",
  "sum",
  "indicator",
  "imputation",
  "autres",
  "unknown",
  "detail",
  "aside",
  "asked",
  "other",
] as const;
export type LieuDesNombres = (typeof LIEUX_DES_NOMBRES)[number];

/** What stands under one heading. */
export interface TableauDeLecture {
  readonly range: RangeRef;
  /** Zero-based: the lowest row of its heading. */
  readonly heading: number;
  readonly columns: readonly LigneDeLecture[];
  readonly rows: readonly LigneDeLecture[];
  /** How many of its figures are where. */
  readonly counts: Readonly<Partial<Record<LieuDesNombres, number>>>;
}
