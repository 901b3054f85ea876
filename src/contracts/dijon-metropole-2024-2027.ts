// The contract signed by the State and Dijon métropole for 2024-2027, as data; amounts in euros.
import type { ConventionDefinition } from "../core/domain/convention";

export const dijonMetropole20242027: ConventionDefinition = {
  id: "dijon-metropole-2024-2027",
  intitule: "Contrat local des solidarités 2024-2027 de Dijon métropole",
  etat: {
    nom: "État",
    representant: "Franck ROBINE",
    qualite: "préfet de la région Bourgogne-Franche-Comté, préfet de la Côte-d’Or",
  },
  collectivite: {
    nom: "Dijon métropole",
    representant: "François REBSAMEN",
    qualite: "Président de Dijon métropole",
    designation: "Métropole",
    motsColonne: ["DM", "Dijon métropole", "Métropole de Dijon"],
  },
  periode: { debut: "2024-01-01", fin: "2027-12-31" },
  annees: [
    { annee: 2024, debut: "2024-01-01", fin: "2024-12-31" },
    { annee: 2025, debut: "2025-01-01", fin: "2025-12-31" },
    { annee: 2026, debut: "2026-01-01", fin: "2026-12-31" },
    { annee: 2027, debut: "2027-01-01", fin: "2027-12-31" },
  ],
  creditsEtat: [
    {
      annee: 2024,
      montant: 332500,
      statut: "ferme",
      repartition: [
        { axe: 1, montant: 85000 },
        { axe: 2, montant: 45000 },
        { axe: 3, montant: 147500 },
        { axe: 4, montant: 55000 },
      ],
    },
    { annee: 2025, montant: 350000, statut: "provisionnel" },
    { annee: 2026, montant: 350000, statut: "provisionnel" },
    { annee: 2027, montant: 350000, statut: "provisionnel" },
  ],
  axes: [
    {
      numero: 1,
      intitule: "Prévenir la pauvreté et lutter contre les inégalités dès l’enfance",
      alias: ["Prévention de la pauvreté et lutte contre les inégalités dès l’enfance"],
    },
    {
      numero: 2,
      intitule: "Amplifier la politique d’accès à l’emploi pour tous",
      alias: ["Accès à l’emploi", "Amplifier la politique de l’accès à l’emploi pour tous"],
    },
    {
      numero: 3,
      intitule: "Lutter contre la grande exclusion grâce à l’accès aux droits",
      alias: ["Accès aux droits essentiels"],
    },
    {
      numero: 4,
      intitule: "Construire une transition écologique solidaire",
      alias: ["Transition écologique solidaire", "Transition solidaire", "Transition écologique et solidaire"],
    },
  ],
  actions: [
    {
      numero: 1,
      axe: 1,
      intitule: "Prévenir le décrochage par une prévention spécialisée renforcée",
      montants: [
        { annee: 2024, etat: 65000, collectivite: 65000 },
        { annee: 2025, etat: 65000, collectivite: 65000 },
        { annee: 2026, etat: 65000, collectivite: 65000 },
        { annee: 2027, etat: 65000, collectivite: 65000 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule: "Nombre de jeunes de moins de 15 ans accompagnés",
          t0: 420,
          cibles: [
            { annee: 2024, valeur: 450 },
            { annee: 2025, valeur: 460 },
            { annee: 2026, valeur: 480 },
            { annee: 2027, valeur: 500 },
          ],
        },
      ],
      fiche: {
        sousAxe: "Faire de la jeunesse un enjeu prioritaire de lutte contre la pauvreté en prévenant le décrochage",
        debut: "2024-01-01",
        fin: "2027-12-31",
        publicCible: "Les jeunes de moins de 15 ans",
        nature: "Action existante renforcée",
        pilotage: "Dijon métropole / État au titre des bataillons de la prévention",
        partenaires: "Médiation Prévention Dijon Métropole",
        actionsLiees: [2],
      },
    },
    {
      numero: 2,
      axe: 1,
      intitule:
        "Développer des actions de remobilisation en faveur des jeunes pour les inscrire dans un parcours personnalisé",
      montants: [
        { annee: 2024, etat: 20000, collectivite: 20000 },
        { annee: 2025, etat: 20000, collectivite: 20000 },
        { annee: 2026, etat: 20000, collectivite: 20000 },
        { annee: 2027, etat: 20000, collectivite: 20000 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule: "Nombre de jeunes de plus de 15 ans accompagnés",
          t0: 120,
          cibles: [
            { annee: 2024, valeur: 130 },
            { annee: 2025, valeur: 140 },
            { annee: 2026, valeur: 140 },
            { annee: 2027, valeur: 140 },
          ],
        },
      ],
      fiche: {
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
    },
    {
      numero: 3,
      axe: 2,
      intitule: "Remobiliser les personnes éloignées de l’emploi",
      montants: [
        { annee: 2024, etat: 25000, collectivite: 25000 },
        { annee: 2025, etat: 25000, collectivite: 25000 },
        { annee: 2026, etat: 25000, collectivite: 25000 },
        { annee: 2027, etat: 25000, collectivite: 25000 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule: "Nombre de participations à une action de remobilisation",
          t0: 0,
          cibles: [
            { annee: 2024, valeur: 250 },
            { annee: 2025, valeur: 250 },
            { annee: 2026, valeur: 250 },
            { annee: 2027, valeur: 250 },
          ],
        },
      ],
      fiche: {
        debut: "2024-01-01",
        fin: "2027-12-31",
        publicCible: "Publics en situation de vulnérabilité, très éloignés de l’emploi",
        nature: "Action nouvelle",
        pilotage: "Dijon métropole / État",
        partenaires:
          "Associations agissant dans le champ de l’insertion, Agence régionale de santé et autres co-financeurs",
        actionsLiees: [2, 4],
      },
    },
    {
      numero: 4,
      axe: 2,
      intitule:
        "Renforcer l’accompagnement des personnes éloignées de l’emploi par la levée des freins et l’accompagnement des entreprises",
      montants: [
        { annee: 2024, etat: 20000, collectivite: 20000 },
        { annee: 2025, etat: 20000, collectivite: 20000 },
        { annee: 2026, etat: 20000, collectivite: 20000 },
        { annee: 2027, etat: 20000, collectivite: 20000 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule:
            "Nombre de personnes en recherche d’emploi et en situation de précarité bénéficiant d’une action de levée des freins",
          t0: "nd",
          cibles: [
            { annee: 2024, valeur: "nd" },
            { annee: 2025, valeur: "nd" },
            { annee: 2026, valeur: "nd" },
            { annee: 2027, valeur: "nd" },
          ],
        },
      ],
      fiche: {
        debut: "2024-01-01",
        fin: "2027-12-31",
        publicCible: "Publics éloignés de l’emploi ; entreprises",
        nature: "Action nouvelle",
        pilotage: "Dijon métropole / État",
        partenaires: "Associations agissant dans le champ de l’insertion",
        actionsLiees: [2, 3],
      },
    },
    {
      numero: 5,
      axe: 3,
      intitule: "Garantir un accès aux droits pour tous",
      montants: [
        { annee: 2024, etat: 47500, collectivite: 47500 },
        { annee: 2025, etat: 60000, collectivite: 60000 },
        { annee: 2026, etat: 60000, collectivite: 60000 },
        { annee: 2027, etat: 60000, collectivite: 60000 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule: "Nombre de personnes ayant bénéficié d’un accompagnement renforcé vers les droits",
          t0: 150,
          cibles: [
            { annee: 2024, valeur: 300 },
            { annee: 2025, valeur: 300 },
            { annee: 2026, valeur: 300 },
            { annee: 2027, valeur: 300 },
          ],
        },
        {
          numero: 2,
          intitule: "Nombre de participations à un atelier à l’amélioration de la maîtrise de la langue française",
          t0: 126,
          cibles: [
            { annee: 2024, valeur: 150 },
            { annee: 2025, valeur: 180 },
            { annee: 2026, valeur: 210 },
            { annee: 2027, valeur: 240 },
          ],
        },
      ],
      fiche: {
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
    },
    {
      numero: 6,
      axe: 3,
      intitule: "Favoriser l’accès et le maintien dans le logement pour les publics vulnérables",
      montants: [
        { annee: 2024, etat: 100000, collectivite: 100000 },
        { annee: 2025, etat: 100000, collectivite: 100000 },
        { annee: 2026, etat: 100000, collectivite: 100000 },
        { annee: 2027, etat: 100000, collectivite: 100000 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule: "Nombre de personnes accompagnées autour de l’accès ou du maintien dans le logement",
          t0: 130,
          cibles: [
            { annee: 2024, valeur: 150 },
            { annee: 2025, valeur: 150 },
            { annee: 2026, valeur: 150 },
            { annee: 2027, valeur: 150 },
          ],
        },
        {
          numero: 2,
          intitule: "Nombre de professionnels de l’action sociale formés",
          t0: 20,
          cibles: [
            { annee: 2024, valeur: 20 },
            { annee: 2025, valeur: 20 },
            { annee: 2026, valeur: 20 },
            { annee: 2027, valeur: 20 },
          ],
        },
      ],
      fiche: {
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
    },
    {
      numero: 7,
      axe: 4,
      intitule: "Soutenir la mobilité durable des publics",
      montants: [
        { annee: 2024, etat: 25000, collectivite: 25000 },
        { annee: 2025, etat: 25000, collectivite: 25000 },
        { annee: 2026, etat: 25000, collectivite: 25000 },
        { annee: 2027, etat: 25000, collectivite: 25000 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule:
            "Nombre de personnes ayant fait l’objet d’un diagnostic de mobilité par une personne formée et ayant bénéficié d’au moins une action de levée des freins à la mobilité à la suite de ce dernier",
          t0: 50,
          cibles: [
            { annee: 2024, valeur: 90 },
            { annee: 2025, valeur: 90 },
            { annee: 2026, valeur: 90 },
            { annee: 2027, valeur: 90 },
          ],
        },
      ],
      fiche: {
        sousAxe: "Droit à la mobilité pour tous",
        debut: "2024-01-01",
        fin: "2027-12-31",
        publicCible: "Personnes en situation de précarité, personnes isolées",
        nature: "Action existante renforcée en 2024",
        pilotage: "Dijon métropole / État",
        partenaires: "Associations agissant dans le champ de l’insertion, prescripteurs",
        actionsLiees: [2, 3, 4],
      },
    },
    {
      numero: 8,
      axe: 4,
      intitule: "Lutter contre la précarité alimentaire",
      montants: [
        { annee: 2024, etat: 30000, collectivite: 30000 },
        { annee: 2025, etat: 35000, collectivite: 35000 },
        { annee: 2026, etat: 35000, collectivite: 35000 },
        { annee: 2027, etat: 35000, collectivite: 35000 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule: "Nombre de bénéficiaires de produits transformés issus du réseau de transformation local",
          t0: 0,
          cibles: [
            { annee: 2024, valeur: "nd" },
            { annee: 2025, valeur: "nd" },
            { annee: 2026, valeur: "nd" },
            { annee: 2027, valeur: "nd" },
          ],
        },
        {
          numero: 2,
          intitule: "Nombre de participants à une action qui permettent de mieux consommer",
          t0: 0,
          cibles: [
            { annee: 2024, valeur: "nd" },
            { annee: 2025, valeur: "nd" },
            { annee: 2026, valeur: "nd" },
            { annee: 2027, valeur: "nd" },
          ],
        },
      ],
      fiche: {
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
    },
  ],
  cofinancement: { seuil: 0.5 },
  imputation: {
    programme: "304",
    intitule: "Inclusion sociale et protection des personnes",
    lignes: [
      {
        annee: 2024,
        axe: 1,
        action: "23",
        sousAction: "23",
        intitule: "Pilier 1 Prévention de la pauvreté dès le plus jeune âge",
        activite: "02",
        intituleActivite: "Contractualisation avec les métropoles pilier 1",
        code: "030450232302",
        montant: 85000,
      },
      {
        annee: 2024,
        axe: 2,
        action: "23",
        sousAction: "24",
        intitule: "Pilier 2 Sortie pauvreté par l’activité et emploi",
        activite: "02",
        intituleActivite: "Contractualisation avec les métropoles pilier 2",
        code: "030450232402",
        montant: 45000,
      },
      {
        annee: 2024,
        axe: 3,
        action: "23",
        sousAction: "25",
        intitule: "Pilier 3 Plan 100% d’accès aux droits",
        activite: "02",
        intituleActivite: "Contractualisation avec les métropoles pilier 3",
        code: "030450232502",
        montant: 147500,
      },
      {
        annee: 2024,
        axe: 4,
        action: "23",
        sousAction: "26",
        intitule: "Pilier 4 Transition solidaire",
        activite: "02",
        intituleActivite: "Contractualisation avec les métropoles pilier 4",
        code: "030450232602",
        montant: 55000,
      },
    ],
  },
  coordonneesBancaires: {
    titulaire: "Métropole de Dijon",
    domiciliation: "Trésorerie de Dijon municipale, 4 rue Jeannin, 21000 DIJON",
    rib: "30001 00334 C21 10000000 15",
    iban: "FR83 3000 1003 34C2 1100 0000 015",
    bic: "BDFEFRPPCCT",
  },
  ordonnateur: "Préfet de la région Bourgogne-Franche-Comté, préfet de la Côte-d’Or",
  comptable: "Directeur départemental des finances publiques du département du Doubs",
  // The contract dates only the report and, by the end of the contract, the last two; the yearly ones follow from
  // the budget year: an avenant fixes its amounts from its first day, its indicators are known at its end.
  echeances: [
    {
      id: "indicateurs-2024",
      intitule: "Indicateurs et rapport d’avancement 2024",
      article: "2.3",
      date: "2024-12-31",
    },
    { id: "avenant-2025", intitule: "Avenant fixant les montants 2025", article: "2.2", date: "2025-01-01" },
    {
      id: "indicateurs-2025",
      intitule: "Indicateurs et rapport d’avancement 2025",
      article: "2.3",
      date: "2025-12-31",
    },
    { id: "avenant-2026", intitule: "Avenant fixant les montants 2026", article: "2.2", date: "2026-01-01" },
    {
      id: "rapport-execution",
      intitule: "Rapport d’exécution 2024-2025, délibéré et transmis au préfet",
      article: "2.3",
      date: "2026-03-31",
    },
    {
      id: "indicateurs-2026",
      intitule: "Indicateurs et rapport d’avancement 2026",
      article: "2.3",
      date: "2026-12-31",
    },
    { id: "avenant-2027", intitule: "Avenant fixant les montants 2027", article: "2.2", date: "2027-01-01" },
    { id: "denonciation", intitule: "Dernier jour pour dénoncer la convention", article: "6", date: "2027-10-31" },
    {
      id: "indicateurs-2027",
      intitule: "Indicateurs et rapport d’avancement 2027",
      article: "2.3",
      date: "2027-12-31",
    },
    { id: "fin-du-contrat", intitule: "Fin du contrat", article: "4", date: "2027-12-31" },
  ],
  ciblesAPreciserAvant: "2025-01-01",
  reglages: { alerteSousConsommation: 0.8, alerteCible: 0.8 },
  indicateursNationaux: [],
};
