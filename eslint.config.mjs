// Lint rules; the layers of docs/ARCHITECTURE.md are errors here.
import importX from "eslint-plugin-import-x";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const src = (path) => `./src/${path}`;
const pack = (path) => `./packages/${path}`;

/** What the core may take of the workbook model: addresses, formulas as texts, values and plain data. */
const PLAIN_PARTS = ["./cell-ref.ts", "./local-cell.ts", "./plan.ts", "./lower-bound.ts", "./formula-text", "./values"];

const FACTS = ["./facts", "./contract", "./domain"];
const RESULT = ["./verification.ts", "./verification-json.ts", "./workbook-port.ts"];

/** Parts of the core, each of which may import itself and what is named. */
const core = (parts, others, message) =>
  parts.map((part) => ({ target: src(`core/${part}`), from: src("core"), except: [`./${part}`, ...others], message }));

/** What may not be imported from where; a layer imports only what the data has already passed. */
const zones = [
  {
    target: src("core"),
    from: "./src",
    except: ["./core"],
    message: "core is pure: it knows no adapter, no interface and no contract.",
  },
  {
    target: src("core"),
    from: pack("xlsx-model/src"),
    except: PLAIN_PARTS,
    message: "core knows no file: of the workbook model it takes addresses, formulas, values and plans.",
  },
  {
    target: pack("xlsx-model/src"),
    from: [src("."), pack("simulated-excel")],
    message: "the workbook model stands by itself: it knows neither the product nor Excel.",
  },
  {
    target: pack("simulated-excel/src"),
    from: src("."),
    message: "the simulated Excel stands on the workbook model, never on what it tests.",
  },
  {
    target: [src("core/domain/values"), src("core/domain/words")],
    from: src("core"),
    except: ["./domain", "./contract/convention.ts"],
    message: "values and words stand at the bottom: of the contract they know its definition alone.",
  },
  ...core(
    ["contract"],
    ["./domain/values", "./domain/words", "./domain/cell-ref.ts", "./domain/group-by.ts", "./domain/remember.ts"],
    "the contract knows no workbook: it imports only values, words and cell addresses.",
  ),
  ...core(["domain"], ["./contract"], "domain imports only itself and the contract."),
  ...core(["facts"], ["./contract", "./domain"], "facts are made of what was read and of the contract."),
  ...core(
    ["why"],
    [...FACTS, ...RESULT],
    "why a figure is wrong, and what settles it, follow from facts and findings: rules know of it, never the other way round.",
  ),
  ...core(["reading"], [...FACTS, ...RESULT], "reading imports only domain, facts and the port."),
  ...core(
    ["drafting"],
    [...FACTS, "./reading", "./workbook-port.ts"],
    "drafting makes a definition with what reads workbooks.",
  ),
  ...core(
    ["rules"],
    [...FACTS, "./why", "./verification.ts", "./verification-json.ts"],
    "rules import rule.ts, facts, why and domain, never reading or writing.",
  ),
  ...core(["reports"], [...FACTS, ...RESULT, "./why"], "reports are queries over facts and the verification."),
  ...core(
    ["sheets"],
    [...FACTS, ...RESULT, "./why", "./reports"],
    "sheets import only what they show: facts, the verification, totals, reports, and the port.",
  ),
  {
    target: src("word"),
    from: "./src",
    except: ["./word", "./core"],
    message: "a Word document is made of core data.",
  },
  {
    target: src("report"),
    from: "./src",
    except: ["./report", "./core"],
    message: "a report is made of core data.",
  },
  {
    target: src("contracts"),
    from: "./src",
    except: ["./contracts", "./core/contract", "./core/domain"],
    message: "contracts are data.",
  },
  {
    target: src("usecases"),
    from: "./src",
    except: ["./usecases", "./core"],
    message: "use cases know the port only.",
  },
  {
    target: src("excel"),
    from: "./src",
    except: ["./excel", "./core"],
    message: "the Office.js adapter knows the core only.",
  },
  {
    target: src("files"),
    from: "./src",
    except: ["./files", "./core"],
    message: "the file adapter knows the core only.",
  },
  {
    target: src("documents"),
    from: "./src",
    except: ["./documents", "./core/drafting", "./core/domain", "./core/workbook-port.ts"],
    message: "the readers of documents know what they make: they run in a browser too.",
  },
  {
    target: src("documents"),
    from: pack("xlsx-model/src"),
    except: ["./package", "./xml", ...PLAIN_PARTS],
    message: "of the workbook model the readers of documents know only zips and XML.",
  },
  {
    target: src("signed-files"),
    from: "./src",
    except: ["./signed-files", "./documents", "./files", "./core"],
    message: "the files of a signed contract are read where there may be no pane, and no page.",
  },
  {
    target: [src("add-in"), src("taskpane"), src("commands"), src("pane-workbook")],
    from: [src("grid"), src("page"), pack("simulated-excel"), src("preview"), src("cli")],
    message: "development code is never in the add-in.",
  },
  {
    target: [src("taskpane"), src("commands"), src("pane-workbook")],
    from: [src("files"), pack("xlsx-model/src/open-xlsx.ts"), pack("xlsx-model/src/workbook")],
    message: "add-in/ brings what reads a file that the agent chose, in a chunk of its own.",
  },
  {
    target: [src("taskpane"), src("commands"), src("pane-workbook")],
    from: [src("excel"), src("add-in")],
    message: "only add-in/ and page/ choose the adapter and put the parts together.",
  },
  {
    target: src("taskpane"),
    from: src("pane-workbook"),
    message: "the pane is given its workbook.",
  },
  {
    target: src("grid"),
    from: "./src",
    except: ["./grid", "./files", "./core"],
    message: "the grid shows a workbook model, whatever stands beside it.",
  },
  {
    target: src("page"),
    from: [src("excel"), pack("simulated-excel"), src("preview"), src("add-in"), src("commands"), src("cli")],
    message: "the autonomous page works on files: no Excel, real or simulated.",
  },
  {
    target: src("taskpane"),
    from: src("commands"),
    message: "the commands call what the pane calls, never the other way round.",
  },
  {
    target: src("cli"),
    from: [
      src("excel"),
      pack("simulated-excel"),
      src("preview"),
      src("grid"),
      src("page"),
      src("pane-workbook"),
      src("taskpane"),
      src("commands"),
      src("add-in"),
    ],
  },
];

