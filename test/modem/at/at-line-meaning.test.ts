import { expect, test } from "vitest";
import { atLineMeaning } from "../../../src/modem/at/at-line-meaning.ts";

test.each([
	["out", "AT\r", "is the modem there?"],
	["out", "ATE0\r", "no echo"],
	["out", "AT+CPIN?\r", "asks for the SIM card's PIN"],
	["out", "at+cmgf=1\r", "sets or uses PDU or text mode"],
	["out", "AT+CMGL=?\r", "asks what there is of the list of messages"],
	["out", "AT^CURC=0\r", null],
	["out", "hello\x1a", null],
	["in", "\r\nOK\r\n", "OK"],
	["in", "> ", "waits for the text or PDU"],
	["in", '\r\n+CMTI: "SM",3\r\n', "an SMS has come and lies in the storage"],
	["in", "\r\n+CSQ: 20,0\r\n", "tells the signal"],
	["in", "\r\n+CMS ERROR: 38\r\n", "+CMS ERROR: 38 (network out of order)"],
	["in", "\r\nwhatever\r\n", null],
] as const)("%s %j: %s", (direction, text, meaning) => {
	expect(atLineMeaning({ direction, text })).toEqual({ meaning, pdu: null });
});

test("a PDU is taken apart, one that cannot be read says why", () => {
	const hex = "0001000B919746121611F1000004C8329BFD";
	const { meaning, pdu } = atLineMeaning({
		direction: "out",
		text: `${hex}\x1a`,
	});
	expect(meaning).toBe("SMS to +79642161111: Hell");
	expect(pdu?.map(({ octets }) => octets).join("")).toBe(hex);
	expect(
		atLineMeaning({ direction: "in", text: "\r\n0791973007\r\n" }).pdu,
	).toBeNull();
	expect(
		atLineMeaning({ direction: "in", text: "07919730071111F1000B91" }).meaning,
	).not.toBeNull();
});
