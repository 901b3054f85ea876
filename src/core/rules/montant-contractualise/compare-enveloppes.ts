// What a contract settles above the action for another party than the State, of an axe or of the whole: the sum of that party's parts.
import { chiffreInconnu } from "../../contract/avenants/registre";
import type { Convention } from "../../contract/convention";
import type { Dossier } from "../../domain/dossier";
import { foldText } from "../../domain/words/label";
import { cite } from "../../domain/words/typographie";
import type { YearFact } from "../../facts/fact";
import { budgetTable, type FactTable } from "../../facts/fact-tables";
import { groupOf } from "../../facts/groups";
import { readTogether, type Lecture } from "../../facts/lecture";
import { anneesDemandees, type DemandeDeSomme } from "../../facts/lines/demandes";
import { duFinanceur, nomme } from "../../facts/lines/financeurs";
import { sansLignesInconnues, unnamedHeadings, unreadableReason } from "../../facts/lines/sums";
import { HOLDS, notComparable, type Outcome } from "../rule";
import type { Asked, meta } from "./meta";

type Enveloppe = NonNullable<Convention["enveloppes"]>[number];
type Budget = NonNullable<Dossier["budget"]>;

/** Who brings it: the columns of the local party, or those of another that its heading names. */
interface Payeur {
  readonly nom: string;
  readonly column: "collectivite" | "autres";
  readonly of: (facts: readonly YearFact[]) => readonly YearFact[];
}

function payeurDe(convention: Convention, { financeur, intitule }: Enveloppe): Payeur | null {
  const { etat, collectivite, autresFinanceurs = [] } = convention;
  const said = financeur ?? intitule;
  const { designation, nom, motsColonne } = collectivite;
  // Where it does not say who brings it, its title may.
  const isOf = (names: readonly string[]): boolean =>
    financeur === undefined ? nomme(intitule, names) : names.some((name) => foldText(name) === foldText(financeur));
  if (isOf([nom, designation, ...motsColonne, "collectivité"]))
    return { nom: designation, column: "collectivite", of: (facts) => facts };
  if (isOf([etat.nom, "État"])) return null;
  const other = autresFinanceurs.find((each) => isOf([each.nom, ...(each.motsColonne ?? [])]))?.nom ?? said;
  const of = (facts: readonly YearFact[]): readonly YearFact[] => {
    const named = duFinanceur(convention, other, facts);
    // « Autres financeurs » is that party's column where the contract has no other.
    return named.length === 0 && autresFinanceurs.length === 1 && autresFinanceurs[0]?.nom === other ? facts : named;
  };
  return { nom: other, column: "autres", of };
}

/** The sums of that party which the table shows, else the amounts that they would add. */
function cellsOf({ rows }: FactTable, axe: number | undefined, annee: number, { column, of }: Payeur) {
  const sums = rows.filter((row) =>
    axe === undefined ? row.kind === "total" : row.kind === "axe" && row.axe?.numero === axe,
  );
  return of(sums.flatMap((row) => row.at(annee, column))).map(({ cell }) => cell.ref);
}

interface Comparee {
  readonly enveloppe: Enveloppe;
  readonly montant: Enveloppe["montants"][number];
  readonly demande: DemandeDeSomme;
  readonly place: string;
}

function judge(
  { convention, feuilleContrat, budget }: Dossier & { readonly budget: Budget },
  { enveloppe, montant: { montant: expected, statut }, demande, place }: Comparee,
  lecture: Lecture,
): Outcome<typeof meta> {
  const { id, axe } = enveloppe;
  const { annee, pourquoi } = demande;
  const inconnu = chiffreInconnu(feuilleContrat?.registre, {
    objet: "clause",
    cle: `enveloppes/${id}/${annee}/montant`,
  });
  if (inconnu !== null) return notComparable(inconnu);
  if (pourquoi !== null) return notComparable(pourquoi);
  const payeur = payeurDe(convention, enveloppe);
  if (!payeur) return notComparable(`${place} : le tableau ne la distingue pas des crédits de l’État.`);
  const table = budgetTable(budget);
  const [doubtful] = axe === undefined ? [] : unnamedHeadings(budget);
  if (doubtful && !budget.lignesAxe.some((ligne) => ligne.axe?.numero === axe))
    return notComparable(`${place} : l’intitulé ${cite(doubtful.label.text)} n’est celui d’aucun axe du contrat.`);
  const facts = payeur.of(groupOf(table, axe === undefined ? "total" : `axe-${axe}`, annee, payeur.column).facts);
  const [first, ...others] = facts;
  if (!first) return notComparable(`${place} : le tableau n’a pas de montants de ${cite(payeur.nom)}.`);
  const lu = readTogether(
    lecture,
    facts.map(({ cell }) => cell),
  );
  if (lu.reason === "unreadable") {
    const unreadable = facts.filter(({ cell }) => lecture.montant(cell).reason === "unreadable");
    return notComparable(
      unreadableReason(
        place,
        unreadable.map(({ row }) => row.ligne.nom),
      ),
    );
  }
  const found = lu.value;
  // Rows that nobody understood may belong to it.
  const held = sansLignesInconnues(budget, place);
  const isBelow = found === null || found < expected;
  if (held.kind === "inconnue" && (isBelow || found === expected)) return notComparable(held.pourquoi);
  if (found === expected || (found === null && expected === 0)) return HOLDS;
  return () => {
    const [sum, ...more] = cellsOf(table, axe, annee, payeur);
    const isLocal = payeur.column === "collectivite";
    const report = {
      subject: { ...(axe !== undefined && { axe }), year: annee, ...(isLocal && { party: "collectivite" as const }) },
      key: `enveloppe-${id}`,
      cells: sum ? ([sum, ...more] as const) : ([first.cell.ref, ...others.map(({ cell }) => cell.ref)] as const),
      figures: { unit: "montant", found, expected },
      data: { place },
    } as const;
    if (!isLocal) return { ...report, message: "autres-differents" };
    const data = { place, source: "" };
    if (!isBelow) return { ...report, message: "collectivite-au-dessus", data };
    const what = found === null ? "absent" : "different";
    return statut === "ferme"
      ? { ...report, message: `${what}-ferme`, data }
      : { ...report, message: `${what}-provisionnel` };
  };
}

export function compareEnveloppes(dossier: Dossier & { readonly budget: Budget }, asked: Asked): void {
  const { convention, budget } = dossier;
  const demandes = [...anneesDemandees(convention, budgetTable(budget))];
  for (const enveloppe of convention.enveloppes ?? []) {
    const { axe, intitule } = enveloppe;
    for (const montant of enveloppe.montants) {
      const demande = demandes.find(({ annee }) => annee === montant.annee);
      if (!demande) continue;
      const place = [
        `Enveloppe ${cite(intitule)}`,
        ...(axe === undefined ? [] : [`Axe ${axe}`]),
        `${montant.annee}`,
      ].join(" – ");
      asked.compare({ nom: place, subject: { ...(axe !== undefined && { axe }), year: montant.annee } }, (lecture) =>
        judge(dossier, { enveloppe, montant, demande, place }, lecture),
      );
    }
  }
}
