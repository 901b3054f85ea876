// Why a sum is wrong, where it can be told for certain or by a figure that fits to the centime.
import { absentActions } from "./contract-rows";
import { colonneOf, type Band } from "../facts/bands";
import type { YearFact } from "../facts/fact";
import { isTypedOverFormula } from "../facts/formulas/sum-formulas";
import type { Sum } from "../facts/sums";
import { analyseFormule } from "../facts/formulas/analyse-formule";
import { contractAmount } from "../contract/in-force/contract-amounts";
import type { Convention } from "../contract/convention";
import { describeDefauts } from "../facts/formulas/describe-defauts";
import { isDigitSwap } from "../domain/values/digit-swap";
import { formatListe, formatMontant } from "../domain/words/format";
import { exactCentimes, weigh } from "../facts/formulas/formula-weights";
import { addMontants, ZERO, type Montant } from "../domain/values/montant";
import { nameAction } from "../facts/lines/budget-lines";
import { nameFact, nameInSentence } from "../facts/lines/name-fact";
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

const montantOf = ({ known }: YearFact): Montant => known.value ?? ZERO;

/** What the contract gives the cell; null for an action that it does not know. */
function contracted(fact: YearFact): Montant | null {
  const { row, year } = fact;
  return row.action && contractAmount(row.action, year, colonneOf(fact));
}

class Hypotheses {
  private readonly gap: number;

  constructor(
    private readonly convention: Convention,
    private readonly band: Band,
    private readonly sum: Sum<YearFact>,
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

  private name(fact: YearFact): string {
    return nameFact(this.convention, fact, this.sum.fact);
  }

  /** One amount that is not the contract's, by exactly the gap: the sum was made with the contract's. */
  private ownAmount(): string[] {
    if (!this.isContracted) return [];
    return this.sum.addends.flatMap((fact) => {
      const contract = contracted(fact);
      const shown = montantOf(fact);
      if (contract === null || contract - shown !== this.gap) return [];
      const swap = isDigitSwap(shown, contract) ? ", deux chiffres intervertis" : "";
      return `un seul montant s’écarte du contrat d’exactement cet écart, ${this.name(fact)} : ${formatMontant(shown)} au lieu de ${formatMontant(contract)}${swap}`;
    });
  }

  /** Actions that the table no longer has, or not yet: the sum was made with them. */
  private absences(): string[] {
    if (!this.isContracted) return [];
    const absent = absentActions(this.convention, this.sum);
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

  private addendsWorth(centimes: number): readonly YearFact[] {
    if (centimes === 0) return [];
    return this.sum.addends.filter((fact) => montantOf(fact) === centimes);
  }

  private arithmetic(): readonly (readonly string[])[] {
    return [
      this.addendsWorth(-this.gap).map((fact) => `le total ne compte pas ${this.name(fact)}`),
      this.addendsWorth(this.gap).map((fact) => `le total compte deux fois ${this.name(fact)}`),
      // A typed zero is nothing rather than a difference.
      this.addendsWorth(this.found === 0 ? 0 : -this.gap / 2).map(
        (fact) => `le total retranche au lieu d’ajouter ${this.name(fact)}`,
      ),
      this.subtotals(),
    ];
  }

  private subtotals(): string[] {
    const { row, year, column } = this.sum.fact;
    if (row.kind !== "total") return [];
    const axes = this.band.table.rows.filter(({ kind }) => kind === "axe");
    const subtotals = axes.flatMap((axe) => axe.at(year, column)).filter((fact) => montantOf(fact) !== 0);
    if (subtotals.length > 1 && addMontants(...subtotals.map(montantOf)) === this.gap) {
      return ["le total compte les sous-totaux en plus de leurs actions"];
    }
    return subtotals
      .filter((fact) => montantOf(fact) === this.gap)
      .map((fact) => `le total compte le sous-total de ${this.name(fact)} en plus de ses actions`);
  }
}

/** Null where the formula does not account for the whole gap. */
function explainFormula(convention: Convention, band: Band, sum: Sum<YearFact>, gap: number): string | null {
  const { defauts } = analyseFormule(band, sum) ?? { defauts: [] };
  const telling = defauts.filter(({ ecart }) => ecart !== 0);
  const total = telling.reduce((sum, { ecart }) => sum + ecart, 0);
  if (telling.length === 0 || Math.abs(total - gap) > ROUNDING) return null;
  // Decimals are told where they matter only: where the rest alone does not make the gap.
  const coarse = telling.filter(({ kind }) => kind !== "decimales");
  const rest = coarse.reduce((sum, { ecart }) => sum + ecart, 0);
  return describeDefauts(convention, rest === gap ? coarse : telling, sum.fact);
}

/** A text that SUM ignores, where the formula itself cannot be told. */
function explainText(convention: Convention, { fact, addends }: Sum<YearFact>, gap: number): string | null {
  const texts = addends.filter(({ cell: { known: lu } }) => lu.reason === null && lu.source === "text");
  const ignored = texts.reduce((sum, { cell }) => sum + exactCentimes(cell), 0);
  if (texts.length === 0 || ignored !== -gap) return null;
  return describeDefauts(
    convention,
    texts.map((text) => ({ kind: "texte" as const, fact: text, ecart: -exactCentimes(text.cell) })),
    fact,
  );
}

/** French, or null where nothing can be told. */
export function explainSum(
  convention: Convention,
  band: Band,
  sum: Sum<YearFact>,
  { found, expected, asContracted }: Wrong,
): string | null {
  const { fact } = sum;
  const sentences: string[] = [];
  if (isTypedOverFormula(band, sum)) {
    const neighbours = fact.row.kind === "action" ? "les totaux des autres actions" : "les autres totaux de la ligne";
    sentences.push(`Un nombre est saisi là où ${neighbours} sont des formules.`);
  }
  if (found !== null) {
    const gap = found - expected;
    const pesee = weigh(band, fact);
    const certain =
      pesee.kind === "known"
        ? explainFormula(convention, band, sum, gap)
        : pesee.kind === "unknown"
          ? explainText(convention, sum, gap)
          : null;
    if (certain !== null) sentences.push(certain);
    else if (pesee.kind !== "known") {
      const isTyped = pesee.kind === "typed";
      const isContracted = asContracted !== null;
      const hypotheses = new Hypotheses(convention, band, sum, found, expected, isTyped, isContracted).list();
      if (hypotheses.length > 0) sentences.push(`${capitalise(hypotheses.join(", ou bien "))}.`);
    }
  }
  return sentences.length > 0 ? sentences.join(" ") : null;
}
