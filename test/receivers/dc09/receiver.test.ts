import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
	type Dc09Settings,
	usualSettings,
} from "../../../src/receivers/dc09/dc09-settings.ts";
import type { ReceiverFault } from "../../../src/receivers/dc09/receiver-faults.ts";
import { openReceiver } from "../../../src/receivers/open-receiver.ts";
import type { ReceiverReport } from "../../../src/receivers/receiver.ts";
import { readReceiverUrl } from "../../../src/receivers/receiver-address.ts";
import { systemClock } from "../../../src/time/system-clock.ts";
import { aCentre, type Centre } from "../../support/receiving-centre.ts";

const burglary: ReceiverReport = {
	id: 10_001,
	at: Date.UTC(2026, 8, 25, 14, 12, 4),
	event: "burglar",
	qualifier: "event",
	subject: 3,
	codes: "climax",
	name: "Küche [^1|2]",
};

/** A receiver at the centre; waits are a fiftieth. */
function at(
	{ port }: Centre,
	form: string,
	settings: Partial<Dc09Settings> = {},
) {
	const read = readReceiverUrl(`ip://1234@127.0.0.1:${port}/${form}`);
	if (!read?.ok) throw new Error(read?.reason ?? "no URL");
	return openReceiver(
		read.address,
		{ ...usualSettings, connect: 200, answer: 200, ...settings },
		systemClock,
	);
}

describe.each(["", "/UDP"])("by %s", (carrier) => {
	test.each([
		["CID", "ADM-CID", "#1234|1130 00 003"],
		["SIA", "SIA-DCS", "#1234|Nri1/BA003^Kuche ??1?2?^"],
		["CID_SIA2", "ADM-CID", "#1234|1130 00 003"],
	])("a report in %s is acknowledged", async (form, id, data) => {
		const centre = await aCentre();
		const receiver = at(centre, `${form}${carrier}`);
		expect(await receiver.send(burglary)).toMatchObject({
			reached: true,
			answer: "ACK",
		});
		expect(await receiver.poll()).toMatchObject({ reached: true });
		expect(
			centre.received.map(({ frame, refusal }) => ({ ...frame, refusal })),
		).toMatchObject([
			{
				id,
				data,
				account: "1234",
				encrypted: false,
				refusal: null,
				extended: ["H14:12:04,09-25-2026"],
				sequence: 2,
			},
			{ id: "NULL", data: "", sequence: 0, refusal: null },
		]);
		await receiver.close();
		await centre.close();
	});

	test.each([16, 24, 32])("with a key of %i octets", async (length) => {
		const key = randomBytes(length);
		const centre = await aCentre({ key });
		const receiver = at(centre, `SIA2${carrier}`, { key });
		expect(await receiver.send(burglary)).toMatchObject({ reached: true });
		expect(centre.received[0]).toMatchObject({
			frame: { encrypted: true, data: "#1234|Nri1/BA003^Kuche ??1?2?^" },
		});
		await receiver.close();
		await centre.close();
	});

	const faults: readonly [ReceiverFault, string, string, number][] = [
		["silence", "no-answer", "no answer, tried 3 times", 3],
		[
			"wrong-sequence",
			"no-answer",
			"no answer, tried 3 times: it answers another sequence number",
			3,
		],
		[
			"duh",
			"refused-duh",
			"DUH: the receiver understood it and cannot process it",
			1,
		],
		[
			"nak",
			"refused-nak",
			"NAK: the receiver does not know the account, or wants it encrypted",
			2,
		],
	];
	// They wait for an answer together.
	test.concurrent.each(faults)(
		"a receiver with the fault %s",
		async (fault, why, message, frames) => {
			const centre = await aCentre();
			centre.fault = fault;
			const isUdp = carrier !== "";
			const receiver = at(centre, `CID${carrier}`, { answer: 100 });
			expect(await receiver.send(burglary)).toEqual({
				reached: false,
				why,
				message: isUdp ? message.replace("3 times", "4 times") : message,
			});
			expect(centre.received).toHaveLength(isUdp && frames === 3 ? 4 : frames);
			centre.fault = null;
			expect(await receiver.send(burglary)).toMatchObject({ reached: true });
			expect(
				new Set(centre.received.map(({ frame }) => frame?.sequence)),
			).toEqual(new Set([2]));
			await receiver.close();
			await centre.close();
		},
	);
});

test.each<[ReceiverFault, string]>([
	["cut", "no answer, tried 3 times: it hung up"],
	["half", "no answer, tried 3 times: it hung up"],
])(
	"a connection that is %s is opened again for each try",
	async (fault, message) => {
		const centre = await aCentre();
		centre.fault = fault;
		const receiver = at(centre, "CID");
		expect(await receiver.send(burglary)).toMatchObject({ message });
		expect(centre.received).toHaveLength(3);
		centre.fault = null;
		expect(await receiver.send(burglary)).toMatchObject({ reached: true });
		await receiver.close();
		await centre.close();
	},
);

test("a slow receiver is waited for, and its answer in pieces is put together", async () => {
	const centre = await aCentre();
	centre.fault = "slow";
	const receiver = at(centre, "CID", { answer: 10_000 });
	const reception = await receiver.send(burglary);
	expect(reception).toMatchObject({ reached: true, answer: "ACK" });
	expect(centre.received).toHaveLength(1);
	await receiver.close();
	await centre.close();
});

test("where nobody listens, it says so, without the account", async () => {
	const centre = await aCentre();
	await centre.close();
	const receiver = at(centre, "CID");
	expect(await receiver.send(burglary)).toEqual({
		reached: false,
		why: "no-connection",
		message: `tcp://127.0.0.1:${centre.port}: connect ECONNREFUSED 127.0.0.1:${centre.port}`,
	});
	await receiver.close();
});

test("another key, and a key where none is wanted", async () => {
	const [key, other] = [randomBytes(16), randomBytes(16)];
	const centre = await aCentre({ key });
	const wrong = at(centre, "CID", { key: other });
	expect(await wrong.send(burglary)).toMatchObject({
		why: "refused-nak",
		message: "NAK: the receiver does not know the account, or has another key",
	});
	const none = at(centre, "CID");
	expect(await none.send(burglary)).toMatchObject({ why: "refused-nak" });
	expect(centre.received.map(({ refusal }) => refusal)).toEqual([
		"the account's key does not open it",
		"the account's key does not open it",
		"it is in clear, and the account has a key",
		"it is in clear, and the account has a key",
	]);
	await wrong.close();
	await none.close();
	await centre.close();
});

test("a clock that is wrong is named, and set by nobody", async () => {
	const ahead = { ...systemClock, now: () => systemClock.now() - 90_000 };
	const centre = await aCentre({ clock: ahead });
	const receiver = at(centre, "CID");
	expect(await receiver.send(burglary)).toEqual({
		reached: false,
		why: "refused-nak",
		message: expect.stringMatching(
			/^NAK: our clock is 1m (29|30|31)s ahead of the receiver's; set the clock that is wrong$/,
		),
	});
	await receiver.close();
	await centre.close();
});

test("closing gives up what is under way", async () => {
	const centre = await aCentre();
	centre.fault = "silence";
	const receiver = at(centre, "CID", { answer: 60_000 });
	const sending = receiver.send(burglary);
	await centre.until(1);
	await receiver.close();
	expect(await sending).toMatchObject({ reached: false, why: "closed" });
	await centre.close();
});
