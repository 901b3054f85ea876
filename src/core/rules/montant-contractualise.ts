// Each part of each action and year is the amount of the contract in force.
import { chiffreInconnu } from "../domain/contrat/registre";
import { setTo, type Correction } from "../domain/correction";
import { contractAmount, isFirm } from "../domain/contrat/contract-amounts";
import { avenantQuiFixe, sourceDuChiffre } from "../domain/contrat/fixation";
import { findDisplaced } from "../domain/explanations/displaced";
import { explainMontant } from "../domain/explanations/explain-montant";
import { lireEnsemble } from "../domain/lecture";
import { describe, explainColumns, locate } from "../domain/lines/budget-lines";
import { contractedSums } from "../domain/lines/contracted-again";
import { BUDGET, cellsOf, demandes, EXECUTION, type Demande } from "../domain/lines/demandes";
import { unitAt } from "../domain/lines/table-places";
import type { Dossier, TableauExecution } from "../domain/dossier";
import { addMontants, type Montant } from "../domain/values/montant";
import { formatNombre, NBSP } from "../domain/words/format";
import {
  defineRule,
  HOLDS,
  notComparable,
  SEVERAL,
  slipOf,
  type Asked as AskedFor,
  type Report,
  type RuleMeta,
} from "./rule";

const PARTS = ["etat", "collectivite"] as const;

const meta = {
  id: "montant-contractualise",
  article: "2.2, annexe",
  severity: "error",
  title: "Chaque part est le montant du contrat en vigueur",
  compares: "montant",
  needs: ["budget"],
  messages: {
    "different-ferme": { text: "{place} : {found} au lieu de {expected} au contrat (écart {gap}).{source}" },
    "different-provisionnel": {
      severity: "warning",
      text: "{place} : {found} au lieu de {expected} prévus au contrat (écart {gap}). Le montant est provisionnel : un avenant doit le fixer.",
    },
    "absent-ferme": { text: "{place} : {found}, pour {expected} au contrat.{source}" },
    "absent-provisionnel": {
      severity: "warning",
      text: "{place} : {found}, pour {expected} prévus au contrat. Le montant est provisionnel : un avenant doit le fixer.",
    },
    "tableau-en-milliers": {
      text: "Tableau budgétaire : {found} montants sont exactement mille fois plus petits que ceux du contrat. Le tableau paraît en k€ sans le dire : indiquez l’unité dans l’en-tête, ou saisissez les montants en euros.",
    },
    absents: {
      text: "Tableau budgétaire : {found} montants du contrat ne sont pas renseignés.",
    },
    "absents-provisionnels": {
      severity: "warning",
      text: "Tableau budgétaire : {found} montants prévus au contrat ne sont pas renseignés. Ils sont provisionnels : un avenant doit les fixer.",
    },
    systematiques: {
      text: "Tableau budgétaire : {found} montants {defaut}.{conseil}",
    },
    "systematiques-provisionnels": {
      severity: "warning",
      text: "Tableau budgétaire : {found} montants provisionnels {defaut}.{conseil}",
    },
    "collectivite-au-dessus": {
      severity: "info",
      text: "{place} : {found} pour {expected} au contrat (écart {gap}).{source} La collectivité peut apporter davantage.",
    },
    "collectivite-partout-au-dessus": {
      severity: "info",
      text: "Tableau budgétaire : {found} montants de la collectivité sont au-dessus du contrat. La collectivité peut apporter davantage.",
    },
  },
} as const satisfies RuleMeta;

type Asked = AskedFor<typeof meta>;
type Slip = NonNullable<Report<typeof meta>["slip"]>;

/** A table in thousands that does not say so: one slip, however many amounts it has. Its unit may be said as well as its amounts typed. */
const enMilliers = slipOf("en-milliers", "tableau-en-milliers", {});
const EN_MILLIERS: Slip = { key: enMilliers.key, together: (cells) => enMilliers.together(cells, []) };

