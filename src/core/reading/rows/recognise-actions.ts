// Knows the rows of a table as a person does: by the number, the words and the axe of each, together.
import type { Action, Axe } from "../../domain/contrat/convention";
import type { LabelMeaning, LabelReader } from "../labels/label-reader";
import { namesAction, namesAxe, namesTotal, type Line, type RowLabel } from "./row-labels";

/** What one row shows of its action, before the other rows of the table are looked at. */
interface Candidate {
  readonly line: number;
  readonly label: RowLabel;
  readonly axe: Axe | null;
  readonly numero: number | null;
  readonly rang: LabelMeaning["label"]["rang"];
  /** By its own words, word for word or but for the spelling; null for others. */
  readonly byWords: Action | null;
}

type Numbering = "contract" | "rank" | "none";

interface Known extends Pick<RowLabel, "reconnaissance" | "contradiction" | "operateur"> {
  readonly action: Action | null;
}

const UNKNOWN: Known = { action: null };

/** "3.1" → the first of the third axe. */
function rankActions(actions: readonly Action[]): ReadonlyMap<string, Action> {
  const counts = new Map<number, number>();
  return new Map(
    actions.map((action) => {
      const rang = (counts.get(action.axe) ?? 0) + 1;
      counts.set(action.axe, rang);
      return [`${action.axe}.${rang}`, action] as const;
    }),
  );
}

class Recogniser {
  private readonly byNumero: ReadonlyMap<number, Action>;
  private readonly byRank: ReadonlyMap<string, Action>;
  private readonly numbering: Numbering;
  private readonly sure: ReadonlySet<Action>;

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly labels: LabelReader,
  ) {
    this.byNumero = new Map(labels.actions.map((action) => [action.numero, action]));
    this.byRank = rankActions(labels.actions);
    this.sure = new Set(candidates.flatMap(({ byWords }) => byWords ?? []));
    this.numbering = this.findNumbering();
  }

  private numbered({ numero, rang, axe, byWords }: Candidate, numbering: Numbering): Action | null {
    if (rang) return this.byRank.get(`${rang.axe}.${rang.rang}`) ?? null;
    if (numero === null || numbering === "none") return null;
    if (numbering === "contract") return this.byNumero.get(numero) ?? null;
    return this.byRank.get(`${axe?.numero ?? byWords?.axe}.${numero}`) ?? null;
  }

  /** The contract's numbers, or a rank under each axe, whichever agrees with the words of most rows; else none counts. */
  private findNumbering(): Numbering {
    const voters = this.candidates.filter(({ numero, byWords }) => numero !== null && byWords !== null);
    const agreeing = (numbering: Numbering): number =>
      voters.filter((one) => this.numbered(one, numbering) === one.byWords).length;
    const [contract, rank] = [agreeing("contract"), agreeing("rank")];
    const best = rank > contract ? "rank" : "contract";
    return Math.max(contract, rank) * 2 >= voters.length ? best : "none";
  }

  private byNumber(candidate: Candidate, comment: string): Known {
    const action = this.numbered(candidate, this.numbering);
    const isElsewhere = candidate.axe !== null && action?.axe !== candidate.axe.numero;
    // Words of its own under another axe are another action; one that stands by its words elsewhere is not this row.
    if (!action || isElsewhere || this.sure.has(action)) return UNKNOWN;
    return { action, reconnaissance: { comment, doute: true } };
  }

  know(candidate: Candidate): Known {
    const { label, byWords } = candidate;
    const { meaning } = label;
    const said = this.numbered(candidate, this.numbering);
    if (byWords) {
      // Several rows of numbers that agree with the words make one that does not a contradiction.
      if (said && said !== byWords) return contradict(said, byWords);
      const { suffix } = meaning;
      if (suffix === null) return { action: byWords, ...operatorOf(label) };
      const comment = "par le début de son intitulé";
      return { action: byWords, operateur: suffix, reconnaissance: { comment, doute: true } };
    }
    if (meaning.isNumberOnly && meaning.action) return { action: meaning.action };
    if (meaning.isNumberOnly) return this.byNumber(candidate, "par son numéro seul");
    const resembling = this.labels.index.findResembling(meaning.label);
    if (said && resembling && said !== resembling) return contradict(said, resembling);
    if (resembling && !this.sure.has(resembling)) {
      const isElsewhere = candidate.axe !== null && resembling.axe !== candidate.axe.numero;
      if (isElsewhere && !said) return UNKNOWN;
      const comment = said ? "par son numéro et une partie de son intitulé" : "par une partie de son intitulé";
      return { action: resembling, reconnaissance: { comment, doute: true }, ...operatorOf(label) };
    }
    const comment = candidate.axe
      ? "par son numéro et son axe, sous un autre intitulé"
      : "par son numéro, sous un autre intitulé";
    return { ...this.byNumber(candidate, comment), ...operatorOf(label) };
  }
}

