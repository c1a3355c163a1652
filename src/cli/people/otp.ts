import { changeAtPanelFile } from "../../device/file/change-at-panel-file.ts";
import { readPanel } from "../../device/file/panel-file.ts";
import { otpauthUri } from "../../firmware/answer/one-time-code.ts";
import { newOtpKey } from "../../firmware/answer/otp-key.ts";
import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import { systemClock } from "../../time/system-clock.ts";
import { testCode } from "../../views/otp-verdict.ts";
import { ExitCode } from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { instantOf } from "../line/instant.ts";
import { panelFile } from "../line/panel-file.ts";
import { complain, print } from "../line/print.ts";
import { qrCode } from "../line/qr-code.ts";
import { outputColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";
import { personMeant } from "./people-change.ts";

export const otp = defineVerb({
	examples: [
		[
			"otp uri +33612345678",
			"the secret for the authenticator; a QR code on a terminal",
		],
		["otp test Anna 457051-2020", "whether code and PIN are right"],
		["otp reset Anna", "a new key; the old one stops working"],
	],
	actions: {
		uri: { words: ["WHO", "Anna"] },
		test: { options: ["at"], words: ["WHO CODE..", "Anna 457051-2020"] },
		reset: { words: ["WHO", "Anna"] },
	},
	options: (yargs) =>
		yargs
			.positional("who", {
				type: "string",
				demandOption: true,
				describe: "a phone number, or the name of a person on the list",
			})
			.positional("code", {
				type: "string",
				array: true,
				describe: "test: six digits and the PIN",
			})
			.option("at", {
				type: "string",
				requiresArg: true,
				describe: "test: the panel's time, as 2026-11-20T10:00:00Z; else now",
			}),
	async run({ action, who, code = [], at, config, json }) {
		const file = panelFile(config);
		const panel = await readPanel(file);
		const person = personMeant(panel, who);
		if (action === "test") {
			const now = at === undefined ? systemClock.now() : instantOf(at);
			const tested = testCode(panel.state, person, code.join(" "), now);
			if (json) print(tested);
			else print(tested.message);
			return tested.verdict === "ok" ? ExitCode.ok : ExitCode.refused;
		}

		let key = person.otpKey;
		if (key === "" || action === "reset") {
			key = newOtpKey();
			const { refusal } = await changeAtPanelFile(
				{
					file,
					owner: "alarmpanel otp",
					clock: systemClock,
					number: DEFAULT_NUMBER,
					onTrouble,
				},
				() => ({
					change: { type: "set-person", person: person.id, otpKey: key },
				}),
			);
			if (refusal !== null) {
				complain(`alarmpanel: ${refusal.message}`);
				return ExitCode.refused;
			}
			if (person.otpKey !== "")
				complain(
					`${person.name} has a new key; codes from the old one no longer work`,
				);
		}
		const uri = otpauthUri("alarmpanel", person.name, key);
		if (json) print({ person: person.id, name: person.name, uri });
		else print(uri);
		if (!json && process.stdout.isTTY) {
			print(qrCode(uri, outputColors.isColorSupported));
		}
		return ExitCode.ok;
	},
});
