// The State's credits of a definition: what the articles state, held against the tables and against each other.
import { montantFromEuros } from "../domain/values/montant";
import { formatMontant } from "../domain/words/format";
import { cite } from "../domain/words/typographie";
import type { ConventionDefinition } from "../contract/convention";
import { attribuer } from "./assign-axes";
import { trancher, type Candidat } from "./candidates";
import { citeEndroit, type Notes } from "./notes";
import {
  fixedByAvenant,
  readCredits,
  readSplits,
  readWhole,
  type CreditDit,
  type RepartitionDite,
} from "./signed-credits";
import type { Phrase } from "./signed-sentences";
import type { Vocabulaire } from "./who-and-what";

type Credits = ConventionDefinition["creditsEtat"];
type Axes = ConventionDefinition["axes"];
type Actions = ConventionDefinition["actions"];

const same = <Value>(valeur: Value): Value => valeur;

export const euros = (montant: number): string => formatMontant(montantFromEuros(montant));

const addUp = (montants: readonly number[]): number =>
  Math.round(montants.reduce((sum, montant) => sum + montant * 100, 0)) / 100;

/** What the tables give to an axe in a year; null where they have no such year. */
export function sommeDeLAxe(actions: Actions, annee: number, axe: number | null): number | null {
  const own = actions.filter((action) => axe === null || action.axe === axe);
  const parts = own.flatMap(({ montants }) => montants.filter((each) => each.annee === annee).map(({ etat }) => etat));
  return parts.length === 0 ? null : addUp(parts);
}

const fromTable = <Value>(valeur: Value, what: string): Candidat<Value> => ({
  valeur,
  endroit: { lieu: what },
  dit: true,
  ecarte: null,
});

/** What the articles call each axe. */
export type NomsDesAxes = ReadonlyMap<number, readonly string[]>;

class CreditsDrafter {
  private readonly noms = new Map<number, string[]>();
  private readonly said: readonly Candidat<CreditDit>[];
  private readonly byAvenant: boolean;

  constructor(
    private readonly notes: Notes,
    private readonly phrases: readonly Phrase[],
    private readonly words: Vocabulaire,
    private readonly axes: Axes,
    private readonly actions: Actions,
    private readonly ofTables: Credits,
  ) {
    this.said = readCredits(phrases, words);
    this.byAvenant = fixedByAvenant(phrases);
  }

  draft(): { readonly credits: Credits; readonly noms: NomsDesAxes } {
    const credits = this.ofTables.map((each, rank) => this.credit(each, rank));
    this.checkWhole(credits);
    return { credits: this.withSplits(credits), noms: this.noms };
  }

  private credit({ annee, montant: sum }: Credits[number], rank: number): Credits[number] {
    const champ = `creditsEtat[${rank}].montant`;
    const quoi = `les crédits de l’État ${annee}`;
    const cle = `annees/${annee}/credits`;
    const own = this.said.filter(({ valeur }) => valeur.annee === annee);
    const amounts = own.map((each) => ({ ...each, valeur: each.valeur.montant }));
    const tranche = trancher(amounts);
    const table = sommeDeLAxe(this.actions, annee, null);
    const demande = {
      champ,
      cle,
      quoi,
      dire: euros,
      ecrire: (montant: number) => montant,
      sinon: `${euros(sum)}, la somme des parts du tableau, a été pris`,
    };
    if (tranche.etat === "lu" && table !== null && tranche.choisi.valeur !== table) {
      this.notes.lu(cle, tranche.choisi.endroit);
      this.notes.opposer(demande, [tranche.choisi, fromTable(table, "la somme des actions du tableau")]);
      return { annee, montant: tranche.choisi.valeur, statut: this.statut(own, annee, rank) };
    }
    const montant = this.notes.prendre(demande, tranche) ?? sum;
    return { annee, montant, statut: this.statut(own, annee, rank) };
  }

