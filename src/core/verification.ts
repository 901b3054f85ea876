// The verification result: the one shape that the pane shows, the sheets hold and the command line prints.
import type { Unite } from "./domain/values/unite";

import type { Colonne } from "./contract/convention";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Justification } from "./domain/justification";
import type { Inscription } from "./domain/justification-saisie";
import type { Figures } from "./domain/figures";
import type { Partie } from "./domain/parties";
import type { Question, ReponseTenue } from "./domain/question";
import type { Declaration } from "./domain/registre";
import type { Severity, Subject } from "./domain/subject";
import type { Montant } from "./domain/values/montant";
import type { NumeroAction } from "./domain/values/numero-action";
import type { TableKind } from "./domain/dossier";
import type { RuleId } from "./rules/rule-id";

export type { Justification };

export type { Severity, Subject } from "./domain/subject";
export type RuleStatus = "compliant" | "discrepancy" | "not-checkable";

export interface ReadTable {
  readonly kind:
    | "budget"
    | "execution"
    | "indicators"
    | "fiche"
    | "imputation"
    | "payments"
    | "decisions"
    | "contract"
    | "deadlines";
  readonly sheet: string;
  /** Local A1 address: "A3:M18". */
  readonly range: string;
  readonly unit?: Unite;
  readonly actions: number;
  readonly axes?: number;
  readonly indicators?: number;
  readonly years: readonly number[];
  /** `row` is one-based. */
  readonly ignoredRows: readonly { readonly row: number; readonly text: string }[];
  /** French sentences on how it was read; left out where there is nothing to say. */
  readonly notes?: readonly string[];
}

/** Tables of one kind that show the same years: which of them counts is the agent's choice. */
export interface TableChoice {
  readonly kind: "budget" | "execution" | "indicators";
  readonly candidates: readonly {
    readonly sheet: string;
    /** Local A1 address: "A3:M18". */
    readonly range: string;
    /** Full address of its heading, by which the choice is kept: "'Tableau budgétaire'!A3". */
    readonly heading: string;
    readonly actions: number;
    readonly years: readonly number[];
    readonly chosen: boolean;
  }[];
}

/** What was not read, or looks like the contract's and was used by no table. */
export interface Unread {
  readonly sheet: string;
  /** Local A1 address; left out for a whole sheet. */
  readonly range?: string;
  /** French clause. */
  readonly reason: string;
}

/** How much of what the contract in force asks of a rule was really compared. */
export interface Coverage {
  readonly compared: number;
  readonly of: number;
  /** In words, "action 1 – 2025 – part Métropole": at most 20, then "et n autres". */
  readonly missing: readonly string[];
}

export interface RuleResult {
  readonly rule: RuleId;
  readonly article: string;
  /** What must hold, in French. */
  readonly title: string;
  readonly status: RuleStatus;
  /** Present when not everything was compared: how much, and why not the rest. */
  readonly reason?: string;
  readonly coverage: Coverage;
  /** The tables that it is about. */
  readonly needs: readonly TableKind[];
  /** Axes, actions and years of which it could not compare something; {} is any of them. */
  readonly open: readonly Subject[];
  /** True for a rule that is not checkable because of something that neither the contract nor the date asks for. */
  readonly notDue?: boolean;
}

/** Whether not all that it asks was compared, for want of something that the contract or the date calls for; what it found is left aside. */
export const isUnchecked = ({ status, notDue, open, coverage }: RuleResult): boolean =>
  notDue !== true &&
  (status === "not-checkable" || (status === "discrepancy" && (open.length > 0 || coverage.compared < coverage.of)));

/**
 * What would settle a finding: an amount in the unit of its table, a number, a text, or an English formula with its "=".
 * "isPart" for the number of a cell that shows it as a percentage.
 */
export type Fix = { readonly cell: CellRef } & (
  | { readonly montant: Montant; readonly unit: "€" | "k€" | "M€" }
  | { readonly value: number | string; readonly isPart?: true }
  | { readonly formula: string }
);

