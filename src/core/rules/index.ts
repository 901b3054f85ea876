// The rules of this version, in the order of the catalogue, which is that of the contract's articles within each table.
import actionDansSonAxe from "./action-dans-son-axe";
import actionsDuContrat from "./actions-du-contrat";
import anneesDuContrat from "./annees-du-contrat";
import cibleAPreciser from "./cible-a-preciser";
import cibleContractualisee from "./cible-contractualisee";
import cofinancementMinimum from "./cofinancement-minimum";
import enveloppeAnnuelle from "./enveloppe-annuelle";
import indicateurLisible from "./indicateur-lisible";
import indicateursDuContrat from "./indicateurs-du-contrat";
import montantContractualise from "./montant-contractualise";
import montantLisible from "./montant-lisible";
import montantPositif from "./montant-positif";
import repartitionParAxe from "./repartition-par-axe";
import type { AnyRule } from "./rule";
import sousTotalAxe from "./sous-total-axe";
import tableauAttendu from "./tableau-attendu";
import totalDeLAction from "./total-de-l-action";
import totalGeneral from "./total-general";

export const rules: readonly AnyRule[] = [
  tableauAttendu,
  montantLisible,
  montantPositif,
  actionsDuContrat,
  actionDansSonAxe,
  anneesDuContrat,
  totalDeLAction,
  cofinancementMinimum,
  montantContractualise,
  enveloppeAnnuelle,
  repartitionParAxe,
  sousTotalAxe,
  totalGeneral,
  indicateursDuContrat,
  indicateurLisible,
  cibleAPreciser,
  cibleContractualisee,
];
