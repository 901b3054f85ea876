// The rules of this version, in the order of the catalogue, which is that of the contract's articles within each table.
import actionDansSonAxe from "./action-dans-son-axe";
import actionsDuContrat from "./actions-du-contrat";
import anneesDuContrat from "./annees-du-contrat";
import avenantAnnuel from "./avenant-annuel";
import avenantLisible from "./avenant-lisible";
import centimesCaches from "./centimes-caches";
import cibleAPreciser from "./cible-a-preciser";
import cibleAtteinte from "./cible-atteinte";
import cibleContractualisee from "./cible-contractualisee";
import cofinancementExecute from "./cofinancement-execute";
import cofinancementMinimum from "./cofinancement-minimum";
import contratCoherent from "./contrat-coherent";
import contratSigne from "./contrat-signe";
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
import sommeAReverser from "./somme-a-reverser";
import sousConsommation from "./sous-consommation";
import sousTotalAxe from "./sous-total-axe";
import surExecution from "./sur-execution";
import t0Contractualise from "./t0-contractualise";
import tableauAttendu from "./tableau-attendu";
import totalDeLaPeriode from "./total-de-la-periode";
import totalDeLAction from "./total-de-l-action";
import totalEnFormule from "./total-en-formule";
import totalGeneral from "./total-general";
import versementDuContrat from "./versement-du-contrat";

export const rules = [
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
  totalDeLaPeriode,
  totalEnFormule,
  formuleIncomplete,
  executionRenseignee,
  executionCoherente,
  cofinancementExecute,
  contributionPlafonneeAuCout,
  versementDuContrat,
  sommeAReverser,
  sousConsommation,
  surExecution,
  indicateursDuContrat,
  indicateurLisible,
  cibleAPreciser,
  t0Contractualise,
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
  contratSigne,
  avenantLisible,
  contratCoherent,
] as const;
