// Avenants that were signed since, given with the contract: each is a document of its own, and its values are none of the contract's.
import { foldText } from "../domain/words/label";
import { smallNumber } from "./signed-amounts";
import type { SignedDocument } from "./signed-document";
import { autrePlan, ceContrat } from "./who-and-what";

export interface AvenantSigne {
  /** Null where its title does not say it. */
  readonly numero: number | null;
  /** As its title names it. */
  readonly titre: string;
  readonly lieu: string;
  readonly document: SignedDocument;
}

export interface ContratEtAvenants {
  readonly contrat: SignedDocument;
  readonly avenants: readonly AvenantSigne[];
  /** What looks like an avenant and is none of this contract's, or none that was signed: French sentences. */
  readonly ecartes: readonly string[];
}

const ORDINALS = ["premier", "deuxieme", "troisieme", "quatrieme", "cinquieme", "sixieme"];
const TITLE = new RegExp(
  String.raw`^(?<projet>projet d')?(?:(?<ordinal>${ORDINALS.join("|")}) )?avenant(?: n ?[°ºo]? ?(?<figure>\d{1,2}|[a-z]+)\b|(?= (?:au|a la|du) )|$)`,
);
/** In four years nobody signs so many. */
const MOST = 40;
const LONGEST_TITLE = 200;
/** A sentence about avenants is no title. */
const VERB = /\b(?:est|sont|sera|seront|fixe\p{L}*|precise\p{L}*|peut|peuvent|doit|doivent|a ete|modifie\p{L}*)\b/u;
const ACT = /^(?:article\b|fait (?:aux?|a|le|en) )/;

function numberOf(texte: string): { readonly numero: number | null; readonly isDraft: boolean } | null {
  const plie = texte.length > LONGEST_TITLE ? "" : foldText(texte);
  const { projet, ordinal, figure } = TITLE.exec(plie)?.groups ?? {};
  if (!TITLE.test(plie) || VERB.test(plie)) return null;
  const rank = ORDINALS.indexOf(ordinal ?? "");
  // "n° 0" is no number.
  const said = rank >= 0 ? rank + 1 : figure === undefined ? null : smallNumber(figure);
  return { numero: said === 0 ? null : said, isDraft: projet !== undefined };
}

/** Until the next one, or the end of the file that it stands in. */
export function separerAvenants(signed: SignedDocument): ContratEtAvenants {
  const { blocs } = signed;
  const starts = blocs.flatMap((bloc, at) => {
    const title = bloc.kind === "paragraphe" ? numberOf(bloc.texte) : null;
    return title && bloc.kind === "paragraphe" ? [{ at, ...title, titre: bloc.texte, lieu: bloc.lieu }] : [];
  });
  const own = new Set<number>();
  const avenants: AvenantSigne[] = [];
  const ecartes: string[] = [];
  for (const [rank, { at, numero, isDraft, titre, lieu }] of starts.entries()) {
    if (own.has(at)) continue;
    const rest = blocs.slice(at, starts[rank + 1]?.at);
    const other = rest.findIndex(({ fichier }) => fichier !== rest[0]?.fichier);
    const part = other < 0 ? rest : rest.slice(0, other);
    // A line of a list of annexes has no articles, and nobody signs it.
    if (!part.some((bloc) => bloc.kind === "paragraphe" && ACT.test(foldText(bloc.texte)))) continue;
    part.forEach((_, index) => own.add(at + index));
    const plan = autrePlan(foldText(titre).replace(/avenants?/g, ""));
    if (isDraft || (plan !== null && !ceContrat(foldText(titre))))
      ecartes.push(
        `${isDraft ? "Un projet d’avenant" : "Un avenant à un autre texte"} est donné avec le contrat : rien n’en a été pris (${lieu}).`,
      );
    else if (numero !== null && avenants.some((each) => each.numero === numero))
      ecartes.push(`L’avenant n° ${numero} est donné deux fois : le premier a été pris (${lieu}).`);
    else if (avenants.length === MOST)
      ecartes.push(`Plus de ${MOST} avenants sont donnés : celui-là n’a pas été lu (${lieu}).`);
    else avenants.push({ numero, titre, lieu, document: { name: signed.name, blocs: part } });
  }
  return {
    contrat: { ...signed, blocs: blocs.filter((_, at) => !own.has(at)) },
    avenants,
    ecartes: ecartes.slice(0, MOST),
  };
}
