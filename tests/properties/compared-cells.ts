// Which amounts of a workbook no rule holds against what the contract gives there: whatever stands in them would go unsaid.
import { formatCellRef } from "xlsx-model/cell-ref";
import type { Dossier, LigneAction, MontantCell } from "../../src/core/domain/dossier";
import { TELLE_QUELLE, type Lecture } from "../../src/core/facts/lecture";
import { pourquoiIndecise } from "../../src/core/facts/lines/ligne-indecise";
import type { ActionRow, AmountFact } from "../../src/core/facts/fact";
import type { FactTable } from "../../src/core/facts/fact-tables";
import { factsOf } from "../../src/core/facts/facts";
import { isPart } from "../../src/core/domain/column-roles";
import { rules } from "../../src/core/rules/index";
import type { Asked, RuleMeta } from "../../src/core/rules/rule";
import type { RuleId } from "../../src/core/rules/rule-id";

/** They look at each amount by itself, whatever it is worth. */
const OF_FORM: ReadonlySet<string> = new Set<RuleId>(["montant-lisible", "montant-positif", "centimes-caches"]);

function noting(note: (cell: MontantCell) => void): Lecture {
  return {
    montant: (cell) => {
      note(cell);
      return TELLE_QUELLE.montant(cell);
    },
    valeur: TELLE_QUELLE.valeur,
    somme: (group) => {
      group.facts.forEach(({ cell }) => note(cell));
      return TELLE_QUELLE.somme(group);
    },
  };
}

/** The rules whose comparisons read each amount. */
function readers(dossier: Dossier): ReadonlyMap<MontantCell, ReadonlySet<string>> {
  const known = new Map<MontantCell, Set<string>>();
  for (const { meta, compare } of rules) {
    if (OF_FORM.has(meta.id) || meta.needs.some((need) => dossier[need] === null)) continue;
    const lecture = noting((cell) => {
      const own = known.get(cell);
      if (own) own.add(meta.id);
      else known.set(cell, new Set([meta.id]));
    });
    const asked: Asked<RuleMeta> = {
      compare: (_, judge) => void judge(lecture),
      compareEach: (items, _, judge) => items.forEach((item) => void judge(item, lecture)),
      nothing: () => undefined,
      unread: () => undefined,
      notDue: () => undefined,
    };
    compare(dossier, asked);
  }
  return known;
}

/** One of these is to read the cell; any rule where there are none, as a sum is held against what it adds. */
type Wanted = readonly RuleId[];
type Asks = readonly (readonly [MontantCell, Wanted])[];

const CONTRACTED: Wanted = ["montant-contractualise", "actions-du-contrat"];
const ANY: Wanted = [];

/** An action twice, or a row that nobody can tell, is said to be so: its amounts are held against nothing. */
const isKnown = (rows: readonly LigneAction[], ligne: LigneAction): boolean =>
  pourquoiIndecise(ligne) === null &&
  (ligne.action === null || rows.filter(({ action }) => action === ligne.action).length === 1);

/** Of a year that the contract does not have the year itself is said to be wrong. */
function isOfOtherYear({ convention }: Dossier, { kind }: FactTable, { year, column }: AmountFact): boolean {
  return kind === "budget" && year !== null && isPart(column) && !convention.annees.some(({ annee }) => annee === year);
}

/** Which rules are to read the amount of an action; null where what is said of its row is enough. */
function wantedOf(table: FactTable, row: ActionRow, { column, year }: AmountFact): Wanted | null {
  const { action } = row.ligne.ligne;
  if (table.kind === "budget") {
    // Of a row that is no action of the contract one year with State money says enough.
    if (column === "etat") return action ? CONTRACTED : ANY;
    return isPart(column) && year !== null ? ANY : null;
  }
  if (year === null || !isKnown(table.tableau.lignesAction, row.ligne.ligne)) return null;
  if (column === "etat") return ["sur-execution"];
  if (column === "contractualise-etat") return ["montant-contractualise"];
  if (column === "verse") return ["versement-du-contrat"];
  return column === "autres" ? null : ANY;
}

const TOTALS: ReadonlySet<string> = new Set(["total", "contractualise-total"]);

/** Where the column of a part is missing, that is what is said of its year: a Total has nothing to be held against. */
function hasItsParts({ row, column, year }: AmountFact): boolean {
  if (year === null || !TOTALS.has(column)) return true;
  const [etat, collectivite] =
    column === "total"
      ? (["etat", "collectivite"] as const)
      : (["contractualise-etat", "contractualise-collectivite"] as const);
  return row.at(year, etat).length > 0 && row.at(year, collectivite).length > 0;
}

function askedOf(dossier: Dossier): Asks {
  const { tables, listed } = factsOf(dossier);
  const ofTables = tables
    .filter(({ kind }) => kind !== "recapitulatif")
    .flatMap((table) =>
      table.facts.flatMap((fact): Asks => {
        if (isOfOtherYear(dossier, table, fact)) return [];
        const row = fact.row.kind === "action" ? table.actions[fact.row.index] : undefined;
        if (!row) return [[fact.cell, ANY]];
        const wanted = hasItsParts(fact) ? wantedOf(table, row, fact) : null;
        return wanted ? [[fact.cell, wanted]] : [];
      }),
    );
  return [...ofTables, ...listed.map(({ cell }) => [cell, ANY] as const)];
}

/** The addresses of the amounts that enter no such comparison. */
export function notCompared(dossier: Dossier): readonly string[] {
  const read = readers(dossier);
  return askedOf(dossier).flatMap(([cell, wanted]) => {
    if (cell.known.reason === "missing") return [];
    const by = read.get(cell) ?? new Set();
    const isCompared = wanted.length === 0 ? by.size > 0 : wanted.some((rule) => by.has(rule));
    return isCompared ? [] : formatCellRef(cell.ref);
  });
}
