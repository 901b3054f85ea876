// The IBAN and the RIB are well formed, name the same account, and it is the contract's.
import {
  compactCompte,
  formatIban,
  formatRib,
  ibanDeRib,
  isIbanValide,
  isRibValide,
  ribDeIban,
} from "../contract/compte-bancaire";
import type { Convention } from "../contract/convention";
import { chiffreInconnu } from "../contract/avenants/registre";
import { formatCellRef, type CellRef } from "xlsx-model/cell-ref";
import type { FeuilleContrat, ValeurBancaire } from "../domain/dossier";
import { cite } from "../domain/words/typographie";
import { cellOfContrat } from "../facts/cell-of-contrat";
import { defineRule, HOLDS, notComparable } from "./rule";
import type { Fix } from "../verification";

const NAMES = { iban: "IBAN", rib: "RIB", bic: "BIC" } as const;

type Cells = readonly [CellRef, ...CellRef[]];

function cellsOf(first: ValeurBancaire, ...others: readonly ValeurBancaire[]): Cells {
  const [cell, ...rest] = first.cells;
  return [cell.ref, ...[...rest, ...others.flatMap(({ cells }) => cells)].map(({ ref }) => ref)];
}

const show = ({ cells }: ValeurBancaire): string => cite(cells.map(({ text }) => text).join(" "));

/** Where exactly one character differs: which one, and what it should be. */
function describeDifference(found: string, right: string, source: string): string | undefined {
  if (found.length !== right.length) {
    return `${found.length} caractères au lieu de ${right.length} : d’après ${source}, ce serait ${cite(right)}.`;
  }
  const different = [...right].flatMap((character, index) => (found[index] === character ? [] : [index]));
  const [index, ...others] = different;
  if (index === undefined || others.length > 1) return undefined;
  const [next] = others;
  if (next === undefined) {
    return `D’après ${source}, le ${index + 1}e caractère est « ${right[index]} » et non « ${found[index]} ».`;
  }
  const isSwap = next === index + 1 && found[index] === right[next] && found[next] === right[index];
  return isSwap ? `D’après ${source}, les caractères ${index + 1} et ${next + 1} sont intervertis.` : undefined;
}

const withoutBranch = (bic: string): string => bic.replace(/XXX$/, "");

/** The correction of an account where the other one is right, and so little differs that this one is plainly a slip. */
function correct(valeur: ValeurBancaire, right: string, source: string, format: (compact: string) => string) {
  const explanation = describeDifference(valeur.compact, right, source);
  const [cell, ...others] = valeur.cells;
  const isAlone = others.length === 0 && cell.ref !== valeur.label.ref && cell.formula === null;
  const fix: readonly Fix[] = isAlone ? [{ cell: cell.ref, value: format(right) }] : [];
  return explanation === undefined ? {} : { explanation, fix };
}

type Feuille = Pick<FeuilleContrat, "range"> | null;

/** In the sheet « Contrat » what was signed can be written again, which settles all that is said of the cell. */
function restore(feuille: Feuille, { cells: [cell, ...others] }: ValeurBancaire, value: string) {
  if (others.length > 0 || cell.ref.sheet !== feuille?.range.sheet) return {};
  return { fact: cellOfContrat(cell.ref, "compte"), fix: [{ cell: cell.ref, value }] satisfies readonly Fix[] };
}

/** Whether the check digits of an IBAN are right, and the key of the account in it where no RIB shows that key. */
function judgeIban(iban: ValeurBancaire, rib: ValeurBancaire | null) {
  const data = { iban: show(iban) };
  if (!isIbanValide(iban.compact)) {
    const right = rib && isRibValide(rib.compact) ? ibanDeRib(rib.compact) : null;
    return () =>
      ({
        message: "iban",
        subject: {},
        key: "iban",
        cells: cellsOf(iban),
        data,
        ...(right !== null && correct(iban, right, "le RIB", formatIban)),
      }) as const;
  }
  const own = ribDeIban(iban.compact);
  if (rib || own === null || isRibValide(own)) return HOLDS;
  return () => ({ message: "cle-du-compte", subject: {}, key: "iban", cells: cellsOf(iban), data }) as const;
}

