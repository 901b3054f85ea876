// From a workbook that holds the two annex tables of a contract nobody has described yet to its definition.
import type { Convention } from "../contract/convention";
import { empreinteDuClasseur } from "../domain/contrat/origine";
import type { QuestionOuverte } from "../contract/definition/questions";
import type { TableauBudgetaire } from "../domain/dossier";
import { foldLabel, foldText } from "../domain/words/label";
import { cite } from "../domain/words/typographie";
import { formatListeCourte } from "../domain/words/format";
import type { RawSheet, RawWorkbook } from "../workbook-port";
import { commun } from "./draft-defaults";
import { Drafter, type TableauxEbauches } from "./draft-definition";
import { ebauche, type ConventionEbauchee } from "./ebauche";
import { draftLabels, type LabelsDraft } from "./draft-labels";
import { draftYear, findSpans } from "./draft-years";
import { findTables } from "../reading/find-tables";
import { createHeadingReader, type Heading } from "../reading/headings/headings";
import { createLabelReader } from "../reading/labels/label-reader";
import { readDossier } from "../reading/read-dossier";
import { createSheetGrid, type SheetGrid } from "../reading/sheet-grid";

/** In a refusal: beyond, they are counted. */
const NAMED_TABLES = 8;

const MAX_WORDS = 40;
/** "Métropole 2024" names the party of one of its years. */
const YEARS = /(?<!\d)20\d\d(?: ?[/-] ?(?:20)?\d\d)?(?!\d)/g;

const isLocal = ({ part, role, nature }: Heading): boolean =>
  part === "collectivite" || part === "autres" || (part === null && role === null && nature === null);

/** The words beside "État" and "Total" in their heading: the local party, whatever it is called. */
function findLocalWords(grids: readonly SheetGrid[], blank: Convention): readonly string[] {
  const headings = createHeadingReader(blank);
  const counts = new Map<string, { readonly word: string; count: number }>();
  for (const { rows } of grids) {
    for (const row of rows) {
      const texts: string[] = [];
      let states = 0;
      for (let column = row.left; column <= row.right; column += 1) {
        const text = row.text(column)?.replace(YEARS, " ").trim();
        if (!text || text.length > MAX_WORDS) continue;
        const heading = headings.read(text);
        if (heading.part === "etat" && heading.nature !== "executed") states += 1;
        else if (heading.annee === null && isLocal(heading)) texts.push(text);
      }
      if (states === 0) continue;
      // As many times as the State, which a comment in the heading is not.
      const own = new Map<string, number>();
      for (const text of texts) own.set(text, (own.get(text) ?? 0) + 1);
      for (const [word, count] of own) if (count === states) counts.set(foldText(word), { word, count });
    }
  }
  // "Ville" may be the local party, "CAF" beside it is none.
  const found = [...counts.values()].map(({ word }) => word);
  const likely = found.filter((word) => headings.read(word).part !== "autres");
  return likely.length > 0 ? likely : found;
}

function blankConvention(mots: readonly string[], years: Convention["annees"], labels: LabelsDraft | null): Convention {
  return {
    id: "a-completer",
    intitule: "",
    etat: { nom: "État" },
    collectivite: { nom: "Collectivité", designation: "Collectivité", motsColonne: [...mots] },
    periode: { debut: years[0]?.debut ?? "2000-01-01", fin: years.at(-1)?.fin ?? "2100-12-31" },
    annees: [...years],
    creditsEtat: [],
    axes: labels?.axes.map((axe) => ({ ...axe, alias: [] })) ?? [],
    actions: labels?.actions.map((action) => ({ ...action, alias: [], montants: [], indicateurs: [] })) ?? [],
    cofinancement: { seuil: 0.5 },
    echeances: [],
    ...commun(),
    avenants: [],
  };
}

const isOpen = ({ visibility, resultSheet }: RawSheet): boolean => visibility === "visible" && resultSheet === null;

interface Found {
  readonly budgets: readonly TableauBudgetaire[];
  readonly mots: readonly string[];
}

function findBudgets(grids: readonly SheetGrid[], years: Convention["annees"]): Found {
  const mots = findLocalWords(grids, blankConvention([], years, null));
  const blank = blankConvention(mots, years, null);
  const headings = createHeadingReader(blank);
  const labels = createLabelReader(blank);
  const budgets = grids.flatMap((grid) =>
    findTables(grid, { headings, labels, isDraft: true }).budget.parts.map(({ table }) => table),
  );
  return { budgets, mots };
}

