import { expect, test } from "vitest";
import { immediately } from "../../src/time/immediately.ts";
import { type ApiAtHand, anApi } from "../support/api.ts";

test("at a speed, a minute of the panel is a second, and it can be moved ahead", async () => {
	const api = anApi();
	const at = await made(api, { time: 60 });
	await api.post(`${at}/texts`, { text: "PROG 7982 MODE:A" });
	await api.pass(400);
	expect((await api.get(`${at}/status`)).body).toMatchObject({
		mode: "arming",
		now: "2026-01-01T00:00:24Z",
	});
	await api.pass(100);
	// The exit delay ended by itself, at its own instant.
	expect(
		(await api.get(`${at}/activity?since=3`)).body.activities,
	).toMatchObject([{ type: "event", at: "2026-01-01T00:00:30Z" }]);
	expect((await api.post(`${at}/clock`, { advance: "1h" })).body).toMatchObject(
		{ now: "2026-01-01T01:00:30Z" },
	);
	expect((await api.post(`${at}/clock`, { speed: 0 })).body.now).toBe(
		"2026-01-01T01:00:30Z",
	);
	await api.pass(60_000);
	expect((await api.get(at)).body).toMatchObject({
		time: "virtual",
		now: "2026-01-01T01:00:30Z",
	});
	await api.post(`${at}/clock`, { speed: 2 });
	await api.pass(1000);
	expect((await api.get(at)).body).toMatchObject({
		time: 2,
		now: "2026-01-01T01:00:32Z",
	});
	api.close();
});

test.each([
	["clock", { advance: "3650d" }, "2035-12-30T00:00:00Z"],
	[
		"wait",
		{ for: { text: { contains: "never" } }, within: "366d" },
		"2027-01-02T00:00:00Z",
	],
])(
	"years in which much happens stop nobody else: %s",
	async (route, body, end) => {
		const api = anApi();
		const at = await made(api, {});
		for (const schedule of [1, 2, 3, 4])
			await api.post(`${at}/texts`, {
				text: `PROG 7982 SCHS:${schedule},${schedule},30,${schedule % 2 ? "A" : "H"}`,
			});
		const answered: string[] = [];
		const years = api.post(`${at}/${route}`, body).then(({ body }) => {
			answered.push(body.now);
		});
		for (const other of ["one", "another"]) {
			await immediately();
			await api.get("/healthz");
			answered.push(other);
		}
		await years;
		expect(answered).toEqual(["one", "another", end]);
		api.close();
	},
);

test("time is not moved on by more than 100 years at once", async () => {
	const api = anApi();
	const at = await made(api, {});
	const to = (instant: string) => api.post(`${at}/clock`, { to: instant });
	expect(await to("2125-12-08T00:00:00.001Z")).toEqual({
		status: 422,
		body: {
			status: 422,
			code: "time/impossible",
			title: "advance: at most 100 years at once",
			errors: [],
		},
	});
	expect((await to("2125-12-08T00:00:00Z")).body.now).toBe(
		"2125-12-08T00:00:00Z",
	);
	api.close();
});

test("real time begins now, passes by itself, and nobody moves it", async () => {
	const api = anApi();
	const at = await made(api, { time: "real" });
	expect((await api.get(at)).body).toMatchObject({
		time: "real",
		now: "2026-11-20T12:00:00Z",
	});
	for (const body of [
		{ advance: "1s" },
		{ speed: 60 },
		{ to: "2027-01-01T00:00:00Z" },
	])
		expect(await api.post(`${at}/clock`, body)).toMatchObject({
			status: 409,
			body: { code: "time/real" },
		});
	await api.post(`${at}/texts`, { text: "PROG 7982 MODE:A" });
	const waiting = api.post(`${at}/wait`, {
		for: { state: { path: "runtime.mode", value: "away" } },
		within: "1m",
	});
	const tooShort = api.post(`${at}/wait`, {
		for: { state: { path: "runtime.mode", value: "away" } },
		within: "10s",
	});
	await api.pass(0);
	await api.pass(30_000);
	expect((await tooShort).body).toMatchObject({
		held: false,
		candidates: [{ path: "runtime.mode", value: "arming" }],
	});
	expect((await waiting).body).toMatchObject({
		held: true,
		now: "2026-11-20T12:00:30Z",
	});
	expect(
		await api.post(`${at}/wait`, { for: { event: "x" }, within: "11m" }),
	).toMatchObject({ status: 422, body: { code: "time/impossible" } });
	api.close();
});

test("a recorded session holds when it is replayed, whatever its time was", async () => {
	const api = anApi();
	const at = await made(api, { time: 60, channel: ["delay 2s 1x"], seed: 7 });
	await api.post(`${at}/texts`, { text: "PROG 7982 USRS:1,4321" });
	await api.pass(500);
	await api.post(`${at}/clock`, { speed: 0 });
	await api.post(`${at}/steps`, { step: "keypad 4321 away" });
	await api.post(`${at}/clock`, { advance: "31s" });
	const { body } = await api.get(`${at}/record?id=evening`);
	expect(body).toEqual({
		transcript: [
			"id evening",
			"model vst-2752",
			"seed 7",
			"channel delay 2s 1x",
			"> PROG 7982 USRS:1,4321",
			"<",
			"@ +2s 40ms",
			"< USRS:OK",
			"@ +27s 960ms",
			"! keypad 4321 away",
			"@ +31s",
			"",
		].join("\n"),
		config: null,
		// The text itself is told when the delay is over.
		next: 6,
	});
	expect((await api.get(`${at}/record?id=a/b`)).status).toBe(422);
	api.close();
});

async function made(api: ApiAtHand, wanted: object): Promise<string> {
	const { body } = await api.post("/v1/panels", wanted);
	return `/v1/panels/${body.id}`;
}
