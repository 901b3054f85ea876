// Each action of the contract in force stands exactly once in the budget table, and no other; in the execution table at most once.
import { addUnder, groupBy } from "../domain/group-by";
import { contractAmount } from "../contract/in-force/contract-amounts";
import type { Action } from "../contract/convention";
import type { LigneAction } from "../domain/dossier";
import type { ActionRow } from "../facts/fact";
import { budgetTable, tablesOf, type FactTable } from "../facts/fact-tables";
import { nameAction, nameAxe } from "../facts/lines/budget-lines";
import { BUDGET, EXECUTION, refuseYears } from "../facts/lines/demandes";
import { axeHeading, labelCells, standsIn, tableHeading } from "../facts/lines/table-places";
import { foldLabel } from "../domain/words/label";
import { cite } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, slipOf, type Report, type RuleMeta } from "./rule";

/**
 * The place that a row takes: its action, and each year where the rows show one, so that rows of other years do not
 * repeat it.
 */
function placesOf({ action, labels, operateur }: LigneAction): readonly string[] {
  const place = operateur === undefined ? `${action?.numero}` : `${action?.numero}/${operateur}`;
  return labels ? [...labels.keys()].map((annee) => `${place}/${annee}`) : [place];
}

interface Repetition {
  readonly row: ActionRow;
  readonly action: Action;
  /** How many rows stand for the action, this one included. */
  readonly found: number;
}

/** The rows whose place a row above has taken already. */
function repetitionsIn({ actions }: FactTable): readonly Repetition[] {
  const byPlace = new Map<string, ActionRow[]>();
  const rowsAt = (place: string): readonly ActionRow[] => byPlace.get(place) ?? [];
  for (const row of actions) {
    if (!row.action) continue;
    for (const place of placesOf(row.ligne.ligne)) addUnder(byPlace, place, row);
  }
  return actions.flatMap((row) => {
    const { action } = row.ligne.ligne;
    if (!action) return [];
    const rivals = placesOf(row.ligne.ligne).map(rowsAt);
    const isRepeated = rivals.some(([first]) => first !== row);
    return isRepeated ? [{ row, action, found: Math.max(...rivals.map(({ length }) => length)) }] : [];
  });
}

const meta = {
  id: "actions-du-contrat",
  articles: ["actions"],
  severity: "error",
  title:
    "Chaque action du contrat figure une seule fois dans le tableau budgétaire, et n’est pas répétée à l’exécution",
  problem: "Action absente, répétée ou inconnue",
  compares: "action",
  needs: ["budget"],
  messages: {
    absente: {
      text: "{action} {intitule} : aucune ligne n’est reconnue dans le tableau budgétaire, il en faut une.",
    },
    "axe-absent": {
      text: "{axe} : aucune de ses {expected} actions n’est reconnue dans le tableau budgétaire.",
    },
    aucune: {
      text: "Aucune des {expected} actions du contrat n’est reconnue dans le tableau budgétaire : ses intitulés ne sont pas ceux du contrat.",
    },
    repetee: {
      text: "{action} {intitule} : {found} lignes dans le {tableau} au lieu d’une seule ({distance} de trop).",
    },
    "absente-de-l-annee": {
      text: "{action} {intitule} : aucune ligne n’est reconnue pour {annee} dans le tableau budgétaire, il en faut une.",
    },
    inconnue: {
      severity: "warning",
      text: "{intitule} : cette action n’est pas au contrat. Une action nouvelle demande une fiche action ; sinon, corrigez l’intitulé.",
    },
    inconnues: {
      text: "{found} lignes ne sont pas des actions du contrat. Écrivez les intitulés du contrat.",
    },
    "inconnue-financee": {
      text: "{intitule} : cette action n’est pas au contrat et porte des crédits de l’État. Il lui faut une fiche action complète et un avenant ; sinon, corrigez l’intitulé.",
    },
    "creee-financee": {
      text: "{intitule} : cette action a sa fiche, mais aucun avenant ne lui attribue les crédits de l’État qu’elle porte. Il lui en faut un.",
    },
  },
  page: {
    gravite: "erreur pour une action absente ou répétée, avertissement pour une action inconnue",
    contrat:
      "Les actions à conduire sont celles que les parties ont arrêtées dans chaque axe et décrites en annexe. Le contrat permet d’en modifier ou d’en créer, à condition de préciser la fiche action.",
    verifie: [
      "Chaque action du contrat en vigueur a une ligne et une seule. Une ligne qui n’est celle d’aucune action du contrat est signalée : elle demande une fiche action ; quand le classeur a une fiche du même intitulé, elle ne l’est pas. Une ligne sans montant est une action quand elle se dit telle (« Action n° 9 – … ») ou porte un mot de valeur manquante (« nd », un tiret). Une action absente montre la ligne de son axe (à défaut l’en-tête du tableau), une action répétée sa deuxième ligne, une action inconnue son intitulé. Quand chaque année a sa feuille, ou chaque action et année sa ligne, la vérification se fait année par année : l’action absente d’une seule feuille est montrée sur cette feuille ; dans un tableau d’une ligne par action et par année, c’est l’en-tête de la colonne des axes (à défaut celui du tableau) qui est montré.",
      "Une action inconnue du contrat est un avertissement ; elle devient une erreur quand elle porte des crédits de l’État, car il lui faut alors un avenant en plus de sa fiche. Une action sur plusieurs lignes que quelque chose distingue (opérateurs) n’est pas répétée : elle est leur somme.",
    ],
    conforme: "Les huit actions de l’annexe, dans n’importe quel ordre, avec ou sans leur numéro.",
    ecart: [
      {
        message: "absente",
        figures: { unit: "nombre", found: 0, expected: 1 },
        data: {
          action: "Action 6",
          intitule: "« Favoriser l’accès et le maintien dans le logement pour les publics vulnérables »",
        },
      },
    ],
    corriger:
      "Rétablissez la ligne, supprimez la ligne en double, ou reprenez l’intitulé du contrat. Pour une action nouvelle, rédigez sa fiche et faites-la entrer au contrat par avenant.",
    limites:
      "Les intitulés sont comparés sans tenir compte de la casse, des accents, des apostrophes, des tirets, des espaces ni du numéro placé devant. Une action nouvelle qui a sa fiche reste hors du contrat tant qu’un avenant ne l’y fait pas entrer : sa fiche n’est pas comparée au contrat, ce que dit `fiche-coherente`, et ses montants comptent dans les sommes.",
  },
} as const satisfies RuleMeta;

