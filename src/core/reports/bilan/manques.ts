// What lacks before the report can be handed over, each with the cells to go to; "prêt" when there is nothing.
import { sayReason } from "../../domain/known";
import { accord } from "../../domain/words/accord";
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import { groupByCause } from "../../why/consequences";
import { isClosed } from "../../contract/in-force/annees-closes";
import type { Dossier } from "../../domain/dossier";
import { addMontants, montantFromCentimes } from "../../domain/values/montant";
import { formatDate, formatListe, formatMontant } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import type { Finding } from "../../verification";
import { describeTauxBas } from "./sous-consommation";
import type { BilanFinancier, EcritureAnnuelle, LigneFinanciere, LigneMatrice, Manque } from "./bilan";

type Kind = Manque["kind"];

function manque(kind: Kind, texte: string, cells: readonly CellRef[] = []): Manque {
  return { kind, texte: typographie(texte), cells };
}

/** "part État (non renseigné) et part Métropole (illisible)". */
function nameUnknown({ execute }: EcritureAnnuelle, designation: string): string {
  const { etat, collectivite, total, autres } = execute;
  const parts = [
    { nom: "part État", reason: etat.reason },
    { nom: `part ${designation}`, reason: collectivite.reason },
    { nom: "autres financeurs", reason: autres.reason },
  ].filter(({ reason }) => reason !== null);
  const [first] = parts;
  const isTheSame = parts.every(({ reason }) => reason === first?.reason);
  if (etat.reason !== null && collectivite.reason !== null && isTheSame)
    return `montants exécutés (${sayReason(etat.reason)})`;
  if (!first) return `Total exécuté (${sayReason(total.reason)})`;
  return formatListe(parts.map(({ nom, reason }) => `${nom} (${sayReason(reason)})`));
}

/** What an action cost and who paid for it: the report is of all of it. */
const AMOUNTS = ["etat", "collectivite", "total", "autres"] as const;

function isUnknown({ execute }: EcritureAnnuelle): boolean {
  return AMOUNTS.some((key) => execute[key].value === null);
}

const cellsOf = ({ execute }: EcritureAnnuelle): readonly CellRef[] => {
  const unknown = AMOUNTS.map((key) => execute[key]).filter(({ value }) => value === null);
  return [...new Map(unknown.flatMap(({ cells }) => cells).map((cell) => [formatCellRef(cell), cell])).values()];
};

function findExecution(dossier: Dossier, closed: readonly number[], lignes: readonly LigneFinanciere[]): Manque[] {
  const { execution, convention } = dossier;
  if (!execution) {
    if (closed.length === 0) return [];
    return [
      manque(
        "tableau",
        `Le classeur n’a pas de tableau d’exécution : ${formatListe(closed.map(String))} sans aucun montant exécuté. L’annexe « Exécution budgétaire » en donne la trame.`,
      ),
    ];
  }
  return closed.flatMap((annee) => {
    const years = lignes.flatMap((ligne) => {
      const year = ligne.annees.find((each) => each.annee === annee);
      return year && isUnknown(year) ? [{ ligne, year }] : [];
    });
    const due = lignes.filter(({ annees }) =>
      annees.some((year) => year.annee === annee && year.contractualise.total > 0),
    );
    // Without its columns, or with none of them filled, the year is one thing to do and not one an action.
    const isAbsent = !execution.annees.some((year) => year.annee === annee);
    if (isAbsent && years.length > 0) {
      return [
        manque("annee-execution", `Exécution ${annee} : le tableau d’exécution n’a pas cette année.`, [
          execution.heading,
        ]),
      ];
    }
    const isBlank = years.length > 3 && years.length === due.length;
    if (isBlank && years.every(({ year }) => year.execute.total.reason === "missing")) {
      const cells = years.flatMap(({ year }) => cellsOf(year));
      return [manque("annee-execution", `Exécution ${annee} : aucun montant n’est renseigné.`, cells)];
    }
    return years.map(({ ligne, year }) =>
      manque(
        "execution",
        `Exécution ${annee} – Action ${ligne.action.numero} : ${nameUnknown(year, convention.collectivite.designation)}.`,
        cellsOf(year),
      ),
    );
  });
}

