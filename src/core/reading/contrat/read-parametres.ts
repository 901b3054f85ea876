// Reads the single parameters of the sheet « Contrat »: parties, period, thresholds, bank details.
import type { CellRef } from "../../domain/cell-ref";
import type { ConventionDefinition } from "../../domain/contrat/convention";
import {
  findWord,
  NON_RENSEIGNE as UNKNOWN,
  PARAMETRES,
  SECTION_TITLES,
  type Parametre,
} from "../../domain/contrat/contrat-layout";
import type { GridRow } from "../sheet-grid";
import type { ContratCells, Path, Source } from "./contrat-cells";
import type { Section } from "./contrat-sections";

type Parametres = Pick<
  ConventionDefinition,
  | "id"
  | "intitule"
  | "etat"
  | "collectivite"
  | "periode"
  | "cofinancement"
  | "reglages"
  | "coordonneesBancaires"
  | "ordonnateur"
  | "comptable"
> & { readonly imputation: Pick<ConventionDefinition["imputation"], "programme" | "intitule"> };

const UNKNOWN_ID = "inconnu";

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
    for (let column = row.left; column <= row.right; column += 1) {
      const text = row.text(column);
      if (text === null) continue;
      const parametre = findWord(PARAMETRES, text);
      if (parametre && places.has(parametre)) again(parametre, row, column);
      else if (parametre) places.set(parametre, { row, label: column });
      break;
    }
  }
  return places;
}

/** The fingerprint that the sheet prints, wherever its line has been moved; null without that line. */
export function readEmpreinte(
  section: Section,
  sheet: string,
): { readonly cell: CellRef; readonly texte: string } | null {
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
    for (let column = label + 1; column <= row.right; column += 1) {
      if (row.value(column) === null) continue;
      counts.set(column, (counts.get(column) ?? 0) + 1);
      break;
    }
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 1;
}

export function readParametres(section: Section, cells: ContratCells): Parametres {
  for (const cell of section.again) {
    const parametre = `Section « ${SECTION_TITLES.parametres} »`;
    cells.fail(cell, parametre, "ce titre figure deux fois. Gardez-en un seul, avec ses lignes.");
  }
  const places = findParametres(section, (parametre, row, column) => {
    const cell = { sheet: cells.sheet, row: row.row, column };
    cells.fail(cell, PARAMETRES[parametre], "cette ligne figure deux fois. Gardez-en une seule.");
  });
  const column = findValueColumn(places);

  function source(parametre: Parametre, path: Path): Source | null {
    const place = places.get(parametre);
    if (place) return { row: place.row, column, path, parametre: PARAMETRES[parametre] };
    return null;
  }
  function need<Value>(parametre: Parametre, path: Path, neutral: Value, read: (source: Source) => Value): Value {
    const found = source(parametre, path);
    if (found) return read(found);
    cells.failMissing(section.title, PARAMETRES[parametre], path);
    return neutral;
  }
  const texte = (parametre: Parametre, path: Path) =>
    need(parametre, path, UNKNOWN, (found) => cells.texte(found, UNKNOWN));
  const optional = (parametre: Parametre, path: Path): string | null => {
    const found = source(parametre, path);
    if (found) cells.noteEmpty(path.join("/"), found);
    return found && cells.texteOuRien(found);
  };
  const date = (parametre: Parametre, path: Path, neutral: string) =>
    need(parametre, path, neutral, (found) => cells.date(found, neutral));
  const part = (parametre: Parametre, path: Path, neutral: number) =>
    need(parametre, path, neutral, (found) => cells.part(found, neutral));
  const person = (who: "etat" | "collectivite") => {
    const representant = optional(`${who}Representant`, [who, "representant"]);
    const qualite = optional(`${who}Qualite`, [who, "qualite"]);
    return { ...(representant !== null && { representant }), ...(qualite !== null && { qualite }) };
  };
  const day = (parametre: "signeLe" | "effetLe"): { readonly [key: string]: string } => {
    const found = source(parametre, [parametre]);
    if (found) cells.noteEmpty(parametre, found);
    return !found || cells.isEmpty(found) ? {} : { [parametre]: cells.date(found, "2100-12-31") };
  };
  const mots = source("collectiviteMots", ["collectivite", "motsColonne"]);
  const ordonnateur = optional("ordonnateur", ["ordonnateur"]);
  const comptable = optional("comptable", ["comptable"]);
  return {
    id: need("id", ["id"], UNKNOWN_ID, (found) => {
      const id = cells.texte(found, UNKNOWN_ID);
      if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return id;
      cells.fail(
        cells.ref(found),
        found.parametre,
        "des minuscules sans accent, des chiffres et des tirets sont attendus.",
      );
      return UNKNOWN_ID;
    }),
    intitule: texte("intitule", ["intitule"]),
    etat: { nom: texte("etatNom", ["etat", "nom"]), ...person("etat") },
    collectivite: {
      nom: texte("collectiviteNom", ["collectivite", "nom"]),
      designation: texte("collectiviteDesignation", ["collectivite", "designation"]),
      motsColonne: mots ? cells.lignes(mots) : [],
      ...person("collectivite"),
    },
    ...day("signeLe"),
    ...day("effetLe"),
    periode: {
      debut: date("debut", ["periode", "debut"], "2000-01-01"),
      fin: date("fin", ["periode", "fin"], "2100-12-31"),
    },
    cofinancement: { seuil: part("seuil", ["cofinancement", "seuil"], 0.5) },
    reglages: {
      alerteSousConsommation: part("alerteSousConsommation", ["reglages", "alerteSousConsommation"], 0.8),
      alerteCible: part("alerteCible", ["reglages", "alerteCible"], 0.8),
    },
    imputation: {
      programme: texte("programme", ["imputation", "programme"]),
      intitule: texte("intituleProgramme", ["imputation", "intitule"]),
    },
    ...readCompte(optional),
    ...(ordonnateur !== null && { ordonnateur }),
    ...(comptable !== null && { comptable }),
  };
}

/** The contract may leave the account to the agent; one that is given in part has its other parts said to be missing. */
function readCompte(
  optional: (parametre: Parametre, path: Path) => string | null,
): Pick<ConventionDefinition, "coordonneesBancaires"> {
  const [titulaire, domiciliation, rib, iban, bic] = (
    ["titulaire", "domiciliation", "rib", "iban", "bic"] as const
  ).map((parametre) => optional(parametre, ["coordonneesBancaires", parametre]));
  if (!titulaire && !domiciliation && !rib && !iban && !bic) return {};
  const said = (text: string | null | undefined): string => text || UNKNOWN;
  return {
    coordonneesBancaires: {
      titulaire: said(titulaire),
      domiciliation: said(domiciliation),
      rib: said(rib),
      iban: said(iban),
      bic: said(bic),
    },
  };
}
