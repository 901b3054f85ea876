// Holds a contract read from its sheet against the schema and against itself; each mistake goes to the cell it comes from.
import { conventionEnVigueur } from "../../domain/contrat/avenant";
import type { CellRef } from "../../domain/cell-ref";
import { checkCoherence } from "../../domain/contrat/check-coherence";
import { checkActions, checkRepartitions, type SommeFausse } from "../../domain/contrat/check-sommes";
import {
  conventionSchema,
  type Avenant,
  type Convention,
  type ConventionDefinition,
} from "../../domain/contrat/convention";
import { formatLocalCell } from "../../domain/cell-ref";
import { readSchema } from "../../domain/contrat/read-schema";
import { describeIssue } from "../../domain/contrat/describe-issue";
import { avenantQuiFixe, sourceDuChiffre } from "../../domain/contrat/fixation";
import { formatMontant } from "../../domain/words/format";
import { subtractMontants } from "../../domain/values/montant";
import type { ContratCells, Path } from "./contrat-cells";
import type { AvenantsLus } from "./read-avenants";

/** Parts without which the contract can serve. */
const MINOR: readonly PropertyKey[] = [
  "imputation",
  "echeances",
  "indicateursNationaux",
  "nationaux",
  "coordonneesBancaires",
  "signataires",
  "enveloppes",
  "autresFinanceurs",
];
const MINOR_WITHIN: readonly PropertyKey[] = [
  "fiche",
  "seuils",
  "autres",
  "operateurs",
  "sousActions",
  "texte",
  "t0Texte",
];

const isMinorPath = (path: Path): boolean =>
  MINOR.includes(path[0] ?? "") || path.some((key) => MINOR_WITHIN.includes(key));

/** The sections by the names that the checks of a definition give them. */
const FIELDS: Readonly<Record<string, string>> = {
  annees: "Années et crédits de l’État",
  axes: "Axes du contrat",
  actions: "Actions et montants",
  autresFinanceurs: "Autres financeurs",
  indicateursNationaux: "Indicateurs nationaux",
};

const toSentence = (message: string): string =>
  `${message.replace(/«\u00a0(annees|axes|actions|autresFinanceurs|indicateursNationaux)\u00a0»/g, (_, field: string) => `la section « ${FIELDS[field] ?? field} »`)}.`;

/** Null where the schema refuses what was read, although every cell could be read. */
export function parseDefinition(
  definition: ConventionDefinition,
  cells: ContratCells,
  newActions: readonly number[],
): Convention | null {
  const parsed = readSchema(conventionSchema, definition);
  if (!parsed.success) {
    // After a part that could not be read, what the schema misses is that part.
    if (cells.mistakes.every(({ isMinor }) => isMinor)) {
      for (const issue of parsed.error.issues) fail(cells, describeIssue(issue));
    }
    return null;
  }
  const name = (path: Path): string => {
    const { row, column } = cells.find(path);
    return formatLocalCell(row, column);
  };
  for (const problem of checkCoherence(parsed.data, name, newActions)) fail(cells, problem);
  return parsed.data;
}

/** At the cell of the part of the definition that has the problem. */
export function failPart(
  cells: ContratCells,
  { path, message }: { readonly path: Path; readonly message: string },
): void {
  const { ref, parametre } = cells.locate(path);
  cells.fail(ref, parametre, toSentence(message));
}

function fail(cells: ContratCells, problem: Parameters<typeof failPart>[1]): void {
  cells.isMinor = isMinorPath(problem.path);
  failPart(cells, problem);
  cells.isMinor = false;
}

interface Places {
  /** The sheet as it is written, and its cells. */
  readonly lue: Convention;
  readonly cells: ContratCells;
  readonly lus: AvenantsLus;
}

/** Where a State's amount of the contract in force stands: in an avenant's line, else in the year's. */
function cellOfCredit(
  convention: Convention,
  avenants: readonly Avenant[],
  annee: number,
  axe: number | null,
  { lue, cells, lus }: Places,
): CellRef {
  const chiffre = axe === null ? ({ kind: "credits", annee } as const) : ({ kind: "repartition", annee, axe } as const);
  const avenant = avenantQuiFixe(avenants, chiffre);
  const owner: Path = avenant ? ["avenants", convention.avenants.indexOf(avenant), "creditsEtat"] : ["creditsEtat"];
  const credits = avenant ? avenant.creditsEtat : lue.creditsEtat;
  const index = credits.findIndex((credit) => credit.annee === annee);
  const part = credits[index]?.repartition?.findIndex((candidate) => candidate.axe === axe) ?? -1;
  const at = avenant ? lus.cells : cells;
  return at.find(part < 0 ? [...owner, index, "montant"] : [...owner, index, "repartition", part, "montant"]);
}

function describeSomme({ de, axe, annee, found, expected }: SommeFausse): string {
  const gap = subtractMontants(found, expected);
  const what =
    de === "axes" ? "la somme des axes" : `la somme des parts État des actions${axe === null ? "" : " de l’axe"}`;
  const sign = gap > 0 ? "+" : "";
  return `${what} est de ${formatMontant(found)} au lieu de ${formatMontant(expected)} (écart ${sign}${formatMontant(gap)}). Accordez les montants ${annee}.`;
}

/** Sums of the contract in force; no reason to set the contract aside, for every figure of it can be read. */
export function checkContratSums(convention: Convention, asOf: string, places: Places): void {
  const { cells } = places;
  const enVigueur = conventionEnVigueur(convention, asOf);
  const wrong = [...checkRepartitions(enVigueur.convention), ...checkActions(enVigueur.convention)];
  cells.isMinor = true;
  for (const somme of wrong) {
    const { annee, axe } = somme;
    const cell = cellOfCredit(convention, enVigueur.avenants, annee, axe, places);
    const parametre = `Crédits de l’État ${annee}${axe === null ? "" : ` – axe ${axe}`}`;
    const source = sourceDuChiffre(
      enVigueur.avenants,
      axe === null ? { kind: "credits", annee } : { kind: "repartition", annee, axe },
    );
    cells.fail(cell, parametre, `${describeSomme(somme)}${source}`, somme);
  }
  cells.isMinor = false;
}
