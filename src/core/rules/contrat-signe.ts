// Every figure, label, code, account and date of the sheet « Contrat » is the signed contract's, unless an avenant in force changed it.
import { type Clause, chiffreDeClause, formatClause } from "../contract/clauses/clause";
import { SECTION_TITLES } from "../contract/clauses/section-titles";
import { ORIGINES } from "../contract/clauses/sheet-words";
import { comparerAuSigne, estOrigine, type ComparaisonSigne } from "../contract/signed/comparer-signe";
import { empreinteCourte } from "../contract/signed/sceau";
import type { Convention } from "../contract/convention";
import type { CellRef } from "xlsx-model/cell-ref";
import type { ContratSigne, FeuilleContrat } from "../domain/dossier";
import type { FiguresComparees } from "../domain/figures";
import { subjectOfClause } from "../domain/contrat/subject-of-clause";
import { formatListeCourte } from "../domain/words/format";
import { foldText } from "../domain/words/label";
import { cite, slug } from "../domain/words/typographie";
import { cellOfContrat } from "../facts/cell-of-contrat";
import { defineRule, HOLDS, notComparable, type Asked as AskedFor, type RuleMeta } from "./rule";

/** Amounts and numbers are compared as figures; the rest is said in words. */
function figuresOf(found: Clause | null, expected: Clause): FiguresComparees | undefined {
  const [lue, signee] = [found?.value, expected.value];
  if (signee.genre === "montant" && lue?.genre === "montant") {
    return { unit: "montant", found: lue.montant, expected: signee.montant };
  }
  if (signee.genre !== "nombre" || lue?.genre !== "nombre") return undefined;
  return { unit: "valeur", found: chiffreDeClause(lue), expected: chiffreDeClause(signee) };
}

/** Several statements may be about one subject: the key tells their findings apart. */
const keyOf = (cle: string): string => slug(cle.replaceAll("/", "-"));

function placeOfSeal({ empreinte, range }: FeuilleContrat): CellRef {
  return empreinte?.cell ?? { sheet: range.sheet, row: range.top, column: range.left };
}

