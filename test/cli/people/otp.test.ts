import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { codeOf } from "../../../src/firmware/answer/one-time-code.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type Typed, typed } from "../../support/typed-verb.ts";

const AT = "2026-11-20T12:00:00Z";
const STEP = Date.parse(AT) / 30_000;

let file = "";
beforeEach(async () => {
	file = join(await temporaryFolder(), "panel-config.json");
	await typed("config", ["init", "--config", file]);
	await typed("people", ["add", "+336", "--name", "Anna", "--config", file]);
});

function does(line: string): Promise<Typed> {
	return typed("otp", [...line.split(" "), "--config", file]);
}

function key(): string {
	return JSON.parse(readFileSync(file, "utf8")).remote.people[0].otpKey;
}

test("uri makes a key when there is none, and prints the same one ever after", async () => {
	const first = await does("uri +336");
	expect(key()).toMatch(/^[A-Z2-7]{52}$/);
	expect(first).toEqual({
		code: 0,
		stdout: `otpauth://totp/alarmpanel:Anna?secret=${key()}&issuer=alarmpanel\n`,
		stderr: "",
	});
	expect(await does("uri Anna")).toEqual(first);
});

test("test gives the four verdicts", async () => {
	const verdict = async (code: string) => {
		const { stdout, code: exit } = await does(`test Anna ${code} --at ${AT}`);
		return [exit, stdout.trimEnd()];
	};
	expect(await verdict("0000001234")).toEqual([
		4,
		"wrong one-time code: Anna has no key; alarmpanel otp uri +336 makes one",
	]);
	await does("uri Anna");
	const right = codeOf(key(), STEP);
	const wrong = String((Number(right) + 1) % 1e6).padStart(6, "0");
	expect(await verdict(right)).toEqual([
		4,
		"wrong size: 6 digits and the PIN of 4 are 10 together",
	]);
	expect(await verdict(`${right}4321`)).toEqual([
		4,
		"wrong PIN: not that of user 1",
	]);
	expect(await verdict(`${wrong}1234`)).toEqual([
		4,
		"wrong one-time code: it has expired, was used before, or the phone's clock is wrong",
	]);
	expect(await verdict(`${right} 1234`)).toEqual([0, "OK"]);
	expect(await verdict(`${right}-1234`)).toEqual([0, "OK"]);
});

test("reset makes a new key, and codes of the old one are wrong", async () => {
	await does("uri Anna");
	const old = key();
	const { stderr, stdout } = await does("reset Anna");
	expect(key()).not.toBe(old);
	expect(stdout).toContain(key());
	expect(stderr).toBe(
		"Anna has a new key; codes from the old one no longer work\n",
	);
	const { code } = await does(`test Anna ${codeOf(old, STEP)}1234 --at ${AT}`);
	expect(code).toBe(4);
});

test("the key is shown nowhere else", async () => {
	await does("uri Anna");
	const shown = await typed("config", ["show", "--json", "--config", file]);
	const list = await typed("people", ["list", "--json", "--config", file]);
	expect(shown.stdout + list.stdout).not.toContain(key());
	expect(JSON.parse(list.stdout).people[0].otpKey).toBe("****");
});

test.each([
	["uri Bob", "alarmpanel: Bob is not on the list; it has Anna"],
	[
		"test Anna",
		"alarmpanel: write otp test WHO CODE.., as otp test Anna 457051-2020",
	],
	["uri Anna 1234", "alarmpanel: write otp uri WHO, as otp uri Anna"],
])("%s is wrong usage", async (line, message) => {
	const { code, stdout, stderr } = await does(line);
	expect([code, stdout, stderr.split("\n")[0]]).toEqual([1, "", message]);
});
