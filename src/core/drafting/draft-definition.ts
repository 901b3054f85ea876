// The definition of a contract from what its two annex tables say, and the list of what they do not.
import { PROGRAMME } from "../contract/programme-304";
import { amountAt, figureAt, type ShownFigure } from "../domain/amounts";
import { formatCellRef } from "xlsx-model/cell-ref";
import type { ConventionDefinition, Source } from "../contract/convention";
import { A_COMPLETER, type QuestionOuverte } from "../contract/definition/questions";
import type { Dossier, LigneAction, MontantCell, TableauBudgetaire, ValeurCell } from "../domain/dossier";
import { totalOf } from "../domain/table-rows";
import { formatListeCourte, formatMontant } from "../domain/words/format";
import { montantFromEuros, toEuros } from "../domain/values/montant";
import { cite, slug } from "../domain/words/typographie";
import { leastShare, nameParty, commun, usualDeadlines } from "./draft-defaults";
import {
  autresDe,
  columnsLeft,
  fallingIndicators,
  otherFinancing,
  severalParties,
  totalsInDoubt,
} from "./draft-doubts";
import type { LabelsDraft } from "./draft-labels";
import type { NumeroAction } from "../domain/values/numero-action";

/** What tables tell of a contract, and what they leave to be asked. */
export interface TableauxEbauches {
  readonly definition: ConventionDefinition;
  readonly questions: readonly QuestionOuverte[];
  /** The row from which each action and indicator was read. */
  readonly sources: Readonly<Record<string, Source>>;
  readonly budget: TableauBudgetaire;
}

/** 12.5 for « 12,5 % », whether the cell holds 12.5 beside the sign or the share itself; null for another figure. */
function percentOf({ text, known: lu }: ValeurCell): number | null {
  if (lu.reason !== null || !/%\s*$/u.test(text)) return null;
  const shown = Number(/\d+(?:,\d+)?/.exec(text.replace(/[\s\u00a0\u202f]/gu, ""))?.[0].replace(",", ".") ?? NaN);
  return Math.abs(lu.value * 100 - shown) < 1 && lu.value !== shown ? Math.round(lu.value * 1e10) / 1e8 : lu.value;
}

const placeOf = (cell: MontantCell | null | undefined): string => (cell ? ` (${formatCellRef(cell.ref)})` : "");

export class Drafter {
  private readonly questions: QuestionOuverte[] = [];
  private readonly sources: Record<string, Source> = {};
  private readonly annees: readonly number[];

  constructor(
    private readonly dossier: Dossier,
    private readonly budget: TableauBudgetaire,
    private readonly labels: LabelsDraft,
    private readonly years: ConventionDefinition["annees"],
    private readonly mots: readonly string[],
  ) {
    this.annees = years.map(({ annee }) => annee);
  }

  draft(workbook: string): TableauxEbauches {
    const [first = 2024] = this.annees;
    const last = this.annees.at(-1) ?? first;
    const debut = this.years[0]?.debut ?? `${first}-01-01`;
    const fin = this.years.at(-1)?.fin ?? `${last}-12-31`;
    const designation = nameParty(this.mots[0] ?? "");
    const actions = this.labels.actions.map((action, index) => ({
      ...action,
      montants: this.montantsOf(action.numero, index),
      ...autresDe(this.rowOf(action.numero)),
      indicateurs: this.indicateursOf(action.numero, index),
    }));
    const { autresFinanceurs, questions: others } = otherFinancing(actions);
    this.ask("intitule", "L’intitulé du contrat.");
    this.ask("id", "Un repère court, en minuscules et tirets ; celui-ci vient du nom du fichier.");
    this.ask("collectivite.nom", "Le nom de la collectivité signataire.");
    this.ask(
      "collectivite.designation",
      `Le nom de la collectivité dans les messages : « ${designation} » vient de l’en-tête.`,
    );
    this.ask(
      "periode",
      debut.endsWith("-01-01")
        ? "La période du contrat et les dates de ses années : les années civiles ont été prises."
        : "La période du contrat et les dates de ses années : le tableau nomme des années à cheval sur deux, du 1er juillet au 30 juin ont été pris.",
    );
    this.ask(
      "creditsEtat",
      "Les crédits de l’État : la somme des parts État de chaque année a été prise. La première année est ferme, les suivantes provisionnelles.",
    );
    this.ask("creditsEtat[].repartition", "La répartition par axe : les sommes de la première année ont été prises.");
    const seuil = leastShare(actions);
    this.ask(
      "cofinancement.seuil",
      seuil === 0.5
        ? "La part minimale de la collectivité : 0.5, c’est-à-dire 50 %, a été pris."
        : `La part minimale de la collectivité : ${seuil} a été pris, que tous les montants du tableau respectent ; 0.5, c’est-à-dire 50 %, ne l’est pas.`,
    );
    this.ask(
      "imputation.programme",
      `Le programme budgétaire : ${PROGRAMME.programme}, ${cite(PROGRAMME.intitule)}, a été pris.`,
    );
    this.ask("imputation.lignes", "Les codes activité et montants de l’imputation ; aucun n’est dans les tableaux.");
    this.ask("coordonneesBancaires", "Les coordonnées bancaires, si le contrat les donne.");
    this.ask(
      "echeances",
      "Les échéances et leurs articles : seules la dénonciation, deux mois avant la fin, et la fin du contrat ont été mises.",
    );
    this.askAboutLabels();
    this.askAboutRows(actions);
    this.questions.push(
      ...others,
      ...severalParties(this.mots),
      ...columnsLeft(this.dossier),
      ...fallingIndicators(actions),
      ...totalsInDoubt(this.budget, actions, this.annees),
    );
    const credits = this.creditsOf(actions, first);
    return {
      questions: this.questions,
      sources: this.sources,
      budget: this.budget,
      definition: {
        id: slug(workbook.replace(/\.[^.]+$/, "")),
        intitule: `${A_COMPLETER} – contrat ${first}-${last}`,
        etat: { nom: "État" },
        collectivite: { nom: A_COMPLETER, designation, motsColonne: [...this.mots] },
        periode: { debut, fin },
        annees: [...this.years],
        creditsEtat: credits,
        axes: this.labels.axes.map(({ numero, intitule }) => ({ numero, intitule })),
        actions,
        cofinancement: { seuil },
        ...(autresFinanceurs && { autresFinanceurs }),
        echeances: usualDeadlines(fin),
        ...commun(),
      },
    };
  }