const meta = {
  id: "contrat-signe",
  articles: ["financement", "versement", "annexe"],
  severity: "error",
  title: "Ce que dit la feuille « Contrat » est ce qui a été signé, sauf avenant en vigueur",
  problem: "Feuille « Contrat » différente du contrat signé",
  compares: "parametre",
  needs: ["feuilleContrat"],
  needsContract: false,
  messages: {
    modifiee: {
      text: "{parametre} : {lu} au lieu de {signe} au contrat signé. Aucun avenant en vigueur ne le change : rétablissez la valeur signée, ou enregistrez l’avenant dans la partie « Avenants ».",
    },
    absente: {
      text: "{parametre} : cette valeur ne se trouve plus sur la feuille, alors qu’elle est au contrat signé. Rétablissez-la.",
    },
    "partie-absente": {
      text: "La partie {partie} n’a plus rien de lisible sur la feuille, alors que le contrat signé y dit {quoi}. Rétablissez son titre, ses en-têtes et ses lignes.",
    },
    ajoutee: {
      text: "{parametre} : {lu} ne figure pas au contrat signé, et aucun avenant en vigueur ne l’ajoute. Supprimez-le, ou enregistrez l’avenant dans la partie « Avenants ».",
    },
    origine: {
      text: "{parametre} : la feuille dit que le contrat fixe cette date, ce que le contrat signé ne fait pas. Écrivez « {attendu} », ou enregistrez l’avenant qui la fixe dans la partie « Avenants ».",
    },
    colonne: {
      text: "{lu} en tête d’une colonne de montants n’est pas le nom de la collectivité du contrat signé, {signee}. Rétablissez l’en-tête « {attendu} ».",
    },
    "empreinte-absente": {
      severity: "info",
      text: "La feuille ne porte pas l’empreinte du contrat signé. Dans la partie « Paramètres du contrat », la ligne « Empreinte du contrat signé » avec {signee} permet aux deux parties de s’y reconnaître.",
    },
    "sceau-retire": {
      severity: "info",
      text: "Le sceau que portait le classeur n’y est plus. Ce contrat est déjà connu sans lui : la feuille est comparée à lui, et le sceau sera remis quand la vérification écrira dans le classeur.",
    },
    empreinte: {
      text: "L’empreinte écrite sur la feuille, {lue}, n’est pas celle du contrat signé, {signee}. Rétablissez-la, et vérifiez avec l’autre partie que vous parlez du même contrat.",
    },
    "sceau-rompu": {
      text: "Le sceau du contrat signé, que le classeur porte, a été retiré, coupé ou modifié. Reprenez une copie du classeur d’avant ce changement, ou insérez de nouveau la feuille « Contrat ».",
    },
    "sceau-autre": {
      text: "Le sceau que porte le classeur n’est pas celui du contrat signé : il en change {quoi}. Comparez avec l’exemplaire signé ; si le contrat connu est le bon, supprimez la feuille « Contrat », puis insérez-la de nouveau.",
    },
    "scelle-d-apres-la-feuille": {
      severity: "info",
      text: "Le contrat a été scellé d’après cette feuille, telle qu’elle était à sa première vérification : comparez son empreinte, {signee}, et ses chiffres avec l’exemplaire signé.",
    },
  },
  page: {
    gravite: "erreur, information pour une empreinte ou un sceau à vérifier",
    contrat:
      "Le contrat et ses tableaux annexes fixent les montants, la répartition, les codes, le compte, les dates et les cibles. Ils ne changent que par avenant.",
    verifie: [
      "Le contrat signé est scellé dans le classeur quand la feuille « Contrat » est insérée, ou à sa première vérification : le sceau, invisible, contient tout le contrat et voyage avec le fichier. Chaque montant, seuil, code, compte, date, statut, cible, situation T0, intitulé et texte de fiche de la feuille est comparé, un par un, à ce qui a été signé ; de même, quand le contrat en a, les autres signataires, les cofinancements minimums d’un axe ou d’une année, les autres enveloppes, les autres financeurs et leurs montants, les opérateurs, les sous-actions, la façon de compter un indicateur (unité, sens, cumul, valeurs en mots), les codes et unités des indicateurs nationaux : chacun a sa partie dans la feuille. Les intitulés sont comparés sans tenir compte des majuscules, des accents ni des espaces ; tout le reste l’est au centime, au jour et au chiffre près. Une valeur qui diffère est une erreur, à sa cellule, sauf si un avenant en vigueur à la date de vérification la change ainsi. Une valeur effacée est une erreur à sa cellule, avec ce qu’il faut y écrire. Une ligne qui a disparu, une partie entière dont plus rien n’est lisible, une ligne que rien n’ajoute au contrat et une colonne de montants donnée à une autre partie sont aussi des erreurs. Une ligne qui figure deux fois est comparée deux fois. Une autre feuille « Contrat » du classeur est sans effet, et nommée parmi ce qui n’a pas été lu.",
      "L’empreinte du contrat signé figure sur la feuille, dans le résultat de la vérification et sur le procès-verbal : seize chiffres et lettres, que les deux parties peuvent comparer de vive voix. Une empreinte réécrite ou effacée, sa ligne retirée, un sceau retiré, coupé ou remplacé sont dits. Un classeur qui porte un sceau et n’a plus sa feuille n’est jamais dit conforme : ses avenants ne sont plus connus.",
      "Une échéance dont le contrat ne fixe pas la date, et dont la feuille dit « le contrat » dans « Date fixée par », est une erreur à cette cellule, tant qu’aucun avenant ne fixe la date.",
      "Les réglages sont libres : les deux seuils d’alerte, les autres intitulés, les mots des colonnes, les échéances dont le contrat ne fixe pas la date, les textes de fiche et les indicateurs nationaux que le contrat laisse ouverts.",
    ],
    conforme: "« Cofinancement minimum : 50 % » dans la feuille et dans le contrat signé.",
    ecart: [{ message: "modifiee", data: { parametre: "Cofinancement minimum", lu: "40 %", signe: "50 %" } }],
    corriger:
      "Rétablissez la valeur signée ; la correction est proposée. Si les parties ont signé un avenant, enregistrez-le dans la partie « Avenants » et laissez le contrat signé tel quel. Si le sceau a été endommagé, reprenez une copie du classeur, ou supprimez la feuille « Contrat » et insérez-la de nouveau.",
    limites:
      "Les autres règles s’appuient sur le contrat signé, et non sur la feuille : une valeur changée ici ne rend rien d’autre conforme. Une cellule illisible est dite par `contrat-coherent` et n’est pas comparée. Le sceau dit que rien n’y a changé depuis qu’il a été posé, et rien de plus : c’est une somme de contrôle, que n’importe qui peut refaire. Un contrat connu (de la définition livrée, d’un dossier de définitions) est reconnu à ses parties et à ses années, quel que soit son repère, et le sceau lui est comparé ; pour tout autre, qui remplacerait à la fois la feuille et le sceau ne serait trahi que par l’empreinte. La seule preuve est la comparaison : avec l’empreinte de l’exemplaire que les deux parties ont signé, ou avec le classeur de l’autre partie (`--reference`). Une feuille qui n’a jamais été scellée l’est d’après elle-même à sa première vérification, et cela est rappelé.",
  },
} as const satisfies RuleMeta;

