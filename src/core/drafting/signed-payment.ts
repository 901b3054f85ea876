// Who orders and who pays the State's credits, and of which programme they are.
import { foldText } from "../domain/words/label";
import { capitalise } from "../domain/words/typographie";
import { candidat, type Candidat } from "./candidates";
import type { Phrase } from "./signed-sentences";
import { stripEnds } from "./strip-ends";
import { autrePlan } from "./who-and-what";

export interface Programme {
  readonly programme: string;
  /** Empty where the words do not name it. */
  readonly intitule: string;
}

export interface VersementSigne {
  readonly programme: readonly Candidat<Programme>[];
  readonly ordonnateur: readonly Candidat<string>[];
  readonly comptable: readonly Candidat<string>[];
}

const PROGRAMME =
  /\bprogrammes?(?: budgétaires?)? (?:n ?° ?)?(\d{3})\b(?: ?[-–—]? ?[«"“] ?([^»"”]{3,120}?) ?[»"”])?/giu;

/** The State's credits are those of one programme; another one may be named beside it. */
function readProgrammes(phrases: readonly Phrase[]): readonly Candidat<Programme>[] {
  return phrases.flatMap((phrase) =>
    [...phrase.texte.matchAll(PROGRAMME)].map(({ 1: programme = "", 2: intitule = "" }) => {
      const { plie, partie, titre, avant } = phrase;
      const charged =
        /\b(?:imput\p{L}*|credits? (?:ouverts|du programme|sur le programme)|sur les credits|versement|depense|sont ceux)\b/u;
      const isCharged = charged.test(plie) || /\bversement|imputation\b/.test(titre) || charged.test(avant);
      const plan = autrePlan(plie);
      const elsewhere = partie === "article" ? null : "ne dit pas l’imputation des crédits";
      return candidat({ programme, intitule }, phrase, isCharged && plan === null, isCharged ? null : elsewhere);
    }),
  );
}

/** Of the same sentence, the numbers of an account. */
const ACCOUNT = /(?<![\s(,;.:–-])[\s(,;.:–-]*\b(?:RIB|IBAN|BIC|compte n°)\b.*$/isu;

const OFFICE = String.raw`(?:secondaire )?(?:délégué )?(?:assignataire )?(?:d(?:u|es) paiements? |de la dépense |des dépenses |de la convention |du contrat |du présent contrat |de la présente convention )?`;

/** "L’ordonnateur est le préfet" as well as "Le préfet est l’ordonnateur". */
function office(name: string): readonly RegExp[] {
  const own = `${name} ${OFFICE}`.replaceAll("'", "['’]");
  return [
    new RegExp(String.raw`(?:^|[.;] )(?:l['’]|le |la )?${own}est (?!désigné)(.+)`, "iu"),
    new RegExp(
      String.raw`^((?:le|la|l['’]).{5,160}?) (?:est|a la qualité d['’]|a qualité d['’]|exerce les fonctions d['’e])[ ]?(?:désigné[e]? )?(?:l['’]|le |la |comme )?${name}\b`,
      "iu",
    ),
  ];
}

function readOffice(phrases: readonly Phrase[], name: string): readonly Candidat<string>[] {
  const patterns = office(name);
  return phrases.flatMap((phrase) => {
    const { texte, plie, partie } = phrase;
    if (partie === "visas" || partie === "fiche") return [];
    const said = patterns.map((pattern) => pattern.exec(texte)?.[1]).find((text) => text !== undefined);
    if (said === undefined) return [];
    const who = stripEnds(said.replace(ACCOUNT, "").replace(/(?<=\p{L}{2})[.;] .*$/su, ""), " .,;(").replace(
      /^(?:le |la |l['’])/iu,
      "",
    );
    const plan = autrePlan(foldText(plie));
    return [
      candidat(capitalise(who), phrase, plan === null, plan === null ? null : `parle d’un autre cadre : ${plan}`),
    ];
  });
}

export const readPayment = (phrases: readonly Phrase[]): VersementSigne => ({
  programme: readProgrammes(phrases),
  ordonnateur: readOffice(phrases, "ordonnateur"),
  comptable: readOffice(phrases, "comptable"),
});
