// Where a workbook stands before anything is verified: which contract, what of it is there, and when it was last verified.
import { nomsDuContrat } from "../contract/clauses/clauses-nommees";
import type { CellRef } from "xlsx-model/cell-ref";
import { pointsRetirables } from "../contract/avenants/points-retirables";
import { avenantQuiFixe } from "../contract/avenants/fixation";
import { isDue, situateEcheances, type EtatEcheance } from "../domain/contrat/echeances";
import type { Statut } from "../contract/avenants/fermete";
import { historiqueDuContrat, type Changement } from "../contract/avenants/registre";
import { empreinteCourte } from "../contract/signed/sceau";
import type { Dossier, SourceContrat } from "../domain/dossier";
import { formatMontant } from "../domain/words/format";
import { findContratSheets } from "../reading/contrat/choose-contrat";
import type { Contrats } from "../reading/contrat/recognise-contrat";
import { readDossier } from "../reading/read-dossier";
import { refuseAnnexe } from "../refuse-ecriture";
import { isNotThisContract, isOfTableau } from "../verdict";
import type { RawWorkbook } from "../workbook-port";
import type { AnnexeKind } from "../sheets/annexes/annexe-request";
import { lastVerification, type LastVerification } from "./last-verification";
import { presentAnnexes } from "./present-annexes";
import type { NumeroAction } from "../domain/values/numero-action";

export interface LigneRegistre {
  readonly cell: CellRef;
  readonly numero: number | null;
  /** ISO date. */
  readonly signeLe: string | null;
  readonly libelle: string;
  readonly ancienne: string | null;
  readonly nouvelle: string;
  /** Whether it fixes the amount of its year or announces it; null for a line of no such amount. */
  readonly statut: Statut | null;
  readonly etat: "en-vigueur" | "a-venir" | "projet" | "illisible";
}

export interface EcheanceSituee extends Pick<EtatEcheance, "etat" | "jours"> {
  readonly intitule: string;
  readonly article: string;
  /** ISO date. */
  readonly date: string;
  /** The contract asks for the act and does not date it. */
  readonly isSetting: boolean;
  /** Number of the avenant that fixed it. */
  readonly avenant: number | null;
  /** A right that ends, or the end of the contract, is never late. */
  readonly isDue: boolean;
  /** Its line in the workbook. */
  readonly cell: CellRef | null;
}

/** What the form of an avenant offers to choose from. */
export interface ChoixAvenant {
  readonly prochainNumero: number;
  readonly annees: readonly number[];
  readonly axes: readonly { readonly numero: number; readonly intitule: string }[];
  readonly actions: readonly {
    readonly numero: NumeroAction;
    readonly intitule: string;
    readonly indicateurs: readonly { readonly numero: number; readonly intitule: string }[];
  }[];
  readonly echeances: readonly string[];
  /** The names of other financing parties come after the two of the contract. */
  readonly parties: { readonly etat: string; readonly collectivite: string; readonly autres: readonly string[] };
  /** What a line may name: parameters, and whatever else the contract states or may be given. */
  readonly points: readonly string[];
  /** What a line may take away, by its name. */
  readonly retirables: readonly string[];
}

export interface Situation {
  readonly workbook: string;
  /** ISO date. */
  readonly asOf: string;
  /**
   * "vide": the workbook holds nothing; "etranger": nothing of this contract; "a-confirmer": only the agent can say whose it is;
   * "tableau-de-bord": the sums of several, and no tables.
   */
  readonly etat: "contrat" | "vide" | "etranger" | "a-confirmer" | "tableau-de-bord";
  /** Whether annexes may be inserted. */
  readonly accepteAnnexes: boolean;
  readonly contrat: {
    readonly intitule: string;
    readonly source: SourceContrat;
    /** ISO dates. */
    readonly debut: string;
    readonly fin: string;
    readonly etat: string;
    readonly collectivite: string;
    /** Numbers of those in force. */
    readonly avenants: readonly number[];
    /** Tab name of the sheet « Contrat ». */
    readonly feuille: string | null;
    /** French sentence: why the contract is not known. */
    readonly inconnu: string | null;
    readonly sceau: {
      readonly etat: "inchange" | "absent" | "rompu" | "autre";
      readonly empreinte: string;
      /** ISO date; null where the seal does not say it. */
      readonly poseLe: string | null;
    } | null;
  };
  readonly annees: readonly {
    readonly annee: number;
    readonly montant: string;
    readonly statut: Statut;
    /** The avenant that fixed it; null for the signed contract. */
    readonly avenant: number | null;
  }[];
  readonly registre: readonly LigneRegistre[];
  readonly historique: readonly Changement[];
  readonly echeances: readonly EcheanceSituee[];
  /** Tab names of the sheets that hold each already, in the order of the workbook. */
  readonly annexes: Readonly<Record<AnnexeKind, readonly string[]>>;
  /** Numbers of the actions that have their fiche. */
  readonly fiches: readonly NumeroAction[];
  readonly choix: ChoixAvenant;
  readonly derniere: LastVerification | null;
}

