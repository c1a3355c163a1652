import { existsSync } from "node:fs";
import { corpusFaultText } from "../../conversation/corpus-fault.ts";
import { readTranscript } from "../../conversation/read-transcript.ts";
import type { Model } from "../../models/model.ts";
import { factoryState, type PanelState } from "../../panel/state/state.ts";
import { importedSite } from "../../plan/imported-site.ts";
import { siteText } from "../../plan/site/write-site.ts";
import { runConversation } from "../../simulation/run-conversation.ts";
import { readRecipient } from "../../sms/recipient.ts";
import { readText } from "../../store/read-text.ts";
import { replaceUserFile } from "../../store/user-file.ts";
import { askedModel } from "../line/asked-model.ts";
import { ExitCode, InputError, UsageError } from "../line/exit-code.ts";
import { refuseReplacing, unreadable } from "../line/failure.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";
import { readFrom } from "./beginning.ts";
import { secretsBeside } from "./secrets-file.ts";

export const importVerb = defineVerb({
	withoutPanel: "import FILE names it",
	examples: [
		[
			"import panel-config.json",
			"writes site.yaml, and site.secrets that only you can read",
		],
		[
			"import visit.smst --out north.yaml",
			"what a panel is after the messages of a transcript",
		],
	],
	options: (yargs) =>
		yargs
			.positional("file", {
				type: "string",
				demandOption: true,
				describe: "a panel-config.json, a snapshot, or a transcript (.smst)",
			})
			.option("out", {
				type: "string",
				default: "site.yaml",
				requiresArg: true,
				describe: "the site that is written; its secrets go beside it",
			})
			.option("number", {
				type: "string",
				requiresArg: true,
				describe: "the panel's phone number, for the site",
			})
			.option("model", {
				type: "string",
				requiresArg: true,
				describe: "the model of a transcript that names none; else the default",
			})
			.option("force", {
				type: "boolean",
				default: false,
				describe: "overwrite files that exist",
			}),
	async run({ file, out, number, model, force, json }, isTyped) {
		const recipient = number === undefined ? null : readRecipient(number);
		if (recipient?.ok === false)
			throw new UsageError(`--number: ${recipient.reason}`);
		if (recipient?.warning != null) complain(recipient.warning);
		if (isTyped("model") && !isTranscript(file))
			throw new UsageError(
				`--model goes with a transcript; ${file} names its own`,
			);
		const secretsFile = secretsBeside(out);
		for (const name of [out, secretsFile])
			refuseReplacing("--out", name, [file]);
		for (const name of [out, secretsFile])
			if (!force && existsSync(name))
				throw new UsageError(`${name} exists; --force replaces it`);
		const panel = isTranscript(file)
			? await afterTranscript(file, askedModel(model))
			: (await readFrom(file)).found;
		if (panel === null) throw new UsageError("import what? name a file");
		const { site, secrets } = importedSite(
			panel.model,
			panel.state,
			recipient?.number ?? null,
		);
		await replaceUserFile(secretsFile, envText(secrets), 0o600);
		await replaceUserFile(out, siteText(site));
		complain(
			`wrote ${out} (${panel.model.title}), and its secrets to ${secretsFile}, which only you can read`,
		);
		if (json)
			print({ site: out, secrets: secretsFile, model: site.model.name });
		return ExitCode.ok;
	},
});

function isTranscript(file: string): boolean {
	return file.endsWith(".smst");
}

/** What a panel is after the first conversation of a transcript. */
async function afterTranscript(
	file: string,
	byDefault: Model,
): Promise<{ readonly model: Model; readonly state: PanelState }> {
	const text = await readText(file).catch((error) => {
		throw unreadable(file, error);
	});
	const [found] = readTranscript(text, file);
	if (found === undefined)
		throw new InputError(`${file}: there is no conversation`);
	if (found.fault !== null) throw new InputError(corpusFaultText(found.fault));
	const { conversation } = found.located;
	const model =
		conversation.model === null ? byDefault : askedModel(conversation.model);
	const beginning = factoryState(model.name, model.sections);
	const { state } = runConversation(conversation, { model, state: beginning });
	return { model, state };
}

/** `NAME="value"`, a line each, as `parseEnv` reads them. */
function envText(secrets: ReadonlyMap<string, string>): string {
	return [...secrets]
		.map(([name, value]) => {
			const quote = ["'", '"', "`"].find((sign) => !value.includes(sign));
			if (quote === undefined)
				throw new InputError(`${name}: no quotes can hold this secret`);
			return `${name}=${quote}${value}${quote}\n`;
		})
		.join("");
}
