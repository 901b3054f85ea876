// From the sheet « Contrat » of a workbook to the contract that it holds, with each mistake at its cell.
import { compareByRows, type CellRef } from "xlsx-model/cell-ref";
import { listClauses } from "../../contract/clauses/list-clauses";
import { SECTION_COLUMNS, type TableSection } from "../../contract/clauses/sections";
import type { Convention, ConventionDefinition } from "../../contract/convention";
import type { ClauseLue, FeuilleContrat, PlageNonLue } from "../../domain/dossier";
import { accord } from "../../domain/words/accord";
import { cite, typographie } from "../../domain/words/typographie";
import { checkContratSums, parseDefinition } from "./check-contrat";
import { contratAside } from "./contrat-aside";
import { ContratCells, toErreur, type Path } from "./contrat-cells";
import { failAbsent, readRows, type RowsOf } from "./contrat-rows";
import { findSections, findTableColumns, type Section, type Sections } from "./contrat-sections";
import { readEcheances, readFiches, readImputation, readNationaux, type FicheLue } from "./read-annexes";
import {
  completeActions,
  readEnveloppes,
  readFinanceurs,
  readFinanceursLies,
  readComptes,
  readVersements,
  readSeuils,
  readSignataires,
} from "./read-ailleurs";
import { ficheServie, fichesServies, liensIllisibles } from "./fiches-servies";
import { readAvenants } from "./read-avenants";
import type { AvenantsLus } from "./avenant-draft";
import { readEmpreinte, readParametres } from "./read-parametres";
import { isStateColumn, readActions, readAnnees, readAxes, readIndicateurs } from "./read-tables";
import { filledRange, type SheetGrid } from "../sheet-grid";
import { type NumeroAction, numeroDit } from "../../domain/values/numero-action";

export interface ContratLu {
  readonly feuille: FeuilleContrat;
  /** French sentence: why no rule may rely on it; null when the mistakes, if any, leave what matters readable. */
  readonly inutilisable: string | null;
  /** As it is written, with its avenants that can be read; null when the sheet holds too little to know even its actions. */
  readonly convention: Convention | null;
  /** Amounts in none of its columns. */
  readonly aside: readonly PlageNonLue[];
}

/** From what the sheet says to the contract that its avenants amend; null where only the sheet says what was signed. */
export type Authority = (lue: Convention) => Convention | null;

/** `asOf` picks the avenants in force, with which the sums are checked. */
export function readContrat(grid: SheetGrid, asOf: string, authority: Authority = () => null): ContratLu {
  const sections = findSections(grid);
  const cells = new ContratCells(grid.sheet, firstCell(grid));
  const parametres = sections.get("parametres");
  const lue = parametres ? readConvention(sections, parametres, cells) : null;
  const lus = lue && readRegistre(sections, lue, authority, asOf, cells);
  const whole = lus && { ...lue.convention, avenants: [...lus.avenants] };
  // Where what was signed is known, nothing of the sheet is taken for it.
  const sure = whole && fichesServies(whole, cells);
  const convention = sure && !lus.isKnown ? withoutMistakes(sure, sections, cells) : sure;
  if (!parametres) failAbsent("parametres", cells);
  return {
    convention,
    feuille: describeFeuille(grid, sections, whole, lus?.registre ?? [], cells),
    inutilisable: explainUnusable(grid.sheet, convention, cells),
    aside: contratAside(grid, sections),
  };
}

function firstCell({ sheet, rows }: SheetGrid): CellRef {
  const row = rows.find((candidate) => !candidate.isBlank);
  return { sheet, row: row?.row ?? 0, column: row?.filled()[0] ?? 0 };
}

interface ConventionLue {
  readonly convention: Convention;
  /** The fiches, those of actions that an avenant adds among them. */
  readonly fiches: ReadonlyMap<NumeroAction, FicheLue>;
}

/** Without its avenants. */
function readConvention(sections: Sections, parametres: Section, cells: ContratCells): ConventionLue | null {
  const rowsOf: RowsOf = (name) => readRows(name, sections, cells);
  const added = newActions(sections);
  const params = readParametres(parametres, cells);
  const { annees, creditsEtat } = readAnnees(rowsOf("annees"));
  const years = annees.map(({ annee }) => annee);
  const base = readActions(rowsOf("actions"), years, params, cells);
  const actions = readIndicateurs(rowsOf("indicateurs"), base, years, cells);
  const axes = readAxes(rowsOf("axes"));
  const paths = new Map<NumeroAction, Path>(added.map((numero) => [numero, ["nouvelles", numero]]));
  actions.forEach(({ numero }, index) => paths.set(numero, ["actions", index]));
  cells.isMinor = true;
  const fiches = readFiches(rowsOf("fiches"), paths, params.periode);
  const definition: ConventionDefinition = {
    ...params,
    ...readSignataires(rowsOf("signataires")),
    ...readEnveloppes(rowsOf("enveloppes")),
    ...readFinanceurs(rowsOf("financeurs")),
    ...readNationaux(rowsOf("nationaux")),
    cofinancement: {
      ...params.cofinancement,
      ...readSeuils(rowsOf("seuils")),
      ...readFinanceursLies(rowsOf("financeursLies")),
    },
    annees,
    creditsEtat,
    axes,
    actions: completeActions(actions, rowsOf, years).map((action) => {
      const lue = fiches.get(action.numero);
      return lue ? { ...action, fiche: lue.fiche } : action;
    }),
    ...readVersements(rowsOf("versements")),
    ...readComptes(rowsOf("comptes")),
    imputation: { ...params.imputation, lignes: readImputation(rowsOf("imputation")) },
    echeances: readEcheances(rowsOf("echeances")),
  };
  cells.isMinor = false;
  const convention = parseDefinition(definition, cells, added);
  return convention && { convention, fiches };
}

