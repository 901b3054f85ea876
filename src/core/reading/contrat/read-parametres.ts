// Reads the single parameters of the sheet « Contrat »: parties, period, thresholds, bank details.
import type { ConventionDefinition } from "../../contract/convention";
import { NOMS_DES_LIGNES as NOMS, PARAMETRES, PARAMETRES_EN_ORDRE } from "../../contract/clauses/parametres";
import { setAt } from "../../contract/clauses/set-at";
import { findWord, NON_RENSEIGNE as UNKNOWN } from "../../contract/clauses/sheet-words";
import type { FeuilleContrat } from "../../contract/signed/feuille-contrat";
import type { GridRow } from "../sheet-grid";
import type { ContratCells } from "./contrat-cells";
import { failAgain } from "./contrat-rows";
import type { Section } from "./contrat-sections";

type Parametres = Pick<
  ConventionDefinition,
  | "id"
  | "intitule"
  | "etat"
  | "collectivite"
  | "signeLe"
  | "effetLe"
  | "periode"
  | "cofinancement"
  | "montantsPour"
  | "reglages"
  | "coordonneesBancaires"
  | "ordonnateur"
  | "comptable"
> & { readonly imputation: Pick<ConventionDefinition["imputation"], "programme" | "intitule"> };

type Ligne = keyof typeof NOMS;

interface Place {
  readonly row: GridRow;
  readonly label: number;
}

/** The name of the parameter is the first text of its row; the value is what follows, next to it by default. */
function findParametres(section: Section, again: (parametre: Ligne, row: GridRow, column: number) => void = () => {}) {
  const places = new Map<Ligne, Place>();
  for (const row of section.rows) {
    const [label] = row.texts;
    const parametre = label && findWord(NOMS, label.text);
    if (parametre && places.has(parametre)) again(parametre, row, label.column);
    else if (parametre) places.set(parametre, { row, label: label.column });
  }
  return places;
}

/** The fingerprint that the sheet prints, wherever its line has been moved; null without that line. */
export function readEmpreinte(section: Section, sheet: string): FeuilleContrat["empreinte"] | null {
  const places = findParametres(section);
  const place = places.get("empreinte");
  if (!place) return null;
  const column = findValueColumn(places);
  const texte = String(place.row.value(column) ?? "").trim();
  return { cell: { sheet, row: place.row.row, column }, texte };
}

/** Where the values stand: in the column of most of them. */
function findValueColumn(places: ReadonlyMap<Ligne, Place>): number {
  const counts = new Map<number, number>();
  for (const { row, label } of places.values()) {
    const [column] = row.filled(label + 1);
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 1;
}

export function readParametres(section: Section, cells: ContratCells): Parametres {
  failAgain("parametres", section, cells);
  const places = findParametres(section, (parametre, row, column) => {
    const cell = { sheet: cells.sheet, row: row.row, column };
    cells.fail(cell, NOMS[parametre], "cette ligne figure deux fois. Gardez-en une seule.");
  });
  const column = findValueColumn(places);
  let lus: unknown = { collectivite: { motsColonne: [] } };
  for (const [cle, { nom, genre, vide, mots }] of PARAMETRES_EN_ORDRE) {
    const [path, place] = [cle.split("/"), places.get(cle)];
    let value: unknown = vide;
    if (!place) {
      if (vide !== undefined) cells.failMissing(section.title, nom, path);
    } else {
      const source = { row: place.row, column, path, parametre: nom };
      cells.place(source);
      if (mots) value = cells.mot(source, mots) ?? undefined;
      else if (vide !== undefined || !cells.isEmpty(source)) value = cells.read(source, genre, vide as never);
      else cells.noteEmpty(cle, source);
    }
    if (value !== undefined && value !== null) lus = setAt(lus, path, value);
  }
  const parametres = lus as Parametres;
  const { id, coordonneesBancaires: compte } = parametres;
  const isSound = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id);
  if (!isSound) {
    const message = "des minuscules sans accent, des chiffres et des tirets sont attendus.";
    cells.fail(cells.find(["id"]), NOMS.id, message);
  }
  return {
    ...parametres,
    id: isSound ? id : PARAMETRES.id.vide,
    // The contract may leave the account to the agent; one that is given in part has its other parts said to be missing.
    ...(compte && { coordonneesBancaires: { ...NO_COMPTE, ...compte } }),
  };
}

const NO_COMPTE = { titulaire: UNKNOWN, domiciliation: UNKNOWN, rib: UNKNOWN, iban: UNKNOWN, bic: UNKNOWN };
