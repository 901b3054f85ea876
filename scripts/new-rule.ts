// Creates a new rule with its test and its page, and registers it: npm run new-rule -- mon-identifiant [the rule it stands behind]
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the second tier of the gate does not let pass. */
export const TO_WRITE = "À rédiger";

const IDENTIFIER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A whole rule, which hardly ever finds anything: what it compares is to be replaced, and all that is "À rédiger" written. */
const ruleText = (id: string): string => `// ${TO_WRITE}.
import { budgetTable } from "../facts/fact-tables";
import { demandes, shownIn } from "../facts/lines/demandes";
import { describe, locate } from "../facts/lines/budget-lines";
import { montantFromEuros } from "../domain/values/montant";
import { defineRule, HOLDS, notComparable } from "./rule";

const MOST = montantFromEuros(1_000_000_000);

export default defineRule({
  meta: {
    id: "${id}",
    articles: ["financement"],
    severity: "error",
    title: "${TO_WRITE}",
    problem: "${TO_WRITE}",
    compares: "montant",
    needs: ["budget"],
    messages: {
      ecart: { text: "{place} : {found} au lieu de {expected} au plus (écart {gap})." },
    },
    page: {
      contrat: "${TO_WRITE}.",
      verifie: "${TO_WRITE}.",
      conforme: "${TO_WRITE}.",
      ecart: [
        {
          message: "ecart",
          figures: { unit: "montant", found: montantFromEuros(1_000_000_000.01), expected: MOST },
          data: { place: "Action 1 – 2024 – part État" },
        },
      ],
      corriger: "${TO_WRITE}.",
      limites: "${TO_WRITE}.",
    },
  },
  compare({ convention, budget }, asked) {
    for (const demande of demandes(convention, budgetTable(budget))) {
      const { annee, ligne, pourquoi } = demande;
      const shown = shownIn(demande, "etat");
      const place = describe(convention, ligne, annee, "etat");
      asked.compare(place, (lecture) => {
        if (!shown) return notComparable(pourquoi ?? \`\${place} : le tableau n’a pas cette colonne.\`);
        const [{ cell }] = shown;
        const { value: found, reason } = lecture.montant(cell);
        if (reason === "unreadable") return notComparable(\`\${place} : le montant est illisible.\`);
        // An empty cell is another rule's finding, unless yours asks for the amount.
        if (found === null) return notComparable(\`\${place} : le montant n’est pas renseigné.\`);
        // Replace by what must hold.
        if (found <= MOST) return HOLDS;
        return () => ({
          message: "ecart",
          ...locate(ligne, annee, "etat"),
          cells: [cell.ref],
          figures: { unit: "montant", found, expected: MOST },
          data: { place },
        });
      });
    }
  },
});
`;

const testText = (id: string): string => `// ${TO_WRITE}: what the rule must find and must not find.
import rule from "../../../src/core/rules/${id}";
import { testRule } from "./rule-tester";

testRule(rule, {
  compliant: [
    { name: "the annex" },
    { name: "the most there may be", budget: { cells: { C4: 1_000_000_000 } } },
    { name: "one centime less", budget: { cells: { C4: 999_999_999.99 } } },
  ],
  notCheckable: [{ name: "an amount that is not given", budget: { cells: { C4: null } }, notCheckable: 1 }],
  discrepancy: [
    {
      name: "one centime more",
      budget: { cells: { C4: 1_000_000_000.01 } },
      findings: [
        {
          message: "ecart",
          severity: "error",
          id: "${id}/1/2024/etat",
          cells: ["Budget!C4"],
          found: 1_000_000_000.01,
          expected: 1_000_000_000,
          gap: 0.01,
        },
      ],
    },
  ],
});
`;

const REGISTRY = "src/core/rules/index.ts";
const CATALOGUE = "src/core/rules/rule-id.ts";

const variableOf = (id: string): string => id.replace(/-./g, (letter) => letter.slice(1).toUpperCase());

/** The registry with one more rule, its import in alphabetical order. */
function registered(registry: string, id: string, after: string): string {
  const [name, place] = [variableOf(id), `  ${variableOf(after)},\n`];
  if (!registry.includes(place)) throw new Error(`"${after}" is no rule of ${REGISTRY}.`);
  const lines = registry.replace(place, () => `${place}  ${name},\n`).split("\n");
  const isImport = (line: string): boolean => line.startsWith("import ");
  const next = lines.findIndex((line) => isImport(line) && line.slice("import ".length) > name);
  const end = lines.findIndex((line) => line === "");
  lines.splice(next < 0 ? end : next, 0, `import ${name} from "./${id}";`);
  return lines.join("\n");
}

/** The list of the identifiers, with one more. */
const catalogued = (catalogue: string, id: string, after: string): string =>
  catalogue.replace(`  "${after}",\n`, (found) => `${found}  "${id}",\n`);

const LAST = "contrat-coherent";

/**
 * Answers the paths it has written under the root: the rule and its test, then the registry and the catalogue, where it
 * stands behind the rule `after`. Throws an Error, with nothing written, when it cannot.
 */
export function createRule(root: string, id: string, after = LAST): string[] {
  if (!IDENTIFIER.test(id))
    throw new Error(`"${id}" is no identifier: lower-case words without accents, joined by "-".`);
  const files = [
    { path: `src/core/rules/${id}.ts`, text: ruleText(id) },
    { path: `tests/core/rules/${id}.test.ts`, text: testText(id) },
  ];
  for (const { path } of files) {
    if (existsSync(join(root, path))) throw new Error(`${path} already exists: identifiers are never reused.`);
  }
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  files.push(
    { path: REGISTRY, text: registered(read(REGISTRY), id, after) },
    { path: CATALOGUE, text: catalogued(read(CATALOGUE), id, after) },
  );
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return files.map(({ path }) => path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const root = fileURLToPath(new URL("..", import.meta.url));
    const paths = createRule(root, process.argv[2] ?? "", process.argv[3]);
    // In a program of its own, which knows the new rule: its page is among what is generated.
    execFileSync("npm", ["run", "--silent", "generate"], { cwd: root, stdio: "inherit" });
    console.log(`Written, with its page and what else is generated:\n${paths.map((path) => `  ${path}`).join("\n")}`);
    console.log(
      `Then: what the rule compares, its test, what is « ${TO_WRITE} » in both, its slip in tests/properties/slips.`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