function sceauOf({ contratSigne }: Dossier): Situation["contrat"]["sceau"] {
  if (!contratSigne) return null;
  const { sceau: etat, empreinte, scelleLe: poseLe } = contratSigne;
  return { etat, empreinte: empreinteCourte(empreinte), poseLe };
}

function choixOf({ convention }: Dossier, registre: readonly LigneRegistre[]): ChoixAvenant {
  const numeros = [...convention.avenants.map(({ numero }) => numero), ...registre.map(({ numero }) => numero ?? 0)];
  return {
    prochainNumero: Math.max(0, ...numeros) + 1,
    annees: convention.annees.map(({ annee }) => annee),
    axes: convention.axes.map(({ numero, intitule }) => ({ numero, intitule })),
    actions: convention.actions.map(({ numero, intitule, indicateurs }) => ({
      numero,
      intitule,
      indicateurs: indicateurs.map((indicateur) => ({ numero: indicateur.numero, intitule: indicateur.intitule })),
    })),
    echeances: convention.echeances.map(({ intitule }) => intitule),
    parties: {
      etat: convention.etat.nom,
      collectivite: convention.collectivite.designation,
      autres: (convention.autresFinanceurs ?? []).map(({ nom }) => nom),
    },
    points: nomsDuContrat(convention),
    retirables: pointsRetirables(convention).map(({ nom }) => nom),
  };
}

function etatOf(raw: RawWorkbook, dossier: Dossier): Situation["etat"] {
  const isForeign = isNotThisContract(raw, dossier);
  if (isForeign && raw.sheets.some(isOfTableau)) return "tableau-de-bord";
  const isBlank = raw.sheets.every(({ blocks, resultSheet }) => resultSheet !== null || blocks.length === 0);
  if (isBlank) return "vide";
  if (dossier.question) return "a-confirmer";
  return isForeign ? "etranger" : "contrat";
}

/** `asOf` is an ISO date; the contracts are those of the product. */
export function situate(raw: RawWorkbook, contrats: Contrats, asOf: string): Situation {
  const dossier = readDossier(raw, contrats, asOf);
  const { convention, avenants, feuilleContrat, contratSigne } = dossier;
  const registre = (feuilleContrat?.registre ?? []).map(
    ({ cell, numero, signeLe, libelle, ancienne, nouvelle, statut, etat }): LigneRegistre => ({
      cell,
      numero,
      signeLe,
      libelle,
      ancienne: ancienne?.texte ?? null,
      nouvelle,
      statut,
      etat,
    }),
  );
  const signed = contratSigne && { ...contratSigne.convention, avenants: convention.avenants };
  return {
    workbook: raw.name,
    asOf,
    etat: etatOf(raw, dossier),
    accepteAnnexes: refuseAnnexe(raw, dossier, "built-in") === null,
    contrat: {
      intitule: convention.intitule,
      source: dossier.sourceContrat ?? "built-in",
      debut: convention.periode.debut,
      fin: convention.periode.fin,
      etat: convention.etat.nom,
      collectivite: convention.collectivite.nom,
      avenants: avenants.map(({ numero }) => numero),
      feuille: feuilleContrat?.range.sheet ?? null,
      inconnu: dossier.contratInconnu ?? null,
      sceau: sceauOf(dossier),
    },
    annees: convention.creditsEtat.map(({ annee, montant, statut }) => ({
      annee,
      montant: formatMontant(montant),
      statut,
      avenant: avenantQuiFixe(avenants, { kind: "credits", annee })?.numero ?? null,
    })),
    registre,
    historique: signed ? historiqueDuContrat(signed, asOf) : [],
    echeances: situateEcheances(dossier).map(({ echeance, ligne, etat, jours, avenant }) => ({
      intitule: echeance.intitule,
      article: echeance.article,
      date: echeance.date,
      isSetting: echeance.reglage === true,
      avenant: avenant?.numero ?? null,
      isDue: isDue(echeance),
      etat,
      jours,
      cell: ligne?.label.ref ?? null,
    })),
    annexes: presentAnnexes(
      dossier,
      findContratSheets(raw).map(({ name }) => name),
    ),
    fiches: (dossier.fiches ?? []).flatMap(({ action }) => (action ? [action.numero] : [])),
    choix: choixOf(dossier, registre),
    derniere: lastVerification(raw),
  };
}
