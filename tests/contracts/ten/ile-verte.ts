// An overseas collectivity: 20 % at least, one axe, a table for each year.
import { compte } from "../invented-document";
import { attenduDe } from "./attendu";
import { parAnnee, type Plan } from "./plan";
import type { Contrat } from "./right";

const ile: Plan = {
  annees: [2024, 2025],
  local: "Collectivité",
  axes: [
    {
      intitule: "Grandir",
      actions: [
        {
          numero: 1,
          intitule: "Accueillir les enfants",
          montants: [
            [120_000, 30_000],
            [125_000, 31_250],
          ],
        },
        {
          numero: 2,
          intitule: "Soutenir les parents",
          montants: [
            [40_000, 60_000],
            [40_000, 60_000],
          ],
        },
      ],
    },
  ],
};

export const tableauxParAnnee: Contrat = {
  lignes: [
    "Contrat local des solidarités",
    "L’État, représenté par Monsieur Denis OLLIVE, préfet de l’Île-Verte, ci-après « l’État », d’une part,",
    "La Collectivité territoriale de l’Île-Verte, représentée par sa présidente, Madame Clara MONTROSE, ci-après « la Collectivité », d’autre part,",
    "Article 1 : Objet",
    "Les actions s’adressent pour au moins 60 % à des familles monoparentales.",
    "Article 2 : Période contractuelle",
    "La présente convention couvre la période du 1er janvier 2024 au 31 décembre 2025.",
    "Le plan territorial de l’emploi couvre, lui, la période du 1er juillet 2023 au 30 juin 2028.",
    "Article 3 : Financement",
    "La participation de l’État s’élève à 160 000 € pour l’année 2024, montant ferme, et à 165 000 € pour l’année 2025, montant prévisionnel.",
    "La Collectivité apporte au moins 20 % du coût de chaque action ; l’État ne finance pas plus de 80 %.",
    "Article 4 : Versements",
    "La dépense est imputée sur le programme 304 « Inclusion sociale et protection des personnes ».",
    "Le versement s’effectue sur le compte de la Collectivité territoriale de l’Île-Verte :",
    ...compte,
    "L’ordonnateur est le préfet de l’Île-Verte.",
    "Le comptable assignataire est le directeur régional des finances publiques.",
    "Article 5 : Bilan, dénonciation",
    "Le rapport d’exécution est remis au plus tard le 31 mars 2026.",
    "La convention peut être dénoncée deux mois avant son terme.",
    "Fait à Port-Vert, le 15 mai 2024",
    ...parAnnee(ile),
  ],
  attendu: attenduDe(ile, {
    nom: "Collectivité territoriale de l’Île-Verte",
    designation: "Collectivité",
    etat: ["Denis OLLIVE"],
    periode: ["2024-01-01", "2025-12-31"],
    credits: [
      [160_000, "ferme"],
      [165_000, "provisionnel"],
    ],
    seuil: 0.2,
    signeLe: "2024-05-15",
    rapport: "2026-03-31",
    denonciation: "2025-10-31",
  }),
  fait: {
    plan: ile,
    etat: [["Denis OLLIVE", "Préfet de l’Île-Verte"]],
    local: ["Clara MONTROSE", "Présidente"],
    ordonnateur: "Préfet de l’Île-Verte",
    comptable: "Directeur régional des finances publiques",
    titulaire: "Collectivité territoriale de l’Île-Verte",
    articles: ["3", "5", "2", "5", "3", "3"],
  },
};
