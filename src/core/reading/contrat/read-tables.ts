// Reads the years, axes, actions and indicators of the sheet « Contrat ».
import type { ColumnOf, TableSection } from "../../contract/clauses/sections";
import type { ConventionDefinition } from "../../contract/convention";
import { foldText } from "../../domain/words/label";
import type { ContratCells, Path } from "./contrat-cells";
import type { ContratRow } from "./contrat-rows";
import type { NumeroAction } from "../../domain/values/numero-action";

type Definition = ConventionDefinition;
type Action = Definition["actions"][number];
type Indicateur = Action["indicateurs"][number];
type Years = Pick<Definition, "annees" | "creditsEtat">;

const sansIntitule = (numero: NumeroAction): string => `(sans intitulé) ${numero}`;

export function readAnnees(rows: readonly ContratRow<"annees">[]): Years {
  const annees: Definition["annees"][number][] = [];
  const creditsEtat: Definition["creditsEtat"][number][] = [];
  for (const row of rows) {
    const year = row.at(["annees", annees.length]);
    const annee = year.read("annee", { parametre: "Année du contrat" });
    if (annee === null) continue;
    const nom = `Crédits de l’État ${annee}`;
    const credit = row.at(["creditsEtat", annees.length], nom);
    annees.push({
      annee,
      debut: year.read("debut", { parametre: `Premier jour ${annee}`, neutral: `${annee}-01-01` }),
      fin: year.read("fin", { parametre: `Dernier jour ${annee}`, neutral: `${annee}-12-31` }),
    });
    const montant = credit.read("montant", { parametre: nom });
    // A year without any amount per axe has no split yet.
    const axes = credit.filled("axe", (axe) => `annees/${annee}/axes/${axe}`);
    const repartition = axes.map((column, index) => ({
      axe: column.number,
      montant: credit.readUnder(column, "montant", ["repartition", index, "montant"], `axe ${column.number}`),
    }));
    const statut = readStatut(credit, `Statut ${annee}`);
    creditsEtat.push({ annee, montant, statut, ...(repartition.length > 0 && { repartition }) });
  }
  return { annees, creditsEtat };
}

function readStatut(credit: ContratRow<"annees">, parametre: string): "ferme" | "provisionnel" {
  credit.place("statut", { parametre });
  const word = foldText(credit.text("statut") ?? "");
  if (/^fermes?$/.test(word)) return "ferme";
  if (!/^pr[oe]visionnels?$/.test(word)) {
    credit.fail("statut", "le statut n’est pas lisible. Écrivez « ferme » ou « provisionnel ».", { parametre });
  }
  return "provisionnel";
}

export function readAxes(rows: readonly ContratRow<"axes">[]): Definition["axes"][number][] {
  const axes: Definition["axes"][number][] = [];
  for (const row of rows) {
    const path: Path = ["axes", axes.length];
    const numero = row.at(path).read("numero", { parametre: "Numéro de l’axe" });
    if (numero === null) continue;
    const axe = row.at(path, `Axe ${numero}`);
    axes.push({ numero, intitule: axe.read("intitule", { neutral: sansIntitule(numero) }), alias: axe.read("alias") });
  }
  return axes;
}

/** Whether the folded words before a year are the State's: any others are taken for the local party's. */
export const isStateColumn = (words: string): boolean => /^(?:part )?etat$/.test(words);

/** A year that no heading repeats is one mistake, at the year: it is not the contract's, or its columns are gone. */
function failYear(cells: ContratCells, at: Path, annee: number, index: number, manque: string): void {
  cells.failColumn(at);
  const message = `aucune colonne « ${manque}. Corrigez l’année, ou rétablissez l’en-tête.`;
  cells.fail(cells.find(["annees", index, "annee"]), `Année ${annee}`, message);
}

/** A filled column of a year before or after the contract's; left out where a year itself has no column, which is said. */
function checkYears(
  rows: readonly ContratRow<"actions" | "indicateurs">[],
  annees: readonly number[],
  cells: ContratCells,
): void {
  const columns = (rows[0]?.numbered ?? []).filter(({ number }) => number > 1999);
  if (annees.some((annee) => columns.every(({ number }) => number !== annee))) return;
  for (const column of columns) {
    const isFilled = rows.some((row) => row.isFilled(column));
    const isWithin = column.number >= Math.min(...annees) && column.number <= Math.max(...annees);
    if (isWithin || !isFilled) continue;
    const message = `l’année ${column.number} n’existe pas dans la section « Années et crédits de l’État ». Corrigez l’en-tête, rétablissez l’année, ou supprimez cette colonne.`;
    cells.fail(column.heading, `Colonne ${column.number}`, message);
  }
}

