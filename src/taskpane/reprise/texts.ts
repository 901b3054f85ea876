// The French texts of « Reprendre les réponses d’un classeur reçu ».
import { accord } from "../../core/domain/words/accord";
import { cite, typographie } from "../../core/domain/words/typographie";

export const repriseTexts = {
  title: "Reprendre les réponses d’un classeur reçu",
  intro:
    "Les motifs, les réponses et les commentaires de l’autre exemplaire rejoignent ceux d’ici ; aucun chiffre n’est repris.",
  choose: "Choisir le classeur reçu…",
  chooseAnother: "Changer",
  differs: (count: number) =>
    typographie(
      `${accord(count, "chiffre ou texte diffère", "chiffres ou textes diffèrent")} entre les deux classeurs.`,
    ),
  differsWhy: "Aucun n’est repris. Ce qui a été dit d’un autre chiffre se lit, et ne compte pas.",
  here: "Ici",
  received: "Reçu",
  nothing: "rien",
  toTake: "À reprendre",
  nothingToTake: "Rien à reprendre : ce classeur a déjà tout ce que l’autre dit.",
  elsewhere: "pour d’autres chiffres",
  leftAside: "Non repris, à compléter dans le classeur reçu",
  conflict: (libelle: string, kind: "reason" | "answer") =>
    typographie(`Conflit : ${libelle}, ${kind === "reason" ? "deux motifs" : "deux réponses"}`),
  last: (name: string | null, side: string) =>
    name === null ? `Garder les deux, celui d’« ${side} » en dernier` : `Garder les deux, celui de ${name} en dernier`,
  kept: "Rien n’est effacé : l’autre partie répond au dernier.",
  take: "Reprendre",
  giveUp: "Renoncer",
  taken: (count: number, name: string) =>
    typographie(`${accord(count, "texte repris", "textes repris")} de ${cite(name)}.`),
} as const;
