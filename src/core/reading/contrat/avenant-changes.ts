// The lines of an avenant that change a figure of the contract, or add to it: an action, an indicator, a deadline.
import { SANS_ARTICLE } from "../../contract/clauses/articles";
import { cleAutre } from "../../contract/clauses/choses-action";
import { idEcheance } from "../../contract/clauses/clauses-nommees";
import { STATUTS } from "../../contract/clauses/sheet-words";
import type { Convention } from "../../contract/convention";
import { cite } from "../../domain/words/typographie";
import type { AvenantRow, Draft } from "./avenant-draft";
import { anneeDuStatut, partieDite } from "./avenant-objet";
import type { Path } from "./contrat-cells";

/** A year's amount, its split, or only whether they are fixed: « Statut 2026 », or a line without an amount. */
export function readCredits(row: AvenantRow, { path, nom, creditsEtat }: Draft): void {
  const named = anneeDuStatut(row);
  const annee = named ?? row.at([...path, "creditsEtat", creditsEtat.length], nom).read("annee");
  if (annee === null) return;
  const known = creditsEtat.findIndex((credit) => credit.annee === annee);
  const index = known < 0 ? creditsEtat.push({ annee }) - 1 : known;
  const credit = creditsEtat[index];
  if (!credit) return;
  const at: Path = [...path, "creditsEtat", index];
  const parametre = `${nom} – crédits de l’État ${annee}`;
  const isOfStatut = named !== null && row.has("valeur");
  const statut = row.at(at, nom).readMot(isOfStatut ? "valeur" : "statut", STATUTS, "statut");
  if (statut !== null && (credit.statut ?? statut) !== statut) {
    row.at(at, nom).fail("statut", `l’avenant dit deux statuts pour ${annee}.`, { champ: "statut" });
  }
  if (statut !== null) credit.statut ??= statut;
  if (isOfStatut || (statut !== null && !row.has("valeur") && !row.has("axe"))) return;
  if (!row.has("axe")) {
    const own = row.at(at);
    const reading = { champ: "montant", parametre };
    if (credit.montant === undefined) credit.montant = own.readAs("valeur", "montant", reading);
    else own.fail("valeur", "l’avenant fixe deux fois le même chiffre.", reading);
    return;
  }
  const repartition = (credit.repartition ??= []);
  const part = row.at([...at, "repartition", repartition.length], nom);
  const axe = part.read("axe");
  if (axe === null) return;
  const reading = { champ: "montant", parametre: `${parametre} – axe ${axe}` };
  repartition.push({ axe, montant: part.readAs("valeur", "montant", reading) });
}

/** An amount of the State, of the local party, or of another financing party that the contract knows. */
export function readMontant(row: AvenantRow, draft: Draft, convention: Convention): void {
  const { path, nom, montants, modifications } = draft;
  const partie = partieDite(row.text("partie") ?? "", convention);
  const isOther = partie !== null && typeof partie === "object";
  const own = isOther ? ["modifications", modifications.length] : ["montants", montants.length];
  const change = row.at([...path, ...own], nom);
  change.place("partie");
  if (partie === null) {
    const { collectivite, autresFinanceurs = [] } = convention;
    const known = ["État", collectivite.designation, ...autresFinanceurs.map((each) => each.nom)];
    change.fail("partie", `la partie n’est pas lisible. Écrivez ${known.map(cite).join(" ou ")}.`);
  }
  const [action, annee] = [change.read("action"), change.read("annee")];
  if (action === null || annee === null || partie === null) return;
  const parametre = `${nom} – action ${action} – ${annee} – nouveau montant`;
  const montant = change.readAs("valeur", "montant", { parametre, champ: isOther ? "valeur" : "montant" });
  const statut = change.read("statut");
  if (typeof partie === "string") montants.push({ action, annee, partie, montant, ...(statut && { statut }) });
  else {
    change.place("action", { champ: "sur" });
    modifications.push({ sur: cleAutre(action, partie.nom, annee), valeur: montant });
  }
}