export function readActions(
  rows: readonly ContratRow<"actions">[],
  annees: readonly number[],
  {
    collectivite: { designation },
    montantsPour = "action",
  }: Pick<ConventionDefinition, "collectivite" | "montantsPour">,
  cells: ContratCells,
): Action[] {
  const actions: Action[] = [];
  checkYears(rows, annees, cells);
  for (const row of rows) {
    const path: Path = ["actions", actions.length];
    const numero = row.at(path).read("numero", { parametre: "Numéro de l’action" });
    if (numero === null) continue;
    const action = row.at(path, `Action ${numero}`);
    const axe = action.read("axe") ?? 1;
    const intitule = action.read("intitule", { neutral: sansIntitule(numero) });
    const alias = action.read("alias");
    const montants = annees.map((annee, index) => {
      const amount = (partie: "etat" | "collectivite"): number => {
        const words = partie === "etat" ? "État" : designation;
        const at: Path = ["montants", index, partie];
        const column = row.numbered.find(
          (each) => each.number === annee && isStateColumn(each.words) === (partie === "etat"),
        );
        // A contract that settles its amounts above the action leaves these cells empty.
        if (column && montantsPour !== "action" && !row.isFilled(column)) return 0;
        if (column) return action.readUnder(column, "montant", at, `${annee} – part ${words}`);
        failYear(cells, [...path, ...at], annee, index, `${words} ${annee} » ne donne les montants des actions`);
        return 0;
      };
      return { annee, etat: amount("etat"), collectivite: amount("collectivite") };
    });
    actions.push({ numero, axe, intitule, alias, montants, indicateurs: [] });
  }
  return actions;
}

/** Sections whose rows are of an action. */
export type WithAction = { [Name in TableSection]: "action" extends ColumnOf<Name> ? Name : never }[TableSection];

/** The action that a row names, and what is known of it; null, and a mistake, where there is none. */
export function ofAction<Name extends WithAction, Known>(
  row: ContratRow<Name>,
  actions: ReadonlyMap<NumeroAction, Known>,
  parametre: string,
): { readonly numero: NumeroAction; readonly known: Known } | null {
  const numero = row.readAs("action", "numeroAction", { parametre });
  if (numero === null) return null;
  const known = actions.get(numero);
  if (known !== undefined) return { numero, known };
  row.fail("action", `l’action ${numero} n’existe pas dans la section « Actions et montants ».`, { parametre });
  return null;
}

/** Puts each indicator under its action, in the order of the sheet. */
export function readIndicateurs(
  rows: readonly ContratRow<"indicateurs">[],
  actions: readonly Action[],
  annees: readonly number[],
  cells: ContratCells,
): Action[] {
  // Where no action could be read, that is said, and not once more for each indicator.
  if (actions.length === 0) return [];
  checkYears(rows, annees, cells);
  const places = new Map(actions.map(({ numero }, place) => [numero, place]));
  const indicateurs = actions.map((): Indicateur[] => []);
  for (const row of rows) {
    const owner = ofAction(row, places, "Action de l’indicateur");
    const own = owner && indicateurs[owner.known];
    if (!own) continue;
    const path: Path = ["actions", owner.known, "indicateurs", own.length];
    const parametre = `Action ${owner.numero} – numéro de l’indicateur`;
    const numero = row.at(path).read("numero", { parametre });
    if (numero === null) continue;
    const indicateur = row.at(path, `Action ${owner.numero} – indicateur ${numero}`);
    const intitule = indicateur.read("intitule", { neutral: sansIntitule(numero) });
    const alias = indicateur.read("alias");
    const t0 = indicateur.read("t0");
    const cibles = annees.map((annee, index) => {
      const column = row.numbered.find(({ words, number }) => words === "cible" && number === annee);
      const at: Path = ["cibles", index, "valeur"];
      if (column) return { annee, valeur: indicateur.readUnder(column, "valeur", at, `cible ${annee}`) };
      failYear(cells, [...path, ...at], annee, index, `Cible ${annee} » ne donne les cibles des indicateurs`);
      return { annee, valeur: "nd" as const };
    });
    own.push({ numero, intitule, alias, t0, cibles });
  }
  return actions.map((action, index) => ({ ...action, indicateurs: indicateurs[index] ?? [] }));
}
