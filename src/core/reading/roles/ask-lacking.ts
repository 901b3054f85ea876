// The questions about whole tables whose title does not say whose amounts they hold, of which year or of which action: one for each table.
import { isSameSheet, overlaps, rangeAround, type RangeRef } from "xlsx-model/cell-ref";
import type { Colonne, Convention } from "../../contract/convention";
import type { Dossier, TableauBudgetaire } from "../../domain/dossier";
import type { Answer, Question, ReponseTenue, Reponse } from "../../domain/question";
import { isPart } from "../../domain/column-roles";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import { budgetTable } from "../../facts/fact-tables";
import { COLONNES } from "../../facts/lines/budget-lines";
import { centimesOf } from "../account/figure-cells";
import type { HeadingReader } from "../headings/headings";
import type { SheetGrid } from "../sheet-grid";
import { actionsOf, type Asking } from "./ask-columns";
import { LACKING_EVIDENCE } from "./evidence/evidence";
import type { Candidate, LackingAsked, Shown } from "./evidence/of-lacking";
import { weigh } from "./evidence/weigh";
import { headedColumns, type HeadedColumn } from "./headed-columns";
import { describeAction } from "./row-roles";
import { sampleOf } from "./sample";
import { keyOfLacking, LACKS, type Lack, type TableLacking } from "./tables-said";

const AUTRE: Answer = { role: "autre chose", label: "Rien de cela" };
const PARTIE = "partie du tableau";
const ANNEE = "année du tableau";

const OPEN: Readonly<Record<Lack, string>> = {
  partie: "de qui sont ces montants ?",
  année: "de quelle année sont ces montants ?",
  action: "de quelle action sont ces montants ?",
};

/** A table of a sheet that lacks something, and where it stands. */
export interface FoundLacking {
  readonly grid: SheetGrid;
  readonly table: TableLacking;
  /** Of a table that lacks its action alone: the rest of it was read. */
  readonly read: TableauBudgetaire | null;
  readonly kind?: "budget" | "execution";
}

const whose = ({ collectivite }: Convention, part: Colonne): string =>
  ({ etat: "l’État", collectivite: `la part ${collectivite.designation}`, total: "le total de l’action" })[part];

const candidatesOf = (
  lack: Lack,
  convention: Convention,
  shown: readonly Shown[],
  montantOf: MontantOf,
): readonly Candidate[] => {
  const isNew = (asked: Partial<Shown>): boolean =>
    shown.some((one) => {
      const { action, year, part } = { ...one, ...asked };
      return !action || year === null || !part || montantOf(action, year, part) === null;
    });
  const all: Readonly<Record<Lack, () => readonly Candidate[]>> = {
    partie: () => COLONNES.map((part) => ({ value: part, clause: whose(convention, part), part })),
    année: () => convention.annees.map(({ annee }) => ({ value: `${annee}`, clause: `${annee}`, year: annee })),
    action: () =>
      convention.actions.map((action) => ({ value: `${action.numero}`, clause: `l’action ${action.numero}`, action })),
  };
  return all[lack]().filter(({ action, year, part }) =>
    isNew({ ...(action && { action }), ...(year !== undefined && { year }), ...(part && { part }) }),
  );
};

const answerOf = ({ value, clause, action, year, part }: Candidate): Answer => {
  if (action) return describeAction(action);
  if (year !== undefined) return { role: ANNEE, year, label: value, short: "Une année" };
  return { role: PARTIE, ...(part && { party: part }), label: typographie(capitalise(clause)) };
};

type MontantOf = LackingAsked["montantOf"];

function amountsRead({ budget }: Dossier): MontantOf {
  const rows = new Map((budget ? budgetTable(budget).actions : []).map((row) => [row.action, row]));
  return (action, year, part) => rows.get(action)?.at(year, part)[0]?.known.value ?? null;
}

/** Those of its heading; of years alone, where other words beside them or below are asked about each, none. */
function columnsIn(
  { grid, table: { lack, row, columns } }: FoundLacking,
  headings: HeadingReader,
): readonly HeadedColumn[] {
  const under = headedColumns(grid).filter(({ section: { heads } }) => heads.some((head) => head.row === row));
  const own = under.filter(({ column }) => columns.some((one) => one.column === column));
  const isOther = (one: HeadedColumn): boolean =>
    !own.includes(one) && one.path.every((text) => headings.read(text).part !== "total");
  const first = Math.min(...columns.map(({ column }) => column));
  const isMixed = under.some(
    (one) => one.section.heads.at(-1)?.row !== row || (one.column > first && isOther(one) && one.figures.length > 1),
  );
  return lack === "partie" && isMixed ? [] : own;
}

const rangeOf = (found: FoundLacking, headings: HeadingReader): RangeRef | null => {
  const figures = columnsIn(found, headings).flatMap((column) => column.figures);
  const { grid, table } = found;
  const [first] = table.columns;
  const heading = { row: table.row, column: first?.column ?? 0 };
  return figures.length > 0 ? rangeAround(grid.sheet, [heading, ...figures]) : null;
};

