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
  privacy: `Rien ne sort de cet ordinateur${NBSP}: la page n’envoie aucune requête et ne garde rien de vos classeurs. Le fichier ouvert n’est jamais modifié${NBSP}; «${NBSP}Enregistrer une copie${NBSP}» en remet une, annotée, dans vos téléchargements.`,
  save: "Enregistrer une copie",
  tableau: "Tableau de bord",
  tableauName: "tableau-de-bord.xlsx",
  workbooks: "Classeurs ouverts",
  read: "Lu",
  changed: "modifications non enregistrées",
  close: (name: string) => `Fermer ${name}`,
  reallyClose: (name: string) =>
    `${name} a été modifié et n’a pas été enregistré. Le fermer quand même et perdre ces modifications${NBSP}?`,
  unreadable: (name: string) =>
    `${name} n’a pas pu être lu${NBSP}: il a été déplacé, supprimé ou est ouvert ailleurs. Choisissez-le de nouveau.`,
  toPane: "Aller au volet",
  signed: "Le contrat donné, à côté des questions",
  toAnswer: (pin: number) => `Phrase ${pin}${NBSP}: choisir cette réponse`,
} as const;