export default tseslint.config(
  { ignores: ["**/dist", "dist-page", "dist-preview", "dist-release", "coverage", "node_modules", ".stryker-tmp"] },
  ...tseslint.configs.strict,
  {
    files: ["**/*.{ts,tsx,mjs,js}"],
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [createTypeScriptImportResolver({ project: "./tsconfig.json" })],
      // The first names an entry that the resolver does not know how to follow; the other is a text that the build makes.
      "import-x/core-modules": ["numfmt", "engine-worker-source", "signed-files-source"],
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "import-x/no-unresolved": "error",
      eqeqeq: "error",
      "no-console": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["src/core/rules/*.ts"],
    ignores: ["src/core/rules/{index,run-rules,rule*,describe-rule,finding,coverage,collect,shaken,gather-slips}.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^\\./(?!(?:rule|judge-sum|compare-amounts)$)",
              message:
                "A rule imports rule.ts, judge-sum.ts, compare-amounts.ts, facts, why and domain, never another rule.",
            },
          ],
        },
      ],
    },
  },
  {
    // A rule of several parts has a folder.
    files: ["src/core/rules/*/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^\\.\\./(?!(?:rule|judge-sum|compare-amounts)$|\\.\\./)",
              message:
                "A rule imports rule.ts, judge-sum.ts, compare-amounts.ts, facts, why, domain and its own parts, never another rule.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/add-in/main.tsx", "src/excel-check/**", "src/commands/**", "src/excel/**", "src/preview/**"],
    rules: {
      "no-restricted-globals": ["error", "Excel", "Office", "OfficeExtension"],
    },
  },
  {
    files: ["src/excel/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/**/*.tsx", "src/taskpane/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  { files: ["scripts/**", "tests/**", "packages/*/tests/**", "*.js", "*.mjs", "*.ts"], rules: { "no-console": "off" } },
);
