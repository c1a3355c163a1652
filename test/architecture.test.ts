import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { floors, floorsWithin, largeFolders } from "../scripts/floors.ts";

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

test("no import runs up within a room", () => {
	const up = imports.filter((each) => {
		const { parent, from, to } = forkOf(each);
		return floorWithin(parent, to) > floorWithin(parent, from);
	});
	expect(up).toEqual([]);
});

test("every folder of a room with floors stands on one of them", () => {
	const homeless = Object.keys(floorsWithin).flatMap((room) =>
		foldersIn(room).filter(
			(folder) => floorWithin(room, folder) === Number.POSITIVE_INFINITY,
		),
	);
	expect(homeless).toEqual([]);
});

test("there are no circles, between files, folders or rooms", () => {
	expect(circle(imports)).toEqual([]);
	const forks = imports.map(forkOf);
	const circles = [...new Set(forks.map(({ parent }) => parent))].map(
		(parent) => circle(forks.filter((fork) => fork.parent === parent)),
	);
	expect(circles.filter((found) => found.length > 0)).toEqual([]);
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

test("no folder holds more than 25 files, but those with a standard's or a language's", () => {
	const counts = new Map<string, number>();
	for (const folder of files.map((file) => dirname(file)))
		counts.set(folder, (counts.get(folder) ?? 0) + 1);
	const large = [...counts].flatMap(([folder, count]) =>
		count > 25 ? [folder] : [],
	);
	expect(large.sort()).toEqual([...largeFolders]);
});

test("no two files export a type of one name", () => {
	const homes = new Map<string, string[]>();
	for (const file of files)
		for (const name of typesIn(file))
			homes.set(name, [...(homes.get(name) ?? []), file]);
	const doubles = [...homes].flatMap(([name, { length }]) =>
		length > 1 ? [name] : [],
	);
	expect(doubles.sort()).toEqual([]);
});

test("what runs in a page loads no module of Node's", () => {
	const roots = files.filter((file) => pageRooms.includes(roomOf(file)));
	const ways = closureOf(roots);
	const wrong = [...ways].flatMap(([file, way]) =>
		/^(?:import|export)[^;]*?"node:/m.test(readFileSync(file, "utf8"))
			? [way]
			: [],
	);
	expect(wrong).toEqual([]);
});

// Helpers

/** Rooms that a page with a panel in it is made of. */
const pageRooms = [
	"console",
	"conversation",
	"firmware",
	"models",
	"plan",
	"simulation",
	"views",
];

interface Import {
	readonly from: string;
	readonly to: string;
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => /\.tsx?$/.test(name))
		.map((name) => join(folder, name));
}

/** Static and dynamic imports of our own files. */
function importsOf(file: string): Import[] {
	const source = readFileSync(file, "utf8");
	const own = source.matchAll(
		/(?:\bfrom|\bimport\(?)\s*"(\.{1,2}\/[^"]+\.tsx?)"/g,
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
	return floors.findIndex((floor) => floor.some(({ name }) => name === room));
}

/** Where the ways to two files part: the folder that both are in, and what of it each is in. */
function forkOf({ from, to }: Import): Import & { readonly parent: string } {
	const [mine, theirs] = [from.split("/"), to.split("/")];
	const at = mine.findIndex((part, index) => part !== theirs[index]);
	return {
		parent: mine.slice(0, at).join("/"),
		from: mine[at] ?? "",
		to: theirs[at] ?? "",
	};
}

/** A file that no floor names stands above them all. */
function floorWithin(parent: string, name: string): number {
	const at = floorsWithin[parent]?.findIndex((floor) => floor.includes(name));
	return at === undefined || at === -1 ? Number.POSITIVE_INFINITY : at;
}

/** The folders directly in a room that hold code. */
function foldersIn(room: string): readonly string[] {
	const below = files
		.filter((file) => file.startsWith(`${room}/`))
		.map((file) => file.slice(room.length + 1).split("/"));
	return [
		...new Set(below.flatMap(([name = "", rest]) => (rest ? [name] : []))),
	];
}

function typesIn(file: string): readonly string[] {
	const source = readFileSync(file, "utf8");
	const declared = source.matchAll(
		/^export (?:declare )?(?:abstract )?(?:interface|type|class|enum) (\w+)/gm,
	);
	return [...declared].map(([, name = ""]) => name);
}

/** All that is loaded with some files, with the way from each to the file that asked for it. */
function closureOf(
	roots: readonly string[],
): ReadonlyMap<string, readonly string[]> {
	const ways = new Map(roots.map((root) => [root, [root]]));
	for (const [file, way] of ways)
		for (const to of loadedBy(file))
			if (!ways.has(to)) ways.set(to, [...way, to]);
	return ways;
}

/** What a file imports when it is loaded: no types, and nothing that is asked for later. */
function loadedBy(file: string): readonly string[] {
	const source = readFileSync(file, "utf8");
	const own = source.matchAll(
		/^(?:import|export) (?!type\b)(\{[^}]*\}|[^;{]*?)\s*(?:from )?"(\.{1,2}\/[^"]+\.tsx?)"/gm,
	);
	return [...own]
		.filter(([, names = ""]) => !isTypesOnly(names))
		.map(([, , path = ""]) => join(dirname(file), path));
}

function isTypesOnly(names: string): boolean {
	const each = names.replace(/[{}]/g, "").split(",");
	const said = each.map((name) => name.trim()).filter((name) => name !== "");
	return said.length > 0 && said.every((name) => name.startsWith("type "));
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
