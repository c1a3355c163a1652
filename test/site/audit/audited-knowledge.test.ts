import { beforeAll, expect, test } from "vitest";
import {
	allowances,
	forRealPanel,
	forSimulator,
} from "../../../src/plan/messages/plan-rules.ts";
import {
	pathOfSetting,
	pathOfThing,
	type Site,
} from "../../../src/plan/site/site.ts";
import type { AuditEntry } from "../../../src/site/audit/audit-entry.ts";
import {
	auditedKnowledge,
	knownAccess,
	stillDue,
} from "../../../src/site/audit/audited-knowledge.ts";
import { valueMac } from "../../../src/site/audit/value-mac.ts";
import { mac, PanelAtEnd } from "../../support/applied.ts";
import { factoryOf, plannedFrom, siteOfText } from "../../support/planned.ts";

const rules = forSimulator(allowances);
const factory = { keyword: "PROG", code: "7982" };
const changed = { keyword: "HOME", code: "2468" };

function siteWith({ pin = "4711", latch = "true", code = "2468" } = {}): Site {
	return siteOfText(`users: { 1: { name: ANNA, pin: "${pin}" }, 2: { name: BEN, pin: "0815", latch: ${latch} } }
timers: { exitAway: 45 }
credentials: { keyword: HOME, installerCode: "${code}" }
`);
}

let entries: readonly AuditEntry[] = [];

beforeAll(async () => {
	const site = siteWith();
	const end = new PanelAtEnd(
		plannedFrom(site, rules),
		factory,
		factoryOf(site),
		rules,
	);
	await end.apply();
	entries = end.entries.map(({ entry }) => entry);
});

function due(site: Site, known = entries, key = mac): readonly string[] {
	const left = stillDue(site, auditedKnowledge(known, key.key), key);
	return [...left.settings.map(pathOfSetting), ...left.absent.map(pathOfThing)];
}

test("what was acknowledged is not due again", () => {
	expect(due(siteWith())).toEqual([]);
});

test("of a thing that is due, all that the site says is kept", () => {
	expect(due(siteWith({ latch: "false", code: "1357" }))).toEqual([
		...["credentials.keyword", "credentials.installerCode"],
		...["users.2.name", "users.2.pin", "users.2.latch"],
	]);
});

test("what lets messages in is what the last acknowledged message made of it", () => {
	const knowledge = auditedKnowledge(entries, mac.key);
	expect(knownAccess(knowledge, [factory, changed], mac)).toEqual(changed);
	expect(knownAccess(knowledge, [factory], mac)).toBeUndefined();
});

test("what was sent and not acknowledged is due, and nothing is known of credentials then", () => {
	const last = entries.findLastIndex(
		(entry) => entry.type === "sending" && entry.purpose === "message",
	);
	const killed = entries.slice(0, last + 1);
	expect(due(siteWith(), killed)).toEqual([
		...["credentials.keyword", "credentials.installerCode"],
	]);
	const { access, isAccessOpen } = auditedKnowledge(killed, mac.key);
	expect([access, isAccessOpen]).toEqual([null, true]);
});

test("another machine's audit can be compared with nothing", () => {
	const other = valueMac("00".repeat(32));
	expect(due(siteWith(), entries, other)).toHaveLength(8);
});

test("without a probe the new code is assumed, and what follows goes on under it", async () => {
	const site = siteOfText(
		JSON.stringify({
			model: "tell-gate",
			stored: { language: { inputType1: "NC", code: "2222" } },
		}),
	);
	const real = forRealPanel([], allowances);
	const old = { keyword: "", code: "1111" };
	const plan = plannedFrom(site, real);
	const end = new PanelAtEnd(plan, old, factoryOf(site), real);
	const progress = await end.apply();
	expect(progress?.standings).toEqual(["assumed", "assumed"]);
	expect(progress?.ended?.why).toBe(
		"every message was sent; what is assumed is not confirmed",
	);
	const told = end.entries.map(({ entry }) => entry);
	const knowledge = auditedKnowledge(told, mac.key);
	const now = { keyword: "", code: "2222" };
	expect(knownAccess(knowledge, [old, now], mac)).toEqual(now);
	expect(knowledge.isAccessOpen).toBe(false);
	// Its settings are still to be shown.
	expect(due(site, told)).toHaveLength(2);
});

test("a panel that refuses new credentials keeps those of before", () => {
	const last = entries.findLastIndex(
		(entry) => entry.type === "heard" && entry.settles !== null,
	);
	const told = entries.slice(0, last + 1).map((entry, at): AuditEntry => {
		if (at < last || entry.type !== "heard" || entry.settles === null)
			return entry;
		return { ...entry, settles: { ...entry.settles, as: "refused" } };
	});
	const knowledge = auditedKnowledge(told, mac.key);
	expect(knownAccess(knowledge, [factory, changed], mac)).toEqual(factory);
	expect(knowledge.isAccessOpen).toBe(false);
});
