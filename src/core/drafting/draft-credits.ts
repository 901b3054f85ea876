// The State's credits of a definition: what the articles state, held against the tables and against each other.
import { trancher, type Candidat } from "./candidates";
import { draftSplits, type CreditsEbauches } from "./draft-splits";
import { addUp, contratEnEcart, euros, fromTable, sommeDeLAxe, type Annexes, type Credits } from "./from-annexes";
import { citeEndroit, type Notes } from "./notes";
import { fixedByAvenant, readCredits, readWhole, type CreditDit } from "./signed-credits";
import type { Phrase } from "./signed-sentences";
import type { Vocabulaire } from "./who-and-what";

const same = <Value>(valeur: Value): Value => valeur;

class CreditsDrafter {
  private readonly said: readonly Candidat<CreditDit>[];
  private readonly byAvenant: boolean;

  constructor(
    private readonly notes: Notes,
    private readonly phrases: readonly Phrase[],
    private readonly words: Vocabulaire,
    private readonly annexes: Annexes,
  ) {
    this.said = readCredits(phrases, words);
    this.byAvenant = fixedByAvenant(phrases);
  }

  draft(): CreditsEbauches {
    const credits = this.annexes.ofTables.map((each, rank) => this.credit(each, rank));
    this.checkWhole(credits);
    this.askOtherYears(new Set(credits.map(({ annee }) => annee)));
    return draftSplits(this.notes, this.phrases, this.annexes, credits);
  }

  private credit({ annee, montant: sum }: Credits[number], rank: number): Credits[number] {
    const champ = `creditsEtat[${rank}].montant`;
    const quoi = `les crédits de l’État ${annee}`;
    const cle = `annees/${annee}/credits`;
    const own = this.said.filter(({ valeur }) => valeur.annee === annee);
    const amounts = own.map((each) => ({ ...each, valeur: each.valeur.montant }));
    const tranche = trancher(amounts);
    const table = sommeDeLAxe(this.annexes.actions, annee, null);
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
      const { choisi } = tranche;
      this.notes.opposer(demande, [choisi, fromTable(table, "la somme des actions du tableau")], {
        ensemble: contratEnEcart(choisi.valeur, table),
      });
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

  /** An article may give a year that no table has. */
  private askOtherYears(known: ReadonlySet<number>): void {
    for (const { valeur, endroit, ecarte, dit } of this.said) {
      if (known.has(valeur.annee) || ecarte !== null || !dit) continue;
      this.notes.demander(
        "creditsEtat",
        `Crédits de l’État : le document dit ${euros(valeur.montant)} pour ${valeur.annee}, ${citeEndroit(endroit)}, et les tableaux n’ont pas cette année.`,
      );
    }
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
}

export const draftCredits = (
  notes: Notes,
  phrases: readonly Phrase[],
  words: Vocabulaire,
  annexes: Annexes,
): CreditsEbauches => new CreditsDrafter(notes, phrases, words, annexes).draft();
