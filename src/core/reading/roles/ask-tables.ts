// The question between tables that show the same years: which of them is to be verified, and what speaks for one of them.
import { formatLocalRange } from "xlsx-model/cell-ref";
import type { Answer, Question } from "../../domain/question";
import { formatListe, formatNombre } from "../../domain/words/format";
import { accord } from "../../domain/words/accord";
import { capitalise, cite, typographie } from "../../domain/words/typographie";
import type { ChoiceKind } from "../../workbook-port";
import { yearsOf } from "../describe-part";
import type { Tableau } from "../gather-tables";
import { TABLE_EVIDENCE, type TableAsked } from "./evidence/evidence";
import { weigh } from "./evidence/weigh";
import { A_VERIFIER, nameTables, wordOf } from "./table-names";

const NAMED: Readonly<Record<ChoiceKind, string>> = {
  budget: "tableaux budgétaires",
  execution: "tableaux d’exécution",
  indicators: "tableaux des indicateurs",
};

export interface AskedTables extends Omit<TableAsked, "rivals"> {
  readonly kind: ChoiceKind;
  /** Every table that may be named, so that those of one sheet are told apart. */
  readonly names: ReturnType<typeof nameTables<Tableau>>;
}

const sheetsOf = (names: readonly string[]): string =>
  `Feuille${names.length > 1 ? "s" : ""} ${formatListe(names.map(cite))}`;

function describeTable(name: string, table: Tableau): Answer {
  const { lignesAction, range } = table;
  const actions = accord(
    lignesAction.filter(({ action }) => action !== null).length,
    "action du contrat",
    "actions du contrat",
  );
  const years = formatListe(yearsOf(table).map(String));
  return {
    role: A_VERIFIER,
    of: name,
    label: typographie(`Celui de ${cite(name)}, en ${formatLocalRange(range)} (${actions} ; ${years})`),
    range,
  };
}

/** What it shows, sums too. */
const amountsIn = (table: Tableau): number =>
  ("sommes" in table
    ? [...table.lignesAction, ...table.sommes].flatMap(({ amounts }) => amounts)
    : table.lignesIndicateur.flatMap(({ figures }) => figures)
  ).filter(({ cell: { known } }) => known.reason !== "missing").length;

export function askTables(rivals: readonly [Tableau, ...Tableau[]], { kind, names, ...known }: AskedTables): Question {
  const nameOf = (table: Tableau): string => names.get(table) ?? table.range.sheet;
  const told = weigh(TABLE_EVIDENCE, { ...known, rivals });
  const answers = rivals.map((table) => describeTable(nameOf(table), table));
  const supposed = answers.find(({ range }) => range === told.settled("table")?.range) ?? null;
  const place = sheetsOf([...new Set(rivals.map(({ range }) => range.sheet))]);
  const of = `ces ${formatNombre(rivals.length)} ${NAMED[kind]}`;
  const asked = supposed?.of
    ? `de ${of}, est-ce celui de ${cite(supposed.of)} qui est à vérifier ?`
    : `lequel de ${of} est à vérifier ?`;
  const [first, ...others] = rivals.map(({ range }) => range);
  return {
    about: "table",
    key: { kind: "table", path: [wordOf(kind), ...rivals.map(nameOf)] },
    text: typographie(`${place} : ${asked}`),
    range: first ?? null,
    ...(others.length > 0 && { alsoAt: others }),
    supposed,
    evidence: ["ils montrent les mêmes montants des mêmes années", ...told.clauses].map(typographie),
    answers,
    amounts: Math.max(...rivals.map(amountsIn)),
    place: typographie(place),
    asked: typographie(capitalise(asked)),
  };
}
