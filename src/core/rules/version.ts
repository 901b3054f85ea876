// Of the product, and of what the rules do: a procès-verbal names both. Generated: `npm run generate`.

export const VERSIONS = { produit: "0.1.0", regles: "a91333e30140" } as const;