function judgeRib(rib: ValeurBancaire, iban: ValeurBancaire | null) {
  if (isRibValide(rib.compact)) return HOLDS;
  const own = iban && ribDeIban(iban.compact);
  const isRight = own !== null && isRibValide(own) && iban !== null && isIbanValide(iban.compact);
  // An IBAN and a RIB with the same account and the same wrong key are one slip.
  if (own === rib.compact && iban) {
    return () =>
      ({
        message: "meme-erreur",
        subject: {},
        key: "compte",
        cells: cellsOf(iban, rib),
        data: { iban: show(iban), rib: show(rib) },
      }) as const;
  }
  return () =>
    ({
      message: "rib",
      subject: {},
      key: "rib",
      cells: cellsOf(rib),
      data: { rib: show(rib) },
      ...(isRight && correct(rib, own, "l’IBAN", formatRib)),
    }) as const;
}

/** Another account that the contract names; its BIC is null where the contract does not say it. */
interface Autre {
  readonly rib: string | null;
  readonly bic: string | null;
}

const autresDe = ({ autresComptes = [] }: Convention): readonly Autre[] =>
  autresComptes.map(({ iban, bic }) => ({
    rib: ribDeIban(compactCompte(iban)),
    bic: bic === undefined ? null : compactCompte(bic),
  }));

/** Both are valid: they must be the same account, and the contract's, or one of those that it names. */
function judgeAccount(
  iban: ValeurBancaire | null,
  rib: ValeurBancaire | null,
  expectedRib: string | null,
  autres: readonly Autre[],
  feuille: Feuille,
) {
  const own = iban && ribDeIban(iban.compact);
  const expectedIban = expectedRib === null ? null : ibanDeRib(expectedRib);
  const asSigned = (valeur: ValeurBancaire) =>
    expectedIban === null || expectedRib === null
      ? {}
      : restore(feuille, valeur, valeur === iban ? formatIban(expectedIban) : formatRib(expectedRib));
  if (iban && rib && own !== rib.compact) {
    return () =>
      ({
        message: "autre-compte",
        subject: {},
        key: "compte",
        cells: cellsOf(iban, rib),
        data: { iban: show(iban), rib: show(rib) },
        // Where one of the two is the contract's, the other one is what was changed.
        ...(own === expectedRib ? asSigned(rib) : rib.compact === expectedRib ? asSigned(iban) : {}),
      }) as const;
  }
  const found = rib?.compact ?? own;
  const shown = iban ?? rib;
  if (expectedRib === null || found === null || !shown || found === expectedRib) return HOLDS;
  if (autres.some((autre) => autre.rib === found)) return HOLDS;
  return () =>
    ({
      message: "pas-celui-du-contrat",
      subject: {},
      key: "contrat",
      cells: iban && rib ? cellsOf(iban, rib) : cellsOf(shown),
      data: { compte: show(shown), attendu: cite(formatRib(expectedRib)) },
      ...(iban && rib ? {} : asSigned(shown)),
    }) as const;
}

