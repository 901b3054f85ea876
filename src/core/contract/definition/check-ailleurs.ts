// What other contracts of the programme have besides: thresholds, other financing, envelopes, sub-actions, details of indicators.
import type { Action, Convention } from "../convention";
import type { DefinitionProblem } from "./describe-issue";
import { foldText } from "../../domain/words/label";

type Path = readonly PropertyKey[];

class Checker {
  readonly problems: DefinitionProblem[] = [];
  private readonly annees: ReadonlySet<number>;
  private readonly axes: ReadonlySet<number>;
  private readonly financeurs: ReadonlySet<string>;
  /** Financing parties already said not to be among them: one slip, said once. */
  private readonly unknown = new Set<string>();

  constructor(private readonly convention: Convention) {
    this.annees = new Set(convention.annees.map(({ annee }) => annee));
    this.axes = new Set(convention.axes.map(({ numero }) => numero));
    this.financeurs = new Set((convention.autresFinanceurs ?? []).map(({ nom }) => foldText(nom)));
  }

  check(): readonly DefinitionProblem[] {
    const { cofinancement, enveloppes = [], actions, nationaux = [], indicateursNationaux } = this.convention;
    const seen = new Set<string>();
    cofinancement.seuils?.forEach(({ axe, annee }, index) => {
      const path = ["cofinancement", "seuils", index];
      if (axe === undefined && annee === undefined)
        this.report([...path, "seuil"], "il faut un axe, une année, ou les deux");
      if (axe !== undefined && !this.axes.has(axe))
        this.report([...path, "axe"], `l’axe ${axe} n’existe pas dans «\u00a0axes\u00a0»`);
      if (annee !== undefined) this.year([...path, "annee"], annee);
      this.once(seen, `${axe ?? ""}/${annee ?? ""}`, [...path, "seuil"]);
    });
    enveloppes.forEach(({ id, montants }, index) => {
      const path = ["enveloppes", index];
      this.once(seen, `enveloppe/${id}`, [...path, "id"]);
      montants.forEach(({ annee }, at) => this.year([...path, "montants", at, "annee"], annee));
    });
    actions.forEach((action, index) => this.checkAction(action, index));
    const known = new Set(indicateursNationaux.map(foldText));
    nationaux.forEach(({ intitule }, index) => {
      if (!known.has(foldText(intitule))) {
        this.report(["nationaux", index, "intitule"], "cet intitulé n’est pas dans «\u00a0indicateursNationaux\u00a0»");
      }
    });
    return this.problems;
  }

  private checkAction({ autres, sousActions, indicateurs }: Action, index: number): void {
    if (autres ?? sousActions) this.checkParts(autres ?? [], sousActions ?? [], ["actions", index]);
    const both = "un texte remplace une valeur, qui est alors «\u00a0nd\u00a0»";
    indicateurs.forEach(({ t0, t0Texte, cibles }, rank) => {
      const at = () => ["actions", index, "indicateurs", rank];
      if (t0Texte !== undefined && t0 !== "nd") this.report([...at(), "t0Texte"], both);
      cibles.forEach(({ valeur, texte }, cible) => {
        if (texte !== undefined && valeur !== "nd") this.report([...at(), "cibles", cible, "texte"], both);
      });
    });
  }

  private checkParts(
    autres: NonNullable<Action["autres"]>,
    sousActions: NonNullable<Action["sousActions"]>,
    path: Path,
  ): void {
    const seen = new Set<string>();
    autres.forEach(({ financeur, annee }, index) => {
      const at = [...path, "autres", index];
      this.year([...at, "annee"], annee);
      if (!this.financeurs.has(foldText(financeur)) && !this.unknown.has(foldText(financeur))) {
        this.unknown.add(foldText(financeur));
        this.report([...at, "financeur"], `«\u00a0${financeur}\u00a0» n’est pas dans «\u00a0autresFinanceurs\u00a0»`);
      }
      this.once(seen, `${foldText(financeur)}/${annee}`, [...at, "montant"]);
    });
    sousActions.forEach(({ numero, montants = [] }, index) => {
      const at = [...path, "sousActions", index];
      this.once(seen, `sous-action/${numero}`, [...at, "numero"]);
      montants.forEach(({ annee }, rank) => this.year([...at, "montants", rank, "annee"], annee));
    });
  }

  private year(path: Path, annee: number): void {
    if (!this.annees.has(annee)) this.report(path, `l’année ${annee} n’existe pas dans «\u00a0annees\u00a0»`);
  }

  private once(seen: Set<string>, key: string, path: Path): void {
    if (seen.has(key)) this.report(path, "figure deux fois");
    seen.add(key);
  }

  private report(path: Path, message: string): void {
    this.problems.push({ path, message });
  }
}

export function checkAilleurs(convention: Convention): readonly DefinitionProblem[] {
  return new Checker(convention).check();
}
