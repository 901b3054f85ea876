// The French texts of « Vous êtes… ».
import { nommePartie, type Partie } from "../../core/domain/parties";
import type { Qui } from "../../core/domain/registre";

export const whoTexts = {
  title: "Vous êtes…",
  why: "Le contrat a deux parties. Chacune répond à l’autre, jamais à elle-même.",
  party: "Pour quelle partie",
  partyName: (partie: Partie, localParty: string) =>
    partie === "etat" ? "L’État" : `La collectivité (${nommePartie(partie, localParty)})`,
  partyDoes: {
    collectivite: "Je tiens le classeur, je corrige et je justifie.",
    etat: "Le préfet et ses services, dont la DDETS : j’accepte ou je refuse les motifs.",
  } satisfies Record<Partie, string>,
  partyMissing: "Choisissez la partie.",
  name: "Votre nom",
  nameHint: "Tel qu’il sera écrit à côté de vos motifs et de vos réponses.",
  nameMissing: "Écrivez un nom.",
  capacity: "En quelle qualité",
  capacityHint: "Par exemple : chargée de mission. Facultatif.",
  kept: "Demandé une fois sur ce poste ; se change en haut du volet, à droite. Le classeur garde chaque changement, et le procès-verbal les cite : seules les deux signatures prouvent.",
  go: "Continuer",
  back: "Plus tard",
  change: "Changer",
  /** "Claire Martin, chargée de mission, partie Métropole". */
  said: ({ name, capacity, party }: Qui, localParty: string) =>
    [name, capacity, party && `partie ${nommePartie(party, localParty)}`].filter(Boolean).join(", "),
} as const;
