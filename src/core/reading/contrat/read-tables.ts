// Reads the years, axes, actions and indicators of the sheet « Contrat ».
import type { ConventionDefinition } from "../../domain/contrat/convention";
import { foldText } from "../../domain/words/label";
import type { ContratCells, Path } from "./contrat-cells";
import type { ContratRow } from "./contrat-rows";
import type { NumberedColumn } from "./contrat-sections";

type Definition = ConventionDefinition;
type Action = Definition["actions"][number];
type Indicateur = Action["indicateurs"][number];

const SANS_INTITULE = "(sans intitulé)";

type Years = Pick<Definition, "annees" | "creditsEtat">;

export function readAnnees(rows: readonly ContratRow<"annees">[], cells: ContratCells): Years {
  const annees: Definition["annees"][number][] = [];
  const creditsEtat: Definition["creditsEtat"][number][] = [];
  for (const row of rows) {
    const index = annees.length;
    const annee = cells.annee(row.source("annee", ["annees", index, "annee"], "Année du contrat"));
    if (annee === null) continue;
    const path: Path = ["creditsEtat", index];
    const nom = `Crédits de l’État ${annee}`;
    const debut = cells.date(
      row.source("debut", ["annees", index, "debut"], `Premier jour ${annee}`),
      `${annee}-01-01`,
    );
    const fin = cells.date(row.source("fin", ["annees", index, "fin"], `Dernier jour ${annee}`), `${annee}-12-31`);
    annees.push({ annee, debut, fin });
    const montant = cells.montant(row.source("montant", [...path, "montant"], nom));
    const repartition = readRepartition(row, [...path, "repartition"], annee, cells);
    const statut = readStatut(row, [...path, "statut"], annee, cells);
    creditsEtat.push({ annee, montant, statut, ...(repartition.length > 0 && { repartition }) });
  }
  return { annees, creditsEtat };
}

function readStatut(
  row: ContratRow<"annees">,
  path: Path,
  annee: number,
  cells: ContratCells,
): "ferme" | "provisionnel" {
  const source = row.source("statut", path, `Statut ${annee}`);
  cells.place(path, cells.ref(source), source.parametre);
  const word = foldText(row.text("statut") ?? "");
  if (word === "ferme" || word === "fermes") return "ferme";
  if (!/^provisionnels?$|^previsionnels?$/.test(word)) {
    cells.fail(
      cells.ref(source),
      source.parametre,
      "le statut n’est pas lisible. Écrivez « ferme » ou « provisionnel ».",
    );
  }
  return "provisionnel";
}

/** A year without any amount per axe has no split yet. */
function readRepartition(row: ContratRow<"annees">, path: Path, annee: number, cells: ContratCells) {
  const ofAxes = row.numbered.filter(({ words }) => words === "axe");
  for (const column of ofAxes) cells.noteEmpty(`annees/${annee}/axes/${column.number}`, row.at(column, path, ""));
  const columns = ofAxes.filter((column) => !cells.isEmpty(row.at(column, path, "")));
  return columns.map((column, index) => ({
    axe: column.number,
    montant: cells.montant(
      row.at(column, [...path, index, "montant"], `Crédits de l’État ${annee} – axe ${column.number}`),
    ),
  }));
}

export function readAxes(rows: readonly ContratRow<"axes">[], cells: ContratCells): Definition["axes"][number][] {
  const axes: Definition["axes"][number][] = [];
  for (const row of rows) {
    const path: Path = ["axes", axes.length];
    const numero = cells.numero(row.source("numero", [...path, "numero"], "Numéro de l’axe"));
    if (numero === null) continue;
    const intitule = cells.texte(
      row.source("intitule", [...path, "intitule"], `Axe ${numero} – intitulé`),
      `${SANS_INTITULE} ${numero}`,
    );
    const alias = cells.lignes(row.source("alias", [...path, "alias"], `Axe ${numero} – autres intitulés`));
    axes.push({ numero, intitule, alias });
  }
  return axes;
}

interface AmountColumn {
  readonly partie: "etat" | "collectivite";
  readonly at: NumberedColumn;
}

/** Of the folded words before a year. */
export const isStateColumn = (words: string): boolean => /^(?:part )?etat$/.test(words);

/** "État 2026" and, for the local party, any other word before the year. */
function amountColumns(numbered: readonly NumberedColumn[]): readonly AmountColumn[] {
  return numbered.map((at) => ({ partie: isStateColumn(at.words) ? "etat" : "collectivite", at }));
}

/** A year that no heading repeats is one mistake, at the year: it is not the contract's, or its columns are gone. */
function failYear(
  cells: ContratCells,
  { annee, index }: { readonly annee: number; readonly index: number },
  manque: string,
): void {
  const message = `aucune colonne « ${manque}. Corrigez l’année, ou rétablissez l’en-tête.`;
  cells.fail(cells.find(["annees", index, "annee"]), `Année ${annee}`, message);
}

