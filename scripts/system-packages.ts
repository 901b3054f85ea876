// Makes sure that the programs the tests use are there: installs what is missing through apt, or says what to install.
import { spawnSync } from "node:child_process";

interface Need {
  readonly what: string;
  readonly check: readonly [string, ...string[]];
  readonly apt: string;
}

/** Any part of LibreOffice brings `soffice`, and opens nothing that its other parts are for: each has a library of its own beside it. */
const inLibreOffice = (library: string): Need["check"] => [
  "sh",
  "-c",
  `test -e "$(dirname "$(readlink -f "$(command -v soffice)")")/${library}"`,
];

const NEEDS: readonly Need[] = [
  { what: "Chromium", check: ["chromium", "--version"], apt: "chromium" },
  { what: "LibreOffice Calc", check: inLibreOffice("libsclo.so"), apt: "libreoffice-calc" },
  { what: "LibreOffice Writer", check: inLibreOffice("libswlo.so"), apt: "libreoffice-writer-nogui" },
  // What the browser and LibreOffice draw with: without any, pages are measured that nobody could read.
  { what: "DejaVu Sans", check: ["sh", "-c", 'fc-list "DejaVu Sans" | grep -q .'], apt: "fonts-dejavu-core" },
  // Of the same measures as Calibri, in which the sheets are made: without it none of their pages is as it is printed.
  { what: "Carlito", check: ["sh", "-c", 'fc-list "Carlito" | grep -q .'], apt: "fonts-crosextra-carlito" },
  { what: "openpyxl", check: ["/usr/bin/python3", "-c", "import openpyxl"], apt: "python3-openpyxl" },
  { what: "XlsxWriter", check: ["/usr/bin/python3", "-c", "import xlsxwriter"], apt: "python3-xlsxwriter" },
];

const isMissing = ({ check: [program, ...args] }: Need) => spawnSync(program, args, { stdio: "ignore" }).status !== 0;

const isRoot = process.getuid?.() === 0;

/** As root, or through a sudo that asks for nothing. */
function apt(...args: readonly string[]): void {
  const [program, ...before] = isRoot ? (["env"] as const) : (["sudo", "-n", "env"] as const);
  spawnSync(program, [...before, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args], { stdio: "inherit" });
}

const INSTALL = ["install", "-y", "--no-install-recommends"] as const;

const missing = NEEDS.filter(isMissing);
if (missing.length) {
  apt("update");
  apt(...INSTALL, ...missing.map((need) => need.apt));
}
const stillMissing = missing.filter(isMissing);
if (stillMissing.length) {
  console.error(`Missing: ${stillMissing.map(({ what }) => what).join(", ")}. Install them, then run this again:`);
  console.error(`  ${isRoot ? "" : "sudo "}apt-get ${[...INSTALL, ...stillMissing.map((need) => need.apt)].join(" ")}`);
}
process.exitCode = stillMissing.length ? 1 : 0;
// Debian's security updates change them under the tests: a log says which it was.
for (const program of ["soffice", "chromium"])
  spawnSync(program, ["--version"], { stdio: ["ignore", "inherit", "ignore"] });
