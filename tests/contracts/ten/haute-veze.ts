// Roman figures, k€ in its articles, and a budget in each fiche instead of an annex.
import { compte } from "../invented-document";
import { attenduDe } from "./attendu";
import { parFiche, type Plan } from "./plan";
import type { Contrat } from "./right";

const veze: Plan = {
  annees: [2024, 2025],
  local: "Département",
  axes: [
    {
      intitule: "Aller vers",
      actions: [
        {
          numero: 1,
          intitule: "Circuler dans les bourgs",
          montants: [
            [62_500, 62_500],
            [62_500, 70_000],
          ],
        },
      ],
    },
    {
      intitule: "Revenir à l’emploi",
      actions: [
        {
          numero: 2,
          intitule: "Garder les enfants",
          montants: [
            [37_500, 37_500],
            [40_000, 40_000],
          ],
        },
        {
          numero: 3,
          intitule: "Passer le permis",
          montants: [
            [25_000, 25_000],
            [25_000, 25_000],
          ],
        },
      ],
    },
  ],
};

export const budgetsEnFiches: Contrat = {
  lignes: [
    "Contrat local des solidarités 2024-2025",
    "Entre l’État, représenté par Madame Sonia REY, préfète de la Haute-Vèze, ci-après « l’État », d’une part,",
    "et le Département de la Haute-Vèze, représenté par son président, Monsieur Marc AUBER, ci-après « le Département », d’autre part,",
    "Considérant que la loi pour le plein emploi entre en vigueur le 1er janvier 2025 ;",
    "Il est convenu ce qui suit :",
    "Article Ier – Durée",
    "La convention est conclue du 1er janvier 2024 au 31 décembre 2025.",
    "Article II – Moyens de l’État",
    "L’État apporte 125 k€ pour l’année 2024.",
    "Un avenant fixe les crédits de l’année 2025, évalués à 127,5 k€.",
    "Article III – Moyens du Département",
    "Le Département apporte un minimum de 50 % du budget de chaque action. Le FSE peut en outre apporter jusqu’à 30 % du coût total.",
    "Article IV – Exécution financière",
    "Les crédits relèvent du programme 304 « Inclusion sociale et protection des personnes », sur lequel la dépense est imputée.",
    "Les versements sont effectués auprès de :",
    "Paierie de la Haute-Vèze",
    ...compte,
    "L’ordonnateur est la préfète de la Haute-Vèze.",
    "Le comptable est le directeur départemental des finances publiques.",
    "Article V – Rapport",
    "Le rapport d’exécution est transmis au plus tard le 28 février 2026, après celui de la CAF, remis avant le 31 janvier 2026.",
    "Article VI – Dénonciation",
    "La convention peut être dénoncée quatre mois avant son terme.",
    "Fait à Vèze, le 2 mai 2024",
    ...parFiche(veze),
  ],
  attendu: attenduDe(veze, {
    nom: "Département de la Haute-Vèze",
    designation: "Département",
    etat: ["Sonia REY"],
    periode: ["2024-01-01", "2025-12-31"],
    credits: [
      [125_000, "ferme"],
      [127_500, "provisionnel"],
    ],
    seuil: 0.5,
    signeLe: "2024-05-02",
    rapport: "2026-02-28",
    denonciation: "2025-08-31",
  }),
  fait: {
    plan: veze,
    etat: [["Sonia REY", "Préfète de la Haute-Vèze"]],
    local: ["Marc AUBER", "Président"],
    ordonnateur: "Préfète de la Haute-Vèze",
    comptable: "Directeur départemental des finances publiques",
    domiciliation: "Paierie de la Haute-Vèze",
    articles: ["2", "5", "1", "6", "2", "3"],
  },
};
