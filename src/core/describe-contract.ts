// What the result says of the contract itself: its history, avenant by avenant, and its deadlines with the days left.
import { formatClause } from "./contract/clauses/clause";
import { listClauses } from "./contract/clauses/list-clauses";
import type { Convention, Echeance } from "./contract/convention";
import { situateEcheances, type EtatEcheance } from "./domain/contrat/echeances";
import { historiqueDuContrat, type Changement, type LigneAvenant } from "./contract/avenants/registre";
import { subjectOfClause } from "./domain/contrat/subject-of-clause";
import type { Dossier } from "./domain/dossier";
import type { ContractChange, ContractDeadline, ContractYear } from "./verification";

/** The line of the register that makes a change: the one that names it, else what it follows from, else the avenant's first. */
function lineOf({ avenant, cle, sujet }: Changement, registre: readonly LigneAvenant[]): LigneAvenant | undefined {
  const { action: ofIt, indicator, year } = subjectOfClause(sujet);
  const own = registre.filter(({ numero, etat }) => numero === avenant.numero && etat !== "illisible");
  const named = own.find(({ touche }) => touche.cle === cle);
  const ofAction = own.find(({ touche: { action, indicateur } }) => {
    const isOfIndicator = indicateur === null || indicateur === indicator;
    return action !== null && action === ofIt && isOfIndicator;
  });
  const ofYear = own.find(({ touche: { annee, action } }) => action === null && annee !== null && annee === year);
  return named ?? ofAction ?? ofYear ?? own[0];
}

const STATUTS = { ferme: "firm", provisionnel: "provisional" } as const;

function statusOf(ligne: LigneAvenant | undefined): Pick<ContractChange, "status"> {
  const statut = ligne?.statut ?? null;
  return statut === null ? {} : { status: STATUTS[statut] };
}

/** Without effect: nothing says that it was signed, or what it changes. */
function pending(ligne: LigneAvenant, known: ReadonlyMap<string, string>): ContractChange {
  const { numero, signeLe, effetLe, clause, libelle, ancienne, nouvelle, etat, touche, cell } = ligne;
  const { axe, action, indicateur, annee, partie } = touche;
  const before = touche.cle === null ? undefined : known.get(touche.cle);
  return {
    avenant: numero,
    signedOn: signeLe,
    effectiveOn: effetLe,
    state: etat === "illisible" ? "unreadable" : "draft",
    clause,
    what: libelle,
    subject: {
      ...(axe !== null && { axe }),
      ...(action !== null && { action }),
      ...(indicateur !== null && { indicator: indicateur }),
      ...(annee !== null && { year: annee }),
      ...(partie !== null && partie !== "autre" && { party: partie }),
    },
    old: ancienne?.texte ?? before ?? null,
    new: nouvelle === "" ? null : nouvelle,
    ...statusOf(ligne),
    cell,
  };
}

function signed(change: Changement, registre: readonly LigneAvenant[]): ContractChange {
  const { avenant, cle, libelle, sujet, avant, apres, etat } = change;
  const ligne = lineOf(change, registre);
  return {
    avenant: avenant.numero,
    signedOn: avenant.signeLe,
    effectiveOn: avenant.effetLe ?? avenant.signeLe,
    state: etat === "en-vigueur" ? "in-force" : "later",
    clause: avenant.clause ?? null,
    what: libelle,
    subject: subjectOfClause(sujet),
    old: avant,
    new: apres,
    ...(ligne?.touche.cle === cle && statusOf(ligne)),
    cell: ligne?.cell ?? null,
  };
}

/** `convention` is the contract in force; empty where nothing says what was signed. */
export function describeHistory(dossier: Dossier): readonly ContractChange[] {
  const { contratSigne, convention, feuilleContrat, asOf } = dossier;
  if (!contratSigne) return [];
  const registre = feuilleContrat?.registre ?? [];
  const base: Convention = { ...contratSigne.convention, avenants: convention.avenants };
  const open = registre.filter(({ etat }) => etat === "projet" || etat === "illisible");
  const clauses = open.length > 0 ? listClauses(convention) : [];
  const known = new Map(clauses.map(({ key, value }) => [key, formatClause(value)]));
  return [
    ...historiqueDuContrat(base, asOf).map((change) => signed(change, registre)),
    ...open.map((ligne) => pending(ligne, known)),
  ];
}

const NATURES: Readonly<Record<NonNullable<Echeance["genre"]>, ContractDeadline["nature"]>> = {
  obligation: "obligation",
  droit: "right",
  terme: "end",
};

function deadline({ echeance, ligne, etat, jours, avenant }: EtatEcheance): ContractDeadline {
  const { id, intitule, article, date, reglage, genre = "obligation" } = echeance;
  return {
    id,
    label: intitule,
    article,
    date,
    source: reglage === true ? "setting" : "contract",
    ...(avenant && { avenant: avenant.numero }),
    nature: NATURES[genre],
    daysLeft: jours,
    done: etat === "faite",
    doneOn: etat === "faite" ? (ligne?.fait ?? null) : null,
    cell: ligne?.label.ref ?? null,
  };
}

/** Empty where the contract is not known. */
export function describeDeadlines(dossier: Dossier): readonly ContractDeadline[] {
  return dossier.contratInconnu === undefined ? situateEcheances(dossier).map(deadline) : [];
}

/** Undefined where the contract is not known. */
export function describeYears({ convention, contratInconnu }: Dossier): readonly ContractYear[] | undefined {
  if (contratInconnu !== undefined) return undefined;
  return convention.creditsEtat.map(({ annee, statut, fixePar }) => ({
    year: annee,
    status: STATUTS[statut],
    ...(statut === "ferme" && fixePar !== undefined && { avenant: fixePar }),
  }));
}
