// Reads the sections of the sheet « Contrat » without which the contract can serve: imputation, deadlines, fiches.
import type { ConventionDefinition } from "../../domain/contrat/convention";
import { compactCode } from "../../domain/lines/imputation-lines";
import { NON_RENSEIGNE, SANS_ARTICLE } from "../../domain/contrat/contrat-layout";
import { slug } from "../../domain/words/typographie";
import type { ContratCells, Path } from "./contrat-cells";
import type { ContratRow, Fields } from "./contrat-rows";
import { ofAction } from "./read-tables";

type LigneImputation = ConventionDefinition["imputation"]["lignes"][number];
type Echeance = ConventionDefinition["echeances"][number];
type Fiche = NonNullable<ConventionDefinition["actions"][number]["fiche"]>;

const NO_CODE = "000000000000";

export function readImputation(rows: readonly ContratRow<"imputation">[], cells: ContratCells): LigneImputation[] {
  return rows.flatMap((row, index): LigneImputation[] => {
    const path: Path = ["imputation", "lignes", index];
    const unnamed = row.at(path, "Imputation");
    const [annee, axe] = [unnamed.read("annee"), unnamed.read("axe")];
    if (annee === null || axe === null) return [];
    const ligne = row.at(path, `Imputation ${annee} – axe ${axe}`);
    const code = readCode(ligne, cells);
    const texte = (column: "action" | "sousAction" | "intitule" | "activite" | "intituleActivite") =>
      ligne.read(column, { neutral: NON_RENSEIGNE });
    return [
      {
        annee,
        axe,
        action: texte("action"),
        sousAction: texte("sousAction"),
        intitule: texte("intitule"),
        activite: texte("activite"),
        intituleActivite: texte("intituleActivite"),
        code,
        montant: ligne.read("montant"),
      },
    ];
  });
}

function readCode(ligne: Fields<"imputation">, cells: ContratCells): string {
  const code = compactCode(ligne.read("code", { neutral: NO_CODE }).replaceAll(".", ""));
  if (/^\d{12}$/.test(code)) return code;
  cells.failAt(ligne.source("code"), "douze chiffres sont attendus, par exemple 030450232302.");
  return NO_CODE;
}

export function readEcheances(rows: readonly ContratRow<"echeances">[], cells: ContratCells): Echeance[] {
  return rows.flatMap((row, index): Echeance[] => {
    const path: Path = ["echeances", index];
    const before = cells.mistakes.length;
    const intitule = row.at(path, "Échéance").read("intitule");
    const echeance = row.at(path, `Échéance « ${intitule} »`);
    const date = echeance.read("date");
    const { article = SANS_ARTICLE, alias = [], id = intitule } = row.at(path).optional("article", "alias", "id");
    const avenantPour = row.has("avenantPour") ? echeance.read("avenantPour") : null;
    if (cells.mistakes.length > before) return [];
    const genre = echeance.read("genre");
    const isReglage = echeance.read("origine") === "reglage";
    return [
      {
        id: slug(id),
        intitule,
        alias,
        article,
        date,
        ...(avenantPour !== null && { avenantPour }),
        ...(isReglage && { reglage: true }),
        ...(genre !== null && genre !== "obligation" && { genre }),
      },
    ];
  });
}

export function readNationaux(
  rows: readonly ContratRow<"nationaux">[],
): Pick<ConventionDefinition, "indicateursNationaux" | "nationaux"> {
  const nationaux: NonNullable<ConventionDefinition["nationaux"]>[number][] = [];
  const named = rows.filter((row) => row.has("intitule"));
  const indicateursNationaux = named.map((row, index) => {
    const nom = `Indicateur national ${index + 1}`;
    const intitule = row.at(["indicateursNationaux"]).read("intitule", { parametre: nom, champ: index });
    const path: Path = ["nationaux", nationaux.length];
    const more = row.at(path, nom, `nationaux/${index + 1}`).optional("code", "unite");
    if (Object.keys(more).length > 0) nationaux.push({ intitule, ...more });
    return intitule;
  });
  return { indicateursNationaux, ...(nationaux.length > 0 && { nationaux }) };
}

/** By number of action; a cell with a mistake has a neutral value. `places` gives the path of an action. */
export function readFiches(
  rows: readonly ContratRow<"fiches">[],
  places: ReadonlyMap<number, Path>,
  period: { readonly debut: string; readonly fin: string },
  cells: ContratCells,
): ReadonlyMap<number, Fiche> {
  const fiches = new Map<number, Fiche>();
  // Where no action could be read, that is said, and not once more for each fiche.
  if (places.size === 0) return fiches;
  for (const row of rows) {
    const named = row.at([], "Fiche").source("action");
    const owner = ofAction(named, places, cells);
    if (!owner) continue;
    const { numero, known: place } = owner;
    const nom = `Fiche de l’action ${numero}`;
    if (fiches.has(numero)) {
      cells.fail(cells.ref(named), nom, "elle figure deux fois. Gardez-en une seule ligne.");
    }
    const fiche = row.at([...place, "fiche"], nom, `actions/${numero}/fiche`);
    fiches.set(numero, {
      ...fiche.optional("objectif", "sousAxe"),
      debut: fiche.read("debut", { neutral: period.debut }),
      fin: fiche.read("fin", { neutral: period.fin }),
      publicCible: fiche.read("publicCible", { neutral: NON_RENSEIGNE }),
      nature: fiche.read("nature", { neutral: NON_RENSEIGNE }),
      pilotage: fiche.read("pilotage", { neutral: NON_RENSEIGNE }),
      partenaires: fiche.read("partenaires", { neutral: NON_RENSEIGNE }),
      actionsLiees: fiche.read("actionsLiees"),
      axesLies: fiche.read("axesLies"),
    });
  }
  return fiches;
}
