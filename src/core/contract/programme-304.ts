// What all contracts of the programme share: its name, the activities that its credits are charged to, and the national indicators.

const activite = (pilier: number, sousAction: string, intitule: string) => ({
  ...{ action: "23", sousAction, intitule: `Pilier ${pilier} ${intitule}`, activite: "02" },
  intituleActivite: `Contractualisation avec les métropoles pilier ${pilier}`,
  code: `03045023${sousAction}02`,
});

export const PROGRAMME = { programme: "304", intitule: "Inclusion sociale et protection des personnes" } as const;

/** By the pillar of the national pact: those that signed contracts name. Another code is read as its contract writes it. */
export const ACTIVITES = {
  1: activite(1, "23", "Prévention de la pauvreté dès le plus jeune âge"),
  2: activite(2, "24", "Sortie pauvreté par l’activité et emploi"),
  3: activite(3, "25", "Plan 100% d’accès aux droits"),
  4: activite(4, "26", "Transition solidaire"),
} as const;

export function activiteDuCode(code: string) {
  const [pilier, own] = Object.entries(ACTIVITES).find(([, each]) => each.code === code) ?? [];
  return own && { ...own, pilier };
}

/** Contracts ask for them and list none, and the State has published none: each definition has those that stand here. */
export const INDICATEURS_NATIONAUX: readonly string[] = [];
