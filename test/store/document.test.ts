import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configSchema } from "../../src/derive/config-schema.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import {
	ConfigFileError,
	unknownModel,
} from "../../src/store/config-file-error.ts";
import {
	modelOf,
	parseDocument,
	readDocument,
} from "../../src/store/document.ts";
import { temporaryFolder } from "../support/folder.ts";

describe("a file that cannot be used is refused and left as it is", () => {
	test.each<[string, string, object, string]>([
		[
			"not JSON",
			'{\n\t"model": "mz-8"\n\t"users": [{"pin": "1234"}]\n}',
			{ code: "config/json", position: { line: 3, column: 2 } },
			"panel-config.json:3:2: this is not JSON: a comma or the closing bracket is due here",
		],
		[
			"empty",
			"",
			{ code: "config/json", position: { line: 1, column: 1 } },
			"panel-config.json:1:1: this is not JSON: a value is due here, but the file ends",
		],
		[
			"a list",
			"[]",
			{ code: "config/rule", position: null },
			"panel-config.json: an object, this is a list",
		],
		[
			"no version",
			'{"model":"mz-8"}',
			{ code: "config/version" },
			"panel-config.json: schemaVersion: 1, this is missing",
		],
		[
			"a newer version",
			'{"schemaVersion":2,"model":"mz-8","people":[]}',
			{ code: "config/version" },
			"panel-config.json: schemaVersion: written by a newer version: schema 2, this one knows 1",
		],
		[
			"an older version",
			'{"schemaVersion":0,"model":"mz-8"}',
			{ code: "config/version" },
			"panel-config.json: schemaVersion: schema 0 is older than anything that this version can read",
		],
		[
			"no model",
			'{"schemaVersion":1}',
			{ code: "config/model" },
			"panel-config.json: model: the name of a model, this is missing",
		],
		[
			"one wrong field",
			'{"schemaVersion":1,"model":"mz-8","users":[{"id":1,"pin":"12345"}]}',
			{
				code: "config/rule",
				faults: [{ path: "users.1.pin", rule: "4 digits, this has 5" }],
			},
			"panel-config.json: users.1.pin: 4 digits, this has 5",
		],
		[
			"two wrong fields",
			'{"schemaVersion":1,"model":"mz-8","users":[{"id":1,"pin":"12345"}],"timers":{"siren":0}}',
			{ code: "config/rule" },
			"panel-config.json: 2 things are wrong\n  users.1.pin: 4 digits, this has 5\n  timers.siren: 1 to 15, this is outside",
		],
	])("%s", async (_, text, properties, message) => {
		const file = join(await temporaryFolder(), "panel-config.json");
		await writeFile(file, text);
		const error = await failure(read(file));
		expect(error).toMatchObject({ file, message, ...properties });
		expect(await readFile(file, "utf8")).toBe(text);
	});
});

test("a file that is not there", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	expect(await failure(read(file))).toMatchObject({
		code: "config/missing",
		message: "panel-config.json: there is no such file",
	});
});

test("a folder in the place of the file", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	await mkdir(file);
	expect(await failure(read(file))).toMatchObject({
		code: "config/unreadable",
		message: "panel-config.json: it cannot be read: it is a folder (EISDIR)",
	});
});

test.skipIf(process.getuid?.() === 0)(
	"a file that is somebody else's",
	async () => {
		const file = join(await temporaryFolder(), "panel-config.json");
		await writeFile(file, "{}");
		await chmod(file, 0);
		expect(await failure(read(file))).toMatchObject({
			code: "config/unreadable",
			message:
				"panel-config.json: it cannot be read: permission denied (EACCES)",
		});
	},
);

test("no error quotes a secret", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const secret = "5309x";
	const texts = [
		`{"schemaVersion":1,"model":"mz-8","users":[{"id":1,"pin":"${secret}"}]}`,
		`{"schemaVersion":1,"model":"mz-8","users":[{"id":1,"pin":${secret}}]}`,
		`{"schemaVersion":1,"model":"mz-8","credentials":{"keyword":"${secret},${secret}","installerCode":"${secret}"}}`,
		`{"schemaVersion":1,"model":"mz-8","credentials":"${secret}"}`,
		`{"installerCode": "${secret}" "keyword": "${secret}"`,
	];
	for (const text of texts) {
		await writeFile(file, text);
		const error = await failure(read(file));
		expect(error.message).not.toContain(secret);
	}
});

test("a byte order mark and line ends of Windows do not matter", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	await writeFile(
		file,
		'\uFEFF{\r\n"schemaVersion": 1,\r\n"model": "mz-8"}\r\n',
	);
	expect((await read(file)).model).toBe("mz-8");
});

test("an unknown model is named by the models there are", () => {
	expect(
		unknownModel("panel-config.json", "mz8", ["mz-8", "cr200"]).message,
	).toBe("panel-config.json: model: one of mz-8, cr200 (did you mean mz-8?)");
});

async function read(file: string) {
	const raw = await readDocument(file);
	modelOf(raw);
	return parseDocument(raw, configSchema(mz8));
}

async function failure(work: Promise<unknown>): Promise<ConfigFileError> {
	const error = await work.then(
		() => null,
		(error: unknown) => error,
	);
	if (error instanceof ConfigFileError) return error;
	throw new Error(`no ConfigFileError: ${error}`);
}

test.skipIf(process.platform === "win32")(
	"a device without end is no configuration",
	async () => {
		await expect(readDocument("/dev/zero")).rejects.toThrow(
			"it cannot be read: it is no regular file",
		);
	},
);

test("the message of a file names a hundred faults, and how many more there are", () => {
	const faults = Array.from({ length: 102 }, (_, at) => ({
		path: `zones.${at}`,
		rule: "no zone",
	}));
	const lines = new ConfigFileError("a.json", "config/rule", faults).message;
	expect(lines.split("\n")).toEqual([
		"a.json: 102 things are wrong",
		...faults.slice(0, 100).map(({ path }) => `  ${path}: no zone`),
		"  and 2 more",
	]);
});

test("half a million wrong entries are one fault, and take no time", async () => {
	const file = join(await temporaryFolder(), "panel-config.json");
	const users = "{},".repeat(500_000);
	await writeFile(
		file,
		`{"schemaVersion":1,"model":"mz-8","users":[${users}{}]}`,
	);
	const begun = performance.now();
	const error = await failure(read(file));
	expect(performance.now() - begun).toBeLessThan(5000);
	expect(error.message).toBe(
		"panel-config.json: at most 50000 values, this has more",
	);
});
