// What a schema cannot say of the avenants of a definition: each speaks of things that exist, and of each figure once.
import { compareTexts } from "../../domain/words/compare-texts";
import { amendFigures, anneesApresLaFin, FIN, inTurn, jourDe, jusquALaFin } from "../avenants/avenant";
import { listClauses } from "../clauses/list-clauses";
import { compteFaux } from "../compte-bancaire";
import type { Avenant, Convention } from "../convention";
import type { DefinitionProblem } from "./describe-issue";
import { foldLabel } from "../../domain/words/label";
import { dependance, dependanceDeLAnnee } from "../avenants/dependances";
import { modifier, type Modification } from "../avenants/modifier";
import { guillemets, Problems, type Path } from "./problems";
import type { NumeroAction } from "../../domain/values/numero-action";

const TWICE = "l’avenant fixe deux fois le même chiffre";

class AvenantChecker {
  readonly problems = new Problems();
  private annees: ReadonlySet<number> = new Set();
  private axes: ReadonlySet<number> = new Set();
  /** Numbers of the indicators of each action known so far. */
  private actions = new Map<NumeroAction, ReadonlySet<number>>();

  constructor(private convention: Convention) {
    this.know(convention);
  }

  /** What there is to speak of from here on. */
  private know(convention: Convention): void {
    this.convention = convention;
    this.annees = new Set(convention.annees.map(({ annee }) => annee));
    this.axes = new Set(convention.axes.map(({ numero }) => numero));
    this.actions = new Map(convention.actions.map((action) => [action.numero, indicatorsOf(action)]));
  }

  check(avenant: Avenant, path: Path): void {
    const at = (avenant.modifications ?? []).map((each, index) => ({
      ...each,
      path: [...path, "modifications", index],
    }));
    const { frame, rest } = inTurn(at);
    const seen = new Set<string>();
    const depuis = jourDe(avenant);
    for (const each of frame) this.checkModification(each, seen, depuis);
    this.checkFigures(avenant, path);
    this.know(amendFigures(this.convention, avenant));
    for (const each of rest) this.checkModification(each, seen, depuis);
    const fin = at.find(({ sur }) => sur === FIN);
    if (!fin) return;
    this.checkFin([...fin.path, "valeur"]);
    this.know(jusquALaFin(this.convention));
  }

  /** What an earlier end leaves without its year. */
  private checkFin(path: Path): void {
    for (const annee of anneesApresLaFin(this.convention)) {
      const still = dependanceDeLAnnee(this.convention, annee);
      if (still !== null) this.problems.report(path, still);
    }
  }

  private checkFigures(avenant: Avenant, path: Path): void {
    this.checkActionsNouvelles(avenant, [...path, "actionsNouvelles"]);
    this.checkIndicateursNouveaux(avenant, [...path, "indicateursNouveaux"]);
    this.checkCredits(avenant, [...path, "creditsEtat"]);
    this.checkEcheancesNouvelles(avenant, [...path, "echeancesNouvelles"]);
    const seen = new Set<string>();
    avenant.montants.forEach(({ action, annee, partie }, index) => {
      const at = [...path, "montants", index];
      this.action(action, [...at, "action"]);
      this.annee(annee, [...at, "annee"]);
      this.once(`montant/${action}/${annee}/${partie}`, seen, [...at, "montant"]);
    });
    avenant.actionsTerminees.forEach(({ action, aPartirDe }, index) => {
      const at = [...path, "actionsTerminees", index];
      this.action(action, [...at, "action"]);
      this.annee(aPartirDe, [...at, "aPartirDe"]);
      this.once(`fin/${action}`, seen, [...at, "action"]);
    });
    avenant.cibles.forEach(({ action, indicateur, annee }, index) => {
      const at = [...path, "cibles", index];
      const isKnown = this.action(action, [...at, "action"]);
      if (isKnown && !this.actions.get(action)?.has(indicateur)) {
        this.problems.report([...at, "indicateur"], `l’action ${action} n’a pas d’indicateur ${indicateur}`);
      }
      this.annee(annee, [...at, "annee"]);
      this.once(`cible/${action}/${indicateur}/${annee}`, seen, [...at, "valeur"]);
    });
  }

  /** Held against the contract as the avenants before it, and the lines before it, leave it. */
  private checkModification(
    modification: Modification & { readonly path: Path },
    seen: Set<string>,
    depuis: string,
  ): void {
    const { sur, valeur, path } = modification;
    this.once(sur, seen, [...path, "valeur"]);
    const faux = typeof valeur === "string" ? compteFaux(sur, valeur) : null;
    if (faux !== null) {
      this.problems.report([...path, "valeur"], faux);
      return;
    }
    const changed = modifier(this.convention, modification, depuis);
    if (changed) this.know(changed);
    else if (valeur === null) {
      this.problems.report(
        [...path, "sur"],
        dependance(this.convention, sur, depuis) ?? "le contrat ne dit rien de cela",
      );
    } else {
      const known = listClauses(this.convention).some(({ key }) => key === sur);
      this.problems.report(
        [...path, known ? "valeur" : "sur"],
        !known
          ? "le contrat ne dit rien de cela"
          : sur.endsWith("/code")
            ? "douze chiffres sont attendus, par exemple 030450232302"
            : "la valeur ne convient pas",
      );
    }
  }

