// The eight fiches of the signed contract: labels and answers as they stand there, the long descriptions cut short.
import type { CellLiteral } from "./raw-workbook-builder";

export interface FicheSignee {
  readonly titre: string;
  /** Lines that are label and answer at once. */
  readonly axe: string;
  readonly sousAxe?: string;
  /** Label, then the lines of its answer. */
  readonly champs: readonly (readonly [label: string, ...answer: string[]])[];
}

const CALENDRIER = "du 1er janvier 2024 au 31 décembre 2027";
const PILOTAGE = ["Pilotage et suivi de l'action", "Dijon métropole / Etat"] as const;

export const fichesSignees: readonly FicheSignee[] = [
  {
    titre: "Action n°1 - prévenir le décrochage par une prévention spécialisée renforcée",
    axe: "Axe 1 : Prévenir la pauvreté et lutter contre les inégalités dès l'enfance",
    sousAxe:
      "Sous axe : Faire de la jeunesse un enjeu prioritaire de lutte contre la pauvreté en prévenant le décrochage",
    champs: [
      ["Constats et problématiques", "Le territoire de Dijon métropole compte plus de 255 000 habitants."],
      ["Objectif principal", "L'équipe de prévention spécialisée met en œuvre une nouvelle réponse éducative."],
      ["Objectifs opérationnels et descriptif des actions", "La prévention spécialisée se déploie sur les quartiers."],
      ["Calendrier", CALENDRIER],
      ["Public cible", "les jeunes de moins de 15 ans"],
      [
        "Indicateur",
        "nombre de jeunes de moins de 15 ans accompagnés.",
        "Au-delà d'un objectif quantitatif, l'enjeu de cette action est la stabilisation de l'offre de services proposée.",
      ],
      ["Interaction avec les autres axes et actions du contrat local de solidarité", "action 2"],
      ["L'action est-elle nouvelle ?", "action existante renforcée"],
      ["Pilotage et suivi de l'action", "Dijon métropole / Etat au titre des bataillons de la prévention"],
      ["Partenaire principal", "Médiation Prévention Dijon Métropole"],
    ],
  },
  {
    titre:
      "Action 2 : Développer des actions de remobilisation en faveur des jeunes pour les inscrire dans un parcours personnalisé",
    axe: "Axe 1 : Prévenir la pauvreté et lutter contre les inégalités dès l'enfance",
    sousAxe: "Sous-axe : Accompagner les jeunes précaires vers l'autonomie",
    champs: [
      ["Objectif principal", "Remobiliser les jeunes âgés de 16 à 25 ans autour d'une dynamique de projets."],
      ["Calendrier", CALENDRIER],
      ["Public cible", "16 – 29 ans"],
      ["Indicateur", "nombre de jeunes de moins de 15 ans accompagnés"],
      ["Interaction avec les autres axes et/ou actions", "actions 1, 3 et 7"],
      ["L'action est-elle nouvelle ?", "oui"],
      PILOTAGE,
      ["Partenaires", "Acodège, mission locale, services des collectivités, conseil départemental."],
    ],
  },
  {
    titre: "Action n°3 - Remobiliser les personnes éloignées de l'emploi",
    axe: "Axe 3 : amplifier la politique de l'accès à l'emploi pour tous",
    champs: [
      ["Objectif principal", "Favoriser la remobilisation des personnes les plus éloignées de l'emploi."],
      ["Calendrier", CALENDRIER],
      ["Public cible", "publics en situation de vulnérabilité, très éloignés de l'emploi"],
      ["Indicateur", "nombre de participations à une action de remobilisation"],
      ["Interaction avec les autres axes et actions du contrat local de solidarité", "actions 2 et 4"],
      [
        "L'action est-elle nouvelle ?",
        "Oui",
        "Si le dispositif TAPAJ est déjà existant, il n'est à ce jour pas soutenu.",
      ],
      PILOTAGE,
      ["Partenaires", "associations agissant dans le champ de l'insertion, Agence régionale de santé"],
    ],
  },
  {
    titre:
      "Action 4 - Renforcer l'accompagnement des personnes éloignées de l'emploi par la levée des freins et l'accompagnement des entreprises",
    axe: "Axe 2 : amplifier la politique de l'accès à l'emploi pour tous",
    champs: [
      ["Objectif principal", "Renforcer l'accompagnement des personnes éloignées de l'emploi."],
      ["Calendrier", CALENDRIER],
      ["Public cible", "publics éloignés de l'emploi ; entreprises"],
      [
        "Indicateur",
        "nombre de personnes en recherche d'emploi et en situation de précarité bénéficiant d'une action de levée des freins",
      ],
      ["Interaction avec les autres axes et actions du contrat local de solidarité", "actions 2 et 3"],
      ["L'action est-elle nouvelle ?", "Oui"],
      PILOTAGE,
      ["Partenaires", "associations agissant dans le champ de l'insertion"],
    ],
  },
  {
    titre: "Action n°5 - Garantir un accès aux droits pour tous",
    axe: "Axe 3 - Accès aux droits essentiels",
    sousAxe: "Sous-axe - Accéder aux droits sociaux et santé pour prévenir la bascule dans la pauvreté",
    champs: [
      ["Objectif principal", "Renforcer l'autonomie des personnes et leur garantir un accès aux différents droits."],
      ["Calendrier", CALENDRIER],
      ["Public cible", "personnes en situation de vulnérabilité ; personnes non-francophones"],
      [
        "Indicateurs",
        "Nombre de personnes ayant bénéficié d'un accompagnement renforcé vers les droits.",
        "Nombre de participations à un atelier à l'amélioration de la maîtrise de la langue française",
      ],
      ["Interaction avec les autres axes/fiches actions", "actions 2, 3 et 4"],
      ["L'action est-elle nouvelle ?", "Action existante renforcée"],
      PILOTAGE,
      ["Partenaires", "CESAM, associations agissant dans le champ de l'insertion"],
    ],
  },
  {
    titre: "Action n°6 – Favoriser l'accès et le maintien dans le logement pour les publics vulnérables",
    axe: "Axe 3 : « Accès aux droits essentiels »",
    sousAxe: "Sous-axe : prévenir les expulsions locatives",
    champs: [
      ["Objectif principal", "Accompagner les publics vulnérables afin de favoriser leur accès au logement."],
      ["Calendrier", CALENDRIER],
      ["Public cible", "personnes sans domicile ; professionnels de l'action sociale"],
      [
        "Indicateur",
        "nombre de personnes accompagnées autour de l'accès ou du maintien dans le logement, nombre de professionnels de l'action sociale formés",
      ],
      ["Interaction avec les autres actions", "action 5, axe 4"],
      ["L'action est-elle nouvelle ?", "Action existante renforcée"],
      PILOTAGE,
      ["Partenaires", "association SDAT (Solidarité, dignité, accompagnements, travail)"],
    ],
  },
  {
    titre: "Action n°7 - Soutenir la mobilité durable des publics",
    axe: "Axe transition écologique solidaire",
    sousAxe: "Sous-axe 2 : droit à la mobilité pour tous (commun avec l'axe « Accès à l'emploi »)",
    champs: [
      ["Objectif principal", "Faciliter la mobilité des publics vulnérables.", "Lutter contre l'isolement."],
      ["Calendrier", CALENDRIER],
      ["Public cible", "personnes en situation de précarité, personnes isolées"],
      [
        "Indicateur",
        "nombre de personnes ayant fait l'objet d'un diagnostic de mobilité par une personne formée et ayant bénéficié d'au moins une action de levée des freins à la mobilité à la suite de ce dernier",
      ],
      ["Interaction avec les autres axes/fiches actions", "actions 2, 3 et 4"],
      ["L'action est-elle nouvelle ?", "Action existante renforcée en 2024"],
      PILOTAGE,
      ["Partenaires", "associations agissant dans le champ de l'insertion, prescripteurs"],
    ],
  },
  {
    titre: "Action n°8 - Lutter contre la précarité alimentaire",
    axe: "Axe transition écologique solidaire",
    sousAxe: "Sous-axe 3 : accès à l'alimentation durable pour tous",
    champs: [
      [
        "Constats et problématiques",
        "Action 13 du projet PRODIJ",
        "L'action 13 du projet PRODIJ se termine en décembre 2024.",
      ],
      ["Objectif principal", "Lutter contre la précarité alimentaire.", "Lutter contre le gaspillage alimentaire."],
      [
        "Calendrier",
        CALENDRIER,
        "2024 : étude de faisabilité : identifier les acteurs et leurs compétences",
        "2025 : déploiement du réseau et des actions d'accompagnements",
      ],
      ["Public cible", "personnes en situation de vulnérabilité"],
      [
        "Indicateur",
        "nombre de bénéficiaires de produits transformés issus du réseau de transformation local, nombre de participants à une action qui permettent de mieux consommer",
      ],
      ["L'action est-elle nouvelle ?", "oui"],
      PILOTAGE,
      ["Partenaires", "Banque alimentaire Bourgogne, maison phare, ateliers de transformation"],
    ],
  },
];

