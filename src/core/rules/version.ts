// Of the product, and of what the rules do: a procès-verbal names both. Generated: `npm run generate`.

export const VERSIONS = { produit: "0.1.0", regles: "78e97dbf468a" } as const;
