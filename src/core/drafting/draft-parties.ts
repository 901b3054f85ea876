// The parties of a definition: the State, the local party among those that signed with it, and the others.
import type { ConventionDefinition } from "../contract/convention";
import { A_COMPLETER } from "../contract/definition/questions";
import { foldText } from "../domain/words/label";
import { cite } from "../domain/words/typographie";
import type { Candidat } from "./candidates";
import type { Notes } from "./notes";
import { rankLocal, type PartieSignee, type PartiesSignees } from "./signed-parties";

type Parties = Pick<ConventionDefinition, "etat" | "collectivite" | "signataires">;

function stateOf(
  notes: Notes,
  [state, ...more]: readonly Candidat<PartieSignee>[],
): Parties["etat"] & { readonly autres: NonNullable<Parties["signataires"]> } {
  if (!state) {
    notes.manque("etat", "qui représente l’État");
    return { nom: "État", autres: [] };
  }
  notes.lu("etat", state.endroit);
  const [first, ...others] = [state, ...more].flatMap(({ valeur }) => valeur.personnes);
  return { nom: "État", ...first, autres: others.map((person) => ({ nom: "État", ...person })) };
}

/** The local party's names, by which its columns and its sentences are known. */
export function draftParties(
  notes: Notes,
  said: PartiesSignees,
  ofTables: ConventionDefinition["collectivite"],
): Parties {
  const { autres, ...etat } = stateOf(notes, said.etat);
  const columns = [ofTables.designation, ...ofTables.motsColonne];
  const ranked = rankLocal(said.autres, columns);
  const [local] = ranked;
  const others = said.autres.filter(({ valeur }) => valeur !== local?.valeur);
  const signataires = [...autres, ...others.map(({ valeur: { nom, personnes } }) => ({ nom, ...personnes[0] }))];
  const more = signataires.length > 0 ? { signataires } : {};
  autres.forEach((_, rank) => {
    const endroit = said.etat[0]?.endroit;
    if (endroit) notes.lu(`signataires/${rank + 1}`, endroit);
  });
  others.forEach(({ endroit }, rank) => {
    notes.lu(`signataires/${autres.length + rank + 1}`, endroit);
  });
  if (!local) {
    notes.manque("collectivite", "la collectivité signataire");
    return { etat, collectivite: { ...ofTables, nom: A_COMPLETER }, ...more };
  }
  const { nom, designation, personnes } = local.valeur;
  const champ = {
    champ: "collectivite.nom",
    cle: "collectivite",
    quoi: "la collectivité signataire",
    dire: cite,
    ecrire: (text: string) => text,
  };
  notes.lu("collectivite", local.endroit);
  if (!local.dit)
    notes.opposer(
      champ,
      [local, ...others].map((each) => ({ ...each, valeur: each.valeur.nom })),
    );
  if (designation === null)
    notes.demander(
      "collectivite.designation",
      `Comment le contrat nomme sa collectivité : ${cite(ofTables.designation)} vient du tableau.`,
    );
  // "CCAS" heads the column of the « CCAS de Brissac » that signed beside it.
  const isOther = (mot: string): boolean =>
    others.some(({ valeur }) => ` ${foldText(valeur.nom)} `.includes(` ${foldText(mot)} `));
  const motsColonne = [...ofTables.motsColonne.filter((mot) => !isOther(mot)), nom].filter(
    (mot, rank, all) => all.findIndex((each) => foldText(each) === foldText(mot)) === rank,
  );
  return {
    etat,
    collectivite: { ...personnes[0], nom, designation: designation ?? ofTables.designation, motsColonne },
    ...more,
  };
}