const contradict = (parNumero: Action, parIntitule: Action): Known => ({
  action: null,
  contradiction: { parNumero, parIntitule },
});

/** What tells the row from others of its action: in a column of its own, or a letter after its number. */
function operatorOf({ operateur, meaning }: RowLabel): Pick<Known, "operateur"> {
  const told = operateur ?? meaning.label.lettre;
  return told === undefined ? {} : { operateur: told };
}

/** The label that says what the row is: the action's words, else what stands in the main column and names nothing else. */
function telling(found: readonly RowLabel[], mainColumn: number): RowLabel | undefined {
  if (found.some(namesTotal)) return undefined;
  return found.find(namesAction) ?? found.find((label) => label.column === mainColumn && !namesAxe(label));
}

/** Rows of one action that something tells apart are its sum: without a second row nothing needs to be told apart. */
function keepOperators(rows: readonly (readonly [Candidate, Known])[]): (row: readonly [Candidate, Known]) => Known {
  const restOf = ({ label }: Candidate): string => label.meaning.label.rest;
  const byAction = new Map<Action, Set<string>>();
  for (const [candidate, { action, operateur }] of rows) {
    if (!action) continue;
    const texts = byAction.get(action) ?? new Set<string>();
    byAction.set(action, texts.add(operateur ?? restOf(candidate)));
  }
  return ([candidate, { operateur, ...known }]) => {
    const isSeveral = known.action !== null && (byAction.get(known.action)?.size ?? 0) > 1;
    const isPlain = operateur === undefined && known.reconnaissance === undefined;
    return isSeveral && !isPlain ? { ...known, operateur: operateur ?? restOf(candidate) } : known;
  };
}

function findCandidates(lines: readonly Line[], mainColumn: number): readonly Candidate[] {
  let axe: Axe | null = null;
  return lines.flatMap(({ found, number }, line): Candidate[] => {
    const named = found.find(namesAxe);
    if (named) axe = named.meaning.axe;
    const label = telling(found, mainColumn);
    if (!label) return [];
    const { label: own, isNumberOnly, action } = label.meaning;
    const beside = found.find((other) => other !== label && other.meaning.isNumberOnly && other.meaning.axe === null);
    const numero = own.kind === "axe" ? null : (own.numero ?? beside?.meaning.label.numero ?? number);
    const rang = own.rang ?? beside?.meaning.label.rang;
    return [{ line, label, axe, numero, rang, byWords: isNumberOnly ? null : action }];
  });
}

/** The labels of the lines, each with the action that it was known as. */
export function recogniseActions(lines: readonly Line[], mainColumn: number, labels: LabelReader): readonly Line[] {
  const candidates = findCandidates(lines, mainColumn);
  const recogniser = new Recogniser(candidates, labels);
  const rows = candidates.map((candidate) => [candidate, recogniser.know(candidate)] as const);
  const tell = keepOperators(rows);
  const told = [...lines];
  for (const row of rows) {
    const [{ line: at, label }] = row;
    const { action, ...known } = tell(row);
    const line = lines[at];
    const isAsRead = action === label.meaning.action && Object.keys(known).length === 0 && !label.operateur;
    if (!line || isAsRead) continue;
    const { at: place, column, text, meaning } = label;
    const own: RowLabel = { at: place, column, text, meaning: { ...meaning, action }, ...known };
    told[at] = { ...line, found: line.found.map((other) => (other === label ? own : other)) };
  }
  return told;
}
