// What other contracts of the programme have besides: thresholds, other financing, envelopes, sub-actions, details of indicators.
import { compactCompte, isIbanValide } from "../compte-bancaire";
import type { Action, Convention } from "../convention";
import { formatPart } from "../../domain/words/format";
import { foldText } from "../../domain/words/label";
import { guillemets, type Path, type Problems } from "./problems";

export function checkAilleurs(convention: Convention, problems: Problems): void {
  const { cofinancement, enveloppes = [], actions, nationaux = [], indicateursNationaux } = convention;
  const annees = new Set(convention.annees.map(({ annee }) => annee));
  const axes = new Set(convention.axes.map(({ numero }) => numero));
  const seen = new Set<string>();
  const numeros = new Set(actions.map(({ numero }) => numero));
  cofinancement.seuils?.forEach(({ axe, action, annee }, index) => {
    const path = ["cofinancement", "seuils", index];
    if (axe === undefined && action === undefined && annee === undefined)
      problems.report([...path, "seuil"], "il faut une action, un axe ou une année");
    if (axe !== undefined && action !== undefined)
      problems.report([...path, "action"], "c’est la part d’une action ou celle d’un axe");
    if (action !== undefined) problems.exists([...path, "action"], "action", action, numeros);
    if (axe !== undefined) problems.exists([...path, "axe"], "axe", axe, axes);
    if (annee !== undefined) problems.exists([...path, "annee"], "annee", annee, annees);
    problems.once([...path, "seuil"], `${axe ?? ""}/${action ?? ""}/${annee ?? ""}`, seen);
  });
  checkVersements(convention, annees, problems);
  checkComptes(convention, problems);
  const financers = new Set((convention.autresFinanceurs ?? []).map(({ nom }) => foldText(nom)));
  cofinancement.financeurs?.forEach(({ financeur }, index) => {
    const path = ["cofinancement", "financeurs", index, "financeur"];
    if (!financers.has(foldText(financeur)))
      problems.report(path, `${guillemets(financeur)} n’est pas dans ${guillemets("autresFinanceurs")}`);
    problems.once(path, `lie/${foldText(financeur)}`, seen);
  });
  enveloppes.forEach(({ id, axe, montants }, index) => {
    const path = ["enveloppes", index];
    if (axe !== undefined) problems.exists([...path, "axe"], "axe", axe, axes);
    problems.unique([...path, "montants"], "annee", montants);
    problems.once([...path, "id"], `enveloppe/${id}`, seen);
    checkYears(montants, [...path, "montants"], annees, problems);
  });
  const financeurs = new Set((convention.autresFinanceurs ?? []).map(({ nom }) => foldText(nom)));
  actions.forEach((action, index) => {
    checkAutres(action, ["actions", index, "autres"], { annees, financeurs, problems });
    checkSousActions(action, ["actions", index, "sousActions"], annees, problems);
    checkWords(action, ["actions", index, "indicateurs"], problems);
  });
  const known = new Set(indicateursNationaux.map(foldText));
  nationaux.forEach(({ intitule }, index) => {
    if (known.has(foldText(intitule))) return;
    const where = guillemets("indicateursNationaux");
    problems.report(["nationaux", index, "intitule"], `cet intitulé n’est pas dans ${where}`);
  });
}

/** The instalments of a year, or of every year, are all of it; a date is of one year. */
function checkVersements({ versements = [] }: Convention, annees: ReadonlySet<number>, problems: Problems): void {
  const shares = new Map<number | undefined, number>();
  versements.forEach(({ annee, part, date }, index) => {
    const path = ["versements", index];
    if (annee !== undefined) problems.exists([...path, "annee"], "annee", annee, annees);
    else if (date !== undefined) problems.report([...path, "date"], "une date est celle d’une année : dites laquelle");
    shares.set(annee, (shares.get(annee) ?? 0) + part);
  });
  for (const [annee, share] of shares) {
    if (Math.abs(share - 1) < 1e-6) continue;
    const of = annee === undefined ? "de chaque année" : `de ${annee}`;
    problems.report(["versements"], `les versements ${of} font ${formatPart(share)} de ses crédits, et non 100 %`);
  }
}

function checkComptes({ autresComptes = [], coordonneesBancaires }: Convention, problems: Problems): void {
  const seen = new Set(coordonneesBancaires ? [compactCompte(coordonneesBancaires.iban)] : []);
  autresComptes.forEach(({ iban }, index) => {
    const path = ["autresComptes", index, "iban"];
    if (!isIbanValide(compactCompte(iban))) problems.report(path, `l’IBAN ${guillemets(iban)} n’est pas valide`);
    problems.once(path, compactCompte(iban), seen);
  });
}

function checkYears(
  items: readonly { readonly annee: number }[],
  path: Path,
  annees: ReadonlySet<number>,
  problems: Problems,
): void {
  items.forEach(({ annee }, index) => problems.exists([...path, index, "annee"], "annee", annee, annees));
}

interface Known {
  readonly annees: ReadonlySet<number>;
  /** Those of the contract, and those that were said not to be among them: one slip is said once. */
  readonly financeurs: Set<string>;
  readonly problems: Problems;
}

function checkAutres({ autres = [] }: Action, path: Path, { annees, financeurs, problems }: Known): void {
  const seen = new Set<string>();
  autres.forEach(({ financeur, annee }, index) => {
    const at = [...path, index];
    problems.exists([...at, "annee"], "annee", annee, annees);
    const name = foldText(financeur);
    if (!financeurs.has(name)) {
      problems.report(
        [...at, "financeur"],
        `${guillemets(financeur)} n’est pas dans ${guillemets("autresFinanceurs")}`,
      );
      financeurs.add(name);
    }
    problems.once([...at, "montant"], `${name}/${annee}`, seen);
  });
}

function checkSousActions(
  { sousActions = [] }: Action,
  path: Path,
  annees: ReadonlySet<number>,
  problems: Problems,
): void {
  const seen = new Set<string>();
  sousActions.forEach(({ numero, montants = [] }, index) => {
    problems.once([...path, index, "numero"], numero, seen);
    checkYears(montants, [...path, index, "montants"], annees, problems);
  });
}

/** A text stands where there is no value. */
function checkWords({ indicateurs }: Action, path: Path, problems: Problems): void {
  const both = "un texte remplace une valeur, qui est alors «\u00a0nd\u00a0»";
  indicateurs.forEach(({ t0, t0Texte, cibles }, rank) => {
    if (t0Texte !== undefined && t0 !== "nd") problems.report([...path, rank, "t0Texte"], both);
    cibles.forEach(({ valeur, texte }, cible) => {
      if (texte !== undefined && valeur !== "nd") problems.report([...path, rank, "cibles", cible, "texte"], both);
    });
  });
}
