// The activity code and the amount of each axe are the contract's, and a year's amounts are its State credits.
import { isSameCell } from "xlsx-model/cell-ref";
import { nameAxe } from "../facts/lines/budget-lines";
import { setTo } from "../facts/corrected-fact";
import { imputedIn, imputedRows, type ImputedRow } from "../facts/imputed";
import { readTogether, TELLE_QUELLE } from "../facts/lecture";
import type { Axe } from "../contract/convention";
import type { FeuilleContrat, LigneImputationLue, MontantCell } from "../domain/dossier";
import { sourceDuChiffre } from "../contract/avenants/fixation";
import { chiffreInconnu } from "../contract/avenants/registre";
import { formatListe } from "../domain/words/format";
import { amountOf, codesOf, compactCode, explainIgnored, formatCode } from "../facts/lines/imputation-lines";
import { attenduDe, compareRepere, NOMS_DES_REPERES, reperesMontres } from "../facts/lines/imputation-reperes";
import { montantFromEuros, subtractMontants, ZERO } from "../domain/values/montant";
import { cite, slug } from "../domain/words/typographie";
import { defineRule, HOLDS, notComparable, slipOf } from "./rule";

const cellsIn = (rows: readonly ImputedRow[], annee: number): readonly MontantCell[] =>
  imputedIn(rows, annee).map(({ cell }) => cell);

const NOT_GIVEN = "non renseigné";

/** A sentence holds more than its figure: there is nothing to type over it. */
const isInSentence = (cell: MontantCell, lignes: readonly LigneImputationLue[]): boolean =>
  lignes.some(({ label }) => isSameCell(label.ref, cell.ref));

type Feuille = FeuilleContrat | null;

const codeInconnu = (feuille: Feuille, axe: number, annee: number): string | null =>
  chiffreInconnu(feuille?.registre, { objet: "clause", cle: `imputation/lignes/${annee}/${axe}/code` });

/** Why the credits of one axe, or of the year as a whole, are not known; null where they are. */
const creditInconnu = (feuille: Feuille, annee: number, axe?: number): string | null =>
  chiffreInconnu(feuille?.registre, { objet: "credits", annee, ...(axe !== undefined && { axe }) });

