// The facts of the fiches actions of Dijon métropole's contract, by number of action; their longer texts stand in the signed document only.
import type { ConventionDefinition } from "../core/contract/convention";

type Fiche = NonNullable<ConventionDefinition["actions"][number]["fiche"]>;

export const fiches: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8, Fiche>> = {
  1: {
    sousAxe: "Faire de la jeunesse un enjeu prioritaire de lutte contre la pauvreté en prévenant le décrochage",
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