/** The numbers of actions that an avenant adds, as their fiches stand with the others. */
function newActions(sections: Sections): readonly NumeroAction[] {
  const table = findTableColumns("avenants", sections);
  const column = table?.columns.get("action");
  if (!table || column === undefined) return [];
  return table.rows.flatMap((row) => {
    const numero = numeroDit(String(row.value(column) ?? ""));
    return numero === null ? [] : [numero];
  });
}

function readRegistre(
  sections: Sections,
  { convention, fiches }: ConventionLue,
  authority: Authority,
  asOf: string,
  cells: ContratCells,
): AvenantsLus & { readonly isKnown: boolean } {
  const known = authority(convention);
  const signed = { ...(known ?? convention), avenants: [] };
  const rows = readRows("avenants", sections, cells);
  const lus = readAvenants(rows, signed, asOf, cells);
  const avenants = lus.avenants.map(({ actionsNouvelles, ...avenant }) => ({
    ...avenant,
    actionsNouvelles: actionsNouvelles.map((action) => {
      const lue = fiches.get(action.numero);
      const fiche = lue && ficheServie(lue.fiche, lue.path, cells);
      return fiche ? { ...action, fiche } : action;
    }),
  }));
  // A mistake in the figures of the sheet hides none of the signed contract's.
  if (known || cells.mistakes.every(({ isMinor }) => isMinor)) {
    checkContratSums(asOf, { convention: { ...signed, avenants }, lue: convention, cells, lus });
  }
  return { ...lus, avenants, isKnown: known !== null };
}

/** An imputation with a mistake in it is none: half of it would be taken for the contract's. */
function withoutMistakes(convention: Convention, sections: Sections, cells: ContratCells): Convention {
  const from = sections.get("imputation");
  const rows = new Set(from?.rows.map(({ row }) => row));
  const isFaulty = cells.mistakes.some(({ cell, somme }) => !somme && (rows.has(cell.row) || cell === from?.title));
  return isFaulty ? { ...convention, imputation: { ...convention.imputation, lignes: [] } } : convention;
}

/** The columns that number the lines of the imputation, which have no number of their own. */
const ROW_NUMBERS = ["annee", "axe"];

function listClausesLues(convention: Convention, cells: ContratCells): readonly ClauseLue[] {
  const listed = listClauses(convention).flatMap((clause): ClauseLue[] => {
    const hasColumn = !cells.lacks("colonne", clause.path);
    const isLineless = cells.lacks("ligne", clause.path);
    // A neutral value, which no cell gives: nothing may be said of the cell beside.
    if (hasColumn && !isLineless && !cells.exact(clause.path)) return [];
    const cell = cells.find(clause.path);
    const rangee = ROW_NUMBERS.flatMap((key) => cells.exact([...clause.path.slice(0, 3), key]) ?? []);
    return [
      {
        ...clause,
        cell,
        lisible: !isLineless && !cells.isUnreadable(cell),
        ...(!hasColumn && { sansColonne: true as const }),
        ...(rangee.length > 0 && { rangee }),
      },
    ];
  });
  return [...listed, ...liensIllisibles(convention, cells)];
}

/** Any words before a year that are not the State's are taken for the local party's: whether they are is for a rule to say. */
function listColonnesLocales(sections: Sections): NonNullable<FeuilleContrat["colonnesLocales"]> {
  return (["actions", "sousActions"] as const).flatMap((name) =>
    (findTableColumns(name, sections)?.numbered ?? [])
      .filter(({ words }) => !isStateColumn(words))
      .map(({ words, number, heading }) => ({ cell: heading, mots: words, annee: number })),
  );
}

function listNumeros(sections: Sections, { sheet, fallback }: ContratCells): NonNullable<FeuilleContrat["numeros"]> {
  const unheard = new ContratCells(sheet, fallback);
  const names = Object.keys(SECTION_COLUMNS) as TableSection[];
  return new Map(names.map((name) => [name, readRows(name, sections, unheard).map(({ numeros }) => numeros)]));
}

function describeFeuille(
  grid: SheetGrid,
  sections: Sections,
  convention: Convention | null,
  registre: FeuilleContrat["registre"],
  cells: ContratCells,
): FeuilleContrat {
  const parametres = sections.get("parametres");
  const empreinte = parametres && readEmpreinte(parametres, grid.sheet);
  const years = convention?.annees ?? [];
  return {
    range: filledRange(grid),
    // In the order in which they are met down the sheet: a cause stands above what follows from it.
    erreurs: [...cells.mistakes].sort((one, other) => compareByRows(one.cell, other.cell)).map(toErreur),
    ...(registre && registre.length > 0 && { registre }),
    numeros: listNumeros(sections, cells),
    titres: new Map([...sections].map(([section, { title }]) => [section, title])),
    ...(convention && { clauses: listClausesLues(convention, cells) }),
    vides: cells.emptied,
    colonnesLocales: listColonnesLocales(sections),
    ...(empreinte && { empreinte }),
    cellsAnnee: new Map(years.map(({ annee }, index) => [annee, cells.find(["creditsEtat", index, "montant"])])),
  };
}

function explainUnusable(sheet: string, convention: Convention | null, cells: ContratCells): string | null {
  const serious = cells.mistakes.filter(({ isMinor }) => !isMinor).length;
  if (convention && serious === 0) return null;
  const [verb, them] = serious > 1 ? ["empêchent", "Corrigez-les"] : ["empêche", "Corrigez-la"];
  return typographie(
    `La feuille ${cite(sheet)} a ${accord(serious, "erreur")} qui ${verb} de connaître le contrat. ${them} (les écarts disent où), puis relancez.`,
  );
}
