import { describe, expect, onTestFinished, test } from "vitest";
import type { ModemSettings } from "../../src/modem/link/modem-settings.ts";
import { channel } from "../../src/network/channel.ts";
import type { ChannelEffect, Rule } from "../../src/network/channel-rule.ts";
import type { PhoneLineFaultKind } from "../../src/network/phone-line-fault.ts";
import { auditMail } from "../support/mail-audit.ts";
import { modemLines } from "../support/modem-lines.ts";
import {
	type PanelAtModem,
	type PanelAtModemOptions,
	panelAtModem,
} from "../support/panel-at-modem.ts";
import {
	ANN,
	BOB,
	panelWithLongAnswers,
	sampleConversation,
	sampleTexts,
} from "../support/sample-texts.ts";
import { PANEL } from "../support/texting.ts";

const minute = 60_000;

describe.each(Object.keys(modemLines))("a panel on a modem %s", (plug) => {
	test("answers each sender in turn, in as many SMS as it takes, and is silent where it must be", async () => {
		const air = await started({ plug });
		await talk(air, 2000);
		expect(air.phone(ANN).texts).toEqual([
			"USRS:OK",
			"USRS:OK",
			devices,
			"ECHO:OK",
		]);
		expect(air.phone(BOB).texts).toEqual([
			users,
			"USRS:ERROR",
			"NOPE:ERROR",
			"USRS:OK",
		]);
		expect(air.names).toEqual(["name 1", "long 5", "name 10"]);
		auditMail(air, panelWithLongAnswers());
	});
});

const ways: Record<string, Partial<ModemSettings>> = {
	"by indication": {},
	directly: { receive: "direct" },
	"by polling": { receive: "polling" },
	"and keeping what is read": { afterRead: "keep" },
};

test.each(Object.entries(ways))(
	"loses and repeats nothing, receiving %s",
	async (_, settings) => {
		const air = await started({ settings });
		await talk(air, 0);
		auditMail(air, panelWithLongAnswers());
		expect(air.sent).toHaveLength(8);
	},
);

const onTexts: Record<string, ChannelEffect> = {
	loss: { kind: "loss" },
	delay: { kind: "delay", duration: 30_000 },
	duplicate: { kind: "duplicate", duration: 5000 },
	reorder: { kind: "reorder", duration: 30_000 },
	"wrong alphabet": { kind: "alphabet" },
};

describe.each(Object.entries(onTexts))(
	"through a channel with %s",
	(_, effect) => {
		const cases: Record<string, Omit<Rule, "effect">> = {
			"for each text to the panel": { to: PANEL },
			"for each answer": { from: PANEL },
			"for every other message": { probability: 0.5 },
		};
		test.each(Object.entries(cases))(
			"what reached the panel's modem is done and answered once: %s",
			async (_, where) => {
				const through = channel([{ ...where, effect }], 7);
				const air = await started({ through });
				await talk(air, 3000);
				auditMail(air, panelWithLongAnswers());
				const { lost, doubled, delayed, reordered, recoded } =
					air.network.traffic;
				expect(lost + doubled + delayed + reordered + recoded).toBeGreaterThan(
					0,
				);
			},
		);
	},
);

const troubles: readonly PhoneLineFaultKind[] = [
	"storage-full",
	"no-registration",
	"deaf",
	"port-gone",
];

describe.each(troubles)("with a modem that suffers: %s", (kind) => {
	test.each<["recipient" | "sender", Omit<Rule, "effect">]>([
		["recipient", { to: PANEL, probability: 0.4 }],
		["sender", { from: PANEL, probability: 0.4 }],
	])(
		"as the %s, what reached it is done and answered once",
		async (at, where) => {
			const trouble = { kind, duration: 45_000 };
			const effect = { kind: "trouble", at, trouble } as const;
			const through = channel([{ ...where, effect }], 5);
			const air = await started({ through });
			await talk(air, 10_000);
			auditMail(air, panelWithLongAnswers());
			expect(air.reached).toHaveLength(10);
			expect(air.network.traffic.troubles).toBeGreaterThan(0);
		},
	);
});