  /** The contract fixes its first year; of a later one it must say whether an avenant will. */
  private statut(own: readonly Candidat<CreditDit>[], annee: number, rank: number): Credits[number]["statut"] {
    const mine = own.filter(({ ecarte }) => ecarte === null);
    const said = mine.flatMap(({ valeur: { statut }, endroit }): Candidat<Credits[number]["statut"]>[] =>
      statut ? [{ ...statut, endroit, ecarte: null }] : [],
    );
    const cle = `annees/${annee}/statut`;
    const usual = rank === 0 ? "ferme" : "provisionnel";
    if (said.length === 0 && (rank === 0 ? mine.length > 0 : this.byAvenant)) {
      const [first] = mine;
      if (first) this.notes.lu(cle, first.endroit);
      return usual;
    }
    const demande = {
      champ: `creditsEtat[${rank}].statut`,
      cle,
      quoi: `si les crédits de l’État ${annee} sont fermes ou provisionnels`,
      dire: (statut: string) => `${statut}s`,
      ecrire: same,
      sinon: `ils ont été pris pour ${usual}s`,
    };
    return this.notes.prendre(demande, trancher(said)) ?? usual;
  }

  private checkWhole(credits: Credits): void {
    const sum = addUp(credits.map(({ montant }) => montant));
    for (const { valeur, endroit } of readWhole(this.phrases, this.words)) {
      if (valeur === sum || credits.some(({ montant }) => montant === valeur)) continue;
      this.notes.demander(
        "creditsEtat",
        `Crédits de l’État : le document dit ${euros(valeur)} en tout, ${citeEndroit(endroit)}, et ses années font ${euros(sum)}.`,
      );
    }
  }

  private withSplits(credits: Credits): Credits {
    const lists = readSplits(this.phrases, this.axes);
    const known = new Set(credits.map(({ annee }) => annee));
    const [first] = credits;
    if (lists.length === 0 || lists.every(({ valeur: { parts } }) => parts.length < Math.min(2, this.axes.length))) {
      this.notes.manque("creditsEtat[].repartition", "la répartition des crédits de l’État par axe");
      return credits;
    }
    const taken = new Map<number, Credits[number]["repartition"]>();
    for (const list of lists) {
      const { annee, parts } = list.valeur;
      const own =
        annee ??
        this.yearOf(
          parts.map(({ montant }) => montant),
          credits,
        );
      const [[only, whole] = []] = taken.size === 1 ? taken : [];
      if (own === null && parts.length === 1 && only !== undefined && whole) {
        this.contradict(
          parts,
          whole,
          only,
          `creditsEtat[${credits.findIndex((each) => each.annee === only)}].repartition`,
        );
        continue;
      }
      if (own === null || !known.has(own)) {
        if (parts.length > 1)
          this.notes.demander(
            "creditsEtat[].repartition",
            `La répartition par axe est d’une année que le document ne dit pas, ou qui n’est pas du contrat : elle n’a pas été prise (${list.endroit.lieu ?? ""}).`,
          );
        continue;
      }
      const split = this.split(list, own, credits, taken.get(own));
      if (split) taken.set(own, split);
    }
    if (first && taken.size === 0 && !this.notes.questions.some(({ champ }) => champ.endsWith("repartition")))
      this.notes.manque("creditsEtat[].repartition", "la répartition des crédits de l’État par axe");
    return credits.map((credit) => {
      const repartition = taken.get(credit.annee);
      return repartition ? { ...credit, repartition } : credit;
    });
  }

  /** A list that names no year is of the one whose credits it adds up to. */
  private yearOf(parts: readonly number[], credits: Credits): number | null {
    const sum = addUp(parts);
    const own = credits.filter(({ montant }) => montant === sum);
    return own.length === 1 ? (own[0]?.annee ?? null) : null;
  }

