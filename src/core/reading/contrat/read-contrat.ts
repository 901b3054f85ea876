// From the sheet « Contrat » of a workbook to the contract that it holds, with each mistake at its cell.
import type { CellRef } from "../../domain/cell-ref";
import { REQUIRED_SECTIONS, SECTION_TITLES, type TableSection } from "../../domain/contrat/contrat-layout";
import type { Convention, ConventionDefinition } from "../../domain/contrat/convention";
import type { ErreurContrat, FeuilleContrat } from "../../domain/dossier";
import { accord } from "../../domain/words/accord";
import { cite, typographie } from "../../domain/words/typographie";
import { checkContratSums, parseDefinition } from "./check-contrat";
import { ContratCells, type Path } from "./contrat-cells";
import { readRows, type ContratRow } from "./contrat-rows";
import { findSections, type Section } from "./contrat-sections";
import { readEcheances, readFiches, readImputation, readNationaux } from "./read-annexes";
import { readAvenants } from "./read-avenants";
import { readParametres } from "./read-parametres";
import { readActions, readAnnees, readAxes, readIndicateurs } from "./read-tables";
import type { SheetGrid } from "../sheet-grid";

export interface ContratLu {
  readonly feuille: FeuilleContrat;
  /** French sentence: why no rule may rely on it; null when the mistakes, if any, leave what matters readable. */
  readonly inutilisable: string | null;
  /** As it is written, without its avenants; null when the sheet holds too little to know even its actions. */
  readonly convention: Convention | null;
}

type Sections = ReturnType<typeof findSections>;

/** `asOf` picks the avenants in force, with which the sums are checked. */
export function readContrat(grid: SheetGrid, asOf: string): ContratLu {
  const sections = findSections(grid);
  const cells = new ContratCells(grid.sheet, firstCell(grid));
  const parametres = sections.get("parametres");
  const convention = parametres ? readConvention(sections, parametres, asOf, cells) : null;
  if (!parametres) {
    cells.fail(
      cells.fallback,
      `Section « ${SECTION_TITLES.parametres} »`,
      "elle ne se trouve pas dans la feuille. Rétablissez son titre et ses lignes.",
    );
  }
  return {
    convention,
    feuille: describeFeuille(grid, convention, cells),
    inutilisable: explainUnusable(grid.sheet, convention, cells),
  };
}

function firstCell(grid: SheetGrid): CellRef {
  const row = grid.rows.find((candidate) => !candidate.isBlank);
  let column = row?.left ?? 0;
  while (row && row.value(column) === null && column < row.right) column += 1;
  return { sheet: grid.sheet, row: row?.row ?? 0, column };
}

function readConvention(sections: Sections, parametres: Section, asOf: string, cells: ContratCells): Convention | null {
  const rowsOf = <Name extends TableSection>(name: Name): readonly ContratRow<Name>[] =>
    readRows(name, sections.get(name), REQUIRED_SECTIONS.includes(name), cells);
  const minor = <Result>(read: () => Result): Result => {
    cells.isMinor = true;
    const result = read();
    cells.isMinor = false;
    return result;
  };

  const params = readParametres(parametres, cells);
  const { annees, creditsEtat } = readAnnees(rowsOf("annees"), cells);
  const years = annees.map(({ annee }) => annee);
  const { designation, nom, motsColonne } = params.collectivite;
  const base = readActions(rowsOf("actions"), years, designation, cells);
  const actions = readIndicateurs(rowsOf("indicateurs"), base, years, cells);
  const localWords = [designation, nom, ...motsColonne, "Collectivité"];
  const avenants = readAvenants(rowsOf("avenants"), cells, localWords);
  const axes = readAxes(rowsOf("axes"), cells);
  const lignes = minor(() => readImputation(rowsOf("imputation"), cells));
  const echeances = minor(() => readEcheances(rowsOf("echeances"), cells));
  const paths = actionPaths(actions, avenants);
  const fiches = minor(() => readFiches(rowsOf("fiches"), paths, params.periode, cells));
  const withFiche = <A extends { readonly numero: number }>(action: A, path: Path) => {
    const fiche = fiches.get(action.numero);
    const isIts = paths.get(action.numero)?.join("/") === path.join("/");
    return fiche && isIts ? { ...action, fiche } : action;
  };
  const definition: ConventionDefinition = {
    ...params,
    annees,
    creditsEtat,
    axes,
    actions: actions.map((action, index) => withFiche(action, ["actions", index])),
    imputation: { ...params.imputation, lignes },
    echeances,
    indicateursNationaux: readNationaux(rowsOf("nationaux")),
    avenants: avenants.map((avenant, rank) => ({
      ...avenant,
      actionsNouvelles: (avenant.actionsNouvelles ?? []).map((action, index) =>
        withFiche(action, ["avenants", rank, "actionsNouvelles", index]),
      ),
    })),
  };
  const convention = parseDefinition(definition, cells);
  if (!convention) return null;
  if (!cells.mistakes.some(({ isMinor }) => !isMinor)) checkContratSums(convention, asOf, cells);
  return withoutMistakes(convention, sections, cells);
}

