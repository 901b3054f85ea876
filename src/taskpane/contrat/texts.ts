// The French texts of the tab « Contrat ».
import { isArticleDit } from "../../core/contract/clauses/articles";
import { OBJETS, type Objet } from "../../core/contract/clauses/sheet-words";
import { CHAMPS_FICHE } from "../../core/contract/clauses/sections";
import type { Champ, Saisie } from "../../core/avenants/avenant-saisi";
import type { EcheanceSituee, LigneRegistre, Situation } from "../../core/situation/situation";
import { formatDate, formatListe, formatNombre } from "../../core/domain/words/format";
import type { NumeroAction } from "../../core/domain/values/numero-action";

const days = (number: number): string => `${formatNombre(Math.abs(number))} ${Math.abs(number) < 2 ? "jour" : "jours"}`;

const CHAMPS: Readonly<Record<Champ, string>> = {
  annee: "Année",
  axe: "Axe",
  action: "Action",
  indicateur: "Indicateur",
  partie: "Part",
  intitule: "Intitulé",
  valeur: "Nouvelle valeur",
  statut: "Statut",
};

/** Where the column means something of its own. */
const CHAMPS_DE: Readonly<Partial<Record<Objet, Partial<Record<Champ, string>>>>> = {
  credits: { valeur: "Nouveaux crédits de l’État" },
  montant: { valeur: "Nouveau montant" },
  cible: { valeur: "Nouvelle cible" },
  t0: { valeur: "Nouvelle situation T0" },
  actionNouvelle: { action: "Numéro de l’action nouvelle" },
  actionTerminee: { annee: "Première année sans l’action" },
  indicateurNouveau: { indicateur: "Numéro de l’indicateur nouveau", valeur: "Situation T0" },
  axeAction: { axe: "Nouvel axe" },
  intitule: { intitule: "Nouvel intitulé" },
  ficheAction: { intitule: "Partie de la fiche", valeur: "Nouveau texte" },
  echeance: { intitule: "Échéance", valeur: "Nouvelle date" },
  echeanceNouvelle: { intitule: "Intitulé de l’échéance", valeur: "Date" },
  code: { valeur: "Nouveau code" },
  parametre: { intitule: "Point du contrat" },
  suppression: { intitule: "Ce qui est supprimé" },
};

const HINTS: Readonly<Partial<Record<Saisie, string>>> = {
  montant: "En euros, par exemple 47 500 ou 47 500,50.",
  nombre: "Un nombre, ou « nd » s’il reste à préciser.",
};

const SOURCES: Readonly<Record<Situation["contrat"]["source"], string>> = {
  workbook: "D’après le classeur.",
  "built-in": "Le contrat intégré au complément : le classeur n’a pas de feuille « Contrat ».",
  given: "Le contrat donné à la vérification.",
};

const SCEAUX: Readonly<Record<"inchange" | "absent" | "rompu" | "autre", string>> = {
  inchange: "Rien n’y a changé depuis que le sceau a été posé.",
  absent:
    "Pas encore de sceau dans ce classeur. Il est posé quand la feuille « Contrat » est insérée, ou à la première vérification qui la lit.",
  rompu: "Sceau rompu : il a été modifié ou coupé. Ce que le classeur dit du contrat signé n’est plus sûr.",
  autre: "Le sceau est celui d’un autre texte que le contrat connu de ces parties.",
};

const ETATS: Readonly<Record<LigneRegistre["etat"], string>> = {
  "en-vigueur": "en vigueur",
  "a-venir": "signé plus tard que la date choisie",
  projet: "projet, sans effet tant qu’il n’est pas signé",
  illisible: "à corriger dans la feuille",
};