export default defineRule({
  meta: {
    id: "imputation-du-contrat",
    articles: ["versement"],
    severity: "error",
    title: "L’imputation des crédits est celle du contrat",
    problem: "Imputation différente du contrat",
    compares: "montant",
    needs: ["imputation"],
    messages: {
      code: { text: "{axe} : code d’activité {trouve} au lieu de {attendu}." },
      repere: { text: "{axe} : {quoi} {trouve} au lieu de {attendu}." },
      reperes: { text: "Imputation : {quoi} {trouve} au lieu de {attendu}, sur {found} lignes." },
      montant: { text: "{axe} – {annee} : {found} imputés au lieu de {expected} (écart {gap}).{source}" },
      "non-renseigne": { text: "{axe} – {annee} : montant imputé {found} au lieu de {expected}.{source}" },
      absente: { text: "{axe} : aucune ligne d’imputation n’est reconnue (attendu : {expected})." },
      inconnue: { text: "La ligne {ligne}, code {trouve}, n’est celle d’aucun axe du contrat." },
      somme: {
        text: "Imputation {annee} : {found} au total pour {expected} de crédits de l’État (écart {gap}).{source}",
      },
    },
    page: {
      contrat:
        "Le soutien financier de l’État est ventilé sur les crédits du programme 304, axe par axe, chacun avec son code activité et son montant.",
      verifie:
        "Pour chaque axe du tableau d’imputation, le code activité est celui du contrat, et le montant celui de la répartition en vigueur. Où le tableau les montre, le programme, l’action, la sous-action et l’activité de programmation sont aussi ceux du contrat, par leur numéro ou par leur intitulé. La somme d’une année est le montant de l’État pour cette année. Les espaces et le préfixe « BG00/ » du code ne comptent pas ; un code saisi comme un nombre a perdu son premier zéro et reste reconnu.",
      conforme: "« Pilier 1 », code 0304 50 23 23 02, 85 000 €.",
      ecart: [
        {
          message: "montant",
          figures: { unit: "montant", found: montantFromEuros(147500.01), expected: montantFromEuros(147500) },
          data: { axe: "Axe 3", annee: "2024", source: "" },
        },
      ],
      corriger:
        "Corrigez la cellule citée ; si un avenant a changé la répartition, enregistrez-le dans le contrat du classeur.",
      limites:
        "Un montant faux donne un seul écart : la somme n’est pas signalée en plus. Pour une année que ni le contrat ni un avenant ne répartit entre les axes, seule la somme est comparée. Une colonne « Action » qui porte les actions du contrat, par leur numéro ou leur nom, n’est pas comparée à l’action budgétaire. Un tableau qui donne des codes action par action n’est pas pris pour une imputation.",
    },
  },
  compare({ convention, avenants, imputation, feuilleContrat }, asked) {
    if (convention.imputation.lignes.length === 0) {
      asked.notDue("Le contrat ne donne pas l’imputation des crédits.");
      return;
    }
    const { annees, lignes, heading, unit } = imputation;
    const all = imputedRows(imputation);
    const total = all.find(({ ligne }) => ligne === null);
    const shown = all.filter((row) => row !== total);
    const rowsOf = (axe: number): readonly ImputedRow[] => shown.filter(({ ligne }) => ligne?.axe?.numero === axe);
    const montres = reperesMontres(convention, imputation);
    for (const { axe, code, label } of lignes) {
      if (axe) continue;
      asked.compare(`ligne ${cite(label.text)}`, () => () => ({
        message: "inconnue",
        subject: {},
        key: `ligne-${slug(label.text)}`,
        cells: [(code ?? label).ref],
        data: { ligne: cite(label.text), trouve: cite(code?.text ?? "") },
      }));
    }
    const hasUnknown = lignes.some(({ axe }) => axe === null);

    const compareCode = (axe: Axe, { code, label }: LigneImputationLue): void => {
      const expected = codesOf(convention, axe.numero);
      const [only, ...others] = expected;
      if (only === undefined) return;
      asked.compare(`${nameAxe(axe)} – code d’activité`, () => {
        const text = code?.text ?? "";
        const compact = compactCode(text);
        const inconnu = annees
          .map(({ annee }) => codeInconnu(feuilleContrat, axe.numero, annee))
          .find((reason) => reason !== null);
        if (inconnu !== undefined) return notComparable(inconnu);
        if (expected.includes(compact)) return HOLDS;
        const prefix = /^\s*BG\s*00\s*[/-]?/i.exec(text)?.[0] ?? "";
        return () => ({
          message: "code",
          subject: { axe: axe.numero },
          key: "code",
          cells: [(code ?? label).ref],
          data: {
            axe: nameAxe(axe),
            trouve: /^\d+$/.test(compact) ? formatCode(compact) : text.trim() === "" ? NOT_GIVEN : cite(text),
            attendu: expected.map(formatCode).join(" ou "),
          },
          ...(others.length === 0 &&
            code &&
            code.ref !== label.ref &&
            code.formula === null && { fix: [{ cell: code.ref, value: `${prefix}${formatCode(only)}` }] }),
        });
      });
    };

    const compareReperes = (axe: Axe, { reperes, label }: LigneImputationLue): void => {
      for (const repere of montres) {
        const cell = reperes.get(repere);
        const attendu = attenduDe(convention, axe.numero, repere);
        const [only, ...others] = attendu.numeros;
        if (!cell || cell.text.trim() === "" || only === undefined) continue;
        const quoi = NOMS_DES_REPERES[repere];
        asked.compare(`${nameAxe(axe)} – ${quoi}`, () => {
          const judged = compareRepere(cell.text, attendu);
          if (judged === "holds") return HOLDS;
          if (judged === "unread")
            return notComparable(`${nameAxe(axe)} : ${quoi} ${cite(cell.text)}, dont le numéro n’est pas lu.`);
          // In a sentence there is nothing to type over it.
          const isBeside = cell.ref.row === label.ref.row && cell.ref.column !== label.ref.column;
          const isBare = isBeside && /^\s*\d+\s*$/.test(cell.text) && cell.formula === null;
          const said = { quoi, trouve: /\d+/.exec(cell.text)?.[0] ?? "", attendu: attendu.numeros.join(" ou ") };
          return () => ({
            message: "repere",
            subject: { axe: axe.numero },
            key: slug(quoi),
            cells: [cell.ref],
            data: { axe: nameAxe(axe), ...said },
            slip: slipOf(`${slug(quoi)}-${slug(cell.text)}-${slug(said.attendu)}`, "reperes", said),
            ...(isBare && others.length === 0 && { fix: [{ cell: cell.ref, value: only }] }),
          });
        });
      }
    };

    const compareAmount = (axe: Axe, annee: number): void => {
      const cells = cellsIn(rowsOf(axe.numero), annee);
      const [cell, ...others] = cells;
      const expected = amountOf(convention, axe.numero, annee);
      if (!cell || expected === null) return;
      const place = `${nameAxe(axe)} – ${annee}`;
      asked.compare(place, (lecture) => {
        const inconnu = creditInconnu(feuilleContrat, annee, axe.numero);
        if (inconnu !== null) return notComparable(inconnu);
        const lu = readTogether(lecture, cells);
        if (lu.reason === "unreadable") return notComparable(`${place} : le montant imputé ne peut pas être lu.`);
        const found = lu.reason === null ? lu.value : null;
        if (found === expected || (found === null && expected === 0)) return HOLDS;
        return () => ({
          message: found === null ? "non-renseigne" : "montant",
          subject: { axe: axe.numero, year: annee },
          cells: [cell.ref, ...others.map(({ ref }) => ref)],
          figures: { unit: "montant", found, expected },
          data: {
            axe: nameAxe(axe),
            annee: `${annee}`,
            source: sourceDuChiffre({ convention, avenants }, { kind: "repartition", annee, axe: axe.numero }),
          },
          ...(others.length === 0 && { corrected: setTo(cell, expected) }),
          ...(others.length === 0 &&
            cell.formula === null &&
            !isInSentence(cell, lignes) && { fix: [{ cell: cell.ref, montant: expected, unit }] }),
        });
      });
    };

    for (const axe of convention.axes) {
      const rows = lignes.filter((ligne) => ligne.axe?.numero === axe.numero);
      for (const ligne of rows) {
        compareCode(axe, ligne);
        compareReperes(axe, ligne);
      }
      const owed = annees.filter(({ annee }) => (amountOf(convention, axe.numero, annee) ?? 0) > 0);
      if (rows.length === 0 && owed.length > 0) {
        asked.compare(nameAxe(axe), () => () => ({
          message: "absente",
          subject: { axe: axe.numero },
          key: "ligne",
          cells: [heading],
          figures: { unit: "nombre", found: 0, expected: codesOf(convention, axe.numero).length || 1 },
          data: { axe: nameAxe(axe) },
        }));
      }
      for (const { annee } of annees) compareAmount(axe, annee);
    }

    /** A wrong or unknown amount is one finding: the sum that it makes wrong is not a second one. */
    const isSumAsked = (annee: number): boolean =>
      !hasUnknown &&
      convention.axes.every(({ numero }) => {
        const expected = amountOf(convention, numero, annee);
        const lu = readTogether(TELLE_QUELLE, cellsIn(rowsOf(numero), annee));
        if (lu.reason === "unreadable") return false;
        return expected === null || (lu.value ?? 0) === expected;
      });

    for (const { annee, heading: yearHeading } of annees) {
      const expected = convention.creditsEtat.find((credit) => credit.annee === annee)?.montant;
      if (expected === undefined) {
        asked.compare(`total ${annee}`, () => notComparable(`${annee} n’est pas une année du contrat.`));
        continue;
      }
      const cells = cellsIn(shown, annee);
      const [totalCell = null] = total ? cellsIn([total], annee) : [];
      const areRowsRight = isSumAsked(annee);
      if (!areRowsRight && !totalCell) continue;
      asked.compare(`total ${annee}`, (lecture) => {
        const inconnu = creditInconnu(feuilleContrat, annee);
        if (inconnu !== null) return notComparable(inconnu);
        const lu = readTogether(lecture, cells);
        const displayed = totalCell && lecture.montant(totalCell);
        if (lu.reason === "unreadable" || displayed?.reason === "unreadable") {
          return notComparable(`Total ${annee} : le montant imputé ne peut pas être lu.`);
        }
        const sum = lu.value ?? ZERO;
        // What is wrong in a row is told there: the total that adds it up is not told as well.
        if (!areRowsRight && (displayed?.reason !== null || displayed.value === sum)) return HOLDS;
        // The sum of the rows comes first; the displayed total is looked at where the rows are right.
        const isRowsAsked = areRowsRight && sum !== expected;
        const found = !isRowsAsked && displayed?.reason === null ? displayed.value : sum;
        if (found === expected) return HOLDS;
        return () => ({
          message: "somme",
          subject: { year: annee },
          cells: [totalCell?.ref ?? yearHeading],
          figures: { unit: "montant", found, expected },
          data: { annee: `${annee}`, source: sourceDuChiffre({ convention, avenants }, { kind: "credits", annee }) },
          ...explainIgnored(shown, annee, totalCell?.formula ?? null, subtractMontants(expected, found)),
        });
      });
    }
    const unsplit = annees.filter(({ annee }) =>
      convention.axes.every(({ numero }) => amountOf(convention, numero, annee) === null),
    );
    if (unsplit.length > 0) {
      const years = formatListe(unsplit.map(({ annee }) => `${annee}`));
      asked.notDue(`${years} : les montants par axe ne sont pas encore fixés ; seule leur somme est comparée.`);
    }
  },
});