export function readCible(row: AvenantRow, { path, nom, cibles }: Draft): void {
  const cible = row.at([...path, "cibles", cibles.length], nom);
  const [action, indicateur, annee] = [cible.read("action"), cible.read("indicateur"), cible.read("annee")];
  if (action === null || indicateur === null || annee === null) return;
  const parametre = `${nom} – action ${action} – indicateur ${indicateur} – cible ${annee}`;
  const valeur = cible.readAs("valeur", "valeur", { parametre });
  cibles.push({ action, indicateur, annee, valeur });
}

export function readActionTerminee(row: AvenantRow, { path, nom, actionsTerminees }: Draft): void {
  const end = row.at([...path, "actionsTerminees", actionsTerminees.length]);
  const action = end.read("action", { parametre: `${nom} – action terminée` });
  const aPartirDe = end.read("annee", { parametre: `${nom} – première année sans l’action`, champ: "aPartirDe" });
  if (action !== null && aPartirDe !== null) actionsTerminees.push({ action, aPartirDe });
}

export function readActionNouvelle(row: AvenantRow, { path, nom, actionsNouvelles }: Draft): void {
  const added = row.at([...path, "actionsNouvelles", actionsNouvelles.length]);
  const numero = added.read("action", { parametre: `${nom} – action nouvelle`, champ: "numero" });
  const axe = added.read("axe", { parametre: `${nom} – axe de l’action nouvelle` });
  const [intitule, ...alias] = readIntitule(added, `${nom} – intitulé de l’action nouvelle`);
  if (numero === null || axe === null || intitule === undefined) return;
  actionsNouvelles.push({ numero, axe, intitule, alias, montants: [], indicateurs: [] });
}

/** Read after every new action of the avenant: an indicator may stand above the action that it belongs to. */
export function readIndicateurNouveau(row: AvenantRow, draft: Draft): void {
  const { path, nom, actionsNouvelles, indicateursNouveaux } = draft;
  const alone: Path = [...path, "indicateursNouveaux", indicateursNouveaux.length];
  const action = row.at(alone, nom).read("action");
  if (action === null) return;
  const rank = actionsNouvelles.findIndex((nouvelle) => nouvelle.numero === action);
  const owner = actionsNouvelles[rank];
  const added = row.at(
    owner ? [...path, "actionsNouvelles", rank, "indicateurs", owner.indicateurs.length] : alone,
    nom,
  );
  const numero = added.read("indicateur", { champ: "numero" });
  const [intitule, ...alias] = readIntitule(added, `${nom} – intitulé de l’indicateur nouveau`);
  const parametre = `${nom} – T0 de l’indicateur nouveau`;
  const t0 = added.readAs("valeur", "valeur", { parametre, champ: "t0" });
  if (numero === null || intitule === undefined) return;
  const indicateur = { numero, intitule, alias, t0, cibles: [] };
  if (owner) owner.indicateurs.push(indicateur);
  else indicateursNouveaux.push({ action, ...indicateur });
}

/** An act that is due; that it is a right, or the article that asks for it, are lines of their own. */
export function readEcheanceNouvelle(row: AvenantRow, draft: Draft, convention: Convention): void {
  const { path, nom, echeancesNouvelles } = draft;
  const added = row.at([...path, "echeancesNouvelles", echeancesNouvelles.length]);
  const [intitule, ...alias] = readIntitule(added, `${nom} – intitulé de l’échéance nouvelle`);
  const parametre = `${nom} – date de l’échéance nouvelle`;
  const date = added.readAs("valeur", "date", { parametre, champ: "date" });
  if (intitule === undefined) return;
  echeancesNouvelles.push({ id: idEcheance(convention, intitule), intitule, alias, article: SANS_ARTICLE, date });
}

/** The label, then other labels for the same thing, one a line. */
function readIntitule(added: AvenantRow, parametre: string): readonly string[] {
  const lines = added.read("intitule", { parametre });
  if (lines.length === 0) added.readAs("intitule", "texte", { parametre });
  return lines;
}
