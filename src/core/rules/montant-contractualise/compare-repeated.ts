// What the execution table says again of what was contracted, by each party or both together.
import { isSameCell, parseCellRef } from "xlsx-model/cell-ref";
import { chiffreInconnu } from "../../contract/avenants/registre";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Action } from "../../contract/convention";
import { estFerme, isFirm } from "../../contract/avenants/fermete";
import { avenantQuiFixe, sourceDuChiffre } from "../../contract/avenants/fixation";
import type { Lecture } from "../../facts/lecture";
import { COLONNES, locate } from "../../facts/lines/budget-lines";
import type { ColumnRole } from "../../domain/column-roles";
import type { YearFact } from "../../facts/fact";
import { budgetTable, executionTable } from "../../facts/fact-tables";
import { demandes, lireColonne, refsOf, shownIn, type Demande } from "../../facts/lines/demandes";
import { pourquoiIndecise } from "../../facts/lines/ligne-indecise";
import type { Colonne, Dossier, TableauExecution } from "../../domain/dossier";
import { addMontants, ZERO, type Montant } from "../../domain/values/montant";
import { HOLDS, notComparable } from "../rule";
import { nameRepeated, PARTS, type Asked } from "./meta";

type Source = Pick<Dossier, "convention" | "avenants" | "feuilleContrat" | "budget">;

const repeatedIn = (colonne: Colonne): ColumnRole => `contractualise-${colonne}`;

/** Both parties as the table gives them, where it gives each: what is wrong with one of them is told at its cell. */
function sumOfParts(lecture: Lecture, demande: Demande): Montant | null {
  const lus = PARTS.map((colonne) => lireColonne(lecture, demande, repeatedIn(colonne)));
  const amounts = lus.flatMap((lu): Montant[] => (lu?.reason === null ? [lu.value] : []));
  return amounts.length === PARTS.length ? addMontants(...amounts) : null;
}

/** A formula that shows the budget table's own figure repeats nothing: the figure is judged where it stands. */
function followsBudget(
  budget: Source["budget"],
  { action, annee }: Demande,
  colonne: Colonne,
  repeated: readonly YearFact[],
): boolean {
  const rows = budget ? budgetTable(budget).actions : [];
  const shown = rows
    .filter(({ ligne: { ligne } }) => ligne.action !== null && ligne.action === action)
    .flatMap((row) => row.at(annee, colonne));
  return repeated.every(({ cell: { formula } }) => {
    const ref = formula === null ? null : parseCellRef(formula.slice(1));
    return ref !== null && shown.some(({ cell }) => isSameCell(cell.ref, ref));
  });
}

/**
 * The contract gives nothing for a row that is no action of it. Other financing may be part of what was contracted in
 * all.
 */
function expectedOf(action: Action | null, annee: number, colonne: Colonne): readonly [Montant, ...Montant[]] {
  if (!action) return [ZERO];
  const expected = contractAmount(action, annee, colonne);
  if (colonne !== "total") return [expected];
  const autres = (action.autres ?? []).filter((autre) => autre.annee === annee).map(({ montant }) => montant);
  return [expected, addMontants(expected, ...autres)];
}

export function compareRepeated(source: Source, execution: TableauExecution, asked: Asked): void {
  for (const demande of demandes(source.convention, executionTable(execution))) {
    for (const colonne of COLONNES) compareColumn(source, demande, colonne, asked);
  }
}

function compareColumn(
  { convention, avenants, feuilleContrat, budget }: Source,
  demande: Demande,
  colonne: Colonne,
  asked: Asked,
): void {
  const { annee, ligne, action } = demande;
  const shown = shownIn(demande, repeatedIn(colonne));
  if (!shown) return;
  const [{ cell, unit }, ...others] = shown;
  const place = nameRepeated(convention, ligne, annee, colonne);
  const parts = colonne === "total" ? PARTS : ([colonne] as const);
  const [indecise] = demande.rows.flatMap((row) => pourquoiIndecise(row.ligne.ligne) ?? []);
  asked.compare(place, (lecture) => {
    if (indecise !== undefined) return notComparable(`${place} : ${indecise}.`);
    const inconnu = parts
      .map((partie) =>
        chiffreInconnu(feuilleContrat?.registre, {
          objet: "montant",
          annee,
          ...(action && { action: action.numero, partie }),
        }),
      )
      .find((why) => why !== null);
    if (inconnu !== undefined) return notComparable(inconnu);
    const lu = lireColonne(lecture, demande, repeatedIn(colonne));
    if (lu?.reason === "unreadable") return notComparable(`${place} : le montant est illisible.`);
    if (followsBudget(budget, demande, colonne, shown)) return HOLDS;
    const holding = expectedOf(action, annee, colonne);
    // An empty cell repeats nothing.
    if (lu?.reason !== null || holding.includes(lu.value)) return HOLDS;
    if (colonne === "total" && sumOfParts(lecture, demande) === lu.value) return HOLDS;
    const [expected] = holding;
    const { subject, key } = locate(ligne, annee, colonne);
    const report = {
      subject,
      key: key === undefined ? "repete" : `${key}-repete`,
      cells: refsOf(shown),
      figures: { unit: "montant", found: lu.value, expected },
      data: { place },
    } as const;
    const chiffres = parts.flatMap((part) =>
      action ? { kind: "montant" as const, annee, action: action.numero, colonne: part } : [],
    );
    const named = chiffres.find((chiffre) => avenantQuiFixe(avenants, chiffre)) ?? chiffres[0];
    const data = { place, source: named ? sourceDuChiffre({ convention, avenants }, named) : "" };
    if (colonne === "collectivite" && lu.value > expected) {
      return () => ({ ...report, message: "collectivite-au-dessus", data });
    }
    const isPromised =
      chiffres.length === 0
        ? isFirm(convention, annee)
        : chiffres.some((each) => estFerme({ convention, avenants }, each));
    if (!isPromised) {
      return () => ({ ...report, message: "different-provisionnel" });
    }
    const isTyped = action !== null && others.length === 0 && cell.formula === null;
    return () => ({
      ...report,
      message: "different-ferme",
      data,
      ...(isTyped && { fix: [{ cell: cell.ref, montant: expected, unit }] }),
    });
  });
}
