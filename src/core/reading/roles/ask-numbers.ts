// The question of the numbers that stand alone under « Action ou axe » of a list of payments: whose they are, once for the sheet.
import { isSameSheet } from "xlsx-model/cell-ref";
import { contractAmount } from "../../contract/in-force/contract-amounts";
import type { Convention } from "../../contract/convention";
import type { ListeVersements } from "../../domain/dossier";
import type { Answer, Question, QuestionKey, Reponse, ReponseTenue } from "../../domain/question";
import { addMontants, ZERO, type Montant } from "../../domain/values/montant";
import { cite, typographie } from "../../domain/words/typographie";

const NUMEROS = "numéros";
const KINDS = ["action", "axe"] as const;
export type ObjetNumerote = (typeof KINDS)[number];

const keyOf = (sheet: string): QuestionKey => ({ kind: "table", path: [NUMEROS, sheet], sheet });

const isOf = ({ key }: Reponse, sheet: string): boolean =>
  key.kind === "table" && key.path[0] === NUMEROS && isSameSheet(key.sheet ?? key.path[1] ?? "", sheet);

/** Null where nobody said it. */
export function numbersSaid(reponses: readonly Reponse[], sheet: string): ObjetNumerote | null {
  const role = reponses.filter((one) => isOf(one, sheet)).at(-1)?.answer.role;
  return KINDS.find((kind) => kind === role) ?? null;
}

const ANSWERS: readonly Answer[] = [
  { role: "action", label: "Des numéros d’actions" },
  { role: "axe", label: "Des numéros d’axes" },
];

/** What the contract gives for it; null where the number, or the year, is none of its own. */
function creditOf(
  { actions, axes }: Convention,
  kind: ObjetNumerote,
  { label, annee }: NonNullable<ListeVersements["numeros"]>[number],
): Montant | null {
  const number = Number(label.text);
  if (annee === null || !(kind === "action" ? actions : axes).some(({ numero }) => numero === number)) return null;
  const own = actions.filter((action) => (kind === "action" ? action.numero : action.axe) === number);
  return addMontants(ZERO, ...own.map((action) => contractAmount(action, annee, "etat")));
}

export function askNumbers(
  lists: readonly ListeVersements[],
  convention: Convention,
  reponses: readonly Reponse[],
): readonly Question[] {
  return lists.flatMap(({ range, numeros = [] }): readonly Question[] => {
    if (numeros.length === 0 || numbersSaid(reponses, range.sheet) !== null) return [];
    const fits = KINDS.filter((kind) =>
      numeros.every((ligne) => creditOf(convention, kind, ligne) === ligne.montant.known.value),
    );
    const supposed = fits.length === 1 ? (ANSWERS.find(({ role }) => role === fits[0]) ?? null) : null;
    const place = `Feuille ${cite(range.sheet)}`;
    const asked = "Les numéros sous « Action ou axe » sont-ils ceux d’actions ou d’axes ?";
    return [
      {
        about: "table",
        key: keyOf(range.sheet),
        text: typographie(`${place} : ${asked.replace("Les", "les")}`),
        range,
        supposed,
        evidence: supposed ? [typographie("leurs montants sont alors ceux du contrat")] : [],
        answers: ANSWERS.map((answer) => ({ ...answer, label: typographie(answer.label) })),
        amounts: numeros.length,
        place: typographie(place),
        asked: typographie(asked),
      },
    ];
  });
}

export const heldNumbers = (reponses: readonly Reponse[], lists: readonly ListeVersements[]): readonly ReponseTenue[] =>
  reponses
    .filter(({ key }) => key.kind === "table" && key.path[0] === NUMEROS)
    .map((reponse) => ({
      reponse,
      label: typographie(ANSWERS.find(({ role }) => role === reponse.answer.role)?.label ?? ""),
      range: lists.find((list) => list.numeros && isOf(reponse, list.range.sheet))?.range ?? null,
      setAside: null,
    }));
