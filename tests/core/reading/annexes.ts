// The two tables of the signed contract's annex, typed cell by cell as they stand there.
import type { CellLiteral } from "./raw-workbook-builder";

type Row = readonly CellLiteral[];

/** "Année" stands in A1; the TOTAL row is the fifteenth. */
export const tableauBudgetaire: readonly Row[] = [
  ["Année", 2024, null, null, 2025, null, null, 2026, null, null, 2027, null, null],
  [null, "Total", "Etat", "DM", "Total", "Etat", "DM", "Total", "Etat", "DM", "Total", "Etat", "DM"],
  ["Axe « Prévenir la pauvreté et lutter contre les inégalités dès l'enfance »"],
  [
    "1 Prévenir le décrochage par une prévention spécialisée renforcée",
    ...[130000, 65000, 65000, 130000, 65000, 65000, 130000, 65000, 65000, 130000, 65000, 65000],
  ],
  [
    "2 Développer des actions de remobilisation en faveur des jeunes pour les inscrire dans un parcours personnalisé",
    ...[40000, 20000, 20000, 40000, 20000, 20000, 40000, 20000, 20000, 40000, 20000, 20000],
  ],
  ["Axe « Amplifier la politique d'accès à l'emploi pour tous »"],
  [
    "3 Remobiliser les personnes éloignées de l'emploi",
    ...[50000, 25000, 25000, 50000, 25000, 25000, 50000, 25000, 25000, 50000, 25000, 25000],
  ],
  [
    "4 Renforcer l'accompagnement des personnes éloignées de l'emploi par la levée des freins et l'accompagnement des entreprises",
    ...[40000, 20000, 20000, 40000, 20000, 20000, 40000, 20000, 20000, 40000, 20000, 20000],
  ],
  ["Axe « Lutter contre la grande exclusion grâce à l'accès aux droits »"],
  [
    "5 Garantir un accès aux droits pour tous",
    ...[95000, 47500, 47500, 120000, 60000, 60000, 120000, 60000, 60000, 120000, 60000, 60000],
  ],
  [
    "6 Favoriser l'accès et le maintien dans le logement pour les publics vulnérables",
    ...[200000, 100000, 100000, 200000, 100000, 100000, 200000, 100000, 100000, 200000, 100000, 100000],
  ],
  ["Axe « Construire une transition écologique solidaire »"],
  [
    "7 Soutenir la mobilité durable des publics",
    ...[50000, 25000, 25000, 50000, 25000, 25000, 50000, 25000, 25000, 50000, 25000, 25000],
  ],
  [
    "8 Lutter contre la précarité alimentaire",
    ...[60000, 30000, 30000, 70000, 35000, 35000, 70000, 35000, 35000, 70000, 35000, 35000],
  ],
  ["TOTAL", 665000, 332500, 332500, 700000, 350000, 350000, 700000, 350000, 350000, 700000, 350000, 350000],
];

/** "Actions" stands in A1; the note is the last row. */
export const tableauIndicateurs: readonly Row[] = [
  ["Actions", "Indicateurs", "Situation T0", 2024, 2025, 2026, 2027],
  ["Axe « Prévenir la pauvreté et lutter contre les inégalités dès l'enfance »"],
  [
    "Action n°1 - Prévenir le décrochage par une prévention spécialisée renforcée",
    "Nombre de jeunes de moins de 15 ans accompagnés",
    ...[420, 450, 460, 480, 500],
  ],
  [
    null,
    "Au-delà d'un objectif quantitatif, l'enjeu de cette action est la stabilisation et l'amélioration continue de l'offre de services proposée. Il s'agira d'évaluer la qualité, la diversité et l'impact des actions menées à destination des jeunes.",
  ],
  [
    "Action n°2 - Développer des actions de remobilisation en faveur des jeunes pour les inscrire dans un parcours personnalisé",
    "Nombre de jeunes de plus de 15 ans accompagnés",
    ...[120, 130, 140, 140, 140],
  ],
  ["Axe « Amplifier la politique d'accès à l'emploi pour tous »"],
  [
    "Action n°3 - Remobiliser les personnes éloignées de l'emploi",
    "Nombre de participations à une action de remobilisation",
    ...[0, 250, 250, 250, 250],
  ],
  [
    "Action n°4 - Renforcer l'accompagnement des personnes éloignées de l'emploi par la levée des freins et l'accompagnement des entreprises*",
    "Nombre de personnes en recherche d'emploi et en situation de précarité bénéficiant d'une action de levée des freins",
    ...["nd", "nd", "nd", "nd", "nd"],
  ],
  ["Axe « Lutter contre la grande exclusion grâce à l'accès aux droits »"],
  [
    "Action n°5 - Garantir un accès aux droits pour tous",
    "Nombre de personnes ayant bénéficié d'un accompagnement renforcé vers les droits",
    ...[150, 300, 300, 300, 300],
  ],
  [
    null,
    "Nombre de participations à un atelier à l'amélioration de la maîtrise de la langue française",
    ...[126, 150, 180, 210, 240],
  ],
  [
    "Action n°6 - Favoriser l'accès et le maintien dans le logement pour les publics vulnérables",
    "Nombre de personnes accompagnées autour de l'accès ou du maintien dans le logement",
    ...[130, 150, 150, 150, 150],
  ],
  [null, "Nombre de professionnels de l'action sociale formés", 20, 20, 20, 20, 20],
  ["Axe « Construire une transition écologique solidaire »"],
  [
    "Action n°7 - Soutenir la mobilité durable des publics",
    "Nombre de personnes ayant fait l'objet d'un diagnostic de mobilité par une personne formée et ayant bénéficié d'au moins une action de levée des freins à la mobilité à la suite de ce dernier",
    ...[50, 90, 90, 90, 90],
  ],
  [
    "Action n°8 - Lutter contre la précarité alimentaire*",
    "Nombre de bénéficiaires de produits transformés issus du réseau de transformation local",
    ...[0, "nd", "nd", "nd", "nd"],
  ],
  [null, "Nombre de participants à une action qui permettent de mieux consommer", 0, "nd", "nd", "nd", "nd"],
  [
    "* Les actions sont en cours de définition (cf. descriptif des actions), la valeur-cible par année ne peut pas être définie à la date de signature du contrat local des solidarités. Elle sera précisée au cours de l'année 2024.",
  ],
];

/** The rows of the budget table's actions, in the order of their numbers. */
export const ACTION_ROWS: readonly number[] = [3, 4, 6, 7, 9, 10, 12, 13];

/** What agents call its actions: some of the contract's words. */
export const SHORT_LABELS: readonly string[] = [
  "Prévention spécialisée",
  "Remobilisation des jeunes",
  "Remobiliser les plus éloignés de l’emploi",
  "Levée des freins",
  "Accès aux droits",
  "Maintien dans le logement",
  "Mobilité durable",
  "Précarité alimentaire",
];
