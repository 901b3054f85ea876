// The national indicators that the contract's definition lists are filled for each closed year.
import { partSur } from "../domain/words/accord";
import { closedYears, isClosed } from "../contract/in-force/annees-closes";
import { formatListe } from "../domain/words/format";
import { givenAchieved, hasAchieved, nationalRows } from "../facts/lines/realise-lines";
import { cite, slug } from "../domain/words/typographie";
import { defineRule, HOLDS } from "./rule";

const ANNEES = { un: "année close", plusieurs: "années closes", participe: "renseigné", feminin: true };

export default defineRule({
  meta: {
    id: "indicateurs-nationaux",
    articles: ["suivi"],
    severity: "warning",
    title: "Les indicateurs nationaux sont renseignés",
    problem: "Indicateur national non renseigné",
    compares: "indicateur",
    needs: ["indicators"],
    messages: {
      absent: {
        text: "Indicateur national {intitule} : aucune ligne n’est reconnue dans le tableau des indicateurs, il en faut une.",
      },
      incomplet: {
        text: "Indicateur national {intitule} : {renseignees}, il en manque {distance} : {annees}.",
      },
    },
    page: {
      contrat:
        "La collectivité renseigne chaque année des indicateurs locaux et des indicateurs nationaux, et le rapport d’exécution les reprend. Le contrat intégré mentionne les indicateurs nationaux sans les énumérer.",
      verifie:
        "Chaque indicateur national que liste la définition du contrat a sa ligne dans le tableau des indicateurs, et une valeur de réalisé pour chaque année close. L’écart, un par indicateur, montre les cellules vides ; un indicateur sans ligne est signalé en tête du tableau.",
      conforme: "« Nombre de maraudes » est listé, figure dans le tableau, et son réalisé 2024 et 2025 est rempli.",
      ecart: [
        {
          message: "incomplet",
          figures: { unit: "nombre", found: 1, expected: 2 },
          data: {
            intitule: "« Nombre de maraudes »",
            renseignees: "1 année close sur 2 est renseignée",
            annees: "2025",
          },
        },
      ],
      corriger:
        "Saisissez les valeurs qui manquent. Si la liste n’est pas la bonne, complétez la définition du contrat.",
      limites:
        "Tant que la définition n’en liste aucun, la règle est « non vérifiable » : elle ne suppose pas de liste. Il en est de même sans colonne de réalisé, ou tant qu’aucune année n’est close.",
    },
  },
  compare({ convention, asOf, indicators }, asked) {
    const notDue = (reason: string) => asked.notDue(reason);
    const isDue = convention.annees.some((year) => isClosed(convention, year, asOf));
    if (convention.indicateursNationaux.length === 0) {
      notDue("Le contrat mentionne des indicateurs nationaux sans les énumérer : aucun n’est à vérifier.");
      return;
    }
    if (!hasAchieved(indicators, isDue ? (reason) => asked.nothing(reason) : notDue)) return;
    const years = closedYears({ convention, asOf }, notDue);
    if (years.length === 0) return;
    for (const { intitule, rows } of nationalRows(convention, indicators)) {
      const identity = { subject: {}, key: slug(intitule) } as const;
      asked.compare(cite(intitule), () => {
        if (rows.length === 0) {
          return () => ({
            message: "absent",
            ...identity,
            cells: [indicators.heading],
            figures: { unit: "nombre", found: 0, expected: 1 },
            data: { intitule: cite(intitule) },
          });
        }
        const missing = years.filter((annee) => rows.every((row) => givenAchieved(row, annee) === null));
        const empty = missing.flatMap((annee) => rows.flatMap((row) => row.at("achieved", annee)?.cell.ref ?? []));
        // A year without its column has no cell to fill.
        const [first, ...others] = empty.length > 0 ? empty : rows.map(({ label }) => label.ref);
        if (missing.length === 0 || !first) return HOLDS;
        return () => ({
          message: "incomplet",
          ...identity,
          cells: [first, ...others],
          figures: { unit: "nombre", found: years.length - missing.length, expected: years.length },
          data: {
            intitule: cite(intitule),
            renseignees: partSur(years.length - missing.length, years.length, ANNEES),
            annees: formatListe(missing.map((annee) => `${annee}`)),
          },
        });
      });
    }
  },
});
