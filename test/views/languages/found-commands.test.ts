import { expect, test } from "vitest";
import { modelNamed, models } from "../../../src/models/models.ts";
import {
	foundCommands,
	foundText,
} from "../../../src/views/languages/found-commands.ts";

const some = [
	...models,
	...["rtu5023", "watchguard-2010", "tell-gate"].flatMap(
		(name) => modelNamed(name) ?? [],
	),
];

test("commands of all makers are found by their words, help and class", () => {
	const [, mz8] = models;
	if (mz8 === undefined) throw new Error("there is no mz-8");
	expect(
		foundText(foundCommands([mz8, ...some.slice(-1)], "user delete"), 60),
	).toBe(
		`mz-8       USRS:1,user,[pin],[name],[latch]
           USRS, manual: Give a user or a special code (95
           guard, 96 master, 97 temporary, 98 duress, 99
           installer) a PIN, a name and a latch report.
mz-8       USRD:1,user
           USRD, manual: Delete a user.
tell-gate  PWD=CODE#DEL=<phone>#
           DEL, manual: Remove a user.`,
	);
	expect(foundText(foundCommands(some, "deletes phone"), 80)).toBe(
		`rtu5023          CODEA<n>
                 A-, manual: Delete a phone number.
watchguard-2010  CODEERASEPHONE<n>
                 ERASEPHONE, manual: Delete a phone number.`,
	);
	expect(foundCommands(some, "what nobody has")).toEqual([]);
});
