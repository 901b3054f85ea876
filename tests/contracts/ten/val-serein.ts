// Its annexes are a workbook; three years from 2025; articles that begin at 3.
import { compte } from "../invented-document";
import { attenduDe } from "./attendu";
import { type Plan } from "./plan";
import type { Contrat } from "./right";

const agglo: Plan = {
  annees: [2025, 2026, 2027],
  local: "Agglomération",
  axes: [
    {
      intitule: "Habiter",
      actions: [
        {
          numero: 1,
          intitule: "Prévenir les impayés",
          montants: [
            [45_000, 45_000],
            [45_000, 45_000],
            [45_000, 45_000],
          ],
          indicateurs: [["Ménages accompagnés", 80, 100, 120, 140]],
        },
        {
          numero: 2,
          intitule: "Rénover avec les habitants",
          montants: [
            [15_250.75, 15_250.75],
            [16_000, 16_000],
            [16_000, 16_000],
          ],
          indicateurs: [["Chantiers menés", 0, 4, 6, 8]],
        },
      ],
    },
    {
      intitule: "Apprendre",
      actions: [
        {
          numero: 3,
          intitule: "Lutter contre l’illettrisme",
          montants: [
            [9_749.25, 9_749.25],
            [9_000, 9_000],
            [9_000, 9_000],
          ],
          indicateurs: [["Personnes formées", 25, 40, 40, 40]],
        },
      ],
    },
  ],
};

export const annexesApart: Contrat = {
  lignes: [
    "Contrat local des solidarités 2025-2027",
    "Entre l’État, représenté par Madame Ève LORANT, préfète de la Serène, dénommé ci-après « l’État », d’une part,",
    "et la Communauté d’agglomération du Val-Serein, sise 2 rue du Pont, représentée par son président, Monsieur Noël PRAT, dénommée ci-après « l’Agglomération », d’autre part,",
    "Préambule",
    "Le précédent contrat, conclu du 1er janvier 2021 au 31 décembre 2024, relevait du programme 177 « Hébergement ».",
    "Article 3. Durée de la convention",
    "La convention est conclue pour trois ans, du 1er janvier 2025 au 31 décembre 2027. Elle peut être dénoncée six mois avant son terme.",
    "Le protocole d’engagement de la CAF entre en vigueur le 1er mars 2025.",
    "Article 4. Engagements financiers",
    "4.1. L’État apporte 70000 € en 2025.",
    "4.2. L’État prévoit 70000 € pour chacune des années 2026 et 2027 ; un avenant annuel en arrête le montant.",
    "4.3. La part de l’Agglomération est d’au moins cinquante pour cent du coût de chaque action.",
    "4.4. Les crédits de 2025 se répartissent ainsi :",
    "- axe 1 « Habiter » : 60250,75 € ;",
    "- axe 2 « Apprendre » : 9749,25 €.",
    "Article 5. Paiement",
    "La dépense de 2025 est imputée sur le programme 304 « Inclusion sociale et protection des personnes » :",
    "- 60250,75 € sous le code activité 0304 50 23 24 01, pilier 2 ;",
    "- 9749,25 € sous le code activité 0304 50 23 23 02, pilier 1.",
    "Les versements seront effectués à :",
    "Trésorerie du Val-Serein",
    ...compte,
    "La préfète de la Serène est l’ordonnateur de la dépense.",
    "Le comptable assignataire du paiement est le directeur départemental des finances publiques.",
    "Article 6. Suivi",
    "L’Agglomération remet le rapport d’exécution au plus tard le 30 juin 2027.",
    "Au moins 20 % de publics jeunes sont attendus dans chaque action.",
    "Fait à Serein, le 3 février 2025",
  ],
  attendu: attenduDe(agglo, {
    nom: "Communauté d’agglomération du Val-Serein",
    designation: "Agglomération",
    etat: ["Ève LORANT"],
    periode: ["2025-01-01", "2027-12-31"],
    credits: [
      [70_000, "ferme"],
      [70_000, "provisionnel"],
      [70_000, "provisionnel"],
    ],
    repartition: [
      [1, 60_250.75],
      [2, 9_749.25],
    ],
    codes: [
      ["030450232401", 1, 60_250.75],
      ["030450232302", 2, 9_749.25],
    ],
    seuil: 0.5,
    signeLe: "2025-02-03",
    rapport: "2027-06-30",
    denonciation: "2027-06-30",
  }),
  fait: {
    plan: agglo,
    etat: [["Ève LORANT", "Préfète de la Serène"]],
    local: ["Noël PRAT", "Président"],
    ordonnateur: "Préfète de la Serène",
    comptable: "Directeur départemental des finances publiques",
    domiciliation: "Trésorerie du Val-Serein",
    articles: ["4.2", "6", "3", "3", "4.1", "4.3"],
  },
};
