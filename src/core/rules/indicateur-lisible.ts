// Each value of the indicator table is a number of at least 0, or a word for a missing value; what is counted since the beginning never falls.
import { nameIndicatorRows } from "../facts/lines/indicator-lines";
import type { FigureFact, IndicatorRow } from "../facts/fact";
import type { Lecture } from "../facts/lecture";
import type { ValeurLue } from "../domain/dossier";
import { cite, slug } from "../domain/words/typographie";
import { compteDepuisLeDebut, estEnMots } from "../facts/lines/mesure";
import { defineRule, HOLDS, slipOf, type Outcome, type Report, type RuleMeta } from "./rule";

const NAMES = { t0: "situation T0", target: "cible", achieved: "réalisé" } as const;

/** What tells a figure apart from the target of the same year. */
const KEYS = { t0: "t0", target: undefined, achieved: "realise" } as const;

/** Nothing is to be said of a missing value, nor of a number from 0 on that its format shows as it is. */
const isPlain = (lu: ValeurLue): boolean =>
  lu.reason === "missing" || (lu.reason === null && lu.value >= 0 && lu.montre === undefined);

const placeOf = ({ row, year, nature }: FigureFact): string =>
  [row.nom, [NAMES[nature], ...(year === null ? [] : [year])].join(" ")].join(" – ");

/** What was achieved since the beginning by the year before, or the last one before it that says so. */
function cumulBefore({ facts, indicateur }: IndicatorRow, annee: number, lecture: Lecture) {
  if (!indicateur || !compteDepuisLeDebut(indicateur)) return null;
  const earlier = facts.flatMap(({ nature, year, cell }) =>
    nature === "achieved" && year !== null && year < annee ? [{ annee: year, cell }] : [],
  );
  for (const { annee: year, cell } of earlier.sort((left, right) => right.annee - left.annee)) {
    const lu = lecture.valeur(cell);
    if (lu.reason === null) return { annee: year, nombre: lu.value };
  }
  return null;
}

const meta = {
  id: "indicateur-lisible",
  articles: ["actions"],
  severity: "error",
  title: "Chaque valeur d’indicateur est un nombre positif ou nul, ou « nd »",
  problem: "Valeur d’indicateur illisible",
  compares: "valeur",
  needs: ["indicators"],
  needsContract: false,
  messages: {
    illisibles: {
      text: "Tableau des indicateurs : {found} valeurs ne sont pas lisibles. Saisissez des nombres, ou « nd ».",
    },
    illisible: { text: "{place} : {texte} n’est pas une valeur lisible. Saisissez un nombre, ou « nd »." },
    "cumul-en-baisse": {
      severity: "warning",
      text: "{place} : {found}, moins que les {expected} de {avant} (écart {gap}), alors que cet indicateur se compte depuis le début du contrat. Saisissez le total depuis le début, années précédentes comprises.",
    },
    format: {
      severity: "warning",
      text: "{place} : la cellule contient {found} et montre {texte}, à cause de son format. Donnez-lui un format de nombre.",
    },
    formats: {
      severity: "warning",
      text: "Tableau des indicateurs : {found} valeurs montrent autre chose que ce qu’elles contiennent ({texte}, par exemple), à cause de leur format ; aucune ne le devrait. Donnez-leur un format de nombre.",
    },
    negatif: { text: "{place} : {found}, alors qu’une valeur est d’au moins {expected} (écart {gap})." },
  },
  page: {
    gravite: "erreur ; avertissement pour un cumul qui baisse et pour un format qui montre un autre nombre",
    contrat: "Les indicateurs mesurent les résultats des actions : leur suivi suppose des valeurs chiffrées.",
    verifie: [
      "La situation T0, chaque cible et chaque réalisé sont un nombre d’au moins 0, ou une valeur manquante (cellule vide, « nd », « NC », « non précisé », tiret). Un pourcentage peut porter son signe ; un indicateur que le contrat dit en mots peut porter des mots. Un indicateur qui se compte depuis le début du contrat (« cumul ») contient les années précédentes : son réalisé n’est jamais plus petit que le dernier réalisé d’avant, sauf s’il s’agit d’un pourcentage. Il se compare à la cible de son année tel qu’il est saisi, et rien n’en fait la somme d’une année à l’autre.",
      "Un nombre dont le format montre un autre nombre que celui de la cellule (130 tapé dans une cellule au format pourcentage y devient 1,3 et se lit « 130 % ») est un avertissement qui dit l’un et l’autre : c’est le nombre de la cellule qui est vérifié. Un arrondi n’en est pas un. Un indicateur en pourcentage garde son format, et l’on ne dit rien d’un indicateur que le contrat ne connaît pas.",
    ],
    conforme: "450, 0 ou « nd ».",
    ecart: [
      { message: "illisible", data: { place: "Action 1 – indicateur 1 – situation T0", texte: "« environ 400 »" } },
    ],
    corriger:
      "Saisissez le nombre seul ; mettez le commentaire dans une autre colonne. Donnez un format de nombre à la cellule qui montre autre chose que ce qu’elle contient.",
    limites:
      "Les lignes d’indicateurs inconnus sont vérifiées aussi. Un nombre saisi comme un texte (« 250 ») est lu comme ce nombre.",
  },
} as const satisfies RuleMeta;

