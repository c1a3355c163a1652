import { expect, test } from "vitest";
import { aHouse, type House } from "../support/house.ts";
import { ANNA, KEY, panelWithPeople } from "../support/panel-with-people.ts";
import { watchedParts } from "../support/watched-panel.ts";

const PINS = ["1234", "2222", "9898", "7982", "4321", "5555", KEY];

test("the panel in the house is read, with PINs and codes masked, and not changed", async () => {
	const house = await aHouse();
	await house.mailbox.bring("PROG 7982 USRS:2,5555,Ben");
	await house.mailbox.bring("PROG 7982 USRS?");
	await house.mailbox.bring("PROG 7928 USRS:2,4321");
	await house.mailbox.bring("ARM 1234", { from: ANNA });
	await house.happens("keypad 1234 disarm");
	await house.pass(60_000);
	expect(await json(house.get("/v1/panels/house"))).toEqual({
		id: "house",
		model: "vst-2752",
		number: "+15550100",
		time: "real",
		now: "2026-11-20T12:01:00Z",
		control: false,
		next: expect.any(Number),
	});
	expect(await json(house.get("/v1/panels/house/status"))).toMatchObject({
		mode: "disarm",
		remote: { people: [{ name: "Anna" }, { name: "Bob" }] },
	});
	const { activities } = await json(house.get("/v1/panels/house/activity"));
	expect(activities[0]).toMatchObject({
		id: 1,
		type: "text",
		text: "**** **** USRS:2,****,Ben",
		reply: "USRS:OK",
		arguments: { pin: "****", name: "Ben" },
		changes: [
			{ path: "users.2.name", from: "Bob", to: "Ben" },
			{ path: "users.2.pin", from: "PIN#1", to: "PIN#2" },
		],
	});
	expect(
		(
			await json(
				house.post("/v1/panels/house/claims", {
					path: "users.1.pin",
					value: "1234",
				}),
			)
		).held,
	).toBe(false);
	expect(
		await json(
			house.post("/v1/panels/house/wait", {
				for: { text: { contains: "USRS:OK" } },
				within: "1s",
				since: 1,
			}),
		),
	).toMatchObject({ held: true, activity: { type: "sent" } });
	expect(namesOf(PINS, await everythingTold(house))).toEqual([]);

	for (const [method, path, body] of [
		["GET", "snapshot", null],
		["PUT", "snapshot", {}],
		["GET", "digest", null],
		["GET", "record", null],
		["DELETE", "", null],
		["POST", "texts", { text: "PROG 7982 MODE:A" }],
		["POST", "steps", { step: "zone 1 open" }],
		["POST", "settings", { path: "users.1.name", value: "X" }],
	] as const) {
		const answer: Response = await house.request(
			`/v1/panels/house/${path}`.replace(/\/$/, ""),
			{
				method,
				...(body === null ? {} : sending(body)),
			},
		);
		const { code } = await json(Promise.resolve(answer));
		expect([method, path, answer.status, code]).toEqual([
			method,
			path,
			path === "snapshot" && method === "PUT" ? 422 : 403,
			path === "snapshot" && method === "PUT" ? "body/wrong" : "house/guarded",
		]);
	}
	await house.close();
});

test("with --allow-control it is texted, things happen to it and settings change", async () => {
	const state = {
		...panelWithPeople,
		users: panelWithPeople.users.slice(0, 2),
	};
	const house = await aHouse({ allowControl: true, state });
	expect(
		await json(
			house.post("/v1/panels/house/texts", {
				text: "PROG 7982 USRS:2,5555,Ben",
			}),
		),
	).toMatchObject({
		reply: "USRS:OK",
		arguments: { pin: "****" },
		replies: ["USRS:OK"],
	});
	expect(
		await json(house.post("/v1/panels/house/steps", { step: "zone 3 open" })),
	).toMatchObject({ accepted: true });
	expect(
		await json(
			house.post("/v1/panels/house/settings", {
				path: "users.2.name",
				value: "Bea",
			}),
		),
	).toMatchObject({ path: "users.2.name" });
	expect(
		await json(
			house.post("/v1/panels/house/claims", {
				path: "users.2.name",
				value: "Bea",
			}),
		),
	).toMatchObject({ held: true });
	expect(
		await json(
			house.post("/v1/panels/house/settings", {
				path: "users.2.pin",
				value: "12",
			}),
		),
	).toMatchObject({ status: 422, code: "setting/wrong" });
	expect(
		await json(house.post("/v1/panels/house/clock", { advance: "1s" })),
	).toMatchObject({ status: 409, code: "time/real" });
	await house.close();
});

const told = panelWithPeople.reporting;
const guarded = {
	...panelWithPeople,
	reporting: {
		...told,
		destinations: [
			{
				id: 1,
				group: 1,
				level: "all" as const,
				carrier: "",
				url: "sms://+15550188",
			},
		],
	},
};

