// The anatomy of a rule: what it declares, and the typed way in which it reports.
import type { CellRef } from "../domain/cell-ref";
import type { Dossier, TableKind } from "../domain/dossier";
import type { Montant } from "../domain/values/montant";
import type { Severity, Subject } from "../verification";

export interface MessageMeta {
  /** When it differs from the rule's. */
  readonly severity?: Severity;
  /** French, with {placeholders}. */
  readonly text: string;
}

export interface RuleMeta {
  readonly id: string;
  /** Article of the contract, or "annexe", "–". */
  readonly article: string;
  readonly severity: Severity;
  /** French affirmation of what must hold. */
  readonly title: string;
  /** Tables without which the rule is not checkable. */
  readonly needs: readonly TableKind[];
  /** False for a rule that holds the workbook against itself: it is checked even while the contract is not known. */
  readonly needsContract?: false;
  /** Only for what has no cell at all, such as a missing table. */
  readonly cells?: "none";
  readonly messages: Readonly<Record<string, MessageMeta>>;
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/**
 * Filled in from the figures; the other placeholders must be given. "gap" carries its sign, "distance" is the gap
 * without it, for a sentence that says the direction in words.
 */
type FigurePlaceholder = "found" | "expected" | "gap" | "distance";

type Data<Text extends string> = [Exclude<Placeholders<Text>, FigurePlaceholder>] extends [never]
  ? { readonly data?: Readonly<Record<string, never>> }
  : { readonly data: Readonly<Record<Exclude<Placeholders<Text>, FigurePlaceholder>, string>> };

type Cells<Meta extends RuleMeta> = Meta["cells"] extends "none"
  ? readonly CellRef[]
  : readonly [CellRef, ...CellRef[]];

/**
 * Compared figures; the gap is found − expected. A side that is no figure is null, and so is the gap then.
 * A "numero" (the rank of an axe) has no gap. "euros" are for amounts finer than a centime only.
 */
export type Figures =
  | { readonly unit: "montant"; readonly found: Montant | null; readonly expected: Montant | null }
  | { readonly unit: "nombre" | "numero" | "euros"; readonly found: number | null; readonly expected: number | null };

/** What would settle the finding: an amount in the unit of its table, a number, a text, or an English formula. */
export type FixCell = { readonly cell: CellRef } & (
  | { readonly montant: Montant; readonly unit: "€" | "k€" | "M€" }
  | { readonly value: number | string }
  | { readonly formula: string }
);

export type Report<Meta extends RuleMeta> = {
  [Id in keyof Meta["messages"] & string]: {
    readonly message: Id;
    readonly cells: Cells<Meta>;
    readonly subject: Subject;
    /** Tells apart two findings of one rule on the same subject: part of the finding's id, never a cell. */
    readonly key?: string;
    readonly figures?: Figures;
    readonly explanation?: string;
    /** Left out where there is no safe one. */
    readonly fix?: readonly FixCell[];
  } & Data<Meta["messages"][Id]["text"]>;
}[keyof Meta["messages"] & string];

interface Reporter<Meta extends RuleMeta> {
  discrepancy(report: Report<Meta>): void;
  /** Part of the rule could not be checked: which part and why, in French. */
  notCheckable(reason: string): void;
}

type Provided<Meta extends RuleMeta> = Dossier & {
  readonly [N in Meta["needs"][number]]: NonNullable<Dossier[N]>;
};

export interface Rule<Meta extends RuleMeta = RuleMeta> {
  readonly meta: Meta;
  /** Synchronous and stateless; the tables named in `needs` are present. */
  readonly check: (dossier: Provided<Meta>, reporter: Reporter<Meta>) => void;
}

/** A rule whose own message types are forgotten, as the registry and the runner hold it. */
export interface AnyRule {
  readonly meta: RuleMeta;
  readonly check: (dossier: Dossier, reporter: Reporter<RuleMeta>) => void;
}

export function defineRule<const Meta extends RuleMeta>(rule: Rule<Meta>): AnyRule {
  // The runner checks `needs` before it calls, which is what Provided<Meta> promises.
  return rule as unknown as AnyRule;
}
