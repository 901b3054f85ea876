// The anatomy of a rule: what it declares, and the comparisons that it says the contract asks for.
import type { Montant } from "../domain/values/montant";
import type { Appui } from "../contract/clauses/articles-du-contrat";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Dossier, TableKind } from "../domain/dossier";
import type { FiguresComparees } from "../domain/figures";
import type { CorrectedFact } from "../facts/corrected-fact";
import type { Lecture } from "../facts/lecture";
import type { Severity, Subject } from "../domain/subject";
import type { Fix } from "../verification";
import type { RulePage } from "./rule-page";

export interface MessageMeta {
  /** Where the severity is another one than the rule's. */
  readonly severity?: Severity;
  /** French, with {placeholders}. */
  readonly text: string;
  /** Where the title of its card says more than the rule's: French, with {placeholders}. */
  readonly problem?: string;
}

/** What a rule compares, in French; whether the noun is feminine agrees the participle: "24 montants comparés". */
export const COMPARES = {
  montant: { un: "montant", plusieurs: "montants", feminin: false },
  total: { un: "total", plusieurs: "totaux", feminin: false },
  somme: { un: "somme", plusieurs: "sommes", feminin: true },
  formule: { un: "formule", plusieurs: "formules", feminin: true },
  action: { un: "action", plusieurs: "actions", feminin: true },
  intitule: { un: "intitulé", plusieurs: "intitulés", feminin: false },
  annee: { un: "année", plusieurs: "années", feminin: true },
  indicateur: { un: "indicateur", plusieurs: "indicateurs", feminin: false },
  valeur: { un: "valeur", plusieurs: "valeurs", feminin: true },
  cible: { un: "cible", plusieurs: "cibles", feminin: true },
  fiche: { un: "fiche", plusieurs: "fiches", feminin: true },
  rubrique: { un: "rubrique", plusieurs: "rubriques", feminin: true },
  tableau: { un: "tableau", plusieurs: "tableaux", feminin: false },
  ligne: { un: "ligne", plusieurs: "lignes", feminin: true },
  coordonnee: { un: "coordonnée", plusieurs: "coordonnées", feminin: true },
  point: { un: "point", plusieurs: "points", feminin: false },
  parametre: { un: "paramètre", plusieurs: "paramètres", feminin: false },
} as const;

