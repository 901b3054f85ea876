// The fiches of the sheet « Contrat » of which a cell has a mistake: what serves of them, and what of them was not read.
import { NON_RENSEIGNE } from "../../contract/clauses/sheet-words";
import { articleDe } from "../../contract/clauses/articles-du-contrat";
import type { Action, Convention } from "../../contract/convention";
import type { ClauseLue } from "../../domain/dossier";
import type { ContratCells, Path } from "./contrat-cells";

type Fiche = NonNullable<Action["fiche"]>;

const LINKS = ["actionsLiees", "axesLies"] as const;
/** In the place of these no neutral value may serve: a calendar or links that nobody wrote. */
const NEVER_NEUTRAL = ["debut", "fin", ...LINKS] as const;
const TEXTS = ["publicCible", "nature", "pilotage", "partenaires"] as const;

function isFaulty(path: Path, cells: ContratCells): boolean {
  const cell = cells.exact(path);
  return cell !== null && cells.isUnreadable(cell);
}

/** As others may use it; null where its calendar or its links are not known. What its texts do not say stays empty. */
export function ficheServie(fiche: Fiche, path: Path, cells: ContratCells): Fiche | null {
  if (NEVER_NEUTRAL.some((key) => isFaulty([...path, key], cells))) return null;
  const unsaid = TEXTS.filter((key) => fiche[key] === NON_RENSEIGNE);
  return unsaid.length === 0 ? fiche : { ...fiche, ...Object.fromEntries(unsaid.map((key) => [key, ""])) };
}

export function fichesServies(convention: Convention, cells: ContratCells): Convention {
  if (cells.mistakes.length === 0) return convention;
  return {
    ...convention,
    actions: convention.actions.map((action, index) => {
      const { fiche, ...own } = action;
      const served = fiche && ficheServie(fiche, ["actions", index, "fiche"], cells);
      return served ? { ...own, fiche: served } : own;
    }),
  };
}

/** Links that could not be read are none of the list of statements: they are not missing for all that. */
export function liensIllisibles(convention: Convention, cells: ContratCells): readonly ClauseLue[] {
  const { actions, periode } = convention;
  return actions.flatMap(({ numero, fiche }, index) =>
    LINKS.flatMap((link): ClauseLue[] => {
      const path: Path = ["actions", index, "fiche", link];
      if (!fiche || !isFaulty(path, cells)) return [];
      const { ref: cell, parametre: label } = cells.locate(path);
      const what = { key: `actions/${numero}/fiche/${link}`, label, path, subject: { action: String(numero) } };
      const said = { value: { genre: "texte", texte: "" }, from: periode.debut, firm: true, setting: false } as const;
      const source = {
        article: articleDe(convention, ["annexe"]),
        quote: null,
        place: null,
        state: "confirmed",
        confirmed: null,
      } as const;
      return [{ ...what, ...said, ...source, cell, lisible: false }];
    }),
  );
}