const subjectOf = ({ row, year }: FigureFact) => ({ ...row.place, ...(year !== null && { year }) });

const keyOf = ({ row }: FigureFact, suffix: string | undefined): string =>
  [row.key, suffix].filter((part) => part !== undefined).join("-");

type Before = NonNullable<ReturnType<typeof cumulBefore>>;

const enBaisse = (value: FigureFact, found: number, before: Before) => (): Report<typeof meta> => ({
  message: "cumul-en-baisse",
  subject: subjectOf(value),
  key: keyOf(value, "cumul"),
  cells: [value.cell.ref],
  figures: { unit: "valeur", found, expected: before.nombre },
  data: { place: placeOf(value), avant: `${before.annee}` },
});

const montre = (value: FigureFact, found: number, texte: string) => (): Report<typeof meta> => {
  const key = keyOf(value, KEYS[value.nature]);
  return {
    message: "format",
    subject: subjectOf(value),
    ...(key && { key }),
    cells: [value.cell.ref],
    figures: { unit: "valeur", found, expected: null },
    data: { place: placeOf(value), texte: cite(texte) },
    slip: slipOf("formats", "formats", { texte: cite(texte) }),
  };
};

const wrong = (value: FigureFact, found: number | null) => (): Report<typeof meta> => {
  const { cell } = value;
  const key = keyOf(value, KEYS[value.nature]);
  const report = {
    subject: subjectOf(value),
    ...(key && { key }),
    cells: [cell.ref],
  } as const;
  const place = placeOf(value);
  if (found === null) {
    // The same words around other figures ("420 environ") are the same slip.
    const slip = slipOf(`illisibles-${slug(cell.text.replace(/[\d\s.,]+/gu, " "))}`, "illisibles", {});
    return { ...report, message: "illisible", data: { place, texte: cite(cell.text) }, slip };
  }
  return { ...report, message: "negatif", figures: { unit: "valeur", found, expected: 0 }, data: { place } };
};

export default defineRule({
  meta,
  compare({ convention, indicators }, asked) {
    const judge = (value: FigureFact, lecture: Lecture): Outcome<typeof meta> => {
      const { row, year, nature, cell } = value;
      const { indicateur } = row;
      const lu = lecture.valeur(cell);
      const before = nature === "achieved" && year !== null ? cumulBefore(row, year, lecture) : null;
      if (before && lu.reason === null && lu.value >= 0 && before.nombre - lu.value > 1e-6) {
        return enBaisse(value, lu.value, before);
      }
      if (isPlain(lu)) return HOLDS;
      if (lu.reason === null) {
        if (lu.value < 0) return wrong(value, lu.value);
        // Nobody knows whether an indicator that is not the contract's is a share; one in words may hold anything.
        const isNumber = indicateur !== null && !estEnMots(indicateur);
        return isNumber && lu.montre !== undefined ? montre(value, lu.value, lu.montre) : HOLDS;
      }
      return indicateur && estEnMots(indicateur) && !cell.text.startsWith("#") ? HOLDS : wrong(value, null);
    };
    asked.compareEach(
      nameIndicatorRows(convention, indicators).flatMap(({ facts }) => facts),
      placeOf,
      judge,
    );
  },
});
