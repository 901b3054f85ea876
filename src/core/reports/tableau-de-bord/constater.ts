// From one verified workbook to what the tableau de bord keeps of it.
import type { Known } from "../../domain/known";
import type { Montant } from "../../domain/values/montant";
import { computeBilan } from "../bilan/compute-bilan";
import { periodeContrat } from "../bilan/periode";
import type { Bilan, MesureAnnuelle } from "../bilan/bilan";
import { isClosed } from "../../contract/in-force/annees-closes";
import { isFirm } from "../../contract/avenants/fermete";
import { direMesures } from "../../domain/mesure";
import { isDue, situateEcheances } from "../../domain/contrat/echeances";
import type { Dossier } from "../../domain/dossier";
import { attendReponse } from "../../domain/a-qui";
import { etatDuMotif } from "../../domain/justification";
import type { Ecriture } from "../../facts/ledger/ecriture";
import { decisionsSur, sommeDecidee } from "../../facts/ledger/suites";
import { isNobodys, type Verification } from "../../verification";
import {
  addComptes,
  type Centimes,
  type Compte,
  type CompteAnnuel,
  type Constat,
  type ConstatContrat,
} from "./constat";

const COFINANCEMENT: ReadonlySet<string> = new Set(["cofinancement-minimum", "cofinancement-execute"]);

/** Whether an amount is missing; in a year that is not over none is. */
const isMissing = ({ value: montant, reason: raison }: Known<Montant>): boolean =>
  montant === null && raison !== "not-closed";

function compteOf({ contractualise, verse, execute }: Ecriture): Compte {
  const { etat, total } = execute;
  const isExecuted = etat.value !== null && total.value !== null;
  const known = (montant: number): number => (isExecuted ? montant : 0);
  const isBoth = isExecuted && verse.value !== null;
  const together = (montant: number): number => (isBoth ? montant : 0);
  return {
    contractualise: { etat: contractualise.etat, collectivite: contractualise.collectivite },
    verse: { montant: verse.value ?? 0, actions: verse.value === null ? 0 : 1, hors: isMissing(verse) ? 1 : 0 },
    execute: {
      etat: known(etat.value ?? 0),
      total: known(total.value ?? 0),
      contractualise: known(contractualise.total),
      actions: known(1),
      hors: !isExecuted && (isMissing(etat) || isMissing(total)) ? 1 : 0,
    },
    ensemble: {
      verse: together(verse.value ?? 0),
      etat: together(etat.value ?? 0),
      total: together(total.value ?? 0),
      contractualise: together(contractualise.total),
      actions: together(1),
      hors: !isBoth && [etat, total, verse].some(isMissing) ? 1 : 0,
    },
  };
}

function comptes({ annees, financier }: Bilan): CompteAnnuel[] {
  return financier.groupes.flatMap(({ axe, lignes }) =>
    annees.map((annee, index) => ({
      annee,
      axe: axe.numero,
      ...addComptes(lignes.flatMap((ligne) => ligne.annees[index] ?? []).map(compteOf)),
    })),
  );
}

const A_REVERSER = "somme-a-reverser";

/** What the rule finds of each year's own money: what was carried over is that of the year before. */
const unusedFindings = ({ findings }: Verification): Verification["findings"] =>
  findings.filter(({ rule, id }) => rule === A_REVERSER && id.endsWith("verse"));

const sumOf = (findings: Verification["findings"]): number =>
  findings.reduce((sum, { figures }) => sum + (figures?.unit === "montant" ? Math.max(0, figures.gap ?? 0) : 0), 0);

/** Whether what was noted as decided is all that was not used. */
function isDecided(
  dossier: Dossier,
  { subject: { action, axe, year }, figures }: Verification["findings"][number],
): boolean {
  if (year === undefined || figures?.unit !== "montant") return false;
  const lieu = action === undefined ? (axe === undefined ? {} : { axe }) : { action };
  return sommeDecidee(decisionsSur(dossier, lieu, year)) >= (figures.gap ?? 0);
}

/** As the rule finds it: of each action and year, none made up for by another. Null where nothing could be compared. */
function unused(verification: Verification): Centimes {
  const { coverage } = verification.rules.find(({ rule }) => rule === A_REVERSER) ?? {};
  return !coverage || coverage.compared === 0 ? null : sumOf(unusedFindings(verification));
}

function targets({ matrice }: Bilan, closed: ReadonlySet<number>): ConstatContrat["cibles"] {
  const due = matrice
    .flatMap(({ annees }) => annees)
    .filter(({ annee, cible }: MesureAnnuelle) => closed.has(annee) && cible !== null);
  return {
    attendues: due.length,
    renseignees: due.filter(({ realise }) => typeof realise.value === "number").length,
    atteintes: due.filter(({ niveau }) => niveau === "atteinte").length,
  };
}

/** Pure: the same verification gives the same facts. `classeur` is the file's path below the folder that was given. */
export function constater(dossier: Dossier, verification: Verification, classeur: string): Constat {
  const { convention, asOf } = dossier;
  const { verdict, summary, findings, rules, contract } = verification;
  if (isNobodys(verdict)) return { etat: "illisible", classeur, raison: verdict.sentence, sansContrat: true };
  const closedYears = convention.annees.filter((year) => isClosed(convention, year, asOf)).map(({ annee }) => annee);
  const closed = new Set(closedYears);
  const mesures = direMesures(dossier.mesures);
  const bilan = computeBilan(dossier, verification, periodeContrat(convention));
  type Finding = Verification["findings"][number];
  const isCause = ({ severity, causedBy }: Finding): boolean => severity !== "info" && causedBy === null;
  const isLeft = ({ severity, causedBy, justification }: Finding): boolean =>
    severity === "error" && causedBy === null && etatDuMotif(justification) === "a-faire";
  return {
    etat: "lu",
    classeur,
    contrat: {
      id: contract.id,
      collectivite: convention.collectivite.nom,
      intitule: convention.intitule,
      source: contract.source,
      avenants: contract.avenants,
      ...(contract.origin?.isThisWorkbook === true && { tireDuClasseur: true as const }),
      ...(dossier.contratSigne && { sceau: dossier.contratSigne.sceau }),
    },
    ...(mesures !== null && { mesures }),
    verdict: verdict.state,
    phrase: verdict.sentence,
    avenantsManquants: convention.annees
      .filter(({ annee, debut }) => debut <= asOf && !isFirm(convention, annee))
      .map(({ annee }) => annee),
    axes: convention.axes.map(({ numero, intitule }) => ({ numero, intitule })),
    annees: convention.annees.map(({ annee }) => ({ annee, close: closed.has(annee) })),
    comptes: comptes(bilan),
    aReverser: unused(verification),
    decide: sumOf(unusedFindings(verification).filter((finding) => isDecided(dossier, finding))),
    sousLeSeuil: findings.filter(({ rule }) => COFINANCEMENT.has(rule)).length,
    cibles: targets(bilan, closed),
    echeances: situateEcheances(dossier).flatMap(({ echeance, etat, jours }) =>
      etat === "passee" && isDue(echeance) && echeance.avenantPour === undefined
        ? [{ intitule: echeance.intitule, date: echeance.date, jours: -jours }]
        : [],
    ),
    nonVerifiables: rules.filter(({ status, notDue }) => status === "not-checkable" && notDue !== true).length,
    erreurs: findings.filter(isLeft).length,
    aTraiter: summary.toDo,
    justifies: summary.justified,
    attendEtat: findings.filter((finding) => isCause(finding) && attendReponse(finding, "etat")).length,
    acceptes: summary.accepted,
  };
}
