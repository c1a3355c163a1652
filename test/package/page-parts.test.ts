import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { expect, test } from "vitest";
import { languageTexts } from "../../scripts/bundle.mjs";
import { leftOut } from "../../scripts/page-parts.mjs";
import { deskInPage } from "../../src/console/message/desk-in-page.ts";
import type { SiteQuestion } from "../../src/console/site/site-desk.ts";
import { siteDeskInPage } from "../../src/console/site/site-desk-in-page.ts";
import vectors from "../models/vectors/dialect-messages.json" with {
	type: "json",
};
import { temporaryFolder } from "../support/folder.ts";

/*
 * A page leaves out parts of packages. What is in it does the same as what is not in
 * a page.
 */

type Functions = Readonly<Record<string, (...all: unknown[]) => unknown>>;

// Neither has types: one is Chevrotain's, the other a script of the build.
const lodash: Functions = await import("lodash-es" as string);
const ours: Functions = await import("../../scripts/page-lodash.mjs" as string);

const sites = [
	"model: mz-8\nusers:\n  - id: 1\n    name: Ann\n    pin: '4321'\nzones:\n  - {id: 1, name: Door, attribute: entry, rfId: '0000000001'}\n",
	'{"model": "vst-2752", "users": [{"id": 1, "pin": "12345"}], "tomers": {}}',
	"model: mz-8\nusers: &users\n  - {id: 1, pin: !!int 1234}\nagain: *users\n",
	"model: [\n",
	"model: mz-8\ntimers: {exitAway: 1e3}\noptions: {timeZone: Europe/Nowhere}\n",
	"model: eldes-esim\nusers: []\n",
	"%YAML 1.1\n---\nmodel: mz-8\nusers: [{id: 1, pin: 0x1F}]\n",
	"? {a: b}\n: c\n",
	"",
	"- 1\n- 2\n",
	"model: mz-8\nmodel: mz-8\n",
];

test("what is in a page checks, composes and plans as outside of it", async () => {
	const { deskInPage: desk, siteDeskInPage: siteDesk } = await inPage();
	for (const { name } of await deskInPage.models()) {
		const commands = await deskInPage.commands(name);
		expect(await desk.commands(name)).toEqual(commands);
		for (const { word, example, parameters } of commands) {
			const fields = Object.fromEntries(
				parameters.map((each) => [each.name, "1"]),
			);
			const wanted = { model: name, word, fields, keyword: "", code: "" };
			expect(await desk.compose(wanted)).toEqual(
				await deskInPage.compose(wanted),
			);
			for (const text of [example, `${example},1`, example.slice(0, -2)])
				expect(await desk.check(name, text)).toEqual(
					await deskInPage.check(name, text),
				);
		}
	}
	for (const { dialect, message } of vectors) {
		const known = await deskInPage.check(dialect, message).catch(() => null);
		expect(await desk.check(dialect, message).catch(() => null)).toEqual(known);
	}
	for (const site of sites)
		for (const model of ["mz-8", "eldes-esim"]) {
			const question: SiteQuestion = {
				site,
				model,
				secrets: {},
				keyword: "",
				code: "",
				from: "factory",
				to: "panel",
			};
			expect(await siteDesk.plan(question)).toEqual(
				await siteDeskInPage.plan(question),
			);
		}
});

async function inPage(): Promise<{
	readonly deskInPage: typeof deskInPage;
	readonly siteDeskInPage: typeof siteDeskInPage;
}> {
	const outdir = await temporaryFolder();
	const rooms = join(import.meta.dirname, "../../src/console");
	await build({
		entryPoints: {
			desk: join(rooms, "message/desk-in-page.ts"),
			site: join(rooms, "site/site-desk-in-page.ts"),
		},
		bundle: true,
		outdir,
		format: "esm",
		platform: "browser",
		outExtension: { ".js": ".mjs" },
		plugins: [languageTexts, leftOut],
		logLevel: "warning",
	});
	const part = (name: string) =>
		import(pathToFileURL(join(outdir, `${name}.mjs`)).href);
	return { ...(await part("desk")), ...(await part("site")) };
}