  private askAboutLabels(): void {
    const { actions, axes, numbered, repeated, unnamed } = this.labels;
    for (const kind of ["axes", "actions"] as const) {
      const names = formatListeCourte(numbered[kind].map(cite), 4);
      if (names !== "")
        this.ask(`${kind}[].numero`, `Sans numéro dans le tableau, numérotés dans leur ordre : ${names}.`);
    }
    for (const numero of unnamed) {
      this.ask(
        `axes[${axes.findIndex((axe) => axe.numero === numero)}].intitule`,
        axes.length === 1
          ? "Le tableau ne nomme aucun axe : toutes les actions ont été mises sous un seul. Ajoutez les autres, et corrigez l’axe des actions."
          : `L’intitulé de l’axe ${numero}, que le tableau ne donne pas.`,
      );
    }
    for (const label of repeated) {
      const action = actions.find(({ intitule }) => intitule === label);
      this.ask(
        `actions[${action ? actions.indexOf(action) : 0}].montants`,
        `${cite(label)} figure deux fois dans le tableau : les montants de la première ligne ont été pris.`,
      );
    }
  }

  private ask(champ: string, question: string): void {
    this.questions.push({ champ, question });
  }

  private creditsOf(actions: ConventionDefinition["actions"], first: number): ConventionDefinition["creditsEtat"] {
    const sum = (annee: number, axe: number | null): number => {
      const parts = actions
        .filter((action) => axe === null || action.axe === axe)
        .map(({ montants }) => montants.find((montant) => montant.annee === annee)?.etat ?? 0);
      return Math.round(parts.reduce((total, part) => total + part * 100, 0)) / 100;
    };
    return this.annees.map((annee) => ({
      annee,
      montant: sum(annee, null),
      statut: annee === first ? ("ferme" as const) : ("provisionnel" as const),
      ...(annee === first && {
        repartition: this.labels.axes.map(({ numero: axe }) => ({ axe, montant: sum(annee, axe) })),
      }),
    }));
  }

  private rowOf(numero: NumeroAction): LigneAction | undefined {
    return this.budget.lignesAction.find(({ action }) => action?.numero === numero);
  }

  private montantsOf(numero: NumeroAction, index: number) {
    const row = this.rowOf(numero);
    if (row) this.sources[`actions/${numero}`] = { lieu: formatCellRef(row.label.ref) };
    return this.annees.map((annee, at) => ({
      annee,
      etat: this.amount(row, annee, "etat", `actions[${index}].montants[${at}].etat`, numero),
      collectivite: this.amount(row, annee, "collectivite", `actions[${index}].montants[${at}].collectivite`, numero),
    }));
  }

  private amount(
    row: LigneAction | undefined,
    annee: number,
    partie: "etat" | "collectivite",
    champ: string,
    numero: NumeroAction,
  ): number {
    const cell = row && amountAt(row, annee, partie);
    if (cell?.known.reason === null && cell.known.value >= 0) return toEuros(cell.known.value);
    const part = partie === "etat" ? "État" : "de la collectivité";
    const why =
      cell && cell.text.trim() !== ""
        ? `« ${cell.text.trim()} » n’est pas un montant positif`
        : cell
          ? "la cellule est vide"
          : "le tableau ne la montre pas";
    this.ask(champ, `Action ${numero} – ${annee} – part ${part}${placeOf(cell)} : ${why} ; 0 a été pris.`);
    return 0;
  }

