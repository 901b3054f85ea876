// Why a sum is wrong, where it can be told for certain or by a figure that fits to the centime.
import { absentActions } from "./contract-rows";
import type { Entree } from "../facts/lines/amount-entries";
import { analyseFormule } from "../facts/formulas/analyse-formule";
import { contractAmount } from "../contract/in-force/contract-amounts";
import type { Convention } from "../contract/convention";
import { describeDefauts } from "../facts/formulas/describe-defauts";
import { isDigitSwap } from "../domain/values/digit-swap";
import type { MontantCell } from "../domain/dossier";
import { formatListe, formatMontant } from "../domain/words/format";
import { exactCentimes } from "../facts/formulas/formula-weights";
import { addMontants, montantFromCentimes, type Montant } from "../domain/values/montant";
import { nameAction } from "../facts/lines/budget-lines";
import { nameEntree, nameInSentence } from "../facts/lines/name-entree";
import type { SommeAffichee, TableSums } from "../facts/lines/table-sums";
import { capitalise } from "../domain/words/typographie";

/** More hypotheses than this that fit the gap say nothing. */
const MOST_HYPOTHESES = 2;
/** Half a centime, which rounding may add. */
const ROUNDING = 0.5 + 1e-6;

export interface Wrong {
  readonly found: Montant | null;
  readonly expected: Montant;
  /** Whether the amounts that it adds are all the contract's, looked at where that decides; null where they are not meant to be: executed ones. */
  readonly asContracted: (() => boolean) | null;
}

function montantOf({ lu }: MontantCell): Montant {
  return lu.kind === "montant" ? lu.montant : montantFromCentimes(0);
}

/** What the contract gives the cell; null for an action that it does not know. */
function contracted({ tableau }: TableSums, { kind, index, annee, colonne }: Entree): Montant | null {
  const action = kind === "action" ? tableau.lignesAction[index]?.action : null;
  return action ? contractAmount(action, annee, colonne) : null;
}

class Hypotheses {
  private readonly gap: number;

  constructor(
    private readonly convention: Convention,
    private readonly sums: TableSums,
    private readonly somme: SommeAffichee,
    private readonly found: Montant,
    private readonly expected: Montant,
    private readonly isTyped: boolean,
    private readonly isContracted: boolean,
  ) {
    this.gap = found - expected;
  }

  /** Those with a trace of their own come first; bare arithmetic only where they leave room. */
  list(): readonly string[] {
    const own = this.ownAmount();
    const absences = this.absences();
    const traces = [...own, ...absences, ...this.typing()];
    if (traces.length > MOST_HYPOTHESES) return [];
    const kinds = own.length > 0 || absences.length > 0 ? [] : this.arithmetic();
    const fitting = kinds.filter((kind) => kind.length + traces.length <= MOST_HYPOTHESES).flat();
    return traces.length + fitting.length <= MOST_HYPOTHESES ? [...traces, ...fitting] : traces;
  }

  private name(entree: Entree): string {
    return nameEntree(this.convention, entree, this.somme.entree);
  }

  /** One amount that is not the contract's, by exactly the gap: the sum was made with the contract's. */
  private ownAmount(): string[] {
    if (!this.isContracted) return [];
    return this.somme.addends.flatMap((entree) => {
      const contract = contracted(this.sums, entree);
      const shown = montantOf(entree.cell);
      if (contract === null || contract - shown !== this.gap) return [];
      const swap = isDigitSwap(shown, contract) ? ", deux chiffres intervertis" : "";
      return `un seul montant s’écarte du contrat d’exactement cet écart, ${this.name(entree)} : ${formatMontant(shown)} au lieu de ${formatMontant(contract)}${swap}`;
    });
  }

  /** Actions that the table no longer has, or not yet: the sum was made with them. */
  private absences(): string[] {
    if (!this.isContracted) return [];
    const absent = absentActions(this.convention, this.sums, this.somme);
    const isWhole = addMontants(...absent.map(({ montant }) => montant)) === this.gap;
    const groups = isWhole && absent.length > 1 ? [absent] : absent.map((one) => [one]);
    return groups.flatMap((group) => {
      const montant = addMontants(...group.map((one) => one.montant));
      if (montant !== this.gap) return [];
      const names = formatListe(group.map(({ action }) => nameInSentence(nameAction(action))));
      const adjective = group.length > 1 ? "absentes" : "absente";
      return [`le total compte encore ${names}, ${adjective} (${formatMontant(montant)} au contrat)`];
    });
  }