/** What the local party gives beyond the contract is its own affair, told once. */
const AU_DESSUS: Slip = slipOf("au-dessus", "collectivite-partout-au-dessus", {});

const areProvisional = (reports: readonly { readonly message: string }[]): boolean =>
  reports.every(({ message }) => message.endsWith("provisionnel"));

/** Amounts that are not typed yet. */
const ABSENTS: Slip = {
  key: "absents",
  together: (cells, fix, reports) => ({
    message: areProvisional(reports) ? "absents-provisionnels" : "absents",
    subject: {},
    key: "absents",
    cells,
    fix,
    figures: { unit: "nombre", found: cells.length, expected: 0 },
  }),
};

/** `defaut` goes after "12 montants". */
function systematic(key: string, defaut: string, conseil = "", least?: number): Slip {
  return {
    key,
    ...(least !== undefined && { least }),
    together: (cells, fix, reports) => ({
      message: areProvisional(reports) ? "systematiques-provisionnels" : "systematiques",
      subject: {},
      key,
      cells,
      fix,
      figures: { unit: "nombre", found: cells.length, expected: 0 },
      data: { defaut, conseil },
    }),
  };
}

/** Where a part is not typed yet its total is not either: they come together. */
function totalWith(demande: Demande, isAbsent: boolean): readonly Correction[] {
  const [total, ...others] = (isAbsent && cellsOf(demande, "total")) || [];
  if (!total || others.length > 0 || total.lu.kind !== "missing" || !demande.action) return [];
  return [setTo(total, contractAmount(demande.action, demande.annee, "total"))];
}

const OTHER = { etat: "collectivite", collectivite: "etat" } as const;

/** What made the amount wrong, where it makes others wrong in the same way. */
function slipIn(lu: Lue, { autre, rows, deplace }: Beside): Slip | null {
  const { found, expected } = lu;
  if (found === null) return deplace ?? ABSENTS;
  if (found === 0 || expected === 0) return deplace;
  if (found * 1000 === expected) return EN_MILLIERS;
  if (autre && autre.found === expected && autre.expected === found) {
    return systematic("parts-interverties", "de l’État et de la collectivité sont intervertis");
  }
  if (deplace) return deplace;
  if (found === -expected) return systematic("signe", "du contrat sont de signe contraire");
  const [more, less] = [found / expected, expected / found];
  if (more > 1 && Number.isInteger(Math.log10(more))) {
    return systematic(`fois-${more}`, `sont exactement ceux du contrat multipliés par ${formatNombre(more)}`);
  }
  if (less > 1 && Number.isInteger(Math.log10(less))) {
    return systematic(`divise-${less}`, `sont exactement ceux du contrat divisés par ${formatNombre(less)}`);
  }
  // The same rise everywhere: a column of them at least, since a few may rise alike by chance.
  const taux = Math.round((more - 1) * 1e6) / 1e4;
  const signe = taux > 0 ? "+" : "−";
  const label = `s’écartent du contrat de la même part, ${signe}${formatNombre(Math.abs(taux))}${NBSP}%`;
  return systematic(`taux-${taux}`, label, "", Math.max(SEVERAL, rows));
}

interface Lue {
  readonly found: Montant | null;
  readonly expected: Montant;
}

interface Beside {
  /** The other party's amount of the same action and year. */
  readonly autre: Lue | null;
  /** How many actions the table has. */
  readonly rows: number;
  readonly deplace: Slip | null;
}