/** `toString` is inherited. */
const name = fc.constantFrom("a", "b", "name", "1", "toString");

const value = fc.oneof(
	fc.constantFrom(null, undefined, true, 0, "", "a", "name"),
	fc.record({ name: fc.constantFrom("a", "b", undefined), alt: fc.nat(3) }),
	fc.array(fc.nat(3), { maxLength: 3 }),
);
const collection = fc.oneof(
	fc.constantFrom(null, undefined, "", "abc"),
	fc.array(value, { maxLength: 5 }),
	fc.dictionary(name, value),
);

/** What Chevrotain hands in. */
const asked: readonly (readonly [string, fc.Arbitrary<unknown[]>])[] = [
	...(
		[
			...["values", "keys", "isEmpty", "compact", "uniq", "clone", "flatten"],
			...["first", "last", "isArray", "isString", "isUndefined", "isRegExp"],
			...["isFunction", "isObject", "identity", "noop", "drop", "dropRight"],
		] as const
	).map((name) => [name, list(name)] as const),
	...(
		["map", "flatMap", "filter", "reject", "find", "some", "every"] as const
	).map((name) => [name, fc.tuple(collection, iteratee())] as const),
	["groupBy", fc.tuple(fc.array(value), iteratee())],
	["pickBy", fc.tuple(fc.dictionary(name, value), fc.constant(Boolean))],
	["includes", fc.tuple(collection, fc.constantFrom("a", 0, null))],
	["indexOf", fc.tuple(fc.array(value), fc.constantFrom("a", 0, null))],
	["has", fc.tuple(collection, fc.constantFrom("a", "name", "length"))],
	["difference", fc.tuple(fc.array(fc.nat(4)), fc.array(fc.nat(4)))],
	["upperFirst", fc.tuple(fc.string())],
	[
		"defaults",
		fc.tuple(fc.dictionary(name, value), fc.dictionary(name, value)),
	],
	["assign", fc.tuple(fc.dictionary(name, value), fc.dictionary(name, value))],
];

function list(name: string): fc.Arbitrary<unknown[]> {
	const arrays = [
		"compact",
		"uniq",
		"flatten",
		"first",
		"last",
		"drop",
		"dropRight",
	];
	return fc.tuple(arrays.includes(name) ? fc.array(value) : collection);
}

function iteratee(): fc.Arbitrary<unknown> {
	return fc.constantFrom<unknown>(
		"name",
		(each: unknown) => each,
		Array.isArray,
	);
}

test.each(asked)("%s does what lodash does", (name, args) => {
	fc.assert(
		fc.property(args, (all) => {
			const [one, other] = [structuredCloned(all), structuredCloned(all)];
			expect(ours[name]?.(...one)).toEqual(lodash[name]?.(...other));
			expect(one).toEqual(other);
		}),
	);
});

test("forEach and reduce do what lodash does, and false ends the first", () => {
	fc.assert(
		fc.property(collection, (all) => {
			const [one, other]: unknown[][] = [[], []];
			const into = (list: unknown[]) => (each: unknown, at: unknown) => {
				list.push([each, at]);
				return each === 0 ? false : undefined;
			};
			expect(ours.forEach?.(all, into(one ?? []))).toBe(all);
			lodash.forEach?.(all, into(other ?? []));
			expect(one).toEqual(other);
			const sum = (each: unknown, next: unknown) =>
				`${each}${JSON.stringify(next)}`;
			expect(ours.reduce?.(all, sum, "x")).toBe(lodash.reduce?.(all, sum, "x"));
		}),
	);
});

/** Of what is no function. */
function structuredCloned(all: readonly unknown[]): unknown[] {
	return all.map((each) =>
		typeof each === "function" ? each : structuredClone(each),
	);
}
