// A city; a third in words; an avenant that was signed since, in the same file.
import { compte } from "../invented-document";
import { attenduDe } from "./attendu";
import { indicateurs, tableau, type Plan } from "./plan";
import type { Contrat } from "./right";

const ville: Plan = {
  annees: [2024, 2025, 2026],
  local: "Ville",
  axes: [
    {
      intitule: "Premiers pas",
      actions: [
        {
          numero: 1,
          intitule: "Ouvrir une halte-garderie",
          montants: [
            [20_000, 10_000],
            [22_000, 11_000],
            [22_000, 11_000],
          ],
          indicateurs: [["Nombre d’enfants accueillis", 12, 18, 24, 30]],
        },
      ],
    },
    {
      intitule: "Se nourrir",
      actions: [
        {
          numero: 2,
          intitule: "Tenir une épicerie solidaire",
          montants: [
            [16_000, 8_000.5],
            [18_000, 9_000],
            [18_000, 9_000],
          ],
          indicateurs: [["Part des foyers suivis", 40, 45, 50, 55.5]],
        },
      ],
    },
  ],
};

export const avecUnAvenant: Contrat = {
  lignes: [
    "CONTRAT LOCAL DES SOLIDARITÉS DE LA VILLE DE TRÉVANS",
    "Entre les soussignés :",
    "L’État, représenté par Monsieur Hugo BLIN, préfet du Gâtois, ci-après désigné « l’État », d’une part,",
    "La Ville de Trévans, dont le siège est place de la République, représentée par son maire, Monsieur Ali KADER, dûment habilité par délibération du 4 mars 2024, ci-après désignée « la Ville », d’autre part,",
    "Vu l’instruction du 15 mars 2024 relative aux pactes des solidarités, applicable à compter du 1er avril 2024 ;",
    "Il a été arrêté ce qui suit :",
    "ARTICLE 1 - OBJET",
    "L’État et la Ville mènent ensemble des actions contre la pauvreté.",
    "ARTICLE 2 - DURÉE ET DÉNONCIATION",
    "Le contrat prend effet le 1er janvier 2024 et prend fin le 31 décembre 2026.",
    "Il peut être dénoncé avec un préavis d’au moins trois mois.",
    "ARTICLE 3 - CONCOURS FINANCIERS",
    "3.1 L’État verse 36 000 euros au titre de l’année 2024, sous réserve de la disponibilité des crédits.",
    "3.2 Pour 2025 et 2026, sa participation, estimée à 40 000 euros par an, sera fixée par avenant.",
    "3.3 La Ville finance au moins un tiers du coût de chaque action.",
    "ARTICLE 4 - MODALITÉS DE PAIEMENT",
    "L’aide est imputée sur le programme 304 « Inclusion sociale et protection des personnes » : une avance de 80 % à la notification, un solde de 20 % au vu du compte rendu financier.",
    "Titulaire : Ville de Trévans",
    "Domiciliation : Service de gestion comptable de Trévans",
    ...compte,
    "L’ordonnateur est le préfet du Gâtois.",
    "Le comptable assignataire est la directrice départementale des finances publiques.",
    "ARTICLE 5 - ÉVALUATION",
    "Le rapport d’exécution est adressé au préfet au plus tard le 31 mai 2026.",
    "Fait à Trévans, le 24 septembre 2024",
    tableau(ville),
    ...indicateurs(ville),
    "AVENANT N° 1 AU CONTRAT LOCAL DES SOLIDARITÉS",
    "ARTICLE 1 - OBJET",
    "Le présent avenant fixe les crédits de 2025.",
    "ARTICLE 2 - CRÉDITS",
    "Pour 2025, la participation de l’État est fixée à 42 000 euros.",
    "La part de l’État de l’action 2 passe de 18 000 euros à 20 000 euros en 2025, et celle de la Ville à 10 000 euros.",
    "Fait à Trévans, le 20 mars 2025",
  ],
  attendu: attenduDe(ville, {
    nom: "Ville de Trévans",
    designation: "Ville",
    etat: ["Hugo BLIN"],
    periode: ["2024-01-01", "2026-12-31"],
    credits: [
      [36_000, "ferme"],
      [40_000, "provisionnel"],
      [40_000, "provisionnel"],
    ],
    seuil: 0.333333,
    signeLe: "2024-09-24",
    rapport: "2026-05-31",
    denonciation: "2026-09-30",
  }),
  fait: {
    plan: ville,
    etat: [["Hugo BLIN", "Préfet du Gâtois"]],
    local: ["Ali KADER", "Maire"],
    ordonnateur: "Préfet du Gâtois",
    comptable: "Directrice départementale des finances publiques",
    titulaire: "Ville de Trévans",
    domiciliation: "Service de gestion comptable de Trévans",
    effetLe: "2024-01-01",
    articles: ["3.2", "5", "2", "2", "3.1", "3.3"],
    versements: [
      { part: 0.8, condition: "à la notification" },
      { part: 0.2, condition: "au vu du compte rendu financier" },
    ],
    avenants: [
      {
        numero: 1,
        signeLe: "2025-03-20",
        creditsEtat: [{ annee: 2025, montant: 42_000 }],
        montants: [
          { action: 2, annee: 2025, partie: "etat", montant: 20_000 },
          { action: 2, annee: 2025, partie: "collectivite", montant: 10_000 },
        ],
      },
    ],
  },
};
