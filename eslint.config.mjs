// Lint rules; the layers of docs/ARCHITECTURE.md are errors here.
import importX from "eslint-plugin-import-x";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const src = (path) => `./src/${path}`;

/** What may not be imported from where; a layer imports only what the data has already passed. */
const zones = [
  {
    target: src("core"),
    from: "./src",
    except: ["./core"],
    message: "core is pure: it knows no adapter, no interface and no contract.",
  },
  {
    target: src("core/domain"),
    from: src("core"),
    except: ["./domain"],
    message: "domain stands at the bottom: it imports only itself.",
  },
  {
    target: src("core/reading"),
    from: src("core"),
    except: ["./reading", "./domain", "./workbook-port.ts", "./verification.ts"],
    message: "reading imports only domain and the port.",
  },
  {
    target: src("core/rules"),
    from: src("core"),
    except: ["./rules", "./domain", "./verification.ts"],
    message: "rules import rule.ts and domain, never reading or writing.",
  },
  {
    target: src("core/writing"),
    from: src("core"),
    except: [
      "./writing",
      "./domain",
      "./totals",
      "./bilan",
      "./proces-verbal",
      "./workbook-port.ts",
      "./verification.ts",
    ],
    message: "writing imports only what it writes: domain, the verification, totals, reports, and the port.",
  },
  ...["totals", "bilan", "proces-verbal"].map((part) => ({
    target: src(`core/${part}`),
    from: src("core"),
    except: [`./${part}`, "./domain", "./workbook-port.ts", "./verification.ts"],
    message: "what is computed imports only domain, the verification and the port's types.",
  })),
  {
    target: src("word"),
    from: "./src",
    except: ["./word", "./core"],
    message: "a Word document is made of core data.",
  },
  { target: src("contracts"), from: "./src", except: ["./contracts", "./core/domain"], message: "contracts are data." },
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
    target: src("host"),
    from: "./src",
    except: ["./host", "./files", "./core"],
    message: "the simulated Excel stands on the workbook model, never on what it tests.",
  },
  {
    target: [src("taskpane"), src("commands")],
    from: [src("files"), src("host"), src("preview"), src("cli")],
    message: "development and file code is never in the add-in.",
  },
  {
    target: [src("taskpane/!(main).tsx"), src("taskpane/*.ts"), src("taskpane/*/**")],
    from: src("excel"),
    message: "only main.tsx chooses the adapter.",
  },
  { target: src("cli"), from: [src("excel"), src("host"), src("preview"), src("taskpane"), src("commands")] },
];

export default tseslint.config(
  { ignores: ["dist", "coverage", "node_modules"] },
  ...tseslint.configs.strict,
  {
    files: ["**/*.{ts,tsx,mjs,js}"],
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [createTypeScriptImportResolver({ project: "./tsconfig.json" })],
      // Its package.json names an entry that the resolver does not know how to follow.
      "import-x/core-modules": ["numfmt"],
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
    ignores: ["src/core/rules/{index,run-rules,rule}.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [{ regex: "^\\./(?!rule$)", message: "A rule imports rule.ts and domain, never another rule." }],
        },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/taskpane/main.tsx", "src/commands/**", "src/excel/**", "src/host/**", "src/preview/**"],
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
  { files: ["scripts/**", "tests/**", "*.js", "*.mjs", "*.ts"], rules: { "no-console": "off" } },
);
