// A reason as the local party gives it, with all that an answer needs.
export const reasonOn = (on: string) =>
  ({
    kind: "reason",
    text: "Délibération reportée",
    by: "Mme Roy",
    party: "collectivite",
    localParty: "Métropole",
    on,
  }) as const;
