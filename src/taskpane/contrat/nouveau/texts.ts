// The French texts of « Nouveau contrat ».
import { accord } from "../../../core/domain/words/accord";
import { formatDate, formatNombre } from "../../../core/domain/words/format";
import { capitalise, typographie } from "../../../core/domain/words/typographie";
import type { QuestionPosee } from "../../../core/contract/definition/repondre";
import type { ValeurARelire } from "../../../core/drafting/relecture/articles";
import type { Seen } from "../../../signed-files/reading-task";

const STEPS = { documents: "les documents", contrat: "ce que dit le contrat", sceau: "le sceau" } as const;
const RANKS = { documents: 1, contrat: 2, sceau: 3 } as const;

/** Before what the document says of it. */
const aboutOf = ({ question }: QuestionPosee): string => question.split(" : ")[0] ?? question;

export const nouveauTexts = {
  step: (step: keyof typeof STEPS) => `Étape ${RANKS[step]} sur 3 · ${STEPS[step]}`,
  title: "Nouveau contrat",
  intro:
    "Déposez le contrat signé, ses annexes et ses avenants. Vous relirez ensuite ce qui en est tiré, phrase à l’appui.",
  drop: "Déposez vos fichiers ici",
  choose: "Choisir des fichiers…",
  kinds: "Word, PDF, texte ou Excel, plusieurs ensemble",
  files: "Fichiers donnés",
  looking: "Lecture…",
  seen: ({ pages, articles, tables, isWorkbook }: Seen) => {
    const parts = [
      ...(pages > 0 ? [accord(pages, "page")] : []),
      ...(articles > 0 ? [accord(articles, "article")] : []),
      ...(tables > 0 ? [accord(tables, isWorkbook ? "feuille" : "tableau", isWorkbook ? "feuilles" : "tableaux")] : []),
    ];
    return parts.length === 0 ? "Du texte, sans article numéroté ni tableau" : parts.join(", ");
  },
  leftOut: "Sans lui, ce qu’il dit restera à donner.",
  remove: "Retirer",
  removeNamed: (name: string) => `Retirer ${name}`,
  read: "Lire ces documents",
  reading: "Lecture des documents…",
  stop: "Arrêter",
  stopped: "Lecture arrêtée : rien n’a été retenu.",
  cancel: "Annuler",
  privacy: "Rien n’est envoyé hors de ce poste.",
  openDefinition: "Ouvrir une définition déjà faite (contrat.json)",
  nothingGiven: "Choisissez d’abord le contrat signé, dans un format qui se lit.",
  unreadable: "ce fichier n’a pas pu être lu : il a été déplacé ou est ouvert ailleurs. Choisissez-le de nouveau.",
  tooLarge: "ces fichiers dépassent ensemble 100 Mo. Ne donnez que le contrat et ses annexes.",
  notADefinition: "ce fichier n’est pas une définition de contrat (contrat.json).",

  whoWhy: "Votre nom reste dans la définition, à côté de chaque valeur que vous confirmez : l’autre partie le saura.",
  contract: (nom: string) => typographie(`Contrat – ${nom}`),
  progressLabel: "Valeurs confirmées",
  progress: (confirmed: number, all: number) =>
    `${formatNombre(confirmed)} ${confirmed < 2 ? "valeur confirmée" : "valeurs confirmées"} sur ${formatNombre(all)}`,
  left: (questions: number, articles: number, all: number) => {
    const read = `${accord(articles, "partie")} à relire sur ${formatNombre(all)}`;
    if (questions === 0) return articles === 0 ? "Tout est relu" : capitalise(read);
    const asked = accord(questions, "question");
    return articles === 0 ? capitalise(asked) : `${capitalise(asked)}, puis ${read}`;
  },
  position: (at: number, of: number) => (of < 2 ? "Une question" : `Question ${at} sur ${of}`),
  question: (question: QuestionPosee, only: string | null, said: readonly string[] = []) => {
    const { reponses = [] } = question;
    if (reponses.length === 0) return typographie(question.question);
    // Two figures that are both written: the title names them.
    if (said.length > 0) return typographie(`${aboutOf(question)} : ${said.join(" ou ")} ?`);
    return typographie(only === null ? `${aboutOf(question)} ?` : `${aboutOf(question)} : est-ce bien ${only} ?`);
  },
  bothWritten: "L’article et le tableau ne donnent pas la même somme.",
  places: (count: number) =>
    count < 2
      ? "Le contrat ne le dit pas en toutes lettres."
      : `Le contrat en parle à ${formatNombre(count)} endroits.`,
  proposed: "proposé",
  exact: "C’est exact",
  exactMany: "Ce qui est lu est exact",
  nothing: "Le contrat ne le dit pas",
  yes: "Oui",
  no: "Non",
  nothingThen: "Cela restera vide ; ce qui en dépend ne sera pas vérifié.",
  notSaid: "Non précisé par le contrat",
  alike: (count: number) => `${formatNombre(count)} points pareils`,
  another: "Une autre valeur…",
  anotherLabel: "La valeur que donne le contrat",
  aside: (count: number) => accord(count, "phrase écartée", "phrases écartées"),
  withIt: "Avec ce choix :",
  keep: (what: string) => typographie(`Retenir ${what}`),
  keepAll: (values: number, isAdded: boolean) =>
    isAdded ? (values > 2 ? "Retenir le tout" : "Retenir les deux") : "Garder les deux",
  reserves: (count: number) =>
    count < 2 ? "Une autre phrase peut le changer." : `${formatNombre(count)} autres phrases peuvent le changer.`,
  amounts: "Crédits de l’État, article et tableau",
  amountsYear: "Année",
  amountsArticle: "Article",
  amountsTable: "Tableau",
  amountsGap: (annee: number) => typographie(`${annee} : écart`),
  answer: "Répondre",
  chooseFirst: "Choisissez une réponse.",
  later: "Plus tard",

  byArticle: "Article par article",
  allRead: "Tout est lu et relu.",
  state: { relu: "relu", "a-relire": "à relire", question: "question" },
  questionNumber: (rank: number) => `question ${formatNombre(rank)}`,
  correct: "Corriger",
  correctNamed: (nom: string) => `Corriger : ${nom}`,
  newValue: "Valeur exacte",
  where: "Écrit (article, page)",
  wasRead: ({ valeur, lieu }: ValeurARelire) => typographie(`Lu : ${valeur}${lieu === null ? "" : ` (${lieu})`}.`),
  saveValue: "Enregistrer",
  keepRead: "Laisser ce qui est lu",
  add: "Ajouter ce que le contrat dit de plus…",
  addTitle: "Ce que le contrat dit de plus",
  addKind: "De quoi s’agit-il ?",
  addIt: "Ajouter",
  optional: (nom: string) => `${nom} (facultatif)`,
  onePerLine: "Un par ligne",
  noPlace: "Aucune phrase ne le dit : c’est ce que le logiciel a mis.",
  pendingTitle: "Une correction en attend une autre",
  pendingWhy: "Corrigez aussi l’autre valeur : les deux seront prises ensemble.",
  giveUp: "Y renoncer",
  toSeal: "Passer au sceau",
  notYet: (count: number) =>
    typographie(`Il reste ${count < 2 ? "un point" : `${formatNombre(count)} points`} à dire avant de sceller.`),
  saveDefinition: "Enregistrer la définition",
  saveWhy: "La définition sert aux autres classeurs de ce contrat et à l’autre partie, qui y retrouve chaque phrase.",
  saveMidway: "Pour continuer plus tard : enregistrez-la, puis ouvrez-la de nouveau ici.",

  ready: "Le contrat est relu",
  readyWhy:
    "Le sceller insère la feuille « Contrat » dans ce classeur et y garde ce qui a été signé : ce qui changera sans avenant sera une erreur.",
  sealIt: "Sceller dans ce classeur",
  sealedTitle: "Contrat scellé dans ce classeur",
  confirmedBy: (values: number, by: string, on: string) =>
    `${accord(values, "valeur confirmée", "valeurs confirmées")} par ${by}, le ${formatDate(on)}`,
  print: "Empreinte",
  copy: "Copier l’empreinte",
  copied: "Empreinte copiée.",
  proves: "Ce que le sceau prouve",
  provesList: (on: string) => [
    `Rien n’y a changé depuis le ${formatDate(on)}, tant que l’empreinte est la même.`,
    "Il ne dit pas qui l’a posé : l’autre partie compare l’empreinte à celle qu’elle a gardée.",
  ],
  from: "Tiré de",
  next: "La suite",
  verify: "Vérifier le classeur",
  done: "Fermer",
} as const;
