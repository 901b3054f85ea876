// The facts of the fiches actions of Dijon métropole's contract, by number of action.
import type { ConventionDefinition } from "../core/domain/convention";

type Fiche = NonNullable<ConventionDefinition["actions"][number]["fiche"]>;

export const fiches: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8, Fiche>> = {
  1: {
    sousAxe: "Faire de la jeunesse un enjeu prioritaire de lutte contre la pauvreté en prévenant le décrochage",
    objectif:
      "L’équipe de prévention spécialisée met en œuvre prioritairement en direction des jeunes âgés de 9 à 15 ans une nouvelle réponse éducative axée sur la prévention de rue et l’approche systémique et partenariale des situations rencontrées. L’objectif est de lutter contre les processus de ruptures familiales, sociales, scolaires et citoyennes accélératrices d’un glissement vers la déviance et/ou le désœuvrement en renforçant les capacités éducatives de l’environnement familial et social des jeunes.",
    debut: "2024-01-01",
    fin: "2027-12-31",
    publicCible: "Les jeunes de moins de 15 ans",
    nature: "Action existante renforcée",
    pilotage: "Dijon métropole / État au titre des bataillons de la prévention",
    partenaires: "Médiation Prévention Dijon Métropole",
    actionsLiees: [2],
  },
  2: {
    sousAxe: "Accompagner les jeunes précaires vers l’autonomie",
    objectif:
      "Remobiliser les jeunes âgés de 16 à 25 ans autour d’une dynamique de projets afin de favoriser leur insertion.",
    debut: "2024-01-01",
    fin: "2027-12-31",
    publicCible: "16 – 29 ans",
    nature: "Action nouvelle",
    pilotage: "Dijon métropole / État",
    partenaires:
      "Acodège, mission locale, services des collectivités, Centre de justice réparatrice, MPDM, E2C, Alpha Léo, structures de quartier, conseil départemental",
    actionsLiees: [1, 3, 7],
  },
  3: {
    objectif:
      "Favoriser la remobilisation des personnes les plus éloignées de l’emploi (rompre l’isolement, développer leur pouvoir d’agir, créer une nouvelle dynamique de parcours, etc.) sur l’ensemble du territoire métropolitain, en s’appuyant sur les outils existants et en développant de nouveaux en complémentarité.",
    debut: "2024-01-01",
    fin: "2027-12-31",
    publicCible: "Publics en situation de vulnérabilité, très éloignés de l’emploi",
    nature: "Action nouvelle",
    pilotage: "Dijon métropole / État",
    partenaires:
      "Associations agissant dans le champ de l’insertion, Agence régionale de santé et autres co-financeurs",
    actionsLiees: [2, 4],
  },
  4: {
    objectif:
      "Renforcer l’accompagnement des personnes éloignées de l’emploi par la levée des freins et l’accompagnement des entreprises.",
    debut: "2024-01-01",
    fin: "2027-12-31",
    publicCible: "Publics éloignés de l’emploi ; entreprises",
    nature: "Action nouvelle",
    pilotage: "Dijon métropole / État",
    partenaires: "Associations agissant dans le champ de l’insertion",
    actionsLiees: [2, 3],
  },
  5: {
    sousAxe: "Accéder aux droits sociaux et santé pour prévenir la bascule dans la pauvreté",
    objectif:
      "Renforcer l’autonomie des personnes et leur garantir un accès aux différents droits et aux différentes aides auxquelles elles peuvent prétendre.",
    debut: "2024-01-01",
    fin: "2027-12-31",
    publicCible:
      "Personnes en situation de vulnérabilité ; personnes non-francophones et/ou nouvellement arrivées sur le territoire",
    nature: "Action existante renforcée",
    pilotage: "Dijon métropole / État",
    partenaires: "CESAM, associations agissant dans le champ de l’insertion",
    actionsLiees: [2, 3, 4],
  },
  6: {
    sousAxe: "Prévenir les expulsions locatives",
    objectif:
      "Accompagner les publics vulnérables afin de favoriser leur accès ou maintien dans le logement dans les meilleures conditions.",
    debut: "2024-01-01",
    fin: "2027-12-31",
    publicCible:
      "Personnes sans domicile ainsi que les personnes en difficultés d’accès ou de maintien dans le logement ; professionnels de l’action sociale",
    nature: "Action existante renforcée",
    pilotage: "Dijon métropole / État",
    partenaires:
      "Association SDAT (Solidarité, dignité, accompagnements, travail) et plus largement les associations agissant dans le champ de l’insertion par le logement",
    actionsLiees: [5],
    axesLies: [4],
  },
  7: {
    sousAxe: "Droit à la mobilité pour tous",
    objectif:
      "Faciliter la mobilité des publics vulnérables, à travers notamment un accès renforcé à une mobilité douce. Favoriser la mobilité des personnes les plus éloignées de l’emploi. Lutter contre l’isolement, créer du lien social.",
    debut: "2024-01-01",
    fin: "2027-12-31",
    publicCible: "Personnes en situation de précarité, personnes isolées",
    nature: "Action existante renforcée en 2024",
    pilotage: "Dijon métropole / État",
    partenaires: "Associations agissant dans le champ de l’insertion, prescripteurs",
    actionsLiees: [2, 3, 4],
  },
  8: {
    sousAxe: "Accès à l’alimentation durable pour tous",
    objectif:
      "Lutter contre la précarité alimentaire en améliorant la quantité et la qualité des denrées mises à dispositions. Continuer à structurer le réseau de l’aide alimentaire. Lutter contre le gaspillage alimentaire. Améliorer la santé des personnes précaires en leur permettant de consommer des produits sains et durables, notamment des fruits, légumes et légumineuses. Développer les usages à travers un accompagnement adapté.",
    debut: "2024-01-01",
    fin: "2027-12-31",
    publicCible: "Personnes en situation de vulnérabilité",
    nature: "Action nouvelle",
    pilotage: "Dijon métropole / État",
    partenaires:
      "Banque alimentaire Bourgogne, maison phare, ateliers de transformation, structures d’insertion, collectivités, associations",
    actionsLiees: [],
  },
};