  private typing(): string[] {
    if (!this.isTyped) return [];
    if (this.found === -this.expected) return ["le signe du total est inversé"];
    if (!isDigitSwap(this.found, this.expected)) return [];
    return [`deux chiffres du total sont intervertis (${formatMontant(this.expected)} attendu)`];
  }

  private addendsWorth(centimes: number): readonly Entree[] {
    if (centimes === 0) return [];
    return this.somme.addends.filter(({ cell }) => montantOf(cell) === centimes);
  }

  private arithmetic(): readonly (readonly string[])[] {
    return [
      this.addendsWorth(-this.gap).map((entree) => `le total ne compte pas ${this.name(entree)}`),
      this.addendsWorth(this.gap).map((entree) => `le total compte deux fois ${this.name(entree)}`),
      // A typed zero is nothing rather than a difference.
      this.addendsWorth(this.found === 0 ? 0 : -this.gap / 2).map(
        (entree) => `le total retranche au lieu d’ajouter ${this.name(entree)}`,
      ),
      this.subtotals(),
    ];
  }

  private subtotals(): string[] {
    const { kind, annee, colonne } = this.somme.entree;
    if (kind !== "total") return [];
    const subtotals = this.sums.tableau.lignesAxe.flatMap((_, index) => {
      const entree = this.sums.find("axe", index, annee, colonne);
      return entree && montantOf(entree.cell) !== 0 ? [entree] : [];
    });
    if (subtotals.length > 1 && addMontants(...subtotals.map(({ cell }) => montantOf(cell))) === this.gap) {
      return ["le total compte les sous-totaux en plus de leurs actions"];
    }
    return subtotals
      .filter(({ cell }) => montantOf(cell) === this.gap)
      .map((entree) => `le total compte le sous-total de ${this.name(entree)} en plus de ses actions`);
  }
}

/** Null where the formula does not account for the whole gap. */
function explainFormula(convention: Convention, sums: TableSums, somme: SommeAffichee, gap: number): string | null {
  const { defauts } = analyseFormule(sums, somme) ?? { defauts: [] };
  const telling = defauts.filter(({ ecart }) => ecart !== 0);
  const total = telling.reduce((sum, { ecart }) => sum + ecart, 0);
  if (telling.length === 0 || Math.abs(total - gap) > ROUNDING) return null;
  // Decimals are told where they matter only: where the rest alone does not make the gap.
  const coarse = telling.filter(({ kind }) => kind !== "decimales");
  const rest = coarse.reduce((sum, { ecart }) => sum + ecart, 0);
  return describeDefauts(convention, rest === gap ? coarse : telling, somme.entree);
}

/** A text that SUM ignores, where the formula itself cannot be told. */
function explainText(convention: Convention, somme: SommeAffichee, gap: number): string | null {
  const texts = somme.addends.filter(({ cell: { lu } }) => lu.kind === "montant" && lu.source === "text");
  const ignored = texts.reduce((sum, { cell }) => sum + exactCentimes(cell), 0);
  if (texts.length === 0 || ignored !== -gap) return null;
  return describeDefauts(
    convention,
    texts.map((entree) => ({ kind: "texte" as const, entree, ecart: -exactCentimes(entree.cell) })),
    somme.entree,
  );
}

/** French, or null where nothing can be told. */
export function explainSum(
  convention: Convention,
  sums: TableSums,
  somme: SommeAffichee,
  { found, expected, asContracted }: Wrong,
): string | null {
  const { entree } = somme;
  const sentences: string[] = [];
  if (sums.isTypedOverFormula(somme)) {
    const neighbours = entree.kind === "action" ? "les totaux des autres actions" : "les autres totaux de la ligne";
    sentences.push(`Un nombre est saisi là où ${neighbours} sont des formules.`);
  }
  if (found !== null) {
    const gap = found - expected;
    const pesee = sums.weigh(entree);
    const certain =
      pesee.kind === "known"
        ? explainFormula(convention, sums, somme, gap)
        : pesee.kind === "unknown"
          ? explainText(convention, somme, gap)
          : null;
    if (certain !== null) sentences.push(certain);
    else if (pesee.kind !== "known") {
      const isTyped = pesee.kind === "typed";
      const isContracted = asContracted !== null;
      const hypotheses = new Hypotheses(convention, sums, somme, found, expected, isTyped, isContracted).list();
      if (hypotheses.length > 0) sentences.push(`${capitalise(hypotheses.join(", ou bien "))}.`);
    }
  }
  return sentences.length > 0 ? sentences.join(" ") : null;
}
