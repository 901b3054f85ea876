// The pages beside the tables: fiches actions, imputation, bank details, deadlines; and how they are laid out.
import fc from "fast-check";
import type { Convention } from "../../src/core/contract/convention";
import { formatDate } from "../../src/core/domain/words/format";
import type { RawSheet } from "../../src/core/workbook-port";
import type { Canvas, Written } from "./canvas";
import type { NumeroAction } from "../../src/core/domain/values/numero-action";

export interface PageLayout {
  readonly top: number;
  readonly left: number;
  /** Where the answer to a field of a fiche stands. */
  readonly answers: "beside" | "below" | "in the cell" | "in a row" | "in a column";
  readonly hasBlankRows: boolean;
  readonly areColumnsReversed: boolean;
}

export const PLAIN_PAGES: PageLayout = {
  top: 0,
  left: 0,
  answers: "beside",
  hasBlankRows: false,
  areColumnsReversed: false,
};

export const pageLayouts: fc.Arbitrary<PageLayout> = fc.record({
  top: fc.nat({ max: 5 }),
  left: fc.nat({ max: 3 }),
  answers: fc.constantFrom(
    ...([
      "beside",
      "below",
      "in the cell",
      "in a row",
      "in a column",
    ] as const satisfies readonly PageLayout["answers"][]),
  ),
  hasBlankRows: fc.boolean(),
  areColumnsReversed: fc.boolean(),
});

export interface Page {
  readonly sheet: string;
  readonly resultSheet?: RawSheet["resultSheet"];
  rows(layout: PageLayout): readonly (readonly Written[])[];
}

export function writePages(pages: readonly Page[], layout: PageLayout, canvas: Canvas): void {
  for (const page of pages) {
    const pen = canvas.pen(page.sheet, layout.top, layout.left, page.resultSheet ?? null);
    for (const row of page.rows(layout)) pen.write(row);
  }
}

export type Field =
  "axe" | "objectif" | "calendrier" | "public" | "indicateurs" | "nature" | "pilotage" | "partenaires";

const LABELS: Readonly<Record<Field, string>> = {
  axe: "Axe",
  objectif: "Objectif principal",
  calendrier: "Calendrier",
  public: "Public cible",
  indicateurs: "Indicateurs",
  nature: "L’action est-elle nouvelle ?",
  pilotage: "Pilotage et suivi de l’action",
  partenaires: "Partenaires",
};

export const FIELDS = Object.keys(LABELS) as readonly Field[];

type Changes = Readonly<Partial<Record<Field, string>>>;

function answersOf(convention: Convention, action: Convention["actions"][number]): Readonly<Record<Field, string>> {
  const axe = convention.axes.find(({ numero }) => numero === action.axe);
  const { fiche } = action;
  return {
    axe: `Axe ${action.axe} : ${axe?.intitule ?? ""}`,
    objectif: "Aider les personnes que l’action concerne.",
    calendrier: `Du ${formatDate(convention.periode.debut)} au ${formatDate(convention.periode.fin)}`,
    public: fiche?.publicCible ?? "Tous publics",
    indicateurs: action.indicateurs.map(({ intitule }) => intitule).join("\n"),
    nature: fiche?.nature ?? "Action nouvelle",
    pilotage: fiche?.pilotage ?? "Service des solidarités",
    partenaires: fiche?.partenaires ?? "Associations",
  };
}

interface WrittenFiche {
  readonly title: Written;
  readonly tag: string;
  readonly all: Readonly<Record<Field, string>>;
}

/** The actions in rows under their fields. */
function ficheTable(fiches: readonly WrittenFiche[]): readonly (readonly Written[])[] {
  return [
    ["Action", ...FIELDS.map((field) => LABELS[field])],
    ...fiches.map(({ title, tag, all }): Written[] => [
      title,
      ...FIELDS.map((field) => ({ value: all[field] === "" ? null : all[field], tags: [`fiche:${field}/${tag}`] })),
    ]),
  ];
}

const transpose = (rows: readonly (readonly Written[])[]): readonly (readonly Written[])[] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));

