// What the tables of an avenant change: amounts and targets that are other than the contract's, and actions that it did not have.
import type { ConventionDefinition } from "../contract/convention";
import { foldLabel } from "../domain/words/label";
import { cite } from "../domain/words/typographie";
import { draftTables } from "./draft-convention";
import { regroupBudgets } from "./regroup-budgets";
import { namePlaces, situateTables, tablesAsWorkbook, type SignedDocument } from "./signed-document";
import { readSignedImputation } from "./signed-imputation";

type Avenant = NonNullable<ConventionDefinition["avenants"]>[number];
type Action = ConventionDefinition["actions"][number];

export interface LignesDesTableaux {
  readonly montants: NonNullable<Avenant["montants"]>;
  readonly cibles: NonNullable<Avenant["cibles"]>;
  readonly actionsNouvelles: NonNullable<Avenant["actionsNouvelles"]>;
}

/** A French sentence on what of a table was not taken. */
type Demander = (question: string) => void;

class TablesDrafter {
  readonly lignes: LignesDesTableaux = { montants: [], cibles: [], actionsNouvelles: [] };

  constructor(
    private readonly contrat: ConventionDefinition,
    private readonly ask: Demander,
  ) {}

  /** Amounts and targets of its tables that are other than the contract's. */
  tables(signed: SignedDocument): void {
    const { document } = regroupBudgets(signed);
    const tables = situateTables(document);
    if (tables.length === 0) return;
    const drafted = draftTables(tablesAsWorkbook(document));
    if (!drafted.ok) {
      if (readSignedImputation(document, []).length === 0)
        this.ask(`Son tableau n’a pas été pris (${tables[0]?.tableau.lieu ?? ""}).`);
      return;
    }
    const { definition, questions } = drafted;
    const doubtful = questions.filter(({ champ }) => /^actions\[/.test(champ) && !/indicateurs$/.test(champ));
    for (const { question } of doubtful) this.ask(namePlaces(question, tables));
    for (const [index, action] of definition.actions.entries()) {
      const isDoubtful = (champ: string): boolean =>
        doubtful.some((each) => each.champ === `actions[${index}].${champ}`);
      const known = this.contrat.actions.find((each) => foldLabel(each.intitule) === foldLabel(action.intitule));
      if (!known) this.newAction(action, definition.axes);
      else this.changesOf(known, action, isDoubtful);
    }
  }

  private newAction(action: Action, axes: ConventionDefinition["axes"]): void {
    const label = axes.find(({ numero }) => numero === action.axe)?.intitule ?? "";
    const axe = this.contrat.axes.find(({ intitule }) => foldLabel(intitule) === foldLabel(label));
    const numbers = new Set(this.contrat.actions.map(({ numero }) => numero));
    const name = `${action.numero} ${cite(action.intitule)}`;
    if (numbers.has(action.numero) || !axe) {
      this.ask(
        `L’action ${name} de son tableau n’est pas du contrat : est-ce une action nouvelle, et de quel axe ? Rien n’en a été pris.`,
      );
      return;
    }
    this.lignes.actionsNouvelles.push({ ...action, axe: axe.numero });
  }

  private changesOf(known: Action, action: Action, isDoubtful: (champ: string) => boolean): void {
    for (const [at, { annee, ...parts }] of action.montants.entries()) {
      const before = known.montants.find((each) => each.annee === annee);
      for (const partie of ["etat", "collectivite"] as const) {
        if (isDoubtful(`montants[${at}].${partie}`) || before?.[partie] === parts[partie]) continue;
        this.lignes.montants.push({ action: known.numero, annee, partie, montant: parts[partie] });
      }
    }
    for (const { intitule, cibles } of action.indicateurs) {
      const own = known.indicateurs.find((each) => foldLabel(each.intitule) === foldLabel(intitule));
      if (!own) this.ask(`L’indicateur ${cite(intitule)} de son tableau n’est pas du contrat : rien n’en a été pris.`);
      else
        for (const { annee, valeur } of cibles)
          if (valeur !== "nd" && own.cibles.find((each) => each.annee === annee)?.valeur !== valeur)
            this.lignes.cibles.push({ action: known.numero, indicateur: own.numero, annee, valeur });
    }
  }
}

export function draftAvenantTables(
  document: SignedDocument,
  contrat: ConventionDefinition,
  ask: Demander,
): LignesDesTableaux {
  const drafter = new TablesDrafter(contrat, ask);
  drafter.tables(document);
  return drafter.lignes;
}
