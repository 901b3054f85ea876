// What the rules demand of a workbook that says exactly what the contract says.
import type { Workbook } from "./canvas";
import { closedYears, targetAt, yearsOf, type Content } from "./content";

/** The years that have begun on provisional amounts wait for their avenant. */
function avenants({ convention }: Content, workbook: Workbook, asOf: string): string[] {
  const provisional = new Set(
    convention.creditsEtat.filter(({ statut }) => statut === "provisionnel").map(({ annee }) => annee),
  );
  return convention.annees
    .filter(({ annee, debut }) => debut <= asOf && provisional.has(annee))
    .map(({ annee }) => `warning avenant-annuel/${annee} ${workbook.at(`budget:year/${annee}`)}`);
}

/** "warning cible-a-preciser/4/indicateur-1 Indicateurs!D9 …". */
function targets({ convention }: Content, workbook: Workbook, asOf: string): string[] {
  const isLate = closedYears(convention, asOf).includes(yearsOf(convention)[0] ?? 0);
  return convention.actions.flatMap((action) =>
    action.indicateurs.flatMap((indicateur) => {
      const years = yearsOf(convention).filter((annee) => targetAt(indicateur, annee) === "nd");
      if (years.length === 0) return [];
      const id = `${action.numero}.${indicateur.numero}`;
      const cells = years.map((annee) => workbook.at(`indicators:cible/${id}/${annee}`));
      const place = `${action.numero}/indicateur-${indicateur.numero}`;
      return [`${isLate ? "warning" : "info"} cible-a-preciser/${place} ${cells.join(" ")}`];
    }),
  );
}

/** Totals that were typed: one line for each table. */
function typedTotals(workbook: Workbook): string[] {
  return (["budget", "execution"] as const).flatMap((kind) => {
    const typed = workbook.typed(new RegExp(`^${kind}:(?:subtotal|total)/|^${kind}:amount/.*/total$`));
    const id = kind === "budget" ? "total-en-formule" : "total-en-formule/execution";
    return typed.length > 0 ? [`info ${id} ${typed.join(" ")}`] : [];
  });
}

/** What the State paid for a closed year on provisional amounts: once for the year. */
function payments({ convention }: Content, workbook: Workbook, asOf: string): string[] {
  const closed = new Set(closedYears(convention, asOf));
  const loose = convention.creditsEtat.filter(({ annee, statut }) => closed.has(annee) && statut !== "ferme");
  return loose.flatMap(({ annee }) => {
    const paid = convention.actions.filter(({ montants }) =>
      montants.some((one) => one.annee === annee && one.etat > 0),
    );
    const cells = paid.map(({ numero }) => `execution:paid/${numero}/${annee}`).filter((tag) => workbook.has(tag));
    const places = cells.map((tag) => workbook.at(tag));
    return places.length > 0 ? [`warning versement-du-contrat/${annee}/etat/verse ${places.join(" ")}`] : [];
  });
}

/** The rules of which it is known here what they demand. */
export const DEMANDING: ReadonlySet<string> = new Set([
  "avenant-annuel",
  "cible-a-preciser",
  "versement-du-contrat",
  "total-en-formule",
]);

export function demanded(content: Content, workbook: Workbook, asOf: string): string[] {
  return [
    ...avenants(content, workbook, asOf),
    ...targets(content, workbook, asOf),
    ...payments(content, workbook, asOf),
    ...typedTotals(workbook),
  ];
}