function findRealises(dossier: Dossier, closed: ReadonlySet<number>, matrice: readonly LigneMatrice[]): Manque[] {
  const { indicators } = dossier;
  const due = matrice.flatMap((ligne) =>
    ligne.annees
      .filter(({ annee, realise }) => closed.has(annee) && realise.value === null && realise.reason !== "not-due")
      .map((mesure) => ({ ligne, mesure })),
  );
  if (!indicators && due.length > 0) {
    return [manque("tableau", "Le classeur n’a pas de tableau des indicateurs : aucun réalisé n’est renseigné.")];
  }
  const shown = new Set(indicators?.anneesRealisees.map(({ annee }) => annee));
  const absent = [...closed].filter((annee) => !shown.has(annee) && due.some(({ mesure }) => mesure.annee === annee));
  const heading = new Map(indicators?.annees.map((year) => [year.annee, year.heading]));
  const columns = absent.map((annee) =>
    manque(
      "colonne-realise",
      `Réalisé ${annee} : aucune colonne de réalisé de cette année n’a été reconnue dans le tableau des indicateurs.`,
      [...[heading.get(annee) ?? indicators?.heading].flatMap((cell) => cell ?? [])],
    ),
  );
  const blank = [...closed].filter((annee) => {
    const ofYear = due.filter(({ mesure }) => mesure.annee === annee);
    const isUntouched = ofYear.every(({ mesure }) => mesure.realise.reason === "missing");
    const all = matrice.filter(({ annees }) =>
      annees.some((mesure) => mesure.annee === annee && mesure.realise.reason !== "not-due"),
    );
    // A column with nothing in it is one thing to do, and not one an indicator.
    return shown.has(annee) && ofYear.length > 3 && ofYear.length === all.length && isUntouched;
  });
  const blanks = blank.map((annee) =>
    manque(
      "colonne-realise",
      `Réalisé ${annee} : aucun réalisé n’est renseigné.`,
      due.flatMap(({ mesure }) => (mesure.annee === annee ? mesure.realise.cells : [])),
    ),
  );
  const labels = new Map(
    (indicators?.lignesAction ?? []).flatMap(({ action, label }) =>
      action ? [[action.numero, label.ref] as const] : [],
    ),
  );
  const values = due
    .filter(({ mesure: { annee } }) => shown.has(annee) && !blank.includes(annee))
    .map(({ ligne, mesure: { annee, realise } }) => {
      const nom = ligne.action
        ? `Action ${ligne.action.numero} – indicateur ${ligne.numero}`
        : `Indicateur national ${cite(ligne.intitule)}`;
      const kind = ligne.isNational ? "indicateur-national" : "realise";
      const owner = ligne.action ? labels.get(ligne.action.numero) : undefined;
      const place = realise.cells[0] ?? ligne.t0Cell ?? owner ?? indicators?.heading;
      return manque(kind, `Réalisé ${annee} – ${nom} : ${sayReason(realise.reason)}.`, place ? [place] : []);
    });
  return [...columns, ...blanks, ...values];
}

function findJustifications(lignes: readonly LigneFinanciere[]): Manque[] {
  return lignes.flatMap((ligne) =>
    ligne.annees
      .filter(({ annee }) => ligne.aJustifier.includes(annee))
      .map(({ annee, contractualise, nonConsomme, execute }) => {
        const rate = describeTauxBas(ligne, annee);
        const { value: used } = execute.etat;
        const isState = ligne.partEtatSousConsommee.includes(annee);
        const ofState = used === null ? null : addMontants(contractualise.etat, montantFromCentimes(-used));
        const gap = isState ? ofState : nonConsomme.value;
        const rest = gap === null ? "" : `, ${formatMontant(gap)} non consommés`;
        return manque(
          "justification",
          `Justification ${annee} – Action ${ligne.action.numero} : ${rate}${rest}.`,
          execute.total.cells,
        );
      }),
  );
}

