// The one border where a verification becomes plain text and plain numbers: the object that the command line prints.
import { formatCellRef, formatRangeRef } from "xlsx-model/cell-ref";
import type { Figures } from "./domain/figures";
import { speaker, subjectParty, type Speaker, type SubjectParty } from "./domain/outside-words";
import type { Partie } from "./domain/parties";
import type { Answer, Question, ReponseTenue, SameAsContract } from "./domain/question";
import { retenir, versionsDe, type Declaration } from "./domain/registre";
import type { Parole, Version } from "./domain/parole";
import { reponseOutside, roleOutside, type ReponseOutside, type RoleOutside } from "./domain/reponses";
import { toEuros, type Montant } from "./domain/values/montant";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Subject } from "./domain/subject";
import type {
  ContractChange,
  ContractDeadline,
  Finding,
  Fix,
  FixChoice,
  Justification,
  Verification,
} from "./verification";

type Unit = "montant" | "nombre" | "pourcentage" | "jours";

/** Euros or units; null where no number fits. */
export interface PlainFigures {
  readonly found: number | null;
  readonly expected: number | null;
  readonly gap: number | null;
}

export interface FixJson {
  /** As Excel writes it: "'Tableau budgétaire'!D7". */
  readonly cell: string;
  readonly value?: string | number;
  /** English formula with its "=". */
  readonly formula?: string;
}

export interface FixChoiceJson extends Pick<FixChoice, "settles"> {
  readonly part: SubjectParty;
  /** Euros. */
  readonly gain: number;
  readonly fix: FixJson;
}

export interface SubjectJson extends Omit<Subject, "party"> {
  readonly party?: SubjectParty;
}

/** With its party as it is called outside. */
type Outside<Of extends { readonly party: Partie | null }> = Omit<Of, "party"> & {
  readonly party: Speaker<Partie> | null;
};

export interface VersionJson extends Outside<Omit<Version, "answers" | "comments" | "ailleurs">> {
  /** Given in another copy, of other figures: it counts for nothing. */
  readonly forOtherFigures?: true;
  readonly answers: readonly ParoleJson[];
  readonly comments: readonly ParoleJson[];
}

interface ParoleJson extends Outside<Omit<Parole, "id" | "kind" | "version" | "ailleurs">> {
  readonly forOtherFigures?: true;
}

export interface JustificationJson extends Omit<Justification, "cell" | "party" | "decidedParty" | "versions"> {
  readonly versions: readonly VersionJson[];
  readonly party: Speaker<Partie> | null;
  readonly decidedParty: Speaker<Partie> | null;
}

type NotPlain =
  "problem" | "cells" | "subject" | "figures" | "fix" | "choices" | "justification" | "former" | "inscription";

export interface FindingJson extends Omit<Finding, NotPlain>, PlainFigures {
  readonly subject: SubjectJson;
  readonly justification: JustificationJson | null;
  readonly former?: JustificationJson;
  readonly cells: readonly string[];
  /** Left out where there are no figures. */
  readonly unit?: Unit;
  readonly fix: readonly FixJson[] | null;
  readonly choices?: readonly FixChoiceJson[];
}

/** With its cell as Excel writes it. */
type At<Item> = Omit<Item, "cell"> & { readonly cell: string | null };
export type ContractChangeJson = At<Omit<ContractChange, "subject"> & { readonly subject: SubjectJson }>;
export type ContractDeadlineJson = At<ContractDeadline>;

/** Without the cells around it, which the workbook itself shows. */
export type QuestionJson = Omit<
  Question,
  "range" | "alsoAt" | "sample" | "supposed" | "answers" | "sameAsContract" | "former"
> & {
  readonly former?: ReponseOutside;
  readonly supposed: RoleOutside<Answer> | null;
  readonly answers: readonly RoleOutside<Answer>[];
  readonly sameAsContract?: Omit<SameAsContract, "party"> & { readonly party: Speaker | null };
  readonly alsoAt: undefined;
  readonly range: string | null;
  readonly sample: undefined;
};

/** `setAside` in euros. */
export interface AnswerJson extends ReponseOutside {
  readonly label: string;
  readonly range: string | null;
  readonly setAside: number | null;
}

export interface VerificationJson extends Omit<
  Verification,
  "findings" | "contract" | "deadlines" | "verdict" | "answers" | "speaksFor" | "beyond" | "declarations"
> {
  /** The articles of the contract say it, which the workbook does not change. */
  readonly beyond: undefined;
  readonly declarations?: readonly Outside<Declaration>[];
  readonly speaksFor?: Speaker<Partie>;
  readonly answers?: readonly AnswerJson[];
  readonly verdict: Omit<Verification["verdict"], "questions"> & { readonly questions?: readonly QuestionJson[] };
  readonly contract: Omit<Verification["contract"], "history" | "actions"> & {
    readonly actions: undefined;
    readonly history?: readonly ContractChangeJson[];
  };
  readonly deadlines?: readonly ContractDeadlineJson[];
  readonly findings: readonly FindingJson[];
}

const CENTIMES_PER_UNIT = { "€": 100, "k€": 100_000, "M€": 100_000_000 } as const;

const UNITS: Readonly<Record<Figures["unit"], Unit>> = {
  montant: "montant",
  euros: "montant",
  nombre: "nombre",
  valeur: "nombre",
  numero: "nombre",
  pourcentage: "pourcentage",
  jours: "jours",
};

