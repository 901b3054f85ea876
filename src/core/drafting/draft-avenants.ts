// The lines of the register that the avenants signed since make: each value with its place; a sentence that gave no line is asked about.
import { addUnder } from "../domain/group-by";
import type { ConventionDefinition } from "../contract/convention";
import { foldText } from "../domain/words/label";
import { formatDate, formatPart } from "../domain/words/format";
import { citeDates } from "../domain/values/dates-francaises";
import { cite } from "../domain/words/typographie";
import { attribuer } from "./assign-axes";
import { trancher, type Candidat, type Endroit } from "./candidates";
import { amende } from "./amend-drafted";
import { draftAvenantTables } from "./draft-avenant-tables";
import { euros, sommeDeLAxe } from "./from-annexes";
import { citeEndroit, type Demande, type Notes } from "./notes";
import { memeCompte, readAccount } from "./signed-account";
import { amountsIn, sharesIn } from "./signed-amounts";
import { articlesChanges, commeAuContrat, readActionAmounts, type MontantDeLAction } from "./signed-avenant";
import { readCredits, readSplits } from "./signed-credits";
import { readDates } from "./signed-dates";
import { paragraphsOf } from "./signed-document";
import { readSignedImputation } from "./signed-imputation";
import { readPayment } from "./signed-payment";
import { placeOf, sentencesOf, type Phrase } from "./signed-sentences";
import { memeNiveau, readThreshold } from "./signed-threshold";
import type { AvenantSigne } from "./split-avenants";
import type { Vocabulaire } from "./who-and-what";

type Avenant = NonNullable<ConventionDefinition["avenants"]>[number];
type Listes = {
  readonly [Liste in "creditsEtat" | "montants" | "cibles" | "actionsNouvelles" | "modifications"]: NonNullable<
    Avenant[Liste]
  >;
};