export interface RuleMeta {
  readonly id: string;
  /** What it rests on, of which the contract gives the articles; none for the form of the workbook. */
  readonly articles: readonly Appui[];
  readonly severity: Severity;
  /** French affirmation of what must hold. */
  readonly title: string;
  /** What is wrong, in a few words of French: the title of a discrepancy's card, unless its message has one of its own. */
  readonly problem: string;
  readonly compares: keyof typeof COMPARES;
  /** Tables without which the rule is not checkable. */
  readonly needs: readonly TableKind[];
  /** What a workbook may have in the place of such a table. */
  readonly unless?: "versements";
  /** False for a rule that holds the workbook against itself: it is checked even while the contract is not known. */
  readonly needsContract?: false;
  /** Only for what has no cell at all, such as a missing table. */
  readonly cells?: "none";
  readonly messages: Readonly<Record<string, MessageMeta>>;
  readonly page: RulePage;
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/**
 * Filled in from the figures; the other placeholders must be given. "gap" carries its sign, "distance" is the gap
 * without it, for a sentence that says the direction in words.
 */
type FigurePlaceholder = "found" | "expected" | "gap" | "distance";

type WordsOf<Message extends MessageMeta> =
  Message["text"] | (Message extends { readonly problem: infer Problem extends string } ? Problem : never);

type Data<Text extends string> = [Exclude<Placeholders<Text>, FigurePlaceholder>] extends [never]
  ? { readonly data?: Readonly<Record<string, never>> }
  : { readonly data: Readonly<Record<Exclude<Placeholders<Text>, FigurePlaceholder>, string>> };

type Cells<Meta extends RuleMeta> = Meta["cells"] extends "none"
  ? readonly CellRef[]
  : readonly [CellRef, ...CellRef[]];

/** From so many places on a slip is told once, and not for each place. */
export const SEVERAL = 3;

interface Slip<Meta extends RuleMeta> {
  /** The same key wherever the same slip was made. */
  readonly key: string;
  /** From how many reports on one is made of them; SEVERAL where it is left out. */
  readonly least?: number;
  /** What is said of all of them. */
  readonly together: (
    cells: readonly [CellRef, ...CellRef[]],
    fix: readonly Fix[],
    reports: readonly { readonly message: string; readonly subject: Subject }[],
  ) => Report<Meta>;
}

export type Report<Meta extends RuleMeta> = {
  [Id in keyof Meta["messages"] & string]: {
    readonly message: Id;
    readonly cells: Cells<Meta>;
    readonly subject: Subject;
    /** Tells apart two findings of one rule on the same subject: part of the finding's id, never a cell. */
    readonly key?: string;
    readonly figures?: FiguresComparees;
    /** Where the rule is about several articles, and one of them alone asks for this. */
    readonly article?: string;
    readonly explanation?: string;
    /** What the State could ask back or give less; left out where that is nothing, or not known. */
    readonly enJeu?: Montant;
    /** Left out where there is no safe one. */
    readonly fix?: readonly Fix[];
    /** The fact that would read otherwise once the finding is settled; left out where its figures do not tell. */
    readonly corrected?: CorrectedFact | readonly CorrectedFact[];
    /** What happened, where several rules tell it: the one of the lowest rank is the cause of the others. */
    readonly fact?: { readonly key: string; readonly rank: number };
    /** Where the same slip may be made at many places: from SEVERAL on they are one finding. */
    readonly slip?: Slip<Meta>;
  } & Data<WordsOf<Meta["messages"][Id]>>;
}[keyof Meta["messages"] & string];

/** A slip of which nothing but the number of its cells is said. */
export const slipOf = <const Id extends string, const Said extends Readonly<Record<string, string>>>(
  key: string,
  message: Id,
  data: Said,
) => ({
  key,
  together: (cells: readonly [CellRef, ...CellRef[]], fix: readonly Fix[]) => ({
    message,
    subject: {},
    key,
    cells,
    fix,
    figures: { unit: "nombre" as const, found: cells.length, expected: 0 },
    data,
  }),
});

/** Why something that the contract asks could not be compared: French, says what and where. */
export interface NotComparable {
  readonly why: string;
}

export const HOLDS = "holds";

export const notComparable = (why: string): NotComparable => ({ why });

/** A difference is reported by a function, so that no sentence is made where only the outcome is asked for. */
export type Outcome<Meta extends RuleMeta> = typeof HOLDS | NotComparable | (() => Report<Meta>);

/** Reads every figure through the `lecture`, so that it can be asked again what it says once one is corrected. */
export type Judge<Meta extends RuleMeta> = (lecture: Lecture) => Outcome<Meta>;

/** What is compared, in French: "action 1 – 2025 – part Métropole"; with the axe, action or year that it is of, so that what a sheet says of them knows it. */
export type About = string | { readonly nom: string; readonly subject: Subject };

export interface Asked<Meta extends RuleMeta> {
  /** One thing that the contract asks to be compared. */
  compare(about: About, judge: Judge<Meta>): void;
  /** The same comparison for each of several things. */
  compareEach<Item>(
    items: readonly Item[],
    about: (item: Item) => About,
    judge: (item: Item, lecture: Lecture) => Outcome<Meta>,
  ): void;
  /**
   * A row or a range that was not understood and may belong to what is compared: French, with its place and why. It
   * is told, and counted nowhere.
   */
  unread(why: string): void;
  /** There is nothing to compare yet, or the rule cannot be applied at all: why, in French. */
  nothing(why: string): void;
  /**
   * There is nothing to compare, and neither the contract nor the date asks for it: an optional column, a year that
   * is not over.
   */
  notDue(why: string): void;
}

type Provided<Meta extends RuleMeta> = Dossier & {
  readonly [N in Meta["needs"][number]]: Meta extends { readonly unless: string }
    ? Dossier[N]
    : NonNullable<Dossier[N]>;
};

export interface Rule<Meta extends RuleMeta = RuleMeta> {
  readonly meta: Meta;
  /**
   * Says everything that the contract in force asks of this rule, found in the workbook or not. Synchronous and
   * stateless; the tables named in `needs` are present. Status and coverage are counted from it, never said by the rule.
   */
  readonly compare: (dossier: Provided<Meta>, asked: Asked<Meta>) => void;
}

/** A rule whose own message types are forgotten, as the registry and the runner hold it. */
export interface AnyRule<Id extends string = string> {
  readonly meta: RuleMeta & { readonly id: Id };
  readonly compare: (dossier: Dossier, asked: Asked<RuleMeta>) => void;
}

export function defineRule<const Meta extends RuleMeta>(rule: Rule<Meta>): AnyRule<Meta["id"]> {
  // The runner checks `needs` before it calls, which is what Provided<Meta> promises.
  return rule as unknown as AnyRule<Meta["id"]>;
}
