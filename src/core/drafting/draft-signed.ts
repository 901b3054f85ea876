// From a signed contract, as a document, to its definition: each value with its place, each doubt a question, nothing refused.
import { PROGRAMME } from "../contract/programme-304";
import type { ConventionDefinition } from "../contract/convention";
import { empreinteDuDocument } from "../domain/contrat/origine";
import { formatDate } from "../domain/words/format";
import { foldLabel, foldText } from "../domain/words/label";
import { cite, slug } from "../domain/words/typographie";
import { trancher, type Candidat } from "./candidates";
import { confrontFiches } from "./confront-fiches";
import { draftCredits } from "./draft-credits";
import type { CreditsEbauches } from "./draft-splits";
import { draftByAxe, enveloppesParAxe } from "./draft-by-axe";
import { draftTables } from "./draft-convention";
import type { TableauxEbauches } from "./draft-definition";
import { askEnvelopes } from "./draft-envelopes";
import { draftInstalments } from "./draft-instalments";
import { draftDeadlines, placeQuestions } from "./draft-deadlines";
import { draftWithoutTables, type DitParLesArticles } from "./draft-without-tables";
import { draftArticles } from "./draft-articles";
import { draftAvenants } from "./draft-avenants";
import { draftThreshold } from "./draft-threshold";
import { draftParties } from "./draft-parties";
import { askOtherAccounts, draftAccount, draftImputation, draftProgramme } from "./draft-payment";
import { ebauche, type ConventionEbauchee } from "./ebauche";
import { Notes } from "./notes";
import { regroupBudgets } from "./regroup-budgets";
import { readAccount } from "./signed-account";
import { readDates } from "./signed-dates";
import {
  namePlaces,
  paragraphsOf,
  situateTables,
  tablesAsWorkbook,
  textsOf,
  type Paragraphe,
  type SignedDocument,
} from "./signed-document";
import { indicatorsLeft, unitsTaken } from "./signed-doubts";
import { readSplits } from "./signed-credits";
import { readSignedFiches } from "./signed-fiches";
import { readSignedImputation } from "./signed-imputation";
import { readParties } from "./signed-parties";
import { readPayment } from "./signed-payment";
import { sentencesOf, type Phrase } from "./signed-sentences";
import { separerAvenants } from "./split-avenants";
import { Vocabulaire } from "./who-and-what";
import type { NumeroAction } from "../domain/values/numero-action";

type Definition = ConventionDefinition;

export function draftSigned(signed: SignedDocument): ConventionEbauchee {
  const { contrat, avenants, ecartes } = separerAvenants(signed);
  const { document, fiches, questions } = regroupBudgets(contrat);
  const tables = situateTables(document);
  const fromTables = draftTables(tablesAsWorkbook(document));
  const byAxe = fromTables.ok ? null : draftByAxe(document, readSignedFiches(paragraphsOf(document), PERIODE_INCONNUE));
  const drafted = fromTables.ok
    ? fromTables
    : (byAxe?.tableaux ?? draftWithoutTables(document.name, fromTables.message, saidByArticles(document)));
  const amounts = fromTables.ok ? fromTables.definition.actions : (byAxe?.parAxe ?? []);
  const own = new Signed(document, drafted, amounts, byAxe !== null).draft();
  const { notes } = own;
  const placed = (text: string): string => namePlaces(text, tables);
  for (const question of document.nonLus ?? []) notes.demander("document", question);
  for (const question of ecartes) notes.demander("avenants", question);
  const registre = draftAvenants(notes, avenants, own.definition, own.words);
  const definition = { ...own.definition, ...(registre.length > 0 && { avenants: [...registre] }) };
  notes.questions.push(
    ...questions,
    ...confrontFiches(fiches, definition),
    ...indicatorsLeft(tables, definition),
    ...unitsTaken(tables),
  );
  return ebauche(
    definition,
    {
      questions: notes.questions.map((each) => ({ ...each, question: placed(each.question) })),
      sources: Object.fromEntries(
        Object.entries(notes.sources).map(([cle, source]) => [
          cle,
          { ...source, ...(source.lieu !== undefined && { lieu: placed(source.lieu) }) },
        ]),
      ),
    },
    { nature: "contrat-signe", fichier: document.name, empreinte: empreinteDuDocument(textsOf(signed)) },
  );
}

/** Dates of a fiche fall back on those of the contract, which are not known yet where only its name is asked for. */
const PERIODE_INCONNUE = { debut: "2000-01-01", fin: "2100-12-31" } as const;

const same = (text: string): string => text;

/** The axes of the longest list of amounts by axe, and the period. */
function saidByArticles(document: SignedDocument): DitParLesArticles {
  const phrases = sentencesOf(paragraphsOf(document));
  const lists = readSplits(phrases, []).map(({ valeur }) => valeur.parts);
  const [longest = []] = lists.sort((left, right) => right.length - left.length);
  const dates = readDates(phrases);
  const [debut, fin] = [trancher(dates.debut), trancher(dates.fin)];
  const isSaid = debut.etat === "lu" && fin.etat === "lu" && debut.choisi.valeur < fin.choisi.valeur;
  return {
    axes: longest.map(({ nom, numero }, rank) => nom || `Axe ${numero ?? rank + 1}`),
    periode: isSaid ? { debut: debut.choisi.valeur, fin: fin.choisi.valeur } : null,
  };
}