type Asked = AskedFor<typeof meta>;

export default defineRule({
  meta,
  compare(dossier, asked) {
    const { feuilleContrat: feuille, contratSigne: signe } = dossier;
    if (!signe) {
      asked.nothing("La feuille « Contrat » ne contient pas assez pour dire ce qui a été signé.");
      return;
    }
    compareSeal(feuille, signe, asked);
    if (signe.source === "feuille") {
      const why =
        signe.aSceller === null
          ? "Rien dans le classeur ne dit ce qui a été signé : la feuille n’est comparée qu’à elle-même."
          : "La feuille est lue pour la première fois : le contrat sera scellé d’après elle à la fin de cette vérification.";
      asked.compare("contrat signé", () => notComparable(why));
      return;
    }
    if (!feuille.clauses) {
      asked.compare("contrat signé", () => notComparable("La feuille « Contrat » ne peut pas être lue."));
      return;
    }
    for (const one of comparerAuSigne(signe.convention, dossier.convention, feuille)) compareClause(one, asked);
    compareColumns(feuille, [signe.convention, dossier.convention], asked);
  },
});

function compareClause(one: ComparaisonSigne, asked: Asked): void {
  const { etat } = one;
  switch (etat) {
    case "tient":
      return asked.compare(one.clause.label, () => HOLDS);
    case "illisible":
      return asked.compare(one.clause.label, () =>
        notComparable(`${one.clause.label} : sa cellule n’est pas lisible.`),
      );
    case "sans-colonne":
      return asked.compare(one.clause.label, () =>
        notComparable(
          "La feuille « Contrat » n’a pas toutes ses colonnes : un titre de colonne a changé, ou une version plus ancienne l’a écrite.",
        ),
      );
    case "modifiee": {
      const { clause, lue } = one;
      const figures = figuresOf(lue, clause);
      const value = valueOf(clause);
      return asked.compare(clause.label, () => () => ({
        message: "modifiee",
        subject: subjectOfClause(clause.subject),
        key: keyOf(clause.key),
        cells: [lue.cell],
        fact: cellOfContrat(lue.cell, "signe"),
        ...(figures && { figures }),
        data: { parametre: clause.label, lu: shown(lue), signe: shown(clause) },
        ...(value !== null && { fix: [{ cell: lue.cell, value }] }),
      }));
    }
    case "absente": {
      const { clauses, nom, cle, cells, estVide } = one;
      const [first] = clauses;
      const value = estVide ? valueOf(first) : null;
      for (const { label } of clauses.slice(1)) asked.compare(label, () => notComparable(`${nom} : ${label} manque.`));
      return asked.compare(first.label, () => () => ({
        message: "absente",
        subject: subjectOfClause(first.subject),
        key: keyOf(cle),
        cells,
        fact: cellOfContrat(cells[0], "signe"),
        data: { parametre: clauses.length === 1 ? `${nom} (${shown(first)})` : nom },
        ...(value !== null && { fix: [{ cell: cells[0], value }] }),
      }));
    }
    case "partie-absente": {
      const { clauses, section, cells } = one;
      const partie = cite(SECTION_TITLES[section]);
      for (const { label } of clauses.slice(1))
        asked.compare(label, () => notComparable(`${partie} : ${label} manque.`));
      const quoi = formatListeCourte(
        clauses.map(({ label }) => label),
        3,
      );
      return asked.compare(clauses[0].label, () => () => ({
        message: "partie-absente",
        subject: {},
        key: `partie-${section}`,
        cells,
        data: { partie, quoi },
      }));
    }
    case "ajoutee": {
      const { clauses, nom, cle } = one;
      const [first] = clauses;
      if (estOrigine(first.key)) {
        return asked.compare(first.label, () => () => ({
          message: "origine",
          subject: subjectOfClause(first.subject),
          key: keyOf(first.key),
          cells: [first.cell],
          data: { parametre: first.label, attendu: ORIGINES.reglage },
          fix: [{ cell: first.cell, value: ORIGINES.reglage }],
        }));
      }
      return asked.compare(nom, () => () => ({
        message: "ajoutee",
        subject: subjectOfClause(first.subject),
        key: keyOf(cle),
        cells: [
          first.rangee?.[0] ?? first.cell,
          ...[...(first.rangee ?? []).slice(1), ...(first.rangee ? [first.cell] : [])],
        ],
        data: { parametre: nom, lu: shown(first) },
      }));
    }
  }
}

