// Whose a workbook is: this contract's, plainly another's, or something that only the agent can say.
import type { Convention } from "../contract/convention";
import { estMemeContrat } from "../contract/signed/meme-contrat";
import type { SourceContrat } from "../domain/dossier";
import type { Question } from "../domain/question";
import { accord } from "../domain/words/accord";
import { formatNombre } from "../domain/words/format";
import { cite, typographie } from "../domain/words/typographie";
import type { RawSheet } from "../workbook-port";
import { aQuiSontLesTables, montreSesMontants, type TablesLues } from "./autre-contrat";
import { chercherContrat, decrireIndices, type Indices } from "./contrat/indices";
import { contredisent, type Contrats, type Reconnu } from "./contrat/recognise-contrat";
import { releverFeuilles } from "./contrat/releve";
import { LIMITS } from "./limits";

/** French sentence: why nothing may be held against the contract, and nothing written. */
export interface NonSien {
  readonly phrase: string;
  /** Null where it is plain. */
  readonly question: Question | null;
}

interface Vu {
  readonly contrats: Contrats;
  readonly reconnu: Reconnu;
  /** In force. */
  readonly convention: Convention;
  readonly source: SourceContrat;
  /** The contract that the workbook's own seal or sheet gives, whichever serves. */
  readonly porte: Convention | null;
  /** The agent's sheets that are no contract. */
  readonly feuilles: readonly RawSheet[];
  readonly tables: TablesLues;
}

const SHOWN = 4;

const INSERT = "« annexe contrat » en ligne de commande, avec --contrat et sa définition";

const firstSheet = ({ budget, execution, indicators }: TablesLues): string =>
  cite((budget ?? execution ?? indicators)?.range.sheet ?? "");

function plainlyOther({ convention, source, tables, reconnu }: Vu): NonSien {
  const { budget, execution } = tables;
  const whose = reconnu.parmi ? "d’aucun des contrats connus" : `celui du contrat de ${convention.collectivite.nom}`;
  const way =
    source === "given" || reconnu.parmi
      ? "donnez la définition du contrat que celui-ci suit"
      : `donnez à celui-ci la feuille « Contrat » du contrat qu’il suit (${INSERT})`;
  const phrase = `Ce classeur n’est ${reconnu.parmi ? "" : "pas "}${whose} : les actions de la feuille ${firstSheet(tables)} ont d’autres intitulés${budget || execution ? " et d’autres montants" : ""}. Ouvrez le classeur de ce contrat, ou ${way}, puis relancez.`;
  return { phrase: typographie(phrase), question: null };
}

const SAY_WHICH =
  "Dites quel contrat il suit : --contrat et sa définition en ligne de commande ; dans un dossier, donnez à cette définition le nom du classeur";

function ask(why: string, way: string, candidats: readonly Indices[], { tables, porte }: Vu): NonSien {
  const shown = candidats.slice(0, SHOWN);
  const more = candidats.length - shown.length;
  const indices = [
    ...shown.map(decrireIndices),
    ...(more > 0 ? [`${formatNombre(more)} ${more > 1 ? "autres contrats" : "autre contrat"}, de même`] : []),
  ];
  const answer = ({ convention: { id, collectivite } }: Indices) => ({
    role: "contrat",
    label: collectivite.nom,
    contract: id,
  });
  const [first] = candidats;
  return {
    phrase: typographie(`À confirmer avant d’y écrire : ${why}. Ce qui s’y trouve : ${indices.join(" ; ")}. ${way}.`),
    question: {
      about: "contract",
      key: { kind: "contract", path: [] },
      text: typographie("De quel contrat ce classeur est-il ?"),
      range: (tables.budget ?? tables.execution ?? tables.indicators)?.range ?? null,
      supposed: first && porte ? answer(first) : null,
      evidence: indices.map(typographie),
      answers: [...candidats.map(answer), { role: "un autre contrat", label: "Un autre contrat" }],
    },
  };
}

/** Amounts in thousands of euros that say so nowhere are found here, and by no table. */
const isSupported = ({ trouves, montants }: Indices): boolean => trouves * LIMITS.ownParts >= montants;

/** Null where the workbook is the contract's, as far as anything tells. */
export function aQuiEstCeClasseur(vu: Vu): NonSien | null {
  const { convention, source, porte, tables, reconnu, feuilles, contrats } = vu;
  const whose = aQuiSontLesTables(convention, tables);
  const nomme = "connus" in contrats ? contrats.nomme : null;
  // Named by the agent and by the workbook itself, there is nothing left to ask.
  const said = source === "given" ? convention : nomme;
  if (said && porte && estMemeContrat(porte, said)) return null;
  const own = (): Indices => chercherContrat(convention, releverFeuilles(feuilles));
  if (source === "workbook") {
    const better = contredisent(feuilles, convention, contrats);
    if (whose !== "autre" && better.length === 0) return null;
    const why = `ce classeur porte le contrat de ${convention.collectivite.nom}, mais les actions et les montants de la feuille ${firstSheet(tables)} ne sont pas les siens`;
    const way = `Si c’est bien celui qu’il suit, dites-le (--contrat ${convention.id}) ; sinon, supprimez sa feuille « Contrat » et donnez-lui celle du contrat qu’il suit (${INSERT})`;
    return ask(why, way, [own(), ...better], vu);
  }
  if (whose === "autre") return plainlyOther(vu);
  if (source === "given") return null;
  if (reconnu.candidats.length > 0) {
    const why = nomme
      ? `ce classeur a le nom de la définition du contrat de ${nomme.collectivite.nom}, mais les actions et les montants d’un autre`
      : `${accord(reconnu.candidats.length, "contrat connu peut", "contrats connus peuvent")} être celui de ce classeur`;
    return ask(why, SAY_WHICH, reconnu.candidats, vu);
  }
  if (whose === "douteux" || (reconnu.parmi && !montreSesMontants(convention, tables) && !isSupported(own()))) {
    const nom = convention.collectivite.nom;
    const why = `trop peu des actions et des montants de la feuille ${firstSheet(tables)} sont ceux du contrat de ${nom} pour le tenir pour son classeur`;
    return ask(
      why,
      `${SAY_WHICH}. S’il suit ce contrat, il suffit aussi d’y écrire les intitulés de ses actions`,
      [own()],
      vu,
    );
  }
  return null;
}
