import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { variableNames } from "../../src/cli/line/environment.ts";

/** The lines of a container's file, those that go on joined. */
function linesOf(file: string): readonly string[] {
	return readFileSync(file, "utf8")
		.replaceAll(/\\\n\s*/g, "")
		.split("\n")
		.filter((line) => line !== "" && !line.startsWith("#"));
}

/** What stands behind a word in the last stage. */
function last(word: string): readonly string[] {
	const lines = linesOf("Containerfile");
	const from = lines.findLastIndex((line) => line.startsWith("FROM "));
	return lines
		.slice(from)
		.filter((line) => line.startsWith(`${word} `))
		.map((line) => line.slice(word.length + 1));
}

test("the container runs as a user of its own, with one volume and a health check", () => {
	expect(last("USER")).toEqual(["alarm"]);
	expect(last("VOLUME")).toEqual(["/data"]);
	expect(last("HEALTHCHECK").join()).toContain("http://127.0.0.1:8086/healthz");
	expect(last("ENTRYPOINT")).toEqual(['["alarmpanel"]']);
	expect(last("CMD")).toEqual(['["serve", "--http", "127.0.0.1:8086"]']);
	expect(last("ENV").join()).toContain("ALARMPANEL_CONFIG=/data/");
});

test("what the container copies is there, and what it leaves out holds no source", () => {
	const copied = linesOf("Containerfile")
		.filter((line) => /^COPY (?!--from)/.test(line))
		.flatMap((line) => line.split(" ").slice(1, -1));
	expect(copied.filter((path) => !existsSync(path))).toEqual([]);
	expect(readFileSync(".containerignore", "utf8").split("\n")).toEqual([
		".git",
		"coverage",
		"dist",
		"node_modules",
		"reports",
		"",
	]);
});

test("the add-on's options are those that its script reads and hands on", () => {
	const config = parse(readFileSync("home-assistant/config.yaml", "utf8"));
	const script = readFileSync("home-assistant/run.sh", "utf8");
	const { name, version, slug, description, arch } = config;
	for (const each of [name, version, slug, description])
		expect(each).toEqual(expect.any(String));
	expect(version).toBe(
		JSON.parse(readFileSync("package.json", "utf8")).version,
	);
	expect(arch.length).toBeGreaterThan(0);
	const read = [...script.matchAll(/\(option (\w+)\)/g)].map(([, one]) => one);
	expect(read.sort()).toEqual(Object.keys(config.schema).sort());
	for (const option of Object.keys(config.options))
		expect(config.schema).toHaveProperty(option);
	const exported = /^export (.*)$/m.exec(script)?.[1]?.split(" ") ?? [];
	expect(exported.filter((name) => !variableNames.includes(name))).toEqual([]);
	expect(script).not.toMatch(/alarmpanel.*--(pin|mqtt-password)/);
	expect(spawnSync("sh", ["-n", "home-assistant/run.sh"]).status).toBe(0);
});
