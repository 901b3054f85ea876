// The rules of this version, in the order of the catalogue, which is that of the contract's articles within each table.
import actionDansSonAxe from "./action-dans-son-axe";
import actionsDuContrat from "./actions-du-contrat";
import anneesDuContrat from "./annees-du-contrat";
import avenantAnnuel from "./avenant-annuel";
import centimesCaches from "./centimes-caches";
import cibleAPreciser from "./cible-a-preciser";
import cibleAtteinte from "./cible-atteinte";
import cibleContractualisee from "./cible-contractualisee";
import cofinancementExecute from "./cofinancement-execute";
import cofinancementMinimum from "./cofinancement-minimum";
import contratCoherent from "./contrat-coherent";
import contributionPlafonneeAuCout from "./contribution-plafonnee-au-cout";
import coordonneesBancaires from "./coordonnees-bancaires";
import echeances from "./echeances";
import enveloppeAnnuelle from "./enveloppe-annuelle";
import executionCoherente from "./execution-coherente";
import executionRenseignee from "./execution-renseignee";
import ficheCoherente from "./fiche-coherente";
import ficheComplete from "./fiche-complete";
import ficheDansLaPeriode from "./fiche-dans-la-periode";
import formuleIncomplete from "./formule-incomplete";
import imputationDuContrat from "./imputation-du-contrat";
import indicateurLisible from "./indicateur-lisible";
import indicateursDuContrat from "./indicateurs-du-contrat";
import indicateursNationaux from "./indicateurs-nationaux";
import libelleDuContrat from "./libelle-du-contrat";
import montantContractualise from "./montant-contractualise";
import montantLisible from "./montant-lisible";
import montantPositif from "./montant-positif";
import realiseRenseigne from "./realise-renseigne";
import repartitionParAxe from "./repartition-par-axe";
import type { AnyRule } from "./rule";
import sousConsommation from "./sous-consommation";
import sousTotalAxe from "./sous-total-axe";
import surExecution from "./sur-execution";
import tableauAttendu from "./tableau-attendu";
import totalDeLAction from "./total-de-l-action";
import totalEnFormule from "./total-en-formule";
import totalGeneral from "./total-general";

export const rules: readonly AnyRule[] = [
  tableauAttendu,
  montantLisible,
  centimesCaches,
  montantPositif,
  actionsDuContrat,
  actionDansSonAxe,
  libelleDuContrat,
  anneesDuContrat,
  totalDeLAction,
  cofinancementMinimum,
  montantContractualise,
  enveloppeAnnuelle,
  repartitionParAxe,
  sousTotalAxe,
  totalGeneral,
  totalEnFormule,
  formuleIncomplete,
  executionRenseignee,
  executionCoherente,
  cofinancementExecute,
  contributionPlafonneeAuCout,
  sousConsommation,
  surExecution,
  indicateursDuContrat,
  indicateurLisible,
  cibleAPreciser,
  cibleContractualisee,
  realiseRenseigne,
  cibleAtteinte,
  indicateursNationaux,
  ficheComplete,
  ficheDansLaPeriode,
  ficheCoherente,
  imputationDuContrat,
  coordonneesBancaires,
  avenantAnnuel,
  echeances,
  contratCoherent,
];
