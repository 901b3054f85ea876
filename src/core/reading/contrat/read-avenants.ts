// Reads the table of avenants of the sheet « Contrat »: one line per change, gathered by number; a mistaken line is set aside alone.
import { isSameCell } from "xlsx-model/cell-ref";
import { checkAvenants } from "../../contract/definition/check-avenants";
import { SANS_ARTICLE } from "../../contract/clauses/articles";
import { cleNommee, idEcheance } from "../../contract/clauses/clauses-nommees";
import { statutDe, type Statut } from "../../contract/avenants/fermete";
import type { LigneAvenant } from "../../contract/avenants/registre";
import { OBJETS, type Objet, linesOf } from "../../contract/clauses/sheet-words";
import { conventionSchema, type Avenant, type Convention } from "../../contract/convention";
import { foldText } from "../../domain/words/label";
import { describeIssue } from "../../contract/definition/describe-issue";
import {
  readActionNouvelle,
  readActionTerminee,
  readCible,
  readCredits,
  readEcheanceNouvelle,
  readIndicateurNouveau,
  readMontant,
} from "./avenant-changes";
import {
  AvenantDrafts,
  numeroEcrit,
  type AvenantDefinition,
  type AvenantRow,
  type AvenantsLus,
  type Draft,
} from "./avenant-draft";
import { describeLigne } from "./avenant-ligne";
import { readModification } from "./avenant-modifications";
import { objetOf } from "./avenant-objet";
import { NEVER } from "./cell-kinds";
import { failPart } from "./check-contrat";
import { ContratCells } from "./contrat-cells";

interface Line {
  readonly row: AvenantRow;
  readonly draft: Draft;
  readonly objet: Objet;
}

interface Context {
  /** What the avenants amend. */
  readonly convention: Convention;
  /**
   * The contract that the avenants amend, with the financing parties and deadlines that a line adds, since other
   * lines name them.
   */
  readonly named: Convention;
  readonly asOf: string;
}

interface Pass {
  readonly avenants: readonly Avenant[];
  readonly cells: ContratCells;
  /** Numbers of the avenants of which no date could be read although one is written. */
  readonly undated: ReadonlySet<number>;
}

/** Each pass leaves out the lines that have a mistake, until those that are left have none. */
export function readAvenants(
  rows: readonly AvenantRow[],
  convention: Convention,
  asOf: string,
  { sheet, fallback }: ContratCells,
): AvenantsLus {
  const context = { convention, asOf, named: withEcheances(withFinanceurs(convention, rows), rows) };
  const readSound = (sound: readonly AvenantRow[], dating: readonly AvenantRow[]): Pass =>
    readPass(sound, dating, context, new ContratCells(sheet, fallback));
  const mistakes: ContratCells["mistakes"] = [];
  const faulty = new Set<number>();
  let sound = rows;
  let pass = readSound(sound, []);
  while (pass.cells.mistakes.length > 0) {
    mistakes.push(...pass.cells.mistakes);
    for (const { cell } of pass.cells.mistakes) faulty.add(cell.row);
    for (const row of sound) if (pass.undated.has(numeroEcrit(row) ?? NaN)) faulty.add(row.line);
    const kept = sound.filter(({ line }) => !faulty.has(line));
    // A mistake that is of no line, such as a missing heading, is told and stops here.
    if (kept.length === sound.length) break;
    sound = kept;
    // A line that cannot serve may all the same date its avenant for the others.
    pass = readSound(
      sound,
      rows.filter((row) => faulty.has(row.line) && !mistakes.some((mistake) => isOfDate(mistake, row))),
    );
  }
  return {
    avenants: pass.avenants.filter(({ signeLe }) => signeLe !== NEVER),
    registre: rows.map((row) => {
      const own = mistakes.filter(({ cell }) => cell.row === row.line);
      const ligne = describeLigne(row, rows, context, faulty.has(row.line), own);
      return { ...ligne, statut: statutDeLigne(ligne, pass.avenants, convention) };
    }),
    cells: pass.cells,
  };
}

/** A mistake in the cells that say which avenant a line is of, and when that was signed. */
const isOfDate = ({ cell }: ContratCells["mistakes"][number], row: AvenantRow): boolean =>
  isSameCell(cell, row.cell("numero")) || isSameCell(cell, row.cell("signeLe"));

