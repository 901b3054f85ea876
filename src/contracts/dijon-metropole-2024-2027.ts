// The contract signed by the State and Dijon métropole for 2024-2027, as data; amounts in euros.
import type { ConventionDefinition } from "../core/contract/convention";
import { ACTIVITES, INDICATEURS_NATIONAUX, PROGRAMME } from "../core/contract/programme-304";
import { actions } from "./dijon-metropole-2024-2027-actions";

const annexe = (lieu: string) => ({ article: "annexe", lieu });
const article = (numero: string) => ({ article: numero, lieu: `article ${numero}` });

/** The sentences themselves stay with the parties. */
const sources: ConventionDefinition["sources"] = {
  intitule: { lieu: "titre" },
  etat: { lieu: "en tête, les parties" },
  collectivite: { lieu: "en tête, les parties" },
  periode: article("4"),
  ...Object.fromEntries(
    [2024, 2025, 2026, 2027].flatMap((annee) => [
      [`annees/${annee}/debut`, article("4")],
      [`annees/${annee}/fin`, article("4")],
      [`annees/${annee}`, article("2.2")],
    ]),
  ),
  axes: annexe("tableau budgétaire"),
  ...Object.fromEntries(
    actions.flatMap(({ numero }) => [
      [`actions/${numero}`, annexe(`tableau budgétaire, action ${numero}`)],
      [`actions/${numero}/indicateurs`, annexe(`tableau des indicateurs, action ${numero}`)],
      [`actions/${numero}/fiche`, annexe(`annexe 1, fiche de l’action ${numero}`)],
    ]),
  ),
  cofinancement: article("2.2"),
  imputation: article("3"),
  coordonneesBancaires: article("3"),
  ordonnateur: article("3"),
  comptable: article("3"),
  "echeances/rapport-execution": article("2.3"),
  "echeances/denonciation": article("6"),
  "echeances/fin-du-contrat": article("4"),
};

