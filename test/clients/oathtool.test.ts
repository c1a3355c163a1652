import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { typed } from "../support/typed-verb.ts";
import { clients, testWith } from "./support/installed.ts";

const NOON = Date.UTC(2026, 10, 20, 12);
const PIN = "1234";

testWith(
	[clients.oathtool],
	"oathtool computes codes from the printed URI, until the key is reset",
	async () => {
		const file = ["--config", join(await temporaryFolder(), "p.json")];
		await typed("config", ["init", ...file]);
		await typed("people", ["add", "+336", "--name", "Anna", ...file]);
		const { stdout: uri } = await typed("otp", ["uri", "Anna", ...file]);
		const verdict = async (code: string, now = NOON) => {
			const at = ["--at", new Date(now).toISOString()];
			return (await typed("otp", ["test", "Anna", code, ...at, ...file])).code;
		};

		// Leading zeros, every half-minute's own: an hour of codes.
		for (let now = NOON; now < NOON + 3_600_000; now += 330_000) {
			const code = oathtool(uri, now);
			expect(code).toMatch(/^[0-9]{6}$/);
			expect(await verdict(`${code}${PIN}`, now)).toBe(0);
			expect(await verdict(`${code}${PIN}`, now + 90_000)).toBe(4);
		}

		const code = `${oathtool(uri, NOON)}${PIN}`;
		const { stdout: renewed } = await typed("otp", ["reset", "Anna", ...file]);
		expect(await verdict(code)).toBe(4);
		expect(await verdict(`${oathtool(renewed, NOON)}${PIN}`)).toBe(0);
	},
);

/** The code for the secret in an otpauth URI. */
function oathtool(uri: string, now: number): string {
	const secret = new URL(uri.trim()).searchParams.get("secret") ?? "";
	const when = new Date(now).toISOString().replace("T", " ").slice(0, 19);
	const { stdout, stderr } = spawnSync(
		"oathtool",
		["--totp", "--base32", "--digits=6", `--now=${when} UTC`, secret],
		{ encoding: "utf8" },
	);
	return stderr === "" ? stdout.trim() : stderr;
}