/** What a table shows of the contract's actions, or of none where it lacks its action. */
function shownIn(
  { grid, table, read }: FoundLacking,
  { labels, headings, unitOf }: Asking,
): { range: RangeRef; shown: readonly Shown[] } | null {
  if (read) {
    const shown = read.lignesAction.flatMap(({ amounts }) =>
      amounts.flatMap(({ year, column, cell: { known } }) =>
        isPart(column) && known.reason === null ? [{ action: null, year, part: column, centimes: known.value }] : [],
      ),
    );
    return { range: read.range, shown };
  }
  const actionOf = actionsOf(grid, labels, unitOf(grid.sheet));
  const range = rangeOf({ grid, table, read }, headings);
  const figures = columnsIn({ grid, table, read }, headings).flatMap((column) => column.figures);
  const amounts = figures.filter(({ kind }) => kind === "amount");
  const shown = amounts.flatMap((figure): readonly Shown[] => {
    const action = actionOf(figure);
    const column = table.columns.find((one) => one.column === figure.column);
    if (!action || !column) return [];
    const year = typeof column.annee === "number" ? column.annee : null;
    const part = table.lack === "partie" ? null : column.part === "autres" ? null : (column.part ?? "total");
    return [{ action, year, part, centimes: centimesOf(figure, unitOf(grid.sheet)) }];
  });
  return range && { range, shown };
}

/** So many actions make it a table of the contract's. */
const FEWEST = 2;

function ask(asked: LackingAsked, range: RangeRef, found: FoundLacking): Question {
  const { grid, table } = found;
  const { lack, candidates, name, sheet } = asked;
  const told = weigh(LACKING_EVIDENCE, asked);
  const settled = candidates.find(({ value }) => value === told.settled("is"));
  const supposed = settled ? answerOf(settled) : null;
  const place = isSameSheet(name, sheet) ? `Feuille ${cite(sheet)}` : `Feuille ${cite(sheet)}, tableau ${cite(name)}`;
  const text = settled ? `ces montants sont-ils ceux de ${settled.clause} ?`.replace("de le ", "du ") : OPEN[lack];
  const [first] = columnsIn(found, asked.headings);
  const rows = first?.figures.map(({ row }) => row) ?? [];
  return {
    about: keyOfLacking(table, sheet).kind,
    key: keyOfLacking(table, sheet),
    text: typographie(`${place} : ${text}`),
    range,
    supposed,
    evidence: (told.clauses.length > 0 ? told.clauses : ["rien au-dessus du tableau ne le dit"]).map(typographie),
    answers: [...candidates.map(answerOf), AUTRE],
    amounts: asked.shown.length,
    place: typographie(place),
    asked: typographie(capitalise(text)),
    ...(first && { sample: sampleOf(first, rows, headedColumns(grid)) }),
  };
}

export function askLacking(found: readonly FoundLacking[], asking: Asking): readonly Question[] {
  const { convention, dossier, headings, labels, nonLus } = asking;
  const montantOf = amountsRead(dossier);
  const open = found.flatMap((one) => {
    const { lack, name, said } = one.table;
    const seen = said === null ? shownIn(one, asking) : null;
    if (!seen || !nonLus.some(({ range }) => overlaps(range, seen.range))) return [];
    const { shown, range } = seen;
    const isOfContract = lack === "action" || new Set(shown.map(({ action }) => action)).size >= FEWEST;
    const candidates = candidatesOf(lack, convention, shown, montantOf);
    const asked = { lack, name, sheet: one.grid.sheet, shown, candidates, convention, headings, labels, montantOf };
    return isOfContract && candidates.length > 0 ? [{ one, range, asked }] : [];
  });
  return open.map(({ one, range, asked }) => {
    const alike = open.map((other) => other.asked).filter(({ lack }) => lack === asked.lack);
    return ask({ ...asked, alike }, range, one);
  });
}

function labelOf(convention: Convention, { answer }: Reponse): string {
  const { year, party, action: numero } = answer;
  const action = convention.actions.find((one) => `${one.numero}` === numero);
  if (action) return describeAction(action).label;
  if (year !== undefined) return `Les montants de ${year}`;
  return capitalise(party && party !== "autres" ? whose(convention, party) : answer.role);
}

/** The answers about whole tables, with where these stand. */
export const heldLacking = (
  reponses: readonly Reponse[],
  found: readonly FoundLacking[],
  { convention, headings }: Pick<Asking, "convention" | "headings">,
): readonly ReponseTenue[] =>
  reponses
    .filter(
      ({ key: { kind, path } }) => (kind === "table" || kind === "party") && LACKS.some((lack) => lack === path[0]),
    )
    .map((reponse) => {
      const own = found.find(({ table }) => table.said === reponse);
      return {
        reponse,
        label: typographie(labelOf(convention, reponse)),
        range: own ? rangeOf(own, headings) : null,
        setAside: null,
      };
    });
