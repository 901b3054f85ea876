// Which amounts of a workbook no rule holds against what the contract gives there: whatever stands in them would go unsaid.
import { formatCellRef } from "../../src/core/domain/cell-ref";
import type { Dossier, LigneAction, MontantCell, MontantsParAnnee } from "../../src/core/domain/dossier";
import { TELLE_QUELLE, type Lecture } from "../../src/core/facts/lecture";
import { pourquoiIndecise } from "../../src/core/facts/lines/ligne-indecise";
import { cellsOfRow, rowsOfTable } from "../../src/core/facts/lines/rows-of-table";
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
    somme: (groupe) => {
      groupe.entrees.forEach(({ cell }) => note(cell));
      return TELLE_QUELLE.somme(groupe);
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
type Asks = readonly (readonly [MontantCell | null, Wanted])[];

const CONTRACTED: Wanted = ["montant-contractualise", "actions-du-contrat"];
const ANY: Wanted = [];

const partsOf = (montants: MontantsParAnnee | undefined, etat: Wanted): Asks =>
  [...(montants?.values() ?? [])].flatMap((cells): Asks => [
    [cells.etat, etat],
    [cells.collectivite, ANY],
    // Where the column of a part is missing, that is what is said of its year: a Total has nothing to be held against.
    [cells.etat && cells.collectivite && cells.total, ANY],
  ]);

/** An action twice, or a row that nobody can tell, is said to be so: its amounts are held against nothing. */
const isKnown = (rows: readonly LigneAction[], ligne: LigneAction): boolean =>
  pourquoiIndecise(ligne) === null &&
  (ligne.action === null || rows.filter(({ action }) => action === ligne.action).length === 1);

/** Of a year that the contract does not have the year itself is said to be wrong. */
function ofOtherYears({ budget, convention }: Dossier): ReadonlySet<MontantCell> {
  const years = new Set(convention.annees.map(({ annee }) => annee));
  const rows = budget ? rowsOfTable(budget) : [];
  return new Set(
    rows.flatMap(({ montants }) =>
      [...montants].flatMap(([annee, parts]) =>
        years.has(annee) ? [] : cellsOfRow({ montants: new Map([[annee, parts]]) }),
      ),
    ),
  );
}

function askedOf({ budget, execution, imputation }: Dossier): Asks {
  const actions = [
    // Of a row that is no action of the contract one year with State money says enough.
    ...(budget?.lignesAction ?? []).flatMap(({ montants, action }) => partsOf(montants, action ? CONTRACTED : ANY)),
    ...(execution?.lignesAction ?? [])
      .filter((ligne, _, rows) => isKnown(rows, ligne))
      .flatMap(({ montants, verses, contractualises }): Asks => [
        ...partsOf(montants, ["sur-execution"]),
        ...partsOf(contractualises, ["montant-contractualise"]),
        ...[...(verses?.values() ?? [])].flat().map((cell) => [cell, ["versement-du-contrat"]] as const),
      ]),
  ];
  const sums = [budget, execution].flatMap((tableau) => [
    ...(tableau ? rowsOfTable(tableau).filter(({ rang }) => rang !== "action") : []),
    ...(tableau?.totauxDeGroupe ?? []).map(({ ligne }) => ligne),
  ]);
  const imputed = [...(imputation?.lignes ?? []), ...(imputation?.total ? [imputation.total] : [])];
  return [
    ...actions,
    ...[...sums.flatMap(cellsOfRow), ...imputed.flatMap(({ montants }) => [...montants.values()])].map(
      (cell) => [cell, ANY] as const,
    ),
  ];
}

/** The addresses of the amounts that enter no such comparison. */
export function notCompared(dossier: Dossier): readonly string[] {
  const read = readers(dossier);
  const other = ofOtherYears(dossier);
  return askedOf(dossier).flatMap(([cell, wanted]) => {
    if (!cell || cell.lu.kind === "missing" || other.has(cell)) return [];
    const by = read.get(cell) ?? new Set();
    const isCompared = wanted.length === 0 ? by.size > 0 : wanted.some((rule) => by.has(rule));
    return isCompared ? [] : formatCellRef(cell.ref);
  });
}
