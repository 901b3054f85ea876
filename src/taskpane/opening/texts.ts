// The French texts of the first opening: which contract, what of it is in the workbook, and what to do.
import { ANNEXES, ANNEXE_KINDS } from "../../core/sheets/annexes/annexe-request";
import type { Situation } from "../../core/situation/situation";
import { accord } from "../../core/domain/words/accord";
import { formatDate, formatListe } from "../../core/domain/words/format";

const quoted = (sheets: readonly string[]): string => formatListe(sheets.map((sheet) => `« ${sheet} »`));

export const openingTexts = {
  reading: "Lecture du classeur…",
  again: "Réessayer",

  recognised: "Ce classeur est reconnu",
  contract: ({ intitule, source }: Situation["contrat"]) =>
    `${intitule}${source === "workbook" ? "" : ", d’après le contrat intégré au complément"}.`,
  avenants: (numbers: readonly number[]) =>
    numbers.length === 0
      ? "Sans avenant en vigueur."
      : `${numbers.length === 1 ? "Avenant" : "Avenants"} n° ${formatListe(numbers.map(String))} en vigueur.`,
  parts: ({ annexes }: Situation) =>
    ANNEXE_KINDS.filter((kind) => annexes[kind].length > 0).map(
      (kind) =>
        `${ANNEXES[kind].titre} : ${annexes[kind].length > 1 ? "feuilles" : "feuille"} ${quoted(annexes[kind])}`,
    ),
  noPart:
    "Aucun de ses tableaux n’y a été reconnu, mais il en porte des mots. « Vérifier » dira ce qui n’a pas été compris.",
  /** As many as the list has in its three views. */
  last: ({ asOf, by, causes, sheet }: NonNullable<Situation["derniere"]>) =>
    `Dernière vérification : à la date du ${formatDate(asOf)}${by === null ? "" : `, par ${by}`}, ${causes.length === 0 ? "aucun écart" : accord(causes.length, "écart")}. Ses résultats sont dans la feuille « ${sheet} ».`,
  never: "Il n’a encore jamais été vérifié.",
  what: "« Vérifier » surligne les cellules en écart et met à jour les feuilles « Écarts » et « Synthèse par axe ». Vos valeurs et vos couleurs ne sont pas modifiées.",

  empty: "Ce classeur est vide",
  emptyWhat:
    "Il n’y a rien à vérifier. Ouvrez le classeur du contrat, ou commencez-en un ici avec ses annexes préremplies.",
  foreign: "Ce classeur n’est pas celui du contrat",
  toConfirm: "À confirmer\u00a0: quel contrat ce classeur suit-il\u00a0?",
  foreignWhat: (intitule: string) =>
    `Rien n’y rappelle le contrat « ${intitule} » : aucun de ses tableaux, de ses axes ou de ses actions. Rien n’y sera écrit.`,
  tableau: "Ce classeur est un tableau de bord",
  tableauWhat:
    "Il réunit les résultats de plusieurs contrats à la date où il a été établi. Ce n’est pas le classeur d’un contrat : il n’y a rien à vérifier, et rien n’y sera écrit.",
  ways: "Ce que vous pouvez faire",
  wayOpenOne: "Pour vérifier l’un de ces contrats, ouvrez son classeur : le volet s’y trouve aussi.",
  wayMakeAgain:
    "Pour suivre ce qui a changé, établissez un autre tableau de bord à partir des classeurs d’aujourd’hui : celui-ci n’est pas tenu à jour.",
  wayOpen: "Ouvrez le classeur du contrat : le volet s’y trouve aussi.",
  wayAnnexes: "Insérez-y les annexes du contrat, si ce classeur doit le devenir.",
  wayContract: "Votre contrat est un autre ? L’onglet « Contrat » dit lequel sert ici, et d’où il vient.",
  wayNew: "Le logiciel ne connaît pas ce contrat ? Donnez le contrat signé et ses annexes, ou sa définition.",
  newContract: "Nouveau contrat",
  toAnnexes: "Aller aux annexes",
  toContract: "Aller au contrat",
} as const;
