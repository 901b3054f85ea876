// What only a person can tell of a workbook: what is asked, what is supposed and on what evidence, the answers that there are, and the one given.
import type { RangeRef } from "xlsx-model/cell-ref";
import type { Nature, Part } from "./natures";
import type { Partie } from "./parties";
import type { Unite } from "./values/unite";

/** What is asked about; each kind has the keys that an answer needs to find its question again. */
export const QUESTION_KINDS = ["contract", "column", "row", "table", "party"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Never an address: an answer follows renamed sheets, moved columns and inserted rows. */
export interface QuestionKey {
  readonly kind: QuestionKind;
  /**
   * Of a column its headings as the agent typed them, from the top down; of a row its label; of a table what is asked of it, then the
   * words that tell it from others.
   */
  readonly path: readonly string[];
  /** The sheet; left out where the answer holds on each. */
  readonly sheet?: string;
}

/** What a column, a row or a table holds, or whose the workbook is. */
export interface Role {
  /** French, as the agent reads it. */
  readonly role: string;
  readonly year?: number;
  readonly party?: Part;
  readonly nature?: Nature;
  /** Of a row: the number of the contract's action. */
  readonly action?: string;
  /** Identifier of a contract's definition. */
  readonly contract?: string;
  /** Of a table. */
  readonly unit?: Unite;
  /** The table that is meant, by its name. */
  readonly of?: string;
}

export interface Answer extends Role {
  /** In words: what a button or a list shows. */
  readonly label: string;
  /** The same of any year, or action: "L’État : ce qui est voté"; left out where it has neither. */
  readonly short?: string;
  /** Where the table stands that it means. */
  readonly range?: RangeRef;
}

/** What a person looks at to decide: some cells around what is asked, as they are shown, with their headings. */
export interface Sample {
  readonly columns: readonly { readonly name: string; readonly heading: string; readonly isAsked: boolean }[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[]; readonly isAsked: boolean }[];
}

/** The amounts of the contract that stand in what is asked, to the centime. */
export interface SameAsContract {
  readonly same: number;
  readonly of: number;
  /** Null where they are those of several years; and of several parties. */
  readonly year: number | null;
  readonly party: Role["party"] | null;
  /** "la part de l’État votée, 2024". */
  readonly what: string;
}

export interface Question {
  readonly about: QuestionKind;
  readonly key: QuestionKey;
  /** French sentence: what is asked, with its place. */
  readonly text: string;
  /** Where it stands in the workbook; null for the whole of it. */
  readonly range: RangeRef | null;
  /** The same row on the other sheets of its table, the other tables to choose from; left out where it has one. */
  readonly alsoAt?: readonly RangeRef[];
  readonly supposed: Answer | null;
  /** French clauses. */
  readonly evidence: readonly string[];
  /** French clauses: what speaks for nothing, and why it is asked; left out where nothing does. */
  readonly lacks?: readonly string[];
  readonly answers: readonly Answer[];
  /** How many amounts wait for the answer. */
  readonly amounts?: number;
  /** "Colonne C, « BP 2024 Etat »", and what is asked of it, as `text` says both. */
  readonly place?: string;
  readonly asked?: string;
  readonly sample?: Sample;
  /** Left out where they are none of the contract's. */
  readonly sameAsContract?: SameAsContract;
  /** What was answered while its heading was another one; left out where nothing was. */
  readonly former?: Reponse;
}

/** An answer as it is kept, with who gave it. */
export interface Reponse {
  readonly key: QuestionKey;
  readonly answer: Role;
  readonly by: string;
  /** ISO date. */
  readonly on: string;
  readonly speaksFor: Partie | null;
}

/** An answer that the workbook keeps, and what it holds for now. */
export interface ReponseTenue {
  readonly reponse: Reponse;
  /** In words: "L’État : ce qui est voté pour 2024". */
  readonly label: string;
  /** The figures; null where no column has those headings any more: what stands there now is asked again. */
  readonly range: RangeRef | null;
  /** The sum of what it sets aside, in centimes; null for figures that are compared. */
  readonly setAside: number | null;
  /** How many tables it leaves out of every comparison; left out for none. */
  readonly tablesAside?: number;
}

/** An answer as it is kept: without the words that a screen shows. */
export const roleOf = ({ role, year, party, nature, action, contract, unit, of }: Role): Role => ({
  role,
  ...(year !== undefined && { year }),
  ...(party && { party }),
  ...(nature && { nature }),
  ...(action !== undefined && { action }),
  ...(contract !== undefined && { contract }),
  ...(unit && { unit }),
  ...(of !== undefined && { of }),
});

/** Whether two say the same, whatever their words. */
export const isSameRole = (one: Role, other: Role): boolean =>
  JSON.stringify(roleOf(one)) === JSON.stringify(roleOf(other));

/** The role of a row whose figures are counted in the one above already. */
export const DETAIL = "détail de l’action du dessus";

/** The role of figures that are compared with nothing, because a person said so. */
export const A_IGNORER = "ne pas comparer";