class Signed {
  private readonly notes = new Notes();
  private readonly paragraphs: readonly Paragraphe[];
  private readonly phrases: readonly Phrase[];
  private readonly tables: Definition;

  constructor(
    private readonly document: SignedDocument,
    private readonly drafted: Omit<TableauxEbauches, "budget">,
    /** What the tables give, action by action, or axe by axe; none where they give nothing. */
    private readonly amounts: Definition["actions"],
    private readonly isByAxe: boolean,
  ) {
    this.tables = drafted.definition;
    this.paragraphs = paragraphsOf(document);
    this.phrases = sentencesOf(this.paragraphs);
  }

  draft(): { readonly definition: Definition; readonly notes: Notes; readonly words: Vocabulaire } {
    const { notes, tables, phrases } = this;
    Object.assign(notes.sources, this.drafted.sources);
    const parties = draftParties(notes, readParties(phrases), tables.collectivite);
    const { nom, designation, motsColonne } = parties.collectivite;
    const words = new Vocabulaire([nom, designation, ...motsColonne]);
    const dates = readDates(phrases);
    const periode = this.periode(dates.debut, dates.fin);
    const { credits: creditsEtat, noms } = draftCredits(notes, phrases, words, {
      axes: tables.axes,
      actions: this.amounts,
      ofTables: tables.creditsEtat,
      isByAxe: this.isByAxe,
    });
    const lines = readSignedImputation(this.document, phrases);
    const lignes = draftImputation(notes, lines, { axes: tables.axes, actions: this.amounts, creditsEtat });
    const payment = readPayment(phrases);
    const codes = lignes.map(({ code }) => code);
    const programme = draftProgramme(notes, payment.programme, codes, PROGRAMME);
    const account = readAccount(phrases, words);
    const compte = draftAccount(notes, account);
    askOtherAccounts(notes, account);
    askEnvelopes(notes, phrases, words, { ...tables, ...parties, creditsEtat });
    const text = (champ: "ordonnateur" | "comptable", quoi: string) =>
      notes.prendre({ champ, cle: champ, quoi, dire: cite, ecrire: same }, trancher(payment[champ], foldText));
    const date = (champ: "signeLe", quoi: string) =>
      notes.prendre({ champ, cle: champ, quoi, dire: formatDate, ecrire: same }, trancher(dates[champ]));
    const effet = trancher(dates.effetLe);
    const optional = {
      coordonneesBancaires: compte ?? undefined,
      ordonnateur: text("ordonnateur", "l’ordonnateur"),
      comptable: text("comptable", "le comptable assignataire"),
      signeLe: date("signeLe", "la date de signature"),
      // A contract need not say from when on it holds.
      effetLe:
        effet.etat === "absent"
          ? undefined
          : notes.prendre(
              {
                champ: "effetLe",
                cle: "effetLe",
                quoi: "le jour où le contrat prend effet",
                dire: formatDate,
                ecrire: same,
              },
              effet,
            ),
    };
    const cofinancement = draftThreshold(notes, phrases, words, tables);
    const versements = draftInstalments(notes, phrases);
    const echeances = draftDeadlines(notes, tables, periode.fin, dates, creditsEtat, phrases);
    notes.reserver(phrases);
    placeQuestions(notes, echeances);
    const definition: Definition = {
      ...tables,
      ...this.titles(nom),
      ...parties,
      periode,
      annees: this.annees(periode),
      axes: this.axes(noms, [...lignes]),
      creditsEtat,
      cofinancement,
      ...(this.isByAxe && { enveloppes: enveloppesParAxe(notes, this.amounts, { ...parties, creditsEtat }) }),
      ...(versements && { versements }),
      imputation: { ...programme, lignes: [...lignes] },
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
      echeances,
      actions: this.actions(periode),
    };
    const articles = draftArticles(notes.sources, phrases, this.amounts.length > 0);
    // What the tables alone could not tell of themselves.
    notes.questions.push(
      ...this.drafted.questions.filter(({ champ }) =>
        /^(?:actions|montantsPour|axes|annees|autresFinanceurs|collectivite\.motsColonne)/.test(champ),
      ),
    );
    return { definition: { ...definition, ...(articles && { articles }) }, notes, words };
  }

  private titles(nom: string): Pick<Definition, "id" | "intitule"> {
    const { annees, id, intitule } = this.tables;
    const [first = 0, last = first] = [annees[0]?.annee, annees.at(-1)?.annee];
    if (/^À compléter/.test(nom)) return { id, intitule };
    const title = this.phrases.find(({ plie }) => /^contrat local des solidarites\b/.test(plie));
    if (title) this.notes.lu("intitule", { lieu: title.lieu });
    else this.notes.demander("intitule", "L’intitulé a été composé avec le nom de la collectivité et les années.");
    return { id: slug(`${nom} ${first} ${last}`), intitule: `Contrat local des solidarités ${first}-${last} – ${nom}` };
  }