test("an answer that the network refuses for a while goes out later, and the others do", async () => {
	const effect = { kind: "refusal", cms: 38 } as const;
	const through = channel([{ from: PANEL, times: 7, effect }]);
	const air = await started({ through });
	await talk(air, 3000);
	auditMail(air, panelWithLongAnswers());
	expect(air.network.traffic.refused).toBe(7);
	expect(air.sent).toHaveLength(8);
});

test("a phone that cannot be reached keeps nobody else waiting", async () => {
	const refused = "+15550197";
	const air = await started();
	air.phone(refused).text(PANEL, sampleTexts.test());
	await air.pass(1000);
	air.phone(ANN).text(PANEL, sampleTexts.test());
	await air.until(() => air.phone(ANN).texts.length === 1);
	expect(air.phone(refused).texts).toEqual([]);
	expect(air.state.runtime.outgoing.map(({ to }) => to)).toEqual([refused]);
});

/** What a magic number does to its texts, and how often an answer comes back. */
test.each<[string, string, number]>([
	["+15550190", "loss", 0],
	["+15550191", "delay", 1],
	["+15550192", "duplicate", 1],
	["+15550193", "reorder", 1],
	["+15550194", "wrong alphabet", 1],
	["+15550195", "storage full", 1],
	["+15550196", "no registration", 1],
	["+15550198", "modem deaf", 1],
	["+15550199", "port gone", 1],
])("the magic number %s (%s) gets %i answer", async (number, _, answers) => {
	const air = await started();
	air.phone(number).text(PANEL, sampleTexts.order(1));
	await air.pass(3 * minute);
	await air.until(() => air.isQuiet());
	expect(air.phone(number).texts).toEqual(Array(answers).fill("USRS:OK"));
	auditMail(air, panelWithLongAnswers());
});

test("an answer whose result was never seen goes out again, and that is told", async () => {
	const effect = {
		kind: "trouble",
		at: "sender",
		trouble: { kind: "deaf", duration: 70_000 },
	} as const;
	const through = channel([{ from: PANEL, times: 1, effect }]);
	const air = await started({ through });
	air.phone(ANN).text(PANEL, sampleTexts.order(1));
	await air.until(() => air.phone(ANN).texts.length === 2);
	await air.until(() => air.isQuiet());
	expect(air.phone(ANN).texts).toEqual(["USRS:OK", "USRS:OK"]);
	expect(air.names).toEqual(["name 1"]);
	expect(
		air.modemEvents.filter(({ type }) => type === "send-unseen"),
	).toMatchObject([{ to: ANN, repeated: true }]);
	const outcomes = air.mail.flatMap((event) =>
		event.type === "sent" ? [event.outcome] : [],
	);
	expect(outcomes).toMatchObject([{ sent: true, unseen: true }]);
});

// Helpers

const euros = "€".repeat(20);

const devices = `DEV?:1,6,${[1, 2, 3, 4, 5].map((id) => `(${id},1,0,${euros})`).join()}`;

const users = `PIN?:(1,1111,${euros}),(2,2222,name 1),(3,3333,${euros}),(4,4444,${euros})`;

async function started(
	options: PanelAtModemOptions = {},
): Promise<PanelAtModem> {
	const air = await panelAtModem({ ...options, state: panelWithLongAnswers() });
	onTestFinished(() => air.close());
	await air.until(() => air.modemEvents.some(({ type }) => type === "started"));
	return air;
}

/** The whole conversation with pauses in between, until it is quiet again. */
async function talk(air: PanelAtModem, pause: number): Promise<void> {
	for (const [index, [from, kind]] of sampleConversation.entries()) {
		air.phone(from).text(PANEL, sampleTexts[kind](index + 1));
		await air.pass(pause);
	}
	await air.until(() => air.isQuiet(), 60 * minute);
	// Late repeats, and reports.
	await air.pass(2 * minute);
	await air.until(() => air.isQuiet(), 60 * minute);
}
