// What a schema cannot say of a definition: its parts must agree with each other.
import { checkAvenants } from "./check-avenants";
import { checkAilleurs } from "./check-ailleurs";
import type { Convention } from "../convention";
import { foldLabel, foldText } from "../../domain/words/label";
import { formatPath, type DefinitionProblem } from "./describe-issue";
import { guillemets, Problems, type Path } from "./problems";
import type { NumeroAction } from "../../domain/values/numero-action";

type NameField = (path: Path) => string;

/** No two of a list are called the same. */
function checkLabels(
  path: Path,
  items: readonly { readonly intitule: string; readonly alias?: readonly string[] }[],
  problems: Problems,
  nameField: NameField,
): void {
  const owners = new Map<string, number>();
  const take = (text: string, index: number, ...key: Path): void => {
    const folded = foldLabel(text);
    const owner = owners.get(folded);
    if (folded === "") problems.report([...path, index, ...key], `${guillemets(text)} n’est pas un libellé`);
    else if (owner !== undefined && owner !== index) {
      const other = guillemets(nameField([...path, owner]));
      problems.report([...path, index, ...key], `${guillemets(text)} désigne déjà ${other}`);
    } else owners.set(folded, index);
  };
  items.forEach(({ intitule, alias = [] }, index) => {
    take(intitule, index, "intitule");
    alias.forEach((text, rank) => take(text, index, "alias", rank));
  });
}

function checkOrder(path: Path, span: { readonly debut: string; readonly fin: string }, problems: Problems): void {
  if (span.fin < span.debut) problems.report([...path, "fin"], "la fin précède le début");
}

function checkAnnees({ periode, annees }: Convention, problems: Problems): void {
  checkOrder(["periode"], periode, problems);
  problems.unique(["annees"], "annee", annees);
  annees.forEach((annee, index) => {
    const path = ["annees", index];
    checkOrder(path, annee, problems);
    const previous = annees[index - 1];
    if (previous && annee.debut <= previous.fin) {
      problems.report([...path, "debut"], "l’année commence avant la fin de la précédente");
    }
    if (annee.debut < periode.debut) problems.report([...path, "debut"], "l’année sort de la période du contrat");
    if (annee.fin > periode.fin) problems.report([...path, "fin"], "l’année sort de la période du contrat");
  });
}

/**
 * Every problem, in the order of the definition; empty when the definition is coherent. `nameField` says where
 * something stands: a field of the definition, a cell of the sheet that it was read from. `newActions` are those that
 * avenants add, which a fiche may name.
 */
export function checkCoherence(
  convention: Convention,
  nameField: NameField = formatPath,
  newActions: readonly NumeroAction[] = convention.avenants.flatMap(({ actionsNouvelles }) =>
    actionsNouvelles.map(({ numero }) => numero),
  ),
): readonly DefinitionProblem[] {
  const problems = new Problems();
  const annees = new Set(convention.annees.map(({ annee }) => annee));
  const axes = new Set(convention.axes.map(({ numero }) => numero));
  const actions = new Set(convention.actions.map(({ numero }) => numero));
  const linked = new Set([...actions, ...newActions]);

  const everyYear = (path: Path, items: readonly { readonly annee: number }[]): void => {
    items.forEach(({ annee }, index) => problems.exists([...path, index, "annee"], "annee", annee, annees));
    problems.unique(path, "annee", items);
    const present = new Set(items.map(({ annee }) => annee));
    for (const annee of annees) if (!present.has(annee)) problems.report(path, `l’année ${annee} manque`);
  };

  const reserved = new Set([convention.etat.nom, "État", "Total"].map(foldText));
  convention.collectivite.motsColonne.forEach((mot, index) => {
    if (!reserved.has(foldText(mot))) return;
    problems.report(["collectivite", "motsColonne", index], `${guillemets(mot)} désigne déjà l’État ou le total`);
  });

  checkAnnees(convention, problems);
  problems.unique(["axes"], "numero", convention.axes);
  checkLabels(["axes"], convention.axes, problems, nameField);

  everyYear(["creditsEtat"], convention.creditsEtat);
  convention.creditsEtat.forEach(({ repartition = [] }, index) => {
    const path = ["creditsEtat", index, "repartition"];
    repartition.forEach(({ axe }, part) => problems.exists([...path, part, "axe"], "axe", axe, axes));
    problems.unique(path, "axe", repartition);
  });

  problems.unique(["actions"], "numero", convention.actions);
  checkLabels(["actions"], convention.actions, problems, nameField);
  convention.actions.forEach(({ axe, montants, indicateurs, fiche }, index) => {
    const path = ["actions", index];
    problems.exists([...path, "axe"], "axe", axe, axes);
    everyYear([...path, "montants"], montants);
    problems.unique([...path, "indicateurs"], "numero", indicateurs);
    checkLabels([...path, "indicateurs"], indicateurs, problems, nameField);
    indicateurs.forEach(({ cibles }, at) => everyYear([...path, "indicateurs", at, "cibles"], cibles));
    if (!fiche) return;
    checkOrder([...path, "fiche"], fiche, problems);
    fiche.actionsLiees.forEach((numero, at) =>
      problems.exists([...path, "fiche", "actionsLiees", at], "action", numero, linked),
    );
    fiche.axesLies.forEach((numero, at) => problems.exists([...path, "fiche", "axesLies", at], "axe", numero, axes));
  });

  const imputed = new Set<string>();
  convention.imputation.lignes.forEach(({ annee, axe }, index) => {
    const path = ["imputation", "lignes", index];
    problems.once([...path, "axe"], `${annee}/${axe}`, imputed, `l’axe ${axe} a déjà une ligne pour ${annee}`);
    problems.exists([...path, "annee"], "annee", annee, annees);
    problems.exists([...path, "axe"], "axe", axe, axes);
  });
  convention.echeances.forEach(({ avenantPour }, index) => {
    if (avenantPour !== undefined) problems.exists(["echeances", index, "avenantPour"], "annee", avenantPour, annees);
  });
  checkAilleurs(convention, problems);
  problems.unique(["echeances"], "id", convention.echeances);
  return [...problems.all, ...checkAvenants(convention)];
}
