// A contract that settles its financing by axe: its table gives no amounts of actions, which are those that its fiches name.
import type { ConventionDefinition } from "../contract/convention";
import { montantFromEuros } from "../domain/values/montant";
import { formatMontant } from "../domain/words/format";
import { foldLabel } from "../domain/words/label";
import { cite, slug } from "../domain/words/typographie";
import type { Notes } from "./notes";
import { draftTables } from "./draft-convention";
import type { TableauxEbauches } from "./draft-definition";
import { isAxe } from "./regroup-budgets";
import { tablesAsWorkbook, type SignedDocument, type TableauDuDocument } from "./signed-document";
import type { FicheSignee } from "./signed-fiches";

type Actions = ConventionDefinition["actions"];

export interface EbaucheParAxe {
  readonly tableaux: Omit<TableauxEbauches, "budget">;
  /** What the table gives to each axe, as if it were its one action. */
  readonly parAxe: Actions;
}

/** An axe with amounts becomes an axe and its one action, which is the form that is read; none where none has any. */
function withActions(table: TableauDuDocument): TableauDuDocument[] {
  const { lignes, lieu } = table;
  const places: string[][] = [];
  const rows = lignes.flatMap((ligne, row): string[][] => {
    const place = ligne.map(() => `${lieu}, ligne ${row + 1}`);
    const [label = "", ...figures] = ligne;
    places.push(place);
    if (!isAxe(label) || figures.every((text) => text.trim() === "")) return [[...ligne]];
    places.push(place);
    return [
      [label, ...figures.map(() => "")],
      [label.replace(/^\s*(?:axe|pilier)\s*(?:n\s?°\s?)?/iu, ""), ...figures],
    ];
  });
  return rows.length > lignes.length ? [{ ...table, lignes: rows, places }] : [];
}

/** Null where no table of axes is found. */
export function draftByAxe(document: SignedDocument, fiches: readonly FicheSignee[]): EbaucheParAxe | null {
  const blocs = document.blocs.flatMap((bloc): SignedDocument["blocs"][number][] =>
    bloc.kind === "tableau" ? withActions(bloc) : [bloc],
  );
  const drafted = blocs.some(({ kind }) => kind === "tableau")
    ? draftTables(tablesAsWorkbook({ ...document, blocs }))
    : null;
  if (!drafted?.ok) return null;
  const { definition, questions } = drafted;
  const { axes, annees } = definition;
  const axeOf = ({ axe: said }: FicheSignee): number | undefined =>
    axes.find(({ numero, intitule }) => numero === said?.numero || foldLabel(intitule) === foldLabel(said?.nom ?? ""))
      ?.numero;
  const montants = annees.map(({ annee }) => ({ annee, etat: 0, collectivite: 0 }));
  const known = fiches.map((fiche) => ({
    numero: fiche.numero,
    axe: axeOf(fiche) ?? axes[0]?.numero ?? 1,
    intitule: fiche.intitule,
    montants,
    indicateurs: [],
  }));
  const actions = known.length > 0 ? known : definition.actions.map((action) => ({ ...action, montants }));
  const euros = (montant: number): string => formatMontant(montantFromEuros(montant));
  const said = definition.actions.map(({ axe, montants: own }) => {
    const years = own.map(
      ({ annee, etat, collectivite }) =>
        `${annee} : ${euros(etat)} de l’État et ${euros(collectivite)} de la collectivité`,
    );
    return `axe ${axe}, ${years.join(" ; ")}`;
  });
  const ask = (champ: string, question: string) => ({ champ, question });
  return {
    parAxe: definition.actions,
    tableaux: {
      sources: {},
      definition: { ...definition, actions, montantsPour: "axe" },
      questions: [
        ...questions.filter(({ champ }) => /^(?:axes|annees)/.test(champ)),
        {
          ...ask(
            "montantsPour",
            `Le contrat règle ses financements par axe (${said.join(" – ")}), et son tableau ne donne aucun montant par action : ceux du classeur seront la répartition convenue. S’il en donne ailleurs, dites qu’il les arrête pour chaque action, puis corrigez-les.`,
          ),
          reponses: [{ valeur: "axe" }, { valeur: "action" }],
        },
        ...(known.length === 0
          ? [ask("actions", "Les actions de chaque axe : aucune fiche ne les nomme, un axe a été mis pour chacune.")]
          : []),
        ...fiches.flatMap((fiche, index) =>
          axeOf(fiche) === undefined
            ? [
                ask(
                  `actions[${index}].axe`,
                  `L’axe de l’action ${fiche.numero}, ${cite(fiche.intitule)} : sa fiche ne le dit pas (${fiche.lieu}).`,
                ),
              ]
            : [],
        ),
      ],
    },
  };
}

/** What the table gives to each axe for the local party; the State's is the split of its credits. */
export function enveloppesParAxe(
  notes: Notes,
  parAxe: Actions,
  { collectivite: { designation }, creditsEtat }: Pick<ConventionDefinition, "collectivite" | "creditsEtat">,
): NonNullable<ConventionDefinition["enveloppes"]> {
  return parAxe.map(({ axe, montants }) => {
    const intitule = `Part ${designation} de l’axe ${axe}`;
    const id = slug(intitule);
    notes.lu(`enveloppes/${id}`, { lieu: "le tableau par axe" });
    const statutDe = (year: number) => creditsEtat.find(({ annee }) => annee === year)?.statut ?? "provisionnel";
    const parts = montants.map(({ annee, collectivite }) => ({
      annee,
      montant: collectivite,
      statut: statutDe(annee),
    }));
    return { id, intitule, financeur: designation, axe, montants: parts };
  });
}
