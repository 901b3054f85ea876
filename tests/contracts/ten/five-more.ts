// Five more contracts that nobody signed, each laid out as another service would: an avenant behind it, annexes apart, a table a year, budgets in fiches.
import { compte, IBAN, type Attendu } from "../invented-document";
import { indicateurs, parAnnee, parAxe, parFiche, tableau, type Plan } from "./plan";
import type { Contrat } from "./right";

type Base = Omit<Attendu, "annees" | "montants" | "iban" | "programme" | "codes" | "repartition"> & Partial<Attendu>;

const attenduDe = (plan: Plan, base: Base): Attendu => ({
  annees: plan.annees,
  montants: plan.axes.flatMap(({ actions }) => actions.flatMap(({ montants: [first] }) => (first ? [first] : []))),
  iban: IBAN,
  programme: "304",
  codes: [],
  repartition: null,
  ...base,
});

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

/** A city; a third in words; an avenant that was signed since, in the same file. */
const avecUnAvenant: Contrat = {
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
    articles: ["3.2", "5", "2", "2"],
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

/** Its annexes are a workbook; three years from 2025; articles that begin at 3. */
const annexesApart: Contrat = {
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
    articles: ["4.2", "6", "3", "3"],
  },
};

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

/** An overseas collectivity: 20 % at least, one axe, a table for each year. */
const tableauxParAnnee: Contrat = {
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
    articles: ["3", "5", "2", "5"],
  },
};

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

/** Roman figures, k€ in its articles, and a budget in each fiche instead of an annex. */
const budgetsEnFiches: Contrat = {
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
    articles: ["2", "5", "1", "6"],
  },
};

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

/** Its table gives what each axe has, and not each action. */
const regleParAxe: Contrat = {
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
    etat: [["Yann CLOAREC", "Préfet du Rouvre"]],
    local: ["Anne LEVY", "Présidente"],
    ordonnateur: "Préfet du Rouvre",
    comptable: "Directeur départemental des finances publiques",
    articles: ["2", "4", "1", "1"],
    repartitions: [
      [60_000, 30_000],
      [65_000, 30_000],
    ],
  },
};

/** Its annexes stand in the workbook beside it. */
export const ANNEXES_APART = annexesApart;

export const AUTRES: readonly (readonly [string, Contrat])[] = [
  ["a city with an avenant", avecUnAvenant],
  ["annexes in a workbook", annexesApart],
  ["a table for each year", tableauxParAnnee],
  ["budgets in fiches", budgetsEnFiches],
  ["settled by axe", regleParAxe],
];
