// A reason and its decision as one sentence, the same in the sheets and in the Word document.
import type { Justification } from "./justification";
import { nommePartie, type Partie } from "./parties";
import type { Declaration } from "./registre";
import type { Parole, Version } from "./parole";
import { accord } from "./words/accord";
import { formatDate } from "./words/format";
import { signatories } from "./words/signature";

/** "Mme Durand, Métropole, 01/02/2026"; "" for what nobody signed. `localParty` is the noun of the local party. */
export function signMotif(by: string | null, party: Partie | null, on: string | null, localParty: string): string {
  return signatories(by, party && nommePartie(party, localParty), on);
}

const DECISIONS = { accepted: "acceptée", refused: "refusée" } as const;

/** Without its point: what follows goes on with it. */
export const withoutPoint = (text: string): string => text.replace(/(?<![.…]|\betc)\.$/u, "");

/** "en attente de l’autre partie", "acceptée par M. Petit, État, 01/03/2026"; then what is to be completed before it counts. */
export function describeDecision(justification: Justification, localParty: string): string {
  const { decision, decidedBy, decidedParty, decidedOn, decidedWhy, remark, isVoid } = justification;
  const said = remark === null ? null : withoutPoint(remark);
  if (isVoid) return said ?? "sans effet";
  const waiting = said === null ? "en attente de l’autre partie" : `en attente de l’autre partie. ${said}`;
  if (decision === null) return waiting;
  const signed = signMotif(decidedBy, decidedParty, decidedOn, localParty);
  const told = signed === "" ? DECISIONS[decision] : `${DECISIONS[decision]} par ${signed}`;
  return decidedWhy === undefined ? told : `${told} : ${withoutPoint(decidedWhy)}`;
}

/** "Retard de recrutement (Mme Durand, Métropole, 01/02/2026) – en attente de l’autre partie". */
export function describeMotif(justification: Justification, localParty: string): string {
  const { by, party, on } = justification;
  const signed = signMotif(by, party, on, localParty);
  // What follows goes on with the sentence that the agent ended.
  const text = withoutPoint(justification.text);
  const given = signed === "" ? text : `${text} (${signed})`;
  return `${given} – ${describeDecision(justification, localParty)}`;
}

/** What was said in another copy of other figures counts for nothing here. */
const ELSEWHERE = " – pour d’autres chiffres que ceux de ce classeur";

const comment = ({ text, by, party, on }: Parole, localParty: string): string =>
  `Commentaire (${signMotif(by, party, on, localParty)}) : ${text}`;

const answer = ({ decision, text, by, party, on, ailleurs }: Parole, localParty: string): string => {
  const said = decision === "accepted" ? "Acceptée" : "Refusée";
  const told = `${said} (${signMotif(by, party, on, localParty)})${ailleurs ? ELSEWHERE : ""}`;
  return text === "" ? told : `${told} : ${text}`;
};

/** What was said of a discrepancy in its order, the answers and comments of a version after it. */
export function describeVersions(versions: readonly Version[], localParty: string): readonly string[] {
  return versions.flatMap(({ version, text, by, party, on, ailleurs, answers, comments }) => {
    const signed = signMotif(by, party, on, localParty);
    return [
      `Version ${version}${signed === "" ? "" : ` (${signed})`}${ailleurs ? ELSEWHERE : ""} : ${text}`,
      ...answers.map((one) => answer(one, localParty)),
      ...comments.map((one) => comment(one, localParty)),
    ];
  });
}

/** "Mme Durand, directrice, pour la partie Métropole depuis le 01/02/2026". */
export const describeDeclaration = ({ name, capacity, party, on }: Declaration, localParty: string): string =>
  [name, capacity, party && `partie ${nommePartie(party, localParty)}`, `déclaré le ${formatDate(on)}`]
    .filter(Boolean)
    .join(", ");

/** "3 écarts acceptés par les deux parties": what is accepted is never passed over. */
export function describeAccepted(accepted: number): string {
  return accord(accepted, "écart accepté par les deux parties", "écarts acceptés par les deux parties");
}
