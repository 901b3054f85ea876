// What a schema cannot say of a definition: its parts must agree with each other.
import { checkAvenants } from "./check-avenants";
import { checkAilleurs } from "./check-ailleurs";
import type { Convention } from "../convention";
import { foldLabel, foldText } from "../../domain/words/label";
import { formatPath, type DefinitionProblem } from "./describe-issue";

type Path = readonly PropertyKey[];
/** Made only where something is wrong: a definition has thousands of places. */
type Place = () => Path;

const guillemets = (text: string | number): string => `«\u00a0${text}\u00a0»`;

/**
 * Every problem, in the order of the definition; empty when the definition is coherent. `nameField` says where
 * something stands: a field of the definition, a cell of the sheet that it was read from. `newActions` are those that
 * avenants add, which a fiche may name.
 */
export function checkCoherence(
  convention: Convention,
  nameField: (path: Path) => string = formatPath,
  newActions: readonly number[] = convention.avenants.flatMap(({ actionsNouvelles }) =>
    actionsNouvelles.map(({ numero }) => numero),
  ),
): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const report = (path: Path, message: string): void => void problems.push({ path, message });

  const unique = <Item>(place: Place, key: string & keyof Item, items: readonly Item[]): void => {
    if (items.length < 2) return;
    const seen = new Set<unknown>();
    items.forEach((item, index) => {
      const value = item[key];
      if (seen.has(value)) report([...place(), index, key], `${guillemets(String(value))} figure deux fois`);
      seen.add(value);
    });
  };

  const labels = (place: Place, items: readonly { intitule: string; alias?: readonly string[] }[]): void => {
    const [only] = items;
    // Nearly every action has one indicator, whose label is nobody else's.
    if (items.length === 1 && only && (only.alias ?? []).length === 0 && foldLabel(only.intitule) !== "") return;
    const owners = new Map<string, number>();
    const take = (text: string, index: number, ...key: Path): void => {
      const folded = foldLabel(text);
      const owner = owners.get(folded);
      if (folded === "") report([...place(), index, ...key], `${guillemets(text)} n’est pas un libellé`);
      else if (owner !== undefined && owner !== index) {
        const other = guillemets(nameField([...place(), owner]));
        report([...place(), index, ...key], `${guillemets(text)} désigne déjà ${other}`);
      } else owners.set(folded, index);
    };
    items.forEach(({ intitule, alias = [] }, index) => {
      take(intitule, index, "intitule");
      alias.forEach((text, rank) => take(text, index, "alias", rank));
    });
  };

  const order = (place: Place, span: { debut: string; fin: string }): void => {
    if (span.fin < span.debut) report([...place(), "fin"], "la fin précède le début");
  };

  const annees = new Set(convention.annees.map(({ annee }) => annee));
  const axes = new Set(convention.axes.map(({ numero }) => numero));
  const actions = new Set(convention.actions.map(({ numero }) => numero));

  const added = new Set(newActions);

  const known = (place: Place, what: "axe" | "action" | "annee", value: number): void => {
    if (what === "axe" && !axes.has(value)) report(place(), `l’axe ${value} n’existe pas dans «\u00a0axes\u00a0»`);
    if (what === "action" && !actions.has(value)) {
      report(place(), `l’action ${value} n’existe pas dans «\u00a0actions\u00a0»`);
    }
    if (what === "annee" && !annees.has(value))
      report(place(), `l’année ${value} n’existe pas dans «\u00a0annees\u00a0»`);
  };

  const years = [...annees];
  const everyYear = (place: Place, items: readonly { annee: number }[]): void => {
    // Nearly always those of the contract, in their order.
    if (items.length === years.length && items.every(({ annee }, index) => annee === years[index])) return;
    items.forEach(({ annee }, index) => known(() => [...place(), index, "annee"], "annee", annee));
    unique(place, "annee", items);
    const present = new Set(items.map(({ annee }) => annee));
    for (const annee of annees) if (!present.has(annee)) report(place(), `l’année ${annee} manque`);
  };

  const reserved = new Set([convention.etat.nom, "État", "Total"].map(foldText));
  convention.collectivite.motsColonne.forEach((mot, index) => {
    if (reserved.has(foldText(mot))) {
      report(["collectivite", "motsColonne", index], `${guillemets(mot)} désigne déjà l’État ou le total`);
    }
  });

  order(() => ["periode"], convention.periode);
  unique(() => ["annees"], "annee", convention.annees);
  convention.annees.forEach((annee, index) => {
    order(() => ["annees", index], annee);
    const previous = convention.annees[index - 1];
    if (previous && annee.debut <= previous.fin) {
      report(["annees", index, "debut"], "l’année commence avant la fin de la précédente");
    }
    if (annee.debut < convention.periode.debut)
      report(["annees", index, "debut"], "l’année sort de la période du contrat");
    if (annee.fin > convention.periode.fin) report(["annees", index, "fin"], "l’année sort de la période du contrat");
  });

  unique(() => ["axes"], "numero", convention.axes);
  labels(() => ["axes"], convention.axes);

  everyYear(() => ["creditsEtat"], convention.creditsEtat);
  convention.creditsEtat.forEach(({ repartition }, index) => {
    if (!repartition) return;
    const place = () => ["creditsEtat", index, "repartition"];
    repartition.forEach(({ axe }, part) => known(() => [...place(), part, "axe"], "axe", axe));
    unique(place, "axe", repartition);
  });

  unique(() => ["actions"], "numero", convention.actions);
  labels(() => ["actions"], convention.actions);
  convention.actions.forEach(({ axe, montants, indicateurs, fiche }, index) => {
    known(() => ["actions", index, "axe"], "axe", axe);
    everyYear(() => ["actions", index, "montants"], montants);
    const place = () => ["actions", index, "indicateurs"];
    unique(place, "numero", indicateurs);
    labels(place, indicateurs);
    indicateurs.forEach(({ cibles }, at) => everyYear(() => [...place(), at, "cibles"], cibles));
    if (!fiche) return;
    order(() => ["actions", index, "fiche"], fiche);
    fiche.actionsLiees.forEach((numero, at) => {
      if (!added.has(numero)) known(() => ["actions", index, "fiche", "actionsLiees", at], "action", numero);
    });
    fiche.axesLies.forEach((numero, at) => known(() => ["actions", index, "fiche", "axesLies", at], "axe", numero));
  });

  const imputed = new Set<string>();
  convention.imputation.lignes.forEach((ligne, index) => {
    const of = `${ligne.annee}/${ligne.axe}`;
    if (imputed.has(of)) {
      report(["imputation", "lignes", index, "axe"], `l’axe ${ligne.axe} a déjà une ligne pour ${ligne.annee}`);
    }
    imputed.add(of);
    known(() => ["imputation", "lignes", index, "annee"], "annee", ligne.annee);
    known(() => ["imputation", "lignes", index, "axe"], "axe", ligne.axe);
  });
  convention.echeances.forEach(({ avenantPour }, index) => {
    if (avenantPour !== undefined) known(() => ["echeances", index, "avenantPour"], "annee", avenantPour);
  });
  problems.push(...checkAilleurs(convention));
  unique(() => ["echeances"], "id", convention.echeances);
  return [...problems, ...checkAvenants(convention)];
}
