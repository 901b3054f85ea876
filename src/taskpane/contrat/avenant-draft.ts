// An avenant while it is typed: its lines, what they still lack, and how it is previewed and recorded.
import { QUESTIONS, type AvenantSaisi, type Champ, type LigneSaisie } from "../../core/avenants/avenant-saisi";
import type { AvenantPlan } from "../../core/avenants/plan-avenant";
import { performAsShown } from "../perform-as-shown";
import { isRealDate } from "../read-date";
import type { Session } from "../session-store";
import { contratTexts } from "./texts";

export const EMPTY_LINE: LigneSaisie = { objet: "montant", champs: {} };

export const newAvenant = (numero: number): AvenantSaisi => ({
  numero: String(numero),
  signeLe: "",
  effetLe: "",
  clause: "",
  lignes: [EMPTY_LINE],
});

export const isNumero = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text.trim());

/** What must be filled in before the line can be shown. */
export function missingOf({ objet, champs }: LigneSaisie): readonly Champ[] {
  const { champs: asked, libres = [] } = QUESTIONS[objet];
  const isDate = QUESTIONS[objet].valeur === "date";
  return asked.filter((champ) => {
    const typed = (champs[champ] ?? "").trim();
    if (typed === "") return !libres.includes(champ);
    return champ === "valeur" && isDate && !isRealDate(typed);
  });
}

const isDateOrNone = (typed: string): boolean => typed === "" || isRealDate(typed);

export const isComplete = ({ numero, signeLe, effetLe, lignes }: AvenantSaisi): boolean =>
  isNumero(numero) && [signeLe, effetLe].every(isDateOrNone) && lignes.every((ligne) => missingOf(ligne).length === 0);

export async function previewAvenant(session: Session, saisi: AvenantSaisi): Promise<AvenantPlan | null> {
  let plan: AvenantPlan | null = null;
  await session.perform("avenant", async (asOf, onWaitingForCell) => {
    plan = await session.workbook.contrat.preview(asOf, saisi, onWaitingForCell);
    return [];
  });
  return plan;
}

/** Null once it is written; else what it would write by now, where that is known, and the pane says why nothing was. */
export async function recordAvenant(
  session: Session,
  saisi: AvenantSaisi,
  plan: AvenantPlan,
): Promise<null | { readonly plan: AvenantPlan | null }> {
  let anew: AvenantPlan | null = null;
  const isDone = await performAsShown(
    session,
    "avenant",
    async (asOf, onWaitingForCell) => {
      await session.workbook.contrat.record(asOf, saisi, plan, onWaitingForCell);
      session.noteEdit();
      return [{ kind: "success", text: contratTexts.recorded(saisi.numero.trim(), plan.sheet) }];
    },
    async () => (anew = await previewAvenant(session, saisi)),
  );
  return isDone ? null : { plan: anew };
}
