// The fiches of a workbook with the identity and the name that findings give them, and the fields that each must have.
import { nameAction } from "./budget-lines";
import type { CellRef } from "xlsx-model/cell-ref";
import type { Convention } from "../../contract/convention";
import type { ChampFiche, FicheLue } from "../../domain/dossier";
import { cite, slug } from "../../domain/words/typographie";
import type { NumeroAction } from "../../domain/values/numero-action";

/** Every field but the sous-axe and the linked actions, which the contract's own fiches leave out at times. */
export const CHAMPS_ATTENDUS: readonly (readonly [champ: ChampFiche, nom: string])[] = [
  ["axe", "axe"],
  ["objectif", "objectif principal"],
  ["calendrier", "calendrier"],
  ["publicCible", "public cible"],
  ["indicateurs", "indicateurs"],
  ["nature", "action nouvelle ou renforcée"],
  ["pilotage", "pilotage"],
  ["partenaires", "partenaires"],
];

export interface FicheNommee {
  readonly fiche: FicheLue;
  readonly subject: { readonly axe?: number; readonly action?: NumeroAction };
  readonly key?: string;
  /** "Fiche de l’action 5". */
  readonly nom: string;
}

export function nameFiches(fiches: readonly FicheLue[]): readonly FicheNommee[] {
  const seen = new Map<string, number>();
  return fiches.map((fiche) => {
    const { action, titre } = fiche;
    const base = action ? null : `fiche-${slug(titre.text)}`;
    const identity = base ?? `${action?.numero}`;
    const rank = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, rank);
    const repetition = rank > 1 ? `fiche-${rank}` : null;
    const key = [base, repetition].filter((part) => part !== null).join("-");
    const nom = action ? `Fiche de l’${nameAction(action).toLowerCase()}` : `Fiche ${cite(titre.text)}`;
    return {
      fiche,
      subject: action ? { axe: action.axe, action: action.numero } : {},
      nom: rank > 1 ? `${nom} (${rank}e fiche)` : nom,
      ...(key && { key }),
    };
  });
}

/** Where a field stands or should stand; the fiche's title where it has no label for it. */
export function champCell(fiche: FicheLue, champ: ChampFiche): CellRef {
  return fiche.champs.get(champ)?.cells[0].ref ?? fiche.titre.ref;
}

/** Names each action of the contract without a fiche, where at least one other has its own. */
export function askAbsentFiches(
  convention: Convention,
  fiches: readonly FicheLue[],
  ask: (nom: string, why: string) => void,
): void {
  const present = new Set(fiches.map(({ action }) => action?.numero));
  for (const action of convention.actions) {
    if (present.has(action.numero)) continue;
    const nom = `Fiche de l’${nameAction(action).toLowerCase()}`;
    ask(nom, "Des actions n’ont pas leur fiche dans le classeur.");
  }
}
