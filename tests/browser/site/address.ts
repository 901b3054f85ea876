/** Where the release of the tests is said to stand: what is served from elsewhere works the same. */
export const ADDRESS = "https://intranet.exemple.fr/contrat";