/** What the line says, or what stands for it where it says nothing. */
function statutDeLigne(
  { numero, touche: { objet, annee, action, partie } }: LigneAvenant,
  avenants: readonly Avenant[],
  { annees }: Convention,
): Statut | null {
  const avenant = avenants.find((each) => each.numero === numero);
  if (!avenant || annee === null) return null;
  const lignes =
    objet === "credits"
      ? avenant.creditsEtat.filter((credit) => credit.annee === annee)
      : avenant.montants.filter((own) => own.annee === annee && own.action === action && own.partie === partie);
  const [ligne] = objet === "credits" || objet === "montant" ? lignes : [];
  // A draft has no day yet: nothing but its own lines says which year it is made for.
  const dated = avenant.signeLe === NEVER ? { ...avenant, signeLe: "" } : avenant;
  return ligne ? statutDe(dated, ligne, annees) : null;
}

function withFinanceurs(convention: Convention, rows: readonly AvenantRow[]): Convention {
  const added = rows.flatMap((row) => {
    const [nom, point] = [row.text("valeur"), row.text("intitule")];
    if (nom === null || point === null || !foldText(point).startsWith("autre financeur")) return [];
    return cleNommee(convention, point)?.startsWith("financeurs/") ? [{ nom }] : [];
  });
  const { autresFinanceurs = [] } = convention;
  return added.length === 0 ? convention : { ...convention, autresFinanceurs: [...autresFinanceurs, ...added] };
}

function withEcheances(convention: Convention, rows: readonly AvenantRow[]): Convention {
  const known = new Set(convention.echeances.map(({ id }) => id));
  const added = rows.flatMap((row) => {
    const [intitule = "", ...alias] = linesOf(row.text("intitule") ?? "");
    const id = idEcheance(convention, intitule);
    if (objetOf(row) !== "echeanceNouvelle" || id === "" || known.has(id)) return [];
    return [{ id, intitule, alias, article: SANS_ARTICLE, date: NEVER }];
  });
  return added.length === 0 ? convention : { ...convention, echeances: [...convention.echeances, ...added] };
}

function readPass(
  rows: readonly AvenantRow[],
  dating: readonly AvenantRow[],
  { convention, named }: Context,
  cells: ContratCells,
): Pass {
  const drafts = new AvenantDrafts(cells);
  const lines = rows.flatMap((each): Line[] => {
    const row = each.heardBy(cells);
    const draft = drafts.find(row);
    for (const lost of row.lost) row.at([], draft?.nom ?? "Avenant").failLost(lost);
    const objet = draft && readObjet(row, draft.nom);
    return draft && objet ? [{ row, draft, objet }] : [];
  });
  // The lines stand in any order, and others speak of the actions that these add.
  const isNewAction = ({ objet }: Line): boolean => objet === "actionNouvelle";
  const inOrder = [...lines.filter(isNewAction), ...lines.filter((line) => !isNewAction(line))];
  for (const line of inOrder) readLine(line, named);
  for (const row of dating) drafts.date(row.heardBy(cells));
  const definitions = drafts.finish();
  return { avenants: check(definitions, convention, cells), cells, undated: drafts.undated(rows) };
}

function readLine({ row, draft, objet }: Line, convention: Convention): void {
  switch (objet) {
    case "credits":
      return readCredits(row, draft);
    case "montant":
      return readMontant(row, draft, convention);
    case "cible":
      return readCible(row, draft);
    case "actionNouvelle":
      return readActionNouvelle(row, draft);
    case "indicateurNouveau":
      return readIndicateurNouveau(row, draft);
    case "echeanceNouvelle":
      return readEcheanceNouvelle(row, draft, convention);
    case "actionTerminee":
      return readActionTerminee(row, draft);
    default:
      return readModification(row, draft, objet, convention);
  }
}

/** The avenants; none where the schema refuses one, and what is wrong is told at the cells of its lines. */
function check(
  definitions: readonly AvenantDefinition[],
  convention: Convention,
  cells: ContratCells,
): readonly Avenant[] {
  const parsed = conventionSchema.shape.avenants.safeParse(definitions, { reportInput: true });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues.map(describeIssue)) {
      failPart(cells, { path: ["avenants", ...path], message });
    }
    return [];
  }
  for (const problem of checkAvenants({ ...convention, avenants: parsed.data })) failPart(cells, problem);
  return parsed.data;
}

function readObjet(row: AvenantRow, nom: string): Objet | null {
  const objet = objetOf(row);
  if (objet === null) {
    const known = Object.values(OBJETS).map((word) => `« ${word} »`);
    const message = `ce que change cette ligne n’est pas dit. Écrivez l’un de : ${known.join(", ")}.`;
    row.at([], nom).fail("objet", message);
  }
  return objet;
}
