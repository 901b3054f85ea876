// Each year of the contract has its columns once, and no other year has any.
import { COLONNES, namePart } from "../facts/lines/budget-lines";
import { formatRangeRef, isSameSheet, type CellRef, type RangeRef } from "xlsx-model/cell-ref";
import type { Colonne, Dossier, TableauBudgetaire } from "../domain/dossier";
import { tablesOf } from "../facts/fact-tables";
import { BUDGET, EXECUTION } from "../facts/lines/demandes";
import { formatDate, formatListe } from "../domain/words/format";
import { capitalise } from "../domain/words/typographie";
import { yearsHeading } from "../facts/lines/table-places";
import { defineRule, HOLDS, notComparable } from "./rule";

interface YearHeading {
  readonly annee: number;
  readonly heading: CellRef;
}

interface Table {
  readonly nom: string;
  readonly key?: string;
  /**
   * The cell at which a missing year is shown; null where a year may be missing, as another rule asks for what is
   * executed.
   */
  readonly heading: CellRef | null;
  readonly annees: readonly YearHeading[];
  readonly repetitions: readonly YearHeading[];
}

interface ColonneRepetee {
  readonly annee: number;
  readonly colonne: Colonne;
  readonly cells: [CellRef, ...CellRef[]];
}

function repeatedColumns({ anneesRepetees }: TableauBudgetaire): Iterable<ColonneRepetee> {
  const repeated = new Map<string, ColonneRepetee>();
  for (const { annee, colonne, heading } of anneesRepetees) {
    if (colonne === undefined) continue;
    const known = repeated.get(`${annee}/${colonne}`);
    if (known) known.cells.push(heading);
    else repeated.set(`${annee}/${colonne}`, { annee, colonne, cells: [heading] });
  }
  return repeated.values();
}

/** A table that stands twice has each of its years twice. */
const together =
  (tableau: string, key: string | undefined) =>
  (
    cells: readonly [CellRef, ...CellRef[]],
    _: unknown,
    reports: readonly { readonly subject: { readonly year?: number } }[],
  ) => ({
    message: "repetees" as const,
    subject: {},
    key: ["repetees", key].filter((part) => part !== undefined).join("-"),
    cells,
    figures: { unit: "nombre" as const, found: cells.length, expected: 0 },
    data: { annees: formatListe(reports.flatMap(({ subject }) => subject.year ?? []).map(String)), tableau },
  });

/** Says, in French, which column of the table nobody understood: it may be the one that is missing. */
function findDoubt({ nonLus = [] }: Dossier, { range, plages }: TableauBudgetaire): string | null {
  const isBeside = ({ sheet, top, bottom }: RangeRef): boolean =>
    (plages ?? [{ range }]).some(
      ({ range: own }) => isSameSheet(own.sheet, sheet) && top <= own.bottom && bottom >= own.top,
    );
  const unread = nonLus.find((other) => other.sujet === "budget" && isBeside(other.range));
  return unread ? `${formatRangeRef(unread.range)}, ${unread.pourquoi}` : null;
}

