// Every amount that a workbook holds, with the identity and the place that findings on its form give it.
import type { Dossier, MontantCell } from "../../domain/dossier";
import { remember } from "../../domain/remember";
import type { Unite } from "../../domain/values/unite";
import type { AmountFact } from "../fact";
import type { FactTable } from "../fact-tables";
import { factsOf } from "../facts";
import type { ImputedFact } from "../imputed";
import { isPart } from "../../domain/column-roles";
import { joinKeys, locateFact, placeFact, type Identity } from "../place-fact";

const IMPUTATION = "Imputation des crédits";
const LISTS = { imputed: IMPUTATION, paid: "Liste des versements" } as const;

/** A cell that holds something: in an empty one there is nothing to judge. */
export interface CelluleSituee {
  readonly cell: MontantCell;
  /** In which its figure is typed. */
  readonly unit: Unite;
  /** "Tableau budgétaire", "Tableau d’exécution", "Imputation des crédits". */
  readonly table: string;
  /** "Action 1 – 2025 – part Métropole"; asked for the few cells of which something is said. */
  situate(): { readonly place: string; readonly identity: Identity };
}

const isFilled = ({ known }: Pick<AmountFact, "known">): boolean => known.reason !== "missing";

/** What the State has paid. */
const isPaid = ({ nature, year }: AmountFact): boolean => nature === "paid" && year !== null;

const isOfRowItself = ({ row, column, year }: AmountFact): boolean =>
  row.kind !== "groupe" && isPart(column) && year !== null;

/** The parts of the rows before what stands beside them, and payments after all of it. */
const inOrder = (facts: readonly AmountFact[]): readonly AmountFact[] => {
  const rankOf = (fact: AmountFact): number => (isOfRowItself(fact) ? 0 : 1);
  return facts.filter((fact) => !isPaid(fact)).sort((one, other) => rankOf(one) - rankOf(other));
};

/** The id of a payment names the State, and not its table. */
function situatePaid(table: FactTable, fact: AmountFact) {
  const { row, year } = fact;
  const key = joinKeys(row.ligne.key, "verse", table.kind === "execution" ? null : table.key);
  return {
    place: `${row.ligne.nom} – ${year} – montant versé par l’État`,
    identity: { subject: { ...row.ligne.place, ...(year !== null && { year }), party: "etat" as const }, key },
  };
}

function situateListed({ nom, place, year, id, nature }: ImputedFact) {
  return {
    place: nature === "paid" ? `${nom} – ${year}` : `${IMPUTATION}, ${nom} – ${year}`,
    identity: { subject: { ...place, ...(year !== null && { year }) }, key: id },
  };
}

/** Table by table, then what is imputed, then payments. */
export const amountCells = remember((dossier: Dossier): readonly CelluleSituee[] => {
  const { convention } = dossier;
  const { tables, listed } = factsOf(dossier);
  const situated = tables.flatMap((table) =>
    inOrder(table.facts)
      .filter(isFilled)
      .map((fact): CelluleSituee => {
        const { cell, unit } = fact;
        const situate = () => ({ place: placeFact(convention, table, fact), identity: locateFact(table, fact) });
        return { cell, unit, table: table.nom, situate };
      }),
  );
  const paid = tables.flatMap((table) =>
    table.facts
      .filter((fact) => isPaid(fact) && isFilled(fact))
      .map((fact): CelluleSituee => {
        const { cell, unit } = fact;
        return { cell, unit, table: table.nom, situate: () => situatePaid(table, fact) };
      }),
  );
  const beside = listed.filter(isFilled).map((fact): CelluleSituee => {
    const { cell, unit, nature } = fact;
    return { cell, unit, table: LISTS[nature === "paid" ? "paid" : "imputed"], situate: () => situateListed(fact) };
  });
  return [...situated, ...paid, ...beside];
});
