import { replaceUserFile } from "../../store/user-file.ts";
import { builtPage } from "../line/built-page.ts";
import { ExitCode } from "../line/exit-code.ts";
import { print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

export const page = defineVerb({
	withoutPanel: true,
	examples: [
		["page", "writes alarmpanel.html, which opens without a network"],
		["page --out panel.html", "under another name"],
	],
	options: (yargs) =>
		yargs.option("out", {
			type: "string",
			default: "alarmpanel.html",
			requiresArg: true,
			describe: "the file to write",
		}),
	async run({ out, json }) {
		const html = builtPage("alarmpanel.html");
		if (html === undefined) throw new Error("the page was not built");
		await replaceUserFile(out, html);
		const octets = Buffer.byteLength(html);
		print(
			json
				? { file: out, octets }
				: `wrote ${out} (${Math.ceil(octets / 1000)} kB): open it in a browser, or send it to a phone; it needs no network`,
		);
		return ExitCode.ok;
	},
});
