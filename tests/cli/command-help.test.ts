// The help of every command: found under its name from the archive and from the sources, in columns, and true of what it accepts.
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json";
import { nearest } from "../../src/cli/suggest";
import { runCls } from "./run-cls";

const listed = [...runCls("--help").stdout.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].flatMap(([, name]) => name ?? []);

it("lists the commands that the sources have as scripts", () => {
  expect(listed.length).toBeGreaterThan(5);
  const scripts = Object.entries(packageJson.scripts).filter(([, script]) => script.includes("scripts/cli/cls.mjs "));
  const called = scripts.flatMap(([name, script]) => (script.endsWith(`cls.mjs ${name}`) ? name : []));
  expect(called.sort()).toEqual([...listed].sort());
});

describe.each(listed)("%s --help", (name) => {
  const { status, stdout, stderr } = runCls(name, "--help");

  it("is told under the names by which it is called", () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(`\nUsage : cls ${name} `);
    expect(stdout).toContain(`« node cls/cls.mjs ${name} »`);
    expect(stdout).toContain(`« npm run -s ${name} -- »`);
    expect(stdout).toContain("\nCode de retour :\n  0  ");
  });

  it("begins with examples, and stands in a terminal of 80 columns but for what one may copy", () => {
    expect(stdout.indexOf("\nExemples :\n")).toBeLessThan(stdout.indexOf("\nUsage : "));
    const wide = stdout
      .split("\n")
      .filter((line) => line.length > 80 && !/^(?:Usage :| {8}cls | {2}cls |« cls )/.test(line));
    expect(wide).toEqual([]);
    expect(runCls("help", name).stdout).toBe(stdout);
  });

  it("has the texts of its options in one column", () => {
    const columns = [...stdout.matchAll(/^ {2}(--[^\n]*?) {2,}(?=\S)/gm)].map(([begin]) => begin.length);
    expect(columns.length).toBeGreaterThan(2);
    expect(new Set(columns).size).toBe(1);
  });

  it("names the options that are accepted, and no other", () => {
    const shown = [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
    const accepted = /Options acceptées : (.*)\.\n$/.exec(runCls(name, "--inconnue").stderr)?.[1]?.split(", ");
    expect(accepted).toEqual(shown);
  });
});

describe("a word that no command has", () => {
  it.each([
    ["verifer", "verifier"],
    ["totau", "totaux"],
    ["Totaux", "totaux"],
    ["vérifier", "verifier"],
    // What begins or holds the word, where nothing is nearer.
    ["tableau", "tableau-de-bord"],
    ["verif", "verifier"],
    ["tableau-de-brod", "tableau-de-bord"],
    // One slip for three letters, no more.
    ["da"],
    ["dat", "date"],
    ["dta"],
    ["lectura", "lecture"],
    ["xilax"],
  ])("%s is taken for %s", (word, ...meant) => {
    expect(nearest(word, ["verifier", "totaux", "bilan", "tableau-de-bord", "date", "lecture"])).toEqual(meant);
  });

  it("is any of up to three that are as near, and none of four", () => {
    expect(nearest("annexe", ["annexer", "annexes", "bilan"])).toEqual(["annexer", "annexes"]);
    expect(nearest("annexe", ["annexer", "annexes", "annexez", "annexeb"])).toEqual([]);
  });

  it("has what it may mean said first", () => {
    expect(runCls("verifer").stderr).toMatch(/^Commande inconnue : verifer\. Vouliez-vous dire verifier \? /);
    expect(runCls("verifier", "x", "--dat").stderr).toBe("Option inconnue : --dat. Vouliez-vous dire --date ?\n");
    expect(runCls("verifier", "x", "--regle", "cofinancement").stderr).toContain(
      "Vouliez-vous dire cofinancement-minimum ou cofinancement-execute ?",
    );
    expect(runCls("exemples").stderr).toContain("cls verifier exemples");
  });
});

describe("completion by Tab", () => {
  const script = runCls("completion", "bash").stdout;
  const complete = (...words: readonly string[]): string[] =>
    execFileSync(
      "bash",
      [
        "-c",
        `${script}\nCOMP_WORDS=(cls "$@"); COMP_CWORD=$#; _cls; printf '%s\\n' "\${COMPREPLY[@]}"`,
        "bash",
        ...words,
      ],
      { encoding: "utf8" },
    )
      .split("\n")
      .filter((word) => word !== "");

  it("offers commands, then the options of the one that is written", () => {
    expect(complete("ver")).toEqual(["verifier"]);
    expect(complete("verifier", "--da")).toEqual(["--date"]);
    expect(complete("help", "tot")).toEqual(["totaux"]);
    expect(complete("verifier", "--partie", "")).toEqual(["etat", "collectivite"]);
    expect(complete("annexe", "budget", "--sortie", "fich")).toEqual([]);
    expect(complete("annexe", "budget", "ind")).toEqual(["indicateurs"]);
    // Files, which bash offers where nothing else is.
    expect(complete("verifier", "")).toEqual([]);
    expect(complete("inconnue", "--")).toEqual([]);
  });

  it("is there for three shells, and says so for another one", () => {
    for (const shell of ["bash", "zsh", "powershell"]) {
      const { status, stdout } = runCls("completion", shell);
      expect(status).toBe(0);
      for (const name of listed) expect(stdout).toContain(name);
    }
    expect(runCls("completion", "fish")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("bash, zsh") as string,
    });
  });
});