type AbsenceSlip = NonNullable<Report<typeof meta>["slip"]>["together"];

export default defineRule({
  meta,
  compare(dossier, asked) {
    const { convention, budget, fiches } = dossier;
    const table = budgetTable(budget);
    const rows = table.actions.map(({ ligne, facts }) => ({ ...ligne, shown: facts }));
    const byAction = groupBy(rows, ({ ligne }) => ligne.action?.numero);
    const axes = new Map([...budget.lignesAxe].reverse().map((ligne) => [ligne.axe?.numero, ligne]));
    // Where one label names the row for every year, the row stands in all of the years.
    const isByYear = rows.some(({ ligne }) => ligne.labels !== undefined);
    const shown = new Set(budget.annees.map(({ annee }) => annee));
    const years = isByYear ? convention.annees.map(({ annee }) => annee).filter((annee) => shown.has(annee)) : [];
    /**
     * Where no action of the contract, or none of an axe, has a row, that is one slip, however many actions there
     * are.
     */
    const slipOfAbsence = ({ axe }: Action) => {
      const siblings = convention.actions.filter((action) => action.axe === axe);
      const isAbsent = ({ numero }: Action): boolean => !byAction.has(numero);
      const figuresOf = (reports: readonly unknown[]) =>
        ({ unit: "nombre", found: 0, expected: reports.length }) as const;
      if (convention.actions.every(isAbsent)) {
        const together: AbsenceSlip = (cells, fix, reports) => ({
          message: "aucune",
          subject: {},
          key: "aucune",
          cells,
          fix,
          figures: figuresOf(reports),
        });
        return { slip: { key: "aucune", together } };
      }
      if (siblings.length < 2 || !siblings.every(isAbsent)) return {};
      const nom = convention.axes.find(({ numero }) => numero === axe);
      const together: AbsenceSlip = (cells, fix, reports) => ({
        message: "axe-absent",
        subject: { axe },
        cells,
        fix,
        figures: figuresOf(reports),
        data: { axe: nom ? `${nameAxe(nom)} ${cite(nom.intitule)}` : `Axe ${axe}` },
      });
      return { slip: { key: `axe-${axe}`, least: siblings.length, together } };
    };
    const isBlind = refuseYears(convention, table) !== null;
    const headingOf = ({ axe }: Action, annee: number | null) =>
      axeHeading(budget, axes.get(axe), annee) ?? tableHeading(budget, annee);
    const reportOf = (action: Action) => ({
      subject: { axe: action.axe, action: action.numero },
      figures: { unit: "nombre", found: 0, expected: 1 } as const,
      data: { action: nameAction(action), intitule: cite(action.intitule) },
    });
    const absente = (action: Action) => (): Report<typeof meta> => ({
      ...reportOf(action),
      message: "absente",
      cells: [headingOf(action, null)],
      corrected: { kind: "avec-action", table, action },
      ...slipOfAbsence(action),
    });
    const about = (action: Action) => ({
      nom: nameAction(action),
      subject: { axe: action.axe, action: action.numero },
    });
    const unnamed = rows.find(({ ligne }) => ligne.action === null && ligne.label.text.trim() === "");
    asked.compareEach(convention.actions, about, (action) => {
      if (byAction.has(action.numero)) return HOLDS;
      if (!unnamed) return absente(action);
      return notComparable(
        `${nameAction(action)} : la ligne ${unnamed.ligne.label.ref.row + 1} n’a pas d’intitulé, donnez-lui le sien.`,
      );
    });
    for (const annee of isBlind ? [] : years) {
      const absenteAlors = (action: Action) => (): Report<typeof meta> => {
        const report = reportOf(action);
        return {
          ...report,
          message: "absente-de-l-annee",
          cells: [headingOf(action, annee)],
          subject: { ...report.subject, year: annee },
          data: { ...report.data, annee: `${annee}` },
        };
      };
      // An action that has ended, or not begun, needs no row in that year.
      const needed = convention.actions.filter(
        (action) => byAction.has(action.numero) && contractAmount(action, annee, "total") !== 0,
      );
      asked.compareEach(
        needed,
        (action) => `${nameAction(action)} – ${annee}`,
        (action) =>
          byAction.get(action.numero)?.some(({ ligne }) => standsIn(ligne, annee)) ? HOLDS : absenteAlors(action),
      );
    }
    for (const { label, pourquoi } of budget.lignesNonReconnues ?? []) {
      asked.unread(`Ligne ${label.ref.row + 1}, ${cite(label.text)} : ${pourquoi}.`);
    }
    // Article 2.2 lets an action be created with its fiche: one row of that name is then in order.
    const created = new Set(fiches?.flatMap(({ action, titre }) => (action ? [] : foldLabel(titre.text))));
    for (const { ligne, place, key, nom, shown } of rows) {
      if (ligne.action || ligne.isAutreFinanceur || ligne.label.text.trim() === "") continue;
      const isCreated = created.delete(foldLabel(ligne.label.text));
      asked.compare(nom, (lecture) => {
        const isFunded = shown.some(({ column, year, cell }) => {
          if (column !== "etat" || year === null) return false;
          const lu = lecture.montant(cell);
          return lu.reason === null && lu.value !== 0;
        });
        if (isCreated && !isFunded) return HOLDS;
        return () => ({
          message: isCreated ? "creee-financee" : isFunded ? "inconnue-financee" : "inconnue",
          subject: place,
          ...(key !== undefined && { key }),
          cells: labelCells(ligne),
          figures: { unit: "nombre", found: 1, expected: 0 },
          data: { intitule: cite(ligne.label.text) },
          ...(byAction.size === 0 && { slip: slipOf("inconnues", "inconnues", {}) }),
        });
      });
    }
    for (const each of tablesOf(dossier).amounts) {
      const { key: ofTable } = each;
      const repetitions = repetitionsIn(each);
      // A correction of several rows settles what they made wrong only once all of them are gone.
      const goneOf = new Map(
        [...groupBy(repetitions, ({ action }) => action)].map(([action, own]) => [
          action,
          own.map(({ row }) => ({ kind: "sans-ligne", table: each, row }) as const),
        ]),
      );
      for (const { row, action, found } of repetitions) {
        const { ligne, place, key, nom } = row.ligne;
        const keys = [key, ofTable].filter((part) => part !== undefined && part !== null);
        asked.compare(ofTable === null ? nom : `${nom} dans le ${EXECUTION}`, () => () => ({
          message: "repetee",
          subject: place,
          ...(keys.length > 0 && { key: keys.join("-") }),
          cells: labelCells(ligne),
          figures: { unit: "nombre", found, expected: 1 },
          data: {
            action: nameAction(action),
            intitule: cite(action.intitule),
            tableau: ofTable === null ? BUDGET : EXECUTION,
          },
          corrected: goneOf.get(action) ?? [],
        }));
      }
    }
  },
});
