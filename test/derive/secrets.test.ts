import { expect, test } from "vitest";
import {
	isSecret,
	maskedState,
	secretTexts,
} from "../../src/derive/secrets.ts";
import { allModels } from "../../src/models/models.ts";
import { fullPanel } from "../support/full-panel.ts";

/** Every value in a thing, with its path. */
function leaves(
	thing: unknown,
	path: string,
): [path: string, value: unknown][] {
	if (typeof thing !== "object" || thing === null) return [[path, thing]];
	return Object.entries(thing).flatMap(([name, member]) =>
		leaves(member, path === "" ? name : `${path}.${name}`),
	);
}

test.each(allModels().map((model) => [model.name, model] as const))(
	"every secret of a %s is found and masked, and nothing else",
	(_, model) => {
		const key = "00112233445566778899aabbccddeeff";
		const state = {
			...fullPanel(model),
			integrations: { dc09: { destinations: [{ id: 1, key }] } },
			remote: {
				...fullPanel(model).remote,
				people: [{ id: 1, name: "ANNA", otpKey: "JBSWY3DP" }],
				scripts: [{ name: "a", lines: ["PROG 7982 ECHO:"] }],
				scriptSecret: "sesame",
			},
			stored: { language: { userCode: "4711", phone1: "+361", code2: "0815" } },
		};
		const all = leaves(state, "");
		const secret = all.filter(([path]) => isSecret(path));
		expect(secretTexts(state)).toEqual(secret.map(([, value]) => value));
		expect(leaves(maskedState(state), "").map(([path]) => path)).toEqual(
			all.map(([path]) => path),
		);
		const shown = new Map(leaves(maskedState(state), ""));
		const hidden = all.filter(([path, value]) => shown.get(path) !== value);
		expect(hidden).toEqual(secret.filter(([, value]) => value !== ""));
		expect(secret.map(([path]) => path)).toEqual(
			expect.arrayContaining([
				"users.0.pin",
				"integrations.dc09.destinations.0.key",
				"remote.people.0.otpKey",
				"remote.scripts.0.lines.0",
				"remote.scriptSecret",
				"stored.language.userCode",
				"stored.language.code2",
			]),
		);
	},
);
