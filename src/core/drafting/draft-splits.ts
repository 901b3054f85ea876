// The split of the State's credits between the axes: each list of a document, held against the credits, the tables and the other lists.
import { cite } from "../domain/words/typographie";
import { attribuer } from "./assign-axes";
import type { Candidat } from "./candidates";
import { addUp, contratEnEcart, euros, fromTable, sommeDeLAxe, type Annexes, type Credits } from "./from-annexes";
import { citeEndroit, type Notes } from "./notes";
import { readSplits, type RepartitionDite } from "./signed-credits";
import type { Phrase } from "./signed-sentences";

export interface CreditsEbauches {
  readonly credits: Credits;
  /** What the articles call each axe. */
  readonly noms: ReadonlyMap<number, readonly string[]>;
}

class SplitsDrafter {
  readonly noms = new Map<number, string[]>();

  constructor(
    private readonly notes: Notes,
    private readonly phrases: readonly Phrase[],
    private readonly annexes: Annexes,
  ) {}

  draft(credits: Credits): Credits {
    const lists = [...readSplits(this.phrases, this.annexes.axes), ...this.splitsOfTables(credits)];
    const known = new Set(credits.map(({ annee }) => annee));
    const [first] = credits;
    if (
      lists.length === 0 ||
      lists.every(({ valeur: { parts } }) => parts.length < Math.min(2, this.annexes.axes.length))
    ) {
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

  /** Read after those of the articles, which they are then held against. */
  private splitsOfTables(credits: Credits): readonly Candidat<RepartitionDite>[] {
    const { axes, actions, isByAxe } = this.annexes;
    if (!isByAxe) return [];
    const endroit = { lieu: "le tableau par axe" };
    return credits.map(({ annee }) => ({
      valeur: {
        annee,
        parts: axes.map(({ numero, intitule }) => ({
          nom: intitule,
          numero,
          montant: sommeDeLAxe(actions, annee, numero) ?? 0,
          endroit,
        })),
      },
      endroit,
      dit: true,
      ecarte: null,
    }));
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
    if (parts.length !== this.annexes.axes.length) {
      if (before) this.contradict(parts, before, annee, champ);
      else if (parts.length > 1)
        this.notes.demander(
          champ,
          `L’article répartit ${annee} entre ${parts.length} axes, le tableau en a ${this.annexes.axes.length} : la répartition n’a pas été prise ${place}.`,
        );
      return null;
    }
    const given = attribuer(parts, this.annexes.axes, (axe) => sommeDeLAxe(this.annexes.actions, annee, axe));
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
      const axe = this.annexes.axes.find(({ numero }) => numero === each?.axe);
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
    const given = attribuer(
      parts,
      this.annexes.axes,
      (axe) => before.find((each) => each.axe === axe)?.montant ?? null,
    );
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
      const table = sommeDeLAxe(this.annexes.actions, annee, axe);
      if (table === null || table === montant) return;
      const demande = {
        champ: `${champ}[${index}].montant`,
        cle: `annees/${annee}/axes/${axe}`,
        quoi: `les crédits de l’État ${annee} de l’axe ${axe}`,
        dire: euros,
        ecrire: (each: number) => each,
      };
      const said = { valeur: montant, endroit, dit: true, ecarte: null };
      this.notes.opposer(demande, [said, fromTable(table, "la somme des actions du tableau")], {
        ensemble: contratEnEcart(montant, table),
      });
    });
  }
}

export function draftSplits(
  notes: Notes,
  phrases: readonly Phrase[],
  annexes: Annexes,
  credits: Credits,
): CreditsEbauches {
  const drafter = new SplitsDrafter(notes, phrases, annexes);
  return { credits: drafter.draft(credits), noms: drafter.noms };
}
