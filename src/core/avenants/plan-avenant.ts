// What recording an avenant would write, what it would change, and what is wrong with it, as the reader and the rules say.
import { conventionEnVigueur } from "../contract/in-force/en-vigueur";
import type { ValeurClause } from "../contract/clauses/clause";
import { listClauses } from "../contract/clauses/list-clauses";
import type { Statut } from "../contract/avenants/fermete";
import type { Convention } from "../contract/convention";
import { toEuros } from "../domain/values/montant";
import { typographie } from "../domain/words/typographie";
import { chooseContrat } from "../reading/contrat/choose-contrat";
import { contratsConnus, recogniseContrat, type Contrats } from "../reading/contrat/recognise-contrat";
import type { Finding } from "../verification";
import { refuseEcriture } from "../refuse-ecriture";
import { verify } from "../verify";
import type { CellChange, RawWorkbook } from "../workbook-port";
import { WorkbookError } from "xlsx-model/plan";
import { FORMATS } from "../sheets/parts/sheet-style";
import type { AvenantSaisi } from "./avenant-saisi";
import { asDate, asText, composeLignes, findFreeRows, type Typed } from "./compose-lignes";
import { withoutHalf } from "./half-avenant";
import { withCells } from "./with-cells";

export interface LignePrevue {
  /** "Action 8 – 2025 – part État". */
  readonly libelle: string;
  /** Null where the contract says nothing of it before. */
  readonly ancienne: string | null;
  readonly nouvelle: string;
  /** Whether it fixes the amount of its year or announces it; null for a line of no such amount. */
  readonly statut: Statut | null;
  /** French sentences: why the line cannot be read. Nothing is written while there is one. */
  readonly erreurs: readonly string[];
}

export interface AvenantPlan {
  readonly sheet: string;
  readonly lignes: readonly LignePrevue[];
  /** French sentences: what the rules will say of the avenant once it is written. */
  readonly remarques: readonly string[];
  readonly cells: readonly CellChange[];
}

const NO_SHEET =
  "Le classeur n’a pas de feuille « Contrat » qui serve : rien n’a été écrit. Insérez-la d’abord, puis recommencez.";
const NO_STATUT =
  "La partie « Avenants » de la feuille « Contrat » n’a pas de colonne « Statut » : rien n’a été écrit. Ajoutez cet en-tête à droite des autres, ou laissez le statut sans choix.";
const NO_LINE = "L’avenant ne change encore rien : ajoutez au moins un changement.";

const SPOKEN_OF = new Set(["avenant-lisible", "contrat-coherent"]);

function content(valeur: ValeurClause): Typed {
  switch (valeur.genre) {
    case "montant":
      return { content: { value: toEuros(valeur.montant) }, numberFormat: FORMATS.euros };
    case "nombre":
      return { content: { value: valeur.nombre }, numberFormat: FORMATS.nombre };
    case "part":
      return { content: { value: valeur.part }, numberFormat: FORMATS.part };
    case "date":
      return asDate(valeur.date);
    default:
      return asText(valeur.texte);
  }
}

/** What the contract says before the avenant, by key. */
function clausesBefore(convention: Convention, { numero, signeLe }: AvenantSaisi, asOf: string) {
  const others = convention.avenants.filter((avenant) => String(avenant.numero) !== numero.trim());
  const before = conventionEnVigueur({ ...convention, avenants: others }, signeLe || asOf).convention;
  return new Map(listClauses(before).map((clause) => [clause.key, clause]));
}

/** Throws WorkbookError where nothing may be written. */
function said(raw: RawWorkbook, contrats: Contrats, asOf: string): readonly Finding[] {
  const { verification, dossier } = verify(raw, contrats, asOf);
  const refused = refuseEcriture(raw, dossier);
  if (refused !== null) throw new WorkbookError(refused);
  return verification.findings.filter(({ rule }) => SPOKEN_OF.has(rule));
}

/** Throws WorkbookError where there is nowhere to write it, or nothing to write, or the workbook is not known to be this contract's. */
export function planAvenant(raw: RawWorkbook, contrats: Contrats, asOf: string, saisi: AvenantSaisi): AvenantPlan {
  const plan = (from: RawWorkbook) => planInFreeRows(from, contrats, asOf, saisi);
  const fresh = plan(raw);
  const without = withoutHalf(raw, fresh.cells, (from) => plan(from).cells);
  return without ? plan(without) : fresh;
}

function planInFreeRows(raw: RawWorkbook, contrats: Contrats, asOf: string, saisi: AvenantSaisi): AvenantPlan {
  const known = new Set(said(raw, contrats, asOf).map(({ id, message }) => `${id} ${message}`));
  const choose = (from: RawWorkbook) =>
    chooseContrat(from, recogniseContrat(from, contrats).convention, asOf, "built-in", contratsConnus(contrats));
  const { grid, feuille, convention } = choose(raw);
  if (!grid || !feuille) throw new WorkbookError(typographie(NO_SHEET));
  if (saisi.lignes.length === 0) throw new WorkbookError(typographie(NO_LINE));
  const registre = findFreeRows(grid, saisi.lignes.length);
  if (!registre.columns.has("statut") && saisi.lignes.some(({ champs }) => champs.statut)) {
    throw new WorkbookError(typographie(NO_STATUT));
  }
  const read = (cells: readonly CellChange[]) => {
    const lines = choose(withCells(raw, cells)).feuille?.registre ?? [];
    return registre.rows.map((row) => lines.find(({ cell }) => cell.row === row) ?? null);
  };
  const clauses = clausesBefore(convention, saisi, asOf);
  const anciennes = read(composeLignes(saisi, registre, convention)).map((ligne) => {
    const cle = ligne?.touche.cle ?? null;
    const clause = cle === null ? undefined : clauses.get(cle);
    return clause ? content(clause.value) : null;
  });
  const cells = composeLignes(saisi, registre, convention, anciennes);
  const own = new Set(registre.rows);
  const lignes = read(cells).map((ligne): LignePrevue => ({
    libelle: ligne?.libelle ?? "",
    ancienne: ligne?.ancienne?.texte ?? null,
    nouvelle: ligne?.nouvelle ?? "",
    statut: ligne?.statut ?? null,
    erreurs: (ligne?.erreurs ?? []).map(({ parametre, message }) => typographie(`${parametre} : ${message}`)),
  }));
  const isWrong = lignes.some(({ erreurs }) => erreurs.length > 0);
  return {
    sheet: grid.sheet,
    lignes,
    cells,
    remarques: isWrong
      ? []
      : said(withCells(raw, cells), contrats, asOf)
          .filter(({ id, message }) => !known.has(`${id} ${message}`))
          .filter(({ rule, cells: at }) => rule !== "avenant-lisible" || at.some(({ row }) => own.has(row)))
          .map(({ message }) => message),
  };
}
