// What the autonomous page says around the grid and the pane.
const NBSP = "\u00a0";

export const texts = {
  title: "Contrat local des solidarités",
  purpose: `Vérifiez le classeur de votre contrat, corrigez ou justifiez ses écarts, insérez les annexes, actualisez les totaux et établissez les rapports, sans Excel et sans Internet.`,
  open: "Ouvrir des classeurs…",
  openFirst: "Ouvrir un ou plusieurs classeurs…",
  drop: `ou déposez-les n’importe où sur cette page (.xlsx ou .xlsm).`,
  example: "Essayer avec le classeur d’exemple",
  create: "Commencer un classeur neuf",
  newContract: "Décrire un nouveau contrat",
  newName: "classeur.xlsx",
  exampleName: "classeur-exemple.xlsx",
  privacy: `Rien ne sort de cet ordinateur${NBSP}: la page n’envoie aucune requête. Le fichier ouvert n’est pas modifié${NBSP}: «${NBSP}Enregistrer une copie${NBSP}» en écrit une, annotée, là où vous le dites ou dans vos téléchargements. Tant que votre travail n’est pas enregistré, ce navigateur en garde une copie de secours, effacée dès qu’il l’est, et au plus tard au bout de 30${NBSP}jours.`,
  save: "Enregistrer une copie",
  tableau: "Tableau de bord",
  tableauName: "tableau-de-bord.xlsx",
  workbooks: "Classeurs ouverts",
  read: "Lu",
  unsaved: {
    changes: { mark: "●", title: "modifications non enregistrées" },
    downloaded: { mark: "○", title: "copie téléchargée, à confirmer" },
  },
  kept: (name: string) => `Copie enregistrée${NBSP}: ${name}`,
  notKept: (name: string) =>
    `La copie de ${name} n’a pas pu être enregistrée à cet endroit (droits, place sur le disque ou fichier ouvert ailleurs). Vos modifications sont toujours là${NBSP}: enregistrez-les dans un autre dossier.`,
  downloaded: (name: string) => `Copie téléchargée${NBSP}: ${name}. L’avez-vous dans vos téléchargements${NBSP}?`,
  isThere: "Oui, je l’ai",
  downloadAgain: "Télécharger de nouveau",
  alreadyOpen: (name: string) =>
    `${name} est déjà ouvert dans cette page${NBSP}: le voici, avec ce que vous y avez fait. Pour repartir du fichier, fermez-le d’abord.`,
  sameName: (name: string) =>
    `Deux classeurs ouverts portent le nom ${name} et ne sont pas les mêmes${NBSP}: le second est celui que vous venez d’ouvrir.`,
  openElsewhere: (name: string) =>
    `${name} est aussi ouvert dans un autre onglet de ce navigateur${NBSP}: ce que vous y faites n’arrive pas ici. Travaillez dans un seul.`,
  recoveredTitle: "Travail non enregistré",
  recoveredAt: (at: Date) =>
    `copie de secours du ${at.toLocaleDateString("fr-FR")} à ${at.toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" })}`,
  resume: "Reprendre",
  resumeNamed: (name: string) => `Reprendre ${name}`,
  erase: "Effacer",
  eraseNamed: (name: string) => `Effacer la copie de secours de ${name}`,
  reallyErase: (name: string) => `Effacer la copie de secours de ${name}${NBSP}? Ce travail sera perdu.`,
  recovered: (name: string) =>
    `${name}${NBSP}: votre travail non enregistré est repris. Vérifiez de nouveau, puis enregistrez une copie.`,
  noRecovery: `Ce navigateur ne peut garder aucune copie de secours (fenêtre privée, ou plus de place)${NBSP}: enregistrez une copie souvent.`,
  close: (name: string) => `Fermer ${name}`,
  reallyClose: (name: string) =>
    `${name} a été modifié et n’a pas été enregistré. Le fermer quand même et perdre ces modifications${NBSP}?`,
  reallyCloseDownloaded: (name: string) =>
    `La copie téléchargée de ${name} n’est pas confirmée. Fermer quand même${NBSP}?`,
  unreadable: (name: string) =>
    `${name} n’a pas pu être lu${NBSP}: il a été déplacé, supprimé ou est ouvert ailleurs. Choisissez-le de nouveau.`,
  toPane: "Aller au volet",
  signed: "Le contrat donné, à côté des questions",
  toAnswer: (pin: number) => `Phrase ${pin}${NBSP}: choisir cette réponse`,
} as const;
