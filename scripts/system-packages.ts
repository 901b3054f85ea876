// Makes sure that the programs the tests use are there: installs what is missing through apt, or says what to install.
import { spawnSync } from "node:child_process";

interface Need {
  readonly what: string;
  readonly check: readonly [string, ...string[]];
  readonly apt: string;
}

const NEEDS: readonly Need[] = [
  { what: "Chromium", check: ["chromium", "--version"], apt: "chromium" },
  { what: "LibreOffice Calc", check: ["soffice", "--version"], apt: "libreoffice-calc" },
  {
    what: "LibreOffice Writer",
    check: ["test", "-e", "/usr/lib/libreoffice/program/libswlo.so"],
    apt: "libreoffice-writer-nogui",
  },
  { what: "openpyxl", check: ["/usr/bin/python3", "-c", "import openpyxl"], apt: "python3-openpyxl" },
  { what: "XlsxWriter", check: ["/usr/bin/python3", "-c", "import xlsxwriter"], apt: "python3-xlsxwriter" },
  { what: "pdftoppm", check: ["pdftoppm", "-v"], apt: "poppler-utils" },
];

const isMissing = ({ check: [program, ...args] }: Need) => spawnSync(program, args, { stdio: "ignore" }).status !== 0;

function install(packages: readonly string[]): void {
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  spawnSync("apt-get", ["update", "-q"], options);
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], options);
}

const missing = NEEDS.filter(isMissing);
if (missing.length) install(missing.map(({ apt }) => apt));
const stillMissing = missing.filter(isMissing);
for (const { what, apt } of stillMissing) console.error(`${what} is missing: install it (Debian package ${apt}).`);
process.exitCode = stillMissing.length ? 1 : 0;
