// Each year of the contract has its columns once, and no other year has any.
import { COLONNES, namePart, PARTY } from "../domain/lines/budget-lines";
import type { CellRef } from "../domain/cell-ref";
import type { Colonne } from "../domain/dossier";
import { formatDate } from "../domain/words/format";
import { yearsHeading } from "../domain/lines/table-places";
import { defineRule } from "./rule";

interface YearHeading {
  readonly annee: number;
  readonly heading: CellRef;
}

interface Table {
  readonly nom: string;
  readonly key?: string;
  /** Where a missing year is shown; null where a year may be missing: another rule asks for what is executed. */
  readonly heading: CellRef | null;
  readonly annees: readonly YearHeading[];
  readonly repetitions: readonly YearHeading[];
}

export default defineRule({
  meta: {
    id: "annees-du-contrat",
    article: "4",
    severity: "error",
    title: "Chaque année du contrat a ses colonnes, une seule fois",
    needs: ["budget"],
    messages: {
      absente: { text: "{annee} : {found} fois au lieu de {expected} dans le {tableau} (écart {gap})." },
      repetee: { text: "{annee} : {found} fois au lieu de {expected} dans le {tableau} (écart {gap})." },
      "hors-periode": {
        text: "{annee} : {found} fois au lieu de {expected} dans le {tableau} (écart {gap}) ; la période du contrat va du {debut} au {fin}.",
      },
      "colonne-repetee": {
        text: "{annee} – {part} : {found} colonnes au lieu de {expected} dans le tableau budgétaire (écart {gap}). Seule la première est lue.",
      },
      "colonne-absente": {
        text: "{annee} – {part} : {found} colonne au lieu de {expected} dans le tableau budgétaire (écart {gap}).",
      },
    },
  },
  check({ convention, budget, execution, indicators }, reporter) {
    const tables: Table[] = [
      {
        nom: "tableau budgétaire",
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
      tables.push({ nom: "tableau d’exécution", key: "execution", heading: null, annees, repetitions });
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
        if (figures.found === 0 && heading) {
          reporter.discrepancy({ ...report, message: "absente", cells: [heading] });
        } else if (second) reporter.discrepancy({ ...report, message: "repetee", cells: [second, ...others] });
      }
      for (const [annee, [first, ...others]] of headings) {
        if (expectedYears.has(annee) || !first) continue;
        reporter.discrepancy({
          message: "hors-periode",
          ...identity(annee),
          cells: [first, ...others],
          figures: { unit: "nombre", found: others.length + 1, expected: 0 },
          data: { annee: `${annee}`, tableau, ...period },
        });
      }
    }
    const repeated = new Map<string, { annee: number; colonne: Colonne; cells: [CellRef, ...CellRef[]] }>();
    for (const { annee, colonne, heading } of budget.anneesRepetees) {
      if (colonne === undefined) continue;
      const known = repeated.get(`${annee}/${colonne}`);
      if (known) known.cells.push(heading);
      else repeated.set(`${annee}/${colonne}`, { annee, colonne, cells: [heading] });
    }
    for (const { annee, colonne, cells } of repeated.values()) {
      reporter.discrepancy({
        message: "colonne-repetee",
        subject: { year: annee, party: PARTY[colonne] },
        cells,
        figures: { unit: "nombre", found: cells.length + 1, expected: 1 },
        data: { annee: `${annee}`, part: namePart(convention, colonne) },
      });
    }
    // A table may do without totals altogether; a year that lacks the column which the others have is another matter.
    const hasTotals = budget.annees.some(({ colonnes }) => colonnes.total !== null);
    for (const { annee, heading, colonnes } of budget.annees) {
      if (!expectedYears.has(annee)) continue;
      for (const colonne of COLONNES) {
        if (colonnes[colonne] || (colonne === "total" && !hasTotals)) continue;
        reporter.discrepancy({
          message: "colonne-absente",
          subject: { year: annee, party: PARTY[colonne] },
          cells: [heading],
          figures: { unit: "nombre", found: 0, expected: 1 },
          data: { annee: `${annee}`, part: namePart(convention, colonne) },
        });
      }
    }
  },
});
