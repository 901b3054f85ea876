// The activity code and the amount of each axe are the contract's, and a year's amounts are its State credits.
import { nameAxe } from "../domain/lines/budget-lines";
import type { CellRef } from "../domain/cell-ref";
import type { Axe } from "../domain/contrat/convention";
import type { LigneImputationLue, MontantCell } from "../domain/dossier";
import { sourceDuChiffre } from "../domain/contrat/fixation";
import { formatListe } from "../domain/words/format";
import { amountOf, codesOf, compactCode, explainIgnored, formatCode } from "../domain/lines/imputation-lines";
import { addMontants, subtractMontants, type Montant } from "../domain/values/montant";
import { cite, slug } from "../domain/words/typographie";
import { defineRule } from "./rule";

const NOT_GIVEN = "non renseigné";

const isCell = (cell: MontantCell | undefined): cell is MontantCell => cell !== undefined;

export default defineRule({
  meta: {
    id: "imputation-du-contrat",
    article: "3",
    severity: "error",
    title: "L’imputation des crédits est celle du contrat",
    needs: ["imputation"],
    messages: {
      code: { text: "{axe} : code d’activité {trouve} au lieu de {attendu}." },
      montant: { text: "{axe} – {annee} : {found} imputés au lieu de {expected} (écart {gap}).{source}" },
      "non-renseigne": { text: "{axe} – {annee} : montant imputé {found} au lieu de {expected}.{source}" },
      absente: { text: "{axe} : {found} ligne d’imputation au lieu de {expected} (écart {gap})." },
      inconnue: { text: "La ligne {ligne}, code {trouve}, n’est celle d’aucun axe du contrat." },
      somme: {
        text: "Imputation {annee} : {found} au total pour {expected} de crédits de l’État (écart {gap}).{source}",
      },
    },
  },
  check({ convention, avenants, imputation }, reporter) {
    if (convention.imputation.lignes.length === 0) {
      reporter.notCheckable("Le contrat ne donne pas l’imputation des crédits.");
      return;
    }
    const { annees, lignes, total, heading, unit } = imputation;
    const byAxe = new Map<number, LigneImputationLue[]>();
    const faulty = new Set<number>();
    const unchecked = new Set<number>();

    const checkCode = (axe: Axe, { code, label }: LigneImputationLue): void => {
      const expected = codesOf(convention, axe.numero);
      const text = code?.text ?? "";
      const compact = compactCode(text);
      const [only, ...others] = expected;
      if (only === undefined || expected.includes(compact)) return;
      const cell = code ?? label;
      const prefix = /^\s*BG\s*00\s*[/-]?/i.exec(text)?.[0] ?? "";
      reporter.discrepancy({
        message: "code",
        subject: { axe: axe.numero },
        key: "code",
        cells: [cell.ref],
        data: {
          axe: nameAxe(axe),
          trouve: /^\d+$/.test(compact) ? formatCode(compact) : text.trim() === "" ? NOT_GIVEN : cite(text),
          attendu: expected.map(formatCode).join(" ou "),
        },
        ...(others.length === 0 &&
          code &&
          code.formula === null && { fix: [{ cell: code.ref, value: `${prefix}${formatCode(only)}` }] }),
      });
    };

    for (const ligne of lignes) {
      const { axe, code, label } = ligne;
      if (axe) {
        checkCode(axe, ligne);
        byAxe.set(axe.numero, [...(byAxe.get(axe.numero) ?? []), ligne]);
        continue;
      }
      for (const { annee } of annees) faulty.add(annee);
      reporter.discrepancy({
        message: "inconnue",
        subject: {},
        key: `ligne-${slug(label.text)}`,
        cells: [(code ?? label).ref],
        data: { ligne: cite(label.text), trouve: cite(code?.text ?? "") },
      });
    }

    const checkAmount = (axe: Axe, rows: readonly LigneImputationLue[], annee: number): void => {
      const cells = rows.map(({ montants }) => montants.get(annee)).filter(isCell);
      const [cell, ...others] = cells;
      if (!cell) return;
      if (cells.some(({ lu }) => lu.kind === "unreadable")) {
        reporter.notCheckable(`${nameAxe(axe)} – ${annee} : le montant imputé ne peut pas être lu.`);
        unchecked.add(annee);
        return;
      }
      const amounts: Montant[] = cells.flatMap(({ lu }) => (lu.kind === "montant" ? [lu.montant] : []));
      const found = amounts.length > 0 ? addMontants(...amounts) : null;
      const expected = amountOf(convention, axe.numero, annee);
      if (expected === null || found === expected || (found === null && expected === 0)) return;
      faulty.add(annee);
      reporter.discrepancy({
        message: found === null ? "non-renseigne" : "montant",
        subject: { axe: axe.numero, year: annee },
        cells: [cell.ref, ...others.map(({ ref }) => ref)],
        figures: { unit: "montant", found, expected },
        data: {
          axe: nameAxe(axe),
          annee: `${annee}`,
          source: sourceDuChiffre(avenants, { kind: "repartition", annee, axe: axe.numero }),
        },
        ...(others.length === 0 && cell.formula === null && { fix: [{ cell: cell.ref, montant: expected, unit }] }),
      });
    };

    for (const axe of convention.axes) {
      const rows = byAxe.get(axe.numero) ?? [];
      const owed = annees.filter(({ annee }) => (amountOf(convention, axe.numero, annee) ?? 0) > 0);
      if (rows.length === 0 && owed.length > 0) {
        for (const { annee } of annees) faulty.add(annee);
        reporter.discrepancy({
          message: "absente",
          subject: { axe: axe.numero },
          key: "ligne",
          cells: [heading],
          figures: { unit: "nombre", found: 0, expected: codesOf(convention, axe.numero).length || 1 },
          data: { axe: nameAxe(axe) },
        });
      }
      for (const { annee } of annees) checkAmount(axe, rows, annee);
    }

    /** The sum of the rows first; the displayed total where the rows are right. */
    const checkSum = (annee: number, yearHeading: CellRef): void => {
      const expected = convention.creditsEtat.find((credit) => credit.annee === annee)?.montant;
      if (expected === undefined) {
        reporter.notCheckable(`${annee} n’est pas une année du contrat.`);
        return;
      }
      const amounts = lignes.flatMap(({ montants }) => {
        const lu = montants.get(annee)?.lu;
        return lu?.kind === "montant" ? [lu.montant] : [];
      });
      const shown = total?.montants.get(annee);
      const sum = addMontants(...amounts);
      const displayed = shown?.lu.kind === "montant" ? shown.lu.montant : null;
      const found = sum !== expected ? sum : (displayed ?? sum);
      if (found === expected) return;
      reporter.discrepancy({
        message: "somme",
        subject: { year: annee },
        cells: [shown?.ref ?? yearHeading],
        figures: { unit: "montant", found, expected },
        data: { annee: `${annee}`, source: sourceDuChiffre(avenants, { kind: "credits", annee }) },
        ...explainIgnored(lignes, annee, shown?.formula ?? null, subtractMontants(expected, found)),
      });
    };
    for (const { annee, heading: yearHeading } of annees) {
      // A wrong amount is one finding: its sum is not another one.
      if (!faulty.has(annee) && !unchecked.has(annee)) checkSum(annee, yearHeading);
    }
    const unsplit = annees.filter(({ annee }) =>
      convention.axes.every(({ numero }) => amountOf(convention, numero, annee) === null),
    );
    if (unsplit.length > 0) {
      const years = formatListe(unsplit.map(({ annee }) => `${annee}`));
      reporter.notCheckable(
        `${years} : les montants par axe ne sont pas encore fixés ; seule leur somme est comparée.`,
      );
    }
  },
});
