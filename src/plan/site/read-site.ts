import { isMap, isScalar, type Node } from "yaml";
import { jsonType } from "../../derive/json-form.ts";
import { nearestName } from "../../derive/nearest-name.ts";
import type { Model } from "../../models/model.ts";
import { modelNamed, modelNames, modelsMeantBy } from "../../models/models.ts";
import type { Value } from "../../parameters/kind.ts";
import type { Site, SiteSetting, Thing } from "./site.ts";
import type { SiteFault } from "./site-fault.ts";
import { siteRules } from "./site-rules.ts";
import { type SitePart, siteForm } from "./site-schema.ts";
import {
	keyOf,
	nodeAt,
	type SiteSource,
	siteSource,
	strangeness,
} from "./site-source.ts";
import { Substituted, type Substitutes, substituted } from "./substitution.ts";

export type ReadSite =
	| { readonly ok: true; readonly site: Site }
	/** At least one, in the order of the text. */
	| { readonly ok: false; readonly faults: readonly SiteFault[] };

/**
 * Reads a site: YAML or JSON in the words of panel-config.json. Total.
 * @param model whose panel it is where the site does not say so
 */
export function readSite(
	text: string,
	substitutes: Substitutes,
	model: Model,
): ReadSite {
	const source = siteSource(text.replace(/^\uFEFF/, ""));
	return "faults" in source
		? { ok: false, faults: source.faults }
		: siteOf(source, substitutes, model);
}

/** The same of a text that was taken apart before: a template of many sites. */
export function siteOf(
	source: SiteSource,
	substitutes: Substitutes,
	model: Model,
): ReadSite {
	const faults: SiteFault[] = [];
	/** What variables made of a text, by its path; with a secret in it, it is not told. */
	const made = new Map<string, string>();
	const given = source.root === null ? {} : plainData(source.root, []);
	if (faults.length > 0) return refused(faults);
	if (!isObject(given)) {
		const rule = `a site is an object, this is ${jsonType(given)}`;
		faultAt([], rule);
		return refused(faults);
	}
	const wanted = modelOf(given.model);
	if (wanted === null) return refused(faults);
	const { schema, parts } = siteForm(wanted);
	const read = schema.safeParse(given);
	for (const issue of read.error?.issues ?? []) {
		const path = issue.path.map(String);
		if (issue.code === "unrecognized_keys")
			for (const key of issue.keys)
				faultAt([...path, key], strangerRule(key, path, parts), "key");
		else if (issue.code === "invalid_key")
			faultAt(path, issue.issues[0]?.message ?? issue.message, "key");
		else if (issue.code === "invalid_type")
			faultAt(path, `an object, this is ${jsonType(at(given, path))}`);
		else if (issue.code === "invalid_value")
			faultAt(path, `${issue.values.join(", ")}, or left out`);
		else faultAt(path, issue.message);
	}
	if (read.data === undefined) return refused(faults);
	const site = flattened(wanted, given, read.data, parts);
	for (const { path, rule } of siteRules(site)) faultAt(path.split("."), rule);
	return faults.length > 0 ? refused(faults) : { ok: true, site };

	/** What a node says, as plain data, with variables and references filled in. */
	function plainData(node: Node | null, path: readonly string[]): unknown {
		const strange = strangeness(node);
		if (strange !== null) {
			faultAt(path, strange);
			return null;
		}
		if (isMap<Node, Node | null>(node)) {
			const members = node.items.map(({ key, value }) => {
				const name = keyOf(key) ?? "";
				return [name, plainData(value, [...path, name])] as const;
			});
			return Object.fromEntries(members);
		}
		if (!isScalar(node)) return null;
		if (typeof node.value !== "string") return node.value;
		const filled = substituted(node.value, substitutes);
		if (filled === null) return node.value;
		if (filled instanceof Substituted) {
			if (filled.reference === null)
				made.set(path.join("."), `${node.value} is "${filled.text}"`);
			return filled;
		}
		faultAt(path, filled.fault);
		return null;
	}

	function modelOf(named: unknown): Model | null {
		if (named === undefined) return model;
		const name = named instanceof Substituted ? named.text : String(named);
		const found = modelNamed(name);
		if (found !== undefined) return found;
		const meant = modelsMeantBy(name);
		const hint = meant === null ? "" : ` (did you mean ${meant}?)`;
		faultAt(["model"], `one of ${modelNames.join(", ")}${hint}`);
		return null;
	}

	function faultAt(
		path: readonly string[],
		rule: string,
		of: "value" | "key" = "value",
	): void {
		const { value, key } = nodeAt(source.root, path);
		const isKey = of === "key" || value === null || isMap(value);
		const node = (isKey ? key : value) ?? value;
		const [start = 0, end = start + 1] = node?.range ?? [];
		const name = path.join(".");
		const told = of === "value" ? made.get(name) : undefined;
		const whole = told === undefined ? rule : `${rule}; ${told}`;
		faults.push(source.fault(name, whole, start, end));
	}
}

function refused(faults: readonly SiteFault[]): ReadSite {
	const inOrder = faults.toSorted((a, b) => a.start - b.start);
	return { ok: false, faults: inOrder };
}

/** The settings and absences of a site, in the order of the configuration. */
function flattened(
	model: Model,
	given: object,
	read: object,
	parts: readonly SitePart[],
): Site {
	const settings: SiteSetting[] = [];
	const absent: Thing[] = [];
	for (const { path, isList, members } of parts) {
		const keys = path.split(".");
		const named = at(read, keys);
		if (!isObject(named)) continue;
		const things = isList ? Object.keys(named).map(Number) : [null];
		for (const id of things.toSorted((a, b) => (a ?? 0) - (b ?? 0))) {
			const place = id === null ? keys : [...keys, String(id)];
			const thing = { part: path, id };
			const said = at(read, place);
			if (isObject(said) && said.absent === true) absent.push(thing);
			for (const member of members) {
				const value = at(said, [member]);
				if (!isValue(value)) continue;
				const written = at(given, [...place, member]);
				const reference =
					written instanceof Substituted ? written.reference : null;
				settings.push({ thing, member, value, reference });
			}
		}
	}
	const number = at(read, ["number"]);
	return {
		model,
		number: typeof number === "string" ? number : null,
		settings,
		absent,
	};
}

function strangerRule(
	key: string,
	path: readonly string[],
	parts: readonly SitePart[],
): string {
	const inside = path.filter((each) => !/^[0-9]+$/.test(each)).join(".");
	const known =
		path.length === 0
			? [
					"model",
					"number",
					...parts.map((part) => part.path.split(".")[0] ?? ""),
				]
			: parts.flatMap((part) =>
					part.path === inside
						? [...part.members, "absent"]
						: part.path.startsWith(`${inside}.`)
							? [part.path.slice(inside.length + 1)]
							: [],
				);
	const near = nearestName(key, [...new Set(known)]);
	return near === null
		? "there is no such key"
		: `there is no such key (did you mean ${near}?)`;
}

function at(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(inside, key) =>
			isObject(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined,
		value,
	);
}

function isObject(
	value: unknown,
): value is { readonly [key: string]: unknown } {
	return typeof value === "object" && value !== null;
}

function isValue(value: unknown): value is Value {
	return ["string", "number", "boolean"].includes(typeof value);
}