export default defineRule({
  meta,
  compare(dossier, asked) {
    const { convention, avenants, budget, feuilleContrat } = dossier;
    const firm = new Set(convention.annees.map(({ annee }) => annee).filter((annee) => isFirm(convention, annee)));
    const displaced = findDisplaced(convention, dossier.facts ?? []);
    const deplace =
      displaced && systematic("deplaces", `sont ceux du contrat, décalés ${displaced.ou}`, " Replacez le bloc.");
    let isFirstOfAll = true;
    for (const demande of demandes(convention, { tableau: budget, nom: BUDGET })) {
      const { annee, year, ligne, action, pourquoi } = demande;
      // What the contract does not know has no amount there to compare with.
      if (!action) continue;
      for (const colonne of PARTS) {
        const cells = cellsOf(demande, colonne);
        const place = () => describe(convention, ligne, annee, colonne);
        asked.compare(place, (lecture) => {
          if (pourquoi !== null) return notComparable(pourquoi);
          if (!cells) return notComparable(explainColumns(convention, year, annee, [colonne]));
          const touche = { objet: "montant", annee, action: action.numero, partie: colonne } as const;
          const inconnu = chiffreInconnu(feuilleContrat?.registre, touche);
          if (inconnu !== null) return notComparable(inconnu);
          const lu = lireEnsemble(lecture, cells);
          if (lu.kind === "unreadable") return notComparable(`${place()} : le montant est illisible.`);
          const expected = contractAmount(action, annee, colonne);
          const found = lu.kind === "montant" ? lu.montant : null;
          // An empty cell and a contract that gives nothing say the same.
          if (found === expected || (found === null && expected === 0)) return HOLDS;
          return () => {
            const [cell, ...others] = cells;
            const isAlone = others.length === 0;
            const explanation = found === null ? null : explainMontant(found, expected);
            const chiffre = { kind: "montant", annee, action: action.numero, colonne } as const;
            const data = { place: place(), source: sourceDuChiffre(avenants, chiffre) };
            const opposite = cellsOf(demande, OTHER[colonne]) ?? [];
            const beside = lireEnsemble(lecture, opposite);
            const autre = {
              found: beside.kind === "montant" ? beside.montant : null,
              expected: contractAmount(action, annee, OTHER[colonne]),
            };
            const rows = budget.lignesAction.length;
            const slip = slipIn({ found, expected }, { autre, rows, deplace });
            const isAllCorrected = slip === deplace && displaced !== null && isFirstOfAll;
            if (isAllCorrected) isFirstOfAll = false;
            const report = {
              ...locate(ligne, annee, colonne),
              cells: [cell.ref, ...others.map(({ ref }) => ref)],
              figures: { unit: "montant", found, expected },
              data: { place: place() },
              ...(explanation !== null && { explanation }),
              ...(slip && { slip }),
              ...(isAllCorrected
                ? { correction: displaced.corrections }
                : isAlone && { correction: [setTo(cell, expected), ...totalWith(demande, found === null)] }),
            } as const;
            if (colonne === "collectivite" && found !== null && found > expected) {
              const isRise = !slip || slip.key.startsWith("taux-");
              return { ...report, message: "collectivite-au-dessus", data, ...(isRise && { slip: AU_DESSUS }) };
            }
            if (!firm.has(annee) && !avenantQuiFixe(avenants, chiffre)) {
              return { ...report, message: found === null ? "absent-provisionnel" : "different-provisionnel" };
            }
            return {
              ...report,
              message: found === null ? "absent-ferme" : "different-ferme",
              data,
              ...(isAlone &&
                cell.formula === null && {
                  fix: [{ cell: cell.ref, montant: expected, unit: unitAt(budget, cell.ref) }],
                }),
            };
          };
        });
      }
    }
    if (!dossier.execution) return;
    compareRepeated(dossier, dossier.execution, firm, asked);
    compareRepeatedSums(dossier, dossier.execution, firm, asked);
  },
});

type Source = Pick<Dossier, "convention" | "avenants" | "feuilleContrat">;