function fichePage(
  { title, tag, all }: WrittenFiche,
  { answers, hasBlankRows }: PageLayout,
): readonly (readonly Written[])[] {
  const fields = FIELDS.flatMap((field): Written[][] => {
    const value = all[field] === "" ? null : all[field];
    const tags = [`fiche:${field}/${tag}`];
    const label = LABELS[field];
    const separator = label.endsWith("?") ? " " : " : ";
    const rows: Written[][] =
      answers === "beside"
        ? [[label, { value, tags }]]
        : answers === "below"
          ? [[{ value: label, tags: [`fiche:label/${field}/${tag}`] }], [{ value, tags }]]
          : [[{ value: field === "axe" ? all.axe : `${label}${separator}${all[field]}`, tags }]];
    return hasBlankRows ? [...rows, []] : rows;
  });
  return [[title], ...fields, []];
}

/** One fiche for each action but those left out; `changes` are other answers, by number of action. */
export function fichesPage(
  convention: Convention,
  changes: ReadonlyMap<NumeroAction, Changes> = new Map(),
  without: ReadonlySet<NumeroAction> = new Set(),
): Page {
  const fiches = convention.actions
    .filter(({ numero }) => !without.has(numero))
    .map((action): WrittenFiche => ({
      title: { value: `Action n°${action.numero} - ${action.intitule}`, tags: [`fiche:title/${action.numero}`] },
      tag: `${action.numero}`,
      all: { ...answersOf(convention, action), ...changes.get(action.numero) },
    }));
  return {
    sheet: "Fiches",
    rows: (layout) => {
      if (layout.answers === "in a row") return ficheTable(fiches);
      if (layout.answers === "in a column") return transpose(ficheTable(fiches));
      return fiches.flatMap((fiche) => fichePage(fiche, layout));
    },
  };
}

export interface ImputationChange {
  readonly axe: number;
  readonly code?: string;
  readonly add?: number;
}

export function imputationPage(
  { imputation, axes, creditsEtat }: Convention,
  change?: ImputationChange,
  totalAdd = 0,
): Page {
  const year = imputation.lignes[0]?.annee ?? 0;
  const total = (creditsEtat.find(({ annee }) => annee === year)?.montant ?? 0) + totalAdd;
  return {
    sheet: "Imputation",
    rows: ({ areColumnsReversed }) => {
      const inOrder = (cells: readonly Written[]): readonly Written[] =>
        areColumnsReversed ? [cells[0] ?? null, ...cells.slice(1).reverse()] : cells;
      const lignes = imputation.lignes.filter(({ annee }) => annee === year);
      return [
        ["Axe", "Code activité", `Montant ${year}`],
        ...lignes.map(({ axe, code, montant }): Written[] => {
          const own = change?.axe === axe ? change : null;
          const intitule = axes.find(({ numero }) => numero === axe)?.intitule ?? "";
          return [
            `Axe ${axe} : ${intitule}`,
            { value: own?.code ?? `BG00/${code}`, tags: [`imputation:code/${axe}`] },
            { value: (montant + (own?.add ?? 0)) / 100, tags: [`imputation:amount/${axe}`] },
          ];
        }),
        ["TOTAL", null, { value: total / 100, tags: ["imputation:total"] }],
      ].map(inOrder);
    },
  };
}

export function bankPage(iban: string, rib: string): Page {
  return {
    sheet: "Coordonnées",
    rows: ({ hasBlankRows }) => [
      ["Titulaire", "Dijon métropole"],
      ...(hasBlankRows ? [[]] : []),
      ["RIB", { value: rib, tags: ["bank:rib"] }],
      ["IBAN", { value: iban, tags: ["bank:iban"] }],
    ],
  };
}

/** Everything is done but the deadline with this identifier. */
export function deadlinesPage({ echeances }: Convention, open: string | null): Page {
  return {
    sheet: "Échéances",
    rows: ({ areColumnsReversed }) =>
      [
        ["Échéance", "Article", "Date", "Fait le"] as readonly Written[],
        ...echeances.map(({ id, intitule, article, date }): Written[] => [
          { value: intitule, tags: [`deadline:label/${id}`] },
          article,
          formatDate(date),
          { value: id === open ? null : "oui", tags: [`deadline:done/${id}`] },
        ]),
      ].map((cells) => (areColumnsReversed ? [cells[0] ?? null, ...cells.slice(1).reverse()] : cells)),
  };
}