type Rows = (readonly CellLiteral[])[];

const heads = ({ titre, axe, sousAxe }: FicheSignee): Rows => [[titre], [axe], ...(sousAxe ? [[sousAxe]] : [])];
const withColon = (label: string): string => (label.endsWith("?") ? label : `${label} :`);

/** How agents lay a fiche out. */
export const DISPOSITIONS: Readonly<Record<string, (fiche: FicheSignee) => Rows>> = {
  "label and answer side by side": (fiche) => [
    ...heads(fiche),
    ...fiche.champs.flatMap(([label, ...answers]) =>
      answers.map((answer, index) => [index === 0 ? label : null, answer]),
    ),
  ],
  "side by side, axe too, under a field for the title": ({ titre, axe, sousAxe, champs }) => [
    ["FICHE ACTION", null, null],
    ["Intitulé de l'action", null, titre],
    ["Axe", null, axe],
    ...(sousAxe ? [["Sous-axe", null, sousAxe.replace(/^Sous.axe[\s\d:-]*/, "")]] : []),
    ...champs.map(([label, ...answers]) => [withColon(label), null, answers.join("\n")]),
  ],
  "label and answer in one cell": (fiche) => [
    ...heads(fiche),
    ...fiche.champs.flatMap(([label, first, ...others]) => [
      [`- ${withColon(label)} ${first ?? ""}`],
      ...others.map((other) => [other]),
    ]),
  ],
  "answer below its label": (fiche) => [
    ...heads(fiche),
    ...fiche.champs.flatMap(([label, ...answers]) => [[], [`• ${label}`], ...answers.map((answer) => [answer])]),
  ],
  "two fields a row": ({ titre, axe, sousAxe, champs }) => {
    const pairs = [
      ["Axe", axe],
      ...(sousAxe ? [["Sous-axe", sousAxe]] : []),
      ...champs.map(([label, ...answers]) => [label, answers.join("\n")]),
    ];
    return [
      [titre],
      ...pairs.flatMap((pair, index) => (index % 2 === 0 ? [[...pair, null, ...(pairs[index + 1] ?? [])]] : [])),
    ];
  },
};
