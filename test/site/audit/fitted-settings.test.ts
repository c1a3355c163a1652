import { expect, test } from "vitest";
import { forRealPanel } from "../../../src/plan/messages/plan-rules.ts";
import {
	type AuditLine,
	auditLine,
	START,
} from "../../../src/site/audit/audit-chain.ts";
import type { AuditEntry } from "../../../src/site/audit/audit-entry.ts";
import { begunRun } from "../../../src/site/audit/begun-run.ts";
import { fittedSettings } from "../../../src/site/audit/fitted-settings.ts";
import { valueMac } from "../../../src/site/audit/value-mac.ts";
import { plannedFrom, siteOfText } from "../../support/planned.ts";

const mac = valueMac("ab".repeat(32));
const site = (name: string) =>
	siteOfText(
		`users: { 1: { name: ${name}, pin: "4711" }, 2: { name: BEN, pin: "0815" } }\nzones: { 1: { name: Door, attribute: entry } }`,
	);
const anna = site("ANNA");
const begun = begunRun(
	plannedFrom(anna, forRealPanel([], []), null),
	{ number: "+15550100", from: "unknown" },
	{ keyword: "PROG", code: "7982" },
	mac,
);

/** Entries a second apart. */
function lines(...entries: readonly AuditEntry[]): readonly AuditLine[] {
	return entries.map(
		(entry, at) => auditLine(at + 1, at * 1000, entry, START).written,
	);
}

function sending(message: number): AuditEntry {
	return {
		type: "sending",
		purpose: "message",
		message,
		word: "USRS",
		text: "",
		until: 0,
	};
}

const settled = (message: number, as: "acknowledged" | "assumed" | "silent") =>
	({ type: "settled", message, as }) as const;

const said = lines(
	begun,
	sending(0),
	settled(0, "acknowledged"),
	sending(1),
	settled(1, "assumed"),
	sending(2),
	settled(2, "acknowledged"),
	{
		type: "read-back",
		settings: [
			{ path: "zones.1.name", agrees: true },
			{ path: "zones.1.attribute", agrees: false },
		],
	},
);

test("each setting is known as its last entry says", () => {
	expect(Object.fromEntries(fittedSettings(said, anna, mac))).toEqual({
		"users.1.name": { how: "acknowledged", at: 2000 },
		"users.1.pin": { how: "acknowledged", at: 2000 },
		"users.2.name": { how: "assumed", at: 4000 },
		"users.2.pin": { how: "assumed", at: 4000 },
		"zones.1.name": { how: "read", at: 7000 },
	});
});

test("a value that the site has changed since is not known", () => {
	const known = fittedSettings(said, site("ANNE"), mac);
	expect(known.has("users.1.name")).toBe(false);
	expect(known.get("users.1.pin")).toEqual({ how: "acknowledged", at: 2000 });
});

test("what is being sent again is not known until it is answered, nor what was refused", () => {
	const again = (...entries: readonly AuditEntry[]) =>
		fittedSettings(
			lines(...said.map(({ entry }) => entry), sending(0), ...entries),
			anna,
			mac,
		).has("users.1.pin");
	expect(again()).toBe(false);
	expect(again(settled(0, "silent"))).toBe(false);
	expect(again(settled(0, "acknowledged"))).toBe(true);
});

test("with another key nothing can be compared", () => {
	const other = valueMac("cd".repeat(32));
	expect([...fittedSettings(said, anna, other)]).toEqual([]);
});
