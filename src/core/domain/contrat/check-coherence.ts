// What a schema cannot say of a definition: its parts must agree with each other.
import { checkAvenants } from "./check-avenants";
import { checkAilleurs } from "./check-ailleurs";
import type { Convention } from "./convention";
import { foldLabel, foldText } from "../words/label";
import { formatPath, type DefinitionProblem } from "./describe-issue";

type Path = readonly PropertyKey[];

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

  const unique = (
    path: Path,
    key: string,
    items: readonly object[],
    read: (index: number) => string | number,
  ): void => {
    if (items.length < 2) return;
    const seen = new Set<string | number>();
    items.forEach((_item, index) => {
      const value = read(index);
      if (seen.has(value)) report([...path, index, key], `${guillemets(value)} figure deux fois`);
      seen.add(value);
    });
  };

  const labels = (path: Path, items: readonly { intitule: string; alias?: readonly string[] }[]): void => {
    const owners = new Map<string, number>();
    const take = (text: string, index: number, ...key: Path): void => {
      const folded = foldLabel(text);
      const owner = owners.get(folded);
      if (folded === "") report([...path, index, ...key], `${guillemets(text)} n’est pas un libellé`);
      else if (owner !== undefined && owner !== index) {
        const place = [...path, index, ...key];
        report(place, `${guillemets(text)} désigne déjà ${guillemets(nameField([...path, owner]))}`);
      } else owners.set(folded, index);
    };
    items.forEach(({ intitule, alias = [] }, index) => {
      take(intitule, index, "intitule");
      alias.forEach((text, rank) => take(text, index, "alias", rank));
    });
  };

  const order = (path: Path, span: { debut: string; fin: string }): void => {
    if (span.fin < span.debut) report([...path, "fin"], "la fin précède le début");
  };

  const annees = new Set(convention.annees.map(({ annee }) => annee));
  const axes = new Set(convention.axes.map(({ numero }) => numero));
  const actions = new Set(convention.actions.map(({ numero }) => numero));

  const added = new Set(newActions);

  const known = (path: Path, what: "axe" | "action" | "annee", value: number): void => {
    if (what === "axe" && !axes.has(value)) report(path, `l’axe ${value} n’existe pas dans «\u00a0axes\u00a0»`);
    if (what === "action" && !actions.has(value)) {
      report(path, `l’action ${value} n’existe pas dans «\u00a0actions\u00a0»`);
    }
    if (what === "annee" && !annees.has(value)) report(path, `l’année ${value} n’existe pas dans «\u00a0annees\u00a0»`);
  };

  const years = [...annees];
  const everyYear = (place: () => Path, items: readonly { annee: number }[]): void => {
    // Nearly always those of the contract, in their order.
    if (items.length === years.length && items.every(({ annee }, index) => annee === years[index])) return;
    const path = place();
    items.forEach(({ annee }, index) => known([...path, index, "annee"], "annee", annee));
    unique(path, "annee", items, (index) => items[index]?.annee ?? 0);
    const present = new Set(items.map(({ annee }) => annee));
    for (const annee of annees) if (!present.has(annee)) report(path, `l’année ${annee} manque`);
  };

  const reserved = new Set([convention.etat.nom, "État", "Total"].map(foldText));
  convention.collectivite.motsColonne.forEach((mot, index) => {
    if (reserved.has(foldText(mot))) {
      report(["collectivite", "motsColonne", index], `${guillemets(mot)} désigne déjà l’État ou le total`);
    }
  });

  order(["periode"], convention.periode);
  unique(["annees"], "annee", convention.annees, (index) => convention.annees[index]?.annee ?? 0);
  convention.annees.forEach((annee, index) => {
    order(["annees", index], annee);
    const previous = convention.annees[index - 1];
    if (previous && annee.debut <= previous.fin) {
      report(["annees", index, "debut"], "l’année commence avant la fin de la précédente");
    }
    if (annee.debut < convention.periode.debut)
      report(["annees", index, "debut"], "l’année sort de la période du contrat");
    if (annee.fin > convention.periode.fin) report(["annees", index, "fin"], "l’année sort de la période du contrat");
  });

  unique(["axes"], "numero", convention.axes, (index) => convention.axes[index]?.numero ?? 0);
  labels(["axes"], convention.axes);

  everyYear(() => ["creditsEtat"], convention.creditsEtat);
  convention.creditsEtat.forEach(({ repartition }, index) => {
    if (!repartition) return;
    const path = ["creditsEtat", index, "repartition"];
    repartition.forEach(({ axe }, part) => known([...path, part, "axe"], "axe", axe));
    unique(path, "axe", repartition, (part) => repartition[part]?.axe ?? 0);
  });

  unique(["actions"], "numero", convention.actions, (index) => convention.actions[index]?.numero ?? 0);
  labels(["actions"], convention.actions);
  convention.actions.forEach((action, index) => {
    const path = ["actions", index];
    known([...path, "axe"], "axe", action.axe);
    everyYear(() => [...path, "montants"], action.montants);
    unique([...path, "indicateurs"], "numero", action.indicateurs, (at) => action.indicateurs[at]?.numero ?? 0);
    labels([...path, "indicateurs"], action.indicateurs);
    action.indicateurs.forEach((indicateur, at) => {
      everyYear(() => [...path, "indicateurs", at, "cibles"], indicateur.cibles);
    });
    if (!action.fiche) return;
    order([...path, "fiche"], action.fiche);
    action.fiche.actionsLiees.forEach((numero, at) => {
      if (!added.has(numero)) known([...path, "fiche", "actionsLiees", at], "action", numero);
    });
    action.fiche.axesLies.forEach((numero, at) => known([...path, "fiche", "axesLies", at], "axe", numero));
  });

  const imputed = new Set<string>();
  convention.imputation.lignes.forEach((ligne, index) => {
    const of = `${ligne.annee}/${ligne.axe}`;
    if (imputed.has(of)) {
      report(["imputation", "lignes", index, "axe"], `l’axe ${ligne.axe} a déjà une ligne pour ${ligne.annee}`);
    }
    imputed.add(of);
    known(["imputation", "lignes", index, "annee"], "annee", ligne.annee);
    known(["imputation", "lignes", index, "axe"], "axe", ligne.axe);
  });
  convention.echeances.forEach(({ avenantPour }, index) => {
    if (avenantPour !== undefined) known(["echeances", index, "avenantPour"], "annee", avenantPour);
  });
  problems.push(...checkAilleurs(convention));
  unique(["echeances"], "id", convention.echeances, (index) => convention.echeances[index]?.id ?? "");
  return [...problems, ...checkAvenants(convention)];
}
