// Reads the sections of the sheet « Contrat » without which the contract can serve: imputation, deadlines, fiches.
import type { Action, ConventionDefinition } from "../../contract/convention";
import { SANS_ARTICLE } from "../../contract/clauses/articles";
import { compactCode } from "../../facts/lines/imputation-lines";
import { slug } from "../../domain/words/typographie";
import type { Path } from "./contrat-cells";
import type { ContratRow } from "./contrat-rows";
import { ofAction } from "./read-tables";
import type { NumeroAction } from "../../domain/values/numero-action";

type LigneImputation = ConventionDefinition["imputation"]["lignes"][number];
type Echeance = ConventionDefinition["echeances"][number];

export interface FicheLue {
  readonly fiche: NonNullable<Action["fiche"]>;
  readonly path: Path;
}

const NO_CODE = "000000000000";

export function readImputation(rows: readonly ContratRow<"imputation">[]): LigneImputation[] {
  return rows.flatMap((row, index): LigneImputation[] => {
    const path: Path = ["imputation", "lignes", index];
    const unnamed = row.at(path, "Imputation");
    const [annee, axe] = [unnamed.read("annee"), unnamed.read("axe")];
    if (annee === null || axe === null) return [];
    const ligne = row.at(path, `Imputation ${annee} – axe ${axe}`);
    return [{ annee, axe, code: readCode(ligne), ...ligne.stated("code") }];
  });
}

function readCode(ligne: ContratRow<"imputation">): string {
  const code = compactCode(ligne.read("code", { neutral: NO_CODE }).replaceAll(".", ""));
  if (/^\d{12}$/.test(code)) return code;
  ligne.fail("code", "douze chiffres sont attendus, par exemple 030450232302.");
  return NO_CODE;
}

export function readEcheances(rows: readonly ContratRow<"echeances">[]): Echeance[] {
  return rows.flatMap((row, index): Echeance[] => {
    const path: Path = ["echeances", index];
    const { mistakes } = row.cells;
    const before = mistakes.length;
    const intitule = row.at(path, "Échéance").read("intitule", { neutral: "" });
    const echeance = row.at(path, `Échéance « ${intitule} »`);
    const date = echeance.read("date");
    const { article = SANS_ARTICLE, alias = [], id = intitule } = row.at(path).optional("article", "alias", "id");
    const avenantPour = row.has("avenantPour") ? echeance.read("avenantPour") : null;
    if (mistakes.length > before) return [];
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
    const intitule = row.at(["indicateursNationaux"]).read("intitule", { parametre: nom, champ: index, neutral: "" });
    const path: Path = ["nationaux", nationaux.length];
    const more = row.at(path, nom, `nationaux/${index + 1}`).optional("code", "unite");
    if (Object.keys(more).length > 0) nationaux.push({ intitule, ...more });
    return intitule;
  });
  return { indicateursNationaux, ...(nationaux.length > 0 && { nationaux }) };
}

/** By number of action, each with its path; a cell with a mistake has a neutral value. `places` gives the path of an action. */
export function readFiches(
  rows: readonly ContratRow<"fiches">[],
  places: ReadonlyMap<NumeroAction, Path>,
  period: { readonly debut: string; readonly fin: string },
): ReadonlyMap<NumeroAction, FicheLue> {
  const fiches = new Map<NumeroAction, FicheLue>();
  // Where no action could be read, that is said, and not once more for each fiche.
  if (places.size === 0) return fiches;
  for (const row of rows) {
    const owner = ofAction(row, places, "Fiche – action");
    if (!owner) continue;
    const { numero, known: place } = owner;
    const nom = `Fiche de l’action ${numero}`;
    if (fiches.has(numero)) {
      row.fail("action", "elle figure deux fois. Gardez-en une seule ligne.", { parametre: nom });
    }
    const own = row.at([...place, "fiche"], nom, `actions/${numero}/fiche`);
    const fiche = {
      debut: own.read("debut", { neutral: period.debut }),
      fin: own.read("fin", { neutral: period.fin }),
      ...own.stated("debut", "fin"),
    };
    fiches.set(numero, { fiche, path: own.path });
  }
  return fiches;
}
