// From a signed contract, as a document, to its definition, with what was not found and what is to be checked, each at its place.
import { ARTICLES } from "../contract/clauses/articles";
import type { ConventionDefinition } from "../contract/convention";
import { empreinteDuDocument } from "../domain/contrat/origine";
import type { QuestionOuverte } from "../contract/definition/questions";
import { montantFromEuros } from "../domain/values/montant";
import { formatMontant, formatPart } from "../domain/words/format";
import { foldLabel } from "../domain/words/label";
import { cite, slug } from "../domain/words/typographie";
import { draftTables } from "./draft-convention";
import { monthsBefore } from "./draft-defaults";
import { ebauche, type ConventionEbauchee } from "./ebauche";
import {
  namePlaces,
  paragraphsOf,
  situateTables,
  tablesAsWorkbook,
  textsOf,
  type Paragraphe,
  type SignedDocument,
} from "./signed-document";
import { accountsInDoubt, indicatorsLeft, unitsTaken } from "./signed-doubts";
import { readSignedClauses, type ClausesSignees } from "./signed-clauses";
import { readSignedFiches } from "./signed-fiches";
import { yearlyDeadlines } from "./signed-deadlines";

type Definition = ConventionDefinition;

export function draftSigned(document: SignedDocument): ConventionEbauchee {
  const paragraphs = paragraphsOf(document);
  const draft = draftTables(tablesAsWorkbook(document));
  if (!draft.ok) return draft;
  const clauses = readSignedClauses(document);
  const tables = situateTables(document);
  const { definition, questions } = new Signed(draft.definition, draft.questions, clauses, paragraphs).complete();
  const placed = questions.map(({ champ, question }) => ({ champ, question: namePlaces(question, tables) }));
  const unread = (document.nonLus ?? []).map((question) => ({ champ: "document", question }));
  return ebauche(definition, [...unread, ...placed, ...indicatorsLeft(tables, definition), ...unitsTaken(tables)], {
    nature: "contrat-signe",
    fichier: document.name,
    empreinte: empreinteDuDocument(textsOf(document)),
  });
}

const euros = (montant: number): string => formatMontant(montantFromEuros(montant));

class Signed {
  private readonly asked: QuestionOuverte[] = [];

  constructor(
    private readonly draft: Definition,
    private readonly fromTables: readonly QuestionOuverte[],
    private readonly clauses: ClausesSignees,
    private readonly paragraphs: readonly Paragraphe[],
  ) {}

  complete(): { readonly definition: Definition; readonly questions: readonly QuestionOuverte[] } {
    const { draft, clauses } = this;
    const periode = clauses.periode?.valeur ?? draft.periode;
    if (!clauses.periode) this.missing("periode", "la période du contrat : celle des années des tableaux a été prise");
    const axes = this.axes();
    const definition: Definition = {
      ...draft,
      ...this.titles(),
      periode,
      annees: this.annees(periode),
      axes,
      creditsEtat: this.credits(axes),
      cofinancement: clauses.seuil ? { seuil: clauses.seuil.valeur } : draft.cofinancement,
      imputation: this.imputation(axes),
      ...this.compte(),
      ...(clauses.ordonnateur && { ordonnateur: clauses.ordonnateur.valeur }),
      ...(clauses.comptable && { comptable: clauses.comptable.valeur }),
      ...(clauses.signeLe && { signeLe: clauses.signeLe.valeur }),
      ...(clauses.effetLe && { effetLe: clauses.effetLe.valeur }),
      echeances: this.echeances(periode.fin),
      actions: this.actions(periode),
    };
    if (!clauses.seuil) {
      const { seuil } = draft.cofinancement;
      this.missing("cofinancement.seuil", `la part minimale de la collectivité : ${formatPart(seuil)} a été pris`);
    }
    if (!clauses.ordonnateur) this.missing("ordonnateur", "l’ordonnateur");
    if (!clauses.comptable) this.missing("comptable", "le comptable assignataire");
    if (!clauses.signeLe) this.missing("signeLe", "la date de signature");
    return { definition, questions: [...this.asked, ...this.ofTables()] };
  }

  /** The questions that are about the tables themselves, among all that the tables alone could not tell. */
  private ofTables(): readonly QuestionOuverte[] {
    return this.fromTables.filter(({ champ }) => /^(?:actions|axes)/.test(champ));
  }

  private ask(champ: string, question: string, lieu?: string): void {
    this.asked.push({ champ, question: lieu === undefined ? question : `${question} (${lieu})` });
  }

  private missing(champ: string, what: string): void {
    this.ask(champ, `Le document ne dit pas, ou pas d’une façon reconnue, ${what}.`);
  }