  /** Each end by itself, held against the years of the tables. */
  private periode(debuts: readonly Candidat<string>[], fins: readonly Candidat<string>[]): Definition["periode"] {
    const { periode, annees } = this.tables;
    const [first = 0, last = 0] = [annees[0]?.annee, annees.at(-1)?.annee];
    const fits = (bound: "debut" | "fin", day: string): boolean => {
      const year = Number(day.slice(0, 4));
      return bound === "debut" ? year === first : year === last || (year === last + 1 && day.slice(5) < "12-31");
    };
    const read = (bound: "debut" | "fin", said: readonly Candidat<string>[]): string => {
      // A day that the years of the tables do not bear out is to be looked at.
      const own = said.map((each) => (fits(bound, each.valeur) ? each : { ...each, dit: false }));
      const demande = {
        champ: `periode.${bound}`,
        cle: `periode/${bound}`,
        quoi: bound === "debut" ? "le premier jour du contrat" : "le dernier jour du contrat",
        dire: formatDate,
        ecrire: same,
        sinon: `${formatDate(periode[bound])} a été pris, d’après les années des tableaux`,
      };
      return this.notes.prendre(demande, trancher(own)) ?? periode[bound];
    };
    return { debut: read("debut", debuts), fin: read("fin", fins) };
  }

  private annees({ debut, fin }: Definition["periode"]): Definition["annees"] {
    const { annees } = this.tables;
    const isWhole = debut.endsWith("-01-01") && fin.endsWith("-12-31");
    // One that begins in the course of its first year, and ends with the last one, counts by calendar years.
    const isCalendar = isWhole || (fin.endsWith("-12-31") && debut.startsWith(`${annees[0]?.annee ?? 0}-`));
    const whole = annees.map(({ annee }, rank) => {
      if (isCalendar) return { annee, debut: rank === 0 ? debut : `${annee}-01-01`, fin: `${annee}-12-31` };
      const day = debut.slice(4);
      const next = new Date(`${annee + 1}${day}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() - 1);
      return { annee, debut: `${annee}${day}`, fin: next.toISOString().slice(0, 10) };
    });
    const source = this.notes.sources["periode/debut"];
    if (source)
      for (const { annee } of whole)
        for (const bound of ["debut", "fin"]) this.notes.lu(`annees/${annee}/${bound}`, source);
    if (!isWhole)
      this.notes.demander(
        "annees",
        isCalendar
          ? "Le contrat commence en cours d’année : les années suivantes ont été prises pour civiles. Vérifiez leurs dates."
          : "Les années ne sont pas civiles : chacune commence le jour où le contrat commence. Vérifiez leurs dates.",
      );
    if (whole[0]?.debut !== debut || whole.at(-1)?.fin !== fin)
      this.notes.demander("annees", "Les années des tableaux ne couvrent pas exactement la période du contrat.");
    return whole;
  }

  /** The names that the articles give to an axe are its other labels. */
  private axes(named: CreditsEbauches["noms"], lignes: Definition["imputation"]["lignes"]): Definition["axes"] {
    return this.tables.axes.map((axe) => {
      const known = new Set([foldLabel(axe.intitule)]);
      const codes = lignes
        .filter((ligne) => ligne.axe === axe.numero)
        .map(({ intitule }) => intitule.replace(/^pilier \d+ ?:? ?/i, ""));
      const alias = [...(named.get(axe.numero) ?? []), ...codes].filter((name) => {
        if (name === "" || /^À compléter/.test(name) || foldLabel(name) === "" || known.has(foldLabel(name)))
          return false;
        known.add(foldLabel(name));
        return true;
      });
      return { ...axe, ...(alias.length > 0 && { alias }) };
    });
  }

  private actions(periode: Definition["periode"]): Definition["actions"] {
    const fiches = new Map(readSignedFiches(this.paragraphs, periode).map((fiche) => [fiche.numero, fiche]));
    const numbers = new Set(this.tables.actions.map(({ numero }) => numero));
    const axes = new Set(this.tables.axes.map(({ numero }) => numero));
    return this.tables.actions.map((action, index) => {
      const champ = `actions[${index}].fiche`;
      const found = fiches.get(action.numero);
      if (!found) {
        this.notes.manque(champ, `la fiche de l’action ${action.numero}`);
        return action;
      }
      const { fiche, manques, lieu } = found;
      this.notes.lu(`actions/${action.numero}/fiche`, { lieu });
      if (manques.length > 0)
        this.notes.demander(champ, `Fiche de l’action ${action.numero} : ${manques.join(", ")} à compléter. (${lieu})`);
      const known = <Numero extends NumeroAction>(numeros: readonly Numero[], among: ReadonlySet<Numero>): Numero[] =>
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