function actionPaths(
  actions: ConventionDefinition["actions"],
  avenants: ReturnType<typeof readAvenants>,
): ReadonlyMap<number, Path> {
  const added = avenants.flatMap(({ actionsNouvelles = [] }, avenant) =>
    actionsNouvelles.map(({ numero }, index) => [numero, ["avenants", avenant, "actionsNouvelles", index]] as const),
  );
  const own = actions.map(({ numero }, index) => [numero, ["actions", index]] as const);
  return new Map<number, Path>([...added, ...own]);
}

/** An imputation with a mistake in it is none: half of it would be taken for the contract's. */
function withoutMistakes(convention: Convention, sections: Sections, cells: ContratCells): Convention {
  const from = sections.get("imputation");
  const rows = new Set(from?.rows.map(({ row }) => row));
  const isFaulty = cells.mistakes.some(({ cell, figures }) => !figures && (rows.has(cell.row) || cell === from?.title));
  return isFaulty ? { ...convention, imputation: { ...convention.imputation, lignes: [] } } : convention;
}

/** As they are met down the sheet: a cause stands above what follows from it. */
function byPlace({ cell: left }: ErreurContrat, { cell: right }: ErreurContrat): number {
  return left.row - right.row || left.column - right.column;
}

function describeFeuille(grid: SheetGrid, convention: Convention | null, cells: ContratCells): FeuilleContrat {
  const filled = grid.rows.filter((row) => !row.isBlank);
  const years = convention?.annees ?? [];
  return {
    range: {
      sheet: grid.sheet,
      top: filled[0]?.row ?? 0,
      left: filled.reduce((least, { left }) => Math.min(least, left), filled[0]?.left ?? 0),
      bottom: filled.at(-1)?.row ?? 0,
      right: filled.reduce((most, { right }) => Math.max(most, right), 0),
    },
    erreurs: [...cells.mistakes].sort(byPlace).map(({ cell, parametre, message, figures }) => ({
      cell,
      parametre: typographie(parametre),
      message: typographie(message),
      ...(figures && { figures }),
    })),
    cellsAnnee: new Map(years.map(({ annee }, index) => [annee, cells.find(["creditsEtat", index, "montant"])])),
  };
}

function explainUnusable(sheet: string, convention: Convention | null, cells: ContratCells): string | null {
  const serious = cells.mistakes.filter(({ isMinor }) => !isMinor).length;
  if (convention && serious === 0) return null;
  const verb = serious > 1 ? "empêchent" : "empêche";
  return typographie(
    `La feuille ${cite(sheet)} a ${accord(serious, "erreur")} qui ${verb} de connaître le contrat. Corrigez-les (règle contrat-coherent), puis relancez.`,
  );
}
