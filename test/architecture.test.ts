import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/** The rooms, floor by floor from the ground. A room imports its own floor and those below. */
const floors = [
	["grammar", "spec", "sms", "time", "error-message.ts"],
	["transport", "panel", "network", "derive"],
	["modem", "commands", "store", "profiles"],
	["models", "firmware"],
	["device"],
	["replay", "plan", "console"],
	["cli", "index.ts"],
];

const files = [...filesBelow("grammar"), ...filesBelow("src")];
const imports = files.flatMap(importsOf);

test("every room stands on a floor", () => {
	const rooms = new Set(files.map(roomOf));
	expect([...rooms].filter((room) => floorOf(room) === -1)).toEqual([]);
});

test("no import runs up", () => {
	const up = imports.filter(
		({ from, to }) => floorOf(roomOf(to)) > floorOf(roomOf(from)),
	);
	expect(up).toEqual([]);
});

test("the grammar imports nothing of src", () => {
	const out = imports.filter(
		({ from, to }) => roomOf(from) === "grammar" && roomOf(to) !== "grammar",
	);
	expect(out).toEqual([]);
});

test("there are no circles, between files or between rooms", () => {
	expect(circle(imports)).toEqual([]);
	const rooms = imports
		.map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }))
		.filter(({ from, to }) => from !== to);
	expect(circle(rooms)).toEqual([]);
});

test("the panel knows no SMS, the firmware no AT, the store no model", () => {
	const forbidden: Record<string, readonly string[]> = {
		panel: ["sms", "grammar", "derive", "firmware", "modem"],
		firmware: ["modem", "transport", "network"],
		store: ["models", "commands", "firmware"],
	};
	const wrong = imports.filter(({ from, to }) =>
		forbidden[roomOf(from)]?.includes(roomOf(to)),
	);
	expect(wrong).toEqual([]);
});

test("time and chance are read in time/ only", () => {
	const forbidden =
		/\b(Date\.now|Math\.random|setTimeout|setInterval|performance\.now)\b|new Date\(\)/;
	const readers = files.filter(
		(file) =>
			roomOf(file) !== "time" && forbidden.test(readFileSync(file, "utf8")),
	);
	expect(readers).toEqual([]);
});

test("no locale of the machine's decides anything: in Turkish a small I is no i", () => {
	const forbidden =
		/toLocale(Upper|Lower)Case|\.toLocaleString\(\)|localeCompare\([^",]*\)/;
	const readers = files.filter((file) =>
		forbidden.test(readFileSync(file, "utf8")),
	);
	expect(readers).toEqual([]);
});

test("no file is longer than 350 lines", () => {
	const long = files.filter(
		(file) => readFileSync(file, "utf8").split("\n").length > 350,
	);
	expect(long).toEqual([]);
});

// Helpers

interface Import {
	readonly from: string;
	readonly to: string;
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.map((name) => join(folder, name));
}

/** Static and dynamic imports of our own files. */
function importsOf(file: string): Import[] {
	const source = readFileSync(file, "utf8");
	const own = source.matchAll(
		/(?:\bfrom|\bimport\(?)\s*"(\.{1,2}\/[^"]+\.ts)"/g,
	);
	return [...own].map(([, path = ""]) => ({
		from: file,
		to: relative(".", join(dirname(file), path)),
	}));
}

function roomOf(file: string): string {
	const [top = "", room = ""] = file.split("/");
	return top === "grammar" ? top : room;
}

function floorOf(room: string): number {
	return floors.findIndex((floor) => floor.includes(room));
}

/** A circle in a graph, as the list of its members; empty where there is none. */
function circle(edges: readonly Import[]): readonly string[] {
	const next = new Map<string, Import[]>();
	for (const edge of edges)
		next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
	const done = new Set<string>();
	const visit = (node: string, way: readonly string[]): readonly string[] => {
		if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
		if (done.has(node)) return [];
		for (const { to } of next.get(node) ?? []) {
			const found = visit(to, [...way, node]);
			if (found.length > 0) return found;
		}
		done.add(node);
		return [];
	};
	for (const node of next.keys()) {
		const found = visit(node, []);
		if (found.length > 0) return found;
	}
	return [];
}