  private checkActionsNouvelles({ actionsNouvelles }: Avenant, path: Path): void {
    actionsNouvelles.forEach((action, index) => {
      if (this.actions.has(action.numero)) {
        this.problems.report([...path, index, "numero"], `l’action ${action.numero} existe déjà`);
      } else this.actions.set(action.numero, indicatorsOf(action));
      this.problems.exists([...path, index, "axe"], "axe", action.axe, this.axes);
      action.montants.forEach(({ annee }, at) => this.annee(annee, [...path, index, "montants", at, "annee"]));
    });
  }

  private checkIndicateursNouveaux({ indicateursNouveaux }: Avenant, path: Path): void {
    indicateursNouveaux.forEach(({ action, numero, cibles }, index) => {
      const at = [...path, index];
      if (!this.action(action, [...at, "action"])) return;
      const known = this.actions.get(action) ?? new Set();
      if (known.has(numero))
        this.problems.report([...at, "numero"], `l’action ${action} a déjà un indicateur ${numero}`);
      this.actions.set(action, new Set([...known, numero]));
      cibles.forEach(({ annee }, cible) => this.annee(annee, [...at, "cibles", cible, "annee"]));
    });
  }

  /** One that the contract dates changes by a line of its own; two of one label could not be told apart. */
  private checkEcheancesNouvelles({ echeancesNouvelles = [] }: Avenant, path: Path): void {
    const known = [...this.convention.echeances];
    echeancesNouvelles.forEach((added, index) => {
      const labels = new Set([added.intitule, ...added.alias].map(foldLabel));
      const same = known.find(({ intitule, alias }) =>
        [intitule, ...alias].some((label) => labels.has(foldLabel(label))),
      );
      if (labels.has("")) this.problems.report([...path, index, "intitule"], "il manque");
      else if (same && (same.reglage !== true || same.id !== added.id)) {
        const why = `l’échéance ${guillemets(same.intitule)} existe déjà ; sa date change par « Date d’une échéance »`;
        this.problems.report([...path, index, "intitule"], why);
      }
      if (added.avenantPour !== undefined) this.annee(added.avenantPour, [...path, index, "avenantPour"]);
      known.push(added);
    });
  }

  private checkCredits({ creditsEtat }: Avenant, path: Path): void {
    const seen = new Set<string>();
    creditsEtat.forEach(({ annee, montant, repartition, statut }, index) => {
      this.annee(annee, [...path, index, "annee"]);
      this.once(`${annee}`, seen, [...path, index, "annee"]);
      if (montant === undefined && !repartition && !statut)
        this.problems.report([...path, index, "montant"], "il manque");
      repartition?.forEach(({ axe }, part) => {
        const at = [...path, index, "repartition", part, "axe"];
        this.problems.exists(at, "axe", axe, this.axes);
        this.once(`${annee}/${axe}`, seen, at);
      });
    });
  }

  private action(numero: NumeroAction, path: Path): boolean {
    return this.problems.exists(path, "action", numero, this.actions);
  }

  private annee(annee: number, path: Path): void {
    this.problems.exists(path, "annee", annee, this.annees);
  }

  private once(key: string, seen: Set<string>, path: Path): void {
    this.problems.once(path, key, seen, TWICE);
  }
}

function indicatorsOf({ indicateurs }: Convention["actions"][number]): ReadonlySet<number> {
  return new Set(indicateurs.map(({ numero }) => numero));
}

/** In the order of the definition; an action that an avenant adds exists for the later ones. */
export function checkAvenants(convention: Convention): readonly DefinitionProblem[] {
  if (convention.avenants.length === 0) return [];
  const checker = new AvenantChecker(convention);
  const inOrder = convention.avenants
    .map((avenant, index) => ({ avenant, index }))
    .sort((a, b) => compareTexts(a.avenant.signeLe, b.avenant.signeLe) || a.avenant.numero - b.avenant.numero);
  const numbers = new Set<number>();
  for (const { avenant, index } of inOrder) {
    const { numero } = avenant;
    checker.problems.once(["avenants", index, "numero"], numero, numbers, `${guillemets(numero)} figure deux fois`);
    checker.check(avenant, ["avenants", index]);
  }
  return checker.problems.all;
}
