// In how many payments the State gives its credits, as a definition states it; a contract need not say it.
import { direVersement } from "../contract/in-force/versements";
import { formatListeCourte, formatPart } from "../domain/words/format";
import { trancher } from "./candidates";
import { citeEndroit, type Notes } from "./notes";
import { readInstalments, type Versements } from "./signed-instalments";
import type { Phrase } from "./signed-sentences";

const SHOWN = 4;

export function draftInstalments(notes: Notes, phrases: readonly Phrase[]): Versements | undefined {
  const { possibles, incompris } = readInstalments(phrases);
  const said = trancher(possibles, JSON.stringify);
  if (said.etat === "absent") {
    if (incompris.length > 0)
      notes.demander(
        "versements",
        `L’État paie-t-il en plusieurs fois ? Rien n’en a été retenu, et le contrat le laisse penser : ${formatListeCourte(incompris.map(citeEndroit), SHOWN)}.`,
        { reserves: [...incompris] },
      );
    return undefined;
  }
  const demande = {
    champ: "versements",
    cle: "versements",
    quoi: "le versement de l’État en plusieurs fois",
    dire: (each: Versements) => each.map((one) => direVersement(one, formatPart)).join(", puis "),
  };
  return notes.prendre(demande, said);
}
