// Reads the sections of the sheet « Contrat » without which the contract can serve: imputation, deadlines, fiches.
import type { ConventionDefinition } from "../../domain/contrat/convention";
import { compactCode } from "../../domain/lines/imputation-lines";
import { GENRES, NON_RENSEIGNE, ORIGINES, SANS_ARTICLE } from "../../domain/contrat/contrat-layout";
import { slug } from "../../domain/words/typographie";
import type { ContratCells, Path } from "./contrat-cells";
import type { ContratRow } from "./contrat-rows";
import { readMot } from "./read-mot";

type LigneImputation = ConventionDefinition["imputation"]["lignes"][number];
type Echeance = ConventionDefinition["echeances"][number];
type Fiche = NonNullable<ConventionDefinition["actions"][number]["fiche"]>;

const NO_CODE = "000000000000";

/** Of a fiche. */
const OPTIONAL = ["sousAxe", "objectif", "actionsLiees", "axesLies"] as const;

export function readImputation(rows: readonly ContratRow<"imputation">[], cells: ContratCells): LigneImputation[] {
  return rows.flatMap((row, index): LigneImputation[] => {
    const path: Path = ["imputation", "lignes", index];
    const annee = cells.annee(row.source("annee", [...path, "annee"], "Imputation – année"));
    const axe = cells.numero(row.source("axe", [...path, "axe"], "Imputation – axe"));
    if (annee === null || axe === null) return [];
    const nom = `Imputation ${annee} – axe ${axe}`;
    const texte = (column: "action" | "sousAction" | "intitule" | "activite" | "intituleActivite", word: string) =>
      cells.texte(row.source(column, [...path, column], `${nom} – ${word}`), "(non renseigné)");
    const source = row.source("code", [...path, "code"], `${nom} – code activité`);
    const written = compactCode(cells.texte(source, NO_CODE).replaceAll(".", ""));
    const code = /^\d{12}$/.test(written) ? written : NO_CODE;
    if (code !== written) {
      cells.fail(cells.ref(source), source.parametre, "douze chiffres sont attendus, par exemple 030450232302.");
    }
    return [
      {
        annee,
        axe,
        action: texte("action", "action budgétaire"),
        sousAction: texte("sousAction", "sous-action"),
        intitule: texte("intitule", "intitulé"),
        activite: texte("activite", "activité"),
        intituleActivite: texte("intituleActivite", "intitulé de l’activité"),
        code,
        montant: cells.montant(row.source("montant", [...path, "montant"], `${nom} – montant`)),
      },
    ];
  });
}

export function readEcheances(rows: readonly ContratRow<"echeances">[], cells: ContratCells): Echeance[] {
  return rows.flatMap((row, index): Echeance[] => {
    const path: Path = ["echeances", index];
    const before = cells.mistakes.length;
    const intitule = cells.texte(row.source("intitule", [...path, "intitule"], "Échéance – intitulé"), "");
    const date = cells.date(row.source("date", [...path, "date"], `Échéance « ${intitule} » – date`), "2100-12-31");
    const article = cells.texteOuRien(row.source("article", [...path, "article"], "Article"));
    const alias = cells.lignes(row.source("alias", [...path, "alias"], "Autres intitulés"));
    const id = cells.texteOuRien(row.source("id", [...path, "id"], "Repère"));
    const avenantPour = row.has("avenantPour")
      ? cells.annee(row.source("avenantPour", [...path, "avenantPour"], `Échéance « ${intitule} » – avenant pour`))
      : null;
    if (cells.mistakes.length > before) return [];
    const genre = readMot(row.source("genre", [...path, "genre"], `Échéance « ${intitule} » – nature`), GENRES, cells);
    const origine = row.source("origine", [...path, "reglage"], `Échéance « ${intitule} » – date fixée par`);
    const isReglage = readMot(origine, ORIGINES, cells) === "reglage";
    return [
      {
        id: slug(id ?? intitule),
        intitule,
        alias,
        article: article ?? SANS_ARTICLE,
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
  cells: ContratCells,
): Pick<ConventionDefinition, "indicateursNationaux" | "nationaux"> {
  const named = rows.filter((row) => row.has("intitule"));
  const nationaux: NonNullable<ConventionDefinition["nationaux"]>[number][] = [];
  const indicateursNationaux = named.map((row, index) => {
    const nom = `Indicateur national ${index + 1}`;
    const intitule = cells.texte(row.source("intitule", ["indicateursNationaux", index], nom), "");
    const at = (key: "code" | "unite") => row.source(key, ["nationaux", nationaux.length, key], `${nom} – ${key}`);
    for (const key of ["code", "unite"] as const) cells.noteEmpty(`nationaux/${index + 1}/${key}`, at(key));
    const [code, unite] = [cells.texteOuRien(at("code")), cells.texteOuRien(at("unite"))];
    if (code !== null || unite !== null) {
      nationaux.push({ intitule, ...(code !== null && { code }), ...(unite !== null && { unite }) });
    }
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
  rows.forEach((row, line) => {
    const own: Path = ["fiches-lues", line, "action"];
    const numero = cells.numero(row.source("action", own, "Fiche – action"));
    if (numero === null) return;
    const place = places.get(numero);
    if (!place) {
      cells.fail(
        cells.find(own),
        "Fiche – action",
        `l’action ${numero} n’existe pas dans la section « Actions et montants ».`,
      );
      return;
    }
    if (fiches.has(numero)) {
      cells.fail(cells.find(own), `Fiche de l’action ${numero}`, "elle figure deux fois. Gardez-en une seule ligne.");
    }
    const path: Path = [...place, "fiche"];
    const nom = `Fiche de l’action ${numero}`;
    const texte = (column: "publicCible" | "nature" | "pilotage" | "partenaires", word: string) =>
      cells.texte(row.source(column, [...path, column], `${nom} – ${word}`), NON_RENSEIGNE);
    for (const column of OPTIONAL) {
      cells.noteEmpty(`actions/${numero}/fiche/${column}`, row.source(column, [...path, column], nom));
    }
    const sousAxe = cells.texteOuRien(row.source("sousAxe", [...path, "sousAxe"], `${nom} – sous-axe`));
    const objectif = cells.texteOuRien(row.source("objectif", [...path, "objectif"], `${nom} – objectif principal`));
    fiches.set(numero, {
      ...(objectif !== null && { objectif }),
      ...(sousAxe !== null && { sousAxe }),
      debut: cells.date(row.source("debut", [...path, "debut"], `${nom} – début`), period.debut),
      fin: cells.date(row.source("fin", [...path, "fin"], `${nom} – fin`), period.fin),
      publicCible: texte("publicCible", "public cible"),
      nature: texte("nature", "nature"),
      pilotage: texte("pilotage", "pilotage"),
      partenaires: texte("partenaires", "partenaires"),
      actionsLiees: cells.numeros(row.source("actionsLiees", [...path, "actionsLiees"], `${nom} – actions liées`)),
      axesLies: cells.numeros(row.source("axesLies", [...path, "axesLies"], `${nom} – axes liés`)),
    });
  });
  return fiches;
}