  private indicateursOf(numero: NumeroAction, index: number) {
    const table = this.dossier.indicators;
    if (!table) {
      if (index === 0)
        this.ask("actions[].indicateurs", "Aucun tableau des indicateurs n’a été trouvé : les actions n’en ont pas.");
      return [];
    }
    const own = table.lignesIndicateur.filter(
      ({ ligneAction }) => ligneAction !== null && table.lignesAction[ligneAction]?.action?.numero === numero,
    );
    if (own.length === 0)
      this.ask(`actions[${index}].indicateurs`, `Action ${numero} : aucun indicateur n’a été trouvé.`);
    return own.map(({ label, figures }, rank) => {
      const champ = `actions[${index}].indicateurs[${rank}]`;
      const intitule = label.text.replace(/\s+/gu, " ").trim();
      this.sources[`actions/${numero}/indicateurs/${rank + 1}`] = { lieu: formatCellRef(label.ref) };
      return {
        numero: rank + 1,
        intitule,
        ...this.unitOf(
          figures.flatMap(({ nature, cell }) => (nature === "achieved" ? [] : cell)),
          champ,
          intitule,
        ),
        t0: this.t0Of(figures, intitule, `${champ}.t0`),
        cibles: this.annees.map((annee, at) => ({
          annee,
          valeur: this.valeur(figureAt(figures, "target", annee), `${champ}.cibles[${at}].valeur`),
        })),
      };
    });
  }

  /** A year before those of the budget is where it started from, unless somebody says otherwise. */
  private t0Of(figures: readonly ShownFigure[], intitule: string, champ: string): number | "nd" {
    const own = figureAt(figures, "t0", null);
    const before = figures.find(
      ({ nature, year }) => nature === "target" && (year ?? Infinity) < (this.annees[0] ?? 0),
    );
    if (own || !before) return this.valeur(own, champ);
    const valeur = this.valeur(before.cell, champ);
    if (valeur !== "nd")
      this.ask(
        champ,
        `${cite(intitule)} : la valeur de ${before.year}, avant la première année, a été prise pour son T0.`,
      );
    return valeur;
  }

  /** A percentage where all its figures are; where some are, that is to be looked at. */
  private unitOf(cells: readonly ValeurCell[], champ: string, intitule: string): { readonly unite?: "pourcentage" } {
    const figures = cells.filter(({ known: lu }) => lu.reason === null);
    const shares = figures.filter((cell) => percentOf(cell) !== null);
    if (shares.length === 0) return {};
    if (shares.length === figures.length) return { unite: "pourcentage" };
    this.ask(champ, `${cite(intitule)} : certaines valeurs sont en pourcentage, d’autres non.`);
    return {};
  }

  /** Rows within the tables that gave nothing, and sums that say otherwise than what was taken. */
  private askAboutRows(actions: ConventionDefinition["actions"]): void {
    const { budget, dossier } = this;
    // What it gave to an action was taken, although nobody has described it yet.
    const taken = new Set(
      (dossier.indicators?.lignesIndicateur ?? [])
        .filter(({ ligneAction }) => ligneAction !== null)
        .map(({ label }) => formatCellRef(label.ref)),
    );
    const left = (table: TableauBudgetaire | NonNullable<Dossier["indicators"]>, champ: string): void => {
      const ignored = table.lignesIgnorees.filter(
        ({ row, text }) => row > table.range.top + 1 && !text.startsWith("*"),
      );
      for (const { text } of ignored) {
        this.ask(champ, `La ligne ${cite(text)} du tableau (${cite(table.range.sheet)}) n’a pas été prise.`);
      }
      for (const { label, pourquoi } of table.lignesNonReconnues ?? []) {
        if (taken.has(formatCellRef(label.ref))) continue;
        this.ask(champ, `${formatCellRef(label.ref)} : ${cite(label.text.trim())} n’a pas été prise (${pourquoi}).`);
      }
    };
    left(budget, "actions");
    if (dossier.indicators) left(dossier.indicators, "actions[].indicateurs");
    const totals = totalOf(budget);
    for (const [at, annee] of this.annees.entries()) {
      for (const partie of ["etat", "collectivite"] as const) {
        const total = totals && amountAt(totals, annee, partie);
        if (total?.known.reason !== null) continue;
        const sum = montantFromEuros(actions.reduce((all, { montants }) => all + (montants[at]?.[partie] ?? 0), 0));
        if (sum === total.known.value) continue;
        const part = partie === "etat" ? "État" : "de la collectivité";
        this.ask(
          `actions[].montants[${at}].${partie}`,
          `Part ${part} ${annee} : le TOTAL du tableau${placeOf(total)} dit ${formatMontant(total.known.value)}, les actions prises font ${formatMontant(sum)}.`,
        );
      }
    }
  }

  private valeur(cell: ValeurCell | undefined, champ: string): number | "nd" {
    if (cell?.known.reason === null && cell.known.value >= 0) return percentOf(cell) ?? cell.known.value;
    if (cell?.known.reason !== "missing" && cell) {
      this.ask(
        champ,
        `${formatCellRef(cell.ref)} : « ${cell.text.trim()} » n’est pas un nombre positif ; « nd » a été mis.`,
      );
    }
    return "nd";
  }
}
