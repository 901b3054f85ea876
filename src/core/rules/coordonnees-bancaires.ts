// The IBAN and the RIB are well formed and name the same account.
import {
  formatIban,
  formatRib,
  ibanDeRib,
  isIbanValide,
  isRibValide,
  ribDeIban,
} from "../domain/contrat/compte-bancaire";
import type { CellRef } from "../domain/cell-ref";
import type { ValeurBancaire } from "../domain/dossier";
import { cite } from "../domain/words/typographie";
import { defineRule, type FixCell } from "./rule";

type Cells = readonly [CellRef, ...CellRef[]];

function cellsOf(first: ValeurBancaire, ...others: readonly ValeurBancaire[]): Cells {
  const [cell, ...rest] = first.cells;
  return [cell.ref, ...[...rest, ...others.flatMap(({ cells }) => cells)].map(({ ref }) => ref)];
}

const show = ({ cells }: ValeurBancaire): string => cite(cells.map(({ text }) => text).join(" "));

/** Where exactly one character differs: which one, and what it should be. */
function describeDifference(found: string, right: string, source: string): string | undefined {
  if (found.length !== right.length) {
    return `${found.length} caractères au lieu de ${right.length} : d’après ${source}, ce serait ${cite(right)}.`;
  }
  const different = [...right].flatMap((character, index) => (found[index] === character ? [] : [index]));
  const [index, ...others] = different;
  if (index === undefined || others.length > 1) return undefined;
  const [next] = others;
  if (next === undefined) {
    return `D’après ${source}, le ${index + 1}e caractère est « ${right[index]} » et non « ${found[index]} ».`;
  }
  const isSwap = next === index + 1 && found[index] === right[next] && found[next] === right[index];
  return isSwap ? `D’après ${source}, les caractères ${index + 1} et ${next + 1} sont intervertis.` : undefined;
}

export default defineRule({
  meta: {
    id: "coordonnees-bancaires",
    article: "3",
    severity: "error",
    title: "Les coordonnées bancaires sont valides",
    needs: ["coordonnees"],
    needsContract: false,
    messages: {
      iban: { text: "L’IBAN {iban} n’est pas valide : ses chiffres de contrôle ne correspondent pas." },
      rib: { text: "Le RIB {rib} n’est pas valide : sa clé ne correspond pas." },
      "cle-du-compte": { text: "L’IBAN {iban} passe son contrôle, mais la clé du RIB qu’il contient est fausse." },
      "meme-erreur": { text: "L’IBAN {iban} et le RIB {rib} désignent le même compte, mais leurs clés sont fausses." },
      "autre-compte": { text: "L’IBAN {iban} et le RIB {rib} sont valides mais désignent deux comptes différents." },
    },
  },
  check({ coordonnees }, reporter) {
    /** The other one is right: what this one should be, if so little differs that it is plainly a slip. */
    const correct = (valeur: ValeurBancaire, right: string, source: string, format: (compact: string) => string) => {
      const explanation = describeDifference(valeur.compact, right, source);
      const [cell, ...others] = valeur.cells;
      const isAlone = others.length === 0 && cell.ref !== valeur.label.ref && cell.formula === null;
      const fix: readonly FixCell[] = isAlone ? [{ cell: cell.ref, value: format(right) }] : [];
      return explanation === undefined ? {} : { explanation, fix };
    };

    const checkIban = (iban: ValeurBancaire, rib: ValeurBancaire | null): void => {
      const data = { iban: show(iban) };
      if (!isIbanValide(iban.compact)) {
        reporter.discrepancy({
          message: "iban",
          subject: {},
          key: "iban",
          cells: cellsOf(iban),
          data,
          ...(rib && isRibValide(rib.compact) && correct(iban, ibanDeRib(rib.compact), "le RIB", formatIban)),
        });
        return;
      }
      const own = ribDeIban(iban.compact);
      if (own === null || isRibValide(own) || rib) return;
      reporter.discrepancy({ message: "cle-du-compte", subject: {}, key: "iban", cells: cellsOf(iban), data });
    };

    const checkRib = (rib: ValeurBancaire, iban: ValeurBancaire | null): void => {
      if (isRibValide(rib.compact)) return;
      const right = iban && isIbanValide(iban.compact) ? ribDeIban(iban.compact) : null;
      reporter.discrepancy({
        message: "rib",
        subject: {},
        key: "rib",
        cells: cellsOf(rib),
        data: { rib: show(rib) },
        ...(right !== null && isRibValide(right) && correct(rib, right, "l’IBAN", formatRib)),
      });
    };

    const checkAccount = (iban: ValeurBancaire, rib: ValeurBancaire): void => {
      const own = ribDeIban(iban.compact);
      const data = { iban: show(iban), rib: show(rib) };
      const both = { subject: {}, key: "compte", cells: cellsOf(iban, rib), data } as const;
      if (own === rib.compact && !isRibValide(rib.compact)) reporter.discrepancy({ ...both, message: "meme-erreur" });
      else if (isIbanValide(iban.compact) && isRibValide(rib.compact)) {
        if (own !== rib.compact) reporter.discrepancy({ ...both, message: "autre-compte" });
      } else {
        checkIban(iban, rib);
        checkRib(rib, iban);
      }
    };

    for (const { iban, rib } of coordonnees) {
      if (iban && rib) checkAccount(iban, rib);
      else if (iban) checkIban(iban, null);
      else if (rib) checkRib(rib, null);
      if (!iban) reporter.notCheckable("L’IBAN n’est pas dans le classeur.");
      if (!rib) reporter.notCheckable("Le RIB n’est pas dans le classeur.");
    }
  },
});