export default defineRule({
  meta: {
    id: "annees-du-contrat",
    articles: ["duree"],
    severity: "error",
    title: "Chaque année du contrat a ses colonnes, une seule fois",
    problem: "Année absente, répétée ou hors période",
    compares: "annee",
    needs: ["budget"],
    messages: {
      absente: { text: "{annee} : cette année n’est pas reconnue dans le {tableau}, elle doit y figurer une fois." },
      repetee: {
        text: "{annee} : cette année figure {found} fois au lieu d’une seule dans le {tableau} ({distance} de trop).",
      },
      repetees: {
        text: "{annees} : ces années figurent plusieurs fois dans le {tableau}, où seules leurs premières colonnes sont lues. Gardez une seule série de colonnes.",
      },
      "hors-periode": {
        text: "{annee} : cette année figure dans le {tableau}, alors que le contrat va du {debut} au {fin}.",
      },
      "colonne-repetee": {
        text: "{annee} – {part} : {found} colonnes au lieu d’une seule dans le {tableau} ({distance} de trop). Seule la première est lue.",
      },
      "colonnes-absentes": {
        text: "{part} : la colonne manque à {expected} années du tableau budgétaire.",
      },
      "colonne-absente": {
        text: "{annee} – {part} : aucune colonne n’est reconnue dans le tableau budgétaire, il en faut une.",
      },
    },
    page: {
      contrat: "Le contrat fixe la durée de la convention, du premier au dernier jour de la période.",
      verifie:
        "Chaque année du contrat figure une fois dans l’en-tête du tableau budgétaire et, s’il existe, du tableau des indicateurs ; aucune autre année n’y figure. Le tableau d’exécution, s’il existe, ne montre aucune année deux fois ni hors de la période ; `execution-renseignee` dit celles qui y manquent. Chaque année du tableau budgétaire a une colonne pour chaque part, et un total si les autres années en ont un. Une année absente montre la première cellule de l’en-tête, les autres écarts la cellule qui nomme l’année. Une colonne qui revient dans une même année est signalée comme telle, et non comme une année en double. Trois années ou plus en double (le tableau collé une seconde fois à côté) sont un seul écart ; ce que les secondes colonnes disent d’autre est nommé. Dans un tableau d’une ligne par action et par année, c’est l’en-tête de la colonne « Année » qui est montré.",
      conforme: "2024, 2025, 2026 et 2027, dans n’importe quel ordre.",
      ecart: [
        {
          message: "absente",
          figures: { unit: "nombre", found: 0, expected: 1 },
          data: { annee: "2026", tableau: "tableau budgétaire" },
        },
      ],
      corriger: "Rétablissez les colonnes de l’année, ou retirez celles d’une année hors période.",
      limites:
        "Une année absente n’est signalée que par cette règle : les autres ne vérifient que les années présentes. Les montants d’une année hors période ne sont pas vérifiés, si ce n’est qu’ils doivent être lisibles et positifs. Le tableau d’années qui précèdent toutes le contrat, à côté de celui du contrat, est un autre contrat : il est nommé, et n’est pas comparé. Une part dont aucune colonne n’est reconnue n’est pas dite absente quand une colonne du tableau n’a pas été comprise : elle n’est pas vérifiable, et cette colonne est nommée.",
    },
  },
  compare(dossier, asked) {
    const { convention, budget, execution, indicators } = dossier;
    const tables: Table[] = [
      {
        nom: BUDGET,
        heading: yearsHeading(budget),
        annees: budget.annees,
        repetitions: budget.anneesRepetees.filter(({ colonne }) => colonne === undefined),
      },
    ];
    if (indicators) {
      const { annees } = indicators;
      const heading = yearsHeading(indicators);
      tables.push({ nom: "tableau des indicateurs", key: "indicateurs", heading, annees, repetitions: [] });
    }
    if (execution) {
      const { annees, anneesRepetees } = execution;
      const repetitions = anneesRepetees.filter(({ colonne }) => colonne === undefined);
      tables.push({ nom: EXECUTION, key: "execution", heading: null, annees, repetitions });
    }
    const expectedYears = new Set(convention.annees.map(({ annee }) => annee));
    const period = { debut: formatDate(convention.periode.debut), fin: formatDate(convention.periode.fin) };
    for (const { nom: tableau, key, heading, annees, repetitions } of tables) {
      const headings = new Map<number, CellRef[]>();
      for (const year of [...annees, ...repetitions]) {
        headings.set(year.annee, [...(headings.get(year.annee) ?? []), year.heading]);
      }
      const identity = (annee: number) => ({ subject: { year: annee }, ...(key !== undefined && { key }) });
      for (const annee of expectedYears) {
        const [, ...repeated] = headings.get(annee) ?? [];
        const figures = { unit: "nombre", found: headings.get(annee)?.length ?? 0, expected: 1 } as const;
        const report = { ...identity(annee), figures, data: { annee: `${annee}`, tableau } };
        const [second, ...others] = repeated;
        if (figures.found === 0 && !heading) continue;
        asked.compare(`${annee} dans le ${tableau}`, () => {
          if (figures.found === 0 && heading) return () => ({ ...report, message: "absente", cells: [heading] });
          if (second) {
            const slip = { key: `repetees-${tableau}`, together: together(tableau, key) };
            return () => ({ ...report, message: "repetee", cells: [second, ...others], slip });
          }
          return HOLDS;
        });
      }
      for (const [annee, [first, ...others]] of headings) {
        if (expectedYears.has(annee) || !first) continue;
        asked.compare(`${annee} dans le ${tableau}`, () => () => ({
          message: "hors-periode",
          ...identity(annee),
          cells: [first, ...others],
          figures: { unit: "nombre", found: others.length + 1, expected: 0 },
          data: { annee: `${annee}`, tableau, ...period },
        }));
      }
    }
    for (const { tableau, key } of tablesOf(dossier).amounts) {
      const nom = key === null ? BUDGET : EXECUTION;
      for (const { annee, colonne, cells } of repeatedColumns(tableau)) {
        const part = namePart(convention, colonne);
        asked.compare(`${annee} – ${part} dans le ${nom}`, () => () => ({
          message: "colonne-repetee",
          subject: { year: annee, party: colonne },
          ...(key !== null && { key }),
          cells,
          figures: { unit: "nombre", found: cells.length + 1, expected: 1 },
          data: { annee: `${annee}`, part, tableau: nom },
        }));
      }
    }
    // A table may have no totals at all. A year without the Total that the other years have is another matter.
    const doubt = findDoubt(dossier, budget);
    const repeating = new Set(budget.anneesRepetees.map(({ annee }) => annee));
    const hasTotals = budget.annees.some(({ colonnes }) => colonnes.total !== null);
    for (const { annee, heading, colonnes } of budget.annees) {
      if (!expectedYears.has(annee)) continue;
      for (const colonne of COLONNES) {
        if (colonne === "total" && !hasTotals) continue;
        asked.compare(`${annee} – ${namePart(convention, colonne)}`, () => {
          if (colonnes[colonne]) return HOLDS;
          if (doubt !== null && !repeating.has(annee))
            return notComparable(`${annee} – ${namePart(convention, colonne)} : ${doubt}.`);
          return () => ({
            message: "colonne-absente",
            subject: { year: annee, party: colonne },
            cells: [heading],
            figures: { unit: "nombre", found: 0, expected: 1 },
            data: { annee: `${annee}`, part: namePart(convention, colonne) },
            slip: {
              key: `colonnes-${colonne}`,
              together: (cells, fix, reports) => ({
                message: "colonnes-absentes",
                subject: { party: colonne },
                key: "colonnes",
                cells,
                fix,
                figures: { unit: "nombre", found: 0, expected: reports.length },
                data: { part: capitalise(namePart(convention, colonne)) },
              }),
            },
          });
        });
      }
    }
  },
});
