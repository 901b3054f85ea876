// What the contract asks and no calculation can check, with the reason: so that coverage is visible.
import { articleDe } from "../contract/clauses/articles-du-contrat";
import type { Matiere } from "../contract/clauses/articles";
import type { Convention } from "../contract/convention";
import type { BeyondCalculation } from "../verification";

/** In the order of the articles of the programme's contracts. */
const BEYOND_CALCULATION: readonly (Omit<BeyondCalculation, "article"> & { readonly matiere: Matiere })[] = [
  {
    matiere: "objet",
    subject: "L’association des personnes concernées à la mise en œuvre des actions",
    reason: "Elle se constate sur le terrain et dans les comptes rendus, pas dans les chiffres du classeur.",
  },
  {
    matiere: "financement",
    subject: "Le logo du Pacte des solidarités et du préfet sur les documents de communication",
    reason: "Les documents de communication ne sont pas dans le classeur.",
  },
  {
    matiere: "financement",
    subject: "Le caractère opérant de la justification d’une sous-consommation",
    reason: "C’est une appréciation, qui revient à une personne et non à un calcul.",
  },
  {
    matiere: "financement",
    subject: "La réserve de l’inscription des crédits de l’État en loi de finances",
    reason: "Ses contributions en dépendent chaque année : le classeur ne connaît pas la loi de finances.",
  },
  {
    matiere: "financement",
    subject: "Le montant de la dernière année, fixé après l’évaluation à mi-parcours",
    reason: "Seul un avenant le dit ; ce que l’évaluation conclut est une appréciation des deux parties.",
  },
  {
    matiere: "suivi",
    subject: "La délibération sur le rapport d’exécution et sa transmission au préfet",
    reason: "Ce sont des actes de la collectivité : le classeur n’en garde pas la preuve.",
  },
  {
    matiere: "controle",
    subject: "Le service fait et la réalité des dépenses déclarées",
    reason: "Le classeur donne des montants ; qu’ils soient ceux d’un service fait se voit dans la comptabilité.",
  },
  {
    matiere: "controle",
    subject: "L’information des services de l’État sans délai en cas d’inexécution, de modification ou de retard",
    reason: "Le classeur ne dit ni quand le retard a été connu, ni quand l’État en a été informé.",
  },
  {
    matiere: "controle",
    subject: "La demande de remboursement et ce que l’autre partie y répond avant qu’elle soit décidée",
    reason: "Le remboursement est exceptionnel, et se décide après un échange contradictoire que personne ne calcule.",
  },
  {
    matiere: "controle",
    subject: "Le contrôle sur place et les pièces justificatives des dépenses",
    reason: "Le contrôle porte sur des pièces qui ne sont pas dans le classeur.",
  },
  {
    matiere: "denonciation",
    subject: "Les formes de la dénonciation et de la résiliation",
    reason: "L’envoi d’une lettre recommandée et d’une mise en demeure ne se lit pas dans le classeur.",
  },
  {
    matiere: "litiges",
    subject: "Les litiges et la recherche d’une résolution amiable",
    reason: "Un litige relève des parties, puis du tribunal administratif.",
  },
];

export const beyondCalculation = (convention: Convention): readonly BeyondCalculation[] =>
  BEYOND_CALCULATION.map(({ matiere, ...point }) => ({ article: articleDe(convention, [matiere]), ...point }));