/** From a workbook: what it says is not yet what was signed. */
export function draftConvention(raw: RawWorkbook): ConventionEbauchee {
  const draft = draftTables(raw);
  if (!draft.ok) return draft;
  const { definition, budget, questions, sources } = draft;
  const unsigned = (champ: string, what: string): QuestionOuverte => ({
    champ,
    question: `${what} viennent du classeur, et non du contrat signé : comparez-les à ses annexes.`,
  });
  const hasIndicators = definition.actions.some(({ indicateurs }) => indicateurs.length > 0);
  return ebauche(
    definition,
    {
      sources: { ...sources },
      questions: [
        ...questions,
        unsigned("actions", "Les axes, les actions, leurs intitulés et leurs montants"),
        ...(hasIndicators
          ? [unsigned("actions[].indicateurs", "Les indicateurs, leur situation de départ et leurs cibles")]
          : []),
      ],
    },
    { nature: "classeur", fichier: raw.name, empreinte: empreinteDuClasseur(budget) },
  );
}

type Tables = ({ readonly ok: true } & TableauxEbauches) | Extract<ConventionEbauchee, { readonly ok: false }>;

const size = ({ lignesAction, annees }: TableauBudgetaire): number => lignesAction.length * annees.length;

/** Of tables that show the same actions and years the largest; the others are told. */
function withoutRivals(budgets: readonly TableauBudgetaire[]): {
  readonly kept: readonly TableauBudgetaire[];
  readonly left: readonly TableauBudgetaire[];
} {
  const slots = (table: TableauBudgetaire): readonly string[] =>
    table.lignesAction.flatMap(({ label }) => table.annees.map(({ annee }) => `${foldLabel(label.text)}/${annee}`));
  const taken = new Set<string>();
  const kept = new Set<TableauBudgetaire>();
  for (const table of [...budgets].sort((left, right) => size(right) - size(left))) {
    const own = slots(table);
    if (own.some((slot) => taken.has(slot))) continue;
    kept.add(table);
    for (const slot of own) taken.add(slot);
  }
  return { kept: budgets.filter((table) => kept.has(table)), left: budgets.filter((table) => !kept.has(table)) };
}

/** From the tables of a workbook; of a document that has none, what is asked of each contract. */
export function draftTables(raw: RawWorkbook): Tables {
  const grids = raw.sheets.filter(isOpen).map((sheet) => createSheetGrid(sheet, raw));
  const spans = findSpans(grids).map((annee) => draftYear(annee, true));
  // "2024/2025" may also be a period within a contract of calendar years: those are tried first.
  const calendar = findBudgets(grids, []);
  const isSplit = calendar.budgets.length === 0 && spans.length > 0;
  const { budgets, mots } = isSplit ? findBudgets(grids, spans) : calendar;
  if (budgets.length === 0) {
    return {
      ok: false,
      message:
        "aucun tableau budgétaire n’a été trouvé. Il faut, sur une ligne d’en-tête, les années et, pour chacune, les colonnes Total, État et collectivité",
    };
  }
  const { kept, left } = withoutRivals(budgets);
  const draft = draftLabels(kept);
  const annees = [...new Set(kept.flatMap((table) => table.annees.map(({ annee }) => annee)))].sort((a, b) => a - b);
  const years = annees.map((annee) => draftYear(annee, isSplit));
  const choices = kept.map(({ heading }) => ({ kind: "budget" as const, heading }));
  const chosen = left.length > 0 ? { ...raw, choices } : raw;
  const blank = blankConvention(mots, years, draft);
  const first = readDossier(chosen, blank, "2000-01-01", "given");
  // Tables that nobody has described yet may still be rivals: the largest is then the one that counts.
  const dossier = first.budget ? first : readDossier({ ...raw, choices }, blank, "2000-01-01", "given");
  if (!dossier.budget) {
    return {
      ok: false,
      message: `plusieurs tableaux budgétaires montrent les mêmes années (${formatListeCourte(
        budgets.map(({ range }) => `« ${range.sheet} »`),
        NAMED_TABLES,
      )}). Gardez-en un seul`,
    };
  }
  const tables = new Drafter(dossier, dossier.budget, draft, years, mots).draft(raw.name);
  const aside = left.map(({ range }): QuestionOuverte => ({
    champ: "actions[].montants",
    question: `Le tableau de ${cite(range.sheet)} montre des actions et des années qu’un plus grand montre aussi : il n’a pas été pris.`,
  }));
  return { ok: true, ...tables, questions: [...tables.questions, ...aside] };
}
