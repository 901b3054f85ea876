// Budgets in forms that no annex has: one in each fiche, a row for each party, a table for each year. They are put into the form
// that is read, years over parties, and each cell keeps its place.
import { columnName } from "xlsx-model/local-cell";
import type { QuestionOuverte } from "../contract/definition/questions";
import { foldText } from "../domain/words/label";
import { cite } from "../domain/words/typographie";
import type { Paragraphe, SignedDocument, TableauDuDocument } from "./signed-document";
import { START_OF_FICHE } from "./signed-fiches";

type Bloc = Paragraphe | TableauDuDocument;
type Lignes = TableauDuDocument["lignes"];

/** Longer words are an article, and name years in passing. */
const LONGEST_TITLE = 150;
const HEADING_ROWS = 3;

/** A year that lies in two calendar years bears the name of the first: "2024/2025", "2024-25". */
const SPAN = /(?<!\d)(20[2-4]\d) ?[/-] ?(?:20)?[2-4]\d(?!\d)/g;

const yearIn = (text: string): number | null => {
  const years = new Set(text.replace(SPAN, "$1").match(/(?<!\d)20[2-4]\d(?!\d)/g) ?? []);
  return text.length <= LONGEST_TITLE && years.size === 1 ? Number([...years][0]) : null;
};
/** "État", "Part de l’État 2024", "État (DREETS)", and not "état des lieux". */
const STATE =
  /^(?:(?:part|contribution|financement|participation|credit|subvention|montant)s? )?(?:de )?(?:l')?etat(?: ?[(–-].*)?$/;
export const isState = (text: string): boolean =>
  text.length < 60 &&
  STATE.test(
    foldText(text)
      .replaceAll("’", "'")
      .replace(/ ?(?<!\d)20[2-4]\d(?!\d)/g, ""),
  );
export const isTotal = (text: string): boolean => /^(?:(?:cout|montant|budget)s? )?total/.test(foldText(text));
const isFigure = (text: string): boolean => /^-?\d[\d\s.,]*(?:\s?(?:€|k€|euros?))?$/iu.test(text.trim());
const AXE = /^(?:axe|pilier)\b.{0,140}$/iu;

export const isAxe = (text: string): boolean => AXE.test(text.trim());

/** Parties side by side: the State stands in a row without figures. */
const headingOf = (lignes: Lignes): number =>
  lignes
    .slice(0, HEADING_ROWS)
    .findIndex((ligne) => ligne.some(isState) && !ligne.some((text) => isFigure(text) && yearIn(text) === null));

/** Years over parties already. */
const isReadable = (lignes: Lignes): boolean =>
  headingOf(lignes) >= 0 &&
  lignes
    .slice(0, HEADING_ROWS)
    .flat()
    .some((text) => yearIn(text) !== null);

/** What a table says, before it is known what the others say. */
export interface MontantLu {
  readonly annee: number;
  readonly partie: string;
  readonly texte: string;
  readonly lieu: string;
}

export interface ActionLue {
  readonly label: string;
  readonly lieu: string;
  readonly axe: string | null;
  readonly montants: MontantLu[];
}

/** Where what is read stands: its fiche, its axe, the year of its title. */
interface Ici {
  axe: string | null;
  fiche: { readonly label: string; readonly lieu: string } | null;
  annee: { readonly texte: string; readonly annee: number } | null;
}

export interface BudgetsRegroupes {
  readonly document: SignedDocument;
  /** What the fiches say beside annexes that have the form that is read: it is held against them, and not read as more actions. */
  readonly fiches: readonly ActionLue[];
  readonly questions: readonly QuestionOuverte[];
}

export function regroupBudgets(signed: SignedDocument): BudgetsRegroupes {
  const { blocs } = signed;
  const hasAnnexes = blocs.some((bloc) => bloc.kind === "tableau" && isReadable(bloc.lignes));
  const ici: Ici = { axe: null, fiche: null, annee: null };
  const actions = new Map<string, ActionLue>();
  const kept: Bloc[] = [];
  const questions: QuestionOuverte[] = [];
  let at: number | null = null;
  for (const [rank, bloc] of blocs.entries()) {
    if (bloc.kind === "paragraphe") {
      situate(ici, bloc, blocs[rank + 1]);
      kept.push(bloc);
      continue;
    }
    if (readPartyRows(bloc, ici, actions)) at ??= kept.length;
    else {
      const table = hasAnnexes ? bloc : withYear(bloc, ici);
      if (!hasAnnexes && headingOf(table.lignes) >= 0 && !isReadable(table.lignes))
        questions.push(
          ask(`Un tableau qui montre la part de l’État ne dit pas son année : il n’a pas été pris (${bloc.lieu}).`),
        );
      kept.push(table);
    }
    ici.annee = null;
  }
  const fiches = [...actions.values()];
  if (at !== null && !hasAnnexes) kept.splice(at, 0, asTable(fiches));
  questions.push(...fiches.flatMap(twice));
  return { document: { ...signed, blocs: kept }, fiches: hasAnnexes ? fiches : [], questions };
}

const ask = (question: string): QuestionOuverte => ({ champ: "actions[].montants", question });

/** Two budgets under one heading: that of the second may be missing. */
function twice({ label, montants }: ActionLue): readonly QuestionOuverte[] {
  const seen = new Map<string, MontantLu>();
  for (const each of montants) {
    const key = `${each.annee}/${foldText(each.partie)}`;
    const before = seen.get(key);
    if (before)
      return [
        ask(
          `${cite(label)} a deux budgets (${before.lieu} ; ${each.lieu}) : le premier a été pris. De quelle action est l’autre ?`,
        ),
      ];
    seen.set(key, each);
  }
  return [];
}

function situate(ici: Ici, { texte, lieu }: Paragraphe, next: Bloc | undefined): void {
  const plain = texte.trim();
  const annee = yearIn(plain);
  if (annee !== null) ici.annee = { texte: plain, annee };
  if (isAxe(plain)) ici.axe = plain;
  const groups = START_OF_FICHE.exec(plain)?.groups;
  const numero = groups?.["titled"] ?? groups?.["alone"];
  if (numero === undefined) return;
  const title = groups?.["alone"] === undefined ? plain : next?.kind === "paragraphe" ? next.texte : "";
  const words = title.replace(/^(?:fiche[- ])?action\s*(?:n ?[°º] ?)?\d{1,3}\s*[-–:]?\s*/iu, "");
  ici.fiche = { label: `${numero}. ${words.length > LONGEST_TITLE || words.includes(" :") ? "" : words}`.trim(), lieu };
}

/** A table of one year says it in the words above it: they become its heading. */
function withYear(table: TableauDuDocument, { annee }: Ici): TableauDuDocument {
  const { lignes, lieu } = table;
  const heading = headingOf(lignes);
  if (!annee || heading < 0) return table;
  const first = (lignes[heading] ?? []).findIndex((text) => isState(text) || isTotal(text));
  const years = (lignes[heading] ?? []).map((_, column) => (column === first ? String(annee.annee) : ""));
  const places = [years, ...lignes].map((ligne, row) =>
    ligne.map((_, column) => (row === 0 ? lieu : placeOf(lieu, row - 1, column))),
  );
  return { ...table, lignes: [years, ...lignes], places };
}

const placeOf = (lieu: string, row: number, column: number): string =>
  `${lieu}, ligne ${row + 1}, colonne ${columnName(column)}`;

/** True where each row is what one party pays: its amounts go to the action of the row, or of the fiche. */
function readPartyRows(table: TableauDuDocument, ici: Ici, actions: Map<string, ActionLue>): boolean {
  const { lignes, lieu } = table;
  const heading = lignes
    .slice(0, HEADING_ROWS)
    .findIndex((ligne) => ligne.slice(1).some((text) => yearIn(text) !== null));
  const years = new Map<number, number>();
  for (const [column, text] of (lignes[heading] ?? []).entries()) {
    const annee = yearIn(text);
    if (annee !== null && text.length < 30) years.set(column, annee);
  }
  const body = lignes.slice(heading + 1);
  const parties = (lignes[heading] ?? []).findIndex(
    (_, column) => !years.has(column) && body.some((ligne) => isState(ligne[column] ?? "")),
  );
  if (headingOf(lignes) >= 0 || heading < 0 || years.size === 0 || parties < 0) return false;
  const read = new Map<string, ActionLue>();
  let axe = ici.axe;
  let label = ici.fiche;
  for (const [down, ligne] of body.entries()) {
    const row = heading + 1 + down;
    const named = ligne.slice(0, parties).find((text) => text.trim() !== "") ?? "";
    const partie = (ligne[parties] ?? "").trim();
    const figures = [...years].filter(([column]) => isFigure(ligne[column] ?? ""));
    const heads = [named, partie].find((text) => isAxe(text));
    if (figures.length === 0 && heads !== undefined) {
      axe = heads;
      continue;
    }
    if (named !== "" && !isTotal(named)) label = { label: named, lieu: placeOf(lieu, row, 0) };
    if (figures.length === 0 || isTotal(named)) continue;
    if (partie === "" || !label) return false;
    const action = read.get(label.label) ?? { ...label, axe, montants: [] };
    read.set(label.label, action);
    for (const [column, annee] of figures)
      action.montants.push({ annee, partie, texte: ligne[column] ?? "", lieu: placeOf(lieu, row, column) });
  }
  for (const [key, action] of read) {
    const known = actions.get(key);
    if (known) known.montants.push(...action.montants);
    else actions.set(key, action);
  }
  return read.size > 0;
}

/** One table, years over parties; totals only where all have them. */
function asTable(actions: readonly ActionLue[]): TableauDuDocument {
  const all = actions.flatMap(({ montants }) => montants);
  const years = [...new Set(all.map(({ annee }) => annee))].sort((left, right) => left - right);
  const named = [...new Map(all.map(({ partie }) => [foldText(partie), partie])).values()];
  const find = ({ montants }: ActionLue, annee: number, partie: string): MontantLu | undefined =>
    montants.find((each) => each.annee === annee && foldText(each.partie) === foldText(partie));
  const hasTotals = (partie: string): boolean =>
    !isTotal(partie) || actions.every((action) => years.every((annee) => find(action, annee, partie) !== undefined));
  const parties = [
    ...named.filter(isTotal),
    ...named.filter(isState),
    ...named.filter((each) => !isState(each) && !isTotal(each)),
  ].filter(hasTotals);
  const columns = years.flatMap((annee) => parties.map((partie) => ({ annee, partie })));
  const rows: { readonly texts: readonly string[]; readonly places: readonly string[] }[] = [];
  const add = (texts: readonly string[], places: readonly string[] = texts.map(() => "")): void => {
    rows.push({ texts, places });
  };
  add(["Actions", ...columns.map(({ annee, partie }) => (partie === parties[0] ? String(annee) : ""))]);
  add(["", ...columns.map(({ partie }) => (isState(partie) ? "État" : isTotal(partie) ? "Total" : partie))]);
  let axe: string | null = null;
  for (const action of actions) {
    if (action.axe !== null && action.axe !== axe) add([action.axe, ...columns.map(() => "")]);
    axe = action.axe;
    const montants = columns.map(({ annee, partie }) => find(action, annee, partie));
    add(
      [action.label, ...montants.map((each) => each?.texte ?? "")],
      [action.lieu, ...montants.map((each) => each?.lieu ?? action.lieu)],
    );
  }
  const lieu = actions[0]?.montants[0]?.lieu.replace(/, ligne \d+, colonne [A-Z]$/, "") ?? "";
  return {
    kind: "tableau",
    lignes: rows.map(({ texts }) => texts),
    lieu,
    places: rows.map(({ places }) => places.map((place) => (place === "" ? lieu : place))),
  };
}