export default defineRule({
  meta: {
    id: "coordonnees-bancaires",
    articles: ["coordonneesBancaires/iban"],
    severity: "error",
    title: "Les coordonnées bancaires sont valides et celles du contrat",
    problem: "Coordonnées bancaires à vérifier",
    compares: "coordonnee",
    needs: ["coordonnees"],
    needsContract: false,
    messages: {
      iban: { text: "L’IBAN {iban} n’est pas valide : ses chiffres de contrôle ne correspondent pas." },
      rib: { text: "Le RIB {rib} n’est pas valide : sa clé ne correspond pas." },
      "cle-du-compte": { text: "L’IBAN {iban} passe son contrôle, mais la clé du RIB qu’il contient est fausse." },
      "meme-erreur": { text: "L’IBAN {iban} et le RIB {rib} désignent le même compte, mais leurs clés sont fausses." },
      "autre-compte": { text: "L’IBAN {iban} et le RIB {rib} sont valides mais désignent deux comptes différents." },
      "pas-celui-du-contrat": {
        text: "Le compte {compte} est valide, mais ce n’est pas celui du contrat, {attendu}. Un paiement pourrait être détourné : vérifiez auprès du titulaire avant tout versement, et faites signer un avenant si le compte a changé.",
      },
      bic: {
        text: "Le BIC {bic} n’est pas celui du contrat, {attendu}. Vérifiez auprès du titulaire avant tout versement.",
      },
    },
    page: {
      contrat:
        "La contribution financière est créditée sur le compte de la collectivité, désigné par son RIB, son IBAN et son BIC.",
      verifie: [
        "L’IBAN passe le contrôle modulo 97, la clé du RIB est juste (les lettres y valent un chiffre), et les deux désignent le même compte. Majuscules, minuscules et espaces ne comptent pas. Un RIB peut être réparti sur quatre cellules : banque, guichet, compte, clé.",
        "Le compte est ensuite comparé à celui du contrat : un autre compte, même valide, est une erreur, car un paiement pourrait être détourné. Le BIC aussi est comparé, avec ou sans le code de l’agence principale. Un autre compte que le contrat désigne (celui d’un CCAS à qui l’État verse sa part) est tenu de même.",
      ],
      conforme: "RIB 30001 00334 C21 10000000 15 et IBAN FR83 3000 1003 34c2 1100 0000 015.",
      ecart: [{ message: "iban", data: { iban: "« FR83 3000 1003 34C2 1100 0000 016 »" } }],
      corriger:
        "Recopiez le compte depuis le RIB remis par le comptable. Quand l’autre coordonnée est juste et qu’un seul caractère diffère, il est indiqué.",
      limites:
        "Un caractère faux donne un seul écart. Si l’IBAN ou le RIB manque, l’autre est vérifié seul et la règle dit ce qui manque. De même quand, à sa place, se trouve autre chose (« à compléter », « voir pièce jointe »), même si le compte est donné ailleurs dans le classeur. La vérification ne dit pas à qui appartient un compte : elle compare ce qui est écrit.",
    },
  },
  compare({ convention, coordonnees, contratInconnu, feuilleContrat }, asked) {
    const account = contratInconnu === undefined ? (convention.coordonneesBancaires ?? null) : null;
    // Where an avenant gives an account in part only, the rest of it is held against nothing.
    const expectedRib = account && (compactCompte(account.rib) || ribDeIban(compactCompte(account.iban)));
    const ownBic = account && (compactCompte(account.bic) || null);
    const autres = autresDe(convention);

    const unknown = (...fields: readonly string[]): string | null =>
      fields
        .map((field) => `coordonneesBancaires/${field}`)
        .map((cle) => chiffreInconnu(feuilleContrat?.registre, { objet: "clause", cle }))
        .find((reason) => reason !== null) ?? null;

    for (const { iban, rib, bic, illisibles } of coordonnees) {
      for (const { champ, cell } of illisibles) {
        const name = NAMES[champ];
        asked.compare(name, () =>
          notComparable(`${name} : ${cite(cell.text)} n’en est pas un (${formatCellRef(cell.ref)}).`),
        );
      }
      const isTold = (wanted: keyof typeof NAMES): boolean => illisibles.some(({ champ }) => champ === wanted);
      const own = iban && ribDeIban(iban.compact);
      // Where both have the same account with the same wrong key that is one slip, which the RIB tells.
      const isCopied = rib !== null && own === rib.compact && !isRibValide(rib.compact);
      if (iban && !isCopied) asked.compare("IBAN", () => judgeIban(iban, rib));
      if (rib) asked.compare("RIB", () => judgeRib(rib, iban));
      const areValid =
        (!iban || (isIbanValide(iban.compact) && (own === null || isRibValide(own)))) &&
        (!rib || isRibValide(rib.compact));
      if ((iban || rib) && areValid)
        asked.compare("compte", () => {
          const inconnu = unknown("rib", "iban");
          return inconnu === null
            ? judgeAccount(iban, rib, expectedRib, autres, feuilleContrat)
            : notComparable(inconnu);
        });
      if (!iban && !isTold("iban"))
        asked.compare("IBAN", () => notComparable("Aucun IBAN n’a été reconnu dans le classeur."));
      if (!rib && !isTold("rib"))
        asked.compare("RIB", () => notComparable("Aucun RIB n’a été reconnu dans le classeur."));
      const shown = rib?.compact ?? own;
      const autre = autres.find((each) => each.rib !== null && each.rib === shown);
      const expectedBic = autre ? autre.bic : ownBic;
      if (!bic || expectedBic === null) continue;
      asked.compare("BIC", () => {
        const inconnu = unknown("bic");
        if (inconnu !== null) return notComparable(inconnu);
        // A bank is named by eleven letters, or by the first eight where the branch is the main one.
        if (withoutBranch(bic.compact) === withoutBranch(expectedBic)) return HOLDS;
        return () => ({
          message: "bic",
          subject: {},
          key: "bic",
          cells: cellsOf(bic),
          data: { bic: show(bic), attendu: cite(expectedBic) },
          ...restore(feuilleContrat, bic, expectedBic),
        });
      });
    }
  },
});
