// Holds a contract read from its sheet against the schema and against itself; each mistake goes to the cell it comes from.
import { conventionEnVigueur } from "../../contract/in-force/en-vigueur";
import type { CellRef } from "xlsx-model/cell-ref";
import { formatLocalCell } from "xlsx-model/local-cell";
import { checkCoherence } from "../../contract/definition/check-coherence";
import { checkActions, checkRepartitions, type SommeFausse } from "../../contract/definition/check-sommes";
import { SECTION_TITLES } from "../../contract/clauses/section-titles";
import { conventionSchema, type Avenant, type Convention, type ConventionDefinition } from "../../contract/convention";
import { describeIssue, type DefinitionProblem } from "../../contract/definition/describe-issue";
import { avenantQuiFixe, sourceDuChiffre } from "../../contract/avenants/fixation";
import type { Chiffre } from "../../contract/avenants/fermete";
import { formatMontant } from "../../domain/words/format";
import { subtractMontants } from "../../domain/values/montant";
import type { ContratCells, Path } from "./contrat-cells";
import type { AvenantsLus } from "./avenant-draft";
import type { NumeroAction } from "../../domain/values/numero-action";

/** The sections by the names that the checks of a definition give them. */
const FIELDS: Readonly<Record<string, string>> = {
  annees: SECTION_TITLES.annees,
  axes: SECTION_TITLES.axes,
  actions: SECTION_TITLES.actions,
  autresFinanceurs: SECTION_TITLES.financeurs,
  indicateursNationaux: SECTION_TITLES.nationaux,
};

function toSentence(message: string): string {
  const told = message.replace(/«\u00a0(\w+)\u00a0»/g, (whole, field: string) => {
    const title = FIELDS[field];
    return title === undefined ? whole : `la section « ${title} »`;
  });
  return `${told}.`;
}

/** Null where the schema refuses what was read, although every cell could be read. */
export function parseDefinition(
  definition: ConventionDefinition,
  cells: ContratCells,
  newActions: readonly NumeroAction[],
): Convention | null {
  const parsed = conventionSchema.safeParse(definition, { reportInput: true });
  if (!parsed.success) {
    // After a part that could not be read, what the schema misses is that part.
    if (cells.mistakes.every(({ isMinor }) => isMinor)) {
      for (const issue of parsed.error.issues) failPart(cells, describeIssue(issue));
    }
    return null;
  }
  const name = (path: Path): string => {
    const { row, column } = cells.find(path);
    return formatLocalCell(row, column);
  };
  for (const problem of checkCoherence(parsed.data, name, newActions)) failPart(cells, problem);
  return parsed.data;
}

/** At the cell of the part of the definition that has the problem. */
export function failPart(cells: ContratCells, { path, message }: DefinitionProblem): void {
  const { ref, parametre, isMinor } = cells.locate(path);
  cells.fail(ref, parametre, toSentence(message), { isMinor });
}

interface Places {
  /** With the avenants of the sheet. */
  readonly convention: Convention;
  /** The sheet as it is written, and its cells. */
  readonly lue: Convention;
  readonly cells: ContratCells;
  readonly lus: AvenantsLus;
}

/** Where a State's amount of the contract in force stands: in an avenant's line, else in the year's. */
function cellOfCredit(chiffre: Chiffre, axe: number | null, avenants: readonly Avenant[], places: Places): CellRef {
  const { lue, cells, lus, convention } = places;
  const avenant = avenantQuiFixe(avenants, chiffre);
  const owner: Path = avenant ? ["avenants", convention.avenants.indexOf(avenant), "creditsEtat"] : ["creditsEtat"];
  const { creditsEtat } = avenant ?? lue;
  const index = creditsEtat.findIndex(({ annee }) => annee === chiffre.annee);
  const part = creditsEtat[index]?.repartition?.findIndex((candidate) => candidate.axe === axe) ?? -1;
  const at = avenant ? lus.cells : cells;
  return at.find([...owner, index, ...(part < 0 ? [] : ["repartition", part]), "montant"]);
}

function describeSomme({ de, axe, annee, found, expected }: SommeFausse): string {
  const gap = subtractMontants(found, expected);
  const what =
    de === "axes" ? "la somme des axes" : `la somme des parts État des actions${axe === null ? "" : " de l’axe"}`;
  const sign = gap > 0 ? "+" : "";
  return `${what} est de ${formatMontant(found)} au lieu de ${formatMontant(expected)} (écart ${sign}${formatMontant(gap)}). Accordez les montants ${annee}.`;
}

/** Sums of the contract in force; no reason to set the contract aside, for every figure of it can be read. */
export function checkContratSums(asOf: string, places: Places): void {
  const { convention, avenants } = conventionEnVigueur(places.convention, asOf);
  for (const somme of [...checkRepartitions(convention), ...checkActions(convention)]) {
    const { annee, axe } = somme;
    const chiffre: Chiffre = axe === null ? { kind: "credits", annee } : { kind: "repartition", annee, axe };
    const cell = cellOfCredit(chiffre, axe, avenants, places);
    const parametre = `Crédits de l’État ${annee}${axe === null ? "" : ` – axe ${axe}`}`;
    const message = `${describeSomme(somme)}${sourceDuChiffre({ convention, avenants }, chiffre)}`;
    places.cells.fail(cell, parametre, message, { somme, isMinor: true });
  }
}