/** The party that a column of amounts is for was signed too. */
function compareColumns({ colonnesLocales = [] }: FeuilleContrat, known: readonly Convention[], asked: Asked): void {
  const names = known.flatMap(({ collectivite: { nom, designation, motsColonne } }) => [
    nom,
    designation,
    ...motsColonne,
  ]);
  const words = new Set([...names, "Collectivité"].map(foldText));
  const designation = known[0]?.collectivite.designation ?? "";
  for (const { cell, mots, annee } of colonnesLocales) {
    if (words.has(mots.replace(/^part (?:de l'|du |de la )?/, ""))) continue;
    const attendu = `${designation} ${annee}`;
    asked.compare(`colonne ${attendu}`, () => () => ({
      message: "colonne",
      subject: { year: annee },
      key: `colonne-${slug(mots)}`,
      cells: [cell],
      data: { lu: cite(`${mots} ${annee}`), signee: cite(designation), attendu },
      fix: [{ cell, value: attendu }],
    }));
  }
}

function shown({ value }: Clause): string {
  return "texte" in value ? cite(formatClause(value)) : formatClause(value);
}

/** What a correction writes back. Dates are left to the agent, since Excel may take their text for another day. */
function valueOf({ value, key }: Clause): string | number | null {
  if (key.endsWith("/axe")) return null;
  if (value.genre === "part") return value.part;
  return chiffreDeClause(value) ?? ("texte" in value ? value.texte : null);
}

function compareSeal(feuille: FeuilleContrat, signe: ContratSigne, asked: Asked): void {
  const cell = placeOfSeal(feuille);
  const about = "sceau du contrat signé";
  if (signe.sceau === "rompu") {
    asked.compare(about, () => () => ({ message: "sceau-rompu", subject: {}, key: "sceau", cells: [cell] }));
  } else if (signe.sceau === "autre") {
    const quoi = formatListeCourte(signe.differences ?? [], 3);
    asked.compare(about, () => () => ({
      message: "sceau-autre",
      subject: {},
      key: "sceau",
      cells: [cell],
      data: { quoi },
    }));
  } else if (signe.sceau === "inchange") {
    asked.compare(about, () => HOLDS);
  }
  const printed = feuille.empreinte;
  const signee = empreinteCourte(signe.empreinte);
  if (printed && signe.sceau === "absent" && signe.source === "produit") {
    asked.compare(about, () => () => ({ message: "sceau-retire", subject: {}, key: "sceau", cells: [cell] }));
  }
  // A sheet that was sealed as it was first read has printed no fingerprint.
  if (!printed && signe.sceau === "inchange" && !signe.scelleDApresLaFeuille) {
    asked.compare("empreinte écrite sur la feuille", () => () => ({
      message: "empreinte-absente",
      subject: {},
      key: "empreinte",
      cells: [feuille.titres?.get("parametres") ?? cell],
      data: { signee: cite(signee) },
    }));
  }
  const bare = (text: string): string => text.replace(/[^0-9a-z]/gi, "").toUpperCase();
  if (printed && signe.source !== "feuille") {
    asked.compare("empreinte écrite sur la feuille", () =>
      bare(printed.texte) === bare(signee)
        ? HOLDS
        : () => ({
            message: "empreinte",
            subject: {},
            key: "empreinte",
            cells: [printed.cell],
            data: { lue: printed.texte === "" ? "vide" : cite(printed.texte), signee: cite(signee) },
            fix: [{ cell: printed.cell, value: signee }],
          }),
    );
  }
  if (signe.sceau === "inchange" && signe.scelleDApresLaFeuille) {
    asked.compare("origine du sceau", () => () => ({
      message: "scelle-d-apres-la-feuille",
      subject: {},
      key: "origine",
      cells: [cell],
      data: { signee: cite(signee) },
    }));
  }
}