test.each([
	[
		"at the keypad",
		(house: House, code: string) => house.happens(`keypad ${code} disarm`),
	],
	[
		"the remote switch",
		(house: House, code: string) => house.happens(`keypad ${code} remote off`),
	],
	[
		"by SMS",
		(house: House, code: string) =>
			house.mailbox.bring(`DISARM ${code}`, { from: ANNA }),
	],
])("duress %s leaves no trace in anything that is told", async (_, disarm) => {
	const [own, forced, shown] = await Promise.all(
		(["1234", "9898", "9898"] as const).map(async (code, at) => {
			const house = await aHouse({ state: guarded, showDuress: at === 2 });
			await house.happens("keypad 1234 away");
			await house.pass(40_000);
			await house.happens("zone 1 open");
			// The first try to report duress fails, so that it waits.
			failFirst(house, "duress");
			await disarm(house, code);
			const midway = await everythingTold(house);
			await house.pass(300_000);
			await house.happens("keypad 1234 away");
			await house.pass(300_000);
			const after = await everythingTold(house);
			await house.close();
			return { midway, after };
		}),
	);
	expect(forced).toEqual(own);
	expect(shown).not.toEqual(own);
});

test.each([
	["masked", { showSecrets: false }],
	["with secrets", { showSecrets: true }],
])(
	"what is answered to who texts and types under duress leaves no trace, %s",
	async (_, shown) => {
		const [own, forced, told] = await Promise.all(
			(["1234", "9898", "9898"] as const).map(async (code, at) => {
				const house = await aHouse({
					state: guarded,
					allowControl: true,
					showDuress: at === 2,
					...shown,
				});
				const answers: unknown[] = [];
				for (const [path, body] of [
					["steps", { step: "keypad 1234 away" }],
					["texts", { text: `DISARM ${code}`, from: ANNA }],
					["steps", { step: "keypad 1234 away" }],
					["steps", { step: `keypad ${code} disarm` }],
				] as const) {
					const answer = await house.post(`/v1/panels/house/${path}`, body);
					answers.push([answer.status, await answer.json()]);
					await house.pass(60_000);
				}
				const read = await house.get("/v1/panels/house/activity?state=yes");
				answers.push(await read.json());
				await house.close();
				// What was typed is known to who typed it.
				return JSON.stringify(answers, null, "\t").replaceAll("9898", "1234");
			}),
		);
		expect(forced).toBe(own);
		expect(told).not.toBe(own);
	},
);

test.each([
	["masked", { showSecrets: false }],
	["with secrets", { showSecrets: true }],
])(
	"a silent button leaves no trace in the answer to who presses it, %s",
	async (_, shown) => {
		const pressed = async (showDuress: boolean) => {
			const house = await aHouse({
				state: { ...guarded, ...watchedParts },
				allowControl: true,
				showDuress,
				...shown,
			});
			const answers: unknown[] = [];
			for (const step of ["zone 5 open", "zone 5 close", "keypad 1234 disarm"])
				answers.push(
					await json(house.post("/v1/panels/house/steps", { step })),
					await json(house.get("/v1/panels/house/activity?state=yes")),
				);
			await house.close();
			return JSON.stringify(answers);
		};
		const trace =
			/"kind":"silent-panic"|silent panic|runtime\.(alarms|memory)|cancelled/;
		expect(await pressed(false)).not.toMatch(trace);
		expect(await pressed(true)).toMatch(trace);
	},
);

// Helpers

/** The first text that begins so does not get through. */
function failFirst({ mailbox }: House, beginning: string): void {
	const send = mailbox.send.bind(mailbox);
	let failed = false;
	mailbox.send = async (to, text, options) => {
		if (failed || !text.startsWith(beginning)) return send(to, text, options);
		failed = true;
		return { sent: false, reason: "away", retry: true };
	};
}

/** Every answer about the panel in the house that is read, one under the other. */
async function everythingTold(house: House): Promise<string> {
	const at = "/v1/panels/house";
	const paths = [
		"/v1/panels",
		at,
		`${at}/status`,
		`${at}/log`,
		`${at}/activity`,
		...["+33612345678", "+15550101", "+15550188"].map(
			(number) => `${at}/phones/${encodeURIComponent(number)}/messages`,
		),
	];
	const answers = await Promise.all(
		paths.map(
			async (path) => `${path} ${await (await house.get(path)).text()}`,
		),
	);
	const claims = await Promise.all(
		["users", "runtime", "remote", "credentials"].map(async (path) =>
			JSON.stringify(
				await json(house.post(`${at}/claims`, { path, value: null })),
			),
		),
	);
	return [...answers, ...claims, await streamed(house)].join("\n");
}

/** What a stream says that begins with the first activity. */
async function streamed(house: House): Promise<string> {
	const answer = await house.get("/v1/panels/house/activity?since=1", {
		Accept: "text/event-stream",
	});
	const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
	const { next } = await json(house.get("/v1/panels/house/activity"));
	let text = "";
	while (next > 1 && !text.includes(`id: ${next - 1}\n`))
		text += (await reader?.read())?.value ?? "";
	await reader?.cancel();
	return text;
}

function namesOf(secrets: readonly string[], text: string): readonly string[] {
	// Phone numbers may hold the digits of a PIN.
	return secrets.filter((secret) =>
		new RegExp(`(?<![0-9])${secret}(?![0-9])`).test(text),
	);
}

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it
async function json(answer: Promise<Response>): Promise<any> {
	return await (await answer).json();
}

function sending(body: object): RequestInit {
	return {
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify(body),
	};
}