const CHANGES = /\b(?:modifie|remplace|complete|abroge|supprime|ajoute|prolonge|proroge|insere|cree|mis fin)\w*/;
/** Even among the aims of an avenant these are of consequence by themselves. */
const TAKES = /\b(?:supprim|abrog|cree|mis fin|met fin)/;
const STAYS = /\b(?:inchange\w*|demeur\w+|rest\w+ (?:en vigueur|applicables?)|(?:n'est|ne sont) pas)\b/;
const same = <Value>(valeur: Value): Value => valeur;

class AvenantDrafter {
  private readonly own: readonly Phrase[];
  private readonly phrases: readonly Phrase[];
  private readonly taken = new Set<string>();
  private readonly listes: Listes = {
    creditsEtat: [],
    montants: [],
    cibles: [],
    actionsNouvelles: [],
    modifications: [],
  };

  constructor(
    private readonly notes: Notes,
    private readonly signe: AvenantSigne,
    private readonly rank: number,
    private readonly contrat: ConventionDefinition,
    private readonly words: Vocabulaire,
  ) {
    this.own = sentencesOf(paragraphsOf(signe.document));
    this.phrases = this.own.map(commeAuContrat);
  }

  draft(): Avenant {
    const { numero: said, titre, lieu } = this.signe;
    const numero = said ?? this.rank + 1;
    this.notes.lu(`avenants/${numero}`, { lieu, phrase: titre });
    if (said === null)
      this.ask("numero", `L’avenant ${cite(titre)} ne dit pas son numéro : ${numero} a été pris (${lieu}).`);
    const { signeLe, effetLe, rapport } = readDates(this.phrases);
    const date = this.take(
      { champ: "signeLe", quoi: "la date de sa signature", dire: formatDate, ecrire: same },
      signeLe,
    );
    if (date === undefined)
      this.ask(
        "signeLe",
        `Avenant n° ${numero} : le document ne dit pas, ou pas d’une façon reconnue, quand il a été signé (${lieu}).`,
      );
    const effet = this.take(
      { champ: "effetLe", quoi: "le jour où il prend effet", dire: formatDate, ecrire: same },
      effetLe,
    );
    const clause = articlesChanges(this.own);
    this.credits();
    Object.assign(
      this.listes,
      draftAvenantTables(this.signe.document, this.contrat, (question) => {
        this.ask("", `Avenant n° ${numero} : ${question}`);
      }),
    );
    this.actionAmounts();
    this.modifications(rapport);
    this.codes();
    this.left(numero);
    const { modifications, ...listes } = this.listes;
    return {
      numero,
      signeLe: date ?? this.contrat.periode.debut,
      ...(effet !== undefined && { effetLe: effet }),
      ...(clause !== "" && { clause }),
      ...Object.fromEntries(Object.entries(listes).filter(([, lines]) => lines.length > 0)),
      ...(modifications.length > 0 && { modifications }),
    };
  }

  private get champ(): string {
    return `avenants[${this.rank}]`;
  }

  private get cle(): string {
    return `avenants/${this.signe.numero ?? this.rank + 1}`;
  }

  private ask(champ: string, question: string): void {
    this.notes.demander(champ === "" ? this.champ : `${this.champ}.${champ}`, question);
  }

  private mark({ lieu, phrase }: Endroit): void {
    this.taken.add(`${lieu ?? ""}\n${phrase ?? ""}`);
  }

  /** Undefined where nothing states it, which an avenant need not. */
  private take<Value>(
    demande: Omit<Demande<Value>, "cle">,
    said: readonly Candidat<Value>[],
    key: (valeur: Value) => string = String,
  ): Value | undefined {
    const tranche = trancher(said, key);
    if (tranche.etat === "absent") return undefined;
    for (const { ecarte, endroit } of said) if (ecarte === null) this.mark(endroit);
    const { champ, quoi } = demande;
    const what = `Avenant n° ${this.signe.numero ?? this.rank + 1} : ${quoi}`;
    return this.notes.prendre(
      { ...demande, quoi: what, champ: `${this.champ}.${champ}`, cle: `${this.cle}/${champ}` },
      tranche,
    );
  }

  /** What it says to be provisional still is no line: a line makes an amount firm. */
  private credits(): void {
    const said = readCredits(this.phrases, this.words).filter(({ valeur }) => valeur.statut?.valeur !== "provisionnel");
    for (const { annee, montant: before, statut } of this.contrat.creditsEtat) {
      const own = said.filter(({ valeur }) => valeur.annee === annee);
      const montant = this.take(
        {
          champ: `creditsEtat[${this.listes.creditsEtat.length}].montant`,
          quoi: `les crédits de l’État ${annee}`,
          dire: euros,
          ecrire: same,
        },
        own.map((each) => ({ ...each, valeur: each.valeur.montant })),
      );
      if (montant !== undefined && (montant !== before || statut !== "ferme"))
        this.listes.creditsEtat.push({ annee, montant });
    }
    for (const {
      valeur: { annee, parts },
    } of readSplits(this.phrases, this.contrat.axes)) {
      const [first, ...others] = this.listes.creditsEtat;
      const year = annee ?? (others.length === 0 ? first?.annee : undefined);
      const line = this.listes.creditsEtat.find((each) => each.annee === year);
      const given = attribuer(parts, this.contrat.axes, () => null);
      if (parts.length < 2 || year === undefined || given.some((each) => each?.sure !== true)) continue;
      const repartition = parts.map(({ montant }, index) => ({ axe: given[index]?.axe ?? 0, montant }));
      for (const { endroit } of parts) this.mark(endroit);
      if (line) line.repartition = repartition;
      else this.listes.creditsEtat.push({ annee: year, repartition });
    }
  }

  private actionAmounts(): void {
    const byLine = new Map<string, Candidat<MontantDeLAction>[]>();
    for (const each of readActionAmounts(this.phrases, this.words)) {
      const { action, annee, partie } = each.valeur;
      const key = `${action}/${annee}/${partie}`;
      addUnder(byLine, key, each);
    }
    for (const said of byLine.values()) {
      const [first] = said;
      if (!first || !this.contrat.actions.some(({ numero }) => numero === first.valeur.action)) continue;
      const { action, annee, partie } = first.valeur;
      const of = this.listes.montants.findIndex(
        (each) => each.action === action && each.annee === annee && each.partie === partie,
      );
      const table = this.listes.montants[of];
      const ofTable: Candidat<number>[] = table
        ? [{ valeur: table.montant, endroit: { lieu: "le tableau de l’avenant" }, dit: true, ecarte: null }]
        : [];
      const at = table ? of : this.listes.montants.length;
      const montant = this.take(
        {
          champ: `montants[${at}].montant`,
          quoi: `action ${action}, ${annee}, part ${partie === "etat" ? "État" : "de la collectivité"}`,
          dire: euros,
          ecrire: same,
        },
        [...said.map((each) => ({ ...each, valeur: each.valeur.montant })), ...ofTable],
      );
      if (montant !== undefined) this.listes.montants[at] = { action, annee, partie, montant };
    }
  }

  private modifications(rapport: readonly Candidat<string>[]): void {
    const { contrat } = this;
    const compte = readAccount(this.phrases, this.words);
    const payment = readPayment(this.phrases);
    const cited = (
      sur: string,
      quoi: string,
      said: readonly Candidat<string>[],
      before: string | undefined,
      key = foldText,
    ): void => this.modify(sur, quoi, cite, said, before, key);
    this.modify(
      "cofinancement/seuil",
      "la part minimale",
      formatPart,
      memeNiveau(readThreshold(this.phrases, this.words), contrat),
      contrat.cofinancement.seuil,
    );
    // Its own words: the period of the avenant is not that of the contract.
    this.modify("periode/fin", "la fin du contrat", formatDate, readDates(this.own).fin, contrat.periode.fin);
    const known = contrat.echeances.find(({ id }) => id === "rapport-execution");
    if (known)
      this.modify(
        "echeances/rapport-execution/date",
        "la date du rapport d’exécution",
        formatDate,
        rapport,
        known.date,
      );
    for (const champ of ["ordonnateur", "comptable"] as const)
      cited(champ, champ === "comptable" ? "le comptable" : "l’ordonnateur", payment[champ], contrat[champ]);
    for (const champ of ["titulaire", "domiciliation", "rib", "iban", "bic"] as const)
      cited(
        `coordonneesBancaires/${champ}`,
        `le compte (${champ})`,
        compte[champ],
        contrat.coordonneesBancaires?.[champ],
        memeCompte,
      );
  }

  /** What it says again as it was is no change. */
  private modify<Value extends string | number>(
    sur: string,
    quoi: string,
    dire: (valeur: Value) => string,
    said: readonly Candidat<Value>[],
    before: Value | undefined,
    key: (valeur: Value) => string = String,
  ): void {
    const champ = `modifications[${this.listes.modifications.length}].valeur`;
    const valeur = this.take({ champ, quoi, dire, ecrire: same }, said, key);
    if (valeur !== undefined && (before === undefined || key(valeur) !== key(before)))
      this.listes.modifications.push({ sur, valeur });
  }

  /** The codes of a year that the contract charged to none yet. */
  private codes(): void {
    const lines = readSignedImputation(this.signe.document, this.phrases);
    for (const { valeur, annee, endroit } of lines) {
      const year = annee ?? this.listes.creditsEtat[0]?.annee;
      const own = this.listes.creditsEtat.find((each) => each.annee === year);
      const axes = own?.repartition?.filter(({ montant }) => montant === valeur.montant) ?? [];
      const [only] = axes;
      const isKnown = this.contrat.imputation.lignes.some(({ axe }) => axe === only?.axe);
      if (year === undefined || axes.length !== 1 || !only || !isKnown) {
        this.mark(endroit);
        this.ask(
          "modifications",
          `Le code ${valeur.code} et ${euros(valeur.montant)} n’ont pas été pris : ${citeEndroit(endroit)}.`,
        );
        continue;
      }
      this.mark(endroit);
      this.listes.modifications.push({ sur: `imputation/lignes/${year}/${only.axe}/code`, valeur: valeur.code });
    }
  }

  private left(numero: number): void {
    for (const phrase of this.own) {
      const { plie, texte, partie, titre } = phrase;
      if (partie !== "article" && partie !== "annexe") continue;
      const lieu = placeOf(phrase);
      const hasFigure =
        amountsIn(plie).length > 0 ||
        sharesIn(plie).length > 0 ||
        (citeDates(plie) ?? []).some(({ precision }) => precision === "jour");
      const isObject = /\bobjet\b/.test(titre) && !TAKES.test(plie);
      const changes = CHANGES.test(plie) && !STAYS.test(plie) && !isObject && !/[:»]$/u.test(texte);
      if ((!hasFigure && !changes) || this.taken.has(`${lieu}\n${texte}`)) continue;
      this.ask(
        "",
        `Avenant n° ${numero} : de cette phrase rien n’a été pris, ${citeEndroit({ lieu, phrase: texte })}. Si elle change une valeur, ajoutez sa ligne.`,
      );
    }
  }
}

/** In the order of their numbers: each is held against the contract as those before leave it. */
export function draftAvenants(
  notes: Notes,
  avenants: readonly AvenantSigne[],
  contrat: ConventionDefinition,
  words: Vocabulaire,
): readonly Avenant[] {
  const inOrder = [...avenants].sort((left, right) => (left.numero ?? 0) - (right.numero ?? 0));
  let before = contrat;
  return inOrder.map((signe, rank) => {
    const avenant = new AvenantDrafter(notes, signe, rank, before, words).draft();
    before = amende(before, avenant);
    for (const { annee, montant } of avenant.creditsEtat ?? []) {
      const sum = sommeDeLAxe(before.actions, annee, null);
      if (montant !== undefined && sum !== null && sum !== montant)
        notes.demander(
          `avenants[${rank}].montants`,
          `Avenant n° ${avenant.numero} : il fixe les crédits de l’État ${annee} à ${euros(montant)}, et les parts de l’État des actions, telles qu’il les laisse, font ${euros(sum)}.`,
        );
    }
    return avenant;
  });
}
