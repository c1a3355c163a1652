import { afterAll, expect, test } from "vitest";
import { modelNames } from "../../src/models/models.ts";
import { anApi } from "../support/api.ts";
import { aHouse } from "../support/house.ts";

const api = anApi();
afterAll(() => api.close());

const site = `model: vst-2752
users: { 1: { name: ANNA, pin: "\${ANNA_PIN}" } }
zones: { 1: { name: "{{door}}", attribute: entry } }
`;
const asked = {
	site,
	secrets: { ANNA_PIN: "4711" },
	variables: { door: "Front door" },
};

test("a plan is answered with references, and rehearsed; nothing is sent", async () => {
	const made = await api.post("/v1/panels", {});
	await api.post(`/v1/panels/${made.body.id}/texts`, {
		text: "PROG 7982 DEAN:1,1,0123456789,Door",
	});
	const from = { panel: made.body.id };
	const { status, body } = await api.post("/v1/plan", {
		...asked,
		from,
		price: 0.09,
	});
	expect(status).toBe(200);
	expect(body).toMatchObject({
		model: "vst-2752",
		number: null,
		due: true,
		messages: [
			{
				text: `PROG 7982 USRS:1,\${ANNA_PIN},ANNA`,
				command: "USRS",
				thing: "users.1",
				verdict: "by the manual",
				sms: { characters: 26, alphabet: "gsm-7", parts: 1 },
				price: 0.09,
			},
			{ command: "DEVE", thing: "zones.1" },
		],
		elsewhere: [],
		warnings: [],
		total: { messages: 2, sms: 2, price: 0.18 },
		texts: null,
	});
	expect(body.difference.map(({ path }: { path: string }) => path)).toEqual([
		"users.1.name",
		"users.1.pin",
		"zones.1.attribute",
		"zones.1.name",
	]);
	expect(JSON.stringify(body)).not.toMatch(/4711|1234/);
	// The panel is as it was.
	expect((await api.post("/v1/plan", { ...asked, from })).body.digest).toBe(
		body.digest,
	);
	const sent = await api.post("/v1/plan", { ...asked, from, texts: true });
	expect(sent.body.texts[0]).toBe("PROG 7982 USRS:1,4711,ANNA");
});

test("a plan has one digest, whatever its secrets are", async () => {
	const digests = await Promise.all(
		["4711", "0815"].map(async (pin) => {
			const secrets = { ANNA_PIN: pin };
			return (await api.post("/v1/plan", { ...asked, secrets })).body.digest;
		}),
	);
	expect(digests[0]).toMatch(/^[0-9a-f]{32}$/);
	expect(digests[1]).toBe(digests[0]);
	const other = await api.post("/v1/plan", {
		...asked,
		variables: { door: "Back door" },
	});
	expect(other.body.digest).not.toBe(digests[0]);
});

test("a paper is answered as a page without a secret", async () => {
	const { status, body } = await api.post("/v1/handover", {
		...asked,
		for: "installer",
		language: "es",
		name: "north",
		day: "2026-11-30",
		known: { "zones.1.name": { how: "read" } },
	});
	expect(status).toBe(200);
	expect(body.html).toMatch(/^<!doctype html>\n<html lang="es">/);
	expect(body.html).toContain(
		'<td class="long">Front door</td><td class="narrow">leído</td>',
	);
	expect(body.html).not.toContain("4711");
});

test("every wrong place of a site is named", async () => {
	const refused = async (path: string, body: object) => {
		const answer = await api.post(path, body);
		const { code, errors } = answer.body;
		return [answer.status, code, errors];
	};
	const nobody = `zones: { 1: { name: "\${NOBODY}" } }`;
	expect(
		await refused("/v1/handover", { site: nobody, day: "2026-11-30" }),
	).toEqual([
		422,
		"site/wrong",
		[
			{
				path: "zones.1.name",
				message: `1:21: nothing stands for \${NOBODY}`,
			},
		],
	]);
	expect(
		await refused("/v1/plan", {
			site: "users: { 1: { pin: 12 }, 3: { nme: X } }",
		}),
	).toEqual([
		422,
		"site/wrong",
		[
			{
				path: "users.1.pin",
				message: "1:20: 4 digits, this is a number (write it in quotes)",
			},
			{
				path: "users.3.nme",
				message: "1:31: there is no such key (did you mean name?)",
			},
		],
	]);
	expect(await refused("/v1/plan", { site: "a: [" })).toMatchObject([
		422,
		"site/wrong",
		[{ path: "" }],
	]);
	expect(
		await refused("/v1/handover", { site: "", day: "2026-02-30" }),
	).toMatchObject([422, "body/wrong", [{ path: "day" }]]);
	expect(
		await refused("/v1/plan", { site: "", from: { panel: "nobody" } }),
	).toEqual([404, "panel/unknown", []]);
});

test("a plan takes nothing from the panel in the house, nor from the environment", async () => {
	process.env.ANNA_PIN = "4711";
	const house = await aHouse({ allowControl: true });
	try {
		const answer = await house.post("/v1/plan", {
			...asked,
			from: { panel: "house" },
		});
		expect([
			answer.status,
			((await answer.json()) as { code: string }).code,
		]).toEqual([403, "house/guarded"]);
		const { secrets: _, ...bare } = asked;
		expect((await house.post("/v1/plan", bare)).status).toBe(422);
	} finally {
		delete process.env.ANNA_PIN;
		await house.close();
	}
});

test("every model is listed", async () => {
	const { models } = (await api.get("/v1/models")).body as {
		models: readonly { name: string; aliases: readonly string[] }[];
	};
	expect(
		models.flatMap(({ name, aliases }) => [name, ...aliases]).toSorted(),
	).toEqual(modelNames.toSorted());
});