const NONE: PlainFigures = { found: null, expected: null, gap: null };

const eurosOf = (montant: Montant | null): number | null => (montant === null ? null : toEuros(montant));

export function plainFigures(figures: Figures | null): PlainFigures {
  if (!figures) return NONE;
  if (figures.unit !== "montant") {
    const { found, expected, gap } = figures;
    return { found, expected, gap };
  }
  const { found, expected, gap } = figures;
  return { found: eurosOf(found), expected: eurosOf(expected), gap: eurosOf(gap) };
}

/** What is typed into the cell to settle the finding: one division of whole centimes carries no binary noise. */
export function fixValue(fix: Exclude<Fix, { readonly formula: string }>): number | string {
  return "montant" in fix ? fix.montant / CENTIMES_PER_UNIT[fix.unit] : fix.value;
}

function fixJson(fix: Fix): FixJson {
  const cell = formatCellRef(fix.cell);
  return "formula" in fix ? { cell, formula: fix.formula } : { cell, value: fixValue(fix) };
}

const speakerOrNobody = (partie: Partie | null): Speaker<Partie> | null => partie && speaker(partie);

function paroleJson({ text, decision, by, party, on, ailleurs }: Parole): ParoleJson {
  const elsewhere = ailleurs && { forOtherFigures: ailleurs };
  return { text, ...(decision && { decision }), by, party: speakerOrNobody(party), on, ...elsewhere };
}

function versionJson({ answers, comments, party, ailleurs, ...version }: Version): VersionJson {
  return {
    ...version,
    ...(ailleurs && { forOtherFigures: ailleurs }),
    party: speakerOrNobody(party),
    answers: answers.map(paroleJson),
    comments: comments.map(paroleJson),
  };
}

export function justificationJson(given: Justification): JustificationJson {
  const { text, by, on, decision, decidedBy, decidedOn, decidedWhy, remark, isVoid } = given;
  const [party, decidedParty] = [speakerOrNobody(given.party), speakerOrNobody(given.decidedParty)];
  const versions = (given.versions ?? versionsDe(retenir([], "", given), "")).map(versionJson);
  return {
    ...{ text, by, party, on, decision, decidedBy, decidedParty, decidedOn },
    ...(decidedWhy !== undefined && { decidedWhy }),
    ...{ remark, versions },
    ...(isVoid && { isVoid }),
  };
}

const subjectJson = ({ party, ...subject }: Subject): SubjectJson => ({
  ...subject,
  ...(party && { party: subjectParty(party) }),
});

export function findingJson({ cells, figures, fix, choices, former, ...finding }: Finding): FindingJson {
  const { id, rule, article, severity, subject, message, justification, explanation, causedBy } = finding;
  return {
    ...{ id, rule, article, severity },
    cells: cells.map(formatCellRef),
    ...{ subject: subjectJson(subject), message },
    ...plainFigures(figures),
    ...(figures && { unit: UNITS[figures.unit] }),
    ...{ explanation, causedBy },
    justification: justification && justificationJson(justification),
    ...(former && { former: justificationJson(former) }),
    fix: fix && fix.map(fixJson),
    ...(choices && {
      choices: choices.map(({ part, gain, fix: one, settles }) => ({
        part: subjectParty(part),
        settles,
        gain: toEuros(gain),
        fix: fixJson(one),
      })),
    }),
  };
}

const at = <Item extends { readonly cell: CellRef | null }>(item: Item): At<Item> => ({
  ...item,
  cell: item.cell && formatCellRef(item.cell),
});

const sameOutside = (same: SameAsContract): NonNullable<QuestionJson["sameAsContract"]> => ({
  ...same,
  party: same.party ? speaker(same.party) : null,
});

function verdictJson({ questions, ...verdict }: Verification["verdict"]): VerificationJson["verdict"] {
  if (!questions) return verdict;
  return {
    ...verdict,
    questions: questions.map(({ range, supposed, answers, sameAsContract, former, ...each }) => ({
      ...each,
      supposed: supposed && roleOutside(supposed),
      answers: answers.map(roleOutside),
      ...(sameAsContract && { sameAsContract: sameOutside(sameAsContract) }),
      ...(former && { former: reponseOutside(former) }),
      range: range && formatRangeRef(range),
      alsoAt: undefined,
      sample: undefined,
    })),
  };
}

const answerJson = ({ reponse, label, range, setAside }: ReponseTenue): AnswerJson => ({
  ...reponseOutside(reponse),
  label,
  range: range && formatRangeRef(range),
  setAside: setAside === null ? null : setAside / 100,
});

export function verificationJson({
  contract,
  deadlines,
  findings,
  answers,
  speaksFor,
  declarations,
  ...rest
}: Verification): VerificationJson {
  const { workbook, verdict, ...others } = rest;
  const { history, ...known } = contract;
  return {
    workbook,
    contract: {
      ...known,
      actions: undefined,
      ...(history && {
        history: history.map((change) => at({ ...change, subject: subjectJson(change.subject) })),
      }),
    },
    ...(deadlines && { deadlines: deadlines.map(at) }),
    ...(answers && { answers: answers.map(answerJson) }),
    ...others,
    beyond: undefined,
    ...(speaksFor && { speaksFor: speaker(speaksFor) }),
    ...(declarations && {
      declarations: declarations.map((one) => ({ ...one, party: speakerOrNobody(one.party) })),
    }),
    verdict: verdictJson(verdict),
    findings: findings.map(findingJson),
  };
}