  private titles(): Pick<Definition, "id" | "intitule" | "etat" | "collectivite"> {
    const { etat, collectivite } = this.clauses;
    const { draft } = this;
    const [first = 0, last = first] = [draft.annees[0]?.annee, draft.annees.at(-1)?.annee];
    const title = this.paragraphs.find(({ texte }) => /^contrat local des solidarités$/i.test(texte));
    if (!etat) this.missing("etat", "qui représente l’État");
    if (!collectivite) {
      this.missing("collectivite", "la collectivité signataire");
      return {
        id: draft.id,
        intitule: draft.intitule,
        etat: etat?.valeur ?? draft.etat,
        collectivite: draft.collectivite,
      };
    }
    const { nom, designation, ...person } = collectivite.valeur;
    if (!title) this.ask("intitule", "L’intitulé a été composé avec le nom de la collectivité et les années.");
    return {
      id: slug(`${nom} ${first} ${last}`),
      intitule: `Contrat local des solidarités ${first}-${last} – ${nom}`,
      etat: etat?.valeur ?? draft.etat,
      collectivite: {
        ...person,
        nom,
        designation,
        motsColonne: [...new Set([...draft.collectivite.motsColonne, nom])],
      },
    };
  }

  private annees({ debut, fin }: Definition["periode"]): Definition["annees"] {
    const { annees } = this.draft;
    const isCalendar = debut.endsWith("-01-01") && fin.endsWith("-12-31");
    const whole = annees.map(({ annee }) => {
      if (isCalendar) return { annee, debut: `${annee}-01-01`, fin: `${annee}-12-31` };
      const day = debut.slice(4);
      const next = new Date(`${annee + 1}${day}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() - 1);
      return { annee, debut: `${annee}${day}`, fin: next.toISOString().slice(0, 10) };
    });
    if (!isCalendar)
      this.ask(
        "annees",
        `Les années ne sont pas civiles : chacune commence le jour où le contrat commence. Vérifiez leurs dates.`,
      );
    if (whole[0]?.debut !== debut || whole.at(-1)?.fin !== fin)
      this.ask("annees", "Les années des tableaux ne couvrent pas exactement la période du contrat.");
    return whole;
  }

  /** The names that article 2.2 and article 3 give to an axe are its other labels. */
  private axes(): Definition["axes"] {
    const { repartition, imputation } = this.clauses;
    const parts = repartition?.valeur.parts ?? [];
    return this.draft.axes.map((axe, rank) => {
      const names = [parts.length === this.draft.axes.length ? parts[rank]?.nom : undefined];
      const line = imputation.find(({ valeur: { pilier } }) => pilier === axe.numero);
      const known = new Set([foldLabel(axe.intitule)]);
      const alias = [...names, line?.valeur.intitule.replace(/^pilier \d+ ?:? ?/i, "")].filter(
        (name): name is string => {
          if (name === undefined || name === "" || known.has(foldLabel(name))) return false;
          known.add(foldLabel(name));
          return true;
        },
      );
      return { ...axe, ...(alias.length > 0 && { alias }) };
    });
  }

  private credits(axes: Definition["axes"]): Definition["creditsEtat"] {
    const { credits, repartition } = this.clauses;
    const byYear = new Map(credits.map((credit) => [credit.valeur.annee, credit]));
    const isSplit = this.draft.creditsEtat.some(({ annee }) => annee === repartition?.valeur.annee);
    if (!repartition) this.missing("creditsEtat[].repartition", "la répartition des crédits de l’État par axe");
    else if (!isSplit) {
      const question =
        "La répartition par axe est d’une année que le document ne dit pas, ou qui n’est pas du contrat : elle n’a pas été prise.";
      this.ask("creditsEtat[].repartition", question, repartition.lieu);
    }
    return this.draft.creditsEtat.map((fromTable) => {
      const said = byYear.get(fromTable.annee);
      if (!said) {
        this.missing(
          "creditsEtat",
          `les crédits de l’État ${fromTable.annee} : la somme des parts du tableau a été prise, et l’année dite ${fromTable.statut === "ferme" ? "ferme" : "provisionnelle"}`,
        );
      } else if (said.valeur.montant !== fromTable.montant) {
        this.ask(
          "creditsEtat",
          `Crédits ${fromTable.annee} : l’article dit ${euros(said.valeur.montant)}, les actions du tableau font ${euros(fromTable.montant)}.`,
          said.lieu,
        );
      }
      const { montant, statut } = said?.valeur ?? fromTable;
      const { annee } = fromTable;
      if (!repartition || repartition.valeur.annee !== annee) return { annee, montant, statut };
      const split = this.split(axes, repartition.valeur.parts, repartition.lieu);
      return { annee, montant, statut, ...(split && { repartition: split }) };
    });
  }

  private split(
    axes: Definition["axes"],
    parts: NonNullable<ClausesSignees["repartition"]>["valeur"]["parts"],
    lieu: string,
  ): NonNullable<Definition["creditsEtat"][number]["repartition"]> | null {
    if (parts.length !== axes.length) {
      this.ask(
        "creditsEtat[].repartition",
        `L’article répartit entre ${parts.length} axes, le tableau en a ${axes.length} : la répartition n’a pas été prise.`,
        lieu,
      );
      return null;
    }
    return parts.map(({ nom, montant }, rank) => {
      const axe = axes.find(({ intitule }) => foldLabel(intitule) === foldLabel(nom)) ?? axes[rank];
      if (axe && foldLabel(axe.intitule) !== foldLabel(nom)) {
        this.ask(
          `axes[${axes.indexOf(axe)}].alias`,
          `${cite(nom)} a été pris pour l’axe ${axe.numero}, ${cite(axe.intitule)}, par son rang.`,
          lieu,
        );
      }
      return { axe: axe?.numero ?? rank + 1, montant };
    });
  }

  private imputation(axes: Definition["axes"]): Definition["imputation"] {
    const { programme, imputation, repartition } = this.clauses;
    if (!programme) this.missing("imputation.programme", "le programme budgétaire");
    if (imputation.length === 0) this.missing("imputation.lignes", "les codes activité de l’article 3");
    const [first] = this.draft.annees;
    const annee = repartition?.valeur.annee || (first?.annee ?? 0);
    // Which year the codes and their amounts are of stands nowhere else.
    if (imputation.length > 0 && !repartition?.valeur.annee)
      this.ask(
        "imputation.lignes[].annee",
        `Les codes et leurs montants ont été pris pour ${annee}, la première année.`,
      );
    const lignes = imputation.map(({ valeur: { pilier, ...ligne }, lieu }, rank) => {
      const axe = axes.find(({ numero }) => numero === pilier) ?? axes[rank];
      if (pilier === null)
        this.ask(`imputation.lignes[${rank}].axe`, `L’axe ${axe?.numero ?? "?"} a été pris par son rang.`, lieu);
      return { annee, axe: axe?.numero ?? rank + 1, ...ligne };
    });
    return { ...(programme?.valeur ?? this.draft.imputation), lignes };
  }

  private compte(): Pick<Definition, "coordonneesBancaires"> {
    const { titulaire, domiciliation, rib, iban, bic } = this.clauses.compte;
    this.asked.push(...accountsInDoubt(this.clauses.compte));
    if (titulaire && domiciliation && rib && iban && bic) {
      return {
        coordonneesBancaires: {
          titulaire: titulaire.valeur,
          domiciliation: domiciliation.valeur,
          rib: rib.valeur,
          iban: iban.valeur.toUpperCase(),
          bic: bic.valeur,
        },
      };
    }
    const found = { titulaire, domiciliation, rib, iban, bic };
    const lacking = Object.entries(found)
      .filter(([, each]) => !each)
      .map(([key]) => key.toUpperCase());
    this.missing("coordonneesBancaires", `le compte en entier (manquent : ${lacking.join(", ")})`);
    return {};
  }

  private echeances(fin: string): Definition["echeances"] {
    const { rapport, preavis } = this.clauses;
    if (!rapport) this.missing("echeances", "la date du rapport d’exécution");
    if (!preavis) this.missing("echeances", "le délai de dénonciation : celui de deux mois a été pris");
    const annees = this.draft.annees.map(({ annee }) => annee);
    const [first = 0, second = first] = annees;
    const own = this.draft.echeances.map((echeance) => ({
      ...echeance,
      ...(echeance.id === "denonciation" && { genre: "droit" as const, date: monthsBefore(fin, preavis?.valeur ?? 2) }),
      ...(echeance.id === "fin-du-contrat" && { genre: "terme" as const, date: fin }),
    }));
    const intitule = `Rapport d’exécution ${first}-${second}`;
    const report = rapport
      ? [{ id: "rapport-execution", intitule, article: ARTICLES.suivi, date: rapport.valeur }]
      : [];
    return [...report, ...yearlyDeadlines(this.draft.annees, this.clauses.credits), ...own].sort((left, right) =>
      left.date.localeCompare(right.date, "fr"),
    );
  }

  private actions(periode: Definition["periode"]): Definition["actions"] {
    const fiches = new Map(readSignedFiches(this.paragraphs, periode).map((fiche) => [fiche.numero, fiche]));
    const numbers = new Set(this.draft.actions.map(({ numero }) => numero));
    const axes = new Set(this.draft.axes.map(({ numero }) => numero));
    return this.draft.actions.map((action, index) => {
      const champ = `actions[${index}].fiche`;
      const found = fiches.get(action.numero);
      if (!found) {
        this.missing(champ, `la fiche de l’action ${action.numero}`);
        return action;
      }
      const { fiche, manques, lieu } = found;
      if (manques.length > 0)
        this.ask(champ, `Fiche de l’action ${action.numero} : ${manques.join(", ")} à compléter.`, lieu);
      const known = (numeros: readonly number[], among: ReadonlySet<number>): number[] =>
        numeros.filter((numero) => among.has(numero));
      return {
        ...action,
        fiche: {
          ...fiche,
          actionsLiees: known(fiche.actionsLiees, numbers),
          axesLies: known(fiche.axesLies ?? [], axes),
        },
      };
    });
  }
}