export const contratTexts = {
  reading: "Lecture du classeur…",
  again: "Réessayer",
  stale: "Le classeur a changé depuis cette lecture.",
  readAgain: "Relire le classeur",

  inForce: "Contrat en vigueur",
  parties: ({ etat, collectivite }: Situation["contrat"]) => `${etat} et ${collectivite}`,
  period: ({ debut, fin }: Situation["contrat"]) => `Du ${formatDate(debut)} au ${formatDate(fin)}.`,
  source: ({ source, feuille }: Situation["contrat"]) =>
    feuille === null ? SOURCES[source] : `D’après la feuille « ${feuille} » du classeur.`,
  avenants: (numbers: readonly number[]) => {
    if (numbers.length === 0) return "Aucun avenant en vigueur à cette date.";
    const one = numbers.length === 1;
    return `${one ? "Avenant" : "Avenants"} n° ${formatListe(numbers.map(String))} en vigueur à cette date.`;
  },
  yearsCaption: "Crédits de l’État, année par année",
  year: "Année",
  credits: "Crédits",
  status: "Statut",
  statusOf: ({ statut, avenant }: Situation["annees"][number]) => {
    if (statut === "provisionnel") return "provisionnel";
    return avenant === null ? "ferme" : `ferme, avenant n° ${avenant}`;
  },

  deadlines: "Échéances",
  deadlinesDone: (number: number) => `Échéances tenues ou passées (${formatNombre(number)})`,
  deadlinesLater: (number: number) => `Échéances suivantes (${formatNombre(number)})`,
  noDeadline: "Le contrat ne fixe aucune échéance.",
  deadlineDate: ({ date, article, avenant, isSetting }: EcheanceSituee) => {
    const by = avenant === null ? `article ${article}` : `fixée par l’avenant n° ${avenant}`;
    if (!isSetting) return `${formatDate(date)}, ${by}`;
    return `${formatDate(date)}, date indicative${isArticleDit(article) ? ` : l’article ${article} n’en fixe pas` : ""}`;
  },
  deadlineState: ({ etat, jours, isDue }: EcheanceSituee) => {
    if (etat === "faite") return "Faite";
    if (etat === "illisible") return "Date de réalisation illisible";
    if (jours < 0) return isDue ? `En retard de ${days(jours)}` : `Passée depuis ${days(jours)}`;
    if (jours === 0) return "Aujourd’hui";
    return `Dans ${days(jours)}`;
  },
  goToLine: "Voir la ligne",
  goToDeadline: (intitule: string) => `Voir la ligne de l’échéance : ${intitule}`,

  register: "Avenants",
  noSheet:
    "Les avenants s’enregistrent dans la feuille « Contrat », que ce classeur n’a pas encore. Une fois insérée, elle est à vous : la vérification la lit et ne la réécrit jamais.",
  insertSheet: "Insérer la feuille « Contrat »",
  noAvenant: "Aucun avenant n’est enregistré.",
  avenant: (numero: number | null, signeLe: string | null) => {
    const name = numero === null ? "Avenant sans numéro" : `Avenant n° ${formatNombre(numero)}`;
    return signeLe === null ? name : `${name} du ${formatDate(signeLe)}`;
  },
  state: (etat: LigneRegistre["etat"]) => ETATS[etat],
  change: (ancienne: string | null, nouvelle: string) =>
    ancienne === null ? nouvelle || "supprimé" : `${ancienne} → ${nouvelle || "supprimé"}`,
  changeSpoken: (ancienne: string | null, nouvelle: string) =>
    ancienne === null ? nouvelle || "supprimé" : `passe de ${ancienne} à ${nouvelle || "rien"}`,
  goToChange: (libelle: string) => `Voir la ligne : ${libelle}`,

  history: (number: number) => `Ce qui a changé depuis la signature (${formatNombre(number)})`,
  noHistory: "Rien n’a changé depuis la signature.",

  seal: "Sceau du contrat signé",
  sealState: (etat: keyof typeof SCEAUX, poseLe: string | null) =>
    etat === "inchange" && poseLe !== null
      ? `Rien n’y a changé depuis le ${formatDate(poseLe)}, jour où le sceau a été posé.`
      : SCEAUX[etat],
  sealWhy:
    "Le contrat signé est scellé : une copie cachée voyage dans le classeur, et chaque chiffre, intitulé, code ou date de la feuille « Contrat » y est comparé. Ce qui change sans avenant est une erreur.",
  sealPrint: (empreinte: string) => `Son numéro de contrôle (empreinte) : ${empreinte}.`,
  sealCompare:
    "Le sceau seul ne prouve pas que ce contrat est celui qui a été signé : n’importe qui peut en refaire un sur un autre texte. Comparez ce numéro avec celui de l’exemplaire signé, ou de l’autre partie.",

  other: "Un autre contrat",
  otherWhy:
    "Pour un contrat que le logiciel ne connaît pas : donnez le contrat signé et ses annexes, relisez ce qui en est tiré, puis scellez-le dans ce classeur.",
  newContract: "Nouveau contrat",

  record: "Enregistrer un avenant",
  formTitle: "Nouvel avenant",
  formIntro: "Rien n’est écrit avant que vous ayez vu ce qui va changer.",
  numero: "Numéro de l’avenant",
  numeroMissing: "Écrivez le numéro de l’avenant : 1, 2, 3…",
  signeLe: "Signé le",
  signeLeHint: "Sans date, c’est un projet : il n’a pas d’effet.",
  effetLe: "Prend effet le (facultatif)",
  clause: "Clause (facultatif)",
  clauseHint: "Par exemple : article 2.",
  lineTitle: (rank: number) => `Changement ${formatNombre(rank)}`,
  objet: "Ce qui change",
  objets: OBJETS,
  champ: (objet: Objet, champ: Champ) => CHAMPS_DE[objet]?.[champ] ?? CHAMPS[champ],
  facultatif: (label: string) => `${label} (facultatif)`,
  hint: (saisie: Saisie | undefined) => (saisie === undefined ? undefined : HINTS[saisie]),
  statutHint:
    "Ferme : l’avenant fixe le montant ; provisionnel : il l’annonce. Sans choix, il fixe les années jusqu’à celle pour laquelle il est fait.",
  pointHint:
    "Tapez un mot pour retrouver le point du contrat : IBAN, fin, signataire, enveloppe… Ce que le contrat n’a pas encore (« Signataire 1 – nom ») peut être ajouté.",
  choose: "Choisir…",
  chooseMissing: "Choisissez dans la liste.",
  writeMissing: "Remplissez cette case.",
  numbered: (numero: NumeroAction, intitule: string) =>
    `${typeof numero === "number" ? formatNombre(numero) : numero} – ${intitule}`,
  partiesDeFiche: Object.values(CHAMPS_FICHE),
  addLine: "Ajouter un changement",
  removeLine: "Retirer",
  removeLineNamed: (rank: number) => `Retirer le changement ${formatNombre(rank)}`,
  preview: "Voir ce qui va changer",
  cancel: "Renoncer",

  previewTitle: "Ce qui va changer",
  previewWhere: (sheet: string, lines: number) =>
    `${lines < 2 ? "Une ligne sera ajoutée" : `${formatNombre(lines)} lignes seront ajoutées`} à la partie « Avenants » de la feuille « ${sheet} ».`,
  previewWrong: "Rien ne peut encore être écrit : corrigez ce qui suit.",
  remarks: "Ce que la vérification en dira :",
  write: "Enregistrer",
  edit: "Modifier",
  recorded: (numero: string, sheet: string) =>
    `L’avenant n° ${numero} est enregistré dans la feuille « ${sheet} ». Relancez « Vérifier » pour tenir compte du contrat modifié.`,
} as const;
