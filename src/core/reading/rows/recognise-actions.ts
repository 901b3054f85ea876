// Knows the rows of a table as a person does: by the number, the words and the axe of each, together.
import type { Action, Axe } from "../../domain/contrat/convention";
import type { Reconnaissance } from "../../domain/dossier";
import type { LabelMeaning, LabelReader } from "../labels/label-reader";
import type { RowLabel } from "./row-labels";

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

export interface LabelledLine {
  readonly found: readonly RowLabel[];
  /** In a cell of its own, beside the label. */
  readonly number: number | null;
}

type Numbering = "contract" | "rank" | "none";

interface Known {
  readonly action: Action | null;
  readonly reconnaissance?: Reconnaissance;
  readonly contradiction?: RowLabel["contradiction"];
  readonly operateur?: string;
}

const UNKNOWN: Known = { action: null };

function byAxe(actions: readonly Action[]): ReadonlyMap<number, readonly Action[]> {
  const found = new Map<number, Action[]>();
  for (const action of actions) {
    const own = found.get(action.axe);
    if (own) own.push(action);
    else found.set(action.axe, [action]);
  }
  return found;
}

class Recogniser {
  private readonly byNumero: ReadonlyMap<number, Action>;
  private readonly byAxe: ReadonlyMap<number, readonly Action[]>;
  private readonly numbering: Numbering;
  private readonly sure: ReadonlySet<Action>;

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly labels: LabelReader,
  ) {
    this.byNumero = new Map(labels.actions.map((action) => [action.numero, action]));
    this.byAxe = byAxe(labels.actions);
    this.sure = new Set(candidates.flatMap(({ byWords }) => byWords ?? []));
    this.numbering = this.findNumbering();
  }

  private ofAxe(axe: number, rang: number): Action | null {
    return this.byAxe.get(axe)?.[rang - 1] ?? null;
  }

  private numbered({ numero, rang, axe, byWords }: Candidate, numbering: Numbering): Action | null {
    if (rang) return this.ofAxe(rang.axe, rang.rang);
    if (numero === null || numbering === "none") return null;
    if (numbering === "contract") return this.byNumero.get(numero) ?? null;
    const under = axe?.numero ?? byWords?.axe;
    return under === undefined ? null : this.ofAxe(under, numero);
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

  private byNumber(candidate: Candidate): Action | null {
    const action = this.numbered(candidate, this.numbering);
    const isElsewhere = candidate.axe !== null && action?.axe !== candidate.axe.numero;
    // Words of its own under another axe are another action; one that stands by its words elsewhere is not this row.
    return action && !isElsewhere && !this.sure.has(action) ? action : null;
  }

  know(candidate: Candidate): Known {
    const { label, byWords } = candidate;
    const { meaning } = label;
    const said = this.numbered(candidate, this.numbering);
    if (byWords) {
      // Several rows of numbers that agree with the words make one that does not a contradiction.
      if (said && said !== byWords) return this.contradict(said, byWords);
      const { suffix } = meaning;
      if (suffix === null) return { action: byWords, ...this.letter(label) };
      const comment = "par le début de son intitulé";
      return { action: byWords, operateur: suffix, reconnaissance: { comment, doute: true } };
    }
    if (meaning.isNumberOnly) return meaning.action ? { action: meaning.action } : this.bareNumber(candidate);
    const resembling = this.labels.index.findResembling(meaning.label);
    if (said && resembling && said !== resembling) return this.contradict(said, resembling);
    if (resembling && (said || !this.sure.has(resembling))) {
      const isElsewhere = candidate.axe !== null && resembling.axe !== candidate.axe.numero;
      if (isElsewhere && !said) return UNKNOWN;
      const how = said ? "par son numéro et une partie de son intitulé" : "par une partie de son intitulé";
      if (!this.sure.has(resembling))
        return { action: resembling, reconnaissance: { comment: how, doute: true }, ...this.letter(label) };
    }
    const action = this.byNumber(candidate);
    if (!action) return UNKNOWN;
    const comment = candidate.axe
      ? "par son numéro et son axe, sous un autre intitulé"
      : "par son numéro, sous un autre intitulé";
    return { action, reconnaissance: { comment, doute: true }, ...this.letter(label) };
  }

  private bareNumber(candidate: Candidate): Known {
    const action = this.byNumber(candidate);
    return action ? { action, reconnaissance: { comment: "par son numéro seul", doute: true } } : UNKNOWN;
  }

  /** What tells the row from others of its action: in a column of its own, or a letter after its number. */
  private letter({ operateur, meaning }: RowLabel): Pick<Known, "operateur"> {
    const told = operateur ?? meaning.label.lettre;
    return told === undefined ? {} : { operateur: told };
  }

  private contradict(parNumero: Action, parIntitule: Action): Known {
    return { action: null, contradiction: { parNumero, parIntitule } };
  }
}