/** One of the ways to settle a finding between which a person must choose: one part gains, or loses, an amount. */
export interface FixChoice {
  readonly part: Colonne;
  readonly gain: Montant;
  readonly fix: Fix;
  /** Id of what it settles: the finding itself and all that follows from it, or only one of those that follow. */
  readonly settles: string;
}

export interface Finding {
  /** Stable across runs and layouts: rule and subject, never a cell. */
  readonly id: string;
  readonly rule: RuleId;
  readonly article: string;
  readonly severity: Severity;
  /** Empty only where no cell exists. */
  readonly cells: readonly CellRef[];
  readonly subject: Subject;
  /** What is wrong, in a few words. */
  readonly problem: string;
  readonly message: string;
  /** Null where no figure fits. */
  readonly figures: Figures | null;
  /** What the State could ask back or give less; left out where that is nothing, or not known. */
  readonly enJeu?: Montant;
  readonly explanation: string | null;
  readonly causedBy: string | null;
  readonly justification: Justification | null;
  /** A reason given for other figures, which holds no more; left out where there is none. */
  readonly former?: Justification;
  /** What both parties' columns of « Écarts » hold beside it, counted or not, once it is written; left out where that is nothing. */
  readonly inscription?: Inscription;
  readonly fix: readonly Fix[] | null;
  /** Where no fix is safe and a change of one cell would settle it; left out where nobody can tell which. */
  readonly choices?: readonly FixChoice[];
}

export type VerdictState = "conforming" | "to-do" | "awaiting" | "to-confirm" | "not-this-contract";

/**
 * Whether nothing of the workbook is held against the contract, nor written into it: it is another contract's, or a
 * person is asked whose it is.
 */
export const isNobodys = <V extends Pick<Verdict, "state" | "questions">>(
  verdict: V,
): verdict is V & { readonly state: "not-this-contract" | "to-confirm" } =>
  verdict.state === "not-this-contract" ||
  (verdict.state === "to-confirm" && verdict.questions?.some(({ about }) => about === "contract") === true);

/** What the whole verification says, and of what. */
export interface Verdict {
  readonly state: VerdictState;
  /** French. */
  readonly sentence: string;
  /** Parts of the workbook that it speaks of. */
  readonly covers: readonly Part[];
  /** Parts that the workbook has not. */
  readonly without: readonly Part[];
  /** With "to-confirm", where the workbook asks it: what only a person can tell. What the definition asks stands with the contract. */
  readonly questions?: readonly Question[];
}

export type Part =
  "budget" | "execution" | "indicators" | "fiches" | "imputation" | "bank-details" | "deadlines" | "contract";

/** Something of the contract that no calculation can check, listed so that coverage is visible. */
export interface BeyondCalculation {
  readonly article: string;
  readonly subject: string;
  readonly reason: string;
}

/** "provisional": foreseen, until an avenant fixes it. */
type YearStatus = "firm" | "provisional";

export interface ContractYear {
  readonly year: number;
  readonly status: YearStatus;
  /** Number of the avenant that fixed it; left out where the contract did, or nothing has. */
  readonly avenant?: number;
}

/** One statement of the contract that an avenant changes. */
export interface ContractChange {
  /** Null where the line of the register gives no number. */
  readonly avenant: number | null;
  /** ISO dates; null where they are not given. */
  readonly signedOn: string | null;
  readonly effectiveOn: string | null;
  /** "later": signed, or taking effect, after the as-of date; "draft": not signed; "unreadable": a mistake in its line. Only "in-force" has effect. */
  readonly state: "in-force" | "later" | "draft" | "unreadable";
  /** The clause that the avenant invokes or changes. */
  readonly clause: string | null;
  /** In words: "Action 3 – 2025 – part État". */
  readonly what: string;
  readonly subject: Subject;
  /** As an agent writes them; null for what the contract did not state before, or states no more. */
  readonly old: string | null;
  readonly new: string | null;
  /** Of the amount of a year: whether the line fixes it or announces it; left out elsewhere. */
  readonly status?: YearStatus;
  /** Its line in the register of the workbook; null where the avenant does not come from one. */
  readonly cell: CellRef | null;
}

