// Of the product, and of what the rules do: a procès-verbal names both. Generated: `npm run generate`.

export const VERSIONS = { produit: "1.1.0", regles: "f7fbbbe3b7d3" } as const;