/** The label that says what the row is: the action's words, else what stands in the main column and names nothing else. */
function telling(found: readonly RowLabel[], mainColumn: number): RowLabel | undefined {
  if (found.some(({ meaning }) => meaning.total !== null)) return undefined;
  return (
    found.find(({ meaning }) => meaning.action !== null) ??
    found.find(({ column, meaning }) => column === mainColumn && meaning.axe === null && !meaning.isUnknownAxe)
  );
}

/** Rows of one action that something tells apart are its sum: without a second row nothing needs to be told apart. */
function keepOperators(
  known: ReadonlyMap<number, Known>,
  candidates: readonly Candidate[],
): (line: number) => string | undefined {
  const byAction = new Map<Action, Set<string>>();
  for (const { line, label } of candidates) {
    const found = known.get(line);
    if (!found?.action) continue;
    const texts = byAction.get(found.action) ?? new Set<string>();
    byAction.set(found.action, texts.add(found.operateur ?? label.meaning.label.rest));
  }
  const textOf = new Map(candidates.map(({ line, label }) => [line, label.meaning.label.rest]));
  return (line) => {
    const found = known.get(line);
    if (!found?.action || (byAction.get(found.action)?.size ?? 0) < 2) return undefined;
    const isPlain = found.operateur === undefined && found.reconnaissance === undefined;
    return isPlain ? undefined : (found.operateur ?? textOf.get(line));
  };
}

/** The labels of the lines, each with the action that it was known as. */
export function recogniseActions<Line extends LabelledLine>(
  lines: readonly Line[],
  mainColumn: number,
  labels: LabelReader,
): readonly Line[] {
  const candidates: Candidate[] = [];
  let axe: Axe | null = null;
  lines.forEach(({ found, number }, line) => {
    const named = found.find(({ meaning }) => meaning.axe !== null || meaning.isUnknownAxe);
    if (named) axe = named.meaning.axe;
    const label = telling(found, mainColumn);
    if (!label) return;
    const { meaning } = label;
    const beside = found.find((other) => other !== label && other.meaning.isNumberOnly && other.meaning.axe === null);
    const own = meaning.label;
    candidates.push({
      line,
      label,
      axe,
      numero: own.kind === "axe" ? null : (own.numero ?? beside?.meaning.label.numero ?? number),
      rang: own.rang ?? beside?.meaning.label.rang,
      byWords: meaning.isNumberOnly ? null : meaning.action,
    });
  });
  const recogniser = new Recogniser(candidates, labels);
  const known = new Map(candidates.map((candidate) => [candidate.line, recogniser.know(candidate)]));
  const operatorOf = keepOperators(known, candidates);
  const byLine = new Map(candidates.map((candidate) => [candidate.line, candidate]));
  return lines.map((line, index) => {
    const own = known.get(index);
    const label = byLine.get(index)?.label;
    if (!own || !label) return line;
    const operateur = operatorOf(index);
    const isAsRead =
      label.operateur === undefined &&
      own.action === label.meaning.action &&
      !own.reconnaissance &&
      !own.contradiction &&
      operateur === undefined;
    if (isAsRead) return line;
    const { reconnaissance, contradiction } = own;
    const told: RowLabel = {
      at: label.at,
      column: label.column,
      text: label.text,
      meaning: { ...label.meaning, action: own.action },
      ...(reconnaissance && { reconnaissance }),
      ...(contradiction && { contradiction }),
      ...(operateur !== undefined && { operateur }),
    };
    return { ...line, found: line.found.map((other) => (other === label ? told : other)) };
  });
}