/** What the execution table says again of both parties together. */
function compareRepeated(
  { convention, avenants, feuilleContrat }: Source,
  execution: TableauExecution,
  firm: ReadonlySet<number>,
  asked: Asked,
): void {
  for (const demande of demandes(convention, { tableau: execution, nom: EXECUTION })) {
    const { annee, ligne, action, rows } = demande;
    const cells = rows.flatMap((row) => row.ligne.contractualises?.get(annee) ?? []);
    const [cell, ...others] = cells;
    if (!action || !cell) continue;
    const place = `${ligne.nom} – ${annee} – contractualisé, tel que le répète le ${EXECUTION}`;
    const chiffres = PARTS.map((colonne) => ({ kind: "montant", annee, action: action.numero, colonne }) as const);
    asked.compare(place, (lecture) => {
      const inconnu = PARTS.map((partie) =>
        chiffreInconnu(feuilleContrat?.registre, { objet: "montant", annee, action: action.numero, partie }),
      ).find((why) => why !== null);
      if (inconnu !== undefined) return notComparable(inconnu);
      const lu = lireEnsemble(lecture, [cell, ...others]);
      if (lu.kind === "unreadable") return notComparable(`${place} : le montant est illisible.`);
      const expected = contractAmount(action, annee, "total");
      const autres = (action.autres ?? []).filter((autre) => autre.annee === annee).map(({ montant }) => montant);
      // An empty cell says nothing again; other financing may be within what was contracted.
      if (lu.kind !== "montant" || [expected, addMontants(expected, ...autres)].includes(lu.montant)) return HOLDS;
      const { subject, key } = locate(ligne, annee, "total");
      const report = {
        subject,
        key: key === undefined ? "repete" : `${key}-repete`,
        cells: [cell.ref, ...others.map(({ ref }) => ref)],
        figures: { unit: "montant", found: lu.montant, expected },
        data: { place },
      } as const;
      if (!firm.has(annee) && chiffres.every((chiffre) => !avenantQuiFixe(avenants, chiffre))) {
        return () => ({ ...report, message: "different-provisionnel" });
      }
      const named = chiffres.find((chiffre) => avenantQuiFixe(avenants, chiffre)) ?? chiffres[0];
      const source = named ? sourceDuChiffre(avenants, named) : "";
      const isTyped = others.length === 0 && cell.formula === null;
      return () => ({
        ...report,
        message: "different-ferme",
        data: { place, source },
        ...(isTyped && { fix: [{ cell: cell.ref, montant: expected, unit: unitAt(execution, cell.ref) }] }),
      });
    });
  }
}

/** Its subtotals and its total: each is what the contract gives, or else the sum of what stands under it. */
function compareRepeatedSums(
  { convention, avenants, feuilleContrat }: Source,
  execution: TableauExecution,
  firm: ReadonlySet<number>,
  asked: Asked,
): void {
  for (const { annee, ligne, cell, rows, actions } of contractedSums(convention, execution)) {
    const place = `${ligne.nom} – ${annee} – contractualisé, tel que le répète le ${EXECUTION}`;
    asked.compare(place, (lecture) => {
      const inconnu = actions
        .map(({ numero }) => chiffreInconnu(feuilleContrat?.registre, { objet: "montant", annee, action: numero }))
        .find((why) => why !== null);
      if (inconnu !== undefined) return notComparable(inconnu);
      const [lu, under] = [lecture.montant(cell), lireEnsemble(lecture, rows)];
      if ([lu, under].some(({ kind }) => kind === "unreadable"))
        return notComparable(`${place} : un montant est illisible.`);
      const expected = addMontants(...actions.map((action) => contractAmount(action, annee, "total")));
      if (lu.kind !== "montant" || lu.montant === expected) return HOLDS;
      if (under.kind === "montant" && lu.montant === under.montant) return HOLDS;
      const { subject, key } = locate(ligne, annee, "total");
      const report = {
        subject,
        key: key === undefined ? "repete" : `${key}-repete`,
        cells: [cell.ref],
        figures: { unit: "montant", found: lu.montant, expected },
        data: { place },
      } as const;
      if (!firm.has(annee)) return () => ({ ...report, message: "different-provisionnel" });
      const source = sourceDuChiffre(avenants, { kind: "credits", annee });
      return () => ({ ...report, message: "different-ferme", data: { place, source } });
    });
  }
}
