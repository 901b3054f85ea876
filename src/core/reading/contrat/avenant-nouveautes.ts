// The lines of an avenant that add to the contract: an action, an indicator of an action new or known, a deadline.
import { idEcheance } from "../../domain/contrat/clauses-nommees";
import type { Convention } from "../../domain/contrat/convention";
import { SANS_ARTICLE } from "../../domain/contrat/contrat-layout";
import { NEVER, type AvenantRow, type Draft } from "./avenant-draft";
import type { ContratCells, Path } from "./contrat-cells";

export function readActionNouvelle(row: AvenantRow, { path, nom, nouvelles }: Draft, cells: ContratCells): void {
  const at: Path = [...path, "actionsNouvelles", nouvelles.length];
  const numero = cells.numero(row.source("action", [...at, "numero"], `${nom} – action nouvelle`));
  const axe = cells.numero(row.source("axe", [...at, "axe"], `${nom} – axe de l’action nouvelle`));
  const label = `${nom} – intitulé de l’action nouvelle`;
  const [intitule, ...alias] = readIntitule(row, [...at, "intitule"], label, cells);
  if (numero === null || axe === null || intitule === undefined) return;
  nouvelles.push({ numero, axe, intitule, alias, montants: [], indicateurs: [] });
}

/** Read after every new action of the avenant: an indicator may stand above the action that it belongs to. */
export function readIndicateurNouveau(row: AvenantRow, draft: Draft, cells: ContratCells): void {
  const { path, nom, nouvelles, nouveauxIndicateurs } = draft;
  const added: Path = [...path, "indicateursNouveaux", nouveauxIndicateurs.length];
  const action = cells.numero(row.source("action", [...added, "action"], `${nom} – action`));
  if (action === null) return;
  const rank = nouvelles.findIndex((nouvelle) => nouvelle.numero === action);
  const owner = nouvelles[rank];
  const at: Path = owner ? [...path, "actionsNouvelles", rank, "indicateurs", owner.indicateurs.length] : added;
  const numero = cells.numero(row.source("indicateur", [...at, "numero"], `${nom} – indicateur`));
  const label = `${nom} – intitulé de l’indicateur nouveau`;
  const [intitule, ...alias] = readIntitule(row, [...at, "intitule"], label, cells);
  const t0 = cells.valeur(row.source("valeur", [...at, "t0"], `${nom} – T0 de l’indicateur nouveau`));
  if (numero === null || intitule === undefined) return;
  const indicateur = { numero, intitule, alias, t0, cibles: [] };
  if (owner) owner.indicateurs.push(indicateur);
  else nouveauxIndicateurs.push({ action, ...indicateur });
}

/** An act that is due; that it is a right, or the article that asks for it, are lines of their own. */
export function readEcheanceNouvelle(
  row: AvenantRow,
  { path, nom, echeances }: Draft,
  cells: ContratCells,
  convention: Convention,
): void {
  const at: Path = [...path, "echeancesNouvelles", echeances.length];
  const label = `${nom} – intitulé de l’échéance nouvelle`;
  const [intitule, ...alias] = readIntitule(row, [...at, "intitule"], label, cells);
  const date = cells.date(row.source("valeur", [...at, "date"], `${nom} – date de l’échéance nouvelle`), NEVER);
  if (intitule === undefined) return;
  echeances.push({ id: idEcheance(convention, intitule), intitule, alias, article: SANS_ARTICLE, date });
}

/** The label, then other labels for the same thing, one a line. */
function readIntitule(row: AvenantRow, path: Path, parametre: string, cells: ContratCells): string[] {
  const source = row.source("intitule", path, parametre);
  const lines = cells.lignes(source);
  if (lines.length === 0) cells.texte(source, "");
  return lines;
}
