// Everything that is asked about a workbook, and every answer that it keeps, with what it holds for now.
import { isSameSheet } from "xlsx-model/cell-ref";
import type { Dossier, ListeVersements, PlageNonLue } from "../../domain/dossier";
import type { Question, Reponse, ReponseTenue } from "../../domain/question";
import type { CellSet } from "../account/read-cells";
import { tablesRead } from "../account/tables-read";
import { heldTables, type Gathered, type Tableau } from "../gather-tables";
import type { HeadingReader } from "../headings/headings";
import type { LabelReader } from "../labels/label-reader";
import type { SheetRead } from "../read-sheets";
import { askDirections, heldDirections } from "../transposed";
import { askAxes } from "./ask-axes";
import { heldAnswers } from "./answers";
import { askColumns, type Asking } from "./ask-columns";
import { askIndicators } from "./ask-indicators";
import { askIndicatorRows } from "./ask-indicator-rows";
import { askMesures, heldMesures, rangesAsked } from "./ask-measures";
import type { Mesures } from "./measures";
import { askLacking, heldLacking, type FoundLacking } from "./ask-lacking";
import { askNumbers, heldNumbers } from "./ask-numbers";
import { askRows } from "./ask-rows";
import { askTables } from "./ask-tables";
import { askUnits, heldUnits } from "./ask-units";
import { askVersements, heldVersements } from "./ask-versements";
import { withFormerAnswers } from "./former-answers";
import { oncePerKey } from "./once-per-key";
import { sumsAside } from "./sums-aside";

export interface Read {
  readonly sheets: readonly SheetRead[];
  readonly dossier: Dossier;
  readonly read: CellSet;
  readonly nonLus: readonly PlageNonLue[];
  readonly reponses: readonly Reponse[];
  readonly headings: HeadingReader;
  readonly labels: LabelReader;
  labelsOf(sheet: string): LabelReader;
  /** Tables whose title does not say what they are about. */
  readonly lacking: readonly FoundLacking[];
  readonly gathered: readonly Gathered<Tableau>[];
  readonly listes: readonly ListeVersements[];
  readonly mesures: Mesures;
}

export function askAll(all: Read): Pick<Dossier, "questions" | "reponses"> {
  const { sheets, dossier, reponses, headings, labels, labelsOf, gathered, lacking, listes, read, nonLus, mesures } =
    all;
  const { convention } = dossier;
  const grids = sheets.map(({ grid }) => grid);
  const bands = sheets.flatMap((sheet) => sheet.bands);
  const tables = tablesRead(dossier);
  const unitOf = (sheet: string) => tables.find(({ range }) => isSameSheet(range.sheet, sheet))?.unit ?? "€";
  const gridOf = (sheet: string) => grids.find((grid) => isSameSheet(grid.sheet, sheet));
  const isTurned = (sheet: string): boolean => gridOf(sheet)?.isTurned === true;
  const answered = sheets.flatMap((sheet) => sheet.answered);
  const isSum = sumsAside(dossier, grids, labels);
  const held: readonly ReponseTenue[] = [
    ...heldAnswers(reponses, answered, convention, unitOf, isSum),
    ...heldMesures(mesures, reponses, unitOf, isSum),
    ...gathered.flatMap(heldTables),
    ...heldUnits(reponses, dossier),
    ...heldVersements(reponses, listes, convention),
    ...heldNumbers(reponses, listes),
    ...heldDirections(reponses, grids),
    ...heldLacking(reponses, lacking, { convention, headings }),
  ];
  const indicators = tables.filter(({ sujet }) => sujet === "indicators").map(({ range }) => range);
  const known = { convention, dossier, headings, labels, read, nonLus, indicators, unitOf };
  const asking: Asking = { ...known, answered: sheets.flatMap(({ columns }) => columns) };
  const ofTables = askLacking(lacking, asking);
  // What is asked of a whole table is not asked of its columns as well.
  const whole = [
    ...ofTables.flatMap(({ range }) => range ?? []),
    ...listes.map(({ range }) => range),
    ...rangesAsked(mesures),
  ];
  const besides: Asking = { ...asking, whole };
  const asked: readonly Question[] = [
    ...gathered.flatMap(({ kind, undecided, names }) =>
      undecided.map((rivals) => askTables(rivals, { kind, names, convention, gridOf })),
    ),
    ...askUnits(dossier, reponses),
    ...askMesures(mesures),
    ...askVersements(listes, convention, reponses),
    ...askNumbers(listes, convention, reponses),
    ...askDirections(grids, labels, reponses),
    ...ofTables,
    ...oncePerKey(askColumns(bands, besides)),
    ...askIndicators(grids, asking),
    ...askRows(dossier, labelsOf, isTurned),
    ...askAxes(dossier, labelsOf, isTurned),
    ...askIndicatorRows(dossier, labelsOf, isTurned),
  ];
  const questions = withFormerAnswers(asked, held, convention);
  return { ...(questions.length > 0 && { questions }), ...(held.length > 0 && { reponses: held }) };
}
