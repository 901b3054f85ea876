// Knows the rows of a table as a person does: by the number, the words and the axe of each, together; what one of them says alone is asked about.
import type { Action, Axe } from "../../contract/convention";
import { remember } from "../../domain/remember";
import { aDesNumerosEcrits, numerote } from "../../domain/words/label";
import type { LabelMeaning, LabelReader } from "../labels/label-reader";
import { namesAction, namesAxe, namesTotal, type Line, type RowLabel } from "./row-labels";
import { foldNumero } from "../../domain/values/numero-action";

/** What one row shows of its action, before the other rows of the table are looked at. */
interface Candidate {
  readonly line: number;
  readonly label: RowLabel;
  readonly axe: Axe | null;
  readonly numero: number | null;
  readonly ecrit: string | undefined;
  readonly rang: LabelMeaning["label"]["rang"];
  /** By its own words, word for word or but for the spelling; null for others. */
  readonly byWords: Action | null;
}

type Numbering = "contract" | "rank" | "none";

interface Known extends Pick<RowLabel, "reconnaissance" | "designe" | "operateur" | "semblable"> {
  readonly action: Action | null;
}

const UNKNOWN: Known = { action: null };

/** "3.1" → the first of the third axe. */
const parRang = remember((actions: readonly Action[]): ReadonlyMap<string, Action> => {
  const counts = new Map<number, number>();
  return new Map(
    actions.map((action) => {
      const rang = (counts.get(action.axe) ?? 0) + 1;
      counts.set(action.axe, rang);
      return [`${action.axe}.${rang}`, action] as const;
    }),
  );
});

class Recogniser {
  private readonly numbering: Numbering;
  private named: ReadonlySet<Action> | null = null;

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly labels: LabelReader,
  ) {
    this.numbering = this.findNumbering();
  }

  /** Whether a row stands for it by its words. */
  private isSure(action: Action): boolean {
    this.named ??= new Set(this.candidates.flatMap(({ byWords }) => byWords ?? []));
    return this.named.has(action);
  }

  private numbered({ numero, ecrit, rang, axe, byWords }: Candidate, numbering: Numbering): Action | null {
    const { actions } = this.labels;
    if (aDesNumerosEcrits(actions))
      return numbering === "none" ? null : numerote(actions, { numero, ...(ecrit !== undefined && { ecrit }) });
    if (rang) return parRang(actions).get(`${rang.axe}.${rang.rang}`) ?? null;
    if (numero === null || numbering === "none") return null;
    if (numbering === "contract") return numerote(actions, { numero });
    return parRang(actions).get(`${axe?.numero ?? byWords?.axe}.${numero}`) ?? null;
  }

  /** The contract's numbers, or a rank under each axe, whichever agrees with the words of most rows; else none counts. */
  private findNumbering(): Numbering {
    const voters = this.candidates.filter(
      ({ numero, ecrit, byWords }) => (numero !== null || ecrit !== undefined) && byWords !== null,
    );
    const agreeing = (numbering: Numbering): number =>
      voters.filter((one) => this.numbered(one, numbering) === one.byWords).length;
    const contract = agreeing("contract");
    if (contract === voters.length) return "contract";
    const rank = agreeing("rank");
    const best = rank > contract ? "rank" : "contract";
    return Math.max(contract, rank) * 2 >= voters.length ? best : "none";
  }

  /** By a number that its axe agrees with, or that stands for the whole label; two signs that agree are read, one is asked about. */
  private byNumber(candidate: Candidate): Known {
    const { axe, label } = candidate;
    const action = this.numbered(candidate, this.numbering);
    if (!action) return UNKNOWN;
    // One that stands by its words elsewhere is not this row.
    if (this.isSure(action))
      return axe !== null && axe.numero !== action.axe ? UNKNOWN : { ...UNKNOWN, semblable: action };
    if (axe !== null && axe.numero !== action.axe) return inDoubt(action, null);
    if (label.meaning.isNumberOnly) return { action, reconnaissance: { comment: "par son numéro seul" } };
    const comment = "par son numéro et son axe, sous un autre intitulé";
    return axe === null ? inDoubt(action, null) : { action, reconnaissance: { comment, autreIntitule: true } };
  }

  /** Null for a row that is what its words say, as most are. */
  know(candidate: Candidate): Known | null {
    const { label, byWords, axe } = candidate;
    const { meaning } = label;
    // A person said what it is.
    if (meaning.role) return null;
    const said = this.numbered(candidate, this.numbering);
    if (byWords) {
      // Several rows of numbers that agree with the words make one that does not a contradiction.
      if (said && said !== byWords) return inDoubt(said, byWords);
      const { suffix } = meaning;
      const operator = operatorOf(label);
      if (suffix === null) return operator === NO_OPERATOR ? null : { action: byWords, ...operator };
      return { action: byWords, operateur: suffix, reconnaissance: { comment: "par le début de son intitulé" } };
    }
    if (meaning.isNumberOnly) return meaning.action ? { action: meaning.action } : this.byNumber(candidate);
    const resembling = this.labels.index.findResembling(meaning.label);
    if (resembling && said && said !== resembling) return inDoubt(said, resembling);
    if (!resembling) return { ...this.byNumber(candidate), ...operatorOf(label) };
    if (this.isSure(resembling)) return { ...UNKNOWN, semblable: resembling };
    if (!said && axe?.numero !== resembling.axe) return inDoubt(null, resembling);
    const comment = `par ${said ? "son numéro" : "son axe"} et une partie de son intitulé`;
    return { action: resembling, reconnaissance: { comment }, ...operatorOf(label) };
  }
}

