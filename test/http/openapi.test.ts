import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "@readme/openapi-parser";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";

type Json = { readonly [name: string]: Json } & readonly Json[] & string;

/** What is published; a test says that it is generated anew. */
const now = read("../../openapi.json");
/** What others have written clients for. It grows with a release, and never shrinks. */
const kept = read("openapi-kept.json");

test("openapi.json is valid by two validators", async () => {
	expect(await validate(structuredClone(now) as never)).toMatchObject({
		valid: true,
		warnings: [],
	});
	const validator = new Validator();
	expect(await validator.validate(structuredClone(now) as never)).toEqual({
		valid: true,
	});
	expect(validator.version).toBe("3.1");
});

test("what was promised is still there: additions only", () => {
	expect(broken(kept, now)).toEqual([]);
});

test("what is taken away or narrowed is found", () => {
	const without = (change: (document: Json) => void) => {
		const changed = structuredClone(now);
		change(changed);
		return broken(now, changed);
	};
	const texts = "/v1/panels/{panel}/texts";
	const schema = (document: Json, path: string) =>
		document.paths?.[path]?.post?.requestBody?.content?.["application/json"]
			?.schema;
	expect(
		without((document) => void delete mutable(document.paths)[texts]),
	).toEqual([`${texts} is gone`]);
	expect(
		without((document) => void delete mutable(document.paths?.[texts]).post),
	).toEqual([`post ${texts} is gone`]);
	expect(
		without((document) => {
			mutable(schema(document, texts)).required = ["text", "from"];
		}),
	).toEqual([`post ${texts} body: from must be given`]);
	expect(
		without((document) => {
			delete mutable(schema(document, texts)?.properties).from;
		}),
	).toEqual([`post ${texts} body.from is gone`]);
	expect(
		without((document) => {
			const answered = document.components?.schemas?.Answered;
			delete mutable(answered?.properties).reply;
		}),
	).toEqual([`post ${texts} 200.reply is gone`]);
	expect(
		without((document) => {
			const model = mutable(schema(document, "/v1/check")?.properties?.model);
			model.enum = ["cr200"];
		}),
	).toContain("post /v1/check body.model: vst-2752 is gone");
});

// Helpers

function read(path: string): Json {
	return JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8"));
}

function mutable(value: unknown): Record<string, unknown> {
	return value as Record<string, unknown>;
}

/** What a client that was written for one document misses in another. */
function broken(before: Json, after: Json): readonly string[] {
	return Object.entries(before.paths ?? {}).flatMap(([path, operations]) => {
		const there = after.paths?.[path];
		if (there === undefined) return [`${path} is gone`];
		return Object.entries(operations).flatMap(([method, operation]) => {
			const still = there[method];
			const at = `${method} ${path}`;
			if (still === undefined) return [`${at} is gone`];
			return [
				...schemaFaults(`${at} body`, "request", [
					bodyOf(before, operation.requestBody),
					bodyOf(after, still.requestBody),
				]),
				...Object.entries(operation.responses ?? {}).flatMap(
					([status, response]) =>
						still.responses?.[status] === undefined
							? [`${at} ${status} is gone`]
							: schemaFaults(`${at} ${status}`, "answer", [
									bodyOf(before, response),
									bodyOf(after, still.responses[status]),
								]),
				),
			];
		});
	});
}

type Side = { readonly document: Json; readonly schema: Json | undefined };

function bodyOf(document: Json, holder: Json | undefined): Side {
	const [content] = Object.values(holder?.content ?? {});
	return { document, schema: content?.schema };
}

function schemaFaults(
	at: string,
	way: "request" | "answer",
	[before, after]: readonly [Side, Side],
): readonly string[] {
	const old = resolved(before);
	const young = resolved(after);
	if (old === undefined) return [];
	if (young === undefined) return [`${at} is gone`];
	const demanded = listOf(way === "request" ? young.required : old.required);
	const had = listOf(way === "request" ? old.required : young.required);
	const word = way === "request" ? "must be given" : "may be missing";
	return [
		...demanded
			.filter((name) => !had.includes(name))
			// What is gone altogether is said below.
			.filter((name) => young.properties?.[name] !== undefined)
			.map((name) => `${at}: ${name} ${word}`),
		...(young.enum === undefined ? [] : listOf(old.enum))
			.filter((value) => !listOf(young.enum).includes(value))
			.map((value) => `${at}: ${value} is gone`),
		...Object.entries(old.properties ?? {}).flatMap(([name, schema]) =>
			young.properties?.[name] === undefined
				? [`${at}.${name} is gone`]
				: schemaFaults(`${at}.${name}`, way, [
						{ ...before, schema },
						{ ...after, schema: young.properties[name] },
					]),
		),
		...(old.items === undefined
			? []
			: schemaFaults(`${at}[]`, way, [
					{ ...before, schema: old.items },
					{ ...after, schema: young.items },
				])),
	];
}

function resolved({ document, schema }: Side): Json | undefined {
	const name = schema?.$ref?.replace("#/components/schemas/", "");
	return name === undefined ? schema : document.components?.schemas?.[name];
}

function listOf(value: Json | undefined): readonly string[] {
	return value ?? [];
}
