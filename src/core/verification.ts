// The verification result: the one shape that the pane shows, the sheets hold and the command line prints.

export type Severity = "error" | "warning" | "info";
export type RuleStatus = "compliant" | "discrepancy" | "not-checkable";
/** "metropole" names the local party of any contract, département or métropole. */
export type Party = "etat" | "metropole" | "total";

export interface Subject {
  readonly axe?: number;
  readonly action?: number;
  /** Position of the indicator under its action, from 1. */
  readonly indicator?: number;
  readonly year?: number;
  readonly party?: Party;
}

export interface ReadTable {
  readonly kind: "budget" | "execution" | "indicators" | "fiche" | "imputation" | "contract" | "deadlines";
  readonly sheet: string;
  /** Local A1 address: "A3:M18". */
  readonly range: string;
  readonly unit?: "€" | "k€" | "M€";
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

/** A sheet that was not read, and why, in French. */
export interface UnreadSheet {
  readonly sheet: string;
  readonly reason: string;
}

export interface RuleResult {
  readonly rule: string;
  readonly article: string;
  /** What must hold, in French. */
  readonly title: string;
  readonly status: RuleStatus;
  /** Present when not checkable, and when only some subjects could not be checked. */
  readonly reason?: string;
}

export interface Fix {
  readonly cell: string;
  readonly value?: string | number;
  /** English formula with its "=". */
  readonly formula?: string;
}

export interface Justification {
  readonly text: string;
  readonly by: string | null;
  readonly on: string | null;
}

export interface Finding {
  /** Stable across runs and layouts: rule and subject, never a cell. */
  readonly id: string;
  readonly rule: string;
  readonly article: string;
  readonly severity: Severity;
  /** Full addresses as Excel writes them: "'Tableau budgétaire'!D7". */
  readonly cells: readonly string[];
  readonly subject: Subject;
  readonly message: string;
  /** Euros or units. */
  readonly found: number | null;
  readonly expected: number | null;
  readonly gap: number | null;
  /** Present when the figures are euros: a count, a rank and an indicator have none. */
  readonly unit?: "€";
  readonly explanation: string | null;
  readonly causedBy: string | null;
  readonly justification: Justification | null;
  readonly fix: readonly Fix[] | null;
}

/** Something of the contract that no calculation can check, listed so that coverage is visible. */
export interface BeyondCalculation {
  readonly article: string;
  readonly subject: string;
  readonly reason: string;
}

export interface Verification {
  readonly workbook: string;
  readonly contract: {
    readonly id: string;
    /** Numbers of those in force at the as-of date. */
    readonly avenants: readonly number[];
    /** The workbook's sheet « Contrat », the contract of the product, or one given with the request. */
    readonly source: "workbook" | "built-in" | "given";
  };
  /** ISO date. */
  readonly asOf: string;
  readonly read: readonly ReadTable[];
  /** Hidden sheets; left out where there is none. */
  readonly unread?: readonly UnreadSheet[];
  /** Left out where the workbook has one table of each kind. */
  readonly choices?: readonly TableChoice[];
  readonly rules: readonly RuleResult[];
  readonly findings: readonly Finding[];
  readonly summary: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    /** Of the above, how many another finding's correction would settle. */
    readonly consequences: number;
    readonly justified: number;
    readonly notCheckable: number;
  };
}
