import { expect, test } from "vitest";
import {
	contactIdFrame,
	fletcher,
} from "../../../src/panel/reporting/contact-id-frame.ts";
import { reportText } from "../../../src/panel/reporting/report-text.ts";
import { panelWithZones } from "../../support/panel-with-zones.ts";

const burglar = {
	event: "perimeter",
	qualifier: "event",
	subject: 15,
} as const;
const closing = { event: "remote", qualifier: "restore", subject: 2 } as const;

test("a frame is account, message type, event, group, zone or user, checksum", () => {
	expect(contactIdFrame(burglar, "1234", "climax")).toBe(
		`1234 18 1131 00 015 ${fletcher("1234 18 1131 00 015")}`,
	);
	expect(contactIdFrame(closing, "b1", "climax")).toMatch(
		/^00B1 18 3401 00 002 [0-9A-F]{4}$/,
	);
	expect(contactIdFrame(closing, "1234", "general")).toMatch(
		/^1234 18 3407 00 002 /,
	);
});

test("the checksum is Fletcher's of 8 bits", () => {
	// The test vectors that are printed for the two sums, first sum first.
	expect(fletcher("abcde")).toBe("F0C8");
	expect(fletcher("abcdef")).toBe("5720");
	expect(fletcher("abcdefgh")).toBe("2706");
});

test("in words a report names what, and which zone or user", () => {
	const plain = panelWithZones(["burglar", "entry"]);
	const home = {
		...plain,
		zones: plain.zones.map((zone) => ({
			...zone,
			name: zone.id === 2 ? "Door" : "",
		})),
		users: [...plain.users, { id: 2, name: "ANNA", pin: "0002", latch: true }],
	};
	const texts = [
		{ ...burglar, subject: 2 },
		{ ...burglar, subject: 1, qualifier: "restore" as const },
		closing,
		{ event: "duress", qualifier: "event", subject: 998 } as const,
		{ event: "test", qualifier: "event", subject: 0 } as const,
	].map((report) => reportText(home, report));
	expect(texts).toEqual([
		"burglar alarm, perimeter: zone 2 Door",
		"burglar alarm, perimeter: restored: zone 1",
		"armed by SMS: user 2 ANNA",
		"duress: user 98",
		"periodic test",
	]);
});
