// The lines of an avenant that change a figure of the contract: an amount of the State, of an action, a target, an end.
import { cleAutre } from "../../domain/contrat/clauses-ailleurs";
import type { Convention } from "../../domain/contrat/convention";
import { cite } from "../../domain/words/typographie";
import type { AvenantRow, Draft } from "./avenant-draft";
import { partieDite, type Financeur } from "./avenant-objet";
import type { ContratCells, Path } from "./contrat-cells";

export function readCredits(row: AvenantRow, { path, nom, credits }: Draft, cells: ContratCells): void {
  const provisional: Path = [...path, "creditsEtat", credits.length];
  const annee = cells.annee(row.source("annee", [...provisional, "annee"], `${nom} – année`));
  if (annee === null) return;
  const known = credits.findIndex((credit) => credit.annee === annee);
  const index = known < 0 ? credits.push({ annee }) - 1 : known;
  const credit = credits[index];
  if (!credit) return;
  const at: Path = [...path, "creditsEtat", index];
  if (!row.has("axe")) {
    const source = row.source("valeur", [...at, "montant"], `${nom} – crédits de l’État ${annee}`);
    if (credit.montant === undefined) credit.montant = cells.montant(source);
    else cells.fail(cells.ref(source), source.parametre, "l’avenant fixe deux fois le même chiffre.");
    return;
  }
  const repartition = (credit.repartition ??= []);
  const part: Path = [...at, "repartition", repartition.length];
  const axe = cells.numero(row.source("axe", [...part, "axe"], `${nom} – axe`));
  if (axe === null) return;
  const parametre = `${nom} – crédits de l’État ${annee} – axe ${axe}`;
  repartition.push({ axe, montant: cells.montant(row.source("valeur", [...part, "montant"], parametre)) });
}

/** An amount of the State, of the local party, or of another financing party that the contract knows. */
export function readMontant(
  row: AvenantRow,
  { path, nom, montants, modifications }: Draft,
  cells: ContratCells,
  convention: Convention,
): void {
  const at: Path = [...path, "montants", montants.length];
  const other: Path = [...path, "modifications", modifications.length];
  const partie = readPartie(row, [...at, "partie"], nom, cells, convention);
  const own = partie !== null && typeof partie === "object" ? other : at;
  const action = cells.numero(row.source("action", [...own, "action"], `${nom} – action`));
  const annee = cells.annee(row.source("annee", [...own, "annee"], `${nom} – année`));
  if (action === null || annee === null || partie === null) return;
  const parametre = `${nom} – action ${action} – ${annee} – nouveau montant`;
  const value = row.source("valeur", [...own, typeof partie === "object" ? "valeur" : "montant"], parametre);
  if (typeof partie === "object") {
    cells.place([...other, "sur"], cells.ref(row.source("action", other, "")), `${nom} – action`);
    modifications.push({ sur: cleAutre(action, partie.nom, annee), valeur: cells.montant(value) });
  } else montants.push({ action, annee, partie, montant: cells.montant(value) });
}

function readPartie(
  row: AvenantRow,
  path: Path,
  nom: string,
  cells: ContratCells,
  convention: Convention,
): "etat" | "collectivite" | Financeur | null {
  const source = row.source("partie", path, `${nom} – partie`);
  cells.place(path, cells.ref(source), source.parametre);
  const partie = partieDite(row.text("partie") ?? "", convention);
  if (partie !== null) return partie;
  const { collectivite, autresFinanceurs = [] } = convention;
  const words = ["État", collectivite.designation, ...autresFinanceurs.map((each) => each.nom)].map(cite).join(" ou ");
  cells.fail(cells.ref(source), source.parametre, `la partie n’est pas lisible. Écrivez ${words}.`);
  return null;
}

export function readCible(row: AvenantRow, { path, nom, cibles }: Draft, cells: ContratCells): void {
  const at: Path = [...path, "cibles", cibles.length];
  const action = cells.numero(row.source("action", [...at, "action"], `${nom} – action`));
  const indicateur = cells.numero(row.source("indicateur", [...at, "indicateur"], `${nom} – indicateur`));
  const annee = cells.annee(row.source("annee", [...at, "annee"], `${nom} – année`));
  if (action === null || indicateur === null || annee === null) return;
  const parametre = `${nom} – action ${action} – indicateur ${indicateur} – cible ${annee}`;
  const valeur = cells.valeur(row.source("valeur", [...at, "valeur"], parametre));
  cibles.push({ action, indicateur, annee, valeur });
}

export function readActionTerminee(row: AvenantRow, { path, nom, terminees }: Draft, cells: ContratCells): void {
  const at: Path = [...path, "actionsTerminees", terminees.length];
  const action = cells.numero(row.source("action", [...at, "action"], `${nom} – action terminée`));
  const aPartirDe = cells.annee(row.source("annee", [...at, "aPartirDe"], `${nom} – première année sans l’action`));
  if (action !== null && aPartirDe !== null) terminees.push({ action, aPartirDe });
}
