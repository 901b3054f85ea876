// Reads the single parameters of the sheet « Contrat »: parties, period, thresholds, bank details.
import type { ConventionDefinition } from "../../contract/convention";
import {
  findWord,
  NON_RENSEIGNE as UNKNOWN,
  PARAMETRE_CLES,
  PARAMETRES,
  type Parametre,
} from "../../contract/clauses/contrat-layout";
import type { FeuilleContrat } from "../../domain/dossier";
import { setAt } from "../../contract/clauses/set-at";
import type { GridRow } from "../sheet-grid";
import { NEVER, type Values } from "./cell-kinds";
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
  | "reglages"
  | "coordonneesBancaires"
  | "ordonnateur"
  | "comptable"
> & { readonly imputation: Pick<ConventionDefinition["imputation"], "programme" | "intitule"> };

const UNKNOWN_ID = "inconnu";

interface ParametreLu {
  readonly genre: keyof Values;
  /** In the place of what cannot be read; left out for a parameter that the contract may do without. */
  readonly neutral?: string | number;
  /** Its place in the definition, where that does not bear its name and no avenant changes it. */
  readonly cle?: string;
}

const TEXTE: ParametreLu = { genre: "texte", neutral: UNKNOWN };
const LIBRE: ParametreLu = { genre: "libre" };

/** In the order in which those without a line are told. */
const LUS: Readonly<Record<Exclude<Parametre, "empreinte">, ParametreLu>> = {
  id: { genre: "texte", neutral: UNKNOWN_ID },
  intitule: TEXTE,
  etatNom: TEXTE,
  etatRepresentant: LIBRE,
  etatQualite: LIBRE,
  collectiviteNom: TEXTE,
  collectiviteDesignation: TEXTE,
  collectiviteMots: { genre: "lignes", cle: "collectivite/motsColonne" },
  collectiviteRepresentant: LIBRE,
  collectiviteQualite: LIBRE,
  signeLe: { genre: "date" },
  effetLe: { genre: "date" },
  debut: { genre: "date", neutral: "2000-01-01" },
  fin: { genre: "date", neutral: NEVER },
  seuil: { genre: "part", neutral: 0.5 },
  alerteSousConsommation: { genre: "part", neutral: 0.8, cle: "reglages/alerteSousConsommation" },
  alerteCible: { genre: "part", neutral: 0.8, cle: "reglages/alerteCible" },
  programme: TEXTE,
  intituleProgramme: TEXTE,
  titulaire: LIBRE,
  domiciliation: LIBRE,
  rib: LIBRE,
  iban: LIBRE,
  bic: LIBRE,
  ordonnateur: LIBRE,
  comptable: LIBRE,
};

interface Place {
  readonly row: GridRow;
  readonly label: number;
}

/** The name of the parameter is the first text of its row; the value is what follows, next to it by default. */
function findParametres(
  section: Section,
  again: (parametre: Parametre, row: GridRow, column: number) => void = () => {},
) {
  const places = new Map<Parametre, Place>();
  for (const row of section.rows) {
    const [label] = row.texts;
    const parametre = label && findWord(PARAMETRES, label.text);
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
function findValueColumn(places: ReadonlyMap<Parametre, Place>): number {
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
    cells.fail(cell, PARAMETRES[parametre], "cette ligne figure deux fois. Gardez-en une seule.");
  });
  const column = findValueColumn(places);
  const read = (parametre: Parametre, cle: string, { genre, neutral }: ParametreLu) => {
    const [nom, path, place] = [PARAMETRES[parametre], cle.split("/"), places.get(parametre)];
    if (!place) {
      if (neutral !== undefined) cells.failMissing(section.title, nom, path);
      return neutral;
    }
    const source = { row: place.row, column, path, parametre: nom };
    cells.place(source);
    if (neutral !== undefined || !cells.isEmpty(source)) return cells.read(source, genre, neutral as never);
    cells.noteEmpty(cle, source);
    return undefined;
  };
  let lus: unknown = { collectivite: { motsColonne: [] } };
  for (const [parametre, lu] of Object.entries(LUS) as [Parametre, ParametreLu][]) {
    const cle = lu.cle ?? PARAMETRE_CLES[parametre] ?? parametre;
    const value = read(parametre, cle, lu) ?? undefined;
    if (value !== undefined) lus = setAt(lus, cle.split("/"), value);
  }
  const parametres = lus as Parametres;
  const { id, coordonneesBancaires: compte } = parametres;
  const isSound = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id);
  if (!isSound) {
    const message = "des minuscules sans accent, des chiffres et des tirets sont attendus.";
    cells.fail(cells.find(["id"]), PARAMETRES.id, message);
  }
  return {
    ...parametres,
    id: isSound ? id : UNKNOWN_ID,
    // The contract may leave the account to the agent; one that is given in part has its other parts said to be missing.
    ...(compte && { coordonneesBancaires: { ...NO_COMPTE, ...compte } }),
  };
}

const NO_COMPTE = { titulaire: UNKNOWN, domiciliation: UNKNOWN, rib: UNKNOWN, iban: UNKNOWN, bic: UNKNOWN };
