// Each value of the indicator table is a number of at least 0, or a word for a missing value; what is counted since the beginning never falls.
import { nameIndicatorRows, type IndicateurNomme } from "../domain/lines/indicator-lines";
import type { Lecture } from "../domain/lecture";
import type { LigneIndicateur, ValeurCell } from "../domain/dossier";
import { cite, slug } from "../domain/words/typographie";
import { compteDepuisLeDebut, estEnMots } from "../domain/lines/mesure";
import { defineRule, HOLDS, slipOf } from "./rule";

interface Value {
  readonly annee: number | null;
  /** Tells it apart from the target of the same year. */
  readonly key?: string;
  readonly name: "situation T0" | "cible" | "réalisé";
  readonly cell: ValeurCell;
}

function valuesOf({ t0, cibles, realises }: LigneIndicateur): readonly Value[] {
  const values: Value[] = [];
  if (t0) values.push({ annee: null, key: "t0", name: "situation T0", cell: t0 });
  for (const [annee, cell] of cibles) values.push({ annee, name: "cible", cell });
  for (const [annee, cell] of realises) values.push({ annee, key: "realise", name: "réalisé", cell });
  return values;
}

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

export default defineRule({
  meta: {
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
      negatif: { text: "{place} : {found}, alors qu’une valeur est d’au moins {expected} (écart {gap})." },
    },
  },
  compare({ convention, indicators }, asked) {
    for (const row of nameIndicatorRows(convention, indicators)) {
      const placeOf = ({ annee, name }: Value) => `${row.nom} – ${annee === null ? name : `${name} ${annee}`}`;
      asked.compareEach(valuesOf(row.ligne), placeOf, (value, lecture) => {
        const { annee, key: suffix, cell } = value;
        const lu = lecture.valeur(cell);
        const before = suffix === "realise" && annee !== null ? cumulBefore(row, annee, lecture) : null;
        if (before && lu.kind === "nombre" && lu.nombre >= 0 && before.nombre - lu.nombre > 1e-6) {
          return () => ({
            message: "cumul-en-baisse",
            subject: { ...row.place, ...(annee !== null && { year: annee }) },
            key: [row.key, "cumul"].filter((part) => part !== undefined).join("-"),
            cells: [cell.ref],
            figures: { unit: "nombre", found: lu.nombre, expected: before.nombre },
            data: { place: placeOf(value), avant: `${before.annee}` },
          });
        }
        if (lu.kind === "missing" || (lu.kind === "nombre" && lu.nombre >= 0)) return HOLDS;
        if (lu.kind === "unreadable" && row.indicateur && estEnMots(row.indicateur) && !cell.text.startsWith("#"))
          return HOLDS;
        const key = [row.key, suffix].filter((part) => part !== undefined).join("-");
        const report = {
          subject: { ...row.place, ...(annee !== null && { year: annee }) },
          ...(key && { key }),
          cells: [cell.ref],
        } as const;
        if (lu.kind === "unreadable") {
          // The same words around other figures are the same slip: "420 environ".
          const slip = slipOf(`illisibles-${slug(cell.text.replace(/[\d\s.,]+/gu, " "))}`, "illisibles", {});
          return () => ({
            ...report,
            message: "illisible",
            data: { place: placeOf(value), texte: cite(cell.text) },
            slip,
          });
        }
        const figures = { unit: "nombre", found: lu.nombre, expected: 0 } as const;
        return () => ({ ...report, message: "negatif", figures, data: { place: placeOf(value) } });
      });
    }
  },
});