  private split(
    { valeur: { parts }, endroit }: Candidat<RepartitionDite>,
    annee: number,
    credits: Credits,
    before: Credits[number]["repartition"],
  ): Credits[number]["repartition"] | null {
    const rank = credits.findIndex((credit) => credit.annee === annee);
    const champ = `creditsEtat[${rank}].repartition`;
    const place = `(${endroit.lieu ?? ""})`;
    if (parts.length !== this.axes.length) {
      if (before) this.contradict(parts, before, annee, champ);
      else if (parts.length > 1)
        this.notes.demander(
          champ,
          `L’article répartit ${annee} entre ${parts.length} axes, le tableau en a ${this.axes.length} : la répartition n’a pas été prise ${place}.`,
        );
      return null;
    }
    const given = attribuer(parts, this.axes, (axe) => sommeDeLAxe(this.actions, annee, axe));
    const split = parts.map(({ montant }, index) => ({ axe: given[index]?.axe ?? index + 1, montant }));
    const sum = addUp(split.map(({ montant }) => montant));
    const whole = credits[rank]?.montant ?? 0;
    if (sum !== whole) {
      this.notes.demander(
        champ,
        `Répartition ${annee} : ses axes font ${euros(sum)}, les crédits de l’année sont de ${euros(whole)} ; elle n’a pas été prise ${place}.`,
      );
      return null;
    }
    if (before) {
      const isSame = split.every(({ axe, montant }) =>
        before.some((each) => each.axe === axe && each.montant === montant),
      );
      if (!isSame)
        this.notes.demander(
          champ,
          `Répartition ${annee} : le document en donne deux, qui diffèrent ; voyez ${citeEndroit(endroit)}.`,
        );
      return null;
    }
    given.forEach((each, index) => {
      const axe = this.axes.find(({ numero }) => numero === each?.axe);
      const nom = parts[index]?.nom ?? "";
      if (axe && each?.sure === false)
        this.notes.demander(
          `${champ}[${index}]`,
          `${cite(nom)} a été pris pour l’axe ${axe.numero}, ${cite(axe.intitule)}, par son rang ${place}.`,
        );
      if (axe) this.noms.set(axe.numero, [...(this.noms.get(axe.numero) ?? []), nom]);
      this.notes.lu(`annees/${annee}/axes/${each?.axe ?? 0}`, parts[index]?.endroit ?? endroit);
    });
    this.holdAgainstTables(split, annee, champ, endroit);
    return split;
  }

  /** Beside a whole split, an axe that is told again must have the same amount. */
  private contradict(
    parts: RepartitionDite["parts"],
    before: NonNullable<Credits[number]["repartition"]>,
    annee: number,
    champ: string,
  ): void {
    const given = attribuer(parts, this.axes, (axe) => before.find((each) => each.axe === axe)?.montant ?? null);
    parts.forEach(({ montant, endroit }, index) => {
      const known = before.find(({ axe }) => given[index]?.sure === true && axe === given[index]?.axe);
      if (known && known.montant !== montant)
        this.notes.demander(
          champ,
          `Crédits de l’État ${annee}, axe ${known.axe} : ${euros(known.montant)} dans la répartition, ${euros(montant)} dans ${citeEndroit(endroit)}.`,
        );
    });
  }

  private holdAgainstTables(
    split: NonNullable<Credits[number]["repartition"]>,
    annee: number,
    champ: string,
    endroit: Candidat<unknown>["endroit"],
  ): void {
    split.forEach(({ axe, montant }, index) => {
      const table = sommeDeLAxe(this.actions, annee, axe);
      if (table === null || table === montant) return;
      const demande = {
        champ: `${champ}[${index}].montant`,
        cle: `annees/${annee}/axes/${axe}`,
        quoi: `les crédits de l’État ${annee} de l’axe ${axe}`,
        dire: euros,
        ecrire: (each: number) => each,
      };
      this.notes.opposer(demande, [
        { valeur: montant, endroit, dit: true, ecarte: null },
        fromTable(table, "la somme des actions du tableau"),
      ]);
    });
  }
}

export const draftCredits = (
  notes: Notes,
  phrases: readonly Phrase[],
  words: Vocabulaire,
  axes: Axes,
  actions: Actions,
  ofTables: Credits,
): { readonly credits: Credits; readonly noms: NomsDesAxes } =>
  new CreditsDrafter(notes, phrases, words, axes, actions, ofTables).draft();
