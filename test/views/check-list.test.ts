import { expect, test } from "vitest";
import { models } from "../../src/models/models.ts";
import {
	checkList,
	checkListText,
	messageLines,
} from "../../src/views/check-list.ts";
import { factorySubject, type Subject } from "../../src/views/subject.ts";

const noColors = {
	dim: (text: string) => text,
	green: (text: string) => text,
	red: (text: string) => text,
	yellow: (text: string) => text,
};

const settings = { strict: false, as: null, now: 0 };
const factory = factorySubject(models[0]);

function listed(content: string, subject: Subject = factory): string {
	const checked = checkList(subject, messageLines(content), settings);
	return checkListText(checked, noColors);
}

const lines = [
	"PROG 7982 DEAN:1,3,0a1b2c3d4e,HALL",
	"PROG 7982 DEVE:3,,Front Door",
	"PROG 7982 PWRD:HOUSE,4711",
	"HOUSE 4711 USRS:2,2580,BEN,1",
];

test("each message of a list is judged by the panel as those before it leave it", () => {
	const content = `\uFEFF# the site\r\n${lines.join("\r\n\r\n")}\r\n`;
	expect(
		listed(content),
	).toBe(`2  by a sister's manual: PROG 7982 DEAN:1,3,0a1b2c3d4e,HALL  1 SMS
4  by a sister's manual: PROG 7982 DEVE:3,,Front Door  1 SMS
6  only here: PROG 7982 PWRD:HOUSE,4711  1 SMS
8  by the manual: HOUSE 4711 USRS:2,2580,BEN,1  1 SMS
4 messages, 4 SMS: all right; judged in order, from a vst-2752 fresh from the factory on, with the credentials of the first message (--config FILE judges by a panel)`);
});

test("in another order the first wrong line is named", () => {
	const [add = "", change = "", word = "", user = ""] = lines;
	expect(listed([change, add, word, user].join("\n"))).toBe(`1  wrong
PROG 7982 DEVE:3,,Front Door
               ^ zone: zone 3 has no device
a device is added with DEAN, or learned at the panel
2  by a sister's manual: PROG 7982 DEAN:1,3,0a1b2c3d4e,HALL  1 SMS
3  only here: PROG 7982 PWRD:HOUSE,4711  1 SMS
4  by the manual: HOUSE 4711 USRS:2,2580,BEN,1  1 SMS
4 messages, 4 SMS: 3 right, 1 wrong, the first on line 1; judged in order, from a vst-2752 fresh from the factory on, with the credentials of the first message (--config FILE judges by a panel)`);
	const result = listed([add, word, change, user].join("\n"));
	expect(result).toContain("3 right, 1 wrong, the first on line 3");
	expect(result).toContain("P-Word: not this panel's");
});

test("with a panel's file its own credentials count", () => {
	const subject = { ...factory, file: "panel-config.json" };
	expect(listed("HOUSE 7982 ECHO:", subject)).toContain(
		"1 message, 1 SMS: 0 right, 1 wrong, the first on line 1; judged in order, from the panel's file on",
	);
});

test("a byte order mark is no part of the first message", () => {
	expect(messageLines("\uFEFFPROG 7982 ECHO:\r\n")).toEqual([
		{ line: 1, text: "PROG 7982 ECHO:" },
	]);
});
