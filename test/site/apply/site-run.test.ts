import { describe, expect, test } from "vitest";
import type { Rule } from "../../../src/network/channel-rule.ts";
import { changes } from "../../../src/panel/state/changes.ts";
import { resting } from "../../../src/panel/state/runtime.ts";
import {
	type PanelState,
	withRuntime,
} from "../../../src/panel/state/state.ts";
import {
	allowances,
	forSimulator,
} from "../../../src/plan/messages/plan-rules.ts";
import { MINUTE } from "../../../src/time/units.ts";
import { NUMBER, PanelAtEnd, SENDER } from "../../support/applied.ts";
import { factoryOf, plannedFrom, siteOfText } from "../../support/planned.ts";

const rules = forSimulator(allowances);
const site = siteOfText(
	`users: { 1: { name: ANNA, pin: "\${PIN}" } }
zones: { 1: { rfId: "0123456701", name: Front, attribute: entry } }
timers: { exitAway: 45 }
credentials: { keyword: HOME, installerCode: "\${CODE}" }
`,
	{ PIN: "4711", CODE: "2468" },
);
const plan = plannedFrom(site, rules);
const factory = factoryOf(site);

function panelAtEnd(channel: readonly Rule[] = [], state = factory) {
	const access = { keyword: "PROG", code: "7982" };
	return new PanelAtEnd(plan, access, state, rules, {
		rules: channel,
		seed: 1,
	});
}

/** What was sent, and in minutes when. */
function sentBy(end: PanelAtEnd): readonly string[] {
	const [first] = end.handed;
	return end.handed.map(
		({ at, text }) => `${(at - (first?.at ?? 0)) / MINUTE} ${text}`,
	);
}

/** What was heard and settled, in a few words. */
function storyOf(end: PanelAtEnd): readonly string[] {
	return end.entries.flatMap(({ entry }) => {
		if (entry.type === "heard") return [`${entry.as}: ${entry.text}`];
		if (entry.type === "settled") return [`${entry.message} ${entry.as}`];
		return entry.type === "ended" ? [`${entry.outcome}: ${entry.why}`] : [];
	});
}

function isAsPlanned(end: PanelAtEnd): boolean {
	const now: PanelState = withRuntime(end.panel.state, resting);
	return changes(now, plan.after).length === 0;
}

test("a plan is sent, acknowledged and read back", async () => {
	const end = panelAtEnd();
	const progress = await end.apply();
	expect(sentBy(end)).toEqual([
		"0 PROG 7982 ECHO:",
		"0 PROG 7982 MOD?:",
		"0 PROG 7982 USRS:1,4711,ANNA",
		"0 PROG 7982 DEAN:1,1,0123456701,Front",
		"0 PROG 7982 DEVE:1,2",
		"0 PROG 7982 TIMR:45",
		"0 PROG 7982 PWRD:HOME,2468",
		"0 HOME 2468 DEV?:1",
		"0 HOME 2468 PIN?",
	]);
	expect(progress?.standings).toEqual(Array(5).fill("acknowledged"));
	expect([...(progress?.read.values() ?? [])]).toEqual([
		{ path: "zones.1.attribute", agrees: true },
		{ path: "zones.1.name", agrees: true },
		{ path: "users.1.name", agrees: true },
		{ path: "users.1.pin", agrees: true },
	]);
	expect(progress?.ended).toEqual({
		type: "ended",
		outcome: "done",
		why: "every message is confirmed",
	});
	expect(isAsPlanned(end)).toBe(true);
});

