// Each value of the indicator table is a number of at least 0, or a word for a missing value; what is counted since the beginning never falls.
import { nameIndicatorRows, type IndicateurNomme } from "../facts/lines/indicator-lines";
import type { Lecture } from "../facts/lecture";
import type { ValeurCell, ValeurLue } from "../domain/dossier";
import { cite, slug } from "../domain/words/typographie";
import { compteDepuisLeDebut, estEnMots } from "../facts/lines/mesure";
import { defineRule, HOLDS, slipOf, type Outcome, type Report, type RuleMeta } from "./rule";

interface Value {
  readonly row: IndicateurNomme;
  readonly annee: number | null;
  readonly name: "situation T0" | "cible" | "réalisé";
  /** Tells it apart from the target of the same year. */
  readonly key: "t0" | "realise" | undefined;
  readonly cell: ValeurCell;
}

/** Of what is nothing, or a number not below nothing that shows what it is, there is nothing to say. */
const isPlain = (lu: ValeurLue): boolean =>
  lu.kind === "missing" || (lu.kind === "nombre" && lu.nombre >= 0 && lu.montre === undefined);

function valuesOf(row: IndicateurNomme): readonly Value[] {
  const { t0, cibles, realises } = row.ligne;
  return [
    ...(t0 ? [{ row, annee: null, name: "situation T0", key: "t0", cell: t0 } as const] : []),
    ...Array.from(cibles, ([annee, cell]) => ({ row, annee, name: "cible", key: undefined, cell }) as const),
    ...Array.from(realises, ([annee, cell]) => ({ row, annee, name: "réalisé", key: "realise", cell }) as const),
  ];
}

const placeOf = ({ row, annee, name }: Value): string => `${row.nom} – ${annee === null ? name : `${name} ${annee}`}`;

/** What was achieved since the beginning by the year before, or the last one before it that says so. */
function cumulBefore({ ligne, indicateur }: IndicateurNomme, annee: number, lecture: Lecture) {
  if (!indicateur || !compteDepuisLeDebut(indicateur)) return null;
  const earlier = [...ligne.realises].filter(([year]) => year < annee).sort(([left], [right]) => right - left);
  for (const [year, cell] of earlier) {
    const lu = lecture.valeur(cell);
    if (lu.kind === "nombre") return { annee: year, nombre: lu.nombre };
  }
  return null;
}

const meta = {
  id: "indicateur-lisible",
  article: "2.1",
  severity: "error",
  title: "Chaque valeur d’indicateur est un nombre positif ou nul, ou « nd »",
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
} as const satisfies RuleMeta;

const subjectOf = ({ row, annee }: Value) => ({ ...row.place, ...(annee !== null && { year: annee }) });

const keyOf = ({ row }: Value, suffix: string | undefined): string =>
  [row.key, suffix].filter((part) => part !== undefined).join("-");

type Before = NonNullable<ReturnType<typeof cumulBefore>>;

const enBaisse = (value: Value, found: number, before: Before) => (): Report<typeof meta> => ({
  message: "cumul-en-baisse",
  subject: subjectOf(value),
  key: keyOf(value, "cumul"),
  cells: [value.cell.ref],
  figures: { unit: "nombre", found, expected: before.nombre },
  data: { place: placeOf(value), avant: `${before.annee}` },
});

const montre = (value: Value, found: number, texte: string) => (): Report<typeof meta> => {
  const key = keyOf(value, value.key);
  return {
    message: "format",
    subject: subjectOf(value),
    ...(key && { key }),
    cells: [value.cell.ref],
    figures: { unit: "nombre", found, expected: null },
    data: { place: placeOf(value), texte: cite(texte) },
    slip: slipOf("formats", "formats", { texte: cite(texte) }),
  };
};

const wrong = (value: Value, found: number | null) => (): Report<typeof meta> => {
  const { cell } = value;
  const key = keyOf(value, value.key);
  const report = {
    subject: subjectOf(value),
    ...(key && { key }),
    cells: [cell.ref],
  } as const;
  const place = placeOf(value);
  if (found === null) {
    // The same words around other figures are the same slip: "420 environ".
    const slip = slipOf(`illisibles-${slug(cell.text.replace(/[\d\s.,]+/gu, " "))}`, "illisibles", {});
    return { ...report, message: "illisible", data: { place, texte: cite(cell.text) }, slip };
  }
  return { ...report, message: "negatif", figures: { unit: "nombre", found, expected: 0 }, data: { place } };
};

export default defineRule({
  meta,
  compare({ convention, indicators }, asked) {
    const judge = (value: Value, lecture: Lecture): Outcome<typeof meta> => {
      const { row, annee, key, cell } = value;
      const { indicateur } = row;
      const lu = lecture.valeur(cell);
      const before = key === "realise" && annee !== null ? cumulBefore(row, annee, lecture) : null;
      if (before && lu.kind === "nombre" && lu.nombre >= 0 && before.nombre - lu.nombre > 1e-6) {
        return enBaisse(value, lu.nombre, before);
      }
      if (isPlain(lu)) return HOLDS;
      if (lu.kind === "nombre") {
        if (lu.nombre < 0) return wrong(value, lu.nombre);
        // Of an indicator that is not the contract's nobody knows whether it is a share; one in words holds any.
        const isNumber = indicateur !== null && !estEnMots(indicateur);
        return isNumber && lu.montre !== undefined ? montre(value, lu.nombre, lu.montre) : HOLDS;
      }
      return indicateur && estEnMots(indicateur) && !cell.text.startsWith("#") ? HOLDS : wrong(value, null);
    };
    asked.compareEach(nameIndicatorRows(convention, indicators).flatMap(valuesOf), placeOf, judge);
  },
});