export const dijonMetropole20242027: ConventionDefinition = {
  articles: {
    objet: "1",
    actions: "2.1",
    financement: "2.2",
    suivi: "2.3",
    versement: "3",
    duree: "4",
    controle: "5",
    denonciation: "6",
    litiges: "7",
    annexe: "annexe",
  },
  // Version 1.1.0 wrote "Côte-d’Or".
  empreintes: {
    actuelle: "d1af3963448b9e2c7b481ac3fcf4ba8b59d33a96d6664f146a58e20a8220c4a4",
    anterieures: ["f184ebafc7079878288272d575d9d990f1a9c4d154df9a6cfb27e19091a47197"],
  },
  id: "dijon-metropole-2024-2027",
  intitule: "Contrat local des solidarités 2024-2027 de Dijon métropole",
  etat: {
    nom: "État",
    representant: "Franck ROBINE",
    qualite: "préfet de la région Bourgogne-Franche-Comté, préfet de la Côte d’Or",
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
      alias: [
        "Prévention de la pauvreté et lutte contre les inégalités dès l’enfance",
        "Prévention de la pauvreté dès le plus jeune âge",
      ],
    },
    {
      numero: 2,
      intitule: "Amplifier la politique d’accès à l’emploi pour tous",
      alias: [
        "Accès à l’emploi",
        "Amplifier la politique de l’accès à l’emploi pour tous",
        "Sortie pauvreté par l’activité et emploi",
      ],
    },
    {
      numero: 3,
      intitule: "Lutter contre la grande exclusion grâce à l’accès aux droits",
      alias: ["Accès aux droits essentiels", "Plan 100% d’accès aux droits"],
    },
    {
      numero: 4,
      intitule: "Construire une transition écologique solidaire",
      alias: ["Transition écologique solidaire", "Transition solidaire", "Transition écologique et solidaire"],
    },
  ],
  actions,
  cofinancement: { seuil: 0.5 },
  imputation: {
    ...PROGRAMME,
    lignes: [
      { annee: 2024, axe: 1, ...ACTIVITES[1], montant: 85000 },
      { annee: 2024, axe: 2, ...ACTIVITES[2], montant: 45000 },
      { annee: 2024, axe: 3, ...ACTIVITES[3], montant: 147500 },
      { annee: 2024, axe: 4, ...ACTIVITES[4], montant: 55000 },
    ],
  },
  coordonneesBancaires: {
    titulaire: "Métropole de Dijon",
    domiciliation: "Trésorerie de Dijon municipale, 4 rue Jeannin, 21000 DIJON",
    rib: "30001 00334 C21 10000000 15",
    iban: "FR83 3000 1003 34C2 1100 0000 015",
    bic: "BDFEFRPPCCT",
  },
  ordonnateur: "Préfet de la région Bourgogne-Franche-Comté, préfet de la Côte d’Or",
  comptable: "Directeur départemental des finances publiques du département du Doubs",
  // The contract dates only the report and, by the end of the contract, the last two; the yearly ones follow from
  // the budget year: an avenant fixes its amounts from its first day, its indicators are known at its end.
  echeances: [
    {
      id: "indicateurs-2024",
      intitule: "Indicateurs et rapport d’avancement 2024",
      alias: ["Indicateurs 2024", "Rapport d’avancement 2024", "Indicateurs et rapport annuels 2024"],
      article: "2.3",
      date: "2024-12-31",
      reglage: true,
    },
    {
      id: "avenant-2025",
      intitule: "Avenant fixant les montants 2025",
      alias: ["Avenant 2025", "Avenant annuel 2025"],
      article: "2.2",
      date: "2025-01-01",
      avenantPour: 2025,
      reglage: true,
    },
    {
      id: "indicateurs-2025",
      intitule: "Indicateurs et rapport d’avancement 2025",
      alias: ["Indicateurs 2025", "Rapport d’avancement 2025", "Indicateurs et rapport annuels 2025"],
      article: "2.3",
      date: "2025-12-31",
      reglage: true,
    },
    {
      id: "avenant-2026",
      intitule: "Avenant fixant les montants 2026",
      alias: ["Avenant 2026", "Avenant annuel 2026"],
      article: "2.2",
      date: "2026-01-01",
      avenantPour: 2026,
      reglage: true,
    },
    {
      id: "rapport-execution",
      intitule: "Rapport d’exécution 2024-2025, délibéré et transmis au préfet",
      alias: ["Rapport d’exécution 2024-2025", "Rapport d’exécution", "Rapport d’exécution à mi-parcours"],
      article: "2.3",
      date: "2026-03-31",
    },
    {
      id: "indicateurs-2026",
      intitule: "Indicateurs et rapport d’avancement 2026",
      alias: ["Indicateurs 2026", "Rapport d’avancement 2026", "Indicateurs et rapport annuels 2026"],
      article: "2.3",
      date: "2026-12-31",
      reglage: true,
    },
    {
      id: "avenant-2027",
      intitule: "Avenant fixant les montants 2027",
      alias: ["Avenant 2027", "Avenant annuel 2027"],
      article: "2.2",
      date: "2027-01-01",
      avenantPour: 2027,
      reglage: true,
    },
    {
      id: "denonciation",
      intitule: "Dernier jour pour dénoncer la convention",
      alias: ["Dénonciation", "Dénonciation de la convention", "Date limite de dénonciation"],
      article: "6",
      date: "2027-10-31",
      genre: "droit",
    },
    {
      id: "indicateurs-2027",
      intitule: "Indicateurs et rapport d’avancement 2027",
      alias: ["Indicateurs 2027", "Rapport d’avancement 2027", "Indicateurs et rapport annuels 2027"],
      article: "2.3",
      date: "2027-12-31",
      reglage: true,
    },
    {
      id: "fin-du-contrat",
      intitule: "Fin du contrat",
      alias: ["Fin de la convention", "Échéance du contrat", "Terme de la convention"],
      article: "4",
      date: "2027-12-31",
      genre: "terme",
    },
  ],
  reglages: { alerteSousConsommation: 0.8, alerteCible: 0.8 },
  indicateursNationaux: [...INDICATEURS_NATIONAUX],
  sources,
};
