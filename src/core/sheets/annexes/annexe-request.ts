// What an agent can ask to be inserted.
import { typographie } from "../../domain/words/typographie";
import type { NumeroAction } from "../../domain/values/numero-action";

export type AnnexeRequest =
  | { readonly kind: "budget"; readonly sousTotaux: boolean }
  | { readonly kind: "indicateurs"; readonly realises: boolean }
  /** One sheet per year; null for every year of the contract. */
  | { readonly kind: "execution"; readonly annee: number | null }
  /** One sheet per fiche; null for every action that has none in the workbook yet, of which there must be one unless `siManque`. */
  | { readonly kind: "fiches"; readonly action: NumeroAction | null; readonly siManque?: boolean }
  | { readonly kind: "imputation" }
  | { readonly kind: "versements" }
  | { readonly kind: "echeancier" }
  /** A workbook has one at most: with `siManque` none is added to the one it has, without it that is refused. */
  | { readonly kind: "contrat"; readonly siManque?: boolean };

export type AnnexeKind = AnnexeRequest["kind"];

/** What the agent may choose about them. */
export interface AnnexeOptions {
  readonly sousTotaux: boolean;
  readonly realises: boolean;
  readonly annee: number | null;
  readonly action: NumeroAction | null;
}

/** All that the ribbon, the pane and the command line say of an annexe. */
export interface AnnexeDescriptor {
  readonly titre: string;
  /** In the pane, below its title. */
  readonly description: string;
  /** In the help of the command line. */
  readonly aide: string;
  /** The option that it takes. */
  readonly option: keyof AnnexeOptions | null;
  /** The function that manifest.xml names, which inserts it from the ribbon. */
  readonly commande: string;
}

/** In the order in which they are offered, and inserted when several are asked for. */
export const ANNEXES = {
  budget: {
    titre: "Tableau budgétaire",
    description: "Montants de l’État et de la collectivité par action et par année, totaux en formules.",
    aide: "tableau budgétaire",
    option: "sousTotaux",
    commande: "insererTableauBudgetaire",
  },
  indicateurs: {
    titre: "Suivi des indicateurs",
    description: "Actions et indicateurs, situation de départ (T0) et cibles de chaque année.",
    aide: "tableau des actions et suivi de leurs indicateurs",
    option: "realises",
    commande: "insererSuiviIndicateurs",
  },
  execution: {
    titre: "Exécution budgétaire",
    description:
      "Contractualisé, versé, exécuté, autres financeurs, coût, taux, écart et justification : une feuille par année, et leur cumul.",
    aide: "exécution budgétaire, une feuille par année et leur cumul",
    option: "annee",
    commande: "insererExecutionBudgetaire",
  },
  fiches: {
    titre: "Fiches action",
    description: "Objectifs, pilotage, partenaires, indicateurs et budget : une feuille par action.",
    aide: "fiches action, toutes celles qui manquent",
    option: "action",
    commande: "insererFichesAction",
  },
  imputation: {
    titre: "Imputation des crédits",
    description: "Programme, action, code d’activité et montant par axe, date de versement.",
    aide: "imputation des crédits",
    option: null,
    commande: "insererImputationCredits",
  },
  versements: {
    titre: "Versements",
    description: "Ce que l’État a versé, une ligne par versement, et ce qui a été décidé des sommes non utilisées.",
    aide: "versements de l’État, une ligne chacun, et décisions sur les sommes non utilisées",
    option: null,
    commande: "insererVersements",
  },
  echeancier: {
    titre: "Échéancier",
    description: "Avenant annuel, rapports, dénonciation, fin du contrat : date due et date de réalisation.",
    aide: "échéancier",
    option: null,
    commande: "insererEcheancier",
  },
  contrat: {
    titre: "Contrat",
    description: "Paramètres du contrat et avenants, que la vérification lit. Une seule par classeur.",
    aide: "feuille « Contrat » : paramètres du contrat et avenants, une par classeur",
    option: null,
    commande: "insererContrat",
  },
} as const satisfies Readonly<Record<AnnexeKind, AnnexeDescriptor>>;

export const ANNEXE_KINDS = Object.keys(ANNEXES) as readonly AnnexeKind[];

export const DEFAULT_OPTIONS: AnnexeOptions = { sousTotaux: false, realises: false, annee: null, action: null };

export function requestOf(kind: AnnexeKind, options: AnnexeOptions = DEFAULT_OPTIONS): AnnexeRequest {
  const { sousTotaux, realises, annee, action } = options;
  switch (kind) {
    case "budget":
      return { kind, sousTotaux };
    case "indicateurs":
      return { kind, realises };
    case "execution":
      return { kind, annee };
    case "fiches":
      return { kind, action };
    default:
      return { kind };
  }
}

/** All of them: what can be there only once and is there already is no reason to refuse the others. */
export function requestAll(options: AnnexeOptions = DEFAULT_OPTIONS): readonly AnnexeRequest[] {
  return ANNEXE_KINDS.map((kind) => {
    const request = requestOf(kind, options);
    return request.kind === "fiches" || request.kind === "contrat" ? { ...request, siManque: true } : request;
  });
}

/** Said of an annexe that was put beside contents of the agent, whose columns and rows keep their size. */
export const TAILLES_GARDEES = typographie(
  "Les colonnes et les lignes déjà occupées gardent leur taille : agrandissez celles où un montant s’affiche en « ### » ou un texte est coupé.",
);
