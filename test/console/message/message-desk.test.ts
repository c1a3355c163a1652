import { afterAll, expect, test } from "vitest";
import { deskInPage } from "../../../src/console/message/desk-in-page.ts";
import { deskOverHttp } from "../../../src/console/message/desk-over-http.ts";
import { allModels, models } from "../../../src/models/models.ts";
import { anApi } from "../../support/api.ts";

/*
 * A page that asks the server says the same as one that has the languages in it.
 */

const api = anApi();
afterAll(() => api.close());
const overHttp = deskOverHttp((path, body) =>
	body === undefined ? api.get(path) : api.post(path, body),
);

test("both know the same models", async () => {
	expect(await overHttp.models()).toEqual(await deskInPage.models());
	expect((await deskInPage.models()).map(({ name }) => name)).toEqual(
		allModels().map(({ name }) => name),
	);
});

test.each(models.map(({ name }) => name))(
	"both have the same commands of %s, and judge their examples alike",
	async (model) => {
		const commands = await deskInPage.commands(model);
		expect(plain(await overHttp.commands(model))).toEqual(plain(commands));
		const examples = commands.map(({ example }) => example);
		for (const example of examples)
			expect(await overHttp.check(model, example)).toEqual(
				plain(await deskInPage.check(model, example)),
			);
		const list = ["# a list", ...examples, "nonsense"].join("\n");
		expect(await overHttp.checkList(model, list)).toEqual(
			plain(await deskInPage.checkList(model, list)),
		);
	},
);

test("both compose alike: a message, a wrong one, and one that cannot be written", async () => {
	const wanted = {
		model: "vst-2752",
		word: "USRS",
		keyword: "HOUSE",
		code: "",
	};
	const composed = {
		ok: true,
		text: "HOUSE 7982 USRS:1,4711,,1",
		verdict: "by the manual",
		provenance: "manual",
		source: "VST, MZ57",
		diagnostics: [],
		remarks: ["name: left blank, which clears it"],
	};
	const right = { ...wanted, fields: { user: "1", pin: "4711", latch: "1" } };
	expect(await deskInPage.compose(right)).toEqual(composed);
	expect(await overHttp.compose(right)).toEqual(composed);

	const wrong = { ...wanted, fields: { user: "99" } };
	const faulty = await deskInPage.compose(wrong);
	expect(faulty).toMatchObject({
		ok: true,
		text: "HOUSE 7982 USRS:99",
		verdict: "wrong",
		diagnostics: [{ message: "user number: 1 to 10, this is outside" }],
	});
	expect(await overHttp.compose(wrong)).toEqual(plain(faulty));

	const impossible = { ...wanted, fields: { door: "1" } };
	const refused = {
		ok: false,
		reason: "there is no field door. Known: user, pin, name, latch",
	};
	expect(await deskInPage.compose(impossible)).toEqual(refused);
	expect(await overHttp.compose(impossible)).toEqual(refused);
});

// Helpers

/** As it comes through JSON. */
function plain(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}
