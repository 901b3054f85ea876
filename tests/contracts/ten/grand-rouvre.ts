// Its table gives what each axe has, and not each action.
import { compte } from "../invented-document";
import { attenduDe } from "./attendu";
import { parAxe, type Plan } from "./plan";
import type { Contrat } from "./right";

const rouvre: Plan = {
  annees: [2024, 2025],
  local: "Métropole",
  axes: [
    {
      intitule: "Petite enfance",
      actions: [
        {
          numero: 1,
          intitule: "Ouvrir une crèche",
          montants: [
            [60_000, 60_000],
            [65_000, 65_000],
          ],
        },
      ],
    },
    {
      intitule: "Accès aux droits",
      actions: [
        {
          numero: 2,
          intitule: "Aller vers les isolés",
          montants: [
            [18_000, 18_000],
            [18_000, 18_000],
          ],
        },
        {
          numero: 3,
          intitule: "Traduire les courriers",
          montants: [
            [12_000, 12_000],
            [12_000, 12_000],
          ],
        },
      ],
    },
  ],
};

export const regleParAxe: Contrat = {
  lignes: [
    "Contrat local des solidarités 2024-2025",
    "Entre l’État, représenté par Monsieur Yann CLOAREC, préfet du Rouvre, ci-après « l’État », d’une part,",
    "et Grand Rouvre Métropole, représentée par sa présidente, Madame Anne LEVY, ci-après « la Métropole », d’autre part,",
    "Article 1 – Durée",
    "Le contrat est conclu du 1er janvier 2024 au 31 décembre 2025. Il peut être dénoncé deux mois avant son terme.",
    "Article 2 – Financement",
    "L’État apporte 90 000 € au titre de l’année 2024. Ce montant est estimé à 95 000 € pour l’année 2025 et sera fixé par avenant.",
    "La Métropole apporte au moins 50 % des crédits de chaque axe.",
    "Article 3 – Paiement",
    "La dépense est imputée sur le programme 304 « Inclusion sociale et protection des personnes ».",
    ...compte,
    "L’ordonnateur est le préfet du Rouvre.",
    "Le comptable est le directeur départemental des finances publiques.",
    "Article 4 – Suivi",
    "Le rapport d’exécution est transmis au plus tard le 31 mars 2026.",
    "Fait à Rouvre, le 6 juin 2024",
    "Annexe financière",
    ...parAxe(rouvre),
  ],
  attendu: attenduDe(rouvre, {
    nom: "Grand Rouvre Métropole",
    designation: "Métropole",
    etat: ["Yann CLOAREC"],
    periode: ["2024-01-01", "2025-12-31"],
    credits: [
      [90_000, "ferme"],
      [95_000, "provisionnel"],
    ],
    repartition: [
      [1, 60_000],
      [2, 30_000],
    ],
    seuil: 0.5,
    signeLe: "2024-06-06",
    rapport: "2026-03-31",
    denonciation: "2025-10-31",
  }),
  fait: {
    plan: rouvre,
    niveau: "axe",
    regleParAxe: true,
    etat: [["Yann CLOAREC", "Préfet du Rouvre"]],
    local: ["Anne LEVY", "Présidente"],
    ordonnateur: "Préfet du Rouvre",
    comptable: "Directeur départemental des finances publiques",
    articles: ["2", "4", "1", "1", "2", "2"],
    repartitions: [
      [60_000, 30_000],
      [65_000, 30_000],
    ],
  },
};
