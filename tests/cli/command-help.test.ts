// The help of every command: found under its name from the archive and from the sources, in columns, and true of what it accepts.
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json";
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
    expect(stdout).toContain("\nCode de retour : 0 ");
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
