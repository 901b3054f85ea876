// What a row of an imputation shows beside its code – programme, budget action, sub-action, activity – and what the contract says.
import type { Convention } from "../../contract/convention";
import type { Repere, TableauImputation } from "../../domain/dossier";
import { foldText } from "../../domain/words/label";

export const NOMS_DES_REPERES: Readonly<Record<Repere, string>> = {
  programme: "programme",
  action: "action budgétaire",
  sousAction: "sous-action",
  activite: "activité de programmation",
};

const REPERES = Object.keys(NOMS_DES_REPERES) as readonly Repere[];

/** Columns of these names may be about the contract's own actions. */
const MAY_BE_ITS_ACTIONS: ReadonlySet<Repere> = new Set(["action", "sousAction"]);

interface Attendu {
  readonly numeros: readonly string[];
  /** What may stand in the place of the number. */
  readonly intitules: readonly string[];
}

/** "304 « Inclusion… »", "P304", "BOP 304", "Sous-action 23", "02": the number is told, words before another one are not. */
const NUMERO =
  /^(?:(?:bop|p|prog(?:ramme)?|sous[- ]action|action|activite|numero|no?)(?:\s*[°.:])?\s*)*0*(\d{1,4})(?![\d.,])/;

function numeroDe(text: string): number | null {
  const digits = NUMERO.exec(foldText(text).trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Of an axe, whatever the year; no number where the contract gives none. */
export function attenduDe({ imputation }: Convention, axe: number, repere: Repere): Attendu {
  const lignes = imputation.lignes.filter((ligne) => ligne.axe === axe);
  const [numeros, intitules] =
    repere === "programme"
      ? [[imputation.programme], [imputation.intitule]]
      : [
          lignes.map((ligne) => ligne[repere]),
          repere === "sousAction"
            ? lignes.map(({ intitule }) => intitule)
            : repere === "activite"
              ? lignes.map(({ intituleActivite }) => intituleActivite)
              : [],
        ];
  return { numeros: [...new Set(lignes.length === 0 ? [] : numeros)], intitules: [...new Set(intitules)] };
}

/** "unread" where the cell gives no number, and no words of the contract in its place. */
export function compareRepere(text: string, { numeros, intitules }: Attendu): "holds" | "differs" | "unread" {
  const numero = numeroDe(text);
  if (numero !== null) return numeros.some((attendu) => Number(attendu) === numero) ? "holds" : "differs";
  const folded = foldText(text).trim();
  return intitules.some((intitule) => foldText(intitule).trim() === folded) ? "holds" : "unread";
}

/** Those of the table's columns that say it: an « Action » may as well be the contract's own, by its number or its name. */
export function reperesMontres(convention: Convention, { lignes }: TableauImputation): readonly Repere[] {
  const actions = new Set(convention.actions.map(({ numero }) => numero));
  return REPERES.filter((repere) => {
    const cells = lignes.flatMap(({ axe, reperes }) => {
      const cell = reperes.get(repere);
      return axe && cell && cell.text.trim() !== "" ? [{ axe: axe.numero, text: cell.text }] : [];
    });
    if (cells.some(({ axe, text }) => compareRepere(text, attenduDe(convention, axe, repere)) === "holds")) return true;
    const numeros = cells.flatMap(({ text }) => numeroDe(text) ?? []);
    const isOfTheContract = MAY_BE_ITS_ACTIONS.has(repere) && numeros.some((numero) => actions.has(numero));
    return numeros.length > 0 && !isOfTheContract;
  });
}
