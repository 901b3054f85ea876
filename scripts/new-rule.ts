// Creates the three files of a new rule and registers it: npm run new-rule -- mon-identifiant [the rule it stands behind]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the tests do not let pass. */
const TO_WRITE = "À rédiger";

const IDENTIFIER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function ruleText(id: string, article: string, title: string): string {
  return `// ${title}.
import { BUDGET, cellsOf, demandes } from "../facts/lines/demandes";
import { describe, locate } from "../facts/lines/budget-lines";
import { defineRule, HOLDS, notComparable } from "./rule";

export default defineRule({
  meta: {
    id: "${id}",
    article: "${article}",
    severity: "error",
    title: "${title}",
    compares: "montant",
    needs: ["budget"],
    messages: {
      ecart: { text: "{place} : {found} au lieu de {expected} (écart {gap})." },
    },
  },
  compare({ convention, budget }, asked) {
    for (const demande of demandes(convention, { tableau: budget, nom: BUDGET })) {
      const { annee, ligne, pourquoi } = demande;
      const cells = cellsOf(demande, "etat");
      const place = () => describe(convention, ligne, annee, "etat");
      asked.compare(place, (lecture) => {
        if (!cells) return notComparable(pourquoi ?? \`\${place()} : le tableau n’a pas cette colonne.\`);
        const [cell] = cells;
        const lu = lecture.montant(cell);
        if (lu.kind === "unreadable") return notComparable(\`\${place()} : le montant est illisible.\`);
        // An empty cell is another rule's finding, unless yours asks for the amount.
        if (lu.kind !== "montant") return notComparable(\`\${place()} : le montant n’est pas renseigné.\`);
        // Replace by what must hold: the least amount here is what the cell holds already.
        const found = lu.montant;
        const expected = found;
        if (found === expected) return HOLDS;
        return () => ({
          message: "ecart",
          ...locate(ligne, annee, "etat"),
          cells: [cell.ref],
          figures: { unit: "montant", found, expected },
          data: { place: place() },
        });
      });
    }
  },
});
`;
}

function testText(id: string): string {
  return `// Replace this sentence by what the rule must find and must not find.
import rule from "../../../src/core/rules/${id}";
import { testRule } from "./rule-tester";

testRule(rule, {
  compliant: [{ name: "the annex" }],
  notCheckable: [{ name: "an amount that is not given", budget: { cells: { C4: null } }, notCheckable: 1 }],
  discrepancy: [
    {
      name: "one centime more",
      budget: { cells: { C4: 65000.01 } },
      findings: [
        {
          message: "ecart",
          severity: "error",
          id: "${id}/1/2024/etat",
          cells: ["Budget!C4"],
          found: 65000.01,
          expected: 65000,
          gap: 0.01,
        },
      ],
    },
  ],
});
`;
}

function pageText(id: string, article: string, title: string): string {
  const sections = [
    "Texte du contrat",
    "Ce qui est vérifié",
    "Exemple conforme",
    "Exemple en écart",
    "Comment corriger",
    "Limites",
  ];
  const head = `# ${id}\n\n${title}. Référence\u00a0: article ${article}. Gravité\u00a0: erreur.`;
  return `${[head, ...sections.map((name) => `## ${name}\n\n${TO_WRITE}.`)].join("\n\n")}\n`;
}

const REGISTRY = "src/core/rules/index.ts";
const CATALOGUE = "src/core/rules/rule-id.ts";
const PROBLEMS = "src/taskpane/verify/work/problems.ts";

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

/** The titles of the cards in the pane, with one more. */
function titled(problems: string, id: string, after: string): string {
  const line = new RegExp(`^  "?${after}"?: .*\\n`, "m");
  return problems.replace(line, (found) => `${found}  "${id}": "${TO_WRITE}",\n`);
}

const LAST = "contrat-coherent";

/**
 * Answers the paths it has written under the root: the rule's own three files, and the registry, the catalogue and the
 * titles of the pane, where it stands behind the rule `after`. Throws an Error, with nothing written, when it cannot.
 */
export function createRule(root: string, id: string, after = LAST): string[] {
  if (!IDENTIFIER.test(id))
    throw new Error(`"${id}" is no identifier: lower-case words without accents, joined by "-".`);
  const [article, title] = ["2.2", TO_WRITE];
  const files = [
    { path: `src/core/rules/${id}.ts`, text: ruleText(id, article, title) },
    { path: `tests/core/rules/${id}.test.ts`, text: testText(id) },
    { path: `docs/regles/${id}.md`, text: pageText(id, article, title) },
  ];
  for (const { path } of files) {
    if (existsSync(join(root, path))) throw new Error(`${path} already exists: identifiers are never reused.`);
  }
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  files.push(
    { path: REGISTRY, text: registered(read(REGISTRY), id, after) },
    { path: CATALOGUE, text: catalogued(read(CATALOGUE), id, after) },
    { path: PROBLEMS, text: titled(read(PROBLEMS), id, after) },
  );
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return files.map(({ path }) => path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const paths = createRule(fileURLToPath(new URL("..", import.meta.url)), process.argv[2] ?? "", process.argv[3]);
    console.log(`Written:\n${paths.map((path) => `  ${path}`).join("\n")}`);
    console.log(
      "Then: what the rule compares, its test, its page, the title of its card, its slip in tests/properties/slips; npm run generate.",
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