const inDoubt = (parNumero: Action | null, parIntitule: Action | null): Known => ({
  action: null,
  designe: { parNumero, parIntitule },
});

const NO_OPERATOR: Pick<Known, "operateur"> = {};

/** What tells the row from others of its action: in a column of its own, or a letter after its number. */
function operatorOf({ operateur, meaning }: RowLabel): Pick<Known, "operateur"> {
  const told = operateur ?? meaning.label.lettre;
  return told === undefined ? NO_OPERATOR : { operateur: told };
}

/** The label that says what the row is: the action's words, else what stands in the main column and names nothing else. */
function telling(found: readonly RowLabel[], mainColumn: number): RowLabel | undefined {
  if (found.some(namesTotal)) return undefined;
  return found.find(namesAction) ?? found.find((label) => label.column === mainColumn && !namesAxe(label));
}

interface Row extends Known {
  readonly candidate: Candidate;
}

/** Rows of one action that something tells apart are its sum: without a second row nothing needs to be told apart. */
function keepOperators(rows: readonly Row[]): (row: Row) => string | undefined {
  const tellingOf = ({ candidate, operateur }: Row): string => operateur ?? candidate.label.meaning.label.rest;
  const mayBeTold = ({ operateur, reconnaissance }: Row): boolean =>
    operateur !== undefined || reconnaissance !== undefined;
  if (!rows.some(mayBeTold)) return () => undefined;
  const byAction = new Map<Action, Set<string>>();
  for (const row of rows) {
    const { action } = row;
    if (action) byAction.set(action, (byAction.get(action) ?? new Set<string>()).add(tellingOf(row)));
  }
  return (row) => {
    const isSeveral = row.action !== null && (byAction.get(row.action)?.size ?? 0) > 1;
    return isSeveral && mayBeTold(row) ? tellingOf(row) : undefined;
  };
}

function findCandidates(lines: readonly Line[], mainColumn: number): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let axe: Axe | null = null;
  lines.forEach(({ found, number }, line) => {
    const named = found.find(namesAxe);
    if (named) axe = named.meaning.axe;
    const label = telling(found, mainColumn);
    if (!label) return;
    const { label: own, isNumberOnly, action } = label.meaning;
    const beside = found.find((other) => other !== label && other.meaning.isNumberOnly && other.meaning.axe === null);
    const ecrit =
      own.ecrit ?? beside?.meaning.label.ecrit ?? (typeof number === "string" ? foldNumero(number) : undefined);
    const whole = typeof number === "number" ? number : null;
    const numero = own.kind === "axe" ? null : (own.numero ?? beside?.meaning.label.numero ?? whole);
    const rang = own.rang ?? beside?.meaning.label.rang;
    candidates.push({ line, label, axe, numero, ecrit, rang, byWords: isNumberOnly ? null : action });
  });
  return candidates;
}

/** The labels of the lines, each with the action that it was known as. */
export function recogniseActions(lines: readonly Line[], mainColumn: number, labels: LabelReader): readonly Line[] {
  const candidates = findCandidates(lines, mainColumn);
  const recogniser = new Recogniser(candidates, labels);
  const known = candidates.map((candidate) => recogniser.know(candidate));
  if (known.every((each) => each === null)) return lines;
  const rows = candidates.map((candidate, at): Row => ({
    candidate,
    ...(known[at] ?? { action: candidate.byWords }),
  }));
  const operatorIn = keepOperators(rows);
  const told = [...lines];
  for (const row of rows) {
    const { action, reconnaissance, designe, semblable } = row;
    const { line: at, label } = row.candidate;
    const operateur = operatorIn(row);
    const line = lines[at];
    const isPlain = !reconnaissance && !designe && !semblable && operateur === label.operateur;
    if (!line || (isPlain && action === label.meaning.action)) continue;
    const own: RowLabel = {
      at: label.at,
      column: label.column,
      text: label.text,
      meaning: { ...label.meaning, action },
      ...(reconnaissance && { reconnaissance }),
      ...(designe && { designe }),
      ...(semblable && { semblable }),
      ...(operateur !== undefined && { operateur }),
    };
    told[at] = { ...line, found: line.found.map((other) => (other === label ? own : other)) };
  }
  return told;
}