/** A filled column of a year before or after the contract's; left out where a year itself has no column, which is said. */
function checkYears(
  rows: readonly ContratRow<"actions" | "indicateurs">[],
  annees: readonly number[],
  cells: ContratCells,
): void {
  const [first] = rows;
  const columns = (first?.numbered ?? []).filter(({ number }) => number > 1999);
  if (annees.some((annee) => columns.every(({ number }) => number !== annee))) return;
  for (const column of columns) {
    const isFilled = rows.some((row) => !cells.isEmpty(row.at(column, [], "")));
    const isWithin = column.number >= Math.min(...annees) && column.number <= Math.max(...annees);
    if (isWithin || !isFilled) continue;
    const message = `l’année ${column.number} n’existe pas dans la section « Années et crédits de l’État ». Corrigez l’en-tête, rétablissez l’année, ou supprimez cette colonne.`;
    cells.fail(column.heading, `Colonne ${column.number}`, message);
  }
}

export function readActions(
  rows: readonly ContratRow<"actions">[],
  annees: readonly number[],
  designation: string,
  cells: ContratCells,
): Action[] {
  const actions: Action[] = [];
  checkYears(rows, annees, cells);
  for (const row of rows) {
    const path: Path = ["actions", actions.length];
    const numero = cells.numero(row.source("numero", [...path, "numero"], "Numéro de l’action"));
    if (numero === null) continue;
    const nom = `Action ${numero}`;
    const axe = cells.numero(row.source("axe", [...path, "axe"], `${nom} – axe`)) ?? 1;
    const intitule = cells.texte(
      row.source("intitule", [...path, "intitule"], `${nom} – intitulé`),
      `${SANS_INTITULE} ${numero}`,
    );
    const alias = cells.lignes(row.source("alias", [...path, "alias"], `${nom} – autres intitulés`));
    const columns = amountColumns(row.numbered);
    const montants = annees.map((annee, index) => {
      const amount = (partie: AmountColumn["partie"]): number => {
        const parametre = `${nom} – ${annee} – part ${partie === "etat" ? "État" : designation}`;
        const column = columns.find((candidate) => candidate.partie === partie && candidate.at.number === annee);
        const at: Path = [...path, "montants", index, partie];
        if (column) return cells.montant(row.at(column.at, at, parametre));
        cells.failColumn(at);
        const heading = `${partie === "etat" ? "État" : designation} ${annee}`;
        failYear(cells, { annee, index }, `${heading} » ne donne les montants des actions`);
        return 0;
      };
      return { annee, etat: amount("etat"), collectivite: amount("collectivite") };
    });
    actions.push({ numero, axe, intitule, alias, montants, indicateurs: [] });
  }
  return actions;
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
  const places = new Map(actions.map(({ numero }, index) => [numero, index]));
  const indicateurs = actions.map((): Indicateur[] => []);
  rows.forEach((row, line) => {
    const unknown: Path = ["indicateurs-lus", line];
    const action = cells.numero(row.source("action", [...unknown, "action"], "Action de l’indicateur"));
    const place = action === null ? undefined : places.get(action);
    const own = place === undefined ? undefined : indicateurs[place];
    if (action === null) return;
    if (place === undefined || !own) {
      cells.fail(
        cells.find([...unknown, "action"]),
        "Action de l’indicateur",
        `l’action ${action} n’existe pas dans la section « Actions et montants ».`,
      );
      return;
    }
    const path: Path = ["actions", place, "indicateurs", own.length];
    const numero = cells.numero(row.source("numero", [...path, "numero"], `Action ${action} – numéro de l’indicateur`));
    if (numero === null) return;
    const nom = `Action ${action} – indicateur ${numero}`;
    const intitule = cells.texte(
      row.source("intitule", [...path, "intitule"], `${nom} – intitulé`),
      `${SANS_INTITULE} ${numero}`,
    );
    const alias = cells.lignes(row.source("alias", [...path, "alias"], `${nom} – autres intitulés`));
    const t0 = cells.valeur(row.source("t0", [...path, "t0"], `${nom} – T0`));
    const cibles = annees.map((annee, index) => {
      const column = row.numbered.find(({ words, number }) => words === "cible" && number === annee);
      const at: Path = [...path, "cibles", index, "valeur"];
      if (column) return { annee, valeur: cells.valeur(row.at(column, at, `${nom} – cible ${annee}`)) };
      cells.failColumn(at);
      failYear(cells, { annee, index }, `Cible ${annee} » ne donne les cibles des indicateurs`);
      return { annee, valeur: "nd" as const };
    });
    own.push({ numero, intitule, alias, t0, cibles });
  });
  return actions.map((action, index) => ({ ...action, indicateurs: indicateurs[index] ?? [] }));
}
