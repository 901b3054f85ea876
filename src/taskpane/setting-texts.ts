// The French texts of what is seldom changed, which comes when it is first opened: who works here, the date, the highlights.
export const settingTexts = {
  who: "Qui travaille ici",
  highlights: "Surlignage des cellules",
  clear: "Effacer le surlignage",
  dateLabel: "Date de vérification",
  localParty: "Collectivité",
  dateToday: "Date du jour, modifiable",
  dateChosen: "Autre date que celle du jour",
  dateForm: "Écrivez la date sous la forme JJ/MM/AAAA, par exemple 30/06/2026.",
  datePlaceholder: "JJ/MM/AAAA",
  backToToday: "Revenir à la date du jour",
} as const;