/** What is said already, cell by cell, is not said again as an error. */
function findErrors(open: readonly Finding[], said: readonly Manque[]): Manque[] {
  const cells = new Set(said.flatMap((each) => each.cells.map(formatCellRef)));
  const errors = open.filter(({ severity }) => severity === "error");
  return groupByCause(errors)
    .map(({ cause }) => cause)
    .filter((finding) => finding.cells.length === 0 || finding.cells.some((cell) => !cells.has(formatCellRef(cell))))
    .map((finding) => manque("erreur", finding.message, finding.cells));
}

interface Found {
  readonly dossier: Dossier;
  readonly annees: readonly number[];
  readonly financier: BilanFinancier;
  readonly matrice: readonly LigneMatrice[];
  /** The findings of the period that are not justified. */
  readonly ouverts: readonly Finding[];
}

export function composeManques({ dossier, annees, financier, matrice, ouverts }: Found): Manque[] {
  const { convention, asOf } = dossier;
  const closed = new Set(
    convention.annees.filter((year) => isClosed(convention, year, asOf)).map(({ annee }) => annee),
  );
  const running = annees.filter((annee) => !closed.has(annee));
  const due = annees.filter((annee) => closed.has(annee));
  const lignes = financier.groupes.flatMap((groupe) => groupe.lignes);
  const of = (rule: Finding["rule"], kind: Kind): Manque[] =>
    ouverts
      .filter((finding) => finding.rule === rule && finding.severity !== "error")
      .map((finding) => manque(kind, finding.message, finding.cells));
  const said = [
    ...running.map((annee) =>
      manque("annee", `${annee} : l’année n’est pas close au ${formatDate(asOf)}, ses résultats sont provisoires.`),
    ),
    ...of("avenant-annuel", "contrat"),
    ...findExecution(dossier, due, lignes),
    ...financier.horsContrat.map(({ libelle, cell }) =>
      manque("hors-contrat", `${cite(libelle)} a des montants exécutés et n’est pas une action du contrat.`, [cell]),
    ),
    ...findRealises(dossier, new Set(due), matrice),
    ...findJustifications(lignes),
    ...of("fiche-complete", "fiche"),
  ];
  return [...said, ...findErrors(ouverts, said)];
}

const WORDS: Readonly<Record<Kind, readonly [singular: string, plural: string]>> = {
  contrat: ["avenant à enregistrer", "avenants à enregistrer"],
  annee: ["année à clore", "années à clore"],
  tableau: ["tableau à insérer", "tableaux à insérer"],
  "annee-execution": ["année d’exécution à saisir", "années d’exécution à saisir"],
  execution: ["ligne d’exécution à compléter", "lignes d’exécution à compléter"],
  "hors-contrat": ["ligne à rattacher au contrat", "lignes à rattacher au contrat"],
  "colonne-realise": ["colonne de réalisés à remplir", "colonnes de réalisés à remplir"],
  realise: ["réalisé d’indicateur", "réalisés d’indicateur"],
  "indicateur-national": ["indicateur national", "indicateurs nationaux"],
  justification: ["justification de sous-consommation", "justifications de sous-consommation"],
  fiche: ["fiche à compléter", "fiches à compléter"],
  erreur: ["erreur à corriger ou à justifier", "erreurs à corriger ou à justifier"],
};

/** "1 avenant à enregistrer et 2 réalisés d’indicateur"; "" where nothing lacks. */
export function describeManques(manques: readonly Manque[]): string {
  const counts = new Map<Kind, number>();
  for (const { kind } of manques) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return formatListe([...counts].map(([kind, count]) => accord(count, ...WORDS[kind])));
}