describe("what stops a site", () => {
	test("a silent probe: after its validity and a margin, and no secret was sent", async () => {
		const end = panelAtEnd([{ effect: { kind: "loss" }, to: NUMBER }]);
		await end.apply();
		expect(sentBy(end)).toEqual(["0 PROG 7982 ECHO:"]);
		expect(storyOf(end)).toEqual(["silent: no answer to the probe"]);
		expect(end.entries.at(-1)?.at).toBe(
			(end.entries[0]?.at ?? 0) + 17 * MINUTE,
		);
	});

	test("an armed panel", async () => {
		const end = panelAtEnd();
		end.panel.text(SENDER, "PROG 7982 MODE:A");
		await end.apply();
		expect(sentBy(end)).toEqual(["0 PROG 7982 ECHO:", "0 PROG 7982 MOD?:"]);
		expect(storyOf(end).at(-1)).toBe(
			"armed: the panel is in mode away, or about to be: disarm it first",
		);
	});

	test("the first ERROR, with the reason as far as we know it", async () => {
		const end = panelAtEnd();
		end.panel.text(SENDER, "PROG 7982 USRS:2,4711,BEN");
		await end.apply();
		expect(sentBy(end)).toHaveLength(3);
		expect(storyOf(end).slice(-2)).toEqual([
			"answer: USRS:ERROR",
			`refused: message 1, PROG 7982 USRS:1,\${PIN},ANNA: ERROR; the simulator accepts it, so the panel has something that we do not know of`,
		]);
		// Mended, and gone on.
		end.panel.text(SENDER, "PROG 7982 USRS:2,,");
		const progress = await end.apply();
		expect(progress?.ended?.outcome).toBe("done");
		expect(sentBy(end).filter((text) => text.includes("USRS:1"))).toHaveLength(
			2,
		);
	});
});

describe("what the network does to answers", () => {
	test("one that comes late is waited for, and twice is once", async () => {
		const end = panelAtEnd([
			{ effect: { kind: "delay", duration: 14 * MINUTE }, from: NUMBER },
			{ effect: { kind: "duplicate", duration: MINUTE }, from: NUMBER },
		]);
		const progress = await end.apply();
		expect(progress?.ended?.outcome).toBe("done");
		expect(isAsPlanned(end)).toBe(true);
		expect(storyOf(end).filter((told) => told.startsWith("again"))).toEqual([
			"again: ECHO:OK",
			"again: an answer of 6 characters",
			"again: USRS:OK",
			"again: DEAN:OK",
			"again: DEVE:OK",
			"again: TIMR:OK",
			"again: PWRD:OK",
			"again: an answer of 50 characters",
		]);
	});

	describe("the OK of new credentials is lost", () => {
		const lossOf = (of: string, way: Rule) => {
			const end = panelAtEnd();
			end.onHand = (text) =>
				end.panel.followOnly(text.includes(of) ? [way] : []);
			return end;
		};

		test("one probe under the new finds it", async () => {
			const end = lossOf("PWRD", { effect: { kind: "loss" }, from: NUMBER });
			const progress = await end.apply();
			expect(progress?.standings.at(-1)).toBe("read");
			expect(sentBy(end).slice(6)).toEqual([
				"0 PROG 7982 PWRD:HOME,2468",
				"17 HOME 2468 ECHO:",
				"17 HOME 2468 DEV?:1",
				"17 HOME 2468 PIN?",
			]);
			expect(isAsPlanned(end)).toBe(true);
		});

		test("where the message itself was lost, one under the old, and no more is sent", async () => {
			const end = lossOf("PWRD", { effect: { kind: "loss" }, to: NUMBER });
			await end.apply();
			expect(sentBy(end).slice(6)).toEqual([
				"0 PROG 7982 PWRD:HOME,2468",
				"17 HOME 2468 ECHO:",
				"34 PROG 7982 ECHO:",
			]);
			expect(storyOf(end).slice(-3)).toEqual([
				"answer: ECHO:OK",
				"4 silent",
				`silent: message 5, PROG 7982 PWRD:\${credentials.keyword},\${CODE}: no answer; --resume sends it again, and nothing that is confirmed`,
			]);
		});
	});
});

test("a run that is killed at any step ends as wanted, and sends nothing confirmed again", async () => {
	for (let steps = 0; ; steps++) {
		const end = panelAtEnd();
		const whole = await end.apply(steps);
		const progress = whole ?? (await end.apply());
		expect(progress?.ended?.outcome).toBe("done");
		expect(isAsPlanned(end)).toBe(true);
		const twice = plan.messages.filter(
			({ text }) => end.handed.filter((each) => each.text === text).length > 1,
		);
		// Of the one that was under way nobody knows whether it had left.
		expect(twice.length).toBeLessThanOrEqual(1);
		if (whole !== null) break;
	}
});