/** An act that is due, a right that ends or the end of the contract, with the days left at the as-of date. */
export interface ContractDeadline {
  readonly id: string;
  readonly label: string;
  readonly article: string;
  /** ISO date. */
  readonly date: string;
  /** Who fixes the date: a setting is free. */
  readonly source: "contract" | "setting";
  /** Number of the avenant that fixed it, where one did. */
  readonly avenant?: number;
  readonly nature: "obligation" | "right" | "end";
  /** Negative once passed. */
  readonly daysLeft: number;
  readonly done: boolean;
  /** ISO date; null where it is not done, or the workbook does not say when. */
  readonly doneOn: string | null;
  /** Its line in the workbook; null where there is none. */
  readonly cell: CellRef | null;
}

export interface Verification {
  readonly workbook: string;
  readonly contract: {
    readonly id: string;
    /** Numbers of those in force at the as-of date. */
    readonly avenants: readonly number[];
    /** The workbook's sheet « Contrat », the contract of the product, or one given with the request. */
    readonly source: "workbook" | "built-in" | "given";
    /** The noun of the local party in sentences: "Métropole". */
    readonly localParty: string;
    /** Those of the contract in force by their numbers, as a list names them beside their figures; not printed by the command line. */
    readonly actions?: readonly { readonly number: NumeroAction; readonly name: string }[];
    /** Fingerprint of the signed contract; left out where the workbook carries none. */
    readonly seal?: string;
    /** ISO date of the day on which it was sealed; left out where the seal does not say it. */
    readonly sealedOn?: string;
    /** Where its definition was drawn from, where that is known. */
    readonly origin?: {
      readonly from: "workbook" | "signed-contract";
      readonly file: string;
      /** It was drawn from this workbook, or from a version of it: the verification proves nothing. */
      readonly isThisWorkbook: boolean;
    };
    /** Given without the places that state its values: it counts as confirmed by whoever gives it. */
    readonly confirmedByGiver?: true;
    /** What its definition still asks; left out where nothing is open. */
    readonly openQuestions?: readonly { readonly field: string; readonly question: string }[];
    /** For each year, whether its amounts are fixed or only foreseen, and the avenant that fixed them; left out where the contract is not known. */
    readonly years?: readonly ContractYear[];
    /** What avenants change of the signed contract, in the order of their signature, then drafts; left out where there are none. */
    readonly history?: readonly ContractChange[];
  };
  /** In the contract's order; left out where it has none, or is not known. */
  readonly deadlines?: readonly ContractDeadline[];
  /** ISO date. */
  readonly asOf: string;
  /** ISO date of the day on which it is made, after which nobody decides; left out where it was not given. */
  readonly today?: string;
  /** For which party reasons were said to be given that do not say it themselves; left out where nobody said. */
  readonly speaksFor?: Partie;
  /** Who verified this workbook and said so, with each change; left out where nobody did. */
  readonly declarations?: readonly Declaration[];
  readonly read: readonly ReadTable[];
  /** Hidden sheets, and what looks like the contract's and was not used. */
  readonly unread: readonly Unread[];
  /** Figures in, beside or under the tables that could be no amounts of the contract, or say again what was read; left out where there are none. */
  readonly leftAside?: readonly Required<Unread>[];
  /** What people answered of its columns, with who did; left out where nothing was asked. */
  readonly answers?: readonly ReponseTenue[];
  /** Left out where the workbook has one table of each kind. */
  readonly choices?: readonly TableChoice[];
  readonly rules: readonly RuleResult[];
  /** What the contract asks and no calculation can check. */
  readonly beyond: readonly BeyondCalculation[];
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly summary: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    /** How many of these the correction of another finding would settle. */
    readonly consequences: number;
    /** That search would take too long, which is said; left out where it was made. */
    readonly causesNotSought?: true;
    /** Errors and warnings with a reason that the other party has not accepted. */
    readonly justified: number;
    readonly accepted: number;
    /** Errors and warnings that are neither a consequence nor justified. */
    readonly toDo: number;
    readonly notCheckable: number;
  };
}
